"""The application: every command under its verb.

A new command is a new module and two lines here. Only the module of the command that is called is
loaded: a cold ``namelink compare`` shall not wait for what reads files.
"""

from collections.abc import Callable
from typing import Annotated

import typer

from namelink import __version__
from namelink.cli import terminal
from namelink.cli.groups import help_without_command

VERBS = (
    "compare", "link", "search", "why", "index", "align", "extract", "normalize", "spell", "demo",
)  # fmt: skip


def application(verb: str | None = None) -> typer.Typer:
    """Build the application.

    Args:
        verb: the command that will be called, to load no other; anything else loads all.

    Returns:
        The application, ready to run.
    """
    app = typer.Typer(
        name="namelink",
        help="Decides whether a Chinese name and an English name mean the same thing.",
        add_completion=False,
        # Plain help: rich markup would read the brackets of a name as a style, and loads slowly.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )
    app.callback()(_start)
    for each in (verb,) if verb in VERBS else VERBS:
        if each == "index":
            from namelink.cli.index import index

            app.add_typer(index, name=each)
        else:
            app.command(each)(_command(each))
    return app


def _command(verb: str | None) -> Callable[..., None]:
    """The function behind a verb."""
    found: Callable[..., None]
    match verb:
        case "compare":
            from namelink.cli.compare import compare as found
        case "link":
            from namelink.cli.link import link as found
        case "search":
            from namelink.cli.search import search as found
        case "why":
            from namelink.cli.search import why as found
        case "align":
            from namelink.cli.align import align as found
        case "extract":
            from namelink.cli.extract import extract as found
        case "normalize":
            from namelink.cli.normalize import normalize as found
        case "spell":
            from namelink.cli.spell import spell as found
        case _:
            from namelink.cli.demo import demo as found
    return found


def _start(
    context: typer.Context,
    *,
    show_version: Annotated[
        bool, typer.Option("--version", help="Show the version and end.", is_eager=True)
    ] = False,
) -> None:
    """Decides whether a Chinese name and an English name mean the same thing."""
    if show_version:
        terminal.emit(f"namelink {__version__}")
        raise typer.Exit
    help_without_command(context)
