"""Names and pairs as arrays, the form in which channels and scoring work.

The left side of a `Batch` is *written*: its atoms are what spans are taken from. The right side
is *spelled*: its atoms are joined into units of one to three neighbors, and each unit may take a
span of the left side. A Han name paired with a Latin one always stands on the left.

>>> Batch.SPAN
8
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from namelink.model.kinds import Kind, Role, Script

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One name in one script, cut into atoms.

    Attributes:
        text: normalized text of the name that this is a form of.
        script: `Script.LATIN`, or `Script.HAN` when any Han character is in it.
        keys: folded key an atom.
        spans: start and end in the text an atom.
        shapes: ``"han"``, ``"latin"``, ``"number"`` or ``"other"`` an atom.
        upper: whether the atom is written in capitals only.
        group: number of the group an atom stands in; a dot, space or hyphen starts a new one.
        roles: role an atom, from the best parse.
        surname: surname reading an atom, in pinyin with ``|`` between alternatives; empty for
            others.
        kinds: probability of each kind, in the order of `Kind`.
        word: number of the part of the best parse that an atom stands in; parts that are no words
            of a table hold all that is between two that are.
        beyond: atoms past the limit, which are not aligned.
        vector: of length one, where the options have an encoder, shape (dimensions,).
    """

    text: str
    script: Script
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    shapes: tuple[str, ...]
    upper: tuple[bool, ...]
    group: tuple[int, ...]
    roles: tuple[Role, ...]
    surname: tuple[str, ...]
    kinds: tuple[float, ...]
    word: tuple[int, ...] = ()
    beyond: int = 0
    vector: Floats | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One to three neighboring atoms of a spelled name.

    Attributes:
        words: keys of the atoms.
        shape: shape of the first atom.
        upper: whether all are written in capitals only.
        joint: letters before an apostrophe that parts two syllables (Jian'an), 0 where none does.
    """

    words: tuple[str, ...]
    shape: str
    upper: bool
    joint: int = 0

    @property
    def letters(self) -> str:
        """The words written solid."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pairs of forms, with what channels need as arrays.

    Attributes:
        left: distinct written forms.
        right: distinct spelled forms.
        left_of: left form a pair, shape (pairs,).
        right_of: right form a pair, shape (pairs,).
        units: distinct units of all right forms.
        unit_of: unit id, shape (right forms, slots), -1 where there is none.
        unit_start: first atom of the unit in a slot, shape (right forms, slots).
        unit_size: number of atoms of the unit in a slot, shape (right forms, slots).
        kind_of: kind a pair, as a position in `Kind`, shape (pairs,).
        profile_of: which fitted numbers hold for a pair: its kind, and whether both names are in
            one script, as ``kind + same script * number of kinds``, shape (pairs,).
        translatable: whether a pair may be translated; surely not names of people, shape (pairs,).
    """

    SPAN: ClassVar[int] = 8
    UNIT: ClassVar[int] = 3

    left: Sequence[Form]
    right: Sequence[Form]
    left_of: Ints
    right_of: Ints
    units: Sequence[Unit]
    unit_of: Ints
    unit_start: Ints
    unit_size: Ints
    kind_of: Ints
    profile_of: Ints
    translatable: Flags


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

    def take(self, index: npt.NDArray[np.intp] | Flags) -> "Cells":
        """The cells at some positions, or where a mask is true."""
        return Cells(**{name: getattr(self, name)[index] for name in CELL_FIELDS})


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
    columns = {
        "left_start": left[0],
        "left_size": left[1],
        "right_start": right[0],
        "right_size": right[1],
        "missed": missed,
        "detail": detail,
        "channel": channel,
    }
    whole = {
        name: np.broadcast_to(np.asarray(column, dtype=np.int32), pair.shape)
        for name, column in columns.items()
    }
    weight = np.broadcast_to(np.asarray(bits, dtype=np.float32), pair.shape)
    rare = np.broadcast_to(np.asarray(rarity, dtype=np.float32), pair.shape)
    return Cells(pair=pair, bits=weight, rarity=rare, **whole)


def join_cells(parts: Sequence[Cells]) -> Cells:
    """Put cells of several blocks after one another.

    Args:
        parts: blocks, perhaps none.

    Returns:
        All cells.
    """
    if not parts:
        return make_cells([], ([], []), ([], []), [])
    return Cells(
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in CELL_FIELDS}
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
        The batch.
    """
    kinds = np.asarray(kind_of, dtype=np.int32)
    one, other = np.asarray(left_of, dtype=np.int32), np.asarray(right_of, dtype=np.int32)
    han_left = np.array([form.script is Script.HAN for form in left], dtype=bool)
    han_right = np.array([form.script is Script.HAN for form in right], dtype=bool)
    same = han_left[one] == han_right[other]
    known: dict[Unit, int] = {}
    slots: list[list[tuple[int, int, int]]] = []
    for form in right:
        own = []
        for start in range(len(form.keys)):
            for size in range(1, Batch.UNIT + 1):
                unit = _unit(form, start, size)
                if unit is None:
                    break
                own.append((known.setdefault(unit, len(known)), start, size))
        slots.append(own)
    width = max((len(own) for own in slots), default=0) or 1
    table = np.full((3, max(len(slots), 1), width), -1, dtype=np.int32)
    for row, own in enumerate(slots):
        if own:
            table[:, row, : len(own)] = np.array(own, dtype=np.int32).T
    return Batch(
        left=left,
        right=right,
        left_of=one,
        right_of=other,
        units=tuple(known),
        unit_of=table[0],
        unit_start=table[1],
        unit_size=table[2],
        kind_of=kinds,
        profile_of=(kinds + same * len(KINDS)).astype(np.int32),
        translatable=np.asarray(translatable, dtype=bool),
    )


def _unit(form: Form, start: int, size: int) -> Unit | None:
    """The unit of some atoms, None past the end. Han atoms are never joined: each is a unit."""
    end = start + size
    if end > len(form.keys) or (size > 1 and "han" in form.shapes[start:end]):
        return None
    return Unit(
        words=form.keys[start:end],
        shape=form.shapes[start],
        upper=all(form.upper[start:end]),
        joint=_joint(form, start) if size == 1 else 0,
    )


# Hanyu Pinyin puts one before a syllable that begins with a vowel; in Wade-Giles (Ch'en) it
# follows a consonant that begins one.
_BETWEEN = re.compile(r"(?<=[aeiounrg\u00fc])'(?=[aeo])", re.IGNORECASE)


def _joint(form: Form, at: int) -> int:
    start, end = form.spans[at]
    found = _BETWEEN.search(form.text, start, end)
    return found.start() - start if found else 0


KINDS: tuple[Kind, ...] = tuple(Kind)
# Fitted numbers differ between pairs of two scripts and of one: within one script a word without
# counterpart cannot be a matter of translation.
PROFILES: tuple[str, ...] = (
    *(kind.value for kind in KINDS),
    *(f"{kind.value}/same" for kind in KINDS),
)
