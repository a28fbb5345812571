"""How far the Chinese surname of a left name reaches."""

import numpy as np

from namelink.model.batch import Batch, Cells, Ints


def surname_lengths(batch: Batch, cells: Cells) -> Ints:
    """Atoms of the surname of the left name that each cell stands in.

    Args:
        batch: the pairs.
        cells: correspondences.

    Returns:
        Shape (cells,); 0 where the name begins with no Chinese surname.
    """
    length = np.array([sum(map(bool, form.surname)) for form in batch.left], dtype=np.int32)
    found: Ints = np.append(length, 0)[batch.left_of[cells.pair]].astype(np.int32)
    return found
