"""Latin words explained by spans of characters that each stand for a chunk of letters.

One search for every language whose names are written by sound or read by characters: a table says
how probable it is that a character stands for a chunk, a background how probable the letters are
without it, and the weight is the log-likelihood ratio of the best explanation.

The search is a dynamic program over many (pair, unit) rows at once. For each start in the left
name it extends the span a character at a time; ``reached[item, start, k]`` holds the best bits
with which the span so far explains the first ``k`` letters.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Cells, Floats, Ints, make_cells
from namelink.readings.expand import Items

Number = TypeVar("Number", int, Ints)
_ITEMS_AT_ONCE = 256
_UNITS_AT_ONCE = 256
# Cells below these are noise: a span that explains a word less well than letters do, or much
# less well than the best span of the word.
LEAST_BITS = 1.5
_BELOW_BEST = 8.0


class Sounds(Protocol):
    """What a language says of characters and letters."""

    @property
    def longest(self) -> int:
        """Letters in the longest chunk."""

    def heard(self, batch: Batch) -> list[tuple[str, ...]]:
        """The character that each atom of each left form is read as; empty for none."""

    def emissions(self, chars: Sequence[str], wanted: Sequence[str]) -> Floats:
        """log2 P(chunk | character), shape (chars, chunks)."""

    def ground(self, letters: str) -> float:
        """Bits that the letters take without their characters, positive."""


def spans(
    batch: Batch,
    items: Items,
    sounds: Sounds,
    letters: Sequence[str] | None = None,
    detail: Ints | None = None,
) -> Cells:
    """Spans of characters that explain whole units better than the background does.

    Args:
        batch: the pairs.
        items: the units to explain.
        sounds: the language.
        letters: what the numbers of units in ``items`` stand for; if not given, they are those of
            the batch, heard as their own letters.
        detail: passed on to the cells, one an item.

    Returns:
        The cells.
    """
    said = [unit.letters for unit in batch.units] if letters is None else list(letters)
    # A pair of left form and unit is looked at once, however many pairs it stands in.
    left = batch.left_of[items.pair].astype(np.int64)
    both = left * len(said) + items.unit
    order = np.argsort(both, kind="stable")
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = both[order][1:] != both[order][:-1]
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.cumsum(fresh) - 1
    first = order[fresh]
    found = _spans(batch, (left[first].astype(np.int32), items.unit[first]), said, sounds)
    return _spread(items, number, found, np.int32(0) if detail is None else detail)


def _spans(
    batch: Batch, rows_of: tuple[Ints, Ints], letters: list[str], sounds: Sounds
) -> tuple[Ints, Ints, Ints, Floats]:
    """Item, start, size and bits of every good span, over distinct (left form, unit) rows."""
    rows, groups, chars = _character_rows(batch, sounds)
    left, unit = rows_of
    lengths = np.array([len(text) for text in letters], dtype=np.int32)
    width = (rows > 0).sum(axis=1)[left]
    # Units of one length together, so that little of the arrays is padding and the emissions
    # of a few hundred units are worked out at a time.
    order = np.lexsort((width, unit, lengths[unit]))
    changes = np.flatnonzero(np.diff(unit[order])) + 1
    bounds = [0, *changes[_UNITS_AT_ONCE - 1 :: _UNITS_AT_ONCE].tolist(), len(order)]
    parts = []
    for begin, end in pairwise(bounds):
        group = order[begin:end]
        ids, which = np.unique(unit[group], return_inverse=True)
        table, wanted = _chunk_ids([letters[u] for u in ids], sounds.longest)
        emitted = _emitted(chars, np.unique(rows[left[group]]), wanted, sounds)
        ground = np.array([sounds.ground(letters[u]) for u in ids], dtype=np.float32)
        inner = np.lexsort((width[group], lengths[unit[group]]))
        for first in range(0, len(inner), _ITEMS_AT_ONCE):
            at = inner[first : first + _ITEMS_AT_ONCE]
            block = group[at]
            here = rows[left[block]]
            used = int(np.max(np.nonzero((here > 0).any(axis=0))[0], initial=-1)) + 1
            if not used:
                continue
            spans = _decode(
                (here[:, :used], groups[left[block], :used]),
                (table[which[at]], emitted),
                lengths[unit[block]],
                ground[which[at]],
            )
            parts.append((block[spans[0]].astype(np.int32), *spans[1:]))
    if not parts:
        empty = np.zeros(0, dtype=np.int32)
        return empty, empty, empty, np.zeros(0, dtype=np.float32)
    item, start, size, bits = (np.concatenate(column) for column in zip(*parts, strict=True))
    return item, start, size, bits


def _emitted(chars: list[str], present: Ints, wanted: list[str], sounds: Sounds) -> Floats:
    """Bits of every character with every chunk; rows of absent characters stay empty."""
    table = np.full((len(chars) + 1, len(wanted)), -np.inf, dtype=np.float32)
    here = [row for row in present.tolist() if row]
    if here:
        # The first chunk stands for none at all.
        table[here, 1:] = sounds.emissions([chars[row - 1] for row in here], wanted[1:])
    return table


def _character_rows(batch: Batch, sounds: Sounds) -> tuple[Ints, Ints, list[str]]:
    """Number of each atom's character from 1 (0: no sound), groups, and the characters."""
    rows = np.zeros_like(batch.mine.key)
    numbers: dict[str, int] = {}
    for at, heard in enumerate(sounds.heard(batch)):
        rows[at, : len(heard)] = [
            numbers.setdefault(char, len(numbers) + 1) if char else 0 for char in heard
        ]
    return rows, batch.mine.group, list(numbers)


def _chunk_ids(letters: list[str], longest: int) -> tuple[Ints, list[str]]:
    """Chunk of each unit at each place with each length, and the distinct chunks from 1.

    Returns:
        Numbers of shape (units, letters + 1, lengths), 0 past the end of the unit, and the chunks.
    """
    numbers: dict[str, int] = {}
    most = max(len(text) for text in letters)
    table = np.zeros((len(letters), most + 1, longest + 1), dtype=np.int32)
    for row, text in enumerate(letters):
        for at in range(len(text) + 1):
            for size in range(min(longest, len(text) - at) + 1):
                piece = text[at : at + size]
                table[row, at, size] = numbers.setdefault(piece, len(numbers) + 1)
    return table, ["", *numbers]


def _most_characters(letters: Number) -> Number:
    """Characters that so many letters may stand for: hardly ever under 1.5 letters each."""
    return (2 * letters) // 3 + 1


def _decode(
    left: tuple[Ints, Ints], right: tuple[Ints, Floats], length: Ints, ground: Floats
) -> tuple[npt.NDArray[np.intp], Ints, Ints, Floats]:
    """Good spans of a block: item, start, size, bits."""
    rows, groups = left
    chunk, table = right
    items, width = rows.shape
    most, longest = chunk.shape[1] - 1, chunk.shape[2] - 1
    # What each character emits at each letter, a table a number of letters taken.
    base = (rows * table.shape[1])[:, :, None]
    emitted = [
        table.ravel().take(base + chunk[:, None, : most + 1 - taken, taken])
        for taken in range(min(longest, most) + 1)
    ]
    reached = np.full((items, width, most + 1), -np.inf, dtype=np.float32)
    reached[:, :, 0] = 0.0
    gathered = np.full((items, width, Batch.SPAN), -np.inf, dtype=np.float32)
    last = np.arange(items)
    for size in range(1, min(Batch.SPAN, width, _most_characters(most)) + 1):
        starts = width - size + 1
        nxt = reached[:, :starts] + emitted[0][:, size - 1 :]
        for taken in range(1, len(emitted)):
            stop = most + 1 - taken
            np.maximum(
                nxt[:, :, taken:],
                reached[:, :starts, :stop] + emitted[taken][:, size - 1 :],
                out=nxt[:, :, taken:],
            )
        reached = nxt
        whole = reached[last, :, length] + ground[:, None]
        # What else stands in the block must not matter, so each unit has its own limit.
        together = groups[:, :starts] == groups[:, size - 1 :]
        together &= (size <= _most_characters(length))[:, None]
        gathered[:, :starts, size - 1] = np.where(together, whole, -np.inf)
    best = gathered.max(axis=(1, 2), keepdims=True)
    item, start, size_less_one = np.nonzero(
        (gathered >= LEAST_BITS) & (gathered >= best - _BELOW_BEST)
    )
    return (
        item,
        start.astype(np.int32),
        (size_less_one + 1).astype(np.int32),
        gathered[item, start, size_less_one],
    )


def _spread(
    items: Items,
    number: npt.NDArray[np.int64],
    found: tuple[Ints, Ints, Ints, Floats],
    detail: Ints | np.int32,
) -> Cells:
    """Give the spans of each distinct (left form, unit) to all pairs that it stands in."""
    item, start, size, bits = found
    order = np.argsort(item, kind="stable")
    counts = np.bincount(item, minlength=int(number.max(initial=0)) + 1)
    begins = np.cumsum(counts) - counts
    times = counts[number]
    row = np.repeat(np.arange(len(number)), times)
    inside = np.arange(len(row)) - np.repeat(np.cumsum(times) - times, times)
    span = order[begins[number[row]] + inside]
    return make_cells(
        items.pair[row],
        (start[span], size[span]),
        (items.start[row], items.size[row]),
        bits[span],
        detail=np.broadcast_to(detail, len(number))[row],
    )
