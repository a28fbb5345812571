"""The best explanation of words by spans of characters that each stand for a chunk of letters.

The search is a dynamic program over many (left form, word) rows at once. For each start in the
left form it extends the span a character at a time; ``reached[k, start, row]`` holds the best
bits with which the span so far explains the first ``k`` letters. A bound that asks neither for
the order of the characters nor how often each is used tells beforehand which rows are worth it.

Rows come last in all arrays inside, since they are many and letters are few: one step for all rows
is a run over memory.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Flags, Floats, Ints
from namelink.readings.numbered import Codes, Numbered, letter_codes

Index = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.integer]
_ROUNDING = np.float32(0.01)
# What fewer rows cost together, in padding, is less than what they cost apart, in calls.
_FEW_ROWS = 64
_NEVER = -np.inf
_VOWEL = np.zeros(27, dtype=bool)
_VOWEL[letter_codes(list("aeiouy"))[:, 0]] = True


class Others(Protocol):
    """What characters emit beside the chunks of a table, by numbers of an onset and a rime."""

    def places(self, onset: Numbers, rime: Numbers) -> tuple[Index, Index]:
        """Those numbers, of numbers of chunks; for what is none, its size behind the last."""

    def bits(self, char: Numbers, onset: Numbers, rime: Numbers) -> Floats:
        """log2 P(chunk | character)."""

    def most(self, onset: Numbers, rime: Numbers) -> Floats:
        """What no character exceeds, within rounding."""


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
        chunk: column of the chunk at each place with each size, 0 for one without a number, shape
            (letters + 1, longest + 1, words).
        onset: number of its onset, where the chunk has no number, in the same shape.
        rime: number of its rime, the same.
        most: what it is worth at most, where the chunk has no number, in the same shape; None
            where that is nothing.
        ground: bits of the letters, shape (words,).
    """

    __slots__ = ("chunk", "ground", "most", "onset", "rime", "size")

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
        self.onset = self.rime = np.zeros((0, 0, 0), dtype=np.intp)
        self.most: Floats | None = None
        if others is not None:
            self._look_halves_up(codes, chunks, others)

    def _look_halves_up(self, codes: Codes, chunks: Numbered, others: Others) -> None:
        """Give numbers to the halves of what has none itself, and tell what it is worth."""
        place, size, word = at = self._without_number()
        cut = np.minimum(size, _consonants(codes)[place, word])
        halves = []
        for start, taken in ((place, cut), (place + cut, size - cut)):
            number = self.chunk[start, taken, word]
            # What has no number itself counts by its size.
            halves.append(np.where((number > 0) | (taken == 0), number, chunks.after + taken))
        onset, rime = others.places(*halves)
        self.onset = np.zeros(self.chunk.shape, dtype=np.intp)
        self.rime = np.zeros_like(self.onset)
        self.onset[at], self.rime[at] = onset, rime
        self.most = np.full(self.chunk.shape, -np.inf, dtype=np.float32)
        self.most[at] = others.most(onset, rime)

    def _without_number(self) -> tuple[Index, Index, Index]:
        places, sizes = self.chunk.shape[:2]
        end = np.arange(places)[:, None] + np.arange(sizes)
        bare = (self.chunk == 0) & (end[:, :, None] <= self.size)
        bare[:, 0] = False
        place, size, word = bare.nonzero()
        return place, size, word


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

    __slots__ = ("_best", "_bits", "_empty", "_groups", "_others", "_rows", "words")

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
        self._best = np.full((len(self._rows), len(wanted)), -np.inf, dtype=np.float32)
        for atom in self._rows.T:
            said = np.flatnonzero(atom)
            self._best[said] = np.maximum(self._best[said], self._bits[atom[said]])

    def most(self, form: Ints, words: Words, which: Index) -> Floats:
        """Bits that no span of a form exceeds, but for rounding.

        Args:
            form: left form a row, shape (rows,).
            words: words.
            which: word a row, shape (rows,).

        Returns:
            The bound, shape (rows,).
        """
        reached = _reached(self._bound(form, words, which))
        found: Floats = reached[words.size[which], np.arange(len(which))] + words.ground[which]
        return found

    def _bound(self, form: Ints, words: Words, which: Index) -> Floats:
        """What any character of a form emits at most, in the shape of `Words.chunk`."""
        base = form.astype(np.intp) * self._best.shape[1]
        known = self._best.ravel().take(words.chunk[:, :, which] + base)
        if words.most is None:
            return known
        found: Floats = np.maximum(known, words.most[:, :, which], out=known)
        return found

    def bits(self, form: Ints, words: Words, which: Index, least: float) -> Floats:
        """Bits of every span of some forms for a word each.

        Args:
            form: left form a row, shape (rows,).
            words: words.
            which: word a row, shape (rows,).
            least: bits below which a span is not wanted, and may get too few.

        Returns:
            Shape (rows, starts, sizes), the sizes from 1; minus infinity for what is no span.
        """
        rows, groups = self._heard(form)
        width = len(rows)
        emitted = self._emitted(rows, words, which, self._open(form, words, which, least))
        length, row, own = len(words.chunk) - 1, np.arange(len(form)), words.size[which]
        most = _most_characters(own)
        found = np.full((len(form), width, Batch.SPAN), -np.inf, dtype=np.float32)
        ground = words.ground[which]
        longest = min(Batch.SPAN, int(most.max()))
        for size, reached in enumerate(_extended(emitted, width, length, longest), start=1):
            starts = width - size + 1
            fits = groups[:starts] == groups[size - 1 :]
            fits &= size <= most
            bits = reached[own, :, row].T + ground
            found[:, :starts, size - 1] = np.where(fits, bits, -np.inf).T
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
        width = len(rows)
        bare = (
            np.zeros_like(words.chunk, dtype=bool) if words.most is None else words.most > _NEVER
        )
        emitted = self._emitted(rows, words, which, bare[:, :, which])
        length = len(words.chunk) - 1
        found = np.full((len(form), width, width, length + 1), -np.inf, dtype=np.float32)
        for size, reached in enumerate(_extended(emitted, width, length, width), start=1):
            found[:, : width - size + 1, size - 1] = reached.T
        return found

    def _heard(self, form: Ints) -> tuple[Ints, Ints]:
        """Characters and groups of some forms, no more than the widest has; (atoms, rows)."""
        rows = self._rows[form]
        width = int(np.max(np.nonzero((rows > 0).any(axis=0))[0], initial=-1)) + 1
        return np.ascontiguousarray(rows[:, :width].T), self._groups[form, :width].T

    def _open(self, form: Ints, words: Words, which: Index, least: float) -> Flags:
        """Chunks without a number that stand in some explanation with bits enough."""
        found: Flags = words.chunk[:, :, which] == 0
        if self._others is None:
            return found
        bound = self._bound(form, words, which)
        before, after = _reached(bound), _to_reach(bound, words.size[which])
        wanted = least - words.ground[which]
        for taken in range(1, bound.shape[1]):
            stop = max(len(bound) - taken, 0)
            best = before[:stop] + bound[:stop, taken] + after[taken:]
            found[:stop, taken] &= best >= wanted
        return found

    def _emitted(self, rows: Ints, words: Words, which: Index, asked: Flags) -> list[Floats]:
        """What each character emits at each letter, a table a number of letters taken.

        Chunks without a number count only where they are asked for. Shape (places, atoms, rows).
        """
        base = rows.astype(np.intp) * self._bits.shape[1]
        chunk = words.chunk[:, :, which]
        length, longest = len(chunk) - 1, chunk.shape[1] - 1
        emitted = [self._empty[rows][None]]
        for taken in range(1, min(longest, length) + 1):
            stop = length + 1 - taken
            bits = self._bits.ravel().take(base + chunk[:stop, taken, None])
            if self._others is not None and asked[:stop, taken].any():
                place, row = np.nonzero(asked[:stop, taken])
                at = place, np.full(len(row), taken), which[row]
                said = rows[:, row]
                rest = self._others.bits(said - 1, words.onset[at], words.rime[at])
                bits[place, :, row] = np.where(said > 0, rest, -np.inf).T
            emitted.append(bits)
        return emitted


def _extended(emitted: Sequence[Floats], width: int, length: int, most: int) -> Iterator[Floats]:
    """Best bits of each number of letters by spans of one character, of two and so on.

    Shape (letters + 1, starts, rows) each.
    """
    reached = np.full((length + 1, width, emitted[0].shape[-1]), -np.inf, dtype=np.float32)
    reached[0] = 0.0
    for size in range(1, min(width, most) + 1):
        starts = width - size + 1
        extended = reached[:, :starts] + emitted[0][:, size - 1 :]
        for taken in range(1, len(emitted)):
            stop = length + 1 - taken
            np.maximum(
                extended[taken:],
                reached[:stop, :starts] + emitted[taken][:, size - 1 :],
                out=extended[taken:],
            )
        reached = extended
        yield reached


def _reached(bound: Floats) -> Floats:
    """Best bits of the letters before each place, by what each chunk takes at most.

    Args:
        bound: in the shape of `Words.chunk`, minus infinity past the end of a word.

    Returns:
        Shape (letters + 1, rows).
    """
    longest = bound.shape[1] - 1
    reached = np.full((len(bound), bound.shape[2]), -np.inf, dtype=np.float32)
    reached[0] = 0.0
    for start in range(len(bound) - 1):
        further = reached[start + 1 : start + 1 + longest]
        step = bound[start, 1 : 1 + len(further)]
        np.maximum(further, reached[start] + step, out=further)
    return reached


def _to_reach(bound: Floats, size: Index) -> Floats:
    """The same of the letters from each place on, of words of some sizes."""
    longest = bound.shape[1] - 1
    found = np.full((len(bound), bound.shape[2]), -np.inf, dtype=np.float32)
    found[size, np.arange(len(size))] = 0.0
    for start in range(len(bound) - 2, -1, -1):
        further = found[start + 1 : start + 1 + longest]
        ways = bound[start, 1 : 1 + len(further)] + further
        np.maximum(found[start], ways.max(axis=0), out=found[start])
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
