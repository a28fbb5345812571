"""An inverted index over weighted features, in arrays.

A candidate's worth is the sum over shared features of both weights and of the feature's rarity,
over the square root of the candidate's own total: a long name shares more by chance.

>>> index = FeatureIndex([{"s:wu": 1.0, "s:yong": 1.0}, {"s:wu": 1.0, "s:ze": 1.0}])
>>> index.best({"s:ze": 1.0, "s:wu": 1.0}, 1).tolist()
[1]
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

# Power of the candidate's own total by which its worth is divided. One would be a cosine, which
# favors short names that hold one of the query's features; zero favors long names.
_LENGTH_POWER = 0.35


class FeatureIndex:
    """Candidates by feature. Built once, asked often; never changed."""

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        """Index rows of features.

        Args:
            rows: weight by feature, one mapping a candidate.
        """
        self._size = len(rows)
        numbers: dict[str, int] = {}
        feature = [numbers.setdefault(name, len(numbers)) for row in rows for name in row]
        weight = np.array([value for row in rows for value in row.values()], dtype=np.float32)
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        owner = np.repeat(np.arange(len(rows), dtype=np.int32), lengths)
        self._numbers = numbers
        features = np.array(feature, dtype=np.int64)
        order = np.argsort(features, kind="stable")
        counts = np.bincount(features, minlength=len(numbers))
        self._ends = np.cumsum(counts)
        self._begins = self._ends - counts
        self._owner = owner[order]
        # Rarity in nats, at least a little for a feature that every candidate holds.
        self._rarity = np.log((len(rows) + 1) / (counts + 0.5)).clip(0.05).astype(np.float32)
        worth = weight[order] * np.repeat(self._rarity, counts)
        total = np.bincount(self._owner, weights=worth, minlength=len(rows))
        self._scale = (1.0 / np.maximum(total, 1.0) ** _LENGTH_POWER).astype(np.float32)
        self._worth = worth

    def best(self, query: Mapping[str, float], count: int) -> npt.NDArray[np.intp]:
        """The candidates that share most with a query.

        Args:
            query: weight by feature.
            count: how many, at most.

        Returns:
            Positions of candidates that share anything, best first, equals by position.
        """
        known = [
            (self._numbers[name], share) for name, share in query.items() if name in self._numbers
        ]
        if not known:
            return np.zeros(0, dtype=np.intp)
        owners = [self._owner[self._begins[at] : self._ends[at]] for at, _ in known]
        worths = [
            self._worth[self._begins[at] : self._ends[at]] * np.float32(share)
            for at, share in known
        ]
        total = np.bincount(
            np.concatenate(owners), weights=np.concatenate(worths), minlength=self._size
        )
        worth = total * self._scale
        if count < self._size:
            floor = np.partition(worth, self._size - count)[self._size - count]
            found = np.flatnonzero((worth >= floor) & (worth > 0))
        else:
            found = np.flatnonzero(worth > 0)
        return found[np.lexsort((found, -worth[found]))][:count]
