"""``namelink spell``: from a Chinese name to its Latin forms, and from a Latin one back."""

from dataclasses import asdict
from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import AsJson, KindLabel, kind_of
from namelink.model.kinds import Kind


def spell(
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="One name or several, in Chinese or Latin letters."),
    ],
    *,
    kind: KindLabel = None,
    as_json: AsJson = False,
) -> None:
    """List the spellings of Chinese names, and the romanizations of Latin ones."""
    from namelink import linker

    forms: list[tuple[str, str, str, str]] = []
    readings: list[tuple[str, str, str, str, str]] = []
    for each in name:
        found = _spellings(each, kind_of(kind), as_json=as_json)
        forms += found
        if not found:
            readings += _systems(each, as_json=as_json)
    if as_json:
        return
    if forms:
        terminal.emit_table(("name", "spelling", "system", ">share"), forms)
    if readings:
        terminal.emit_table(("name", "system", "surname", "given", ">share"), readings)
    # Told last, so that an error stands alone.
    for each in dict.fromkeys(row[0] for row in forms) if kind is None else ():
        guessed = linker.normalize(each).kind
        terminal.say(f"{each}: kind guessed: {guessed.value} (--kind overrides)")


def _spellings(name: str, kind: Kind | None, *, as_json: bool) -> list[tuple[str, str, str, str]]:
    """Rows of the spellings of a Chinese name, printed at once as JSON where that is asked."""
    from namelink import linker

    found = linker.spellings(name, kind=kind)
    if not found:
        return []
    if as_json:
        taken_for = linker.normalize(name, kind=kind).kind
        for spelling in found:
            terminal.emit_json({"name": name, "kind": taken_for.value, **asdict(spelling)})
    rows = [(name, each.text, each.system, f"{2**each.weight:.3f}") for each in found]
    return [row for row in rows if float(row[-1])]


def _systems(name: str, *, as_json: bool) -> list[tuple[str, str, str, str, str]]:
    """The same of the romanizations of a Latin name; says so where there are none."""
    from namelink import linker

    found = linker.systems(name)
    if not found:
        terminal.say(f"{name}: neither a Chinese name nor a spelling of one")
    if as_json:
        for system in found:
            terminal.emit_json({"name": name, **asdict(system)})
    return [
        (
            name,
            system.system,
            f"{system.surname} {''.join(system.surnames[:4])}",
            " ".join(filter(None, (" ".join(system.syllables), system.western))),
            f"{2**system.weight:.3f}",
        )
        for system in found
    ]
