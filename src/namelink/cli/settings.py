"""Options that several commands share, once: name, help and the default of the API."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial, wraps
from inspect import signature
from typing import Annotated, Any, Literal

import typer

from namelink.errors import InvalidOptions
from namelink.model.aliases import Aliases
from namelink.model.kinds import Kind
from namelink.model.options import Limits, Options
from namelink.model.options import NameOrder as Order

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
ConfidenceAt = Annotated[
    float,
    typer.Option(
        "--confidence-at",
        help="Lowest confidence of a link whose verdict is match; below it the link is review. "
        "0: every pair keeps its own verdict.",
    ),
]
NameOrder = Annotated[
    Convention,
    typer.Option(
        "--name-order",
        help="How the Latin names of Chinese people are known to be written. "
        "any: the evidence decides.",
    ),
]
AliasFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--aliases",
        metavar="FILE",
        help="Names that are known to mean one thing, a group a row (name,alias) or rows of id "
        "and name; may be given again.",
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
Workers = Annotated[
    int,
    typer.Option("--workers", min=1, help="Processes that share the work; results are the same."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the explanation.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No remarks, no bar.")]
TopK = Annotated[int, typer.Option("--top-k", min=1, help="Most ids for each name.")]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--threshold",
        min=0.0,
        max=1.0,
        help="Lowest score to keep; never changes a verdict. Left out: all but no_match is kept.",
    ),
]
Unmatched = Annotated[
    bool,
    typer.Option("--unmatched/--no-unmatched", help="Keep names that nothing matches."),
]

TablePath = Annotated[
    str,
    typer.Argument(
        metavar="TABLE", help="CSV, TSV, JSON Lines or Parquet, or - for standard input."
    ),
]
IndexPath = Annotated[str, typer.Argument(metavar="INDEX", help="File of the index.")]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        help="Of what is read: utf-8, gb18030, big5, utf-16-le. Left out: UTF-8, or what a byte "
        "order mark says.",
    ),
]
Delimiter = Annotated[
    str | None,
    typer.Option("--delimiter", help="Between cells. Left out: by the first line."),
]
NoHeader = Annotated[
    bool, typer.Option("--no-header", help="No first line names the columns: they are 1, 2, 3.")
]
OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format", help="Of the output: csv, tsv, jsonl, parquet. Left out: by its name."
    ),
]
Rejects = Annotated[
    str | None,
    typer.Option(
        "--rejects",
        help="File for rows that cannot be used. Left out: the first one stops the run.",
    ),
]


_ORDERS: dict[Convention, Order] = {
    Convention.ANY: "any",
    Convention.SURNAME_FIRST: "surname_first",
    Convention.GIVEN_FIRST: "given_first",
}


def options_of(  # noqa: PLR0913 - one parameter an option
    *,
    prior: Prior = DEFAULTS.prior,
    match_at: MatchAt = DEFAULTS.match_at,
    review_at: ReviewAt = DEFAULTS.review_at,
    confidence_at: ConfidenceAt = DEFAULTS.confidence_at,
    name_order: NameOrder = Convention.ANY,
    aliases: AliasFiles = None,
    workers: Workers = 1,
) -> Options:
    """The options of the API from those of the command line.

    >>> options_of() == Options()
    True

    Args:
        prior: as in `Options`.
        match_at: as in `Options`.
        review_at: as in `Options`.
        confidence_at: as in `Options`.
        name_order: as in `Options`.
        aliases: files of alias groups.
        workers: as in `Limits`.

    Returns:
        The options.

    Raises:
        InvalidOptions: if a value cannot work.
        InvalidInput: if a file of aliases cannot be used.
    """
    return Options(
        prior=prior,
        match_at=match_at,
        review_at=review_at,
        confidence_at=confidence_at,
        name_order=_ORDERS[name_order],
        aliases=_read(aliases) if aliases else Aliases(),
        limits=Limits(workers=workers),
    )


# What a command calls for its options, once it has refused what cannot be.
MakesOptions = Callable[[], Options]
_OPTIONS = signature(options_of).parameters
OF_LINKS = tuple(_OPTIONS)
# One name is searched by one process, and where nothing is searched there are no rivals.
OF_ONE_LINK = tuple(name for name in OF_LINKS if name != "workers")
OF_PAIRS = tuple(name for name in OF_ONE_LINK if name != "confidence_at")


def with_options(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Put options of the command line where a command has its parameter ``options``.

    Args:
        names: parameters of `options_of`.

    Returns:
        A decorator. The command is called with what makes `Options` of them when it is called,
        and with those of the names that are parameters of its own.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = signature(command)

        @wraps(command)
        def called(**given: Any) -> None:  # noqa: ANN401 - whatever the command line holds
            made = partial(options_of, **{name: given[name] for name in names})
            handed = {name: value for name, value in given.items() if name in own.parameters}
            command(**handed, options=made)

        shown = [
            each
            for name, parameter in own.parameters.items()
            if name not in names
            for each in ([_OPTIONS[one] for one in names] if name == "options" else [parameter])
        ]
        vars(called)["__signature__"] = own.replace(parameters=shown)
        return called

    return decorate


def _read(paths: Sequence[str]) -> Aliases:
    """The groups of alias files, which are loaded late: few runs have any."""
    from namelink.io.aliases import read_alias_files

    if "-" in paths:
        raise InvalidOptions("--aliases is read from a file, not from standard input: name one")
    return read_alias_files(paths)


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
