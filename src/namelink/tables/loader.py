"""The one reader of every bundled table.

A table is a UTF-8 file of tab-separated values below comment lines that name its title, source
and licence; the first line that is no comment holds the column names. Tables are read on first
use and kept.

>>> rows("surnames")[0].keys() >= {"han", "pinyin"}
True
"""

from functools import cache
from importlib.resources import files

from namelink.errors import TableError


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read a table as dictionaries.

    Args:
        name: file name without ending, such as ``"surnames"``.

    Returns:
        One dictionary a row, keyed by column name.

    Raises:
        TableError: if the table is missing or a row has too few or too many columns.
    """
    columns, lines = columns_and_lines(name)
    return tuple(dict(zip(columns, line, strict=True)) for line in lines)


def columns_and_lines(name: str) -> tuple[list[str], list[list[str]]]:
    """Read a table as lists, without keeping it.

    Args:
        name: file name without ending.

    Returns:
        The column names, and the cells of each row.

    Raises:
        TableError: as `rows`.
    """
    try:
        text = (files(__package__) / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise TableError(f"table {name!r} is not in the package: reinstall namelink") from error
    columns: list[str] = []
    lines: list[list[str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.startswith("# ") or line == "#":
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
        elif len(cells) != len(columns):
            raise TableError(
                f"{name}.tsv:{number}: {len(cells)} cells where the header has {len(columns)}"
            )
        else:
            lines.append(cells)
    return columns, lines
