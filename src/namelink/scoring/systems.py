"""Which romanization a whole name is spelled in, settled on its alignment.

A name is spelled in one system as a rule. Each piece was read by the system that reads it best,
and 姚明 would be Meng Yao by a Cantonese 明 beside an excellent pinyin 姚. So the system is chosen
for the name as a whole: the one that reads all pieces at the least loss, or, if that costs less, a
mixture that documents have, or one that they have not. What the pieces lose by it is taken off.
"""

from dataclasses import dataclass, replace

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Floats, Ints
from namelink.model.kinds import CHANNELS, ROMANIZATIONS, Channel, Kind
from namelink.model.losses import EVERY, losses_of
from namelink.scoring.align import Alignment
from namelink.scoring.surnames import surname_lengths
from namelink.scoring.weights import ROMANIZED, STRUCTURES, Weights

_NUMBERS = np.array([CHANNELS.index(channel) for channel in ROMANIZATIONS], dtype=np.int32)
# Less than this, a surname's spelling is no usual one of it: rare spellings are borne by whole
# families of one place, with the given names of that place.
_KNOWN_BITS = 1.0


def _of(*channels: Channel) -> Flags:
    return np.isin(np.arange(len(ROMANIZATIONS)), [ROMANIZATIONS.index(one) for one in channels])


# Systems of the surname that documents have beside a given name in another system.
_BESIDE = {
    Channel.PINYIN: _of(Channel.WADE_GILES, Channel.CANTONESE, Channel.MINNAN),
    Channel.MINNAN: _of(Channel.WADE_GILES, Channel.CANTONESE),
    Channel.CANTONESE: _of(Channel.MINNAN),
}
# A passport of Taiwan may mix these, syllable by syllable.
_TAIWAN = _of(Channel.WADE_GILES, Channel.TONGYONG, Channel.MPS2, Channel.GWOYEU)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Pairs with a system chosen for the whole name.

    Attributes:
        alignment: the alignment, with what the pieces lose by it taken off.
        channel: position in `CHANNELS` of each chosen cell as it is told, shape (cells,).
        mixed: whether a pair's name follows a mixture that documents have: a surname of another
            system beside a given name in pinyin (Hsiao Wanchang, Tan Zhiming), a Hokkien given
            name beside a surname of Taiwan (Hsiao Bi-khim), several southern languages (Tiong Hiew
            King), several systems of Taiwan; shape (pairs,).
        mixed_badly: whether it follows another mixture, shape (pairs,).
    """

    alignment: Alignment
    channel: Ints
    mixed: Flags
    mixed_badly: Flags


def settle(batch: Batch, alignment: Alignment, table: Weights) -> Settled:
    """Choose the romanizations of whole names.

    Args:
        batch: the pairs.
        alignment: chosen correspondences, each as its best system reads it.
        table: fitted numbers.

    Returns:
        The pairs with their systems.
    """
    cells = alignment.cells
    pairs, systems = len(batch.left_of), len(ROMANIZATIONS)
    mine = ROMANIZED[cells.channel] & (cells.detail > 0) & (cells.detail <= EVERY)
    read = np.flatnonzero(mine & (cells.missed == 0))
    if not len(read):
        nowhere = np.zeros(pairs, dtype=bool)
        return Settled(
            alignment=alignment, channel=cells.channel, mixed=nowhere, mixed_badly=nowhere
        )
    pair = cells.pair[read]
    scale = table.scale[batch.profile_of[pair], cells.channel[read]]
    loss = losses_of(cells.detail[read]) * scale[:, None]
    head = (cells.left_start < surname_lengths(batch, cells))[read]
    surname, given = (np.zeros((pairs, systems), dtype=np.float32) for _ in range(2))
    np.add.at(surname, pair[head], loss[head])
    np.add.at(given, pair[~head], loss[~head])
    taiwan = np.zeros(pairs, dtype=np.float32)
    np.add.at(taiwan, pair, loss[:, _TAIWAN].min(axis=1))

    person = batch.kind_of == KINDS.index(Kind.PERSON)
    price = table.structure[batch.profile_of]
    mixed_cost = -price[:, STRUCTURES.index("mixed_systems")]
    badly_cost = -price[:, STRUCTURES.index("mixed_badly")]
    whole = surname + given
    weak = np.zeros(pairs, dtype=bool)
    weak[pair[head & (alignment.weight[read] < _KNOWN_BITS)]] = True
    # Whether a system reads some piece of the given name.
    reads = np.zeros((pairs, systems), dtype=bool)
    np.logical_or.at(reads, pair[~head], np.isfinite(loss[~head]))
    beside, surname_system, given_system = _beside(alignment, surname, given, reads)
    costs = np.array(
        [
            whole.min(axis=1),
            np.where(person & ~weak, beside + mixed_cost, np.inf),
            np.where(person & ~weak, taiwan + mixed_cost, np.inf),
            np.where(person, badly_cost, np.inf),
        ]
    )
    # Where no system reads all of something that is no person, each piece keeps its own.
    way = np.where(np.isfinite(costs).any(axis=0), costs.argmin(axis=0), len(costs) - 1)
    own = loss.argmin(axis=1)
    taiwanese = np.where(_TAIWAN, loss, np.inf).argmin(axis=1)
    apart = np.where(head, surname_system[pair], given_system[pair])
    system = np.choose(way[pair], [whole.argmin(axis=1)[pair], apart, taiwanese, own])
    lost = loss[np.arange(len(read)), system]
    raw = (lost / np.maximum(scale, np.float32(1e-6))).astype(np.float32)
    channel = cells.channel.copy()
    channel[read] = _NUMBERS[system]
    weight, bits = alignment.weight.copy(), cells.bits.copy()
    weight[read] -= lost
    bits[read] -= raw
    return Settled(
        alignment=replace(alignment, cells=replace(cells, bits=bits), weight=weight),
        channel=channel,
        mixed=(way == 1) | (way == 2),
        mixed_badly=person & (way == len(costs) - 1),
    )


def _beside(
    alignment: Alignment, surname: Floats, given: Floats, reads: Flags
) -> tuple[Floats, Ints, Ints]:
    """The least loss by two systems that stand beside each other in documents, and the two."""
    pairs = len(surname)
    several = alignment.mine["several"]
    best = np.full(pairs, np.inf, dtype=np.float32)
    first, second = np.zeros(pairs, dtype=np.int32), np.zeros(pairs, dtype=np.int32)
    for channel, surnames in _BESIDE.items():
        number = ROMANIZATIONS.index(channel)
        among = np.where(surnames, surname, np.inf)
        if channel is not Channel.PINYIN:
            # A single syllable is some syllable of the south by chance, and so is one beside
            # another that the surname's system reads: 冠华 is no Kuan-fa.
            among = np.where((reads & _TAIWAN) | ~several[:, None], np.inf, among)
        cost = among.min(axis=1) + given[:, number]
        better = cost < best
        best[better] = cost[better]
        first[better] = among.argmin(axis=1)[better]
        second[better] = number
    return best, first, second
