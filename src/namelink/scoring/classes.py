"""Names of which the class agrees, and of the rest something on each side that the other lacks.

Prizes, treaties, laws, stations and seas are named by their class and by what tells one from the
others of it: beside 雨果奖 any award has a prize, and beside 网络安全法 the Data Security Law has
security, too. Titles, in contrast, are rendered freely, and one word that agrees tells much.
"""

from dataclasses import dataclass

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Floats
from namelink.model.kinds import Kind
from namelink.scoring.align import Alignment
from namelink.scoring.facts import mask

# What the curve takes off at least, a kind: where nothing else agrees, and where something does.
_LEAST = {Kind.WORK: (14.0, 11.0), Kind.UNKNOWN: (14.0, 11.0), Kind.PLACE: (8.0, 5.0)}
_ALONE = np.array([_LEAST.get(kind, (0.0, 0.0))[0] for kind in KINDS])
_APART = np.array([_LEAST.get(kind, (0.0, 0.0))[1] for kind in KINDS])
_TITLED = np.array([kind in (Kind.WORK, Kind.UNKNOWN) for kind in KINDS])
# Titles are rendered freely, so that the curve of works is flat: however much agrees, this is
# what is left, and a twentieth of more. Names of places hold words that are left out.
_LEFT = -10.0
_TAKEN = 0.95 * _TITLED


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFacts:
    """Facts about pairs of a Chinese and a Latin name; each has shape (pairs,), false for people.

    Attributes:
        alone: the class agrees, and nothing of all that tells one of it from another.
        apart: the class agrees and something more, and yet something is left over on each side.
    """

    alone: Flags
    apart: Flags


def class_facts(batch: Batch, alignment: Alignment) -> ClassFacts:
    """Facts about the pairs of a batch.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        The facts.
    """
    mine, theirs = alignment.mine, alignment.theirs
    # A village or a castle of a title is invented, and rendered freely.
    titles = _TITLED[batch.kind_of] & (mine["place_class"] != 0)
    found = (mine["class"] != 0) & ~titles & (theirs["class"] != 0)
    found &= batch.mine.han[batch.left_of] & batch.theirs.latin[batch.right_of]
    found &= batch.kind_of != KINDS.index(Kind.PERSON)
    if not found.any():
        return ClassFacts(alone=found, apart=found)
    cells = alignment.cells.take(alignment.agrees)
    left = mask(cells.left_start, cells.left_size)
    right = mask(cells.right_start, cells.right_size)
    same = (left & mine["class"][cells.pair]) != 0
    same &= (right & theirs["class"][cells.pair]) != 0
    met = np.zeros_like(found)
    met[cells.pair[same]] = True
    over, beyond = mine["telling"].copy(), theirs["telling"].copy()
    np.bitwise_and.at(over, cells.pair, ~left)
    np.bitwise_and.at(beyond, cells.pair, ~right)
    found &= met & (over != 0) & (beyond != 0)
    alone = found & (over == mine["telling"]) & (beyond == theirs["telling"])
    return ClassFacts(alone=alone, apart=found & ~alone)


def class_doubt(batch: Batch, alone: Flags, apart: Flags, bits: Floats) -> Floats:
    """Bits by which a pair is less likely than others of its sum.

    A title that agrees in one word is mostly the one meant, if it is the one that agrees most; of
    two prizes that are prizes nothing of that kind is known. In a list such a pair keeps its
    place.

    Args:
        batch: the pairs.
        alone: whether a class alone agrees, see `ClassFacts`, shape (pairs,).
        apart: whether something else does, too.
        bits: the sum, shape (pairs,).

    Returns:
        Bits for the curve alone, never positive, shape (pairs,).
    """
    kind = batch.kind_of
    least = alone * _ALONE[kind] + apart * _APART[kind]
    found: Floats = -np.maximum(least, (alone | apart) * _TAKEN[kind] * (bits - _LEFT))
    return found
