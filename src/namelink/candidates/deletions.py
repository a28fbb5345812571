"""Strings that differ in one character, found by what is left when any one is taken out.

For Chinese names: one character wrong, missing or too many, or two neighbors exchanged. Two
strings that differ so become equal when at most one character is taken out of each. So every
string is kept under a hash of itself and of all that is left of it, and a query is looked up by
the same; what only the hash lets through is found out by comparing.

>>> index = DeletionIndex.build(["李随康", "蓝康", "蓝随康", "康随蓝"])
>>> near = index.search(["蓝随康", "随蓝康"])
>>> list(zip(near.query.tolist(), near.position.tolist(), near.distance.tolist()))
[(0, 2, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 2, 1)]
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.bags import code_points, lengths
from namelink.candidates.changes import MARGIN, changes
from namelink.candidates.storage import MEMORY, Storage, by_range
from namelink.candidates.texts import Texts

Rows = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

# Odd numbers with bits all over: the base of the polynomial, and what spreads code points.
_BASE, _SPREAD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
# Strings hashed and queries looked up in one stroke.
_CHUNK, _TOGETHER = 1 << 16, 1024
# Pairs that are put in order in one stroke.
_PAIRS_AT_ONCE = 1 << 23


@dataclass(frozen=True, slots=True)
class Near:
    """Strings found, by query, then equal ones first, then by position.

    Attributes:
        query: number of the query, dtype int64, shape (found,).
        position: position of the string found.
        distance: 0 if they are equal, otherwise 1.
    """

    query: Rows
    position: Rows
    distance: Rows


@dataclass(frozen=True, slots=True)
class DeletionIndex:
    """Strings by what one deletion leaves of them. Built once, asked often; never changed.

    Attributes:
        texts: the strings.
        hashes: half hashes of strings and of what is left of them, rising, dtype uint32.
        owner: position of the string that each belongs to, dtype uint32.
    """

    texts: Texts
    hashes: npt.NDArray[np.uint32]
    owner: npt.NDArray[np.uint32]

    @classmethod
    def build(cls, texts: Texts | Sequence[str], storage: Storage = MEMORY) -> Self:
        """Index strings: eight bytes for each of their characters and eight more.

        Args:
            texts: any strings.
            storage: where the index is kept.
        """
        texts = texts if isinstance(texts, Texts) else Texts.of(texts)
        every, ends = storage.growing(np.uint64), [0]
        for pairs in _hashed(texts):
            every.add(pairs)
            ends.append(ends[-1] + len(pairs))
        whole = every.done()
        parts = [whole[begin:end] for begin, end in pairwise(ends)]
        hashes, owner = storage.growing(np.uint32), storage.growing(np.uint32)
        for pairs in by_range(parts, _PAIRS_AT_ONCE):
            pairs.sort()
            hashes.add(pairs >> _HALF)
            owner.add(pairs & _LOW)
        return cls(texts, hashes.done(), owner.done())

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """All that it is made of beside the strings, for a file."""
        return {"hashes": self.hashes, "owner": self.owner}

    @classmethod
    def from_arrays(cls, texts: Texts, arrays: Mapping[str, npt.NDArray[Any]]) -> Self:
        """Open an index. Nothing is copied.

        Args:
            texts: the strings that it was built of.
            arrays: what ``arrays`` returned.
        """
        return cls(texts, arrays["hashes"], arrays["owner"])

    def __len__(self) -> int:
        return len(self.texts)

    def search(self, queries: Sequence[str]) -> Near:
        """All strings that become each query by one change at most.

        A change is a character replaced, taken out or put in, or two neighbors exchanged.

        Args:
            queries: any strings.

        Returns:
            Exactly what comparing with every string would give.
        """
        found = [self._search(queries, at) for at in range(0, len(queries), _TOGETHER)]
        query, position, distance = (
            np.concatenate([np.zeros(0, np.int64), *columns])
            for columns in (zip(*found, strict=True) if found else ((), (), ()))
        )
        return Near(query, position, distance)

    def _search(self, queries: Sequence[str], at: int) -> tuple[Rows, Rows, Rows]:
        """What some queries from one on find."""
        asked = queries[at : at + _TOGETHER]
        sought = np.sort(np.concatenate(list(_hashed(Texts.of(asked)))))
        half = (sought >> _HALF).astype(np.uint32)
        begin = self.hashes.searchsorted(half)
        count = self.hashes.searchsorted(half, side="right") - begin
        number = np.repeat(sought.astype(np.uint32), count).astype(np.uint64)
        place = np.arange(len(number)) + np.repeat(begin - np.cumsum(count) + count, count)
        pairs = np.sort(number << _HALF | self.owner[place])
        pairs = pairs[np.diff(pairs, prepend=~np.uint64(0)) != 0]
        query, position = (pairs >> _HALF).astype(np.int64), pairs.astype(np.uint32)
        position = position.astype(np.int64)
        distance = changes(Texts.of([MARGIN, *asked, MARGIN]), query + 1, self.texts, position)
        near = np.flatnonzero(distance <= 1)
        # They stand by query and position; numbers below 2,048 are sorted by radix.
        turn = (2 * query[near] + distance[near]).astype(np.uint16)
        near = near[np.argsort(turn, kind="stable")]
        return query[near] + at, position[near], distance[near]


def _hashed(texts: Texts) -> Iterator[Hashes]:
    """Half hashes in the upper halves, positions in the lower ones; no two are equal.

    A string is hashed as a polynomial in its characters, so that the hash of what is left without
    one is put together from sums over what stands before and behind it.
    """
    long = lengths(texts).astype(np.int64)
    base = np.full(int(long.max(initial=0)) + 1, _BASE, dtype=np.uint64)
    power = np.cumprod(base, dtype=np.uint64)
    for begin in range(0, len(texts), _CHUNK):
        size = long[begin : begin + _CHUNK]
        end = begin + len(size)
        first = texts.ends[begin - 1] if begin else 0
        points = code_points(texts.data[first : texts.ends[end - 1]]).astype(np.uint64)
        ends = np.cumsum(size)
        owner = np.repeat(np.arange(len(size)), size)
        at = np.arange(len(points)) - (ends - size)[owner]
        spread: Hashes = (points + np.uint64(1)) * np.uint64(_SPREAD)
        spread ^= spread >> _HALF
        before = _sums(spread * power[1:][at])
        # The same with each character one place further ahead.
        behind = _sums(spread * power[at])
        whole = before[ends] - before[ends - size]
        here = np.arange(len(points))
        left = before[here] - before[(ends - size)[owner]] + behind[ends[owner]] - behind[here + 1]
        hashes = np.concatenate([whole, left]) >> _HALF << _HALF
        pairs = hashes | (np.concatenate([np.arange(len(size)), owner]) + begin).astype(np.uint64)
        pairs.sort()
        yield pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]


def _sums(values: Hashes) -> Hashes:
    """Sums of all before each place, with the sum of all at the end; they wrap around."""
    return np.concatenate([np.zeros(1, np.uint64), np.cumsum(values, dtype=np.uint64)])
