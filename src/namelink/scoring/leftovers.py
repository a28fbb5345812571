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
    key, shape, role = form.keys[at], form.shapes[at], form.roles[at]
    if shape == "han":
        second = role is Role.SURNAME and at and form.roles[at - 1] is Role.SURNAME
        if second and "".join(form.keys[at - 1 : at + 1]) not in compound_surnames():
            # The own surname of a married woman (陈冯富珍) is often left out.
            return "han_second_surname", 1.0
        return f"han_{role.value}", 1.0
    if shape == "number":
        return "latin_number", 1.0
    if role in (Role.GIVEN, Role.SURNAME, Role.WORD):
        if shape == "latin" and len(key) == 1:
            return "latin_initial", 1.0
        if key in western_given_names():
            return "latin_western", 1.0
        if shape == "latin" and len(key) > 1 and _spelled(key, person=role is not Role.WORD):
            return "latin_syllables", 1.0
    share = max(min(word_bits(stem(key)) / _FULL_BITS, 1.0), _LEAST_SHARE)
    return f"latin_{role.value}", share
