"""``namelink compare``: whether two names mean the same thing, and why."""

from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    DEFAULTS,
    AliasFiles,
    AsJson,
    Convention,
    KindLabel,
    Lang,
    Language,
    MatchAt,
    NameOrder,
    Prior,
    ReviewAt,
    kind_of,
    language_of,
    options_of,
)


def compare(  # noqa: PLR0913 - one parameter an option
    left: Annotated[str, typer.Argument(metavar="LEFT", help="A name, Chinese or English.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="The other name.")],
    *,
    kind: KindLabel = None,
    prior: Prior = DEFAULTS.prior,
    match_at: MatchAt = DEFAULTS.match_at,
    review_at: ReviewAt = DEFAULTS.review_at,
    name_order: NameOrder = Convention.ANY,
    aliases: AliasFiles = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Compare two names and show what the score is made of."""
    from namelink import linker

    options = options_of(prior, match_at, review_at, name_order, aliases)
    result = linker.compare(left, right, kind=kind_of(kind), options=options)
    if as_json:
        terminal.emit_json(result.to_dict())
    else:
        terminal.emit(result.explain(language_of(lang)))
