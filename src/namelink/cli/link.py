"""``namelink link``: link the names of one file to those of another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    OF_LINKS,
    AliasFiles,
    AsJson,
    Delimiter,
    Encoding,
    KindLabel,
    MakesOptions,
    NoHeader,
    OutputFormat,
    Quiet,
    Rejects,
    Threshold,
    TopK,
    Unmatched,
    kind_of,
    with_options,
)
from namelink.cli.tables import format_of_rejects, keep_apart, read_rows
from namelink.errors import InvalidOptions
from namelink.io.columns import ColumnChoice
from namelink.io.files import STDIN, FileReading
from namelink.io.formats import FileFormat, format_for_output
from namelink.io.output import STDOUT, WholeFiles, standard_output, write_records
from namelink.model.comparison import Link
from namelink.model.kinds import Kind
from namelink.model.table import AliasTable, Reject

_FILE_HELP = "CSV, TSV, JSON Lines or Parquet, or - for standard input."
_Text = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SidedReject:
    """A row of the file of rejects.

    Attributes:
        side: ``left`` or ``right``.
        row: position in the input, counted from 1 at the first data row.
        reason: what is wrong and what to do.
        content: the row as read.
    """

    side: str
    row: int
    reason: str
    content: str


@with_options(*OF_LINKS)
def link(  # noqa: PLR0913 - one parameter an option
    left: Annotated[str, typer.Argument(metavar="LEFT", help=_FILE_HELP)],
    right: Annotated[str | None, typer.Argument(metavar="RIGHT", help=_FILE_HELP)] = None,
    *,
    index: Annotated[
        _Text, typer.Option("--index", help="Index to link with, in place of RIGHT.")
    ] = None,
    out: Annotated[
        str, typer.Option("--out", "-o", help="File to write, or - for standard output.")
    ] = STDOUT,
    top_k: TopK = 1,
    threshold: Threshold = None,
    one_to_one: Annotated[
        bool, typer.Option("--one-to-one", help="Give each right id to one left row at most.")
    ] = False,
    unmatched: Unmatched = True,
    kind: KindLabel = None,
    options: MakesOptions,
    aliases: AliasFiles,
    left_id: Annotated[_Text, typer.Option("--left-id", help="Column of the left id.")] = None,
    left_name: Annotated[
        list[str] | None,
        typer.Option("--left-name", help="Column of the left name; may be given again."),
    ] = None,
    left_kind: Annotated[_Text, typer.Option("--left-kind", help="Column of the kind.")] = None,
    right_id: Annotated[_Text, typer.Option("--right-id", help="Column of the right id.")] = None,
    right_name: Annotated[
        list[str] | None,
        typer.Option("--right-name", help="Column of the right name; may be given again."),
    ] = None,
    right_kind: Annotated[_Text, typer.Option("--right-kind", help="Column of the kind.")] = None,
    output_format: OutputFormat = None,
    left_format: Annotated[_Text, typer.Option("--left-format", help="Of LEFT.")] = None,
    right_format: Annotated[_Text, typer.Option("--right-format", help="Of RIGHT.")] = None,
    encoding: Encoding = None,
    left_encoding: Annotated[_Text, typer.Option("--left-encoding", help="Of LEFT.")] = None,
    right_encoding: Annotated[_Text, typer.Option("--right-encoding", help="Of RIGHT.")] = None,
    delimiter: Delimiter = None,
    no_header: NoHeader = False,
    left_no_header: Annotated[
        bool, typer.Option("--left-no-header", help="LEFT has no header line.")
    ] = False,
    right_no_header: Annotated[
        bool, typer.Option("--right-no-header", help="RIGHT has no header line.")
    ] = False,
    rejects: Rejects = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Link the names of LEFT to those of RIGHT, or of an index."""
    from namelink import linker

    other = right if index is None else index
    if other is None or (right is not None and index is not None):
        raise InvalidOptions("give RIGHT or --index INDEX: one table to link with")
    if left == STDIN and other == STDIN:
        raise InvalidOptions("LEFT and RIGHT are both standard input: name a file for one of them")
    keep_apart({"--out": out, "--rejects": rejects}, {"LEFT": left, "RIGHT": other}, aliases)
    target = FileFormat.JSONL if as_json else format_for_output(out, given=output_format)
    reject_format = format_of_rejects(rejects)
    given, whole = options(), kind_of(kind)
    sides = (
        FileReading(
            format=left_format,
            encoding=left_encoding or encoding,
            delimiter=delimiter,
            header=not (no_header or left_no_header),
            columns=ColumnChoice(id=left_id, name=tuple(left_name or ()), kind=left_kind),
        ),
        FileReading(
            format=right_format,
            encoding=right_encoding or encoding,
            delimiter=delimiter,
            header=not (no_header or right_no_header),
            columns=ColumnChoice(id=right_id, name=tuple(right_name or ()), kind=right_kind),
        ),
    )
    bad: list[SidedReject] = []
    set_aside = None if rejects is None else bad
    table = _read("left", left, sides[0], kind=whole, bad=set_aside, quiet=quiet)
    known = (
        _read("right", other, sides[1], kind=whole, bad=set_aside, quiet=quiet)
        if index is None
        else linker.AliasIndex.open(index, options=given)
    )
    with terminal.progress("linking", quiet=quiet) as advance:
        links = linker.link_tables(
            table,
            known,
            top_k=top_k,
            threshold=threshold,
            one_to_one=one_to_one,
            unmatched=unmatched,
            options=given,
            progress=advance,
        )
    with WholeFiles() as files:
        stream = standard_output() if out == STDOUT else files.open(out)
        # Types of columns are a matter of Parquet; the ids of an index are not read for others.
        typed = target is FileFormat.PARQUET
        samples = {"left_id": table.ids, "right_id": known.ids} if typed else {}
        write_records(links, stream, record=Link, file_format=target, samples=samples)
        if rejects is not None:
            bad_stream = files.open(rejects)
            write_records(bad, bad_stream, record=SidedReject, file_format=reject_format)
    if not quiet:
        terminal.say(_summary(links, out, len(bad), rejects))


def _read(
    side: str,
    path: str,
    reading: FileReading,
    *,
    kind: Kind | None,
    bad: list[SidedReject] | None,
    quiet: bool,
) -> AliasTable:
    """Read one side; rows that cannot be used are set aside with the side that they are of."""
    rejects: list[Reject] | None = None if bad is None else []
    table = read_rows(path, reading, kind=kind, rejects=rejects, quiet=quiet)
    if bad is not None:
        bad.extend(
            SidedReject(side=side, row=each.row, reason=each.reason, content=each.content)
            for each in rejects or ()
        )
    return table


def _summary(links: Sequence[Link], out: str, bad: int, rejects: str | None) -> str:
    counts = Counter(
        "unmatched" if each.right_id is None else each.verdict.value for each in links
    )
    order = ("match", "review", "no_match", "unmatched")
    told = ", ".join(f"{counts[name]} {name}" for name in order if counts[name]) or "no rows"
    where = "" if out == STDOUT else f" → {out}"
    set_aside = f"; {bad} rejected → {rejects}" if rejects is not None else ""
    return f"{told}{where}{set_aside}"
