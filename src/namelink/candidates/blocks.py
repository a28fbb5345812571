"""Rows of bits in blocks of like ones, so that most are passed over unseen.

A block keeps the bits that all its rows share. What a query differs in from those, it differs in
from every row, so one test dismisses sixteen rows, and one test a level higher 256.

>>> words = np.array([0b0011, 0b0111, 0b1000], dtype=np.uint64)
>>> lengths = np.array([2, 3, 4], dtype=np.int32)
>>> order = alike(words, lengths)
>>> blocks = Blocks.of(words[order], lengths[order])
>>> fewer_than = ceilings(np.array([0, 2, 2, 2, 2], dtype=np.uint8))
>>> sorted(order[blocks.near(np.uint64(0b0011), fewer_than)].tolist())
[0, 1]
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
# Rows that a node of the tree is parted down to, rows looked at to choose how, bits that sort then.
_LEAF, _SAMPLE, _DEPTH = 2048, 512, 14
# Bits that part a node less evenly than 3 of 100 tell nothing about its shape.
_UNEVEN = 0.03


def ceilings(fewer_than: Counts) -> Counts:
    """What `Blocks.near` needs to know about the distance searched.

    Args:
        fewer_than: in how many bits a string must differ from the query less than, by its length
            from 0 to that of the longest string of all; 0 where no string of that length can do.

    Returns:
        The same by kind of node: at twice its greatest length if all strings of the node have that
        length, one further if some are shorter; 0 at the end, for no node.
    """
    both = np.stack([fewer_than, np.maximum.accumulate(fewer_than)], axis=1).ravel()
    return np.append(both, np.uint8(0))


@dataclass(frozen=True, slots=True)
class Level:
    """Nodes over the rows or over the nodes of the level below, sixteen to one.

    Attributes:
        value: the bits that all rows of a node have in common, by node.
        shared: mask of these bits.
        kind: twice the greatest length in a node, and one more where there are shorter ones; -1
            for what is no node and makes their number a multiple of sixteen.
    """

    value: Words
    shared: Words
    kind: Lengths

    @classmethod
    def over(cls, value: Words, shared: Words, kind: Lengths) -> Self:
        """The level above nodes or rows, which are filled up."""
        held, kinds = value.reshape(-1, FAN), kind.reshape(-1, FAN)
        agreed = ~(np.bitwise_or.reduce(held, 1) ^ np.bitwise_and.reduce(held, 1))
        agreed &= np.bitwise_and.reduce(shared.reshape(-1, FAN), 1)
        greatest, least = kinds.max(axis=1), kinds.min(axis=1)
        mixed = greatest | (least != greatest)
        return cls(filled(held[:, 0] & agreed), filled(agreed), filled(mixed, -1))


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
        level = Level.over(rows, np.full_like(rows, ~np.uint64(0)), filled(lengths * 2, -1))
        levels = [level]
        while len(level.value) > _TOP:
            level = Level.over(level.value, level.shared, level.kind)
            levels.append(level)
        return cls(rows, len(words), tuple(levels))

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """All that it is made of, by name."""
        columns = ("value", "shared", "kind")
        levels = {
            f"{column}_{number}": getattr(level, column)
            for number, level in enumerate(self.levels)
            for column in columns
        }
        return {"words": self.words, **levels}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]], size: int) -> Self:
        """Blocks of what ``arrays`` returned, which is not copied."""
        numbers = range(sum(name.startswith("value_") for name in arrays))
        levels = (
            Level(*(arrays[f"{column}_{number}"] for column in ("value", "shared", "kind")))
            for number in numbers
        )
        return cls(arrays["words"], size, tuple(levels))

    def near(self, word: np.uint64, fewer_than: Counts) -> Rows:
        """Rows that differ in few enough bits.

        Args:
            word: bits of the query.
            fewer_than: what ``ceilings`` returns. In a block with strings of several lengths, the
                loosest of theirs holds for all.

        Returns:
            Rising rows.
        """
        top = self.levels[-1]
        limit = fewer_than.take(top.kind)
        nodes = np.flatnonzero(np.bitwise_count((top.value ^ word) & top.shared) < limit)
        limit = limit[nodes]
        for level in self.levels[-2::-1]:
            found = [_reached(level, word, fewer_than, *some) for some in _strokes(nodes, limit)]
            nodes = np.concatenate([nodes[:0], *(each for each, _ in found)])
            limit = np.concatenate([limit[:0], *(each for _, each in found)])
        rows = [_close(self.words, None, word, *some)[0] for some in _strokes(nodes, limit)]
        near = np.concatenate([nodes[:0], *rows])
        return near[: np.searchsorted(near, self.size)]


def _strokes(nodes: Rows, limit: Counts) -> Iterator[tuple[Rows, Counts]]:
    for at in range(0, len(nodes), _STROKE):
        yield nodes[at : at + _STROKE], limit[at : at + _STROKE]


def _reached(
    level: Level, word: np.uint64, fewer_than: Counts, above: Rows, limit: Counts
) -> tuple[Rows, Counts]:
    """Nodes of a level under some of the next one that are near enough, and what limits theirs."""
    nodes, far = _close(level.value, level.shared, word, above, limit)
    own = fewer_than.take(level.kind.take(nodes))
    near = far < own
    return nodes[near], own[near]


def _close(
    value: Words, shared: Words | None, word: np.uint64, nodes: Rows, limit: Counts
) -> tuple[Rows, Counts]:
    """What stands under some nodes and differs in fewer bits than the limit, and in how many."""
    bits = value.reshape(-1, FAN).take(nodes, axis=0)
    np.bitwise_xor(bits, word, out=bits)
    if shared is not None:
        np.bitwise_and(bits, shared.reshape(-1, FAN).take(nodes, axis=0), out=bits)
    far = np.bitwise_count(bits)
    at = np.flatnonzero(far < limit[:, None])
    return nodes[at >> _SHIFT] << _SHIFT | at & (FAN - 1), far.ravel()[at]


def filled(column: npt.NDArray[Scalar], filler: int | None = None) -> npt.NDArray[Scalar]:
    """A column filled up to a multiple of sixteen, by its last value unless another is given."""
    lacking = -len(column) % FAN
    last = column[-1:] if filler is None else np.array([filler], dtype=column.dtype)
    return np.concatenate([column, np.repeat(last, lacking)]) if lacking else column


def alike(words: Words, lengths: Lengths) -> Rows:
    """An order in which rows of one length and with the same bits stand together.

    Those of one length are parted by the bit that tells most about the other bits of those that are
    still together, again and again; small groups are sorted by the few bits that tell most in turn.
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
