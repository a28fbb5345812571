"""Features of names as numbers: packed rows for an index, and what a query asks for.

>>> rows = FeatureRows.of([{"s:wu": 1.0, "s:yong": 0.5}, {"s:wu": 1.0}])
>>> sorted(np.diff(rows.ends, prepend=0).tolist()), rows.size
([1, 2], 2)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.storage import Storage

Numbers = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]
Positions = npt.NDArray[np.int64]

# Weights are kept in hundredths, at most 2.55.
STEP = 0.01
_MOST = 255
NO_GROUPS: Mapping[str, int] = MappingProxyType({})


def hashed(text: str) -> int:
    """A string as 64 bits: the same in every process and on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


_number = lru_cache(maxsize=100_000)(hashed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a query asks for.

    Attributes:
        numbers: features as 64 bits, shape (features,).
        weights: how sure it is that the counterpart has each, shape (features,).
        groups: the same number for features of which the counterpart has one, -1 for what stands
            alone, shape (features,).
    """

    numbers: Numbers
    weights: Weights
    groups: Counts

    @classmethod
    def of(cls, query: Mapping[str, float], groups: Mapping[str, int] = NO_GROUPS) -> Self:
        """Take the features of a query.

        Args:
            query: weight by feature.
            groups: a number by feature, for those that are alternatives of each other.
        """
        return cls(
            numbers=np.array(list(map(_number, query)), dtype=np.uint64),
            weights=np.array(list(query.values()), dtype=np.float32),
            groups=np.array([groups.get(feature, -1) for feature in query], dtype=np.int32),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Some features that names hold together, as those of one word are; told apart by identity.

    Attributes:
        numbers: features as 64 bits, shape (features,).
        weight: weight of each in hundredths, dtype uint8.
    """

    numbers: Numbers
    weight: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, names: Sequence[str], weights: Sequence[float]) -> Self:
        """Take features with their weights."""
        steps = np.rint(np.array(weights, dtype=np.float64) / STEP).clip(1, _MOST)
        return cls(np.array(list(map(_number, names)), np.uint64), steps.astype(np.uint8))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeatureRows:
    """Features of some rows by feature, ready to be put together with those of others.

    Attributes:
        numbers: distinct features as 64 bits, ascending, shape (features,).
        ends: where the rows that hold each feature end, shape (features,).
        owners: those rows, ascending for each feature, dtype uint16 where it holds them.
        weight: what each feature weighs in each of them, in hundredths, dtype uint8.
        size: how many rows there are.
    """

    numbers: Numbers
    ends: Counts
    owners: npt.NDArray[Any]
    weight: npt.NDArray[np.uint8]
    size: int

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, float]]) -> Self:
        """Pack features.

        Args:
            rows: weight by feature, one mapping a row.
        """
        return cls.packed(((), row) for row in rows)

    @classmethod
    def packed(cls, rows: Iterable[tuple[Iterable[Packed], Mapping[str, float]]]) -> Self:
        """Put features together; of those that a row has twice the greatest weight counts.

        Args:
            rows: what each row shares with others, and what is its own.
        """
        known: dict[Packed, int] = {}
        # Pieces of each row, its own features as -1, and what these are.
        which: list[int] = []
        counts: list[int] = []
        names: list[str] = []
        weights: list[float] = []
        own_ends: list[int] = []
        for shared, own in rows:
            before = len(which)
            which += [known.setdefault(each, len(known)) for each in shared]
            which.append(-1)
            counts.append(len(which) - before)
            names += own
            weights += own.values()
            own_ends.append(len(names))
        last = Packed.of(names, weights)
        every = (*known, last)
        sizes = np.array([len(each.numbers) for each in known], dtype=np.int64)
        ends = np.cumsum(np.append(sizes, np.diff(own_ends, prepend=0)))
        chosen = np.array(which, dtype=np.int64)
        chosen[chosen < 0] = np.arange(len(known), len(ends))
        # Distinct words are far fewer than those of all rows; only they are looked up by number.
        numbers, place = _numbered(np.concatenate([each.numbers for each in every]))
        entries, sizes = spread(ends, chosen)
        row_of = np.repeat(np.repeat(np.arange(len(counts)), counts), sizes)
        weight = np.concatenate([each.weight for each in every])[entries]
        return cls._grouped(numbers, place[entries], row_of, weight, len(counts))

    @classmethod
    def listed(
        cls, numbers: Numbers, row_of: Positions, weight: npt.NDArray[np.uint8], size: int
    ) -> Self:
        """Pack entries.

        Args:
            numbers: a feature, as 64 bits, by entry.
            row_of: the row that holds it, ascending.
            weight: its weight there in hundredths.
            size: how many rows there are.
        """
        known, place = _numbered(numbers)
        return cls._grouped(known, place, row_of, weight, size)

    @classmethod
    def _grouped(
        cls,
        numbers: Numbers,
        place: npt.NDArray[np.intp],
        row_of: Positions,
        weight: npt.NDArray[np.uint8],
        size: int,
    ) -> Self:
        order = by_number(place)
        place, row_of, weight = place[order], row_of[order], weight[order]
        first = np.flatnonzero(
            (np.diff(place, prepend=-1) != 0) | (np.diff(row_of, prepend=-1) != 0)
        )
        if len(first) < len(place):
            weight = np.maximum.reduceat(weight, first)
        counts = np.bincount(place[first], minlength=len(numbers))
        return cls(
            numbers=numbers,
            ends=np.cumsum(counts).astype(np.int32),
            owners=row_of[first].astype(np.min_scalar_type(max(size - 1, 1 << 8))),
            weight=weight,
            size=size,
        )

    def forward(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint8], Positions]:
        """The same by row: which features the rows hold, ascending in each, and their weights.

        Returns:
            Positions in ``numbers`` and weights, one row after the other, and the size of each.
        """
        place = np.repeat(np.arange(len(self.numbers)), np.diff(self.ends, prepend=0))
        order = np.argsort(self.owners, kind="stable")
        sizes = np.bincount(self.owners, minlength=self.size).astype(np.int64)
        return place[order], self.weight[order], sizes


class RowParts(Sequence[FeatureRows]):
    """Packed rows, part after part, kept where there is room for them."""

    def __init__(self, storage: Storage) -> None:
        """Begin with none.

        Args:
            storage: where they are kept.
        """
        self._growing = {
            "numbers": storage.growing(np.uint64),
            "ends": storage.growing(np.int32),
            "owners": storage.growing(np.uint16),
            "weight": storage.growing(np.uint8),
        }
        self._arrays: dict[str, npt.NDArray[Any]] = {}
        # Where the features and the entries of each part end, and how many rows it has.
        self._ends: list[tuple[int, int, int]] = []

    def add(self, part: FeatureRows) -> None:
        """Take the next rows, at most 65,536 of them."""
        for name, growing in self._growing.items():
            growing.add(getattr(part, name))
        features, entries, _ = self._ends[-1] if self._ends else (0, 0, 0)
        features, entries = features + len(part.numbers), entries + len(part.owners)
        self._ends.append((features, entries, part.size))

    def done(self) -> Self:
        """All of them; only now they can be read."""
        self._arrays = {name: growing.done() for name, growing in self._growing.items()}
        return self

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self._ends)

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - a sequence may be sliced; this is not
        """The rows of a part."""
        if at >= len(self._ends):
            raise IndexError(f"there is no part {at}: there are {len(self._ends)}")
        begin, first, _ = self._ends[at - 1] if at else (0, 0, 0)
        end, last, size = self._ends[at]
        spans = {"numbers": (begin, end), "ends": (begin, end)}
        own = {
            name: array[slice(*spans.get(name, (first, last)))]
            for name, array in self._arrays.items()
        }
        return FeatureRows(size=size, **own)


def spread(ends: npt.NDArray[Any], chosen: npt.NDArray[Any]) -> tuple[Positions, Positions]:
    """Positions of what stands in some ranges, one range after the other, and their sizes.

    >>> spread(np.array([2, 5]), np.array([1, 0]))[0].tolist()
    [2, 3, 4, 0, 1]

    Args:
        ends: where each range ends; they follow each other.
        chosen: the ranges.
    """
    if not len(chosen):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    begins = np.where(chosen > 0, ends[chosen - 1], 0).astype(np.int64)
    return ranges(begins, ends[chosen] - begins)


def ranges(begins: Positions, sizes: Positions) -> tuple[Positions, Positions]:
    """Positions of what stands in ranges, one range after the other, and their sizes again.

    >>> ranges(np.array([2, 0]), np.array([3, 2]))[0].tolist()
    [2, 3, 4, 0, 1]
    """
    shift = begins - (np.cumsum(sizes) - sizes)
    return np.repeat(shift, sizes) + np.arange(int(sizes.sum())), sizes


def _numbered(numbers: Numbers) -> tuple[Numbers, npt.NDArray[np.intp]]:
    """Each number once, ascending, and where each stands among them."""
    order = np.argsort(numbers)
    rising = numbers[order]
    new = np.ones(len(rising), dtype=bool)
    new[1:] = rising[1:] != rising[:-1]
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.cumsum(new) - 1
    return rising[new], place


def by_number(numbers: npt.NDArray[np.integer]) -> npt.NDArray[np.intp]:
    """A stable order by small number: one or two passes by 16 bits, which numpy sorts by radix."""
    low = np.argsort((numbers & 0xFFFF).astype(np.uint16), kind="stable")
    if not len(numbers) or numbers.max() <= 0xFFFF:
        return low
    high = np.argsort((numbers[low] >> 16).astype(np.uint16), kind="stable")
    order: npt.NDArray[np.intp] = low[high]
    return order
