"""Spread a batch's pairs over the units of their right names, for channels that look at each.

>>> import numpy as np
>>> repeat_by(np.array([2, 0, 1]))
(array([0, 0, 2]), array([0, 1, 0]))
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Ints
from namelink.model.kinds import Kind

Index = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """One row a (pair, unit of the pair's right name); every array has shape (items,).

    Attributes:
        pair: position of the pair.
        unit: unit id.
        start: first right atom of the unit.
        size: number of right atoms of the unit.
    """

    pair: Ints
    unit: Ints
    start: Ints
    size: Ints

    def take(self, keep: Flags) -> "Items":
        """The rows that are kept."""
        return Items(
            pair=self.pair[keep],
            unit=self.unit[keep],
            start=self.start[keep],
            size=self.size[keep],
        )


def portion(batch: Batch, cells: Cells) -> npt.NDArray[np.float64]:
    """Share of the left name's atoms that each cell takes, shape (cells,)."""
    size = np.array([max(len(form.keys), 1) for form in batch.left], dtype=np.float64)
    found: npt.NDArray[np.float64] = cells.left_size / size[batch.left_of[cells.pair]]
    return found


def person_doubt(batch: Batch, cells: Cells, own: Floats) -> Floats:
    """Bits that the characters of a person's name speak against each cell.

    Args:
        batch: the pairs.
        cells: the cells.
        own: bits against such cells for the whole of each left form, shape (left forms,).

    Returns:
        What a cell's part of the name pays, as far as the name is a person's; shape (cells,).
    """
    at = KINDS.index(Kind.PERSON)
    guess = np.array([form.kinds[at] for form in batch.left], dtype=np.float32)
    left = batch.left_of[cells.pair]
    person = np.where(batch.kind_of[cells.pair] == at, 1.0, guess[left])
    doubt: Floats = (person * own[left] * portion(batch, cells)).astype(np.float32)
    return doubt


def items_of(batch: Batch, wanted: Flags) -> Items:
    """All (pair, unit) rows whose unit is wanted.

    Args:
        batch: the pairs.
        wanted: whether a unit is wanted, shape (units,).

    Returns:
        The rows, in pair order.
    """
    present = batch.unit_of >= 0
    # A form without units indexes unit 0 harmlessly: `present` already says no.
    chosen = present & np.append(wanted, False)[batch.unit_of]
    per_pair = chosen[batch.right_of]
    pair, slot = np.nonzero(per_pair)
    row = batch.right_of[pair]
    return Items(
        pair=pair.astype(np.int32),
        unit=batch.unit_of[row, slot],
        start=batch.unit_start[row, slot],
        size=batch.unit_size[row, slot],
    )


def repeat_by(counts: npt.NDArray[np.integer]) -> tuple[Index, Index]:
    """Row numbers repeated by a count each, and the running number inside each row.

    Args:
        counts: how often each row is repeated.

    Returns:
        Two arrays of length ``counts.sum()``.
    """
    row = np.repeat(np.arange(len(counts)), counts)
    ends = np.cumsum(counts)
    inside = np.arange(len(row)) - np.repeat(ends - counts, counts)
    return row, inside


def atom_codes(batch: Batch, code: dict[tuple[str, str], int]) -> tuple[Ints, Ints]:
    """Codes of the Han atoms of the left forms, given out as they are met.

    Args:
        batch: the pairs.
        code: filled with a number from 1 for each (character, surname reading) met.

    Returns:
        The codes, shape (left forms, atoms), 0 where there is no Han atom; and the group numbers
        of the atoms in the same shape.
    """
    width = max((len(form.keys) for form in batch.left), default=0) or 1
    codes = np.zeros((max(len(batch.left), 1), width), dtype=np.int32)
    groups = np.full_like(codes, -1)
    for row, form in enumerate(batch.left):
        for at, (key, shape, surname) in enumerate(
            zip(form.keys, form.shapes, form.surname, strict=True)
        ):
            if shape == "han":
                codes[row, at] = code.setdefault((key, surname), len(code) + 1)
        groups[row, : len(form.group)] = form.group
    return codes, groups
