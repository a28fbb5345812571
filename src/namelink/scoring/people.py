"""How the parts of two people's names stand to each other, beyond what each part weighs.

A Chinese given name is one or two syllables and is hardly ever cut: 孔令辉 is not Kong Hui, and a
syllable left over on both sides says that the names differ, however well the rest agrees.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Floats, Form, Ints
from namelink.model.kinds import Kind, Role, Script
from namelink.scoring.align import Alignment
from namelink.scoring.weights import LEFTOVERS

_CHINESE = ("han_given", "han_second_surname", "latin_syllables", "latin_initial")
_GIVEN = np.array([name in _CHINESE for name in LEFTOVERS])
_OWN = np.array([name in (*_CHINESE, "latin_given") for name in LEFTOVERS])
_SECOND = np.array([name == "han_given" for name in LEFTOVERS])
_HEAD = np.array([name == "han_surname" for name in LEFTOVERS])
_SURNAME = np.array([name in ("han_surname", "latin_surname") for name in LEFTOVERS])


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Facts about pairs of people; each has shape (pairs,), false for other kinds.

    Attributes:
        given_differs: a syllable of the given name is left over on both sides.
        given_part: of a Chinese given name a part agrees and a part has no counterpart.
        given_extra: the given name agrees and the other name has a syllable more.
        surname_differs: a surname is left over on both sides.
        surname_part: of a compound surname (司马) a part agrees and a part has no counterpart.
    """

    given_differs: Flags
    given_part: Flags
    given_extra: Flags
    surname_differs: Flags
    surname_part: Flags


def person_facts(batch: Batch, alignment: Alignment) -> PersonFacts:
    """Facts about the pairs of a batch that are pairs of people.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        The facts.
    """
    person = batch.kind_of == KINDS.index(Kind.PERSON)
    latin = np.array([form.script is Script.LATIN for form in batch.left], dtype=bool)
    both_latin = latin[batch.left_of] if len(latin) else np.zeros(len(batch.left_of), dtype=bool)
    left, right = alignment.left_class, alignment.right_class
    # Between two Latin names a given name of any origin counts; beside a Chinese one only what
    # could be its syllable does, since an English given name may stand beside the Chinese one.
    mine = np.where(both_latin, _OWN[left].any(axis=1), _GIVEN[left].any(axis=1))
    theirs = np.where(both_latin, _OWN[right].any(axis=1), _GIVEN[right].any(axis=1))
    agrees = _agrees(batch, alignment, Role.GIVEN)
    part = _HEAD[left].any(axis=1) & _agrees(batch, alignment, Role.SURNAME)
    return PersonFacts(
        given_differs=person & mine & theirs,
        given_part=person & _SECOND[left].any(axis=1) & ~theirs & agrees & ~both_latin,
        given_extra=person & ~mine & theirs & agrees & ~both_latin,
        surname_differs=person & _SURNAME[left].any(axis=1) & _SURNAME[right].any(axis=1),
        surname_part=person & part & ~both_latin,
    )


def other_character(batch: Batch, alignment: Alignment) -> Flags:
    """Pairs of Chinese names, of any kind, that hold different characters of one sound or look.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        Shape (pairs,).
    """
    han = [
        np.array([form.script is Script.HAN for form in forms], dtype=bool)
        for forms in (batch.left, batch.right)
    ]
    both = np.append(han[0], False)[batch.left_of] & np.append(han[1], False)[batch.right_of]
    cells = alignment.cells
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[cells.pair[both[cells.pair] & (alignment.weight < 0)]] = True
    return found


def _agrees(batch: Batch, alignment: Alignment, role: Role) -> Flags:
    """Whether an agreeing piece covers atoms of a role in the left name, shape (pairs,)."""
    before = _running(batch.left, role)
    cells, weight = alignment.cells, alignment.weight
    left = batch.left_of[cells.pair]
    covered = before[left, cells.left_start + cells.left_size] > before[left, cells.left_start]
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[cells.pair[covered & _positive(weight)]] = True
    return found


def _positive(weight: Floats) -> Flags:
    agrees: Flags = weight > 0
    return agrees


def _running(forms: Sequence[Form], role: Role) -> Ints:
    """Number of atoms of a role before each atom, shape (forms, atoms + 1)."""
    width = max((len(form.keys) for form in forms), default=0)
    count = np.zeros((max(len(forms), 1), width + 1), dtype=np.int32)
    for row, form in enumerate(forms):
        for at, own in enumerate(form.roles):
            count[row, at + 1] = own is role
    return count.cumsum(axis=1, dtype=np.int32)
