"""``namelink search`` and ``namelink why``: names in an index, and why one is not found."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    DEFAULTS,
    AliasFiles,
    AsJson,
    KindLabel,
    Lang,
    Language,
    MatchAt,
    Prior,
    ReviewAt,
    kind_of,
    language_of,
    options_of,
)
from namelink.io.files import STDIN, read_lines
from namelink.io.records import record_data
from namelink.model.comparison import Link

_Index = Annotated[str, typer.Argument(metavar="INDEX", help="File of the index.")]
_AT_ONCE = 256


def search(  # noqa: PLR0913 - one parameter an option
    path: _Index,
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="Names; - reads one a line from standard input."),
    ],
    *,
    top_k: Annotated[int, typer.Option("--top-k", min=1, help="Most ids for each name.")] = 10,
    threshold: Annotated[
        float | None,
        typer.Option(
            "--threshold",
            min=0.0,
            max=1.0,
            help="Lowest score to keep. Left out: all but no_match.",
        ),
    ] = None,
    kind: KindLabel = None,
    prior: Prior = DEFAULTS.prior,
    match_at: MatchAt = DEFAULTS.match_at,
    review_at: ReviewAt = DEFAULTS.review_at,
    aliases: AliasFiles = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", help="Of standard input: utf-8, gb18030, big5, utf-16-le."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find the ids of INDEX whose names fit each NAME best."""
    from namelink.index.alias_index import AliasIndex

    index = AliasIndex.open(path, options=options_of(prior, match_at, review_at, aliases=aliases))
    rows: list[tuple[str, ...]] = []
    for names in _blocks(name, encoding):
        for link in index.search_many(names, top_k=top_k, threshold=threshold, kind=kind_of(kind)):
            if as_json:
                terminal.emit_json(record_data(link, Link))
            else:
                rows.append(_row(link))
    if not as_json:
        terminal.emit_table(("name", "id", "found", ">score", "verdict", ">confidence"), rows)


def why(  # noqa: PLR0913 - one parameter an option
    path: _Index,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that is searched.")],
    *,
    identity: Annotated[str, typer.Option("--id", help="The id that was expected.")],
    kind: KindLabel = None,
    aliases: AliasFiles = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Tell why a search of INDEX for NAME finds an id or not."""
    from namelink.index.alias_index import AliasIndex

    index = AliasIndex.open(path, options=options_of(aliases=aliases))
    found = index.why(name, index.known_id(identity), kind=kind_of(kind))
    if as_json:
        terminal.emit_json(found.to_dict())
    else:
        terminal.emit(found.explain(language_of(lang)))


def _row(link: Link) -> tuple[str, ...]:
    return (
        link.left_name,
        f"{link.right_id}",
        link.right_name or "",
        f"{link.score:.3f}",
        link.verdict.value,
        f"{link.confidence:.3f}",
    )


def _blocks(names: Sequence[str], encoding: str | None) -> Iterator[list[str]]:
    """Names as given, or from standard input, so many at a time."""
    if list(names) != [STDIN]:
        yield list(names)
        return
    lines = read_lines(STDIN, encoding=encoding)
    while block := list(islice(lines, _AT_ONCE)):
        yield block
