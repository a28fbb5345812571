"""Names and pairs as arrays, the form in which channels and scoring work.

The left side of a `Batch` is *written*: its atoms are what spans are taken from. The right side
is *spelled*: its atoms are joined into units of one to three neighbors, and each unit may take a
span of the left side. A Han name paired with a Latin one always stands on the left.

>>> Batch.SPAN
8
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from namelink.model.form import Form as Form  # noqa: PLC0414 - taken from here by the rooms
from namelink.model.kinds import Kind
from namelink.model.side import Side, make_side, numbered
from namelink.model.units import UNIT, units_of
from namelink.model.units import Unit as Unit  # noqa: PLC0414 - taken from here by the rooms

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


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

    def take(self, keep: Flags | npt.NDArray[np.intp]) -> "Items":
        """The rows at some positions, or where a mask is true."""
        return Items(
            pair=self.pair[keep],
            unit=self.unit[keep],
            start=self.start[keep],
            size=self.size[keep],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pairs of forms, with what channels need as arrays.

    Attributes:
        left: distinct written forms.
        right: distinct spelled forms.
        mine: the left forms as arrays.
        theirs: the right forms as arrays.
        left_of: left form a pair, shape (pairs,).
        right_of: right form a pair, shape (pairs,).
        units: distinct units of all right forms.
        unit_of: unit id, shape (right forms, slots), -1 where there is none.
        unit_start: first atom of the unit in a slot, shape (right forms, slots).
        unit_size: number of atoms of the unit in a slot, shape (right forms, slots).
        items: every unit of every pair, in pair order.
        kind_of: kind a pair, as a position in `Kind`, shape (pairs,).
        profile_of: which fitted numbers hold for a pair: its kind, and whether both names are in
            one script, as ``kind + same script * number of kinds``, shape (pairs,).
        translatable: whether a pair may be translated; surely not names of people, shape (pairs,).
        same: whether both forms hold the same atoms, and any, in the same order, shape (pairs,).
        case_of: what each pair is a case of, shape (pairs,): two forms that may be of several
            kinds are a pair as each.
        share: probability of the pair's kind in its case, shape (pairs,).
        alike: probability that both names are bodies or neither is, as each is guessed, shape
            (pairs,).
    """

    SPAN: ClassVar[int] = 8
    UNIT: ClassVar[int] = UNIT

    left: Sequence[Form]
    right: Sequence[Form]
    mine: Side
    theirs: Side
    left_of: Ints
    right_of: Ints
    units: Sequence[Unit]
    unit_of: Ints
    unit_start: Ints
    unit_size: Ints
    items: Items
    kind_of: Ints
    profile_of: Ints
    translatable: Flags
    same: Flags
    case_of: Ints
    share: Floats
    alike: Floats

    @property
    def both_han(self) -> Flags:
        """Whether both names of a pair are written in characters, shape (pairs,)."""
        both: Flags = self.mine.han[self.left_of] & self.theirs.han[self.right_of]
        return both


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Correspondences that a channel found: one row a (pair, left span, right span).

    Attributes:
        pair: position of the pair, shape (cells,).
        left_start: first left atom.
        left_size: number of left atoms.
        right_start: first right atom.
        right_size: number of right atoms.
        bits: log2 of the likelihood ratio for this correspondence, before fitted scaling.
        missed: number of atoms inside that disagree (a syllable that no reading gives).
        detail: what the channel needs to tell about it, such as the romanizations that read it.
        channel: position in `Channel` of the channel that found it.
        rarity: log2 of one over the share of people whose names would agree here as well, 0
            where that is not known.
    """

    pair: Ints
    left_start: Ints
    left_size: Ints
    right_start: Ints
    right_size: Ints
    bits: Floats
    missed: Ints
    detail: Ints
    channel: Ints
    rarity: Floats

    def __len__(self) -> int:
        """Number of cells."""
        return len(self.pair)

    def changed(self, *, bits: Floats | None = None, channel: Ints | None = None) -> "Cells":
        """The same cells with other bits, or told as of other channels."""
        return Cells(
            pair=self.pair,
            left_start=self.left_start,
            left_size=self.left_size,
            right_start=self.right_start,
            right_size=self.right_size,
            bits=self.bits if bits is None else bits,
            missed=self.missed,
            detail=self.detail,
            channel=self.channel if channel is None else channel,
            rarity=self.rarity,
        )

    def take(self, index: npt.NDArray[np.intp] | Flags | slice) -> "Cells":
        """The cells at some positions, in a slice, or where a mask is true."""
        return Cells(
            pair=self.pair[index],
            left_start=self.left_start[index],
            left_size=self.left_size[index],
            right_start=self.right_start[index],
            right_size=self.right_size[index],
            bits=self.bits[index],
            missed=self.missed[index],
            detail=self.detail[index],
            channel=self.channel[index],
            rarity=self.rarity[index],
        )


CELL_FIELDS = (
    "pair",
    "left_start",
    "left_size",
    "right_start",
    "right_size",
    "bits",
    "missed",
    "detail",
    "channel",
    "rarity",
)


def make_cells(  # noqa: PLR0913 - the columns of a cell
    pair: npt.ArrayLike,
    left: tuple[npt.ArrayLike, npt.ArrayLike],
    right: tuple[npt.ArrayLike, npt.ArrayLike],
    bits: npt.ArrayLike,
    *,
    missed: npt.ArrayLike = 0,
    detail: npt.ArrayLike = 0,
    channel: npt.ArrayLike = 0,
    rarity: npt.ArrayLike = 0.0,
) -> Cells:
    """Build cells from columns; single values are repeated.

    Args:
        pair: position of the pair a cell.
        left: first left atom and number of left atoms.
        right: first right atom and number of right atoms.
        bits: weight.
        missed: see `Cells`.
        detail: see `Cells`.
        channel: see `Cells`; a channel that speaks for itself alone leaves it to its caller.
        rarity: see `Cells`.

    Returns:
        The cells.
    """
    pair = np.asarray(pair, dtype=np.int32)
    shape = pair.shape
    return Cells(
        pair=pair,
        left_start=_column(left[0], shape, np.int32),
        left_size=_column(left[1], shape, np.int32),
        right_start=_column(right[0], shape, np.int32),
        right_size=_column(right[1], shape, np.int32),
        bits=_column(bits, shape, np.float32),
        missed=_column(missed, shape, np.int32),
        detail=_column(detail, shape, np.int32),
        channel=_column(channel, shape, np.int32),
        rarity=_column(rarity, shape, np.float32),
    )


def _column(values: npt.ArrayLike, shape: tuple[int, ...], dtype: type[Any]) -> npt.NDArray[Any]:
    found = np.asarray(values, dtype=dtype)
    if found.shape != shape:
        single, found = found, np.empty(shape, dtype=dtype)
        found[:] = single
    return found


def _nothing() -> Cells:
    """No cells, whose arrays nobody can change."""
    cells = make_cells([], ([], []), ([], []), [])
    for name in CELL_FIELDS:
        getattr(cells, name).setflags(write=False)
    return cells


NO_CELLS = _nothing()


def join_cells(parts: Sequence[Cells]) -> Cells:
    """Put cells of several blocks after one another.

    Args:
        parts: blocks, perhaps none.

    Returns:
        All cells.
    """
    # Most channels find nothing in a single pair.
    some = [part for part in parts if len(part.pair)]
    if len(some) < 2:
        return some[0] if some else NO_CELLS
    return Cells(
        **{name: np.concatenate([getattr(part, name) for part in some]) for name in CELL_FIELDS}
    )


def make_batch(
    left: Sequence[Form],
    right: Sequence[Form],
    left_of: npt.ArrayLike,
    right_of: npt.ArrayLike,
    kind_of: npt.ArrayLike,
    translatable: npt.ArrayLike,
) -> Batch:
    """Build a batch, finding the units of the right side.

    Args:
        left: distinct written forms.
        right: distinct spelled forms.
        left_of: left form a pair.
        right_of: right form a pair.
        kind_of: kind a pair, as a position in `Kind`.
        translatable: whether a pair may be translated.

    Returns:
        The batch, each pair a case of its own.
    """
    kinds = np.asarray(kind_of, dtype=np.int32)
    one, other = np.asarray(left_of, dtype=np.int32), np.asarray(right_of, dtype=np.int32)
    mine, theirs = make_side(left), make_side(right)
    one_script = mine.han[one] == theirs.han[other]
    # What lies beyond the limit of atoms is in no key.
    _, number = numbered((form.keys, form.text if form.beyond else "") for form in (*left, *right))
    spelled, written = np.array(number[len(left) :]), np.array(number[: len(left)])
    units, table = units_of(right, theirs)
    return Batch(
        left=left,
        right=right,
        mine=mine,
        theirs=theirs,
        left_of=one,
        right_of=other,
        units=units,
        unit_of=table[0],
        unit_start=table[1],
        unit_size=table[2],
        items=_items(table, other),
        kind_of=kinds,
        profile_of=(kinds + one_script * len(KINDS)).astype(np.int32),
        translatable=np.asarray(translatable, dtype=bool),
        same=(written[one] == spelled[other]) & (mine.size[one] > 0),
        case_of=np.arange(len(kinds), dtype=np.int32),
        share=np.ones(len(kinds), dtype=np.float32),
        alike=np.ones(len(kinds), dtype=np.float32),
    )


def _items(table: Ints, right_of: Ints) -> Items:
    """The units of each pair's right form, slot by slot."""
    at = table[:, right_of]
    pair, slot = (at[0] >= 0).nonzero()
    unit, start, size = at[:, pair, slot]
    return Items(pair=pair.astype(np.int32), unit=unit, start=start, size=size)


KINDS: tuple[Kind, ...] = tuple(Kind)
# Fitted numbers differ between pairs of two scripts and of one: within one script a word without
# counterpart cannot be a matter of translation.
PROFILES: tuple[str, ...] = (
    *(kind.value for kind in KINDS),
    *(f"{kind.value}/same" for kind in KINDS),
)
