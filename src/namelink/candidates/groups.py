"""Features of a query that stand for the same part of it: the best counts, the others hardly.

>>> group = shared_groups(np.array([4, 4, 7, -1], dtype=np.int32))
>>> group.tolist()
[1, 1, 0, 0]
>>> owner, shared = np.array([0, 0, 1, 1]), np.array([2.0, 1.0, 2.0, 1.0], dtype=np.float32)
>>> repeated(owner, group, shared, 2).round(2).tolist()
[0.8, 0.0]
"""

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import Counts, Positions, Weights

# What a feature counts beside a better one that stands for the same part of the query. Nothing at
# all is as good for the first answer, and loses a few of the ten best.
REPEATED = 0.2


def shared_groups(groups: Counts) -> npt.NDArray[np.int16]:
    """Groups numbered from 1, and 0 for features that are alone in theirs.

    Args:
        groups: the group of each feature, -1 for none, shape (features,).

    Returns:
        Its number among the groups that several features have, shape (features,).
    """
    sizes = np.bincount(groups + 1, minlength=1)
    several = sizes > 1
    several[0] = False
    numbers = np.cumsum(several) * several
    return numbers[groups + 1].astype(np.int16)


def repeated(
    owner: Positions, group: npt.NDArray[np.int16], shared: Weights, rows: int
) -> npt.NDArray[np.float64]:
    """What rows have too much because they hold several features of a group.

    Args:
        owner: row of each entry, shape (entries,).
        group: group of each by `shared_groups`, shape (entries,).
        shared: what each counts, shape (entries,).
        rows: how many rows there are.

    Returns:
        What is to be taken off, shape (rows,).
    """
    some = np.flatnonzero(group)
    owner, shared = owner.take(some), shared.take(some)
    columns = int(group.max(initial=0))
    best = np.zeros((rows, columns), dtype=np.float32)
    np.maximum.at(best.ravel(), owner * columns + (group.take(some) - 1), shared)
    all_of_them = np.bincount(owner, weights=shared, minlength=rows)
    too_much: npt.NDArray[np.float64] = all_of_them - best.sum(axis=1, dtype=np.float64)
    return too_much * (1 - REPEATED)
