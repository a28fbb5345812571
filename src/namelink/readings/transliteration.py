"""Foreign names written in Chinese by sound, through the learned chunk table.

A Latin unit is explained by a span of characters, each emitting a chunk of letters. The weight is
a log-likelihood ratio: the best such explanation against a background model of letters.

The search is a dynamic program over many (pair, unit) rows at once. For each start in the left
name it extends the span a character at a time; ``reached[item, start, k]`` holds the best bits
with which the span so far explains the first ``k`` letters.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Ints, join_cells, make_cells
from namelink.model.kinds import Channel, Kind, Role
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import Items, items_of
from namelink.tables.chunks import LONGEST, background, chunks
from namelink.tables.syllables import segmentations

# Longer units than this are no single foreign name; joined units must not be longer either.
_MOST_LETTERS = 20
# Joined units stand for names written apart in Latin and as one in Chinese (Los Angeles); with
# many words, a joined unit is nearly always an accident, and costs time.
_JOINED_WORDS = 5
# Parts that have no sound on the other side, and parts of organizations' names that are
# translated whenever they have a counterpart at all.
MUTE = frozenset({Role.LEGAL_FORM, Role.PARTICLE})
_TRANSLATED = frozenset({Role.GENERIC, Role.INDUSTRY})
_ITEMS_AT_ONCE = 256
# Latin words that one Chinese word stands for are rare enough to cost this for each joint.
_JOINT_BITS = 3.5
# A chunk that the table has never seen with a character: a constant and a share for each letter, in
# bits. Letters cost about as much in the background, so what remains is the constant.
_UNSEEN = 7.0
_UNSEEN_LETTER = 4.5
# A Latin word that could be Chinese syllables is as probable as those, however odd its letters.
_SYLLABLE_GROUND = 6.2
# Cells below these are noise: a span that explains a word less well than letters do, or much
# less well than the best span of the word.
_LEAST_BITS = 1.5
_BELOW_BEST = 8.0


class Transliteration:
    """The channel of foreign names by sound."""

    channel = Channel.TRANSLITERATION

    def cells(self, batch: Batch) -> Cells:
        """Spans that explain a whole unit better than the letter background does.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        wanted = np.array([_worth_trying(unit.letters, unit.shape) for unit in batch.units], dtype=bool)
        items = items_of(batch, wanted)
        keep = _sounding(batch, items)
        if not keep.any():
            return join_cells([])
        items = Items(
            pair=items.pair[keep],
            unit=items.unit[keep],
            start=items.start[keep],
            size=items.size[keep],
        )
        # A pair of left form and unit is looked at once, however many pairs it stands in.
        left = batch.left_of[items.pair].astype(np.int64)
        both = left * len(batch.units) + items.unit
        order = np.argsort(both, kind="stable")
        fresh = np.ones(len(order), dtype=bool)
        fresh[1:] = both[order][1:] != both[order][:-1]
        number = np.empty(len(order), dtype=np.int64)
        number[order] = np.cumsum(fresh) - 1
        first = order[fresh]
        found = self._spans(batch, left[first].astype(np.int32), items.unit[first])
        cells = _spread(items, number, found)
        return replace(cells, bits=cells.bits - _JOINT_BITS * (cells.right_size - 1))

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> str:
        """Tell a cell: the span and the letters that it sounds like."""
        del detail
        return f"{''.join(char for char, _ in left)} sounds like {right}"

    def _spans(self, batch: Batch, left: Ints, unit: Ints) -> tuple[Ints, Ints, Ints, Floats]:
        """Item, start, size and bits of every good span, over distinct (left form, unit) rows."""
        rows, groups = _character_rows(batch)
        letters = [u.letters for u in batch.units]
        lengths = np.array([len(text) for text in letters], dtype=np.int32)
        length_of = lengths[unit]
        parts = []
        # Rows of like length together, so that little of the arrays is padding.
        width = (rows > 0).sum(axis=1)[left]
        order = np.lexsort((width, length_of))
        for begin in range(0, len(order), _ITEMS_AT_ONCE):
            block = order[begin : begin + _ITEMS_AT_ONCE]
            here = left[block]
            used = int(np.max(np.nonzero((rows[here] > 0).any(axis=0))[0], initial=-1)) + 1
            if not used:
                continue
            ids, which = np.unique(unit[block], return_inverse=True)
            table = _chunk_ids([letters[u] for u in ids])
            ground = np.array([ground_bits(letters[u]) for u in ids], dtype=np.float32)
            spans = _decode(
                (rows[here, :used], groups[here, :used]),
                table[which],
                length_of[block],
                ground[which],
            )
            parts.append((block[spans[0]].astype(np.int32), *spans[1:]))
        if not parts:
            empty = np.zeros(0, dtype=np.int32)
            return empty, empty, empty, np.zeros(0, dtype=np.float32)
        item, start, size, bits = (np.concatenate(column) for column in zip(*parts, strict=True))
        return item, start, size, bits


def _sounding(batch: Batch, items: Items) -> Flags:
    """Whether each item may be a foreign name: no legal form, and no word that is translated."""
    width = max((len(form.keys) for form in batch.right), default=0)
    mute = np.zeros((max(len(batch.right), 1), width + 1), dtype=np.int32)
    common = np.zeros_like(mute)
    words = np.zeros(max(len(batch.right), 1), dtype=np.int32)
    for row, form in enumerate(batch.right):
        words[row] = len(form.keys)
        for at, role in enumerate(form.roles):
            mute[row, at + 1] = role in MUTE
            common[row, at + 1] = role in _TRANSLATED
    mute, common = mute.cumsum(axis=1), common.cumsum(axis=1)
    row, end = batch.right_of[items.pair], items.start + items.size
    org = batch.kind_of[items.pair] == KINDS.index(Kind.ORG)
    few = (items.size == 1) | (words[row] <= _JOINED_WORDS)
    sounds: Flags = (
        few
        & (mute[row, end] == mute[row, items.start])
        & ~(org & (common[row, end] > common[row, items.start]))
    )
    return sounds


def _worth_trying(letters: str, shape: str) -> bool:
    return shape == "latin" and 2 <= len(letters) <= _MOST_LETTERS and letters.isascii()


def ground_bits(letters: str) -> float:
    """Bits that a Latin word takes without its Chinese form: as letters or as Chinese syllables.

    Args:
        letters: folded letters.

    Returns:
        The smaller of both, since the more probable explanation is the one to beat.
    """
    cuts = segmentations(letters, "pinyin")
    spelled = background(letters)
    return min(spelled, _SYLLABLE_GROUND * len(cuts[0])) if cuts else spelled


def character_row(char: str) -> int:
    """Row of a character in the chunk table: its own, else that of its first known syllable."""
    table = chunks()
    if char in table.row:
        return table.row[char]
    for syllable, _ in pinyin_readings(char):
        row = table.row.get(f"~{syllable}")
        if row:
            return row
    return 0


def _character_rows(batch: Batch) -> tuple[Ints, Ints]:
    width = max((len(form.keys) for form in batch.left), default=0) or 1
    rows = np.zeros((max(len(batch.left), 1), width), dtype=np.int32)
    groups = np.full_like(rows, -1)
    for at, form in enumerate(batch.left):
        rows[at, : len(form.keys)] = [
            character_row(key) if shape == "han" and role not in MUTE else 0
            for key, shape, role in zip(form.keys, form.shapes, form.roles, strict=True)
        ]
        groups[at, : len(form.group)] = form.group
    return rows, groups


def _chunk_ids(letters: list[str]) -> Ints:
    """Chunk of each unit at each place with each length, shape (units, letters + 1, lengths)."""
    known = chunks().chunk_id
    most = max(len(text) for text in letters)
    table = np.zeros((len(letters), most + 1, LONGEST + 1), dtype=np.int32)
    for row, text in enumerate(letters):
        for at in range(len(text) + 1):
            for size in range(min(LONGEST, len(text) - at) + 1):
                table[row, at, size] = known.get(text[at : at + size], 0)
    return table


def _most_characters(letters: int) -> int:
    """Characters that so many letters may stand for: hardly ever less than a letter and a half each."""
    return (2 * letters) // 3 + 1


def _decode(
    left: tuple[Ints, Ints], chunk: Ints, length: Ints, ground: Floats
) -> tuple[npt.NDArray[np.intp], Ints, Ints, Floats]:
    """Good spans of a block: item, start, size, bits."""
    rows, groups = left
    items, width = rows.shape
    most = chunk.shape[1] - 1
    emitted = chunks().bits[rows[:, :, None, None], chunk[:, None, :, :]]
    floor = -(_UNSEEN + _UNSEEN_LETTER * np.arange(LONGEST + 1, dtype=np.float32))
    emitted = np.where(
        rows[:, :, None, None] > 0, np.maximum(emitted, floor), -np.inf
    ).astype(np.float32)
    reached = np.full((items, width, most + 1), -np.inf, dtype=np.float32)
    reached[:, :, 0] = 0.0
    gathered = np.full((items, width, Batch.SPAN), -np.inf, dtype=np.float32)
    last = np.arange(items)
    for size in range(1, min(Batch.SPAN, width, _most_characters(most)) + 1):
        starts = width - size + 1
        nxt = np.full((items, starts, most + 1), -np.inf, dtype=np.float32)
        step = emitted[:, size - 1 :]
        for taken in range(min(LONGEST, most) + 1):
            stop = most + 1 - taken
            np.maximum(
                nxt[:, :, taken:],
                reached[:, :starts, :stop] + step[:, :starts, :stop, taken],
                out=nxt[:, :, taken:],
            )
        reached = nxt
        whole = reached[last, :, length] + ground[:, None]
        together = groups[:, :starts] == groups[:, size - 1 :]
        gathered[:, :starts, size - 1] = np.where(together, whole, -np.inf)
    best = gathered.max(axis=(1, 2), keepdims=True)
    item, start, size_less_one = np.nonzero(
        (gathered >= _LEAST_BITS) & (gathered >= best - _BELOW_BEST)
    )
    return (
        item,
        start.astype(np.int32),
        (size_less_one + 1).astype(np.int32),
        gathered[item, start, size_less_one],
    )


def _spread(
    items: Items, number: npt.NDArray[np.int64], found: tuple[Ints, Ints, Ints, Floats]
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
        items.pair[row], (start[span], size[span]), (items.start[row], items.size[row]), bits[span]
    )
