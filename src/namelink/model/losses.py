"""How well each romanization reads a cell, packed into the one number that a cell carries.

>>> packed = pack_losses(np.array([[0.0], [3.0]]), np.array([[True], [True]]), np.array([0, 2]))
>>> losses_of(packed)[0, :3].tolist()
[0.0, inf, 3.0]
"""

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Flags, Floats, Ints
from namelink.model.kinds import ROMANIZATIONS

# Bits of the number that a romanization takes; 0 there says that it does not read the cell.
_WIDTH = 3
_STEP = 1.5
_MOST = (1 << _WIDTH) - 2
# Details of cells that two spellings share are no packed losses.
EVERY = (1 << _WIDTH * len(ROMANIZATIONS)) - 1


def pack_losses(loss: Floats, reads: Flags, numbers: npt.NDArray[np.intp]) -> Ints:
    """One number a cell.

    Args:
        loss: bits by which a system reads a cell worse than the best does, shape (systems, cells).
        reads: whether it reads every syllable, in the same shape.
        numbers: position of each system in `ROMANIZATIONS`, shape (systems,).

    Returns:
        Details, shape (cells,).
    """
    steps = np.where(reads, np.minimum(np.rint(loss / _STEP), _MOST) + 1, 0).astype(np.int32)
    shifted = steps << (_WIDTH * numbers[:, None]).astype(np.int32)
    packed: Ints = shifted.sum(axis=0, dtype=np.int32)
    return packed


def losses_of(detail: Ints) -> Floats:
    """How much worse than the best each romanization reads a cell.

    Args:
        detail: as `pack_losses` makes them, shape (cells,).

    Returns:
        Bits in coarse steps, capped, by position in `ROMANIZATIONS`; infinite where a system does
        not read every syllable. Shape (cells, romanizations).
    """
    shifts = _WIDTH * np.arange(len(ROMANIZATIONS), dtype=np.int32)
    steps = (detail[:, None] >> shifts) & ((1 << _WIDTH) - 1)
    found: Floats = np.where(steps > 0, (steps - 1) * _STEP, np.inf).astype(np.float32)
    return found
