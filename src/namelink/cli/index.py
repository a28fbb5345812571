"""``namelink index``: build the index of an alias table, look at it, add and remove rows."""

from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.groups import help_without_command
from namelink.cli.settings import AliasFiles, AsJson, KindLabel, Workers, kind_of, options_of
from namelink.errors import InvalidInput, InvalidOptions
from namelink.io.columns import ColumnChoice
from namelink.io.files import FileReading, read_table
from namelink.io.output import WholeFiles, same_file, write_records
from namelink.model.kinds import Kind
from namelink.model.table import AliasTable, Reject

index = typer.Typer(
    help="Build the index of an alias table once, to search and link with it often.",
    rich_markup_mode=None,
    invoke_without_command=True,
    callback=help_without_command,
)

_Table = Annotated[
    str,
    typer.Argument(
        metavar="TABLE", help="CSV, TSV, JSON Lines or Parquet, or - for standard input."
    ),
]
_Index = Annotated[str, typer.Argument(metavar="INDEX", help="File of the index.")]
_Text = str | None
_Id = Annotated[_Text, typer.Option("--id", help="Column of the id.")]
_Name = Annotated[
    list[str] | None, typer.Option("--name", help="Column of the name; may be given again.")
]
_KindColumn = Annotated[_Text, typer.Option("--kind-column", help="Column of the kind.")]
_Format = Annotated[_Text, typer.Option("--format", help="Of TABLE.")]
_Encoding = Annotated[
    _Text, typer.Option("--encoding", help="Of TABLE: utf-8, gb18030, big5, utf-16-le.")
]
_Rejects = Annotated[
    _Text,
    typer.Option(
        "--rejects",
        help="File for rows that cannot be used. Left out: the first one stops the run.",
    ),
]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No remarks, no bar.")]


@index.command("build")
def build(  # noqa: PLR0913 - one parameter an option
    table: _Table,
    out: Annotated[str, typer.Option("--out", "-o", help="File of the index to write.")],
    *,
    kind: KindLabel = None,
    aliases: AliasFiles = None,
    identity: _Id = None,
    name: _Name = None,
    kind_column: _KindColumn = None,
    table_format: _Format = None,
    encoding: _Encoding = None,
    rejects: _Rejects = None,
    workers: Workers = 1,
    quiet: _Quiet = False,
) -> None:
    """Build the index of TABLE."""
    from namelink.index.alias_index import AliasIndex

    for other in (table, *(aliases or ()), *filter(None, [rejects])):
        if same_file(out, other):
            raise InvalidOptions(f"--out {out} is also read or written: name another file")
    reading = _reading(identity, name, kind_column, table_format, encoding)
    rows = _read(table, reading, kind_of(kind), rejects, quiet=quiet)
    options = options_of(aliases=aliases, workers=workers)
    with terminal.progress("indexing", quiet=quiet) as advance:
        built = AliasIndex.of_table(rows, options=options, progress=advance)
    built.save(out)
    if not quiet:
        terminal.say(f"{len(built)} rows → {out}")


@index.command("info")
def info(
    path: _Index,
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
    if as_json:
        terminal.emit_json(found)
    else:
        terminal.emit_table(
            ("field", ">value"), [(name, f"{value}") for name, value in found.items()]
        )


@index.command("add")
def add(  # noqa: PLR0913 - one parameter an option
    path: _Index,
    table: _Table,
    *,
    kind: KindLabel = None,
    aliases: AliasFiles = None,
    identity: _Id = None,
    name: _Name = None,
    kind_column: _KindColumn = None,
    table_format: _Format = None,
    encoding: _Encoding = None,
    rejects: _Rejects = None,
    workers: Workers = 1,
    quiet: _Quiet = False,
) -> None:
    """Add the rows of TABLE to INDEX."""
    from namelink.index.alias_index import AliasIndex

    reading = _reading(identity, name, kind_column, table_format, encoding)
    rows = _read(table, reading, kind_of(kind), rejects, quiet=quiet)
    opened = AliasIndex.open(path, options=options_of(aliases=aliases, workers=workers))
    first = opened.next_id
    added = opened.add_table(rows)
    opened.save(path)
    if not quiet:
        if rows.numbered and first:
            terminal.say(f"{table}: ids go on from {first}")
        terminal.say(f"{added} rows added, {len(opened)} in all → {path}")


@index.command("remove")
def remove(
    path: _Index,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Ids whose rows are removed.")],
    *,
    aliases: AliasFiles = None,
    quiet: _Quiet = False,
) -> None:
    """Remove the rows of some ids from INDEX."""
    from namelink.index.alias_index import AliasIndex

    opened = AliasIndex.open(path, options=options_of(aliases=aliases))
    gone = opened.remove(opened.known_id(each) for each in ids)
    opened.save(path)
    if not quiet:
        terminal.say(f"{gone} rows removed, {len(opened)} left → {path}")


def _reading(
    identity: str | None,
    name: list[str] | None,
    kind_column: str | None,
    table_format: str | None,
    encoding: str | None,
) -> FileReading:
    return FileReading(
        format=table_format,
        encoding=encoding,
        columns=ColumnChoice(id=identity, name=tuple(name or ()), kind=kind_column),
    )


def _read(
    table: str, reading: FileReading, kind: Kind | None, rejects: str | None, *, quiet: bool
) -> AliasTable:
    """The rows of a table; those that cannot be used go to `rejects` if it is given."""
    bad: list[Reject] | None = None if rejects is None else []
    rows, notes = read_table(table, reading=reading, rejects=bad)
    if not quiet:
        for note in notes:
            terminal.say(note)
    if rejects is not None:
        if same_file(rejects, table):
            raise InvalidInput(f"--rejects {rejects} is also TABLE: name another file")
        with WholeFiles() as files:
            write_records(bad or (), files.open(rejects), record=Reject)
    return rows.of_kind(kind)
