"""The file of an index: its segments as arrays, and what they were built with."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from namelink.errors import InvalidInput, InvalidOptions
from namelink.index.segment import Flags, Segment, number_of
from namelink.io.arrays import read_arrays, verify, write_arrays
from namelink.model.aliases import Aliases
from namelink.model.kinds import Channel
from namelink.model.options import Options
from namelink.readings.provenance import digest_of_tables

_KIND = "alias index"


def write_index(
    path: str | Path, segments: Sequence[Segment], alive: Sequence[Flags], options: Options
) -> None:
    """Write segments to a file, whole or not at all.

    Args:
        path: the file; one that is there is replaced.
        segments: the segments.
        alive: for each, whether each row is there.
        options: what they were built with.

    Raises:
        InvalidInput: if the file cannot be written, or an id is neither a string nor a number.
    """
    arrays = {
        f"{number}/{name}": array
        for number, (segment, living) in enumerate(zip(segments, alive, strict=True))
        for name, array in {"alive": living, **segment.arrays()}.items()
    }
    about = {
        "kind": _KIND,
        "tables": digest_of_tables(),
        "built_with": _built_with(options),
        "segments": len(segments),
    }
    write_arrays(path, arrays, about=about)


def read_index(
    path: str | Path, options: Options, *, check: bool
) -> tuple[list[Segment], list[Flags]]:
    """Map the segments of a file.

    Args:
        path: the file.
        options: what the segments have to have been built with.
        check: whether to read the whole file and compare its checksums first.

    Returns:
        The segments, and for each whether each row is there.

    Raises:
        InvalidInput: if the file is no index, is damaged, or was built by another version or with
            other tables.
        InvalidOptions: if it was built with other aliases or another limit of atoms.
    """
    if check:
        verify(path)
    about, arrays = read_arrays(path)
    if about.get("kind") != _KIND:
        raise InvalidInput(f"{path}: it holds no alias index")
    if about["tables"] != digest_of_tables():
        raise InvalidInput(
            f"{path}: it was built with other tables or packages than are installed now: "
            "build it anew"
        )
    if about["built_with"] != _built_with(options):
        raise InvalidOptions(
            f"{path}: it was built with other aliases or another limit of atoms: "
            "give the same, or build it anew"
        )
    segments, alive = [], []
    for number in range(about["segments"]):
        own = {
            name.removeprefix(f"{number}/"): array
            for name, array in arrays.items()
            if name.startswith(f"{number}/")
        }
        alive.append(own.pop("alive"))
        segments.append(Segment.from_arrays(own))
    return segments, alive


def _built_with(options: Options) -> dict[str, Any]:
    """The options that decide what names are found by."""
    aliases = options.aliases if Channel.ALIAS in options.channels else Aliases()
    return {
        "atoms": options.limits.atoms,
        "aliases": f"{number_of(aliases.to_dict()):016x}",
    }
