"""What is noise among foreign sounds, by what else a name may be.

What sounds no better than chance still tells more than what does not sound at all: 固特异 is
rather Goodyear than Allianz. But many people and places sound alike, and in the long names of
institutes there is always something that sounds like something.
"""

import numpy as np

from namelink.model.batch import KINDS, Batch, Cells, Floats
from namelink.model.kinds import Kind, Role

# Bits below which a span tells nothing at all, and below which it tells nothing among many alike.
LEAST_BITS = -3.0
_LEAST_AMONG_MANY = 1.5
_MANY_SOUND_ALIKE = np.array([kind in (Kind.PERSON, Kind.PLACE) for kind in KINDS])
_FEW_WORDS = 2


def least_bits(batch: Batch, cells: Cells) -> Floats:
    """Bits below which each cell is noise.

    Args:
        batch: the pairs.
        cells: what sounds alike.

    Returns:
        The bounds, shape (cells,).
    """
    theirs, kind = batch.theirs, batch.kind_of[cells.pair]
    told = (theirs.size > _FEW_WORDS) & ~theirs.has_role((Role.LEGAL_FORM,)).any(axis=1)
    institute = told[batch.right_of[cells.pair]] & (kind == KINDS.index(Kind.ORG))
    among_many = _MANY_SOUND_ALIKE[kind] | institute
    found: Floats = np.where(among_many, _LEAST_AMONG_MANY, LEAST_BITS)
    return found
