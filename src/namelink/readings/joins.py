"""Join entries of left and right names on a shared key: the shape of every look-up channel.

>>> Entry(row=0, key="bank", start=2, size=2, bits=6.0).detail
0
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from namelink.model.batch import NO_CELLS, Batch, Cells, Flags, Floats, Ints, make_cells
from namelink.readings.expand import Index, repeat_by

# So many pairs at most are sooner gone through than what they hold is made arrays.
_FEW_PAIRS = 256


class Entry(NamedTuple):
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
    # What has no counterpart is left out before anything is built of it.
    if not left or not right:
        return NO_CELLS
    numbers: dict[Hashable, int] = {entry.key: -1 for entry in right}
    left = [entry for entry in left if entry.key in numbers]
    numbers = {}
    for entry in left:
        numbers.setdefault(entry.key, len(numbers))
    right = [entry for entry in right if entry.key in numbers]
    if not right:
        return NO_CELLS
    if len(batch.left_of) <= _FEW_PAIRS:
        return _join_few(batch, left, right)
    return join_columns(batch, columns_of(left, numbers), columns_of(right, numbers))


def _join_few(batch: Batch, left: Sequence[Entry], right: Sequence[Entry]) -> Cells:
    """As `join_columns`, a pair at a time."""
    ours: dict[tuple[int, Hashable], list[Entry]] = {}
    for entry in left:
        ours.setdefault(entry[:2], []).append(entry)
    theirs: dict[int, list[Entry]] = {}
    for entry in right:
        theirs.setdefault(entry.row, []).append(entry)
    met = [
        (pair, one, other)
        for pair, (row, other_row) in enumerate(
            zip(batch.left_of.tolist(), batch.right_of.tolist(), strict=True)
        )
        for other in theirs.get(other_row, ())
        for one in ours.get((row, other.key), ())
    ]
    if not met:
        return NO_CELLS
    pairs, ones, others = zip(*met, strict=True)
    _, _, start, size, bits, detail, rarity = zip(*ones, strict=True)
    _, _, other_start, other_size, other_bits, *_ = zip(*others, strict=True)
    return make_cells(
        pairs,
        (start, size),
        (other_start, other_size),
        np.array(bits, dtype=np.float32) + np.array(other_bits, dtype=np.float32),
        detail=detail,
        rarity=rarity,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Entries of one side as arrays of shape (entries,), with whole numbers from 0 for keys."""

    row: Ints
    key: Ints
    start: Ints
    size: Ints
    bits: Floats
    detail: Ints
    rarity: Floats

    def take(self, index: Index | Flags) -> "Columns":
        """The entries at some positions, or where a mask is true."""
        return Columns(
            row=self.row[index],
            key=self.key[index],
            start=self.start[index],
            size=self.size[index],
            bits=self.bits[index],
            detail=self.detail[index],
            rarity=self.rarity[index],
        )


def columns_of(entries: Sequence[Entry], numbers: Mapping[Hashable, int]) -> Columns:
    """Entries as arrays.

    Args:
        entries: the entries.
        numbers: number of each of their keys.

    Returns:
        The columns.
    """
    row, key, start, size, bits, detail, rarity = zip(*entries, strict=True)
    return Columns(
        row=np.array(row, dtype=np.int32),
        key=np.array([numbers[each] for each in key], dtype=np.int32),
        start=np.array(start, dtype=np.int32),
        size=np.array(size, dtype=np.int32),
        bits=np.array(bits, dtype=np.float32),
        detail=np.array(detail, dtype=np.int32),
        rarity=np.array(rarity, dtype=np.float32),
    )


def join_columns(batch: Batch, left: Columns, right: Columns) -> Cells:
    """As `join`, for entries whose keys are numbers already."""
    if not len(left.row) or not len(right.row):
        return NO_CELLS
    most = 1 + max(int(left.key.max()), int(right.key.max()))
    left = left.take(np.lexsort((left.key, left.row)))
    right = right.take(np.argsort(right.row, kind="stable"))
    # A pair is looked at where its names hold entries at all.
    ours_of = np.bincount(left.row, minlength=len(batch.left))
    theirs_of = np.bincount(right.row, minlength=len(batch.right))
    open_pairs = np.flatnonzero((ours_of[batch.left_of] > 0) & (theirs_of[batch.right_of] > 0))
    rights = batch.right_of[open_pairs]
    at, inside = repeat_by(theirs_of[rights])
    theirs = (np.cumsum(theirs_of) - theirs_of)[rights[at]] + inside
    pair = open_pairs[at]
    # Entries of one form and key stand together.
    keys = left.row.astype(np.int64) * most + left.key
    wanted = batch.left_of[pair].astype(np.int64) * most + right.key[theirs]
    first = np.searchsorted(keys, wanted, side="left")
    met = np.flatnonzero(keys[np.minimum(first, len(keys) - 1)] == wanted)
    first, wanted, theirs, pair = first[met], wanted[met], theirs[met], pair[met]
    again, inside = repeat_by(np.searchsorted(keys, wanted, side="right") - first)
    ours, theirs, pair = first[again] + inside, theirs[again], pair[again]
    return make_cells(
        pair,
        (left.start[ours], left.size[ours]),
        (right.start[theirs], right.size[theirs]),
        left.bits[ours] + right.bits[theirs],
        detail=left.detail[ours],
        rarity=left.rarity[ours],
    )
