"""Latin words explained by spans of characters that each stand for a chunk of letters.

One search for every language whose names are written by sound or read by characters: a table says
how probable it is that a character stands for a chunk, a background how probable the letters are
without it, and the weight is the log-likelihood ratio of the best explanation.

`namelink.readings.decoding` searches the spans of one left form and one word; here every pair of
them is looked at once, however many pairs of names it stands in.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Cells, Floats, Ints, join_cells, make_cells
from namelink.model.side import distinct
from namelink.readings.decoding import Decoder, Sounds, cuts
from namelink.readings.expand import Items

Found = tuple[Ints, Ints, Ints, Floats]
_ITEMS_AT_ONCE = 128
# Cells below these are noise: a span that explains a word less well than letters do, or much
# less well than the best span of the word.
LEAST_BITS = 1.5
_BELOW_BEST = 8.0


def spans(
    batch: Batch,
    items: Items,
    sounds: Sounds,
    letters: Sequence[str] | None = None,
    detail: Ints | None = None,
    least: float = LEAST_BITS,
) -> Cells:
    """Spans of characters that explain whole units better than the background does.

    Args:
        batch: the pairs.
        items: the units to explain.
        sounds: the language.
        letters: what the numbers of units in ``items`` stand for; if not given, they are those of
            the batch, heard as their own letters.
        detail: passed on to the cells, one an item.
        least: bits below which a span is noise.

    Returns:
        The cells.
    """
    if not len(items.pair):
        return join_cells([])
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
    found = _spans(batch, (left[first].astype(np.int32), items.unit[first]), said, sounds, least)
    return _spread(items, number, found, np.int32(0) if detail is None else detail)


def _spans(
    batch: Batch, rows_of: tuple[Ints, Ints], letters: list[str], sounds: Sounds, least: float
) -> Found:
    """Item, start, size and bits of every good span, over distinct (left form, unit) rows."""
    rows, chars = _character_rows(batch, sounds)
    left, unit = rows_of
    lengths = np.array([len(text) for text in letters], dtype=np.int32)
    # Units of about one length together, so that little of the arrays is padding.
    order = np.lexsort((unit, lengths[unit]))
    order = order[(rows[left[order]] > 0).any(axis=1)]
    if not len(order):
        return _joined([])
    alike = np.split(order, cuts(lengths[unit[order]]))
    own = [distinct(unit[group], len(letters)) for group in alike]
    words = [[letters[at] for at in ids.tolist()] for ids, _ in own]
    decoder = Decoder(sounds, chars, (rows, batch.mine.group), words)
    width = (rows > 0).sum(axis=1)
    parts = []
    for same, (_, which), cut in zip(alike, own, decoder.words, strict=True):
        narrow = np.argsort(width[left[same]], kind="stable")
        for begin in range(0, len(narrow), _ITEMS_AT_ONCE):
            some = narrow[begin : begin + _ITEMS_AT_ONCE]
            at = same[some]
            bits = decoder.bits(left[at], cut, which[some], least)
            parts.append(_good(at.astype(np.int32), bits, least))
    return _joined(parts)


def _good(items: Ints, bits: Floats, least: float) -> Found:
    """Spans that are no noise."""
    best = bits.max(axis=(1, 2), keepdims=True)
    item, start, size_less_one = np.nonzero((bits >= least) & (bits >= best - _BELOW_BEST))
    return (
        items[item],
        start.astype(np.int32),
        (size_less_one + 1).astype(np.int32),
        bits[item, start, size_less_one],
    )


def _joined(parts: Sequence[Found]) -> Found:
    if not parts:
        empty = np.zeros(0, dtype=np.int32)
        return empty, empty, empty, np.zeros(0, dtype=np.float32)
    item, start, size, bits = (np.concatenate(column) for column in zip(*parts, strict=True))
    return item, start, size, bits


def _character_rows(batch: Batch, sounds: Sounds) -> tuple[Ints, list[str]]:
    """Number of each atom's character from 1 (0: no sound), and the characters."""
    rows = np.zeros_like(batch.mine.key)
    numbers: dict[str, int] = {}
    for at, heard in enumerate(sounds.heard(batch)):
        rows[at, : len(heard)] = [
            numbers.setdefault(char, len(numbers) + 1) if char else 0 for char in heard
        ]
    return rows, list(numbers)


def _spread(
    items: Items,
    number: npt.NDArray[np.int64],
    found: Found,
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
