"""Foreign names written in Chinese by sound, through the learned chunk table.

A Latin unit is explained by a span of characters, each emitting a chunk of letters. The weight is
a log-likelihood ratio: the best such explanation against a background model of letters.

The search is a dynamic program over many (pair, unit) rows at once. For each start in the left
name it extends the span a character at a time; ``reached[item, start, k]`` holds the best bits
with which the span so far explains the first ``k`` letters.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from namelink.model.batch import (
    KINDS,
    Batch,
    Cells,
    Flags,
    Floats,
    Form,
    Ints,
    join_cells,
    make_cells,
)
from namelink.model.kinds import Channel, Kind, Role
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import Items, items_of
from namelink.tables.chunks import LONGEST, background, emissions
from namelink.tables.latin_names import is_chinese_person, is_spelled
from namelink.tables.origin import chinese_bits
from namelink.tables.spellings import word_bits
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
_UNITS_AT_ONCE = 256
_WHOLE_NAME = 2
# Latin words that one Chinese word stands for are rare enough to cost this for each joint.
_JOINT_BITS = 3.5
# Cells below these are noise: a span that explains a word less well than letters do, or much
# less well than the best span of the word.
_LEAST_BITS = 1.5
_BELOW_BEST = 8.0
# Names that seem most Chinese are a few times foreigners' chosen ones.
_MOST_ORIGIN = 20.0


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
        wanted = np.array(
            [_worth_trying(unit.letters, unit.shape) for unit in batch.units], dtype=bool
        )
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
        loss = _JOINT_BITS * (cells.right_size - 1)
        cells = replace(cells, bits=(cells.bits - loss).astype(np.float32))
        cells = cells.take(_as_many_syllables(batch, cells))
        cells = cells.take(~_chinese(batch, cells))
        doubt = _unlikely_foreign(batch, cells)
        return replace(cells, bits=cells.bits - doubt).take(cells.bits - doubt >= _LEAST_BITS)

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> str:
        """Tell a cell: the span and the letters that it sounds like."""
        del detail
        return f"{''.join(char for char, _ in left)} sounds like {right}"

    def _spans(self, batch: Batch, left: Ints, unit: Ints) -> tuple[Ints, Ints, Ints, Floats]:
        """Item, start, size and bits of every good span, over distinct (left form, unit) rows."""
        rows, groups, chars = _character_rows(batch)
        letters = [u.letters for u in batch.units]
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
            table, wanted = _chunk_ids([letters[u] for u in ids])
            emitted = _emitted(chars, np.unique(rows[left[group]]), wanted)
            ground = np.array([ground_bits(letters[u]) for u in ids], dtype=np.float32)
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


def _emitted(chars: list[str], present: Ints, wanted: list[str]) -> Floats:
    """Bits of every character with every chunk; rows of absent characters stay empty."""
    table = np.full((len(chars) + 1, len(wanted)), -np.inf, dtype=np.float32)
    here = [row for row in present.tolist() if row]
    keys = [(chars[row - 1], _syllable(chars[row - 1])) for row in here]
    if here:
        # The first chunk stands for none at all.
        table[here, 1:] = emissions(keys, wanted[1:])
    return table


def _syllable(char: str) -> str:
    said = pinyin_readings(char)
    return said[0][0] if said else ""


def _as_many_syllables(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell of a Chinese person's name has a character a syllable.

    "Zeming" may sound like all of 吴泽明 to the letter, but two syllables are two characters; and
    syllables written apart (Tsang King-chung) are not one foreign word.
    """
    headed = np.array([any(form.surname) for form in batch.left], dtype=bool)
    keys = {key for form in batch.right for key in form.keys}
    cut = {key: _lengths(key) for key in keys}
    width = max((len(form.keys) for form in batch.right), default=0) or 1
    lengths = np.zeros((max(len(batch.right), 1), width), dtype=np.int64)
    for row, form in enumerate(batch.right):
        lengths[row, : len(form.keys)] = [cut[key] for key in form.keys]
    here = lengths[batch.right_of[cells.pair], cells.right_start]
    fits = (here >> cells.left_size) & 1 == 1
    joined = (cells.right_size > 1) & _all_syllables(batch, cells)
    fine = np.where(cells.right_size > 1, ~joined, (here == 0) | fits)
    free: Flags = ~headed[batch.left_of[cells.pair]] | fine
    return free


def _chinese(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell would read the characters of a Chinese person as a foreign word.

    Keung sounds like 權 and Qinglin like 庆龄, but in the whole name of a person who has a Chinese
    surname they are syllables, and those are others. An English given name beside them is chosen,
    not written by sound.
    """
    headed = np.array([any(form.surname) for form in batch.left], dtype=bool)
    whole = np.array([is_chinese_person(form.keys) for form in batch.right], dtype=bool)
    several = np.array([len(form.keys) >= _WHOLE_NAME for form in batch.right], dtype=bool)
    left = np.append(headed, False)[batch.left_of]
    chinese = left & np.append(whole, False)[batch.right_of]
    # A part of a foreign person's name is hardly ever a single character.
    part = (
        left
        & np.append(several, False)[batch.right_of]
        & (batch.kind_of == KINDS.index(Kind.PERSON))
    )
    found: Flags = chinese[cells.pair] | (part[cells.pair] & (cells.left_size == 1))
    return found


def _unlikely_foreign(batch: Batch, cells: Cells) -> Floats:
    """Bits that the characters of a Chinese person's name speak against each cell.

    沈志勤 may sound like a foreign name, but none is written so. What a cell takes of the name
    counts, if the surname is in it; a given name alone may well echo an English one.
    """
    own = np.array([_origin(form) for form in batch.left], dtype=np.float32)
    size = np.array([max(len(form.keys), 1) for form in batch.left], dtype=np.float32)
    left = batch.left_of[cells.pair]
    head = np.array([_head(form) for form in batch.left], dtype=np.int32)
    at = KINDS.index(Kind.PERSON)
    guess = np.array([form.kinds[at] for form in batch.left], dtype=np.float32)
    person = np.where(batch.kind_of[cells.pair] == at, 1.0, guess[left])
    counts = person * (cells.left_start <= head[left])
    doubt: Floats = (counts * own[left] * cells.left_size / size[left]).astype(np.float32)
    return doubt


def _head(form: Form) -> int:
    """First atom of the surname."""
    return next((at for at, said in enumerate(form.surname) if said), 0)


def _origin(form: Form) -> float:
    """Weight for a Chinese name against a foreign one, where it is positive."""
    if not any(form.surname):
        return 0.0
    return min(max(chinese_bits("".join(form.keys[_head(form) :])), 0.0), _MOST_ORIGIN)


def _all_syllables(batch: Batch, cells: Cells) -> Flags:
    """Whether every word of a cell could be Chinese syllables, northern or southern."""
    width = max((len(form.keys) for form in batch.right), default=0)
    other = np.zeros((max(len(batch.right), 1), width + 1), dtype=np.int32)
    for row, form in enumerate(batch.right):
        other[row, 1 : len(form.keys) + 1] = [not is_spelled(key) for key in form.keys]
    other = other.cumsum(axis=1, dtype=np.int32)
    right = batch.right_of[cells.pair]
    found: Flags = (
        other[right, cells.right_start + cells.right_size] == other[right, cells.right_start]
    )
    return found


def _lengths(letters: str) -> int:
    """Numbers of Chinese syllables that a spelling can be cut into, as bits."""
    bits = 0
    for cut in segmentations(letters, "pinyin"):
        bits |= 1 << len(cut)
    return bits


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
    mute = mute.cumsum(axis=1, dtype=np.int32)
    common = common.cumsum(axis=1, dtype=np.int32)
    right, end = batch.right_of[items.pair], items.start + items.size
    org = batch.kind_of[items.pair] == KINDS.index(Kind.ORG)
    few = (items.size == 1) | (words[right] <= _JOINED_WORDS)
    sounds: Flags = (
        few
        & (mute[right, end] == mute[right, items.start])
        & ~(org & (common[right, end] > common[right, items.start]))
    )
    return sounds


def _worth_trying(letters: str, shape: str) -> bool:
    plain = letters.isascii() and letters.isalpha()
    return shape == "latin" and plain and 2 <= len(letters) <= _MOST_LETTERS


def ground_bits(letters: str) -> float:
    """Bits that a Latin word takes without its Chinese form: as letters or as Chinese syllables.

    Args:
        letters: folded letters.

    Returns:
        The smaller of both, since the more probable explanation is the one to beat.
    """
    return min(background(letters), word_bits(letters))


def _character_rows(batch: Batch) -> tuple[Ints, Ints, list[str]]:
    """Number of each atom's character from 1 (0: no sound), groups, and the characters."""
    width = max((len(form.keys) for form in batch.left), default=0) or 1
    rows = np.zeros((max(len(batch.left), 1), width), dtype=np.int32)
    groups = np.full_like(rows, -1)
    numbers: dict[str, int] = {}
    for at, form in enumerate(batch.left):
        # A word of an organization's name that the tables translate is not cut for its sound.
        org = max(range(len(KINDS)), key=lambda kind: form.kinds[kind]) == KINDS.index(Kind.ORG)
        silent = MUTE | _TRANSLATED if org else MUTE
        rows[at, : len(form.keys)] = [
            numbers.setdefault(key, len(numbers) + 1)
            if shape == "han" and role not in silent and pinyin_readings(key)
            else 0
            for key, shape, role in zip(form.keys, form.shapes, form.roles, strict=True)
        ]
        groups[at, : len(form.group)] = form.group
    return rows, groups, list(numbers)


def _chunk_ids(letters: list[str]) -> tuple[Ints, list[str]]:
    """Chunk of each unit at each place with each length, and the distinct chunks from 1.

    Returns:
        Numbers of shape (units, letters + 1, lengths), 0 past the end of the unit, and the chunks.
    """
    numbers: dict[str, int] = {}
    most = max(len(text) for text in letters)
    table = np.zeros((len(letters), most + 1, LONGEST + 1), dtype=np.int32)
    for row, text in enumerate(letters):
        for at in range(len(text) + 1):
            for size in range(min(LONGEST, len(text) - at) + 1):
                piece = text[at : at + size]
                table[row, at, size] = numbers.setdefault(piece, len(numbers) + 1)
    return table, ["", *numbers]


def _most_characters(letters: int) -> int:
    """Characters that so many letters may stand for: hardly ever under 1.5 letters each."""
    return (2 * letters) // 3 + 1


def _decode(
    left: tuple[Ints, Ints], right: tuple[Ints, Floats], length: Ints, ground: Floats
) -> tuple[npt.NDArray[np.intp], Ints, Ints, Floats]:
    """Good spans of a block: item, start, size, bits."""
    rows, groups = left
    chunk, table = right
    items, width = rows.shape
    most = chunk.shape[1] - 1
    emitted = table[rows[:, :, None, None], chunk[:, None, :, :]]
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
