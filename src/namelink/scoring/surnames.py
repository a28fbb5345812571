"""How far the Chinese surname of a left name reaches."""

from namelink.model.batch import Batch, Cells, Ints


def surname_lengths(batch: Batch, cells: Cells) -> Ints:
    """Atoms of the surname of the left name that each cell stands in.

    Args:
        batch: the pairs.
        cells: correspondences.

    Returns:
        Shape (cells,); 0 where the name begins with no Chinese surname.
    """
    found: Ints = batch.mine.surname[batch.left_of[cells.pair]]
    return found
