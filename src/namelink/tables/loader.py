"""The one reader of every bundled table.

A table is a UTF-8 file of tab-separated values below comment lines that name its title, source
and licence; the first line that is no comment holds the column names. Tables are read on first
use. There are three ways to read one: small tables as `rows`, large ones that are needed whole by
`columns`, and large ones of which a name needs a few rows through `sorted_table`, which finds them
without reading the others. So the text is as fast as a compiled copy of it, and no copy can differ
from what a reviewer sees.

>>> rows("surnames")[0].keys() >= {"han", "pinyin"}
True
>>> sorted_table("jyutping").rows("知")
[['知', 'zhi:1']]
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path

from namelink.errors import TableError

_FOLDER = Path(__file__).with_name("data")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read a table as dictionaries; for small tables that several readers share.

    Args:
        name: file name without ending, such as ``"surnames"``.

    Returns:
        One dictionary a row, keyed by column name.

    Raises:
        TableError: if the table is missing or a row has too few or too many columns.
    """
    head, lines = columns_and_lines(name)
    return tuple(dict(zip(head, line, strict=True)) for line in lines)


def columns_and_lines(name: str) -> tuple[list[str], list[list[str]]]:
    """Read a table as lists, without keeping it.

    Args:
        name: file name without ending.

    Returns:
        The column names, and the cells of each row.

    Raises:
        TableError: as `rows`.
    """
    head, *lines = _lines(name)
    return head.split("\t"), [line.split("\t") for line in lines]


def columns(name: str) -> dict[str, list[str]]:
    """Read a table by its columns, without keeping it: no list a row, so half the time of others.

    Args:
        name: file name without ending.

    Returns:
        The cells of each column, keyed by its name, in the order of the file.

    Raises:
        TableError: as `rows`.
    """
    head, *lines = _lines(name)
    names = head.split("\t")
    cells = "\t".join(lines).split("\t") if lines else []
    return {column: cells[at :: len(names)] for at, column in enumerate(names)}


@dataclass(frozen=True, slots=True)
class SortedTable:
    """A table sorted by its first column, kept as it lies in the file.

    Attributes:
        body: the lines below the column names, each ended by a newline, sorted by their bytes.
    """

    body: bytes

    def rows(self, key: str) -> list[list[str]]:
        """Find the rows of a key in about 10 µs, whatever the size of the table.

        Args:
            key: what stands in the first column.

        Returns:
            The cells of each row, the key included; empty for an unknown key.
        """
        if "\t" in key or "\n" in key:
            return []
        # A lone surrogate is in no table, and no reason to fail.
        wanted = f"{key}\t".encode("utf-8", "surrogatepass")
        start = end = bisect_left(range(len(self.body)), wanted, key=self._key_around)
        while self.body.startswith(wanted, end):
            end = self.body.index(b"\n", end) + 1
        found = self.body[start:end].decode("utf-8")
        return [line.split("\t") for line in found.split("\n")[:-1]]

    def _key_around(self, place: int) -> bytes:
        """The first cell, with its tab, of the line that holds a byte."""
        start = self.body.rfind(b"\n", 0, place) + 1
        return self.body[start : self.body.find(b"\t", start) + 1]


@cache
def sorted_table(name: str) -> SortedTable:
    """Open a table for finding single rows.

    Args:
        name: file name without ending; tests check that every table so opened is sorted.

    Returns:
        The table, of which nothing has been read yet but where it begins.

    Raises:
        TableError: if the table is missing.
    """
    text = _bytes(name)
    start = 0
    while text.startswith(b"#", start):
        start = text.index(b"\n", start) + 1
    return SortedTable(text[text.index(b"\n", start) + 1 :])


def _bytes(name: str) -> bytes:
    try:
        return (_FOLDER / f"{name}.tsv").read_bytes()
    except FileNotFoundError as error:
        raise TableError(f"table {name!r} is not in the package: reinstall namelink") from error


def _lines(name: str) -> list[str]:
    """The column names and every row, all of one width."""
    everything = _bytes(name).decode("utf-8").split("\n")
    lines = [line for line in everything if line and line != "#" and not line.startswith("# ")]
    tabs = lines[0].count("\t") if lines else 0
    if set(map(str.count, lines, repeat("\t"))) != {tabs}:
        wrong = next((line for line in lines if line.count("\t") != tabs), "")
        raise TableError(
            f"{name}.tsv:{everything.index(wrong) + 1}: {len(wrong.split(chr(9)))} cells "
            f"where the header has {tabs + 1}"
        )
    return lines
