"""Units of spelled names: one to three neighboring atoms, written solid.

>>> Unit(words=("sino", "pharm"), letters="sinopharm", shape="latin", upper=False, joint=0).letters
'sinopharm'
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from namelink.model.form import Form
from namelink.model.side import SHAPES, Side, numbered

Ints = npt.NDArray[np.int32]

# Atoms of a unit, at most.
UNIT = 3


class Unit(NamedTuple):
    """One to three neighboring atoms of a spelled name.

    Attributes:
        words: keys of the atoms.
        letters: the words written solid.
        shape: shape of the first atom.
        upper: whether all are written in capitals only.
        joint: letters before an apostrophe that parts two syllables (Jian'an), 0 where none does.
    """

    words: tuple[str, ...]
    letters: str
    shape: str
    upper: bool
    joint: int


# A unit of its columns, without a line of Python for each.
_UNIT = partial(tuple.__new__, Unit)


def units_of(forms: Sequence[Form], side: Side) -> tuple[tuple[Unit, ...], Ints]:
    """Distinct units, and number, first atom and size of each form's, shape (3, forms, slots).

    Han atoms are never joined: each is a unit.

    Args:
        forms: spelled forms.
        side: the same as arrays.

    Returns:
        The units, shorter ones first, and the table, -1 where a form has no more.
    """
    joints = _joints(forms, side)
    rows, width = side.key.shape
    shape = (UNIT, rows, width)
    # What tells the units of one size apart: of one more atom, that of what comes before it and of
    # its last atom.
    present, told = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=np.int64)
    capital = np.zeros(shape, dtype=bool)
    han = side.of_shape(SHAPES[0])
    present[0], capital[0], told[0] = side.key >= 0, side.upper == 1, side.key
    for size in range(1, min(UNIT, width)):
        last, before = np.s_[:, size:], np.s_[:, : width - size]
        present[size][before] = present[size - 1][before] & (side.key[last] >= 0)
        present[size][before] &= ~(han[before] | han[last])
        capital[size][before] = capital[size - 1][before] & capital[0][last]
        told[size][before] = told[size - 1][before] * (len(side.keys) + 1) + side.key[last]
    less, row, start = places = present.nonzero()
    capitals, joint = capital[places], joints[row, start] * (less == 0)
    whole = (told[places] * len(SHAPES) + side.shape[row, start]) * 2 + capitals
    whole = (whole * UNIT + less) * (int(joints.max(initial=0)) + 1) + joint
    numbers, which = numbered(whole.tolist())
    # Where each number is met first: whoever comes later overwrites backward.
    first = np.empty(len(numbers), dtype=np.intp)
    first[which[::-1]] = np.arange(len(which) - 1, -1, -1)
    owners = [forms[at] for at in row[first].tolist()]
    begins, sizes = start[first].tolist(), (less[first] + 1).tolist()
    words = [
        form.keys[at : at + size] for form, at, size in zip(owners, begins, sizes, strict=True)
    ]
    columns = (
        words,
        map("".join, words),
        [form.shapes[at] for form, at in zip(owners, begins, strict=True)],
        capitals[first].tolist(),
        joint[first].tolist(),
    )
    number = np.zeros(shape, dtype=np.int32)
    number[places] = which
    row, start, less = present.transpose(1, 2, 0).nonzero()
    many = np.bincount(row, minlength=rows)
    slot = np.arange(len(row)) - (many.cumsum() - many)[row]
    table = np.full((3, rows, max(int(many.max(initial=0)), 1)), -1, dtype=np.int32)
    table[:, row, slot] = number[less, row, start], start, less + 1
    return tuple(map(_UNIT, zip(*columns, strict=True))), table


# Hanyu Pinyin puts one before a syllable that begins with a vowel; in Wade-Giles (Ch'en) it
# follows a consonant that begins one.
_BETWEEN = re.compile(r"(?<=[aeiounrg\u00fc])'(?=[aeo])", re.IGNORECASE)


def _joints(forms: Sequence[Form], side: Side) -> Ints:
    """Letters before an apostrophe that parts two syllables, an atom."""
    found = np.zeros_like(side.key)
    for row, form in enumerate(forms):
        if "'" in form.text:
            for at, (start, end) in enumerate(form.spans):
                joint = _BETWEEN.search(form.text, start, end)
                found[row, at] = joint.start() - start if joint else 0
    return found
