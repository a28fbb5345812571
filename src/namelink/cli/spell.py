"""``namelink spell``: every Latin form that a Chinese name may take."""

from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import AsJson, KindLabel, kind_of


def spell(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="One Chinese name or several.")
    ],
    *,
    kind: KindLabel = None,
    as_json: AsJson = False,
) -> None:
    """List the spellings of Chinese names, the most probable first."""
    from namelink import linker

    rows: list[tuple[str, str, str, str]] = []
    for each in name:
        for spelling in linker.spellings(each, kind=kind_of(kind)):
            if as_json:
                terminal.emit_json(
                    {
                        "name": each,
                        "text": spelling.text,
                        "system": spelling.system,
                        "weight": spelling.weight,
                    }
                )
            else:
                rows.append((each, spelling.text, spelling.system, f"{2**spelling.weight:.3f}"))
    if not as_json:
        terminal.emit_table(("name", "spelling", "system", ">share"), rows)
