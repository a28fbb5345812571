"""The same writing on both sides.

Equal characters, words and numbers, words that share a stem or nearly all letters, words written
solid or apart, and initials.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from namelink.model.batch import Batch, Cells, Form, join_cells, make_cells
from namelink.model.kinds import Channel, Role, Script
from namelink.readings.counted import equal_numbers
from namelink.readings.joins import Entry, join
from namelink.readings.romanized import cuts_of
from namelink.readings.spelled import SYSTEM_SHARES
from namelink.tables.commonness import given_share, surname_share
from namelink.tables.spellings import rarity
from namelink.tables.words import stem, word_bits
from namelink.text.numerals import is_code

# What a character of no table tells: one of about 140 is equal by chance between two names
# (collision arithmetic over given-name characters); numbers under a hundred are as frequent.
_HAN_BITS = 7.2
_HAN_ROLE_BITS = {
    Role.LEGAL_FORM: 0.5,
    Role.GENERIC: 2.0,
    Role.PLACE: 3.0,
    Role.INDUSTRY: 4.0,
}
_NUMBER_BITS = 6.6
# An initial is shared with one name in a dozen.
_INITIAL_BITS = 3.0
_STEM_LOSS = 0.5
# Words of at least five letters that differ in one or two of them; a shorter word that differs is
# another word more often than a slip.
_ALIKE = 0.82
_LEAST_LETTERS = 5
_ALIKE_LOSS = 4.0

EQUAL, SAME_STEM, ALIKE = 0, 1, 2
_SYSTEMS = tuple(SYSTEM_SHARES)


class Surface:
    """The channel of equal and nearly equal writing."""

    channel = Channel.SURFACE

    def cells(self, batch: Batch) -> Cells:
        """Spans written alike.

        Args:
            batch: the pairs.

        Returns:
            The cells; ``detail`` is EQUAL, SAME_STEM or ALIKE.
        """
        left = _written(batch.left, stemmed=False)
        right = _written(batch.right, stemmed=False)
        equal = join(batch, left, [_weightless(entry) for entry in right])
        left = _written(batch.left, stemmed=True)
        right = _written(batch.right, stemmed=True)
        stems = join(batch, left, [_weightless(entry) for entry in right])
        return join_cells([equal, stems, _alike(batch), equal_numbers(batch)])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> str:
        """Tell a cell; equal writing speaks for itself."""
        del left, right
        return ("", "one stem", "nearly the same letters")[detail]


class Initials:
    """The channel of a single letter for a word that begins with it, among Latin names."""

    channel = Channel.INITIAL

    def cells(self, batch: Batch) -> Cells:
        """Single letters against words, both ways round.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        letters, words = _initials(batch.left)
        their_letters, their_words = _initials(batch.right)
        return join_cells([join(batch, letters, their_words), join(batch, words, their_letters)])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> str:
        """Tell a cell."""
        del detail
        return f"initial: {''.join(char for char, _ in left)}, {right}"


def written_bits(key: str, shape: str, role: Role) -> float:
    """How much it tells that two names share an atom.

    Args:
        key: the atom's key.
        shape: its shape.
        role: what it does in its name: a character of a common word tells little.

    Returns:
        log2 of one over the chance of sharing it.
    """
    if shape == "han":
        known = _rarity(key, shape, role)
        return known or _HAN_ROLE_BITS.get(role, _HAN_BITS)
    if shape == "number":
        return _NUMBER_BITS
    bits = word_bits(stem(key))
    known = _rarity(key, shape, role)
    if known:
        bits = min(bits, known)
    return bits if len(key) > 1 else min(bits, _INITIAL_BITS)


@lru_cache(maxsize=100_000)
def _rarity(key: str, shape: str, role: Role) -> float:
    """How rare an atom is among the names of Chinese people; 0 for what is no part of one."""
    if role not in (Role.SURNAME, Role.GIVEN):
        return 0.0
    surname = role is Role.SURNAME
    if shape == "han":
        return -math.log2(surname_share(key) if surname else given_share(key))
    cuts = cuts_of(key, _SYSTEMS) if shape == "latin" else ()
    return min((sum(rarity(form, surname=surname) for form in cut) for cut in cuts), default=0.0)


def _written(forms: Sequence[Form], *, stemmed: bool) -> list[Entry]:
    found = []
    for row, form in enumerate(forms):
        for start in range(len(form.keys)):
            for end in range(start + 1, min(start + Batch.UNIT, len(form.keys)) + 1):
                if end > start + 1 and (stemmed or "han" in form.shapes[start:end]):
                    break
                key = "".join(form.keys[start:end])
                bits = sum(
                    written_bits(form.keys[at], form.shapes[at], form.roles[at])
                    for at in range(start, end)
                )
                if stemmed:
                    key, bits = f"{stem(key)}~", bits - _STEM_LOSS
                found.append(
                    Entry(
                        row=row,
                        key=key,
                        start=start,
                        size=end - start,
                        bits=max(bits, 0.5),
                        detail=SAME_STEM if stemmed else EQUAL,
                        rarity=sum(
                            _rarity(form.keys[at], form.shapes[at], form.roles[at])
                            for at in range(start, end)
                        ),
                    )
                )
    return found


def _weightless(entry: Entry) -> Entry:
    return Entry(row=entry.row, key=entry.key, start=entry.start, size=entry.size, bits=0.0)


def _initials(forms: Sequence[Form]) -> tuple[list[Entry], list[Entry]]:
    """Entries of single letters, and of longer words under their first letter."""
    letters: list[Entry] = []
    words: list[Entry] = []
    for row, form in enumerate(forms):
        for at, (key, shape) in enumerate(zip(form.keys, form.shapes, strict=True)):
            # The S of S21 is a model's, and no initial.
            if shape == "latin" and not is_code(form.keys, form.shapes, form.spans, at):
                single = len(key) == 1
                entry = Entry(
                    row=row,
                    key=key[0],
                    start=at,
                    size=1,
                    bits=_INITIAL_BITS if single else 0.0,
                    rarity=_INITIAL_BITS,
                )
                (letters if single else words).append(entry)
    return letters, words


def _chinese(key: str) -> bool:
    return bool(cuts_of(key, _SYSTEMS))


def _alike(batch: Batch) -> Cells:
    """Latin words that differ in a letter or two, over the pairs of two Latin names."""
    latin_left = np.array([form.script is Script.LATIN for form in batch.left], dtype=bool)
    wanted = np.flatnonzero(latin_left[batch.left_of]) if len(batch.left_of) else np.zeros(0, int)
    ours = {key for form in batch.left for key in form.keys if len(key) >= _LEAST_LETTERS}
    theirs = {key for form in batch.right for key in form.keys if len(key) >= _LEAST_LETTERS}
    if not len(wanted) or not ours or not theirs:
        return make_cells([], ([], []), ([], []), [])
    lefts, rights = sorted(ours), sorted(theirs)
    ratio = process.cdist(
        lefts, rights, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, dtype=np.float32
    )
    near: dict[str, list[tuple[str, float]]] = {}
    for at, other in zip(*np.nonzero(ratio), strict=True):
        # Yiming and Yimin are two names, spelled right.
        if lefts[at] != rights[other] and not (_chinese(lefts[at]) and _chinese(rights[other])):
            near.setdefault(lefts[at], []).append((rights[other], float(ratio[at, other])))
    left = [
        Entry(row=row, key=(key, other), start=at, size=1, bits=bits, detail=ALIKE)
        for row, form in enumerate(batch.left)
        for at, key in enumerate(form.keys)
        for other, share in near.get(key, ())
        if (bits := written_bits(key, form.shapes[at], form.roles[at]) * share - _ALIKE_LOSS) > 0
    ]
    by_word: dict[str, list[tuple[str, str]]] = {}
    for entry in left:
        assert isinstance(entry.key, tuple)
        by_word.setdefault(entry.key[1], []).append(entry.key)
    right = [
        Entry(row=row, key=key, start=at, size=1, bits=0.0)
        for row, form in enumerate(batch.right)
        for at, word in enumerate(form.keys)
        for key in dict.fromkeys(by_word.get(word, ()))
    ]
    return join(batch, left, right)
