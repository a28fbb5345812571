"""What each atom of a name is to scoring when nothing on the other side corresponds to it."""

from collections.abc import Sequence

import numpy as np

from namelink.model.batch import Floats, Form, Ints
from namelink.model.kinds import Role
from namelink.scoring.weights import LEFTOVER_NUMBER
from namelink.tables.names import western_given_names
from namelink.tables.syllables import segmentations
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


def _class_of(form: Form, at: int) -> tuple[str, float]:
    key, shape, role = form.keys[at], form.shapes[at], form.roles[at]
    if shape == "han":
        return f"han_{role.value}", 1.0
    if shape == "number":
        return "latin_number", 1.0
    if role in (Role.GIVEN, Role.SURNAME, Role.WORD):
        if key in western_given_names():
            return "latin_western", 1.0
        if shape == "latin" and segmentations(key, "pinyin"):
            return "latin_syllables", 1.0
    share = max(min(word_bits(stem(key)) / _FULL_BITS, 1.0), _LEAST_SHARE)
    return f"latin_{role.value}", share
