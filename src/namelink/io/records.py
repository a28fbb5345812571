"""Records to columns: the names, types and plain values of a frozen dataclass.

Frames and Parquet files need one type a column even when there are no rows, so it is taken from
the annotations of the record; only an id, which may be anything, is judged by its values.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import Enum, StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

_INT64 = 2**63


class ColumnType(StrEnum):
    """The type of a column."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"


@cache
def declared_types(record: type) -> Mapping[str, ColumnType | None]:
    """The type of each field of a record class, None where any value may stand.

    >>> from namelink.model.comparison import Link
    >>> declared_types(Link)["rank"], declared_types(Link)["left_id"]
    (<ColumnType.INTEGER: 'integer'>, None)

    Args:
        record: a dataclass.

    Returns:
        Types by field name, in order.
    """
    hints = get_type_hints(record)
    return {item.name: _of_hint(hints[item.name]) for item in fields(record)}


def column_types(
    record: type, rows: Sequence[Any], samples: Mapping[str, Sequence[Any]] | None = None
) -> dict[str, ColumnType]:
    """The type of each field, those of free fields judged by what stands in them.

    Args:
        record: a dataclass.
        rows: records of that class.
        samples: further values of free fields, which decide when the rows hold none.

    Returns:
        Types by field name, in order.
    """
    samples = samples or {}
    types: dict[str, ColumnType] = {}
    for name, declared in declared_types(record).items():
        found = declared
        if found is None:
            values = [getattr(row, name) for row in rows]
            found = _of_values(values) or _of_values(samples.get(name, ()))
        types[name] = found or ColumnType.TEXT
    return types


def columns_of(rows: Sequence[Any], types: Mapping[str, ColumnType]) -> dict[str, list[Any]]:
    """The plain values of records, by column.

    Args:
        rows: the records.
        types: of their fields.

    Returns:
        A list of values for each field: enum members as their value, lone surrogates escaped.
    """
    return {
        name: [_fitted(getattr(row, name), kind) for row in rows] for name, kind in types.items()
    }


def plain(value: object) -> object:
    """A field as a plain value: an enum member as its value, anything else as it is.

    >>> from namelink.model.kinds import Verdict
    >>> type(plain(Verdict.MATCH))
    <class 'str'>
    """
    return value.value if isinstance(value, Enum) else value


def encodable(text: str) -> str:
    r"""A text that UTF-8 can hold: lone surrogates are written as escapes.

    >>> encodable("a\ud800")
    'a\\ud800'
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def finite(value: object) -> object:
    """None for a number that is infinite or not a number, which JSON cannot hold."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def json_line(value: Mapping[str, Any]) -> bytes:
    r"""An object as a line of JSON in UTF-8.

    >>> json_line({"name": "吴\ud800"}).decode()
    '{"name": "吴\\ud800"}\n'

    Args:
        value: plain data; a number that is not finite is written as null.

    Returns:
        The line, with its end. A lone surrogate stands as the escape that JSON has for it.
    """
    tidy = {key: finite(item) for key, item in value.items()}
    text = json.dumps(tidy, ensure_ascii=False, default=str)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def record_data(row: object, record: type) -> dict[str, Any]:
    """A record as plain data, ready for `json_line`.

    Args:
        row: the record.
        record: its class.

    Returns:
        Values by field name, enum members as their value.
    """
    return {name: plain(getattr(row, name)) for name in declared_types(record)}


def _fitted(value: Any, kind: ColumnType) -> str | int | float | None:  # noqa: ANN401 - any id
    if value is None:
        return None
    if kind is ColumnType.TEXT:
        return encodable(str(plain(value)))
    return int(value) if kind is ColumnType.INTEGER else float(value)


def _of_hint(hint: object) -> ColumnType | None:
    members = tuple(member for member in get_args(hint) or (hint,) if member is not NoneType)
    if not all(isinstance(member, type) for member in members):
        return None
    if all(issubclass(member, str) for member in members):
        return ColumnType.TEXT
    if all(issubclass(member, int) for member in members):
        return ColumnType.INTEGER
    if all(issubclass(member, float) for member in members):
        return ColumnType.NUMBER
    return None


def _of_values(values: Sequence[Any]) -> ColumnType | None:
    """The type that holds all values without loss; None when there are none."""
    seen = {type(value) for value in values if value is not None}
    if not seen:
        return None
    if all(issubclass(kind, int) and kind is not bool for kind in seen):
        fit = all(value is None or -_INT64 <= value < _INT64 for value in values)
        return ColumnType.INTEGER if fit else ColumnType.TEXT
    return ColumnType.NUMBER if all(issubclass(kind, float) for kind in seen) else ColumnType.TEXT
