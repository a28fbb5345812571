"""One word that is heard in a part of a solid name alone: 马丁 of 马丁内斯, and Martin.

Who is called Martin is not written so. That costs, and it has to be known when parts are chosen:
all of 夏蘭特 may be Haaland for less, though 夏蘭 sounds more like it.
"""

import numpy as np

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Ints
from namelink.model.kinds import CHANNELS, Channel, Kind
from namelink.scoring.facts import Facts
from namelink.scoring.weights import LEFTOVERS

_OWN = np.array(
    [name in ("han_word", "han_given", "han_surname", "han_second_surname") for name in LEFTOVERS]
)
_NAMED_BY_SOUND = np.array([kind in (Kind.PERSON, Kind.PLACE) for kind in KINDS])
_SOUND = CHANNELS.index(Channel.TRANSLITERATION)
# A half that pays for being one still counts for more than nothing.
_LEAST = np.float32(1e-3)


def one_word(batch: Batch, mine: Facts) -> Flags:
    """Pairs of people or places of one Latin word and a Chinese name without a gap.

    Args:
        batch: the pairs.
        mine: facts of the left form of each pair.

    Returns:
        Shape (pairs,).
    """
    single = mine["solid"] & (batch.theirs.size[batch.right_of] == 1)
    found: Flags = single & _NAMED_BY_SOUND[batch.kind_of]
    return found


def heard_whole(
    batch: Batch, cells: Cells, worths: tuple[Floats, Floats], left_class: Ints, cost: Floats
) -> Floats:
    """What each cell gains where halves pay for what they leave over.

    Args:
        batch: the pairs.
        cells: the cells.
        worths: bits that each gains but for that, and its own bits.
        left_class: class of each left atom if it is left over, shape (pairs, atoms).
        cost: bits that a half costs a pair, negative, none for pairs that are not of one word,
            shape (pairs,).

    Returns:
        Shape (cells,).
    """
    gain, weight = worths
    if not cost.any():
        return gain
    sound = (cells.channel == _SOUND) & (gain > 0) & (cost < 0)[cells.pair]
    # Only where all of the name is heard, too: else the best half stays what is told.
    whole = np.zeros(len(batch.left_of), dtype=bool)
    full = cells.left_size == batch.mine.size[batch.left_of[cells.pair]]
    whole[cells.pair[sound & full & (weight > 0)]] = True
    at = np.flatnonzero(sound & whole[cells.pair])
    if not len(at):
        return gain
    pair, start = cells.pair[at], cells.left_start[at]
    own = np.zeros((left_class.shape[0], left_class.shape[1] + 1), dtype=np.int32)
    np.cumsum(_OWN[left_class], axis=1, out=own[:, 1:])
    over = own[pair, -1] > own[pair, start + cells.left_size[at]] - own[pair, start]
    paid = gain.copy()
    paid[at] = np.where(over, np.maximum(gain[at] + cost[pair], _LEAST), gain[at])
    return paid
