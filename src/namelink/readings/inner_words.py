"""Words inside a longer one: bird of Delibird, fight of fighter, moon and sweep of Moonsweeper.

A run-together word is not cut beforehand, as most that could be are one word all the same. So
what a Chinese word means is looked for where a longer English word begins and where it ends; and
where the meanings of two Chinese words that stand together fill it, the two are its parts.

>>> [part for part in inner("delibird") if part[2] == "bird"]
[(4, False, 'bird', 6.0)]
"""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from namelink.model.batch import (
    NO_CELLS,
    Batch,
    Cells,
    Floats,
    Ints,
    join_cells,
    make_cells,
)
from namelink.readings.expand import repeat_by
from namelink.readings.joins import Entry, join
from namelink.readings.told import Told
from namelink.tables.lexicon import english_words
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem, word_bits

# A part of fewer letters stands in a word by chance, and the rest is a part too.
_SHORTEST = 3
_LEAST_REST = 2
# Counted on the pairs of the fit: by chance a translation of so many letters stands inside a word
# oftener than as a word, and where it does the word may have nothing to do with it.
_LOSS = {3: 8.0, 4: 6.0}
_LONG_LOSS = 5.0
# A word that two translations fill is theirs.
_FILLED_BITS = 5.0
_MOST_BITS = 14.0
# Told as the detail of a cell.
INSIDE = 2
# Atom and letters of the cut in one number.
LETTERS = 64


def inner_words(batch: Batch, told: Told, words: Iterable[tuple[int, int, int, str]]) -> Cells:
    """Meanings of Chinese words that stand inside a longer English one.

    Args:
        batch: the pairs.
        told: what the words of the left forms mean.
        words: row, first atom, number of atoms and letters of the words to look at.

    Returns:
        The cells; each takes the whole English word, with INSIDE as its ``detail``.
    """
    keys = told.keys
    entries: dict[bool, list[Entry]] = {True: [], False: []}
    for row, at, size, word in words:
        # Of most words no part means anything that the other names do.
        if not keys.isdisjoint(_stems(word)):
            for cut, begins, part, loss in inner(word):
                if part in keys:
                    entries[begins].append(Entry(row, part, at * LETTERS + cut, size, -loss))
    if not (entries[True] or entries[False]):
        return NO_CELLS
    heads, tails = (join(batch, told.met(own), own) for own in (entries[True], entries[False]))
    found = join_cells([heads, tails, _filled(heads, tails)])
    # What tells less than chance would only hide a word that is left over.
    found = found.take(found.bits > 0)
    return whole_words(found, found.bits)


def whole_words(found: Cells, bits: Floats) -> Cells:
    """Cells of parts of words, each made one of the whole word.

    Args:
        found: cells that begin at the first atom of a word times `LETTERS`, and letters.
        bits: what each tells, shape (cells,).

    Returns:
        The cells, with INSIDE as their ``detail``.
    """
    return make_cells(
        found.pair,
        (found.left_start, found.left_size),
        (found.right_start // LETTERS, found.right_size),
        bits,
        detail=INSIDE,
    )


def _filled(heads: Cells, tails: Cells) -> Cells:
    """Words that are filled by two translations, of words that stand side by side."""

    def place(cells: Cells, edge: Ints) -> npt.NDArray[np.int64]:
        joined: npt.NDArray[np.int64] = (
            cells.pair.astype(np.int64) * LETTERS * LETTERS + cells.right_start
        ) * LETTERS + edge
        return joined

    if not len(heads) or not len(tails):
        return NO_CELLS
    tails = tails.take(np.argsort(place(tails, tails.left_start), kind="stable"))
    wanted = place(heads, heads.left_start + heads.left_size)
    keys = place(tails, tails.left_start)
    begin = np.searchsorted(keys, wanted, side="left")
    first, inside = repeat_by(np.searchsorted(keys, wanted, side="right") - begin)
    second = begin[first] + inside
    heads, tails = heads.take(first), tails.take(second)
    return make_cells(
        heads.pair,
        (heads.left_start, heads.left_size + tails.left_size),
        (heads.right_start, heads.right_size),
        np.minimum(heads.bits + tails.bits + _FILLED_BITS, _MOST_BITS),
    )


@lru_cache(maxsize=20_000)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([part for _, _, part, _ in inner(word)]))


@lru_cache(maxsize=20_000)
def inner(word: str) -> tuple[tuple[int, bool, str, float], ...]:
    """Stems that a word begins or ends with.

    Args:
        word: folded letters.

    Returns:
        The letters before the cut, whether the part stands before it, its stem, which is not that
        of the word, and the bits that it loses for being a part.
    """
    if len(word) >= LETTERS:
        return ()
    whole = stem(word)
    # A subcommittee is no committee, and sustainability no ability: what an ordinary word ends in
    # is a head that the rest makes another of, or a mere ending.
    ways = (True,) if synonyms(whole) or word in english_words() else (True, False)
    parts = [
        (cut, begins, stem(word[:cut] if begins else word[cut:]))
        for cut in range(_LEAST_REST, len(word) - _LEAST_REST + 1)
        for begins in ways
        if (cut if begins else len(word) - cut) >= _SHORTEST
    ]
    return tuple((*part, _loss(part[2], whole)) for part in parts if part[2] != whole)


def _loss(part: str, whole: str) -> float:
    """What is found wherever a frequent word stands is no rarer than that word."""
    rarer = max(word_bits(part) - word_bits(whole), 0.0)
    return rarer + _LOSS.get(len(part), _LONG_LOSS)
