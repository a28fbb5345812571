r"""What the commands print: results on standard output, remarks on standard error.

A name may hold control characters, which a terminal would obey; they are shown as escapes.

>>> shown("Wu\x1b[2J")
'Wu\\x1b[2J'
"""

import io
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from namelink.io.records import json_line

# A page of a terminal that nobody widened; also what piped output gets.
WIDTH = 80
_WIDEST = 120
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def shown(text: str) -> str:
    """A text that a terminal cannot take for a command.

    Args:
        text: any string.

    Returns:
        The text, control characters other than tab and line end as escapes.
    """
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def emit(text: str) -> None:
    """Print a text on standard output."""
    sys.stdout.write(f"{shown(text)}\n")


def emit_json(value: Mapping[str, Any]) -> None:
    """Print an object as a line of JSON, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json_line(value))
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Print a remark on standard error."""
    sys.stderr.write(f"{shown(text)}\n")


def emit_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that fits the terminal; Han characters count as two columns.

    Args:
        columns: headings; one that begins with ``>`` stands to the right.
        rows: cells, one for each heading.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    colored = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((WIDTH, 24)).columns, _WIDEST) if colored else WIDTH
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        justify: Any = "right" if column.startswith(">") else "left"
        table.add_column(column.removeprefix(">"), justify=justify, overflow="fold")
    for row in rows:
        # Text objects, because a string would be searched for markup in brackets.
        table.add_row(*(Text(shown(cell)) for cell in row))
    page = io.StringIO()
    Console(file=page, width=width, force_terminal=colored).print(table)
    lines = (line.rstrip() for line in page.getvalue().splitlines())
    sys.stdout.write("".join(f"{line}\n" for line in lines))


@contextmanager
def progress(what: str, *, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error while something long runs.

    Args:
        what: is being done.
        quiet: whether there shall be none.

    Yields:
        What to call with the work done and the work there is; None when nobody watches, because
        standard error is not a terminal.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield advance
