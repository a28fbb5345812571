"""Brands that follow the sound of a body's own name loosely: 碧生源 Besunyen, 宏力 Honliv.

A company spells its name so that it looks well in English. What is left of the sound are most of
the consonants that begin the syllables, and some of what follows them. A Latin word is cut into as
many pieces as there are characters, and each piece is compared with how the character is spelled
in Mandarin and in Cantonese: its first consonants, and its rest. How much each kind of agreement
tells is counted on the names of companies (``tools/build_brand_sounds.py``).

>>> relation_of_onsets("j", "z"), relation_of_rests("eng", "un"), relation_of_rests("i", "ing")
('near', 'coda', 'vowel')
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

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
from namelink.model.remark import Remark
from namelink.model.side import numbered, running, span_sum
from namelink.readings.expand import Items, items_of, repeat_by
from namelink.readings.spelled import shares
from namelink.tables.brand_sounds import brand_sounds
from namelink.tables.syllables import segmentations

# Consonants that are written for each other, a sound a group.
_GROUPS = tuple(
    frozenset(group.split())
    for group in (
        "b p bh", "d t th dh", "g k c ck q kh gh gw kw gu", "zh j z dz jh g", "zh ch q c ts tz cz",
        "x s sh sz hs ss", "f v ph", "h hw hu kh wh", "l r rh ll", "m mm", "y i j", "w v u wh",
        "n nn",
    )
)  # fmt: skip
_PIECE = re.compile(r"((?:[bcdfghjklmnpqrstxz]|y(?=[aeiou])|w(?=[aeiouy]))*)([aeiouyvwh]*)(.*)")
_NASAL = ("n", "m")
_SYSTEMS = ("pinyin", "cantonese")
_LEAST_SHARE = 0.15
_MOST_SPELLINGS = 3
_AT_ONCE = 512
LONGEST_PIECE = 6
LETTERS = range(4, 15)
CHARACTERS = range(2, 5)
_LEAST_BITS = 3.0
# Ends of words' pieces that are kept for one end of a syllable.
_MOST_KEPT = 5_000
_OWN = frozenset({Role.WORD})

Piece = tuple[str, str]


@lru_cache(maxsize=20_000)
def cut(letters: str) -> Piece | None:
    """A piece of a word as its first consonants and its rest.

    Args:
        letters: folded letters.

    Returns:
        Both, None for nothing and for what is more than one syllable.
    """
    match = _PIECE.fullmatch(letters)
    if not letters or match is None or any(letter in "aeiou" for letter in match[3]):
        return None
    return match[1], match[2] + match[3]


@lru_cache(maxsize=20_000)
def relation_of_onsets(one: str, other: str) -> str:
    """How two beginnings of syllables stand to each other.

    Args:
        one: consonants, perhaps none.
        other: as many.

    Returns:
        ``same``, ``near``, ``none`` (one side has none) or ``far``.
    """
    if one == other:
        return "same"
    if not one or not other:
        return "near" if (one or other) in ("y", "w", "h") else "none"
    return "near" if any(one in group and other in group for group in _GROUPS) else "far"


def relation_of_rests(one: str, other: str) -> str:
    """How two ends of syllables stand to each other.

    Args:
        one: vowels and the consonants after them.
        other: as many.

    Returns:
        ``same``; ``near``: a vowel and what ends the syllable agree; ``coda``: the latter;
        ``vowel``: the former; or ``far``.
    """
    if one == other:
        return "same"
    (vowels, end), (others, its_end) = _ended(one), _ended(other)
    vowel = vowels[:1] == others[:1] or vowels[-1:] == others[-1:]
    if end == its_end:
        return "near" if vowel else "coda"
    return "vowel" if vowel else "far"


@lru_cache(maxsize=20_000)
def _ended(rest: str) -> tuple[str, str]:
    """Vowels, and how the syllable ends: in none, a nasal or another consonant."""
    match = re.match("[aeiouyvwh]*", rest)
    vowels = match[0] if match else ""
    end = rest[len(vowels) :]
    return vowels, end and ("n" if end.startswith(_NASAL) else "x")


@lru_cache(maxsize=20_000)
def syllables(char: str) -> tuple[Piece, ...]:
    """How a character is spelled in Mandarin and Cantonese, cut.

    Args:
        char: the character, in simplified space.

    Returns:
        The usual spellings; none for what has no sound.
    """
    found: list[Piece] = []
    for system in _SYSTEMS:
        ranked = sorted(shares(char, "", system).items(), key=lambda pair: (-pair[1], pair[0]))
        for form, share in ranked[:_MOST_SPELLINGS]:
            piece = cut(form)
            if share >= _LEAST_SHARE and piece is not None and piece not in found:
                found.append(piece)
    return tuple(found)


@lru_cache(maxsize=50_000)
def is_exact(letters: str, characters: int) -> bool:
    """Whether a word is as many syllables of Hanyu Pinyin.

    A company that spells its name so means it: Hengrun is no loose spelling of 恒瑞.

    Args:
        letters: folded letters.
        characters: how many syllables.

    Returns:
        True where other channels say whether the characters are read so.
    """
    return any(len(way) == characters for way in segmentations(letters, "pinyin"))


class Brands:
    """The channel of brands that follow the sound loosely."""

    channel = Channel.BRAND

    def cells(self, batch: Batch) -> Cells:
        """Own words of bodies against two characters and more of their own names.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        plain = [
            unit.shape == "latin" and len(unit.letters) in LETTERS and _is_plain(unit.letters)
            for unit in batch.units
        ]
        items = items_of(batch, np.array(plain, dtype=bool))
        items = items.take(_own_words(batch, items))
        heads = [_heads(form) for form in batch.left]
        many = np.array([len(own) for own in heads], dtype=np.int64)
        row, inside = repeat_by(many[batch.left_of[items.pair]])
        if not len(row):
            return join_cells([])
        left = batch.left_of[items.pair[row]].tolist()
        starts, runs = zip(
            *(heads[form][at] for form, at in zip(left, inside.tolist(), strict=True)),
            strict=True,
        )
        words = [batch.units[unit].letters for unit in items.unit[row].tolist()]
        bits = _bits(list(runs), words)
        at, size = np.nonzero(bits >= _LEAST_BITS)
        cells = make_cells(
            items.pair[row[at]],
            (np.array(starts)[at], size),
            (items.start[row[at]], items.size[row[at]]),
            bits[at, size],
        )
        sizes = size.tolist()
        exact = [is_exact(words[a], many) for a, many in zip(at.tolist(), sizes, strict=True)]
        return cells.take(_whole(batch, cells) & ~np.array(exact, dtype=bool))

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell."""
        del detail
        return Remark("follows_loosely", ("".join(char for char, _ in left), right))


def _heads(form: Form) -> list[tuple[int, str]]:
    """Where own names begin in a Chinese name, each with its first characters."""
    own = [
        shape == "han" and role in _OWN and bool(syllables(key))
        for key, shape, role in zip(form.keys, form.shapes, form.roles, strict=True)
    ]
    found = []
    for at in range(len(own) - 1):
        if own[at] and own[at + 1] and not (at and own[at - 1]):
            end = at + 2
            while end < len(own) and own[end] and end - at < CHARACTERS[-1]:
                end += 1
            found.append((at, "".join(form.keys[at:end])))
    return found


def _is_plain(letters: str) -> bool:
    return letters.isascii() and letters.isalpha()


def _own_words(batch: Batch, items: Items) -> Flags:
    """Whether each item is one word, a body's own, beside the name of a body."""
    theirs, right = batch.theirs, batch.right_of[items.pair]
    last = items.start + items.size - 1
    solid = theirs.group[right, last] == theirs.group[right, items.start]
    solid &= _parted(theirs.group)[right, items.start]
    solid &= _parted(theirs.group)[right, last + 1]
    other = span_sum(running(~theirs.has_role(_OWN)), right, items.start, items.size)
    org = batch.kind_of[items.pair] == KINDS.index(Kind.ORG)
    found: Flags = org & solid & (other == 0)
    return found


def _parted(group: Ints) -> Flags:
    """Whether another group begins at each atom and past the end, shape (forms, atoms + 1)."""
    found = np.ones((group.shape[0], group.shape[1] + 1), dtype=bool)
    found[:, 1:-1] = group[:, 1:] != group[:, :-1]
    return found


def _whole(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell takes what may be all of an own name.

    It begins where the own name does, and leaves nothing of it over, or a word: 三孚 of 三孚硅业.
    """
    own = np.zeros((batch.mine.key.shape[0], batch.mine.key.shape[1] + 3), dtype=bool)
    own[:, 1:-2] = batch.mine.has_role(_OWN) & batch.mine.of_shape("han")
    left = batch.left_of[cells.pair]
    before, after = cells.left_start, cells.left_start + cells.left_size + 1
    found: Flags = ~own[left, before] & (~own[left, after] | own[left, after + 1])
    return found


def _bits(runs: Sequence[str], words: Sequence[str]) -> Floats:
    """Bits of each word for the first characters of a run, by how many.

    Args:
        runs: characters, one run a word.
        words: letters.

    Returns:
        Shape (words, characters + 1); minus infinity for too few characters and for too many.
    """
    both = list(dict.fromkeys(zip(runs, words, strict=True)))
    number = {each: at for at, each in enumerate(both)}
    found = np.full((len(both), CHARACTERS[-1] + 1), -np.inf, dtype=np.float32)
    sounds = _Sounds("".join(dict.fromkeys("".join(run for run, _ in both))))
    for begin in range(0, len(both), _AT_ONCE):
        found[begin : begin + _AT_ONCE] = sounds.bits(both[begin : begin + _AT_ONCE])
    return found[[number[each] for each in zip(runs, words, strict=True)]]


class _Sounds:
    """Spellings of some characters, with numbers."""

    def __init__(self, chars: str) -> None:
        """Look the characters up."""
        spelled = [syllables(char) for char in chars]
        self._number = {char: at for at, char in enumerate(chars)}
        self._onsets, onsets = _numbered([o for own in spelled for o, _ in own])
        self._rests, rests = _numbered([r for own in spelled for _, r in own])
        # Characters with fewer spellings than others repeat their first.
        most = max(len(own) for own in spelled)
        begin = np.cumsum([0, *(len(own) for own in spelled)])[:-1]
        which = np.array([[at if at < len(own) else 0 for at in range(most)] for own in spelled])
        self._onset, self._rest = onsets[begin[:, None] + which], rests[begin[:, None] + which]

    def bits(self, both: Sequence[tuple[str, str]]) -> Floats:
        """As `_bits`, of so many words at once."""
        sizes = np.array([len(word) for _, word in both])
        length, rows = int(sizes.max()), np.arange(len(both))
        pieces = [_pieces(word) for _, word in both]
        row = np.repeat(rows, [len(own[0]) for own in pieces])
        begin, size, *halves = (
            list(chain.from_iterable(column)) for column in zip(*pieces, strict=True)
        )
        (onsets, onset), (rests, rest) = map(_numbered, halves)
        start, less = np.array(begin, dtype=np.intp), np.array(size, dtype=np.intp) - 1
        told = {
            "first": _told("first", self._onsets, onsets, relation_of_onsets),
            "later": _told("later", self._onsets, onsets, relation_of_onsets),
            "rest": _told("rest", self._rests, rests, relation_of_rests),
        }
        chars = np.full((len(both), CHARACTERS[-1]), -1)
        for at, (run, _) in enumerate(both):
            chars[at, : len(run)] = [self._number[char] for char in run]
        found = np.full((len(both), CHARACTERS[-1] + 1), -np.inf, dtype=np.float32)
        reached = np.full((len(both), length + 1), -np.inf)
        reached[:, 0] = 0.0
        for place in range(CHARACTERS[-1]):
            here = np.flatnonzero(chars[row, place] >= 0)
            char, part = chars[row[here], place], told["later" if place else "first"]
            own = np.full((len(both), length, LONGEST_PIECE), -np.inf, dtype=np.float32)
            first = self._onset[char] * len(onsets) + onset[here, None]
            other = self._rest[char] * len(rests) + rest[here, None]
            said = part.ravel().take(first) + told["rest"].ravel().take(other)
            own[row[here], start[here], less[here]] = said.max(axis=1)
            after = np.full_like(reached, -np.inf)
            for taken in range(1, min(LONGEST_PIECE, length) + 1):
                stop = length + 1 - taken
                np.maximum(
                    after[:, taken:],
                    reached[:, :stop] + own[:, :stop, taken - 1],
                    out=after[:, taken:],
                )
            reached = after
            if place + 1 in CHARACTERS:
                found[:, place + 1] = reached[rows, sizes]
        return found


def _numbered(texts: Sequence[str]) -> tuple[list[str], npt.NDArray[np.intp]]:
    """Distinct strings, and the number of each."""
    number, numbers = numbered(texts)
    return list(number), np.array(numbers, dtype=np.intp)


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[tuple[Any, ...], ...]:
    """The pieces of a word: first letters, numbers of letters, first consonants and rests."""
    found = [
        (at, size, *piece)
        for at in range(len(word))
        for size in range(1, min(LONGEST_PIECE, len(word) - at) + 1)
        for piece in (cut(word[at : at + size]),)
        if piece is not None
    ]
    return tuple(zip(*found, strict=True))


def _told(
    part: str,
    mine: Sequence[str],
    theirs: Sequence[str],
    relation: Callable[[str, str], str],
) -> npt.NDArray[np.float32]:
    """Bits of each of some beginnings or ends of syllables with each of others."""
    return np.array(
        [list(map(_bits_of(part, relation, one).__getitem__, theirs)) for one in mine],
        dtype=np.float32,
    )


class _Bits(dict[str, float]):
    """Bits of one beginning or end of a syllable with others, worked out as they are met."""

    def __init__(self, part: str, relation: Callable[[str, str], str], one: str) -> None:
        super().__init__()
        self._part, self._relation, self._one = part, relation, one

    def __missing__(self, other: str) -> float:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[other] = brand_sounds()[self._part, self._relation(self._one, other)]
        return found


_bits_of = lru_cache(maxsize=1_000)(_Bits)
