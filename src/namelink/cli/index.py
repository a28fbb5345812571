"""``namelink index``: build the index of an alias table, look at it, add and remove rows."""

from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.groups import help_without_command
from namelink.cli.settings import (
    AliasFiles,
    AsJson,
    Delimiter,
    Encoding,
    IndexPath,
    KindLabel,
    NoHeader,
    Quiet,
    Rejects,
    TablePath,
    Workers,
    kind_of,
    options_of,
)
from namelink.cli.tables import format_of_rejects, keep_apart, read_rows
from namelink.io.columns import ColumnChoice
from namelink.io.files import FileReading
from namelink.io.output import WholeFiles, write_records
from namelink.model.kinds import Kind
from namelink.model.table import AliasTable, Reject

index = typer.Typer(
    help="Build the index of an alias table once, to search and link with it often.",
    rich_markup_mode=None,
    invoke_without_command=True,
    callback=help_without_command,
)

_Text = str | None
_Id = Annotated[_Text, typer.Option("--id", help="Column of the id.")]
_Name = Annotated[
    list[str] | None, typer.Option("--name", help="Column of the name; may be given again.")
]
_KindColumn = Annotated[_Text, typer.Option("--kind-column", help="Column of the kind.")]
_Format = Annotated[_Text, typer.Option("--format", help="Of TABLE.")]


@index.command("build")
def build(  # noqa: PLR0913 - one parameter an option
    table: TablePath,
    out: Annotated[str, typer.Option("--out", "-o", help="File of the index to write.")],
    *,
    kind: KindLabel = None,
    aliases: AliasFiles = None,
    identity: _Id = None,
    name: _Name = None,
    kind_column: _KindColumn = None,
    table_format: _Format = None,
    encoding: Encoding = None,
    delimiter: Delimiter = None,
    no_header: NoHeader = False,
    rejects: Rejects = None,
    workers: Workers = 1,
    quiet: Quiet = False,
) -> None:
    """Build the index of TABLE."""
    from namelink.index.build_file import build_file

    keep_apart({"--out": out, "--rejects": rejects}, {"TABLE": table}, aliases)
    columns = ColumnChoice(id=identity, name=tuple(name or ()), kind=kind_column)
    reading = _reading(columns, table_format, encoding, delimiter, header=not no_header)
    rows = _read(table, reading, kind_of(kind), rejects, quiet=quiet)
    options = options_of(aliases=aliases, workers=workers)
    with terminal.progress("indexing", quiet=quiet) as advance:
        count = build_file(rows, out, options, advance)
    if not quiet:
        terminal.say(f"{count} rows → {out}")


@index.command("info")
def info(
    path: IndexPath,
    *,
    aliases: AliasFiles = None,
    check: Annotated[
        bool, typer.Option("--check", help="Read the whole file and compare its checksums.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell what INDEX holds."""
    from namelink.index.alias_index import AliasIndex

    found = AliasIndex.open(path, options=options_of(aliases=aliases), check=check).info()
    if check:
        terminal.say(f"{path}: all checksums are right")
    if as_json:
        terminal.emit_json(found)
    else:
        terminal.emit_table(
            ("field", ">value"), [(name, f"{value}") for name, value in found.items()]
        )


@index.command("add")
def add(  # noqa: PLR0913 - one parameter an option
    path: IndexPath,
    table: TablePath,
    *,
    kind: KindLabel = None,
    aliases: AliasFiles = None,
    identity: _Id = None,
    name: _Name = None,
    kind_column: _KindColumn = None,
    table_format: _Format = None,
    encoding: Encoding = None,
    delimiter: Delimiter = None,
    no_header: NoHeader = False,
    rejects: Rejects = None,
    workers: Workers = 1,
    quiet: Quiet = False,
) -> None:
    """Add the rows of TABLE to INDEX."""
    from namelink.index.alias_index import AliasIndex

    keep_apart({"--rejects": rejects}, {"TABLE": table, "INDEX": path}, aliases)
    columns = ColumnChoice(id=identity, name=tuple(name or ()), kind=kind_column)
    reading = _reading(columns, table_format, encoding, delimiter, header=not no_header)
    rows = _read(table, reading, kind_of(kind), rejects, quiet=quiet)
    opened = AliasIndex.open(path, options=options_of(aliases=aliases, workers=workers))
    first = opened.next_id
    added, known = opened.add_table(rows)
    opened.save(path)
    if not quiet:
        if rows.numbered and first:
            terminal.say(f"{table}: ids go on from {first}")
        if known and rows.numbered:
            terminal.say(f"{table}: {known} names were there already, and got further ids")
        left_out = f", {known} were there already" if known and not rows.numbered else ""
        terminal.say(f"{added} rows added{left_out}, {len(opened)} in all → {path}")


@index.command("remove")
def remove(
    path: IndexPath,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Ids whose rows are removed.")],
    *,
    aliases: AliasFiles = None,
    quiet: Quiet = False,
) -> None:
    """Remove the rows of some ids from INDEX."""
    from namelink.index.alias_index import AliasIndex

    opened = AliasIndex.open(path, options=options_of(aliases=aliases))
    gone = opened.remove(opened.known_id(each) for each in ids)
    opened.save(path)
    if not quiet:
        terminal.say(f"{gone} rows removed, {len(opened)} left → {path}")


def _reading(
    columns: ColumnChoice,
    table_format: str | None,
    encoding: str | None,
    delimiter: str | None,
    *,
    header: bool,
) -> FileReading:
    return FileReading(
        format=table_format,
        encoding=encoding,
        delimiter=delimiter,
        header=header,
        columns=columns,
    )


def _read(
    table: str, reading: FileReading, kind: Kind | None, rejects: str | None, *, quiet: bool
) -> AliasTable:
    """The rows of a table; those that cannot be used go to the file of rejects, if any."""
    file_format = format_of_rejects(rejects)
    bad: list[Reject] | None = None if rejects is None else []
    rows = read_rows(table, reading, kind=kind, rejects=bad, quiet=quiet, compact=True)
    if rejects is not None:
        with WholeFiles() as files:
            stream = files.open(rejects)
            write_records(bad or (), stream, record=Reject, file_format=file_format)
    return rows
