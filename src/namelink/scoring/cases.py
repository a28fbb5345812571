"""Names that may be of several kinds: scored as each, and every kind counts by its share.

A case is a pair of forms; an entry of a batch is a case as one kind.
"""

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Floats

Doubles = npt.NDArray[np.float64]

# What the other kinds of a case add to its bits, of what they would add to its odds.
_SHARED = 0.5


def pool(batch: Batch, bits: Doubles, chance: Floats) -> tuple[Doubles, Floats]:
    """Let one entry of a case speak for all: the kind that does most for a match.

    As a case is of one kind, its probability is the mean of those as each kind, by their shares;
    so a kind that takes everything easily makes no match alone. Its bits lie midway between those
    of the kind that speaks and the mean of odds: with the first alone the order of candidates
    jumps where their kinds are guessed apart, with the second the kind that weighs most freely
    decides it, and among names of all kinds brings up what is of another.

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
    bits[speaks] += _SHARED * (np.logaddexp2.reduceat(bits[order], starts) - bits[speaks])
    parts[speaks] = np.add.reduceat(parts[order], starts)
    return bits, np.minimum(parts, 1.0)
