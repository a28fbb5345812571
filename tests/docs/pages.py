"""Runs what the documentation shows and puts what comes out in its place.

A page is run from top to bottom in an empty folder, as a reader would:

* a block ``sh`` writes the files that it has after ``cat > FILE <<'END'``; what else it holds is
  for the reader's machine and is left alone;
* a block ``console`` holds commands after ``$ ``, each followed by its output;
* a block ``python`` is run, as a doctest where it has prompts;
* a table after the comment ``<!-- compared -->`` has two names in its first columns, and in the
  others what `namelink.compare` says of them.

A page that opens with the comment ``<!-- needs: duckdb, java -->`` is run where these modules and
programs are there, and skipped where they are not. The warnings of such packages are their own.

``test_pages.py`` compares the result with the page. After a refit, ``python -m tests.docs.pages``
writes the new figures into the pages; read the difference before you commit it.
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import namelink
from namelink.cli.main import main

ROOT = Path(__file__).parents[2]
# The page of commands shows their form on files that do not exist; tests/cli holds it to --help.
UNRUN = {ROOT / "docs" / "reference" / "cli.md"}
PAGES = sorted({ROOT / "README.md", *(ROOT / "docs").rglob("*.md")} - UNRUN)

_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_HERE = re.compile(r"cat > (?P<file>\S+) <<'END'\n(?P<content>.*?)^END$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(
    r"(?P<above><!-- compared -->\n\n(?P<heading>\|.*\|)\n\|[-| :]+\|\n)(?P<rows>(?:\|.*\|\n)+)"
)
_NEEDS = re.compile(r"\A<!-- needs: (?P<names>.*) -->$", re.MULTILINE)
_FIGURE = re.compile(r"[+-]?\d+\.\d+")
# Figures may move by this much with a release of a package that is read; more is another result.
_TOLERANCE = 0.1

_COLUMNS: dict[str, Callable[[namelink.Comparison], str]] = {
    "kind": lambda found: found.kind.value,
    "score": lambda found: f"{found.score:.2f}",
    "bits": lambda found: f"{found.bits:+.1f}",
    "verdict": lambda found: found.verdict.value,
    "relation": lambda found: found.relation.value,
    "because": lambda found: found.reason(),
}


def missing(text: str) -> list[str]:
    """What a page needs and is not there.

    >>> missing("<!-- needs: json, nosuchprogram -->"), missing("# A page")
    (['nosuchprogram'], [])
    """
    return [name for name in _needs(text) if not (shutil.which(name) or _importable(name))]


def rendered(text: str) -> str:
    """A page with all outputs as the code prints them now; runs in the current folder."""
    with warnings.catch_warnings():
        if _needs(text):
            warnings.simplefilter("ignore")
        return _rendered(text)


def _needs(text: str) -> list[str]:
    found = _NEEDS.search(text)
    return found["names"].split(", ") if found else []


def _importable(name: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            __import__(name)
    except ImportError:
        return False
    return True


def _rendered(text: str) -> str:
    names: dict[str, Any] = {"__name__": "__main__"}

    def block(found: re.Match[str]) -> str:
        language, body = found["language"], found["body"]
        if language == "sh":
            for file in _HERE.finditer(body):
                Path(file["file"]).write_text(file["content"], encoding="utf-8")
        elif language == "console":
            body = _commands(body)
        elif language == "python":
            body = _python(body, names)
        return f"```{language}\n{body}```"

    return _TABLE.sub(_table, _FENCE.sub(block, text))


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same, up to blanks and small differences of figures.

    >>> alike("score 0.98", "score  0.97"), alike("score 0.98", "score 0.58")
    (True, False)
    """
    figures = [[float(each) for each in _FIGURE.findall(text)] for text in (one, other)]
    words = [_FIGURE.sub("#", text).split() for text in (one, other)]
    return words[0] == words[1] and all(
        abs(mine - theirs) <= _TOLERANCE for mine, theirs in zip(*figures, strict=True)
    )


@contextlib.contextmanager
def empty_folder() -> Iterator[None]:
    """A new folder as the current one, gone afterwards."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def _commands(body: str) -> str:
    commands = re.findall(r"^\$ ((?:.*\\\n)*.*)\n", body, re.MULTILINE)
    assert commands, f"a console block without a command: {body!r}"
    return "".join(f"$ {command}\n{_output(command)}" for command in commands)


def _output(command: str) -> str:
    program, *arguments = shlex.split(command.replace("\\\n", " "))
    if program == "cat":
        return "".join(Path(each).read_text(encoding="utf-8") for each in arguments)
    assert program == "namelink", f"pages show namelink and cat, not {program}"
    page = io.BytesIO()
    stream = io.TextIOWrapper(page, encoding="utf-8", newline="\n", write_through=True)
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        main(arguments)
    return page.getvalue().decode()


def _python(body: str, names: dict[str, Any]) -> str:
    if not re.search(r"^>>> ", body, re.MULTILINE):
        exec(compile(body, "<page>", "exec"), names)
        return body
    pieces = []
    for piece in doctest.DocTestParser().parse(body):
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        lines = piece.source.rstrip("\n").split("\n")
        source = "".join(
            f"{'>>>' if number == 0 else '...'} {line}".rstrip() + "\n"
            for number, line in enumerate(lines)
        )
        pieces += [source, _result(piece, names)]
    return "".join(pieces)


def _result(example: doctest.Example, names: dict[str, Any]) -> str:
    stream = io.StringIO()
    try:
        with contextlib.redirect_stdout(stream):
            exec(compile(example.source, "<page>", "single"), names)
    except Exception as error:
        if example.exc_msg is None:
            raise
        message = "".join(traceback.format_exception_only(error))
        return f"Traceback (most recent call last):\n    ...\n{message}"
    return re.sub("^$(?!\\Z)", "<BLANKLINE>", stream.getvalue(), flags=re.MULTILINE)


def _table(found: re.Match[str]) -> str:
    headings = _cells(found["heading"])[2:]
    rows = []
    for line in found["rows"].splitlines():
        left, right = _cells(line)[:2]
        comparison = namelink.compare(left, right)
        cells = [left, right, *(_COLUMNS[heading](comparison) for heading in headings)]
        rows.append(f"| {' | '.join(cells)} |\n")
    return found["above"] + "".join(rows)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def refresh() -> None:
    """Write what the code prints now into every page."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        if missing(text):
            sys.stdout.write(f"{page.relative_to(ROOT)}: needs {', '.join(missing(text))}\n")
            continue
        with empty_folder():
            now = rendered(text)
        if now != text:
            page.write_text(now, encoding="utf-8")
            sys.stdout.write(f"{page.relative_to(ROOT)}: written anew\n")


if __name__ == "__main__":
    refresh()
