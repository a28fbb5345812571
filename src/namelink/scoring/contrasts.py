"""Words on both sides that exclude each other: the navy is no army, and physics no chemistry.

That something is left over on both sides tells little, since English renders freely. But a body of
one concept of a system is none of another concept of it.
"""

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags
from namelink.model.form import Form
from namelink.model.kinds import Kind
from namelink.scoring.align import Alignment
from namelink.scoring.concepts import contrasts_of
from namelink.scoring.facts import mask
from namelink.tables.contrasts import Concepts


def excluded(batch: Batch, alignment: Alignment) -> Flags:
    """Whether each name of a pair has a word left over that excludes one of the other's.

    What corresponds without telling anything is left over.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        False for people, and but for a Chinese name beside a Latin one, shape (pairs,).
    """
    found: Flags = (alignment.mine["contrasts"] != 0) & (alignment.theirs["contrasts"] != 0)
    found &= batch.mine.han[batch.left_of] & batch.theirs.latin[batch.right_of]
    found &= batch.kind_of != KINDS.index(Kind.PERSON)
    if not found.any():
        return found
    cells = alignment.cells.take((alignment.weight <= 0) & found[alignment.cells.pair])
    mine, theirs = alignment.left_over.copy(), alignment.right_over.copy()
    np.bitwise_or.at(mine, cells.pair, mask(cells.left_start, cells.left_size))
    np.bitwise_or.at(theirs, cells.pair, mask(cells.right_start, cells.right_size))
    found &= (alignment.mine["contrasts"] & mine) != 0
    found &= (alignment.theirs["contrasts"] & theirs) != 0
    for row in np.flatnonzero(found).tolist():
        one = _left(batch.left[batch.left_of[row]], int(mine[row]))
        other = _left(batch.right[batch.right_of[row]], int(theirs[row]))
        found[row] = _exclude(one, other)
    return found


def _left(form: Form, over: int) -> Concepts:
    """Concepts of the words of which all atoms are left over."""
    left = [word.concepts for word in contrasts_of(form) if not word.atoms & ~over]
    return frozenset().union(*left)


def _exclude(mine: Concepts, theirs: Concepts) -> bool:
    return mine.isdisjoint(theirs) and not {system for system, _ in mine}.isdisjoint(
        system for system, _ in theirs
    )
