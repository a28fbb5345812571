"""The best matching of two lists: each member in one pair at most, the sum of worths largest.

The Hungarian method with potentials (Kuhn 1955, Munkres 1957), a row at a time, in O(n²(n + m)).

>>> import numpy as np
>>> best_matching(np.array([[5.0, 4.0], [4.5, -1.0]]))
[1, 0]
>>> best_matching(np.array([[-2.0]]))
[None]
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


def best_matching(worth: Doubles) -> list[int | None]:
    """Choose pairs so that their worths add up to most; a pair of no worth is not made.

    Args:
        worth: worth of each pair, finite, shape (left, right).

    Returns:
        For each left member the right one, or None.
    """
    left, right = worth.shape
    if not left or not right:
        return [None] * left
    # A column of its own for every left member that stays alone, at no worth.
    alone = np.full((left, left), -np.abs(worth).sum() - 1.0)
    np.fill_diagonal(alone, 0.0)
    taken = _assign(-np.hstack([worth, alone]))
    return [
        column if column < right and worth[row, column] > 0 else None
        for row, column in enumerate(taken)
    ]


def _assign(cost: Doubles) -> Sequence[int]:
    """Column of each row at the least total cost; there are as many columns as rows or more."""
    rows, columns = cost.shape
    row_price = np.zeros(rows)
    column_price = np.zeros(columns + 1)
    # The row that each column is given to; the last column is where a search begins.
    owner = np.full(columns + 1, -1)
    for row in range(rows):
        owner[columns] = row
        at = columns
        least = np.full(columns, np.inf)
        back = np.full(columns, columns)
        visited = np.zeros(columns + 1, dtype=bool)
        while owner[at] >= 0:
            visited[at] = True
            current = owner[at]
            free = ~visited[:columns]
            reduced = cost[current] - row_price[current] - column_price[:columns]
            better = free & (reduced < least)
            least[better] = reduced[better]
            back[better] = at
            nearest = int(np.argmin(np.where(free, least, np.inf)))
            step = least[nearest]
            row_price[owner[visited]] += step
            column_price[visited] -= step
            least[free] -= step
            at = nearest
        while at != columns:
            before = int(back[at])
            owner[at] = owner[before]
            at = before
    taken = np.zeros(rows, dtype=int)
    given = np.flatnonzero(owner[:columns] >= 0)
    taken[owner[given]] = given
    return [int(column) for column in taken]
