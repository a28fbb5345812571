"""``namelink compare``: whether two names mean the same thing, and why."""

from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    OF_PAIRS,
    AsJson,
    KindLabel,
    Lang,
    Language,
    MakesOptions,
    kind_of,
    language_of,
    with_options,
)


@with_options(*OF_PAIRS)
def compare(
    left: Annotated[str, typer.Argument(metavar="LEFT", help="A name, Chinese or English.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="The other name.")],
    *,
    kind: KindLabel = None,
    options: MakesOptions,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Compare two names and show what the score is made of."""
    from namelink import linker

    given = options()
    result = linker.compare(left, right, kind=kind_of(kind), options=given)
    if as_json:
        terminal.emit_json(result.to_dict())
    else:
        terminal.emit(result.explain(language_of(lang)))
