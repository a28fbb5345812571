"""From rows of cells to an alias table, and what happens to a row that cannot be used.

Every reader (lists, frames, CSV, JSON Lines, Parquet) ends here, so a null name, an unknown kind
or an empty id is treated in one way whatever it came in. A bad row is raised, or set aside when
the caller handed in a list for rejects.

>>> builder = TableBuilder(next_step="mend the row")
>>> builder.add(0, "Q1", ["吴泳铭"], "PER")
''
>>> builder.add(1, "Q2", [None], None)
'the name is null or empty'
>>> builder.table().names
('吴泳铭',)
"""

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import Any

from namelink.candidates.texts import Texts
from namelink.errors import InvalidInput, InvalidOptions
from namelink.model.kinds import Kind
from namelink.model.table import AliasTable, Reject

# Values that are packed in one stroke, and numbers that are.
_AT_ONCE = 1 << 16
_WIDE = 1 << 62


def is_null(value: object) -> bool:
    """Whether a cell holds nothing: None, or the not-a-number that pandas writes for it.

    >>> is_null(None), is_null(float("nan")), is_null("")
    (True, True, False)
    """
    return value is None or (isinstance(value, float) and value != value)  # noqa: PLR0124 - NaN only


class PackedColumn:
    """Values that are packed as they come: strings as their bytes, positions as numbers.

    >>> column = PackedColumn()
    >>> column.append("吴泳铭")
    >>> list(column.done())
    ['吴泳铭']
    """

    def __init__(self) -> None:
        self._parts: list[Texts | array[int] | tuple[Any, ...]] = []
        self._last: list[Any] = []

    def append(self, value: object) -> None:
        """Put a value at the end."""
        self._last.append(value)
        if len(self._last) == _AT_ONCE:
            self._pack()

    def done(self) -> Sequence[Any]:
        """All values."""
        self._pack()
        parts = self._parts
        if all(isinstance(part, Texts) for part in parts):
            return Texts.joined([part for part in parts if isinstance(part, Texts)])
        if all(isinstance(part, array) for part in parts):
            return array("q", chain.from_iterable(parts))
        return tuple(chain.from_iterable(parts))

    def _pack(self) -> None:
        kinds = set(map(type, self._last))
        if kinds <= {str}:
            self._parts.append(Texts.of(self._last))
        elif kinds == {int} and all(0 <= each < _WIDE for each in self._last):
            self._parts.append(array("q", self._last))
        else:
            self._parts.append(tuple(self._last))
        self._last = []


def _whole(column: list[Any] | PackedColumn) -> Sequence[Any]:
    return column.done() if isinstance(column, PackedColumn) else tuple(column)


class TableBuilder:
    """Collects rows into an `AliasTable`.

    Args:
        next_step: what a message about a bad row ends with.
        rejects: list that takes the bad rows; None raises the first one.
        empty_names: whether an empty string is a name. It is one in Python, where any string gets
            a result; it is a hole in a file, where nothing else can stand for a null.
        compact: whether names and ids are packed as they come: a million take 30 MB then instead
            of 150, but they are slower to get at.
    """

    def __init__(
        self,
        *,
        next_step: str,
        rejects: list[Reject] | None = None,
        empty_names: bool = False,
        compact: bool = False,
    ) -> None:
        self._next_step = next_step
        self._rejects = rejects
        self._empty_names = empty_names
        self._kinds_seen: dict[str, Kind] = {}
        self._ids: list[Any] | PackedColumn = PackedColumn() if compact else []
        self._names: list[str] | PackedColumn = PackedColumn() if compact else []
        self._kinds: list[Kind] = []
        self._rows: list[int] | array[int] = array("q") if compact else []

    def add(self, position: int, identity: object, cells: Sequence[object], kind: object) -> str:
        """Take a row: one alias for each of its names.

        Args:
            position: of the row in the input, counted from 0.
            identity: the cell of the id.
            cells: those of the name columns.
            kind: the cell of the kind, None where there is none.

        Returns:
            What is wrong with the row, for `reject`; empty when it was taken.
        """
        problem, names = self._names_of(cells)
        if not problem:
            problem = self._problem_of_id(identity)
        found = Kind.UNKNOWN
        if not problem:
            problem, found = self._kind_of(kind)
        if not problem:
            for name in names:
                self._ids.append(identity)
                self._names.append(name)
                self._kinds.append(found)
                self._rows.append(position)
        return problem

    def reject(self, position: int, place: str, reason: str, content: str) -> None:
        """Set a row aside, or raise when nothing was handed in to take it.

        Args:
            position: of the row, counted from 0.
            place: where the row stands, in words.
            reason: what is wrong with it.
            content: the row as read.

        Raises:
            InvalidInput: if there is no list for rejects.
        """
        if self._rejects is None:
            raise InvalidInput(f"{place}: {reason}; {self._next_step}")
        self._rejects.append(
            Reject(row=position + 1, reason=f"{place}: {reason}", content=content)
        )

    def table(self, *, numbered: bool = False) -> AliasTable:
        """What was taken so far.

        Args:
            numbered: whether ids are positions, because the input has none.
        """
        return AliasTable(
            ids=_whole(self._ids),
            names=_whole(self._names),
            kinds=tuple(self._kinds),
            rows=self._rows if isinstance(self._rows, array) else tuple(self._rows),
            numbered=numbered,
        )

    def _problem_of_id(self, identity: object) -> str:
        if self._is_hole(identity):
            return "the id is null or empty"
        if isinstance(identity, list | dict | set):
            return f"the id is a {type(identity).__name__}, not a string or a number"
        return ""

    def _is_hole(self, value: object) -> bool:
        return is_null(value) or (
            not self._empty_names and isinstance(value, str) and not value.strip()
        )

    def _names_of(self, cells: Sequence[object]) -> tuple[str, list[str]]:
        """The names of a row, or what is wrong with them.

        A row with several name columns may leave some of them empty: not every entity has a
        name in every language. It may not leave all of them empty.
        """
        names: list[str] = []
        for cell in cells:
            if self._is_hole(cell):
                continue
            if not isinstance(cell, str):
                return f"the name {cell!r} is of type {type(cell).__name__}, not a string", []
            names.append(cell)
        if not names:
            return "the name is null" if self._empty_names else "the name is null or empty", []
        return "", names if len(names) == 1 else list(dict.fromkeys(names))

    def _kind_of(self, label: object) -> tuple[str, Kind]:
        if is_null(label):
            return "", Kind.UNKNOWN
        if not isinstance(label, str):
            return (
                f"the kind {label!r} is of type {type(label).__name__}, not a string",
                Kind.UNKNOWN,
            )
        if label not in self._kinds_seen:
            try:
                self._kinds_seen[label] = Kind.parse(label)
            except InvalidOptions as error:
                return str(error), Kind.UNKNOWN
        return "", self._kinds_seen[label]
