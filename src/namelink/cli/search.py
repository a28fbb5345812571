"""``namelink search`` and ``namelink why``: names in an index, and why one is not found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    OF_LINKS,
    OF_ONE_LINK,
    AsJson,
    Encoding,
    IndexPath,
    KindLabel,
    Lang,
    Language,
    MakesOptions,
    Threshold,
    TopK,
    Unmatched,
    kind_of,
    language_of,
    with_options,
)
from namelink.io.files import STDIN, read_lines
from namelink.io.records import record_data
from namelink.model.comparison import Link

# Names that a process searches at a time; their results are printed before the next are read.
_AT_ONCE = 256


@with_options(*OF_LINKS)
def search(  # noqa: PLR0913 - one parameter an option
    path: IndexPath,
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="Names; - reads one a line from standard input."),
    ],
    *,
    top_k: TopK = 10,
    threshold: Threshold = None,
    unmatched: Unmatched = True,
    kind: KindLabel = None,
    options: MakesOptions,
    encoding: Encoding = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell what the score of each id is made of.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Find the ids of INDEX whose names fit each NAME best."""
    from namelink.index.alias_index import AliasIndex

    given = options()
    index, asked = AliasIndex.open(path, options=given), kind_of(kind)
    rows: list[tuple[str, ...]] = []
    told: list[str] = []
    before = 0
    for names in _blocks(name, encoding, _AT_ONCE * given.limits.workers):
        links: list[Link] = index.search_many(
            names, top_k=top_k, threshold=threshold, unmatched=unmatched, kind=asked
        )
        for link in links:
            why = (
                index.comparison(link, kind=asked)
                if explain and link.right_id is not None
                else None
            )
            if as_json:
                # Names are numbered through, not block by block.
                data = record_data(replace(link, left_id=before + link.left_id), Link)
                more = {"comparison": why and why.to_dict()} if explain else {}
                terminal.emit_json({**data, **more})
            else:
                rows.append(_row(link))
                told += [] if why is None else [why.explain(language_of(lang))]
        before += len(names)
    if not as_json:
        terminal.emit_table(("name", "id", "found", ">score", "verdict", ">confidence"), rows)
        for each in told:
            terminal.emit(f"\n{each}")


@with_options(*OF_ONE_LINK)
def why(  # noqa: PLR0913 - one parameter an option
    path: IndexPath,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that is searched.")],
    *,
    identity: Annotated[str, typer.Option("--id", help="The id that was expected.")],
    kind: KindLabel = None,
    options: MakesOptions,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Tell why a search of INDEX for NAME finds an id or not."""
    from namelink.index.alias_index import AliasIndex

    index = AliasIndex.open(path, options=options())
    found = index.why(name, index.known_id(identity), kind=kind_of(kind))
    if as_json:
        terminal.emit_json(found.to_dict())
    else:
        terminal.emit(found.explain(language_of(lang)))


def _row(link: Link) -> tuple[str, ...]:
    return (
        link.left_name,
        "" if link.right_id is None else f"{link.right_id}",
        link.right_name or "",
        _number(link.score),
        link.verdict.value,
        _number(link.confidence),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _blocks(names: Sequence[str], encoding: str | None, size: int) -> Iterator[list[str]]:
    """Names as given, or from standard input, so many at a time."""
    if list(names) != [STDIN]:
        yield list(names)
        return
    lines = read_lines(STDIN, encoding=encoding)
    while block := list(islice(lines, size)):
        yield block
