r"""Files to alias tables.

>>> import io
>>> table, notes = read_table("-", stdin=io.BytesIO("id,姓名\n7,吴泳铭\n".encode()))
>>> table.ids, table.names, notes
(('7',), ('吴泳铭',), ('standard input: guessed name from "姓名", id from "id", no kind',))
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from namelink.errors import InvalidInput
from namelink.io.columns import ChosenColumns, ColumnChoice, choose_columns
from namelink.io.decoding import HEAD_BYTES, ByteSource, Replayed, TextLines, read_text
from namelink.io.formats import (
    FileFormat,
    Row,
    delimited_rows,
    format_of,
    joined,
    json_rows,
    refuse_others,
)
from namelink.io.parquet import parquet_rows
from namelink.io.rows import TableBuilder
from namelink.model.table import AliasTable, Reject

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """How a file is to be read; what is left out is guessed.

    Attributes:
        format: ``"csv"``, ``"tsv"``, ``"jsonl"`` or ``"parquet"``; None goes by name and content.
        encoding: None is UTF-8, or what a byte order mark says.
        delimiter: between cells; None goes by the first line.
        header: whether the first row names the columns.
        columns: which columns hold what.
    """

    format: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: bool = True
    columns: ColumnChoice = field(default_factory=ColumnChoice)


def read_table(
    path: str | Path,
    *,
    reading: FileReading | None = None,
    rejects: list[Reject] | None = None,
    stdin: BinaryIO | None = None,
    compact: bool = False,
) -> tuple[AliasTable, tuple[str, ...]]:
    """Read an alias table from a file.

    Args:
        path: the file, or ``"-"`` for standard input.
        reading: how to read it; None guesses everything.
        rejects: list that takes rows which cannot be used; None stops at the first one.
        stdin: what stands for standard input, None for that of the process.
        compact: whether names and ids are packed as they come; see `TableBuilder`.

    Returns:
        The table, and notes on what was guessed.

    Raises:
        InvalidInput: if the file, its encoding, its columns or (without `rejects`) a row is bad.
        MissingExtra: if the format needs a library that is not there.
    """
    reading = reading or FileReading()
    with opened(path, stdin=stdin) as (stream, place):
        head = stream.read(HEAD_BYTES)
        kind = format_of(str(path), head, given=reading.format)
        source = Replayed(head, stream)
        builder = TableBuilder(
            next_step="mend the row, or set such rows aside with --rejects FILE",
            rejects=rejects,
            compact=compact,
        )
        if kind is FileFormat.PARQUET:
            return _from_parquet(source, reading, place, builder)
        return _from_text(source, kind, reading, place, builder)


def read_article(
    path: str | Path, *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> str:
    """Read running text from a file.

    Args:
        path: the file, or ``"-"`` for standard input.
        encoding: None is UTF-8, or what a byte order mark says.
        stdin: what stands for standard input, None for that of the process.

    Returns:
        The text.

    Raises:
        InvalidInput: if the file cannot be opened, holds no text (a PDF, an archive) or the
            encoding does not fit.
    """
    with opened(path, stdin=stdin) as (stream, place):
        head = stream.read(HEAD_BYTES)
        refuse_others(place, head)
        return read_text(Replayed(head, stream), place=place, encoding=encoding)


def read_lines(
    path: str | Path, *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[str]:
    r"""Read names that stand one a line.

    >>> import io
    >>> list(read_lines("-", stdin=io.BytesIO(b"\xef\xbb\xbfHuawei\r\n\r\nTCL\n")))
    ['Huawei', 'TCL']

    Args:
        path: the file, or ``"-"`` for standard input.
        encoding: None is UTF-8, or what a byte order mark says.
        stdin: what stands for standard input, None for that of the process.

    Yields:
        The lines without their ends, blank ones left out.

    Raises:
        InvalidInput: if the file cannot be opened or the encoding does not fit.
    """
    with opened(path, stdin=stdin) as (stream, place):
        for line in TextLines(stream, place=place, encoding=encoding):
            if line.strip():
                yield line.rstrip("\r\n")


@contextmanager
def opened(path: str | Path, *, stdin: BinaryIO | None = None) -> Iterator[tuple[BinaryIO, str]]:
    """Open a file or standard input for reading.

    Args:
        path: the file, or ``"-"``.
        stdin: what stands for standard input, None for that of the process.

    Yields:
        The stream, and what messages call it.

    Raises:
        InvalidInput: if the file cannot be opened.
    """
    if str(path) == STDIN:
        yield stdin if stdin is not None else sys.stdin.buffer, "standard input"
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - closed below; only opening may fail here
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be read ({error.strerror})") from error
    with stream:
        yield stream, str(path)


def _from_text(
    source: ByteSource,
    kind: FileFormat,
    reading: FileReading,
    place: str,
    builder: TableBuilder,
) -> tuple[AliasTable, tuple[str, ...]]:
    lines = TextLines(source, place=place, encoding=reading.encoding)
    named = True
    if kind is FileFormat.JSONL:
        found = json_rows(lines, place=place)
    else:
        named = reading.header
        delimiter = reading.delimiter or ("\t" if kind is FileFormat.TSV else None)
        found = delimited_rows(lines, place=place, delimiter=delimiter, has_header=named)
    chosen = choose_columns(found.header, reading.columns, place=place, named=named)
    table = _collected(found.rows, chosen, place, builder)
    return table, _said(*lines.notes, *found.notes, chosen.note)


def _from_parquet(
    source: ByteSource, reading: FileReading, place: str, builder: TableBuilder
) -> tuple[AliasTable, tuple[str, ...]]:
    chosen: list[ChosenColumns] = []

    def pick(header: Sequence[str]) -> tuple[int, ...]:
        columns = choose_columns(header, reading.columns, place=place)
        chosen.append(columns)
        others = (position for position in (columns.id, columns.kind) if position is not None)
        return (*columns.names, *others)

    _, rows = parquet_rows(source, place=place, pick=pick)
    return _collected(rows, chosen[0], place, builder), _said(chosen[0].note)


def _collected(
    rows: Iterator[Row], chosen: ChosenColumns, place: str, builder: TableBuilder
) -> AliasTable:
    for position, row in enumerate(rows):
        problem = row.problem or builder.add(
            position,
            position if chosen.id is None else row.cells[chosen.id],
            [row.cells[name] for name in chosen.names],
            None if chosen.kind is None else row.cells[chosen.kind],
        )
        if problem:
            where = f"{place}, row {position + 1}" + (f" (line {row.line})" if row.line else "")
            builder.reject(position, where, problem, row.content or joined(row.cells))
    return builder.table(numbered=chosen.id is None)


def _said(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)
