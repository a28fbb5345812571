"""Names that may be of several kinds: scored as each, and every kind counts by its share.

A case is a pair of forms; an entry of a batch is a case as one kind.
"""

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Floats

Doubles = npt.NDArray[np.float64]


def pool(batch: Batch, bits: Doubles, chance: Floats) -> tuple[Doubles, Floats]:
    """Let one entry of a case speak for all: the kind that does most for a match.

    As a case is of one kind, its probability is the mean of those as each kind, by their shares;
    and the odds that its bits stand for are the mean of odds. So a kind that takes everything
    easily makes no match alone, and yet the order of candidates does not jump where their kinds
    are guessed apart.

    Args:
        batch: the entries.
        bits: prior and evidence of each entry as its kind, shape (entries,).
        chance: probability of a match as its kind, in the same shape.

    Returns:
        Both in the same shape: of the whole case where the entry speaks for it, and of every
        other entry its part, which is less.
    """
    parts = chance * batch.share
    bits = bits + np.log2(batch.share)
    if len(batch.case_of) == batch.case_of.max(initial=-1) + 1:
        return bits, parts
    order = np.lexsort((-bits, -parts, batch.case_of))
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = batch.case_of[order][1:] != batch.case_of[order][:-1]
    starts = np.flatnonzero(begins)
    speaks = order[starts]
    bits[speaks] = np.logaddexp2.reduceat(bits[order], starts)
    parts[speaks] = np.add.reduceat(parts[order], starts)
    return bits, np.minimum(parts, 1.0)
