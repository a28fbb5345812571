"""Foreign names found by ear among all words of a table.

The words of the other side are walked as prefixes, character by character, and only where the
chunk table lets a character stand for the letters that come next; the best few hundred prefixes
are kept at each step. What comes out is the exact score of the channel for every word that is
worth it, in about three milliseconds among 26,000 words.

It works both ways: Latin words for characters, and runs of characters for a Latin word.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Floats, Form, Ints
from namelink.model.kinds import Role
from namelink.readings.engines import pinyin_readings
from namelink.readings.prefixes import Nodes, Places, Prefixes
from namelink.tables.chunks import (
    emissions,
    foreign_background,
    is_sound,
    known_chunks,
    known_emissions,
    letter_bits,
)
from namelink.tables.origin import chinese_bits, japanese_bits

_BEAM = 1500
# Bits below which a chunk is not worth trying for a character.
_LEAST_CHUNK = -13.0
_LEAST_BITS = 4.0
_MOST_WORDS = 100
_LONGEST_WORD = 20
_LONGEST_RUN = 8
# Longest run of which every part is heard, not only those that begin it.
_PARTS = 6
_JOINED_WORDS = 3
# Bits above which characters are a Chinese or Japanese person's name.
_SURE = 5.0
_SOUNDLESS = frozenset({Role.LEGAL_FORM, Role.GENERIC, Role.INDUSTRY, Role.PARTICLE, Role.TITLE})
_LONGEST_CHUNK = 5

_NEVER = float("-inf")
# States and rows that are kept, of some ten kilobytes each.
_MOST_BEGINNINGS = 1_000
_MOST_CHUNKS = 5_000

Heard = dict[str, float]
State = tuple[Nodes, Floats]


def words_of(form: Form) -> tuple[str, ...]:
    """Latin words of a form that may be foreign names, and neighbors in short names joined.

    Args:
        form: one name in one script.

    Returns:
        Words of letters a to z.
    """
    words = [
        key
        for key, shape in zip(form.keys, form.shapes, strict=True)
        if shape == "latin" and key.isascii() and key.isalpha()
    ]
    joined = pairwise(words) if len(words) <= _JOINED_WORDS else ()
    every = (*words, *(one + other for one, other in joined))
    return tuple(word for word in every if 1 < len(word) <= _LONGEST_WORD)


def runs_of(form: Form) -> tuple[str, ...]:
    """Runs of characters of a form that may be foreign names.

    Args:
        form: one name in one script.

    Returns:
        Runs between dots, without words that are translated; none that is surely the name of
        somebody who writes in characters.
    """
    runs = [""]
    last = -1
    for key, shape, role, group in zip(
        form.keys, form.shapes, form.roles, form.group, strict=True
    ):
        sounds = shape == "han" and role not in _SOUNDLESS
        if runs[-1] and (not sounds or group != last):
            runs.append("")
        if sounds:
            runs[-1] += key
        last = group
    return tuple(run for run in runs if 0 < len(run) <= _LONGEST_RUN and not is_domestic(run))


def is_domestic(chars: str) -> bool:
    """Whether characters are surely no foreign name by sound."""
    return chinese_bits(chars) > _SURE or japanese_bits(chars) > _SURE


def heard_in(forms: Iterable[Form]) -> tuple[set[str], set[str]]:
    """What of some names may be foreign names.

    Args:
        forms: the names.

    Returns:
        Latin words, and runs of characters.
    """
    words: set[str] = set()
    runs: set[str] = set()
    for form in forms:
        words.update(words_of(form))
        runs.update(runs_of(form))
    return words, runs


def word_prefixes(words: Iterable[str]) -> Prefixes:
    """Latin words, ready to be walked; their letters cost what they would by chance."""
    return Prefixes.of(words, known_chunks(), letter_bits)


def run_prefixes(runs: Iterable[str]) -> Prefixes:
    """Runs of characters, ready to be walked."""
    every = set(runs)
    return Prefixes.of(every, _sounds_of(every))


def _sounds_of(runs: Iterable[str]) -> tuple[str, ...]:
    """Characters of some runs that stand for sounds."""
    return tuple(sorted(filter(is_sound, {char for run in runs for char in run})))


class Hearing:
    """All Latin words and runs of characters of one side of a table."""

    def __init__(self, words: Prefixes, runs: Prefixes) -> None:
        """Take in what `heard_in` found in the names of the side that is searched.

        Args:
            words: Latin words that may be foreign names, from `word_prefixes`.
            runs: runs of characters that may be, from `run_prefixes`.
        """
        self._words = words
        self._runs = runs
        self._ends = np.full(len(words.words), np.nan)
        self._beginning = lru_cache(maxsize=_MOST_BEGINNINGS)(self._begun)
        self._writers: dict[str, Floats] = {}

    @cached_property
    def _keys(self) -> list[tuple[str, str]]:
        """Characters of the runs that stand for sounds, with their syllables."""
        return [(char, _said(char)) for char in _sounds_of(self._runs.words)]

    def words(self, chars: str) -> Heard:
        """Latin words that a run of characters may stand for, as a whole or in part.

        Args:
            chars: the run, in simplified space.

        Returns:
            Bits by word.
        """
        found: Heard = {}
        if not len(self._words.words):
            return found
        starts = range(len(chars) - 1) if len(chars) <= _PARTS else range(1)
        for start in starts:
            state = self._beginning(chars[start])
            # One character alone is hardly ever a name, unless it is all there is.
            if len(chars) == 1:
                self._finish(*state, found)
            for at in range(start + 1, len(chars)):
                state = self._on(state, chars[at])
                if not len(state[0]):
                    break
                self._finish(*state, found)
        return _best(found)

    def whole(self, chars: str) -> Heard:
        """Latin words that a run of characters may stand for, as a whole.

        Args:
            chars: the run, of one character or more, in simplified space.

        Returns:
            Bits by word.
        """
        found: Heard = {}
        state = self._beginning(chars[0])
        for char in chars[1:]:
            state = self._on(state, char)
        self._finish(*state, found)
        return found

    def _begun(self, char: str) -> State:
        return self._on((self._words.root, np.zeros(1, dtype=np.float32)), char)

    def _on(self, state: State, char: str) -> State:
        """All ways to go on by what a character stands for, the best of those that meet."""
        node, score = state
        bits = _chunk_bits(char)
        steps = self._words.after(node, bits > _NEVER)
        longer = score[steps.before] + bits[steps.piece]
        return _few(_merged(steps.node, longer), self._words.price)

    def _finish(self, node: Nodes, score: Floats, found: Heard) -> None:
        word = self._words.word[node]
        ended = np.flatnonzero(word >= 0)
        word, gain = word[ended], score[ended] + self._words.price[node[ended]]
        total = gain.astype(np.float64) + self._closing(word)
        kept = np.flatnonzero(total >= _LEAST_BITS)
        for at, bits in zip(word[kept].tolist(), total[kept].tolist(), strict=True):
            text = self._words.words[at]
            found[text] = max(found.get(text, 0.0), bits)

    def _closing(self, words: Ints) -> npt.NDArray[np.float64]:
        """What some words take beyond the price of their letters; each is looked at once."""
        new = words[np.isnan(self._ends[words])]
        self._ends[new] = [_beyond(self._words.words[at]) for at in new.tolist()]
        return self._ends[words]

    def runs(self, word: str) -> Heard:
        """Runs of characters that may stand for a Latin word.

        Args:
            word: letters a to z.

        Returns:
            Bits by run.
        """
        found: Heard = {}
        if not self._keys:
            return found
        size = len(word)
        self.expect([word])
        writers = self._writers
        none: State = (self._runs.root[:0], np.zeros(0, dtype=np.float32))
        states: list[list[State]] = [[] for _ in range(size + 1)]
        states[0].append((self._runs.root, np.zeros(1, dtype=np.float32)))
        node, score = none
        for start in range(size + 1):
            node, score = _together(states[start])
            # A silent character, at most one at a place.
            (silent,) = self._said_as((node, score), [writers[""]])
            node, score = _together([(node, score), silent])
            ends = range(start + 1, min(start + _LONGEST_CHUNK, size) + 1)
            rows = [writers[word[start:end]] for end in ends]
            longer = self._said_as((node, score), rows)
            for end, state in zip(ends, longer, strict=True):
                states[end].append(state)
        run = self._runs.word[node]
        ended = np.flatnonzero(run >= 0)
        total = score[ended] + foreign_background(word)
        for at, bits in zip(run[ended].tolist(), total.tolist(), strict=True):
            if bits >= _LEAST_BITS:
                found[self._runs.words[at]] = bits
        return _best(found)

    def _said_as(self, state: State, writers: Sequence[Floats]) -> list[State]:
        """All ways to go on by one character, for each row of what characters are worth."""
        node, score = state
        steps = self._runs.after(node)
        base = score[steps.before]
        found = []
        for row in writers:
            bits = row[steps.piece]
            kept = np.flatnonzero(bits > _NEVER)
            found.append(_few((steps.node[kept], base[kept] + bits[kept])))
        return found

    def expect(self, words: Iterable[str]) -> None:
        """Work out for several words at once what `runs` has to know of each; it is kept.

        Args:
            words: letters a to z.
        """
        if len(self._writers) > _MOST_CHUNKS:
            self._writers = {}
        chunks = dict.fromkeys(chunk for word in words for chunk in _chunks_in(word))
        new = [chunk for chunk in chunks if chunk not in self._writers]
        if new and self._keys:
            bits = emissions(self._keys, new).T
            worth = np.where(bits > _LEAST_CHUNK, bits, np.float32(_NEVER))
            self._writers |= dict(zip(new, np.ascontiguousarray(worth), strict=True))


def _chunks_in(word: str) -> list[str]:
    """Pieces of a word that a character may stand for, the empty one among them."""
    return [
        word[start:end]
        for start in range(len(word) + 1)
        for end in range(start, min(start + _LONGEST_CHUNK, len(word)) + 1)
    ]


def _beyond(word: str) -> float:
    """What a word takes as a foreign name beyond what its letters cost one after the other."""
    return foreign_background(word) - sum(map(letter_bits, "<" + word, word))


def _best(found: Heard) -> Heard:
    ranked = sorted(found, key=lambda word: (-found[word], word))[:_MOST_WORDS]
    return {word: found[word] for word in ranked}


def _merged(node: Nodes, score: Floats) -> State:
    """The best of the ways that meet at a prefix."""
    if not len(node):
        return node, score
    order = np.argsort(node)
    node, score = node[order], score[order]
    first = np.flatnonzero(np.append(True, node[1:] != node[:-1]))
    return node[first], np.maximum.reduceat(score, first)


def _together(states: Sequence[State]) -> State:
    nodes, scores = zip(*states, strict=True)
    return _few(_merged(np.concatenate(nodes), np.concatenate(scores)))


def _few(state: State, price: Floats | None = None) -> State:
    """The best few hundred."""
    node, score = state
    if len(node) <= _BEAM:
        return state
    gain = score if price is None else score + price[node]
    kept = np.argpartition(-gain, _BEAM)[:_BEAM]
    return node[kept], score[kept]


def _chunk_bits(char: str) -> Floats:
    """Bits of every known chunk for a character."""
    pieces, bits = _chunks_of(char)
    found = np.full(len(known_chunks()), _NEVER, dtype=np.float32)
    found[pieces] = bits
    return found


@lru_cache(maxsize=20_000)
def _chunks_of(char: str) -> tuple[Places, Floats]:
    """Chunks that a character may stand for, with their bits."""
    row = known_emissions(char, _said(char))
    kept = np.flatnonzero(row > _LEAST_CHUNK)
    return kept, row[kept]


def _said(char: str) -> str:
    said = pinyin_readings(char)
    return said[0][0] if said else ""
