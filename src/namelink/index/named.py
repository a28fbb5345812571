"""The rows of a table in the order of their names, and their ids as text and as numbers.

>>> from namelink.model.kinds import Kind
>>> from namelink.model.table import AliasTable
>>> kinds = (Kind.UNKNOWN,) * 3
>>> table = AliasTable(ids=(7, 8, 9), names=("Wu", "Li", "Wu"), kinds=kinds, rows=range(3))
>>> rows = NamedRows.of(table)
>>> list(rows.names), rows.row_ends.tolist(), list(rows.ids)
(['Li', 'Wu'], [1, 3], [8, 7, 9])
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import hashed
from namelink.candidates.texts import Texts
from namelink.errors import InvalidInput, InvalidName
from namelink.model.batch import KINDS
from namelink.model.table import AliasTable

Positions = npt.NDArray[np.int64]

_as_text = json.JSONEncoder(ensure_ascii=False).encode
_as_any_text = json.JSONEncoder(ensure_ascii=False, default=repr).encode


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NamedRows:
    """Distinct names, in an order of their own: that of rows can decide nothing.

    Attributes:
        names: the names as given, ascending, each once a kind.
        kinds: kind of each as a position in `Kind`, dtype uint8.
        row_ends: where the rows of each name end.
        ids: id of each row, in the order of the names.
        numbers: the same ids as 64 bits.
    """

    names: Texts
    kinds: npt.NDArray[np.uint8]
    row_ends: Positions
    ids: Sequence[Any]
    numbers: npt.NDArray[np.uint64]

    @classmethod
    def of(cls, table: AliasTable) -> Self:
        """Put the rows of a table in order.

        Raises:
            InvalidName: if a name is not a string; says which row.
        """
        given, kinds = list(table.names), table.kinds
        # Callers without a type checker hand in nulls and numbers.
        each: Sequence[object] = given
        wrong = next((row for row, name in enumerate(each) if not isinstance(name, str)), None)
        if wrong is not None:
            raise InvalidName(f"row {wrong}: a name is a string, not {given[wrong]!r}")
        rows = list(range(len(given)))
        if len(set(kinds)) > 1:
            rows.sort(key=kinds.__getitem__)
        rows.sort(key=given.__getitem__)
        first = [
            at
            for at, row in enumerate(rows)
            if not at or given[row] != given[rows[at - 1]] or kinds[row] is not kinds[rows[at - 1]]
        ]
        own = table.ids
        ids: Sequence[Any] = tuple([own[row] for row in rows])
        numbers = np.fromiter(map(number_of, ids), dtype=np.uint64, count=len(ids))
        if isinstance(own, Texts | array):
            # They came packed, because there are many.
            ids = CodedIds(coded_texts(ids))
        return cls(
            names=Texts.of(given[rows[at]] for at in first),
            kinds=np.array([KINDS.index(kinds[rows[at]]) for at in first], dtype=np.uint8),
            row_ends=np.array([*first[1:], *([len(rows)] if rows else [])], dtype=np.int64),
            ids=ids,
            numbers=numbers,
        )


class CodedIds(Sequence[Any]):
    """Ids that are read from their text when they are asked for."""

    def __init__(self, texts: Texts) -> None:
        """Take ids as `coded` writes them."""
        self.texts = texts

    def __len__(self) -> int:
        """How many there are."""
        return len(self.texts)

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - an id is whatever was given
        """The id of a row."""
        return json.loads(self.texts[at])

    def take(self, positions: Positions) -> list[Any]:
        """The ids at some positions, read at once."""
        found: list[Any] = json.loads(f"[{','.join(self.texts.take(positions))}]")
        return found


def coded(identity: object) -> str:
    """An id as text that tells 1 from "1".

    Raises:
        InvalidInput: if it is neither a string nor a number.
    """
    if not isinstance(identity, str | int | float):
        raise InvalidInput(
            f"the id {identity!r} is a {type(identity).__name__}; a file of an index keeps "
            "strings and numbers: turn ids into strings first"
        )
    return _as_text(identity)


def ids_written(text: str) -> Iterator[str | int | float]:
    """The ids that a text may stand for: itself, and the number that is written so.

    >>> list(ids_written("7")), list(ids_written("07"))
    (['7', 7], ['07'])
    """
    for read in (str, int, float):
        try:
            identity: str | int | float = read(text)
        except ValueError:
            continue
        if str(identity) == text:
            yield identity


def coded_texts(ids: Sequence[Any]) -> Texts:
    """Ids as texts, see `coded`."""
    return ids.texts if isinstance(ids, CodedIds) else Texts.of(map(coded, ids))


def number_of(identity: object) -> int:
    """An id as 64 bits."""
    return hashed(_as_any_text(identity))
