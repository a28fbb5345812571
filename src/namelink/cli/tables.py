"""Tables in and rejects out: what every command does that reads a table."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from namelink.cli import terminal
from namelink.errors import InvalidOptions
from namelink.io.files import FileReading, read_table
from namelink.io.formats import FileFormat, format_for_output
from namelink.io.output import STDOUT, same_file
from namelink.model.kinds import Kind
from namelink.model.table import AliasTable, Reject

REJECTS = "--rejects"


def read_rows(
    path: str,
    reading: FileReading,
    *,
    kind: Kind | None,
    rejects: list[Reject] | None,
    quiet: bool,
    compact: bool = False,
) -> AliasTable:
    """Read a table, say what was guessed, and give the kind where the rows have none.

    Args:
        path: the file, or ``"-"`` for standard input.
        reading: how to read it.
        kind: what the names of rows without a kind denote.
        rejects: takes rows that cannot be used; None stops at the first one.
        quiet: whether nothing is said.
        compact: whether names and ids are packed as they come, because there may be many.

    Returns:
        The rows.

    Raises:
        InvalidInput: if the file or, without `rejects`, a row cannot be used.
    """
    table, notes = read_table(path, reading=reading, rejects=rejects, compact=compact)
    if not quiet:
        for note in notes:
            terminal.say(note)
    return table.of_kind(kind)


def keep_apart(
    written: Mapping[str, str | None],
    read: Mapping[str, str | None],
    aliases: Sequence[str] | None,
) -> None:
    """Refuse to write over what is read, or two outputs to one place.

    >>> keep_apart({"--out": "a.csv"}, {"LEFT": "./a.csv"}, None)
    Traceback (most recent call last):
        ...
    namelink.errors.InvalidOptions: --out a.csv is also LEFT: name another file

    Args:
        written: path an option, None for those that were not given.
        read: path an input, by what it is called.
        aliases: files of alias groups, which are read too.

    Raises:
        InvalidOptions: if one place has two uses.
    """
    sources = [*read.items(), *(("--aliases", path) for path in aliases or ())]
    targets = [(option, path) for option, path in written.items() if path is not None]
    for option, path in targets:
        if option == REJECTS and path == STDOUT:
            raise InvalidOptions(f"{REJECTS} needs the name of a file, not standard output")
        for name, source in sources:
            if source is not None and same_file(path, source):
                raise InvalidOptions(f"{option} {path} is also {name}: name another file")
    for (one, path), (other, again) in combinations(targets, 2):
        if same_file(path, again):
            raise InvalidOptions(f"{one} and {other} are both {path}: name another file")


def format_of_rejects(path: str | None) -> FileFormat:
    """The format that the name of a file of rejects asks for.

    Args:
        path: the file, None for none.

    Returns:
        Its format, CSV for none.

    Raises:
        InvalidOptions: if files of such a name cannot be written.
    """
    return FileFormat.CSV if path is None else format_for_output(path, given=None)
