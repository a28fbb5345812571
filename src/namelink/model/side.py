"""The forms of one side of a batch as arrays, read off once for all channels and for scoring.

Every matrix has a row a form and a column an atom; what lies past the end of a form is -1.

>>> running(np.array([[1, 0, 1]])).tolist()
[[0, 1, 1, 2]]
"""

import struct
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from namelink.model.form import Form
from namelink.model.kinds import Role, Script

Item = TypeVar("Item", bound=Hashable)

Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

SHAPES: tuple[str, ...] = ("han", "latin", "number", "other")
ROLES: tuple[Role, ...] = tuple(Role)
_SHAPE_NUMBER = {shape: number for number, shape in enumerate(SHAPES)}
_ROLE_NUMBER = {role: number for number, role in enumerate(ROLES)}
_SCRIPTS = tuple(Script)
_HEAD = struct.Struct("=3i").pack
# Matrices of a side that a form alone decides.
_COLUMNS = ("shape", "role", "group", "word", "upper")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Forms as arrays.

    Attributes:
        size: number of atoms, shape (forms,).
        han: whether a form is one of Han script, shape (forms,).
        latin: whether a form is one of Latin script, shape (forms,).
        surname: number of atoms with a surname reading, shape (forms,).
        keys: the distinct keys.
        key: number of an atom's key, shape (forms, atoms).
        shape: position in ``SHAPES``.
        role: position in ``ROLES``.
        group: number of the group.
        word: number of the part of the parse; -1 where the form tells none.
        upper: 1 for capitals only.
    """

    size: Ints
    han: Flags
    latin: Flags
    surname: Ints
    keys: tuple[str, ...]
    key: Ints
    shape: Ints
    role: Ints
    group: Ints
    word: Ints
    upper: Ints

    def has_role(self, roles: Iterable[Role]) -> Flags:
        """Whether each atom plays one of some roles, shape (forms, atoms)."""
        found: Flags = _wanted(tuple(roles))[self.role]
        return found

    def of_shape(self, shape: str) -> Flags:
        """Whether each atom has a shape, shape (forms, atoms)."""
        found: Flags = self.shape == _SHAPE_NUMBER[shape]
        return found

    def spread(
        self, values: Sequence[Any] | npt.NDArray[Any], dtype: type[Any]
    ) -> npt.NDArray[Any]:
        """A value a distinct key at every atom with that key, 0 past the end.

        Args:
            values: one a key, in the order of ``keys``.
            dtype: of the result.

        Returns:
            Shape (forms, atoms).
        """
        table = np.zeros(len(self.keys) + 1, dtype=dtype)
        table[:-1] = values
        return table[self.key]


def make_side(forms: Sequence[Form]) -> Side:
    """Read forms into arrays.

    Args:
        forms: the forms.

    Returns:
        The arrays, at least one atom wide.
    """
    told = np.frombuffer(b"".join([_head(form) for form in forms]), dtype=np.int32)
    script, size, surname = told.reshape(-1, 3).T
    inside = np.arange(max(int(size.max(initial=0)), 1)) < size[:, None]
    numbers, key = numbered(chain.from_iterable([form.keys for form in forms]))
    matrices = np.full((1 + len(_COLUMNS), *inside.shape), -1, dtype=np.int32)
    matrices[0, inside] = key
    columns = np.frombuffer(b"".join([_columns(form) for form in forms]), dtype=np.int32)
    matrices[1:, inside] = columns.reshape(-1, len(_COLUMNS)).T
    return Side(
        size=size,
        han=script == _SCRIPTS.index(Script.HAN),
        latin=script == _SCRIPTS.index(Script.LATIN),
        surname=surname,
        keys=tuple(numbers),
        key=matrices[0],
        **dict(zip(_COLUMNS, matrices[1:], strict=True)),
    )


def _head(form: Form) -> bytes:
    """Script, size and atoms with a surname reading."""
    surnames = len(form.surname) - form.surname.count("")
    return _HEAD(_SCRIPTS.index(form.script), len(form.keys), surnames)


@lru_cache(maxsize=16_000)
def _columns(form: Form) -> bytes:
    """What each atom of a form is, a row an atom, packed: nothing that the collector walks."""
    many = len(form.keys)
    columns = (
        [_SHAPE_NUMBER[shape] for shape in form.shapes],
        [_ROLE_NUMBER[role] for role in form.roles],
        form.group,
        form.word if len(form.word) == many else (-1,) * many,
        form.upper,
    )
    return np.array(columns, dtype=np.int32).T.tobytes()


@lru_cache(maxsize=256)
def _wanted(roles: tuple[Role, ...]) -> Flags:
    """Whether each role is one of some; the last entry is for what lies past the end."""
    return np.isin(np.arange(len(ROLES) + 1), [_ROLE_NUMBER[role] for role in roles])


def numbered(items: Iterable[Item]) -> tuple[dict[Item, int], list[int]]:
    """Distinct items with numbers from 0, in the order in which they are met.

    >>> numbered("abba")
    ({'a': 0, 'b': 1}, [0, 1, 1, 0])

    Args:
        items: what is numbered.

    Returns:
        Number of each distinct item, and that of each given one.
    """
    # What is not known yet counts on; no line of Python runs for an item.
    numbers: defaultdict[Item, int] = defaultdict(count().__next__)
    numbers_of = list(map(numbers.__getitem__, items))
    return dict(numbers), numbers_of


def ragged(rows: Sequence[Sequence[Any]], width: int, dtype: type[Any]) -> npt.NDArray[Any]:
    """Rows of several lengths as one matrix, with zeros past the end of a row.

    >>> ragged([(1, 2), (), (3,)], 2, np.int32).tolist()
    [[1, 2], [0, 0], [3, 0]]

    Args:
        rows: a value a column, no more than ``width``.
        width: number of columns.
        dtype: of the result.

    Returns:
        Shape (rows, width).
    """
    size = np.fromiter(map(len, rows), dtype=np.intp, count=len(rows))
    found = np.zeros((len(rows), width), dtype=dtype)
    found[np.arange(width) < size[:, None]] = list(chain.from_iterable(rows))
    return found


def distinct(
    numbers: npt.NDArray[np.integer], most: int
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Whole numbers without repetition, many times as fast as `numpy.unique`.

    >>> distinct(np.array([3, 1, 3]), 5)
    (array([1, 3]), array([1, 0, 1]))

    Args:
        numbers: from 0.
        most: what none of them reaches.

    Returns:
        The numbers that are met, rising, and where each given one stands among them.
    """
    met = np.zeros(most, dtype=bool)
    met[numbers] = True
    found = met.nonzero()[0]
    place = np.empty(most, dtype=np.intp)
    place[found] = np.arange(len(found))
    return found, place[numbers]


def running(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Sums of the atoms before each place, so that any span's sum is one subtraction.

    Args:
        values: numbers or truth values, shape (forms, atoms).

    Returns:
        Shape (forms, atoms + 1); flags are counted.
    """
    kind = np.int32 if values.dtype == bool else values.dtype
    found = np.zeros((values.shape[0], values.shape[1] + 1), dtype=kind)
    values.cumsum(axis=1, dtype=kind, out=found[:, 1:])
    return found


def span_sum(
    sums: npt.NDArray[Any], row: npt.NDArray[Any], start: Ints, size: Ints
) -> npt.NDArray[Any]:
    """Sums of spans.

    Args:
        sums: see `running`.
        row: form a span, shape (spans,).
        start: first atom a span.
        size: number of atoms a span.

    Returns:
        Shape (spans,).
    """
    found: npt.NDArray[Any] = sums[row, start + size] - sums[row, start]
    return found
