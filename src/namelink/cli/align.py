"""``namelink align``: who is who in two lists of one record."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Annotated, Any

import typer

from namelink.cli import terminal
from namelink.cli.settings import (
    OF_PAIRS,
    AliasFiles,
    AsJson,
    KindLabel,
    MakesOptions,
    OutputFormat,
    Quiet,
    Rejects,
    kind_of,
    with_options,
)
from namelink.cli.tables import format_of_rejects, keep_apart
from namelink.errors import InvalidOptions
from namelink.io.columns import ColumnChoice
from namelink.io.files import FileReading, read_table
from namelink.io.formats import FileFormat, format_for_output
from namelink.io.output import STDOUT, WholeFiles, standard_output, write_records
from namelink.model.comparison import AlignedPair
from namelink.model.kinds import Relation, Verdict
from namelink.model.table import AliasTable, Reject

_Text = str | None
# In the order in which they are looked for; those of one group are alike, as keyboards mix them.
# What stands in no name comes first: a slash or a comma may be part of a Latin one.
SEPARATORS = (";；|、", "/／", ",，")


class Order(StrEnum):
    """What the order of the lists tells."""

    SOFT = "soft"
    FIXED = "fixed"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """A row of the output: fields as in `AlignedPair`, with the record it belongs to."""

    record_id: Any
    left_index: int | None
    right_index: int | None
    left_name: str | None
    right_name: str | None
    score: float | None
    bits: float | None
    position_bits: float | None
    share: float | None
    verdict: Verdict
    relation: Relation | None
    note: str


@with_options(*OF_PAIRS)
def align(  # noqa: PLR0913 - one parameter an option
    file: Annotated[_Text, typer.Argument(metavar="[FILE]", help="A record a row.")] = None,
    *,
    left: Annotated[
        str, typer.Option("--left", help="Column of the left list; without FILE, the list itself.")
    ],
    right: Annotated[str, typer.Option("--right", help="The same for the right list.")],
    record_id: Annotated[_Text, typer.Option("--id", help="Column of the record's id.")] = None,
    separator: Annotated[
        _Text,
        typer.Option("--separator", help="Between the names of a list. Guessed if not given."),
    ] = None,
    order: Annotated[
        Order,
        typer.Option(
            "--order",
            help="What the order of the lists tells: soft, the sure pairs tell; fixed, both have "
            "one order; free, nothing.",
        ),
    ] = Order.SOFT,
    out: Annotated[str, typer.Option("--out", "-o", help="File for the rows.")] = STDOUT,
    output_format: OutputFormat = None,
    rejects: Rejects = None,
    kind: KindLabel = None,
    options: MakesOptions,
    aliases: AliasFiles,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Align two lists of names of one record, or of every record of FILE."""
    from namelink import linker

    keep_apart({"--out": out, "--rejects": rejects}, {"FILE": file}, aliases)
    reject_format = format_of_rejects(rejects)
    given, whole = options(), kind_of(kind)
    bad: list[Reject] | None = None if rejects is None else []
    if file is None:
        records: list[tuple[Any, str, str]] = [(None, left, right)]
    else:
        records, notes = _records(file, (left, right, record_id), bad)
        for note in () if quiet else notes:
            terminal.say(note)
    lists, guesses = _lists(separator, [texts for _, *texts in records])
    for note in () if quiet else guesses:
        terminal.say(note)
    rows = [
        _row(key, pair)
        for (key, *_), (mine, theirs) in zip(records, lists, strict=True)
        for pair in linker.align(mine, theirs, kind=whole, order=order.value, options=given)
    ]
    if file is None and out == STDOUT and output_format is None and not as_json:
        _print(rows)
        return
    target = FileFormat.JSONL if as_json else format_for_output(out, given=output_format)
    with WholeFiles() as files:
        stream = standard_output() if out == STDOUT else files.open(out)
        samples = {"record_id": [key for key, *_ in records]}
        write_records(rows, stream, record=AlignedRow, file_format=target, samples=samples)
        if rejects is not None:
            stream = files.open(rejects)
            write_records(bad or [], stream, record=Reject, file_format=reject_format)
    if not quiet and out != STDOUT:
        terminal.say(f"{len(records)} records, {len(rows)} rows → {out}")


def _records(
    file: str, columns: tuple[str, str, str | None], bad: list[Reject] | None
) -> tuple[list[tuple[Any, str, str]], tuple[str, ...]]:
    """Id and both lists of each record of a file, and what was guessed."""
    left, right, record_id = columns
    (mine, notes), (theirs, _) = (
        _column(file, name, record_id, bad if at == 0 else ([] if bad is not None else None))
        for at, name in enumerate((left, right))
    )
    other = dict(zip(theirs.rows, theirs.names, strict=True))
    found = []
    for row, key, names in zip(mine.rows, mine.ids, mine.names, strict=True):
        if row in other:
            found.append((key, names, other[row]))
        elif bad is not None:
            bad.append(Reject(row=row + 1, reason=f"no names in column {right!r}", content=names))
    return found, notes


def _column(
    file: str, name: str, record_id: str | None, bad: list[Reject] | None
) -> tuple[AliasTable, tuple[str, ...]]:
    # What sort of record it is says nothing of the sort of its names.
    reading = FileReading(columns=ColumnChoice(id=record_id, name=(name,), kinds=False))
    if file == STDOUT:
        raise InvalidOptions("a record's two lists are read from a file: name one")
    return read_table(file, reading=reading, rejects=bad)


def _lists(
    given: str | None, records: Sequence[Sequence[str]]
) -> tuple[list[tuple[list[str], ...]], list[str]]:
    """Both lists of names of each record, and what was guessed.

    What stands between names is guessed for a column. A row that has none of it may be written
    otherwise, or hold one name with a comma in it: how many names the other list has decides.
    """
    if given:
        return [tuple(_names(text, (given,)) for text in texts) for texts in records], []
    usual = [_guessed([texts[side] for texts in records]) for side in (0, 1)]
    lists: list[tuple[list[str], ...]] = []
    others: list[Counter[str]] = [Counter(), Counter()]
    for texts in records:
        ways = [_ways(text, between) for text, between in zip(texts, usual, strict=True)]
        found = {pair: [_names(*way) for way in zip(texts, pair, strict=True)]
                 for pair in product(*ways)}  # fmt: skip
        chosen = min(found, key=lambda pair: abs(len(found[pair][0]) - len(found[pair][1])))
        lists.append(tuple(found[chosen]))
        for side in (0, 1):
            others[side].update({chosen[side]} - {usual[side]})
    return lists, [
        "; ".join(
            [f"guessed {side} separator: {_told(between)}"]
            + [f"{_told(each)} in {rows} row{'s' * (rows > 1)}" for each, rows in other.items()]
        )
        for side, between, other in zip(("left", "right"), usual, others, strict=True)
    ]


def _guessed(texts: Sequence[str]) -> str:
    """Separators of the first group of which any stands in a list, those that do."""
    found = ("".join(each for each in group if any(each in text for text in texts))
             for group in SEPARATORS)  # fmt: skip
    return next(filter(None, found), "")


def _ways(text: str, usual: str) -> list[str]:
    """Separators that a list may be written with, those of its column first."""
    if any(each in text for each in usual):
        return [usual]
    return [usual, *filter(None, (_guessed([text]),))]


def _told(separators: str) -> str:
    return " ".join(f'"{each}"' for each in separators) or "none"


def _names(text: str, between: Sequence[str]) -> list[str]:
    parts = re.split("|".join(map(re.escape, between)), text) if between else [text]
    return [part.strip() for part in parts if part.strip()]


def _row(key: object, pair: AlignedPair) -> AlignedRow:
    values = {name: getattr(pair, name) for name in AlignedPair.__slots__}
    return AlignedRow(record_id=key, **values)


def _print(rows: list[AlignedRow]) -> None:
    """A table for people."""
    terminal.emit_table(
        ("left", "right", "verdict", ">share", "note"),
        [
            (
                row.left_name or "",
                row.right_name or "",
                row.verdict.value,
                "" if row.share is None else f"{row.share:.2f}",
                row.note,
            )
            for row in rows
        ],
    )
