"""Spread a batch's pairs over the units of their right names, for channels that look at each.

>>> import numpy as np
>>> repeat_by(np.array([2, 0, 1]))
(array([0, 0, 2]), array([0, 1, 0]))
"""

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Ints
from namelink.model.batch import Items as Items  # noqa: PLC0414 - taken from here by the channels
from namelink.model.kinds import Kind
from namelink.model.side import distinct

Index = npt.NDArray[np.intp]


def items_like(cells: Cells) -> Items:
    """The right spans of cells as rows, of no unit."""
    return Items(
        pair=cells.pair,
        unit=np.full(len(cells), -1, dtype=np.int32),
        start=cells.right_start,
        size=cells.right_size,
    )


def portion(batch: Batch, cells: Cells) -> npt.NDArray[np.float64]:
    """Share of the left name's atoms that each cell takes, shape (cells,)."""
    size = np.maximum(batch.mine.size, 1).astype(np.float64)
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


def between(batch: Batch, mine: Flags, theirs: Flags) -> tuple[list[int], list[int]]:
    """The forms of pairs in which both are of some sort.

    Args:
        batch: the pairs.
        mine: whether each left form is of the sort.
        theirs: whether each right form is.

    Returns:
        Positions of left and of right forms, rising.
    """
    both = mine[batch.left_of] & theirs[batch.right_of]
    if not both.any():
        return [], []
    lefts, _ = distinct(batch.left_of[both], len(batch.left))
    rights, _ = distinct(batch.right_of[both], len(batch.right))
    return lefts.tolist(), rights.tolist()


def items_of(batch: Batch, wanted: Flags) -> Items:
    """All (pair, unit) rows whose unit is wanted.

    Args:
        batch: the pairs.
        wanted: whether a unit is wanted, shape (units,).

    Returns:
        The rows, in pair order.
    """
    items = batch.items
    # Without units there are no items either.
    return items.take(wanted[items.unit]) if len(wanted) else items


def repeat_by(counts: npt.NDArray[np.integer]) -> tuple[Index, Index]:
    """Row numbers repeated by a count each, and the running number inside each row.

    Args:
        counts: how often each row is repeated.

    Returns:
        Two arrays of length ``counts.sum()``.
    """
    ends = counts.cumsum()
    row = np.arange(len(counts)).repeat(counts)
    return row, np.arange(len(row)) - (ends - counts)[row]


def atom_codes(batch: Batch, code: dict[tuple[str, str], int]) -> tuple[Ints, Ints]:
    """Codes of the Han atoms of the left forms, given out as they are met.

    Args:
        batch: the pairs.
        code: filled with a number from 1 for each (character, surname reading) met.

    Returns:
        The codes, shape (left forms, atoms), 0 where there is no Han atom; and the group numbers
        of the atoms in the same shape.
    """
    mine = batch.mine
    codes = np.zeros_like(mine.key)
    han = mine.of_shape("han")
    keys, told = mine.key[han].tolist(), batch_surnames(batch)
    codes[han] = [
        code.setdefault((mine.keys[key], said), len(code) + 1)
        for key, said in zip(keys, told, strict=True)
    ]
    return codes, mine.group


def batch_surnames(batch: Batch) -> list[str]:
    """Surname readings of the Han atoms of the left forms, in order."""
    return [
        said
        for form in batch.left
        for said, shape in zip(form.surname, form.shapes, strict=True)
        if shape == "han"
    ]
