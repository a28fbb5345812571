"""The same writing on both sides.

Equal characters, words and numbers, words that share a stem or nearly all letters, words written
solid or apart, and initials.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from namelink.model.batch import NO_CELLS, Batch, Cells, Form, Ints, join_cells
from namelink.model.kinds import Channel, Role
from namelink.model.remark import Remark
from namelink.readings.counted import equal_numbers
from namelink.readings.expand import Index, between
from namelink.readings.joins import Columns, Entry, columns_of, join, join_columns
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
        return join_cells([_equal(batch), _one_stem(batch), _alike(batch), equal_numbers(batch)])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark | None:
        """Tell a cell; equal writing speaks for itself."""
        del left, right
        return (None, Remark("one_stem"), Remark("nearly_the_same"))[detail]


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
        mine, theirs = (
            side.spread([len(key) == 1 for key in side.keys], bool) & side.of_shape("latin")
            for side in (batch.mine, batch.theirs)
        )
        found = []
        # Few names hold a single letter, so only these and what they meet are looked at.
        for single, flags in ((True, mine), (False, theirs)):
            here = flags.any(axis=1)
            anything = np.ones(len(batch.right if single else batch.left), dtype=bool)
            lefts, rights = between(batch, *((here, anything) if single else (anything, here)))
            found.append(
                join(
                    batch,
                    _initials(batch.left, lefts, single=single),
                    _initials(batch.right, rights, single=not single),
                )
            )
        return join_cells(found)

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark | None:
        """Tell a cell."""
        del detail
        return Remark("initial", ("".join(char for char, _ in left), right))


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


def _equal(batch: Batch) -> Cells:
    """Atoms that are written alike, and runs of them that are so when written solid."""
    spans = []
    for row, form in enumerate(batch.left):
        for start in range(len(form.keys)):
            key = ""
            for end in range(start + 1, min(start + Batch.UNIT, len(form.keys)) + 1):
                if end > start + 1 and "han" in form.shapes[start:end]:
                    break
                key += form.keys[end - 1]
                spans.append((key, row, start, end))
    met = _met([span[0] for span in spans], [unit.letters for unit in batch.units])
    if met is None:
        return NO_CELLS
    numbers, of_unit = met
    left = [
        _entry(batch.left[row], row, key, (start, end))
        for key, row, start, end in spans
        if key in numbers
    ]
    at, slot = np.nonzero(batch.unit_of >= 0)
    return _join_written(
        batch,
        (left, numbers),
        of_unit[batch.unit_of[at, slot]],
        (at, batch.unit_start[at, slot], batch.unit_size[at, slot]),
    )


def _one_stem(batch: Batch) -> Cells:
    """Atoms that share a stem."""
    met = _met(list(map(stem, batch.mine.keys)), list(map(stem, batch.theirs.keys)))
    if met is None:
        return NO_CELLS
    numbers, of_key = met
    left = [
        _entry(form, row, stem(key), (at, at + 1), loss=_STEM_LOSS, detail=SAME_STEM)
        for row, form in enumerate(batch.left)
        for at, key in enumerate(form.keys)
        if stem(key) in numbers
    ]
    row, place = np.nonzero(batch.theirs.key >= 0)
    one = np.ones(len(place), dtype=np.int32)
    return _join_written(
        batch, (left, numbers), of_key[batch.theirs.key[row, place]], (row, place, one)
    )


def _met(mine: Sequence[str], theirs: Sequence[str]) -> tuple[Mapping[Hashable, int], Ints] | None:
    """What is written on both sides.

    Args:
        mine: what left names hold.
        theirs: what right names hold.

    Returns:
        Number of each that both hold, and that of each of the second, -1 for others; None where
        nothing is held by both, as for most names of two scripts.
    """
    both = set(mine).intersection(theirs)
    if not both:
        return None
    numbers: dict[Hashable, int] = {key: number for number, key in enumerate(sorted(both))}
    return numbers, np.array([numbers.get(key, -1) for key in theirs], dtype=np.int32)


def _atoms(form: Form) -> list[tuple[str, str, Role]]:
    return list(zip(form.keys, form.shapes, form.roles, strict=True))


def _entry(
    form: Form,
    row: int,
    key: str,
    span: tuple[int, int],
    *,
    loss: float = 0.0,
    detail: int = EQUAL,
) -> Entry:
    atoms = _atoms(form)[slice(*span)]
    return Entry(
        row=row,
        key=key,
        start=span[0],
        size=span[1] - span[0],
        bits=max(sum(written_bits(*atom) for atom in atoms) - loss, 0.5),
        detail=detail,
        rarity=sum(_rarity(*atom) for atom in atoms),
    )


def _join_written(
    batch: Batch,
    left: tuple[list[Entry], Mapping[Hashable, int]],
    key: Ints,
    place: tuple[Index, Index | Ints, Ints],
) -> Cells:
    """Entries of left forms joined with weightless right ones: form, first atom and size.

    The number of a right one is -1 where no left form holds it.
    """
    mine = columns_of(*left)
    keep = np.flatnonzero(key >= 0)
    row, start, size = (column[keep].astype(np.int32) for column in place)
    none = np.zeros(len(keep), dtype=np.int32)
    nothing = none.astype(np.float32)
    theirs = Columns(
        row=row, key=key[keep], start=start, size=size, bits=nothing, detail=none, rarity=nothing
    )
    return join_columns(batch, mine, theirs)


def _initials(forms: Sequence[Form], rows: Sequence[int], *, single: bool) -> list[Entry]:
    """Entries of single letters, or of longer words under their first letter."""
    return [
        Entry(
            row=row,
            key=key[0],
            start=at,
            size=1,
            bits=_INITIAL_BITS if single else 0.0,
            rarity=_INITIAL_BITS,
        )
        for row in rows
        for at, (key, shape) in enumerate(zip(forms[row].keys, forms[row].shapes, strict=True))
        if shape == "latin"
        and (len(key) == 1) is single
        # The S of S21 is a model's, and no initial.
        and not is_code(forms[row].keys, forms[row].shapes, forms[row].spans, at)
    ]


def _chinese(key: str) -> bool:
    return bool(cuts_of(key, _SYSTEMS))


def _alike(batch: Batch) -> Cells:
    """Latin words that differ in a letter or two, over the pairs of two Latin names."""
    mine, others = between(batch, batch.mine.latin, batch.theirs.latin)
    ours = {key for row in mine for key in batch.left[row].keys if len(key) >= _LEAST_LETTERS}
    theirs = {key for row in others for key in batch.right[row].keys if len(key) >= _LEAST_LETTERS}
    if not ours or not theirs:
        return join_cells([])
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
        for row in mine
        for at, (key, shape, role) in enumerate(_atoms(batch.left[row]))
        for other, share in near.get(key, ())
        if (bits := written_bits(key, shape, role) * share - _ALIKE_LOSS) > 0
    ]
    by_word: dict[str, list[tuple[str, str]]] = {}
    for entry in left:
        assert isinstance(entry.key, tuple)
        by_word.setdefault(entry.key[1], []).append(entry.key)
    right = [
        Entry(row=row, key=key, start=at, size=1, bits=0.0)
        for row in others
        for at, word in enumerate(batch.right[row].keys)
        for key in dict.fromkeys(by_word.get(word, ()))
    ]
    return join(batch, left, right)
