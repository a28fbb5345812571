"""The best explanation of words by spans of characters that each stand for a chunk of letters.

The search is a dynamic program over many (left form, word) rows at once. For each start in the
left form it extends the span a character at a time; ``reached[k, start, row]`` holds the best
bits with which the span so far explains the first ``k`` letters. A bound that asks neither for
the order of the characters nor how often each is used tells beforehand which of many rows are
worth it.

What is said of chunks stands where they end: ``[taken, end]`` is the chunk of so many letters
before the ``end``th. Rows come last, since they are many and letters are few: one step for all
rows is a run over memory.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided

from namelink.model.batch import Batch, Floats, Ints
from namelink.readings.numbered import Codes, Numbered, letter_codes

Index = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.integer]
_ROUNDING = np.float32(0.01)
# What fewer rows cost together, in padding, is less than what they cost apart, in calls.
_FEW_ROWS = 64
_VOWEL = np.zeros(27, dtype=bool)
_VOWEL[letter_codes(list("aeiouy"))[:, 0]] = True


class Others(Protocol):
    """What characters emit beside the chunks of a table, by numbers of an onset and a rime."""

    def places(self, onset: Numbers, rime: Numbers) -> tuple[Index, Index]:
        """Those numbers, of numbers of chunks; for what is none, its size behind the last."""

    def bits(self, char: Numbers, onset: Numbers, rime: Numbers) -> Floats:
        """log2 P(chunk | character)."""


class Sounds(Protocol):
    """What a language says of characters and letters."""

    @property
    def longest(self) -> int:
        """Letters in the longest chunk."""

    def heard(self, batch: Batch) -> list[tuple[str, ...]]:
        """The character that each atom of each left form is read as; empty for none."""

    def chunks(self, chars: Sequence[str], words: Sequence[Sequence[str]]) -> Numbered:
        """Chunks of letters, at least all of the words that the characters have rows for."""

    def emissions(self, chars: Sequence[str], chunks: Numbered, wanted: Index) -> Floats:
        """log2 P(chunk | character) of some of those, by number, shape (chars, chunks)."""

    def others(self, chars: Sequence[str]) -> Others | None:
        """What the characters emit beside such chunks; None for nothing."""

    def ground(self, letters: str) -> float:
        """Bits that the letters take without their characters, positive."""


class Words:
    """Words of about one length, cut into chunks; the last axis of arrays is for the words.

    Attributes:
        size: number of letters, shape (words,).
        chunk: column of each chunk, 0 for one without a number, shape (longest + 1, letters + 1,
            words).
        bare: whether there is a chunk without a number, in the same shape.
        onset: number of its onset, where the chunk has no number, in the same shape.
        rime: number of its rime, the same.
        ground: bits of the letters, shape (words,).
    """

    __slots__ = ("bare", "chunk", "ground", "onset", "rime", "size")

    def __init__(
        self, words: Sequence[str], sounds: Sounds, chunks: Numbered, others: Others | None
    ) -> None:
        """Cut words.

        Args:
            words: letters a to z; nothing is wasted if all are of one length.
            sounds: the language.
            chunks: the chunks with numbers, which stand for columns at first.
            others: what characters emit beside them.
        """
        codes = letter_codes(words)
        self.size = np.array([len(word) for word in words], dtype=np.intp)
        self.chunk = chunks.walk(codes, sounds.longest)
        self.ground = np.array([sounds.ground(word) for word in words], dtype=np.float32)
        self.bare = np.zeros(self.chunk.shape, dtype=bool)
        self.onset = self.rime = np.zeros((0, 0, 0), dtype=np.intp)
        if others is not None:
            self._look_halves_up(codes, chunks, others)

    def _look_halves_up(self, codes: Codes, chunks: Numbered, others: Others) -> None:
        """Give numbers to the halves of what has none itself."""
        sizes, ends = np.ogrid[: self.chunk.shape[0], : self.chunk.shape[1]]
        inside = (sizes > 0) & (sizes <= ends)
        self.bare = (self.chunk == 0) & inside[:, :, None] & (ends[:, :, None] <= self.size)
        size, end, word = at = self.bare.nonzero()
        cut = np.minimum(size, _consonants(codes)[end - size, word])
        halves = []
        for taken, stop in ((cut, end - size + cut), (size - cut, end)):
            number = self.chunk[taken, stop, word]
            # What has no number itself counts by its size.
            halves.append(np.where((number > 0) | (taken == 0), number, chunks.after + taken))
        self.onset = np.zeros(self.chunk.shape, dtype=np.intp)
        self.rime = np.zeros_like(self.onset)
        self.onset[at], self.rime[at] = others.places(*halves)


def cuts(lengths: Numbers) -> list[int]:
    """Where rising lengths of words are cut, so that no group is of few rows.

    >>> cuts(np.array([2, 3, 3, 4]))
    []

    Args:
        lengths: letters a row, rising.

    Returns:
        First rows of all groups but the first.
    """
    found = [0]
    for at in (np.flatnonzero(np.diff(lengths)) + 1).tolist():
        if min(at - found[-1], len(lengths) - at) >= _FEW_ROWS:
            found.append(at)
    return found[1:]


def _consonants(codes: Codes) -> Ints:
    """Consonants from each place on, before a vowel or the end, shape (letters + 1, words)."""
    size = codes.shape[1]
    places = np.arange(size + 1, dtype=np.int32)[:, None]
    stops = np.full((size + 1, len(codes)), size, dtype=np.int32)
    stops[:-1] = np.where(_VOWEL[codes.T], places[:-1], size)
    found: Ints = np.minimum.accumulate(stops[::-1])[::-1] - places
    return found


class Decoder:
    """The search over the characters of some left forms, and over some words.

    Attributes:
        words: the words, by length.
    """

    __slots__ = ("_bits", "_empty", "_groups", "_others", "_rows", "words")

    def __init__(
        self,
        sounds: Sounds,
        chars: Sequence[str],
        forms: tuple[Ints, Ints],
        words: Sequence[Sequence[str]],
    ) -> None:
        """Look everything up.

        Args:
            sounds: the language.
            chars: distinct characters.
            forms: number of each atom's character from 1, 0 for none, and group of each atom;
                shape (left forms, atoms).
            words: words to explain, those of about one length together.
        """
        self._rows, self._groups = forms
        chunks = sounds.chunks(chars, words)
        self._others = sounds.others(chars)
        self.words = [Words(own, sounds, chunks, self._others) for own in words]
        # Chunks that no word has need no column; the first is for those without a number.
        wanted = _renumber([cut.chunk for cut in self.words])
        emitted = sounds.emissions(chars, chunks, wanted)
        # The first row is for atoms without a sound.
        self._bits = np.full((len(chars) + 1, len(wanted)), -np.inf, dtype=np.float32)
        self._bits[1:, 1:] = emitted[:, 1:]
        self._empty = np.append(np.float32(-np.inf), emitted[:, 0])

    def bits(self, form: Ints, words: Words, which: Index, least: float) -> Floats:
        """Bits of every span of some forms for a word each.

        Args:
            form: left form a row, shape (rows,).
            words: words.
            which: word a row, shape (rows,).
            least: bits below which a span is not wanted; a row without better ones may get none.

        Returns:
            Shape (rows, starts, sizes), the sizes from 1; minus infinity for what is no span.
        """
        rows, groups = self._heard(form)
        emitted = self._emitted(rows, words, which)
        size, ground = words.size[which], words.ground[which]
        width, most = len(rows), _most_characters(size)
        found = np.full((len(form), width, Batch.SPAN), -np.inf, dtype=np.float32)
        row = np.arange(len(form))
        if len(row) >= _FEW_ROWS:
            row = np.flatnonzero(_at_most(emitted, size) + ground >= least - _ROUNDING)
            emitted, groups = emitted[:, :, :, row], groups[:, row]
            size, ground, most = size[row], ground[row], most[row]
        if not len(row):
            return found
        whole, longest = (size, slice(None), np.arange(len(row))), min(Batch.SPAN, int(most.max()))
        for many, reached in enumerate(_extended(emitted, longest), start=1):
            starts = width - many + 1
            fits = groups[:starts] == groups[many - 1 :]
            fits &= many <= most
            bits = np.where(fits.T, reached[whole] + ground[:, None], -np.inf)
            found[row, :starts, many - 1] = bits
        return found

    def beginnings(self, form: Ints, words: Words, which: Index) -> Floats:
        """What every span of some forms takes to explain the beginnings of a word each.

        A span may go past the end of a group.

        Args:
            form: left form a row, shape (rows,).
            words: words.
            which: word a row, shape (rows,).

        Returns:
            log2 of a probability, shape (rows, starts, sizes, letters + 1), the sizes from 1;
            minus infinity for what is no span, and past the end of a word.
        """
        rows, _ = self._heard(form)
        width, places = len(rows), words.chunk.shape[1]
        found = np.full((len(form), width, width, places), -np.inf, dtype=np.float32)
        emitted = self._emitted(rows, words, which)
        for size, reached in enumerate(_extended(emitted, width), start=1):
            found[:, : width - size + 1, size - 1] = reached.T
        return found

    def _heard(self, form: Ints) -> tuple[Ints, Ints]:
        """Characters and groups of some forms, no more than the widest has; (atoms, rows)."""
        rows = self._rows[form]
        width = int(np.max(np.nonzero((rows > 0).any(axis=0))[0], initial=-1)) + 1
        return np.ascontiguousarray(rows[:, :width].T), self._groups[form, :width].T

    def _emitted(self, rows: Ints, words: Words, which: Index) -> Floats:
        """What each character emits, shape (longest + 1, letters + 1, atoms, rows)."""
        base = rows.astype(np.intp) * self._bits.shape[1]
        emitted = self._bits.ravel().take(base + words.chunk[:, :, None, which])
        emitted[0] = self._empty[rows]
        if self._others is not None:
            size, end, row = words.bare[:, :, which].nonzero()
            said, at = rows[:, row], (size, end, which[row])
            rest = self._others.bits(said - 1, words.onset[at], words.rime[at])
            emitted[size, end, :, row] = np.where(said > 0, rest, -np.inf).T
        return emitted


def _extended(emitted: Floats, most: int) -> Iterator[Floats]:
    """Best bits of each number of letters by spans of one character, of two and so on.

    Shape (letters + 1, starts, rows) each.
    """
    width = emitted.shape[2]
    reached, before = _sliding(len(emitted), emitted.shape[1:])
    reached[0] = 0.0
    for size in range(1, min(width, most) + 1):
        starts = width - size + 1
        extended = (before[:, :, :starts] + emitted[:, :, size - 1 :]).max(axis=0)
        reached[:, :starts] = extended
        yield extended


def _sliding(sizes: int, shape: tuple[int, ...]) -> tuple[Floats, Floats]:
    """Places, and a view of those that are so many before each: ``before[taken, end]``."""
    padded = np.full((sizes - 1 + shape[0], *shape[1:]), -np.inf, dtype=np.float32)
    places = padded[sizes - 1 :]
    step = places.strides[0]
    return places, as_strided(places, (sizes, *shape), (-step, *places.strides))


def _at_most(emitted: Floats, size: Index) -> Floats:
    """Best bits of words of some sizes by any characters at each place, in no order.

    Shape (rows,); no span has more, but for rounding.
    """
    best = emitted.max(axis=2)
    reached, before = _sliding(len(best), best.shape[1:])
    reached[0] = 0.0
    for end in range(1, len(reached)):
        reached[end] = (before[1:, end] + best[1:, end]).max(axis=0)
    found: Floats = reached[size, np.arange(len(size))]
    return found


def _renumber(arrays: Sequence[Ints]) -> Index:
    """Leave out of numbers those that are not met, 0 apart, in place; and what each was."""
    last = max((int(numbers.max()) for numbers in arrays if numbers.size), default=0)
    used = np.zeros(last + 1, dtype=bool)
    used[0] = True
    for numbers in arrays:
        used[numbers] = True
    column = (np.cumsum(used) - 1).astype(np.int32)
    for numbers in arrays:
        numbers[:] = column[numbers]
    return np.flatnonzero(used)


def _most_characters(letters: Index) -> Index:
    """Characters that so many letters may stand for: hardly ever under 1.5 letters each."""
    return (2 * letters) // 3 + 1
