"""Features of names as numbers: packed rows for an index, and what a query asks for.

>>> FeatureRows.of([{"s:wu": 1.0, "s:yong": 0.5}, {"s:wu": 1.0}]).held.tolist()
[0, 1, 0]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Self

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]

# Weights are kept in hundredths, at most 2.55.
STEP = 0.01


def hashed(text: str) -> int:
    """A string as 64 bits: the same in every process and on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


_number = lru_cache(maxsize=500_000)(hashed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a query asks for.

    Attributes:
        numbers: features as 64 bits, shape (features,).
        weights: how sure it is that the counterpart has each, shape (features,).
    """

    numbers: Numbers
    weights: Weights

    @classmethod
    def of(cls, query: Mapping[str, float]) -> Self:
        """Take the features of a query."""
        return cls(
            numbers=np.array(list(map(_number, query)), dtype=np.uint64),
            weights=np.array(list(query.values()), dtype=np.float32),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureRows:
    """Features of some rows, ready to be put together with those of others.

    Attributes:
        numbers: distinct features as 64 bits, shape (distinct,).
        held: which of them each row holds, one row after the other, shape (entries,).
        weight: weight of each in hundredths, dtype uint8, shape (entries,).
        sizes: how many each row holds, shape (rows,).
    """

    numbers: Numbers
    held: Counts
    weight: npt.NDArray[np.uint8]
    sizes: Counts

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, float]]) -> Self:
        """Pack features.

        Args:
            rows: weight by feature, one mapping a row.
        """
        places: dict[str, int] = {}
        held: list[int] = []
        weight: list[float] = []
        sizes: list[int] = []
        for row in rows:
            held += [places.setdefault(name, len(places)) for name in row]
            weight += row.values()
            sizes.append(len(row))
        steps = np.rint(np.array(weight, dtype=np.float64) / STEP).clip(1, 255)
        return cls(
            numbers=np.array([_number(name) for name in places], dtype=np.uint64),
            held=np.array(held, dtype=np.int32),
            weight=steps.astype(np.uint8),
            sizes=np.array(sizes, dtype=np.int32),
        )
