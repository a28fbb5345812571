"""Join entries of left and right names on a shared key: the shape of every look-up channel.

>>> Entry(row=0, key="bank", start=2, size=2, bits=6.0).detail
0
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from namelink.model.batch import Batch, Cells, make_cells
from namelink.readings.expand import repeat_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A span of one form under one key.

    Attributes:
        row: the form's position among the left or right forms of the batch.
        key: what must be equal on both sides.
        start: first atom.
        size: number of atoms.
        bits: this side's share of the weight; both sides' are added.
        detail: passed on to the cell from the left entry.
        rarity: passed on to the cell from the left entry.
    """

    row: int
    key: Hashable
    start: int
    size: int
    bits: float
    detail: int = 0
    rarity: float = 0.0


def join(batch: Batch, left: Sequence[Entry], right: Sequence[Entry]) -> Cells:
    """Cells of all pairs whose names hold entries of one key.

    Args:
        batch: the pairs.
        left: entries of left forms.
        right: entries of right forms.

    Returns:
        One cell a combination of entries that meets in a pair.
    """
    numbers: dict[Hashable, int] = {}
    for entry in left:
        numbers.setdefault(entry.key, len(numbers))
    right = [entry for entry in right if entry.key in numbers]
    if not right:
        return make_cells([], ([], []), ([], []), [])
    left = sorted(left, key=lambda entry: (entry.row, numbers[entry.key]))
    right = sorted(right, key=lambda entry: entry.row)
    keys = np.array([e.row * len(numbers) + numbers[e.key] for e in left], dtype=np.int64)
    per_form = np.bincount([e.row for e in right], minlength=len(batch.right))
    begins = np.cumsum(per_form) - per_form
    pair, inside = repeat_by(per_form[batch.right_of])
    theirs = begins[batch.right_of[pair]] + inside
    key_of = np.array([numbers[e.key] for e in right], dtype=np.int64)
    wanted = batch.left_of[pair].astype(np.int64) * len(numbers) + key_of[theirs]
    first = np.searchsorted(keys, wanted, side="left")
    again, inside = repeat_by(np.searchsorted(keys, wanted, side="right") - first)
    ours, theirs, pair = first[again] + inside, theirs[again], pair[again]
    l_start, l_size, l_bits = _columns(left)
    r_start, r_size, r_bits = _columns(right)
    detail = np.array([entry.detail for entry in left], dtype=np.int32)
    rarity = np.array([entry.rarity for entry in left], dtype=np.float32)
    return make_cells(
        pair,
        (l_start[ours], l_size[ours]),
        (r_start[theirs], r_size[theirs]),
        l_bits[ours] + r_bits[theirs],
        detail=detail[ours],
        rarity=rarity[ours],
    )


def _columns(entries: Sequence[Entry]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return (
        np.array([e.start for e in entries], dtype=np.int32),
        np.array([e.size for e in entries], dtype=np.int32),
        np.array([e.bits for e in entries], dtype=np.float32),
    )
