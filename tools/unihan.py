"""The text files of Unihan (https://www.unicode.org/reports/tr38/), a value at a time."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def arguments(description: str | None) -> argparse.Namespace:
    """The command line of a tool that reads Unihan alone.

    Args:
        description: what ``--help`` shows, as written.

    Returns:
        The folder as ``unihan``, and ``date`` for the table's header.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("unihan", type=Path)
    parser.add_argument("--date", required=True)
    return parser.parse_args()


def entries(folder: Path, *fields: str) -> Iterator[tuple[str, str, str]]:
    """Character, field and value of every entry of some fields, in the order of the files.

    Args:
        folder: holds Unihan_*.txt, as in Unihan.zip.
        fields: names of the fields, such as ``kHangul``.

    Yields:
        The entries.
    """
    wanted = set(fields)
    for path in sorted(folder.glob("Unihan_*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("U+"):
                code, name, value = line.split("\t", 2)
                if name in wanted:
                    yield chr(int(code.removeprefix("U+"), base=16)), name, value
