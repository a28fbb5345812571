"""Batches of plain names, for the tests of channels and scoring."""

from collections.abc import Sequence

from namelink.model.batch import KINDS, Batch, Cells, Form, make_batch
from namelink.model.kinds import Kind
from namelink.normalization.forms import forms_of
from namelink.normalization.names import normalize


def form(text: str, kind: Kind = Kind.PERSON) -> Form:
    """The form of a name of a known kind."""
    return forms_of(normalize(text, kind=kind), 40)[0]


def batch_of(pairs: Sequence[tuple[str, str]], kind: Kind = Kind.PERSON) -> Batch:
    """A batch whose forms are shared by pairs that hold the same name, as in bulk."""
    lefts = list(dict.fromkeys(left for left, _ in pairs))
    rights = list(dict.fromkeys(right for _, right in pairs))
    return make_batch(
        [form(left, kind) for left in lefts],
        [form(right, kind) for right in rights],
        [lefts.index(left) for left, _ in pairs],
        [rights.index(right) for _, right in pairs],
        [KINDS.index(kind)] * len(pairs),
        [kind is not Kind.PERSON] * len(pairs),
    )


def rows_of(cells: Cells) -> list[tuple[int, int, int, int, int, int, float]]:
    """Cells as plain rows: pair, left start and size, right start and size, missed, bits."""
    columns = (
        cells.pair, cells.left_start, cells.left_size, cells.right_start, cells.right_size,
        cells.missed, cells.bits,
    )  # fmt: skip
    return sorted(zip(*(column.tolist() for column in columns), strict=True))
