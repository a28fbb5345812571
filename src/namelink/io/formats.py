r"""What a file is (CSV, TSV, JSON Lines, Parquet), and its rows.

The format comes from the option, else from the ending of the name, else from the first bytes, so
that standard input needs no option either. CSV, TSV and JSON Lines are read with the standard
library, one row at a time: the core alone can do it, and every row keeps its line.

>>> format_of("people.ndjson", b"", given=None)
<FileFormat.JSONL: 'jsonl'>
>>> format_of("-", b"id\tname\n", given=None)
<FileFormat.TSV: 'tsv'>
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import PurePath
from typing import NamedTuple

from namelink.errors import InvalidInput


class FileFormat(StrEnum):
    """A file format that namelink reads and writes."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    PARQUET = "parquet"


_ENDINGS = {
    ".csv": FileFormat.CSV,
    ".tsv": FileFormat.TSV,
    ".tab": FileFormat.TSV,
    ".jsonl": FileFormat.JSONL,
    ".ndjson": FileFormat.JSONL,
    ".parquet": FileFormat.PARQUET,
    ".pq": FileFormat.PARQUET,
}
# What people hand in by mistake, by its first bytes, with the way out.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "is a zip archive, Excel or Word file; save it as CSV UTF-8, or as text"),
    (b"%PDF", "is a PDF; save its text as UTF-8"),
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook; save it as CSV UTF-8"),
    (b"\x1f\x8b", "is compressed with gzip; unpack it first (gzip -d)"),
    (b"\x28\xb5\x2f\xfd", "is compressed with Zstandard; unpack it first (zstd -d)"),
    (b"ARROW1", "is an Arrow (Feather) file; save it as Parquet or CSV"),
    (b"SQLite format 3", "is an SQLite database; write its table to a CSV file"),
)
# Excel in many countries writes semicolons; a vertical bar is usual in exports of databases.
_DELIMITERS = (",", "\t", ";", "|")
# The line that Excel writes, or is told by, which mark stands between the cells.
_MARK_LINE = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
# JSON objects may leave fields out, so the columns are those of the first hundred together.
_HEAD_OBJECTS = 100
# Characters that are shown of a row that is too long to be read.
_SHOWN = 200


class Row(NamedTuple):
    """A row as read.

    Attributes:
        line: line of the file where it begins, counted from 1; 0 when the file has no lines.
        cells: values in the order of the header; empty when there is a problem.
        problem: why the row cannot be used, else empty.
        content: the row as read, where that is not the cells.
    """

    line: int
    cells: Sequence[object]
    problem: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A header and the rows under it.

    Attributes:
        header: names of the columns.
        rows: read once.
        notes: what was guessed.
    """

    header: tuple[str, ...]
    rows: Iterator[Row]
    notes: tuple[str, ...] = ()


def format_of(name: str, head: bytes, *, given: str | None) -> FileFormat:
    """Tell the format of a file.

    Args:
        name: of the file, or ``"-"``.
        head: its first bytes.
        given: the format that the user named, None to guess.

    Returns:
        The format.

    Raises:
        InvalidInput: if the format is not known, or the bytes are of another sort of file.
    """
    if given is not None:
        if given.casefold() not in set(FileFormat):
            known = ", ".join(FileFormat)
            raise InvalidInput(f"unknown format {given!r}: use one of {known}")
        return FileFormat(given.casefold())
    refuse_others(name, head)
    ending = PurePath(name).suffix.casefold()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PAR1"):
        return FileFormat.PARQUET
    if start.startswith(b"[") and ending == ".json":
        raise InvalidInput(f"{name}: is one JSON array; write one object a line (jq -c '.[]')")
    if start.startswith(b"{"):
        return FileFormat.JSONL
    first_line = start.partition(b"\n")[0]
    return FileFormat.TSV if b"\t" in first_line and b"," not in first_line else FileFormat.CSV


def refuse_others(name: str, head: bytes) -> None:
    """Refuse files that are neither tables nor text, with the way out.

    Args:
        name: of the file, for the message.
        head: its first bytes.

    Raises:
        InvalidInput: if they begin as those of such a file do.
    """
    for magic, advice in _OTHERS:
        if head.startswith(magic):
            raise InvalidInput(f"{name}: {advice}")


def format_for_output(name: str, *, given: str | None) -> FileFormat:
    """Tell the format to write a file in.

    >>> format_for_output("links.parquet", given=None), format_for_output("-", given=None)
    (<FileFormat.PARQUET: 'parquet'>, <FileFormat.CSV: 'csv'>)

    Args:
        name: of the file, or ``"-"``.
        given: the format that the user named, None to go by the name.

    Returns:
        The format; CSV for a name without an ending.

    Raises:
        InvalidInput: if the format or the ending is not known.
    """
    ending = PurePath(name).suffix.casefold()
    if given is None and ending not in {*_ENDINGS, "", ".txt"}:
        known = ", ".join(FileFormat)
        raise InvalidInput(f"{name}: cannot write {ending} files; give --format, one of {known}")
    return format_of(name, b"", given=given)


def delimited_rows(
    lines: Iterable[str], *, place: str, delimiter: str | None, has_header: bool = True
) -> Rows:
    """Read CSV or TSV.

    Args:
        lines: of the file, with their ends.
        place: the file, for messages.
        delimiter: between cells; None guesses one from the first line.
        has_header: whether the first row names the columns; otherwise they are numbered from 1.

    Returns:
        Header and rows.

    Raises:
        InvalidInput: if the file is empty, its header cannot be read, or a quote is never closed.
    """
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '\r\n"'):
        raise InvalidInput(f"the delimiter is {delimiter!r}: give one character, such as , ; or |")
    source = iter(lines)
    blank, first = _first_line(source)
    mark = _MARK_LINE.fullmatch(first or "")
    if mark is not None:
        delimiter = delimiter or mark[1]
        more, first = _first_line(source)
        blank += 1 + more
    if first is None:
        needed = "a header line that names the columns" if has_header else "at least one row"
        raise InvalidInput(f"{place}: the file is empty; it needs {needed}")
    notes: tuple[str, ...] = ()
    if delimiter is None:
        delimiter = _delimiter_of(first)
        if delimiter != ",":
            notes = (f"{place}: cells are separated by {delimiter!r}",)
    # Blank lines on top are handed on, so that rows keep the number of their line.
    records = _records(chain(["\n"] * blank, [first], source), delimiter, place)
    top = next(records)
    if top.problem:
        raise InvalidInput(f"{place}, line {top.line}: {top.problem}")
    if has_header:
        header = tuple(str(cell).strip() for cell in top.cells)
        if any("\0" in cell for cell in header):
            raise InvalidInput(
                f"{place}: the header holds NUL characters, so the file is hardly in UTF-8; "
                "try --encoding utf-16-le"
            )
    else:
        header = tuple(str(number) for number in range(1, len(top.cells) + 1))
        records = chain([top], records)
    return Rows(header=header, rows=_of_width(records, len(header), delimiter), notes=notes)


def json_rows(lines: Iterable[str], *, place: str) -> Rows:
    """Read JSON Lines.

    Args:
        lines: of the file.
        place: the file, for messages.

    Returns:
        Rows, and as header the fields of the first hundred objects.

    Raises:
        InvalidInput: if there is no object at all.
    """
    objects = _objects(lines)
    head = list(islice(objects, _HEAD_OBJECTS))
    if not head:
        raise InvalidInput(f"{place}: the file is empty; it needs one JSON object a line")
    header = tuple(dict.fromkeys(field for _, found, _ in head if found for field in found))
    if not header:
        row = head[0][0]
        raise InvalidInput(f"{place}, line {row.line}: {row.problem or 'the object is empty'}")
    return Rows(
        header=header,
        rows=(
            Row(
                row.line,
                () if found is None else [found.get(field) for field in header],
                row.problem,
                content,
            )
            for row, found, content in chain(head, objects)
        ),
    )


def joined(cells: Sequence[object], delimiter: str = ",") -> str:
    """Cells as one line of CSV, without its end.

    >>> joined(["a,b", None, 3])
    '"a,b",,3'
    """
    out = io.StringIO()
    # The writer quotes the characters of its own line end and no other: with a bare line feed, a
    # carriage return inside a name would stand unquoted and break the row.
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n")


def _first_line(source: Iterator[str]) -> tuple[int, str | None]:
    """The number of blank lines, and the first line that is none; None at the end."""
    return next(((at, line) for at, line in enumerate(source) if line.strip()), (0, None))


def _delimiter_of(line: str) -> str:
    if "," in line:
        return ","
    return max(_DELIMITERS, key=line.count)


def _records(lines: Iterable[str], delimiter: str, place: str) -> Iterator[Row]:
    """Every record of a delimited file, blank lines left out.

    The reader is strict: a stray quote would otherwise join names that stand in different cells.
    """
    read: list[str] = []
    reader = csv.reader(_kept(lines, read), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        read.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if reader.line_num > line:
                raise InvalidInput(
                    f"{place}: a quote that opens in the row of line {line} is not closed rightly "
                    f"(seen at line {reader.line_num}); double a quote that belongs to a name"
                ) from error
            content = "".join(read).rstrip("\r\n")
            step = "double a quote inside a cell"
            if len(content) > csv.field_size_limit():
                step = f"a cell holds {csv.field_size_limit()} characters at most: shorten it"
                content = f"{content[:_SHOWN]} …"
            yield Row(line, (), f"the row cannot be read ({error}); {step}", content)
            continue
        if cells:
            yield Row(line, cells)


def _kept(lines: Iterable[str], read: list[str]) -> Iterator[str]:
    """The lines; what is read of them stands in the list too."""
    for line in lines:
        read.append(line)
        yield line


def _of_width(records: Iterable[Row], width: int, delimiter: str) -> Iterator[Row]:
    """The records, those of another width than the header marked."""
    for row in records:
        if row.problem or len(row.cells) == width:
            yield row
            continue
        size = "short" if len(row.cells) < width else "long"
        problem = f"the row is too {size}: {len(row.cells)} cells, the header has {width}"
        yield Row(row.line, (), problem, joined(row.cells, delimiter))


def _objects(lines: Iterable[str]) -> Iterator[tuple[Row, dict[str, object] | None, str]]:
    for number, text in enumerate(lines, start=1):
        content = text.strip()
        if not content:
            continue
        problem = ""
        found: object = None
        try:
            found = json.loads(content)
        except ValueError as error:
            problem = f"not JSON ({error})"
        except RecursionError:
            problem = "not JSON that can be read (nested too deeply)"
        else:
            if not isinstance(found, dict):
                problem = f"a JSON {type(found).__name__}, not an object with fields"
        yield Row(number, (), problem), found if isinstance(found, dict) else None, content
