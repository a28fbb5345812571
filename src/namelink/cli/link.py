"""``namelink link``: link the names of one file to those of another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    DEFAULTS,
    AliasFiles,
    AsJson,
    Convention,
    KindLabel,
    MatchAt,
    NameOrder,
    Prior,
    ReviewAt,
    Workers,
    kind_of,
    never_over,
    options_of,
)
from namelink.errors import InvalidOptions
from namelink.io.columns import ColumnChoice
from namelink.io.files import STDIN, FileReading, read_table
from namelink.io.formats import FileFormat, format_for_output
from namelink.io.output import STDOUT, WholeFiles, same_file, standard_output, write_records
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
    top_k: Annotated[
        int, typer.Option("--top-k", min=1, help="Most right ids for each left row.")
    ] = 1,
    threshold: Annotated[
        float | None,
        typer.Option(
            "--threshold",
            min=0.0,
            max=1.0,
            help="Lowest score to keep; never changes a verdict. "
            "Left out: all but no_match is kept.",
        ),
    ] = None,
    one_to_one: Annotated[
        bool, typer.Option("--one-to-one", help="Give each right id to one left row at most.")
    ] = False,
    unmatched: Annotated[
        bool,
        typer.Option("--unmatched/--no-unmatched", help="Keep left rows that nothing matches."),
    ] = True,
    kind: KindLabel = None,
    prior: Prior = DEFAULTS.prior,
    match_at: MatchAt = DEFAULTS.match_at,
    review_at: ReviewAt = DEFAULTS.review_at,
    name_order: NameOrder = Convention.ANY,
    aliases: AliasFiles = None,
    workers: Workers = 1,
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
    output_format: Annotated[
        _Text,
        typer.Option("--format", help="Of the output: csv, tsv, jsonl, parquet. By its name."),
    ] = None,
    left_format: Annotated[_Text, typer.Option("--left-format", help="Of LEFT.")] = None,
    right_format: Annotated[_Text, typer.Option("--right-format", help="Of RIGHT.")] = None,
    encoding: Annotated[
        _Text, typer.Option("--encoding", help="Of both files: utf-8, gb18030, big5, utf-16-le.")
    ] = None,
    left_encoding: Annotated[_Text, typer.Option("--left-encoding", help="Of LEFT.")] = None,
    right_encoding: Annotated[_Text, typer.Option("--right-encoding", help="Of RIGHT.")] = None,
    delimiter: Annotated[
        _Text, typer.Option("--delimiter", help="Between the cells of both files.")
    ] = None,
    no_header: Annotated[
        bool, typer.Option("--no-header", help="Neither file names its columns in a first line.")
    ] = False,
    left_no_header: Annotated[
        bool, typer.Option("--left-no-header", help="LEFT has no header line.")
    ] = False,
    right_no_header: Annotated[
        bool, typer.Option("--right-no-header", help="RIGHT has no header line.")
    ] = False,
    rejects: Annotated[
        _Text,
        typer.Option(
            "--rejects",
            help="File for rows that cannot be used. Left out: the first one stops the run.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No remarks, no bar.")] = False,
    as_json: AsJson = False,
) -> None:
    """Link the names of LEFT to those of RIGHT, or of an index."""
    from namelink import linker

    other = right if index is None else index
    if other is None or (right is not None and index is not None):
        raise InvalidOptions("give RIGHT or --index INDEX: one table to link with")
    _check_places(left, other, out, rejects)
    never_over(aliases, out, rejects)
    target = FileFormat.JSONL if as_json else format_for_output(out, given=output_format)
    reject_format = FileFormat.CSV if rejects is None else format_for_output(rejects, given=None)
    options = options_of(prior, match_at, review_at, name_order, aliases, workers)
    whole = kind_of(kind)
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
        else linker.AliasIndex.open(index, options=options)
    )
    with terminal.progress("linking", quiet=quiet) as advance:
        links = linker.link_tables(
            table,
            known,
            top_k=top_k,
            threshold=threshold,
            one_to_one=one_to_one,
            unmatched=unmatched,
            options=options,
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


def _check_places(left: str, right: str, out: str, rejects: str | None) -> None:
    """Refuse what would read one stream twice or write over an input."""
    if left == STDIN and right == STDIN:
        raise InvalidOptions("LEFT and RIGHT are both standard input: name a file for one of them")
    if rejects == STDOUT:
        raise InvalidOptions("--rejects needs the name of a file: standard output has the links")
    written = [("--out", out)] + ([("--rejects", rejects)] if rejects is not None else [])
    for option, path in written:
        for side, source in (("LEFT", left), ("RIGHT", right)):
            if same_file(path, source):
                raise InvalidOptions(f"{option} {path} is also {side}: name another file")
    if rejects is not None and same_file(out, rejects):
        raise InvalidOptions(f"--out and --rejects are both {out}: name another file")


def _read(
    side: str,
    path: str,
    reading: FileReading,
    *,
    kind: Kind | None,
    bad: list[SidedReject] | None,
    quiet: bool,
) -> AliasTable:
    """Read one side, say what was guessed, and give the kind where the rows have none."""
    rejects: list[Reject] | None = None if bad is None else []
    table, notes = read_table(path, reading=reading, rejects=rejects)
    if bad is not None:
        bad.extend(
            SidedReject(side=side, row=each.row, reason=each.reason, content=each.content)
            for each in rejects or ()
        )
    if not quiet:
        for note in notes:
            terminal.say(note)
    return table.of_kind(kind)


def _summary(links: Sequence[Link], out: str, bad: int, rejects: str | None) -> str:
    counts = Counter(
        "unmatched" if each.right_id is None else each.verdict.value for each in links
    )
    order = ("match", "review", "no_match", "unmatched")
    told = ", ".join(f"{counts[name]} {name}" for name in order if counts[name]) or "no rows"
    where = "" if out == STDOUT else f" → {out}"
    set_aside = f"; {bad} rejected → {rejects}" if rejects is not None else ""
    return f"{told}{where}{set_aside}"
