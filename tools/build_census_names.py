"""Write ``census_names.tsv``: how common name parts of Latin letters are in the United States.

Reads the lists of the census of 1990 (public domain) as the package names has them: surnames,
given names of women and of men, each with its share in percent. A name part is as often a surname
as a given name, and as often a woman's as a man's. Names that round to no thousandth of a percent
are left out.

Usage: python -m tools.build_census_names FOLDER --date 2026-11-28
       > census_names.tsv && mv census_names.tsv src/namelink/tables/data/
"""

import argparse
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.chunk_pairs import fold_latin

# File of each list, and the share of all name parts that it has.
LISTS = {"dist.all.last": 0.5, "dist.female.first": 0.25, "dist.male.first": 0.25}
LEAST = 0.001
HEADER = """\
# title: How common name parts of Latin letters are
# source: United States Census Bureau, frequently occurring names of 1990, as packed in names 0.3.0 of PyPI (MIT)
# licence: MIT (names 0.3.0); the counts of the census are in the public domain
# date: {date}
# built by: tools/build_census_names.py
# column half_bits: -2 log2 of the share of name parts that each of the names has, rounded
# column names: the names, folded, in order
half_bits\tnames
"""  # noqa: E501


def levels(lists: Iterable[tuple[float, Iterable[str]]]) -> Iterator[str]:
    r"""Rows of the table.

    >>> list(levels([(0.5, ["SMITH 1.006 1.006 1"]), (0.25, ["SMITH 0.001 90 9", "AL 0 90 10"])]))
    ['15\tsmith']

    Args:
        lists: share of name parts, and lines of name, percent and more, of each list.
    """
    shares: dict[str, float] = defaultdict(float)
    for part, lines in lists:
        for line in lines:
            name, percent = line.split()[:2]
            if float(percent) >= LEAST:
                shares[fold_latin(name)] += part * float(percent) / 100
    found: dict[int, list[str]] = defaultdict(list)
    for name, share in sorted(shares.items()):
        if len(name) > 1:
            found[round(-2 * math.log2(share))].append(name)
    for half_bits, names in sorted(found.items()):
        yield f"{half_bits}\t{' '.join(names)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder of the package with its lists")
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    read = [
        (share, (args.folder / name).read_text(encoding="ascii").splitlines())
        for name, share in LISTS.items()
    ]
    print(HEADER.format(date=args.date), end="")
    for row in levels(read):
        print(row)


if __name__ == "__main__":
    main()
