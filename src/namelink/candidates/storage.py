"""Where large arrays are kept while they are made: in memory, or in files of a folder.

>>> grown = MEMORY.growing(np.int32)
>>> grown.add(np.array([1, 2])); grown.add(np.array([3]))
>>> grown.done().tolist()
[1, 2, 3]
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class Growing(Protocol):
    """An array that is made piece by piece."""

    def add(self, piece: Array) -> None:
        """Put numbers at the end."""

    def done(self) -> Array:
        """The whole array; nothing can be added any more."""


class Storage(Protocol):
    """A place for arrays."""

    def growing(self, dtype: npt.DTypeLike) -> Growing:
        """A new array of numbers of a type, empty."""


class Memory:
    """Arrays in memory."""

    def growing(self, dtype: npt.DTypeLike) -> Growing:
        """A new array of numbers of a type, empty."""
        return _Pieces(np.dtype(dtype))


MEMORY = Memory()


class Folder:
    """Arrays in files of a folder, mapped; who made the folder takes it away."""

    def __init__(self, path: Path) -> None:
        """Take an empty folder."""
        self._path = path
        self._files = 0

    def growing(self, dtype: npt.DTypeLike) -> Growing:
        """A new array of numbers of a type, empty."""
        self._files += 1
        return _File(self._path / f"{self._files}", np.dtype(dtype))


def by_range(parts: Sequence[Array], at_once: int) -> Iterator[Array]:
    """What stands in some parts, a range of numbers at a time, all of it in the end.

    >>> parts = [np.array([1, 2**63], np.uint64), np.array([5], np.uint64)]
    >>> [numbers.tolist() for numbers in by_range(parts, 2)]
    [[1, 5], [9223372036854775808]]

    Args:
        parts: numbers of 64 bits, rising in each, about as many of them in each range of a size.
        at_once: how many a range holds, about.
    """
    ranges = sum(map(len, parts)) // at_once + 1
    begins = [0] * len(parts)
    for at in range(1, ranges + 1):
        ends = [
            int(part.searchsorted(np.uint64((at << 64) // ranges))) if at < ranges else len(part)
            for part in parts
        ]
        own = [part[b:e] for part, b, e in zip(parts, begins, ends, strict=True)]
        yield np.concatenate([np.zeros(0, np.uint64), *own])
        begins = ends


class _Pieces:
    def __init__(self, dtype: np.dtype[Any]) -> None:
        self._dtype = dtype
        self._pieces: list[Array] = []

    def add(self, piece: Array) -> None:
        # What is not copied could be a view of something larger, and keep it.
        self._pieces.append(piece.astype(self._dtype))

    def done(self) -> Array:
        whole = np.empty(sum(map(len, self._pieces)), dtype=self._dtype)
        end = len(whole)
        # From the end, and let go one by one: both at once would take twice the memory.
        while self._pieces:
            piece = self._pieces.pop()
            whole[end - len(piece) : end] = piece
            end -= len(piece)
        return whole


class _File:
    def __init__(self, path: Path, dtype: np.dtype[Any]) -> None:
        self._path = path
        self._dtype = dtype
        self._stream = path.open("wb")

    def add(self, piece: Array) -> None:
        self._stream.write(piece.astype(self._dtype, copy=False).data)

    def done(self) -> Array:
        self._stream.close()
        if not self._path.stat().st_size:
            return np.zeros(0, dtype=self._dtype)
        return np.asarray(np.memmap(self._path, dtype=self._dtype, mode="r"))
