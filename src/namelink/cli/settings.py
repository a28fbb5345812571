"""Options that several commands share, once: name, help and the default of the API."""

from enum import StrEnum
from typing import Annotated, Literal

import typer

from namelink.model.kinds import Kind
from namelink.model.options import NameOrder as Order
from namelink.model.options import Options

DEFAULTS = Options()


class Convention(StrEnum):
    """How Latin names are known to be written."""

    ANY = "any"
    SURNAME_FIRST = "surname_first"
    GIVEN_FIRST = "given_first"


class Language(StrEnum):
    """The language of an explanation."""

    EN = "en"
    ZH = "zh"


Prior = Annotated[
    float,
    typer.Option(
        "--prior",
        help="Probability that two names mean one entity before they are read. "
        "Lower it when most pairs are false.",
    ),
]
MatchAt = Annotated[
    float,
    typer.Option(
        "--match-at", help="Lowest score of the verdict match. Higher: fewer wrong matches."
    ),
]
ReviewAt = Annotated[
    float,
    typer.Option("--review-at", help="Lowest score of the verdict review. Lower: fewer losses."),
]
NameOrder = Annotated[
    Convention,
    typer.Option(
        "--name-order",
        help="How the Latin names of Chinese people are known to be written. "
        "any: the evidence decides.",
    ),
]
KindLabel = Annotated[
    str | None,
    typer.Option(
        "--kind",
        help="What the names denote: person, org, place, work, or the label of another tool "
        "(PER, 机构). Guessed when left out.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the explanation.")]


_ORDERS: dict[Convention, Order] = {
    Convention.ANY: "any",
    Convention.SURNAME_FIRST: "surname_first",
    Convention.GIVEN_FIRST: "given_first",
}


def options_of(
    prior: float, match_at: float, review_at: float, name_order: Convention = Convention.ANY
) -> Options:
    """The options of the API from those of the command line.

    >>> options_of(0.5, 0.6, 0.11) == Options()
    True

    Args:
        prior: as in `Options`.
        match_at: as in `Options`.
        review_at: as in `Options`.
        name_order: as in `Options`.

    Returns:
        The options.

    Raises:
        InvalidOptions: if a value cannot work.
    """
    return Options(
        prior=prior,
        match_at=match_at,
        review_at=review_at,
        name_order=_ORDERS[name_order],
    )


def kind_of(label: str | None) -> Kind | None:
    """The kind that a label names, None when it is left out.

    Args:
        label: as given to ``--kind``.

    Returns:
        The kind.

    Raises:
        InvalidOptions: if the label is not known.
    """
    return None if label is None else Kind.parse(label)


def language_of(lang: Language) -> Literal["en", "zh"]:
    """The language as the API names it."""
    match lang:
        case Language.EN:
            return "en"
        case Language.ZH:
            return "zh"
