"""Rows of bits in blocks of like ones, so that most are passed over unseen.

A block keeps the bits that all its strings have and those that none has. What a query lacks of the
one or has of the other, parts it from every string of the block, so one test dismisses sixteen
strings, and one test a level higher 256.

>>> words = np.array([0b0011, 0b0111, 0b1000], dtype=np.uint64)
>>> lengths = np.array([2, 3, 4], dtype=np.int32)
>>> order = alike(words, lengths)
>>> blocks = Blocks.of(words[order], lengths[order])
>>> sight = blocks.sight(Reach.of(2, np.array([2, 1, 2, 1, 2])))
>>> rows, differing = blocks.near(np.uint64(0b0011), sight, Desk())
>>> sorted(zip(order[rows].tolist(), differing.tolist()))
[(0, 0), (1, 1)]
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

import numpy as np
import numpy.typing as npt

Scalar = TypeVar("Scalar", bound=np.generic)
Words = npt.NDArray[np.uint64]
Lengths = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Counts = npt.NDArray[np.uint8]

FAN, _SHIFT = 16, 4
# No level is added above one that has so few nodes: they are tested in one stroke.
_TOP = 4096
# Nodes looked into in one stroke: what is held meanwhile stays near the processor.
_STROKE = 4096
# Rows that a node of the tree is parted down to, rows looked at to choose how, bits that sort
# them then.
_LEAF, _SAMPLE, _DEPTH = 2048, 512, 14
# Bits that part a node less evenly than 3 of 100 tell nothing about its shape.
_UNEVEN = 0.03
_BYTE = 255


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from a query a string may be, by kind of node.

    Each array tells what bits must be fewer than, 0 where no string can do; the same for all that
    stand under a node, shape (kinds, 16). The kind of a node is twice its greatest length, and one
    more if some of its strings are shorter; -1, the last entry, is no node.

    Attributes:
        lacking: bits of the string that the query has not.
        extra: bits of the query that the string has not.
        either: both.
    """

    lacking: Counts
    extra: Counts
    either: Counts

    @classmethod
    def of(cls, length: int, limit: Rows, share: float = 1.0) -> Self:
        """What a greatest distance lets through.

        Args:
            length: characters of the query.
            limit: greatest distance by length of the string, odd where the lengths of both
                together are, less than their difference where there is none.
            share: of the bits that a string may differ in, how many a node may differ in; less
                than one looks into fewer nodes and misses some strings.
        """
        longer = np.arange(len(limit)) - length
        fits = limit >= np.abs(longer)
        # Of so many letters put in and taken out, this many more are put in than taken out.
        lacking, extra = (limit + longer) // 2, (limit - longer) // 2
        some = (np.ceil(share * most).astype(np.int64) for most in (lacking, extra))
        return cls(*(_by_kind(np.where(fits, most + 1, 0)) for most in (*some, limit)))


def _by_kind(fewer_than: Rows) -> Counts:
    at_most_so_long = np.maximum.accumulate(fewer_than)
    both = np.stack([fewer_than, at_most_so_long], axis=1).ravel()
    # Sixteen times, so that what stands under a node is compared without spreading its limit.
    each = np.append(both, 0).clip(max=_BYTE).astype(np.uint8)
    return np.repeat(each[:, None], FAN, axis=1)


@dataclass(frozen=True, slots=True)
class Sight:
    """A reach, and what it means for the nodes of the top: the same for all queries of a length.

    Attributes:
        reach: how far from a query a string may be.
        nodes: the nodes that may hold strings of a fitting length.
        kind: their kinds.
        lacking: what the reach says of each.
        extra: likewise.
    """

    reach: Reach
    nodes: slice
    kind: Lengths
    lacking: Counts
    extra: Counts


class Desk:
    """Room to work in, which one search after the other uses: making it anew costs more than that.

    Attributes:
        words: two times sixteen words for each node of a stroke.
        counts: as many counts.
    """

    def __init__(self) -> None:
        self.words = np.empty((2, _STROKE, FAN), dtype=np.uint64)
        self.counts = np.empty((2, _STROKE, FAN), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Level:
    """Nodes over the rows or over the nodes of the level below, sixteen to one.

    Attributes:
        every: the bits that all strings of a node have, by node.
        none: those that none of them has.
        kind: see ``Reach``; nodes that make their number a multiple of sixteen are none.
    """

    every: Words
    none: Words
    kind: Lengths

    @classmethod
    def over(cls, every: Words, none: Words, kind: Lengths) -> Self:
        """The level above nodes or rows, which are filled up."""
        kinds = kind.reshape(-1, FAN)
        greatest, least = kinds.max(axis=1), kinds.min(axis=1)
        return cls(
            filled(np.bitwise_and.reduce(every.reshape(-1, FAN), 1)),
            filled(np.bitwise_and.reduce(none.reshape(-1, FAN), 1)),
            filled(greatest | (least != greatest), -1),
        )

    def near(
        self, word: np.uint64, reach: Reach, above: Rows, kind: Lengths, desk: Desk
    ) -> tuple[Rows, Lengths]:
        """Nodes under some of the level above that may hold a string near enough.

        Args:
            word: bits of the query.
            reach: how far a string may be.
            above: the nodes above.
            kind: their kinds.
            desk: where to work.

        Returns:
            The nodes and their kinds.
        """
        (every, none), (lacking, extra) = desk.words[:, : len(above)], desk.counts[:, : len(above)]
        self.every.reshape(-1, FAN).take(above, axis=0, out=every, mode="clip")
        self.none.reshape(-1, FAN).take(above, axis=0, out=none, mode="clip")
        np.bitwise_count(np.bitwise_and(every, ~word, out=every), out=lacking)
        np.bitwise_count(np.bitwise_and(none, word, out=none), out=extra)
        near = lacking < reach.lacking.take(kind, axis=0)
        near &= extra < reach.extra.take(kind, axis=0)
        nodes = under(above, near.ravel().nonzero()[0])
        return nodes, self.kind.take(nodes)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Rows of one word each and the levels above them.

    Attributes:
        words: bits by row, in the order of ``alike``; the last one fills up to sixteen.
        size: how many rows there are.
        levels: from the one above the rows upwards.
    """

    words: Words
    size: int
    levels: tuple[Level, ...]

    @classmethod
    def of(cls, words: Words, lengths: Lengths) -> Self:
        """Build the levels.

        Args:
            words: bits by row, like ones side by side.
            lengths: characters of each string.
        """
        rows = filled(words)
        level = Level.over(rows, ~rows, filled(lengths * 2, -1))
        levels = [level]
        while len(level.kind) > _TOP:
            level = Level.over(level.every, level.none, level.kind)
            levels.append(level)
        return cls(rows, len(words), tuple(levels))

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """All that it is made of, by name."""
        columns = ("every", "none", "kind")
        levels = {
            f"{column}_{number}": getattr(level, column)
            for number, level in enumerate(self.levels)
            for column in columns
        }
        return {"words": self.words, **levels}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]], size: int) -> Self:
        """Blocks of what ``arrays`` returned, which is not copied."""
        numbers = range(sum(name.startswith("kind_") for name in arrays))
        levels = (
            Level(*(arrays[f"{column}_{number}"] for column in ("every", "none", "kind")))
            for number in numbers
        )
        return cls(arrays["words"], size, tuple(levels))

    def sight(self, reach: Reach) -> Sight:
        """What a reach means for the nodes of the top.

        Args:
            reach: how far from a query a string may be. In a block with strings of several
                lengths, the loosest of theirs holds for all.
        """
        kind = self.levels[-1].kind
        # Rows stand by length, so a node begins with the greatest length of the one before it.
        greatest = kind[kind >= 0] >> 1
        lengths = reach.either[:-1:2, 0].nonzero()[0]
        ends = lengths[[0, -1]] if len(lengths) else np.array([1, 0])
        first, last = greatest.searchsorted(ends[0]), greatest.searchsorted(ends[1], side="right")
        nodes = slice(int(first), int(last) + 1)
        own = kind[nodes]
        return Sight(reach, nodes, own, reach.lacking[own, 0], reach.extra[own, 0])

    def near(self, word: np.uint64, sight: Sight, desk: Desk) -> tuple[Rows, Counts]:
        """Rows that differ in few enough bits.

        Args:
            word: bits of the query.
            sight: how far a string may be.
            desk: where to work.

        Returns:
            Rising rows, and the bits in which each differs.
        """
        top, reach = self.levels[-1], sight.reach
        near = np.bitwise_count(top.every[sight.nodes] & ~word) < sight.lacking
        near &= np.bitwise_count(top.none[sight.nodes] & word) < sight.extra
        nodes = near.nonzero()[0]
        kinds = sight.kind.take(nodes)
        nodes += sight.nodes.start
        for level in self.levels[-2::-1]:
            found = [level.near(word, reach, *some, desk) for some in _strokes(nodes, kinds)]
            nodes = np.concatenate([nodes[:0], *(each for each, _ in found)])
            kinds = np.concatenate([kinds[:0], *(each for _, each in found)])
        rows, differing = [nodes[:0]], [desk.counts[0, :0, 0]]
        for above, kind in _strokes(nodes, kinds):
            bits, far = desk.words[0, : len(above)], desk.counts[0, : len(above)]
            self.words.reshape(-1, FAN).take(above, axis=0, out=bits, mode="clip")
            np.bitwise_count(np.bitwise_xor(bits, word, out=bits), out=far)
            close = (far < reach.either.take(kind, axis=0)).ravel().nonzero()[0]
            rows.append(under(above, close))
            differing.append(far.ravel().take(close))
        found_rows = np.concatenate(rows)
        inside = found_rows.searchsorted(self.size)
        return found_rows[:inside], np.concatenate(differing)[:inside]


def _strokes(nodes: Rows, kinds: Lengths) -> Iterator[tuple[Rows, Lengths]]:
    for at in range(0, len(nodes), _STROKE):
        yield nodes[at : at + _STROKE], kinds[at : at + _STROKE]


def under(above: Rows, at: Rows) -> Rows:
    """What stands at some places among all that stand under some nodes, sixteen a node."""
    nodes: Rows = above[at >> _SHIFT] << _SHIFT | at & (FAN - 1)
    return nodes


def filled(column: npt.NDArray[Scalar], filler: int | None = None) -> npt.NDArray[Scalar]:
    """A column filled up to a multiple of sixteen, by its last value unless another is given."""
    lacking = -len(column) % FAN
    last = column[-1:] if filler is None else np.array([filler], dtype=column.dtype)
    return np.concatenate([column, np.repeat(last, lacking)]) if lacking else column


def alike(words: Words, lengths: Lengths) -> Rows:
    """An order in which rows of one length and with the same bits stand together.

    Those of one length are parted by the bit that tells most about the other bits of those that
    are still together, again and again; small groups are sorted by the few bits that tell most in
    turn.
    """
    done: list[Rows] = []
    order = np.argsort(lengths, kind="stable")
    left = np.split(order, np.flatnonzero(np.diff(lengths[order])) + 1)[::-1]
    while left:
        rows = left.pop()
        held = words[rows]
        bits = _telling(held[:: max(1, len(held) // _SAMPLE)], 1) if len(rows) > _LEAF else []
        split = _bit(held, bits[0]).astype(bool) if bits else np.zeros(0, dtype=bool)
        if split.any() and not split.all():
            left += [rows[split], rows[~split]]
            continue
        key = np.zeros(len(rows), dtype=np.int64)
        for bit in _telling(held, _DEPTH):
            key = key << 1 | _bit(held, bit)
        done.append(rows[np.argsort(key, kind="stable")])
    return np.concatenate(done)


def _bit(words: Words, bit: int) -> Rows:
    return (words >> np.uint64(bit) & np.uint64(1)).astype(np.int64)


def _telling(words: Words, most: int) -> list[int]:
    """Bits from which the others can be guessed best, each beside those before it."""
    eight = np.ascontiguousarray(words, dtype="<u8").view(np.uint8).reshape(-1, 8)
    bits = np.unpackbits(eight, axis=1, bitorder="little")
    centered = bits - bits.sum(axis=0, dtype=np.float32) / max(1, len(words))
    shared = centered.T @ centered / max(1, len(words))
    found: list[int] = []
    for _ in range(most):
        own = np.diag(shared)
        told = np.where(own > _UNEVEN, (shared**2).sum(axis=0) / np.maximum(own, _UNEVEN), 0.0)
        best = int(np.argmax(told))
        if told[best] <= 0:
            break
        found.append(best)
        # What is left of the others once this one is known.
        shared = shared - np.outer(shared[:, best], shared[best]) / shared[best, best]
    return found
