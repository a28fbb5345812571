r"""Files to alias groups: names that mean one thing.

Two forms are told apart by the header. Without a column of ids, each row is a group, and every
column of names holds names of it; with one, the rows that share an id are a group. A cell may
hold several names with ``|`` between them, and lines that begin with ``#`` and a space are
remarks.

>>> import io
>>> file = io.BytesIO("name,alias\n友邦保险,AIA|AIA Group\n".encode())
>>> read_alias_files(["-"], stdin=file).groups
(('友邦保险', 'AIA', 'AIA Group'),)
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from namelink.errors import InvalidInput
from namelink.io.columns import is_id_column, is_name_column
from namelink.io.decoding import HEAD_BYTES, Replayed, TextLines
from namelink.io.files import opened
from namelink.io.formats import FileFormat, Row, delimited_rows, format_of, joined, json_rows
from namelink.io.parquet import parquet_rows
from namelink.io.rows import TableBuilder
from namelink.model.aliases import Aliases

_BETWEEN = "|"
_REMARK = re.compile(r"#[ \r\n]|#$")
_STEP = "mend the row or delete it"
_FORMS = (
    "an alias file has two or more columns of names, one group of names a row (name,alias or "
    "zh,en), or a column id and a column name, where rows of one id are a group"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Positions of the columns: of ids, None where each row is a group, and of names."""

    id: int | None
    names: tuple[int, ...]


def read_alias_files(
    paths: Sequence[str | Path], *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> Aliases:
    """Read the groups of some files.

    Args:
        paths: the files; ``"-"`` is standard input.
        encoding: None is UTF-8, or what a byte order mark says.
        stdin: what stands for standard input, None for that of the process.

    Returns:
        The groups of all files together, in order.

    Raises:
        InvalidInput: if a file, its encoding, its columns or a row cannot be used.
        MissingExtra: if a format needs a library that is not there.
    """
    for path in paths:
        # Callers without a type checker hand in worse.
        given: object = path
        if not isinstance(given, str | Path):
            raise InvalidInput(f"a file of aliases is named by its path, not by {given!r}")
    return Aliases(
        tuple(group for path in paths for group in _groups(path, encoding=encoding, stdin=stdin))
    )


def _groups(
    path: str | Path, *, encoding: str | None, stdin: BinaryIO | None
) -> list[tuple[str, ...]]:
    with opened(path, stdin=stdin) as (stream, place):
        head = stream.read(HEAD_BYTES)
        kind = format_of(str(path), _without_remarks(head), given=None)
        source = Replayed(head, stream)
        if kind is FileFormat.PARQUET:
            header, rows = parquet_rows(source, place=place, pick=lambda names: range(len(names)))
        else:
            lines = TextLines(source, place=place, encoding=encoding, option="")
            found = (
                json_rows(_blanked(lines), place=place)
                if kind is FileFormat.JSONL
                else delimited_rows(
                    _blanked(lines),
                    place=place,
                    delimiter="\t" if kind is FileFormat.TSV else None,
                )
            )
            header, rows = found.header, found.rows
        return _collected(rows, _choose(header, place), place)


def _blanked(lines: Iterable[str]) -> Iterator[str]:
    """The lines with remarks emptied, not left out, so that later ones keep their number."""
    return ("\n" if _REMARK.match(line) else line for line in lines)


def _without_remarks(head: bytes) -> bytes:
    """The beginning of a file from its first line that is no remark, to tell its format by."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    while text.startswith((b"# ", b"#\n", b"#\r")):
        text = text.partition(b"\n")[2]
    return text


def _choose(header: Sequence[str], place: str) -> _Columns:
    ids = [at for at, column in enumerate(header) if is_id_column(column)]
    names = tuple(at for at, column in enumerate(header) if is_name_column(column))
    if names and len(ids) <= 1 and len(names) >= 2 - len(ids):
        return _Columns(id=ids[0] if ids else None, names=names)
    there = ", ".join(f'"{column}"' for column in header)
    raise InvalidInput(
        f"{place}: cannot tell groups of names by the columns {there}; {_FORMS}; "
        "name the columns so in the first line"
    )


def _collected(rows: Iterable[Row], columns: _Columns, place: str) -> list[tuple[str, ...]]:
    builder = TableBuilder(next_step=_STEP)
    for position, row in enumerate(rows):
        problem = row.problem
        if not problem:
            cells = [name for at in columns.names for name in _apart(row.cells[at])]
            identity = position if columns.id is None else row.cells[columns.id]
            problem = builder.add(position, identity, cells, None)
            if not problem and columns.id is None:
                problem = _alone(cells)
        if problem:
            where = f"{place}, row {position + 1}" + (f" (line {row.line})" if row.line else "")
            builder.reject(position, where, problem, row.content or joined(row.cells))
    table = builder.table()
    groups: dict[object, dict[str, None]] = {}
    for identity, name in zip(table.ids, table.names, strict=True):
        groups.setdefault(identity, {})[name] = None
    # An id with one name is usual in a table of names, and says nothing.
    found = [tuple(group) for group in groups.values() if len(group) > 1]
    if not found:
        why = "no id has two names" if groups else "there is no row below the header"
        raise InvalidInput(f"{place}: {why}, so the file says nothing; {_FORMS}")
    return found


def _apart(cell: object) -> list[object]:
    """The names in a cell."""
    if not isinstance(cell, str):
        return [cell]
    return [part.strip() for part in cell.split(_BETWEEN)]


def _alone(cells: Sequence[object]) -> str:
    """What is wrong with a row that is to be a group, empty for nothing."""
    names = {cell for cell in cells if isinstance(cell, str) and cell}
    if len(names) > 1:
        return ""
    return f"the row holds one name only, {min(names)!r}, where a group needs two"
