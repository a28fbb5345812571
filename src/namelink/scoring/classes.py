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
_PLACES = np.array([kind is Kind.PLACE for kind in KINDS])
_TITLED = np.array([kind in (Kind.WORK, Kind.UNKNOWN) for kind in KINDS])
# Titles are rendered freely, so that the curve of works is flat: however much agrees, this is
# what is left, and a twentieth of more. So it is where names differ in a sibling's word alone.
_LEFT = -10.0
_TAKEN = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFacts:
    """Facts about pairs of a Chinese and a Latin name; each has shape (pairs,), false for people.

    Attributes:
        alone: the class agrees, and nothing of all that tells one of it from another.
        apart: the class agrees and something more, and yet something is left over on each side.
        sibling: nothing is left over of one name, and of the other only what tells two of one
            name apart: the Summer Palace and the Old Summer Palace. Titles in Chinese have such
            words where English ones have none (小丑, Joker).
    """

    alone: Flags
    apart: Flags
    sibling: Flags


def class_facts(batch: Batch, alignment: Alignment) -> ClassFacts:
    """Facts about the pairs of a batch.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        The facts.
    """
    mine, theirs = alignment.mine, alignment.theirs
    asked = batch.mine.han[batch.left_of] & batch.theirs.latin[batch.right_of]
    asked &= batch.kind_of != KINDS.index(Kind.PERSON)
    # A village or a castle of a title is invented, and rendered freely.
    titles = _TITLED[batch.kind_of] & (mine["place_class"] != 0)
    found = asked & (mine["class"] != 0) & ~titles & (theirs["class"] != 0)
    siblings = (mine["sibling"] != 0) | (theirs["sibling"] != 0)
    if not (found | asked & siblings).any():
        return ClassFacts(alone=found, apart=found, sibling=found)
    cells = alignment.cells.take(alignment.agrees)
    left = mask(cells.left_start, cells.left_size)
    right = mask(cells.right_start, cells.right_size)
    same = (left & mine["class"][cells.pair]) != 0
    same &= (right & theirs["class"][cells.pair]) != 0
    met = np.zeros_like(found)
    met[cells.pair[same]] = True
    over, beyond = mine["atoms"].copy(), theirs["atoms"].copy()
    np.bitwise_and.at(over, cells.pair, ~left)
    np.bitwise_and.at(beyond, cells.pair, ~right)
    lacks, more = over & mine["telling"], beyond & theirs["telling"]
    found &= met & (lacks != 0) & (more != 0)
    alone = found & (lacks == mine["telling"]) & (more == theirs["telling"])
    sibling = (
        (lacks != 0) & ((lacks & ~mine["sibling"]) == 0) & (more == 0) & _PLACES[batch.kind_of]
    )
    sibling |= (more != 0) & ((more & ~theirs["sibling"]) == 0) & (lacks == 0)
    agrees = asked & (over != mine["atoms"])
    return ClassFacts(alone=alone, apart=found & ~alone, sibling=sibling & agrees)


def class_doubt(batch: Batch, found: ClassFacts, bits: Floats) -> Floats:
    """Bits by which a pair is less likely than others of its sum.

    A title that agrees in one word is mostly the one meant, if it is the one that agrees most; of
    two prizes that are prizes nothing of that kind is known. In a list such a pair keeps its
    place.

    Args:
        batch: the pairs.
        found: what is true of them.
        bits: the sum, shape (pairs,).

    Returns:
        Bits for the curve alone, never positive, shape (pairs,).
    """
    kind = batch.kind_of
    least = found.alone * _ALONE[kind] + found.apart * _APART[kind]
    share = (found.alone | found.apart) * _TITLED[kind] | found.sibling & (_ALONE[kind] > 0)
    doubt: Floats = -np.maximum(least, share * _TAKEN * (bits - _LEFT))
    return doubt
