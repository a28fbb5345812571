"""What each atom of a name is to scoring when nothing on the other side corresponds to it."""

from collections.abc import Sequence

import numpy as np

from namelink.model.batch import Floats, Form, Ints
from namelink.model.kinds import Role
from namelink.scoring.weights import LEFTOVER_NUMBER
from namelink.tables.names import compound_surnames, western_given_names
from namelink.tables.syllables import SOUTHERN, segmentations, systems
from namelink.tables.words import stem, word_bits

# A word that stands in every twentieth name costs little when it is left over; a rare one costs
# in full. Eight bits is the median of the words of the fitted table.
_FULL_BITS = 8.0
_LEAST_SHARE = 0.25


def leftover_table(forms: Sequence[Form]) -> tuple[Ints, Floats]:
    """Leftover class and its magnitude, an atom.

    Args:
        forms: forms of one side.

    Returns:
        Numbers into `namelink.scoring.weights.LEFTOVERS`, shape (forms, atoms + 1), and factors
        on the cost in the same shape. The last column stands for what lies beyond the limit.
    """
    width = max((len(form.keys) for form in forms), default=0)
    classes = np.zeros((max(len(forms), 1), width + 1), dtype=np.int32)
    shares = np.ones_like(classes, dtype=np.float32)
    for row, form in enumerate(forms):
        for at in range(len(form.keys)):
            name, share = _class_of(form, at)
            classes[row, at] = LEFTOVER_NUMBER[name]
            shares[row, at] = share
        if form.beyond:
            classes[row, width] = LEFTOVER_NUMBER["beyond"]
    return classes, shares


def _spelled(key: str, *, person: bool) -> bool:
    """Whether a word could be Chinese syllables: of a person's name in any romanization."""
    names = (*systems(), *SOUTHERN) if person else ("pinyin",)
    return any(segmentations(key, name) for name in names)


def _class_of(form: Form, at: int) -> tuple[str, float]:
    shape, role = form.shapes[at], form.roles[at]
    if shape == "han":
        name = "han_second_surname" if _second_surname(form, at) else f"han_{role.value}"
        # A given name is one thing, of one character or two.
        return name, 1.0 / form.roles.count(role) if role is Role.GIVEN else 1.0
    if shape == "number":
        return "latin_number", 1.0
    if role in (Role.GIVEN, Role.SURNAME, Role.WORD):
        name = _latin_name(form.keys[at], shape, role)
        if name:
            return name, 1.0
    share = max(min(word_bits(stem(form.keys[at])) / _FULL_BITS, 1.0), _LEAST_SHARE)
    return f"latin_{role.value}", share


def _second_surname(form: Form, at: int) -> bool:
    """Whether an atom is the own surname of a married woman, which is often left out."""
    both = form.roles[max(at - 1, 0) : at + 1] == (Role.SURNAME, Role.SURNAME)
    return both and "".join(form.keys[at - 1 : at + 1]) not in compound_surnames()


def _latin_name(key: str, shape: str, role: Role) -> str:
    """What a Latin word is in a person's name; empty for a word like any other."""
    if shape == "latin" and len(key) == 1:
        return "latin_initial"
    if key in western_given_names():
        return "latin_western"
    if shape == "latin" and _spelled(key, person=role is not Role.WORD):
        return "latin_syllables"
    return ""
