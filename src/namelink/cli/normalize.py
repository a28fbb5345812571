"""``namelink normalize``: what a name is made of, and what was done to it."""

from dataclasses import asdict
from typing import Annotated

import typer

from namelink.cli import terminal
from namelink.cli.settings import AsJson, KindLabel, kind_of
from namelink.model.name import Name


def normalize(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="One name or several.")],
    *,
    kind: KindLabel = None,
    as_json: AsJson = False,
) -> None:
    """Take names apart: script, kind, parts, and the steps of normalizing."""
    from namelink import linker

    for each in name:
        found = linker.normalize(each, kind=kind_of(kind))
        if as_json:
            terminal.emit_json(asdict(found))
        else:
            terminal.emit("\n".join(_lines(found)))


def _lines(name: Name, indent: str = "") -> list[str]:
    kinds = ", ".join(f"{kind} {share:.2f}" for kind, share in name.kinds if share >= 0.005)
    lines = [
        f"{indent}{name.raw}",
        f"{indent}  text    {name.text}",
        f"{indent}  script  {name.script}",
        f"{indent}  kind    {kinds or name.kind}",
    ]
    for number, parse in enumerate(name.parses):
        parts = " | ".join(f"{part.text} ({part.role})" for part in parse.parts)
        lines.append(f"{indent}  {'parts   ' if number == 0 else 'or      '}{parts}")
    lines += [f"{indent}  {step.action}: {step.before!r} → {step.after!r}" for step in name.trail]
    for variant in name.variants:
        lines += _lines(variant, f"{indent}  ")
    return lines
