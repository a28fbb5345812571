"""The file of an index: its segments as arrays, and what they were built with."""

from pathlib import Path
from typing import Any

from namelink.errors import InvalidInput, InvalidOptions
from namelink.index.contents import Contents
from namelink.index.named import number_of
from namelink.index.segment import Segment
from namelink.io.arrays import ArrayFile, read_arrays
from namelink.io.guard import Seen
from namelink.model.aliases import Aliases
from namelink.model.kinds import Channel
from namelink.model.options import Options
from namelink.readings.provenance import KEY_SCHEME, digest_of_tables

_KIND = "alias index"
# Changes with what an index keeps beside its keys: names of arrays, fields of the header.
LAYOUT = 2


def write_index(path: str | Path, contents: Contents, options: Options, *, seen: Seen) -> None:
    """Write contents to a file, whole or not at all.

    Args:
        path: the file; one that is there is replaced.
        contents: what the index holds.
        options: what it was built with.
        seen: files that the caller opened or saved: if another one is there by now, it stays.

    Raises:
        InvalidInput: if the file cannot be written, another process changed it, or an id is
            neither a string nor a number.
    """
    arrays = {
        f"{number}/{name}": array
        for number, (segment, living) in enumerate(
            zip(contents.segments, contents.alive, strict=True)
        )
        for name, array in {"alive": living, **segment.arrays()}.items()
    }
    about = {
        "kind": _KIND,
        "layout": LAYOUT,
        "keys": KEY_SCHEME,
        "tables": digest_of_tables(),
        "built_with": _built_with(options),
        "segments": len(contents.segments),
        "next_id": contents.next_id,
    }
    seen.write(path, arrays, about=about)


def read_index(path: str | Path, options: Options, *, check: bool) -> tuple[Contents, ArrayFile]:
    """Map the segments of a file.

    Args:
        path: the file.
        options: what the segments have to have been built with.
        check: whether to read the whole file and compare its checksums first.

    Returns:
        What the index holds, and the file that it stays in.

    Raises:
        InvalidInput: if the file is no index, is damaged, or was built by another version or with
            other tables.
        InvalidOptions: if it was built with other aliases or another limit of atoms.
    """
    file = read_arrays(path)
    if file.about.get("kind") != _KIND:
        raise InvalidInput(f"{path}: it holds no alias index")
    for name, mine in (("layout", LAYOUT), ("keys", KEY_SCHEME)):
        theirs = file.about.get(name)
        if theirs != mine:
            raise InvalidInput(
                f"{path}: it was built by another version of namelink ({name} {theirs}, this one "
                f"has {mine}): build it anew"
            )
    if check:
        file.verify()
    if file.about["tables"] != digest_of_tables():
        raise InvalidInput(
            f"{path}: it was built with other tables or packages than are installed now: "
            "build it anew"
        )
    if file.about["built_with"] != _built_with(options):
        raise InvalidOptions(
            f"{path}: it was built with other aliases or another limit of atoms: "
            "give the same, or build it anew"
        )
    segments, alive = [], []
    for number in range(file.about["segments"]):
        own = {
            name.removeprefix(f"{number}/"): array
            for name, array in file.arrays.items()
            if name.startswith(f"{number}/")
        }
        alive.append(own.pop("alive"))
        segments.append(Segment.from_arrays(own))
    held = Contents(segments=tuple(segments), alive=tuple(alive), next_id=file.about["next_id"])
    return held, file


def _built_with(options: Options) -> dict[str, Any]:
    """The options that decide what names are found by."""
    aliases = options.aliases if Channel.ALIAS in options.channels else Aliases()
    return {
        "atoms": options.limits.atoms,
        "aliases": f"{number_of(aliases.to_dict()):016x}",
    }


def check_path(path: object, done: str) -> None:
    """Refuse what is no path of a file.

    Args:
        path: what the caller handed in.
        done: what is done with the file, for the message.

    Raises:
        InvalidInput: if it is neither a string nor a `Path`.
    """
    if not isinstance(path, str | Path):
        raise InvalidInput(f"an index is {done} by the path of its file, not {path!r}")
