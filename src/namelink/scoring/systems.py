"""Which romanization a whole name is spelled in, read off its alignment.

A name is spelled in one system as a rule: what reads all of its syllables is named in the
evidence, and a name that no single system reads is less probable. Mixtures exist: a Cantonese
surname with a given name in pinyin, a passport of Taiwan with two systems.
"""

from collections.abc import Sequence

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Ints
from namelink.model.kinds import ROMANIZATIONS, Channel, Kind, Role
from namelink.scoring.align import Alignment
from namelink.scoring.surnames import surname_lengths
from namelink.scoring.weights import CHANNELS

_EVERY = (1 << len(ROMANIZATIONS)) - 1
_NUMBERS = np.array([CHANNELS.index(channel) for channel in ROMANIZATIONS], dtype=np.int32)
_ROMANIZED = np.isin(np.arange(len(CHANNELS)), _NUMBERS)


def _read(alignment: Alignment) -> Flags:
    """Whether each chosen cell is one that some romanization reads to the last syllable."""
    cells = alignment.cells
    known = (cells.detail > 0) & (cells.detail <= _EVERY) & (cells.missed == 0)
    read: Flags = known & _ROMANIZED[cells.channel]
    return read


def common_systems(batch: Batch, alignment: Alignment) -> Ints:
    """Mask of the romanizations that read every romanized piece of each pair.

    Args:
        batch: the pairs.
        alignment: chosen correspondences.

    Returns:
        Bits by position in `ROMANIZATIONS`, all set where nothing is romanized, shape (pairs,).
    """
    found = np.full(len(batch.left_of), _EVERY, dtype=np.int32)
    read = np.flatnonzero(_read(alignment))
    np.bitwise_and.at(found, alignment.cells.pair[read], alignment.cells.detail[read])
    return found


def mixed_systems(batch: Batch, alignment: Alignment) -> tuple[Flags, Flags]:
    """Pairs of people whose names no single romanization reads.

    Args:
        batch: the pairs.
        alignment: chosen correspondences.

    Returns:
        Whether the mixture is one that documents have: a surname of another system beside a given
        name in pinyin (Hsiao Wanchang, Tan Zhiming), a Hokkien given name beside a surname of
        Taiwan (Hsiao Bi-khim), several southern languages (Tiong Hiew King); and whether it is of
        another sort. Shape (pairs,) each.
    """
    given, surname = _by_role(batch, alignment)
    person = batch.kind_of == KINDS.index(Kind.PERSON)
    mixed = person & (common_systems(batch, alignment) == 0)
    beside = np.zeros(len(mixed), dtype=bool)
    for system, surnames in _BESIDE.items():
        beside |= ((given & _of((system,))) > 0) & ((surname & _of(surnames)) > 0)
    # A single syllable is some syllable of the south by chance.
    several = np.array([form.roles.count(Role.GIVEN) > 1 for form in batch.left], dtype=bool)
    several = np.append(several, False)[batch.left_of]
    pinyin = (given & _of((Channel.PINYIN,))) > 0
    known: Flags = mixed & beside & (pinyin | several) & ~_weak_surname(batch, alignment)
    return known, mixed & ~known


def _weak_surname(batch: Batch, alignment: Alignment) -> Flags:
    """Pairs whose surname is spelled as hardly anybody with that surname has it.

    Rare spellings are borne by whole families of one place, with the given names of that place.
    """
    cells = alignment.cells
    head = cells.left_start < surname_lengths(batch, cells)
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[cells.pair[head & (alignment.weight < _KNOWN_BITS)]] = True
    return found


# Less than this, a surname's spelling is no usual one of it.
_KNOWN_BITS = 1.0
# Systems of the surname that documents have beside a given name in another system.
_BESIDE = {
    Channel.PINYIN: (Channel.WADE_GILES, Channel.CANTONESE, Channel.MINNAN),
    Channel.MINNAN: (Channel.WADE_GILES, Channel.CANTONESE),
    Channel.CANTONESE: (Channel.MINNAN,),
}


def _of(channels: Sequence[Channel]) -> int:
    return sum(1 << ROMANIZATIONS.index(channel) for channel in channels)


def _by_role(batch: Batch, alignment: Alignment) -> tuple[Ints, Ints]:
    """Masks of the romanizations that read the whole given name, and the whole surname."""
    read = np.flatnonzero(_read(alignment))
    cells = alignment.cells
    head = (cells.left_start < surname_lengths(batch, cells))[read]
    found = []
    for part in (read[~head], read[head]):
        mask = np.full(len(batch.left_of), _EVERY, dtype=np.int32)
        np.bitwise_and.at(mask, cells.pair[part], cells.detail[part])
        found.append(mask)
    return found[0], found[1]


def told_channels(batch: Batch, alignment: Alignment) -> Ints:
    """Channel of each chosen cell as it is told: the system of the whole name where there is one.

    Args:
        batch: the pairs.
        alignment: chosen correspondences.

    Returns:
        Positions in `CHANNELS`, shape (cells,).
    """
    found = alignment.cells.channel.copy()
    read = np.flatnonzero(_read(alignment))
    common = common_systems(batch, alignment)[alignment.cells.pair[read]]
    whole = common > 0
    # The lowest bit is the most usual system.
    lowest = np.log2((common & -common)[whole]).astype(np.int32)
    found[read[whole]] = _NUMBERS[lowest]
    return found
