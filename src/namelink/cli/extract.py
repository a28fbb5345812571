"""``namelink extract``: the names that a text gives in both languages."""

import sys
from typing import Annotated, Any

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    OF_PAIRS,
    AsJson,
    Encoding,
    MakesOptions,
    with_options,
)
from namelink.errors import InvalidOptions
from namelink.io.files import STDIN, read_article
from namelink.model.mention import Mention


@with_options(*OF_PAIRS)
def extract(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")
    ] = None,
    *,
    text: Annotated[str | None, typer.Option("--text", help="The text itself.")] = None,
    encoding: Encoding = None,
    options: MakesOptions,
    as_json: AsJson = False,
) -> None:
    """Find the names that a text gives in both languages."""
    from namelink import linker

    given = options()
    mentions = linker.extract(_text_of(file, text, encoding), options=given)
    if as_json:
        for mention in mentions:
            terminal.emit_json(as_data(mention))
    else:
        show(mentions)


def show(mentions: list[Mention]) -> None:
    """Print mentions as a table.

    Args:
        mentions: of one text.
    """
    terminal.emit_table(
        ("English", "Chinese", "also", "kind", ">score", "verdict"),
        (
            (
                " ".join(mention.english.split()),
                " ".join(mention.chinese.split()),
                ", ".join(mention.aliases),
                mention.kind.value,
                f"{mention.score:.3f}",
                mention.comparison.verdict.value,
            )
            for mention in mentions
        ),
    )


def as_data(mention: Mention) -> dict[str, Any]:
    """A mention as plain data, its evidence included.

    Args:
        mention: the mention.

    Returns:
        Its fields; the comparison under ``comparison``.
    """
    return {
        "english": mention.english,
        "chinese": mention.chinese,
        "aliases": list(mention.aliases),
        "kind": mention.kind.value,
        "score": mention.score,
        "verdict": mention.comparison.verdict.value,
        "english_span": list(mention.english_span),
        "chinese_span": list(mention.chinese_span),
        "comparison": mention.comparison.to_dict(),
    }


def _text_of(file: str | None, text: str | None, encoding: str | None) -> str:
    if text is not None:
        if file is not None:
            raise InvalidOptions("give a file or --text, not both")
        return text
    if file is None and sys.stdin.isatty():
        raise InvalidOptions("no text: name a file, give --text, or pipe a text in")
    return read_article(STDIN if file is None else file, encoding=encoding)
