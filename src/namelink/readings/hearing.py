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

from namelink.model.batch import Floats, Form
from namelink.model.kinds import Role
from namelink.readings.engines import pinyin_readings
from namelink.readings.prefixes import Nodes, Piece, Prefixes, piece
from namelink.tables.chunks import emissions, is_sound, known_chunks, known_emissions, letter_bits
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

Heard = dict[str, float]


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
    return Prefixes.of(words, letter_bits)


class Hearing:
    """All Latin words and runs of characters of one side of a table."""

    def __init__(self, words: Prefixes, runs: Prefixes) -> None:
        """Take in what `heard_in` found in the names of the side that is searched.

        Args:
            words: Latin words that may be foreign names, from `word_prefixes`.
            runs: runs of characters that may be.
        """
        self._words = words
        self._runs = runs
        self._writers: dict[str, tuple[tuple[Piece, ...], Floats]] = {}

    @cached_property
    def _chars(self) -> tuple[str, ...]:
        """Characters of the runs that stand for sounds."""
        return tuple(sorted(filter(is_sound, {char for run in self._runs.words for char in run})))

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
            node, score = self._words.root, np.zeros(1, dtype=np.float32)
            for at in range(start, len(chars)):
                pieces, bits = _pieces(chars[at])
                node, score = _step(self._words, (node, score), pieces, bits)
                if not len(node):
                    break
                # One character alone is hardly ever a name, unless it is all there is.
                if at > start or len(chars) == 1:
                    self._finish(node, score, found)
        return _best(found)

    def _finish(self, node: Nodes, score: Floats, found: Heard) -> None:
        ended = self._words.ends(node)
        gain = score[ended] + self._words.price[node[ended]]
        for at, bits in zip(node[ended].tolist(), gain.tolist(), strict=True):
            word = self._words.at(at) or ""
            total = bits + letter_bits(word[-1], ">")
            if total >= _LEAST_BITS:
                found[word] = max(found.get(word, 0.0), total)

    def runs(self, word: str) -> Heard:
        """Runs of characters that may stand for a Latin word.

        Args:
            word: letters a to z.

        Returns:
            Bits by run.
        """
        found: Heard = {}
        if not self._chars:
            return found
        size = len(word)
        cuts = [
            (start, end)
            for start in range(size + 1)
            for end in range(start, min(start + _LONGEST_CHUNK, size) + 1)
        ]
        writers = self._writers_of(sorted({word[start:end] for start, end in cuts}))
        row = {(start, end): writers[word[start:end]] for start, end in cuts}
        states: list[list[tuple[Nodes, Floats]]] = [[] for _ in range(size + 1)]
        states[0].append((self._runs.root, np.zeros(1, dtype=np.float32)))
        price = np.cumsum([0.0, *map(letter_bits, "<" + word, word)])
        for start in range(size + 1):
            node, score = _merged(states[start])
            # A silent character, at most one at a place.
            silent = _step(self._runs, (node, score), *row[start, start])
            node, score = _merged([(node, score), silent])
            if start == size:
                break
            for end in range(start + 1, min(start + _LONGEST_CHUNK, size) + 1):
                states[end].append(_step(self._runs, (node, score), *row[start, end]))
        ended = self._runs.ends(node)
        total = score[ended] + price[size] + letter_bits(word[-1], ">")
        for at, bits in zip(node[ended].tolist(), total.tolist(), strict=True):
            if bits >= _LEAST_BITS:
                found[self._runs.at(at) or ""] = bits
        return _best(found)

    def _writers_of(self, chunks: Sequence[str]) -> dict[str, tuple[tuple[Piece, ...], Floats]]:
        """Characters that may stand for each chunk."""
        new = [chunk for chunk in chunks if chunk not in self._writers]
        if new:
            keys = [(char, _said(char)) for char in self._chars]
            for chunk, column in zip(new, emissions(keys, new).T, strict=True):
                kept = np.flatnonzero(column > _LEAST_CHUNK)
                pieces = tuple(piece(self._chars[at]) for at in kept.tolist())
                self._writers[chunk] = (pieces, column[kept])
        return self._writers


def _best(found: Heard) -> Heard:
    ranked = sorted(found, key=lambda word: (-found[word], word))[:_MOST_WORDS]
    return {word: found[word] for word in ranked}


def _step(
    prefixes: Prefixes, state: tuple[Nodes, Floats], pieces: Sequence[Piece], bits: Floats
) -> tuple[Nodes, Floats]:
    """All ways to go on by one piece, the best of those that meet, and the best few of all."""
    node, score = state
    if not len(node) or not pieces:
        return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32)
    longer, combination = prefixes.after(node, pieces)
    before, which = np.divmod(combination, len(pieces))
    return _merged([(longer, (score[before] + bits[which]).astype(np.float32))], prefixes.price)


def _merged(
    states: Sequence[tuple[Nodes, Floats]], price: Floats | None = None
) -> tuple[Nodes, Floats]:
    if not states:
        return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32)
    node = np.concatenate([node for node, _ in states])
    score = np.concatenate([score for _, score in states])
    order = np.lexsort((-score, node))
    node, score = node[order], score[order]
    first = np.append(True, node[1:] != node[:-1])[: len(node)]
    node, score = node[first], score[first]
    if len(node) > _BEAM:
        gain = score if price is None else score + price[node]
        kept = np.argpartition(-gain, _BEAM)[:_BEAM]
        node, score = node[kept], score[kept]
    return node, score


@lru_cache(maxsize=20_000)
def _pieces(char: str) -> tuple[tuple[Piece, ...], Floats]:
    """Chunks that a character may stand for."""
    texts = known_chunks()
    row = known_emissions(char, _said(char))
    kept = np.flatnonzero(row > _LEAST_CHUNK)
    return tuple(piece(texts[at]) for at in kept.tolist()), row[kept]


def _said(char: str) -> str:
    said = pinyin_readings(char)
    return said[0][0] if said else ""
