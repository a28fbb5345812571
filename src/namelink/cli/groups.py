"""What a group of commands does when none of them is named."""

import typer

from namelink.cli import terminal
from namelink.cli.exits import WRONG_USAGE


def help_without_command(context: typer.Context) -> None:
    """Show the help of a group that is called without a command, as wrong usage.

    Args:
        context: of the call.

    Raises:
        typer.Exit: if no command was named.
    """
    if context.invoked_subcommand is None:
        terminal.say(context.get_help())
        raise typer.Exit(WRONG_USAGE)
