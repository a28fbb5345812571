"""The door of the command line: ``namelink …`` and ``python -m namelink …`` begin here.

Whatever goes wrong on purpose ends as one line on standard error and exit code 2; a reader that
closes the pipe ends the run quietly. This module must load without typer, to be able to say that
it is missing.
"""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING, cast

from namelink.cli import terminal
from namelink.cli.exits import DONE, INTERRUPTED, TERMINATED, WRONG_USAGE
from namelink.errors import NamelinkError

if TYPE_CHECKING:
    import typer


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: words after the name of the program; None takes those of the process.

    Returns:
        The exit code: 0 done, 2 wrong usage or unreadable input.
    """
    if arguments is None:
        signal.signal(signal.SIGTERM, _stop)
        arguments = sys.argv[1:]
    for stream in (sys.stdout, sys.stderr):
        # A name may hold what the terminal's encoding lacks, or a lone surrogate; neither is a
        # reason to stop. A stream that a test put in place may lack the method.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        from namelink.cli.app import application

        return _run(application(next(iter(arguments), None)), list(arguments))
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in {"typer", "rich"}:
            raise
        _say(f'the command line needs {error.name}: pip install "namelink[cli]"')
        return WRONG_USAGE


def _run(app: "typer.Typer", arguments: list[str]) -> int:
    import typer

    # typer carries its own copy of click since 2026 and used the package before, so the base of
    # its usage errors has no import path that holds for both.
    usage_error = cast("type[Exception]", typer.BadParameter.__mro__[2])
    try:
        code = typer.main.get_command(app).main(
            args=arguments, prog_name="namelink", standalone_mode=False
        )
        sys.stdout.flush()
    except NamelinkError as error:
        _say(str(error))
        return WRONG_USAGE
    except BrokenPipeError:
        return _reader_left()
    except SystemExit as stop:
        # typer answers a closed pipe itself, with code 1; here it is the reader's good right.
        if isinstance(stop.__context__, BrokenPipeError):
            return _reader_left()
        raise
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except usage_error as error:
        # Which command it was about, if typer came so far.
        called = getattr(getattr(error, "ctx", None), "command_path", "namelink")
        _say(f"{_message(error)} ({called} --help shows what there is)")
        return WRONG_USAGE
    return code if isinstance(code, int) else DONE


def _reader_left() -> int:
    """End quietly: what is still held back must not be flushed into the closed pipe at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _message(error: BaseException) -> str:
    """The text of a usage error, on one line."""
    wording = getattr(error, "format_message", None)
    told = " ".join((wording() if wording else str(error)).split())
    # How typer's own checks begin; it tells the reader nothing.
    return told.replace("Value error, ", "")


def _say(message: str) -> None:
    terminal.say(f"namelink: {' '.join(message.split())}")


def _stop(number: int, frame: FrameType | None) -> None:
    """End as an exception, so that half-written files are removed."""
    del number, frame
    raise SystemExit(TERMINATED)
