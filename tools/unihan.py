"""The text files of Unihan (https://www.unicode.org/reports/tr38/), a value at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
