"""Write ``census_names.tsv``: how common name parts of Latin letters are in the United States.

Reads the lists of the census of 1990 (public domain) as the package names has them: surnames,
given names of women and of men, each with its share in percent. A name part is as often a surname
as a given name, and as often a woman's as a man's. Names that round to no thousandth of a percent
are left out, and with ``--exclude`` those that accuracy is measured on.

Usage: python -m tools.build_census_names FOLDER --exclude EXCLUDE.sha1 --date 2026-11-28
       > census_names.tsv && mv census_names.tsv src/namelink/tables/data/
"""

import argparse
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.chunk_pairs import exclusion_hash, fold_latin
from tools.fit_pairs import read_excluded

# File of each list, and the share of all name parts that it has.
LISTS = {"dist.all.last": 0.5, "dist.female.first": 0.25, "dist.male.first": 0.25}
LEAST = 0.001
HEADER = """\
# title: How common name parts of Latin letters are
# source: United States Census Bureau, frequently occurring names of 1990, as packed in names 0.3.0 of PyPI (MIT); {hidden} names left out that accuracy is measured on
# licence: MIT (names 0.3.0); the counts of the census are in the public domain
# date: {date}
# built by: tools/build_census_names.py
# column half_bits: -2 log2 of the share of name parts that each of the names has, rounded
# column names: the names, folded, in order
half_bits\tnames
"""  # noqa: E501


def shares_of(lists: Iterable[tuple[float, Iterable[str]]]) -> dict[str, float]:
    r"""Share of name parts that each name has.

    >>> shares_of([(0.5, ["SMITH 1.000 1.006 1"]), (0.25, ["SMITH 0.002 90 9", "AL 0 90 10"])])
    {'smith': 0.005005}

    Args:
        lists: share of name parts, and lines of name, percent and more, of each list.
    """
    shares: dict[str, float] = defaultdict(float)
    for part, lines in lists:
        for line in lines:
            name, percent = line.split()[:2]
            if float(percent) >= LEAST and len(name) > 1:
                shares[fold_latin(name)] += part * float(percent) / 100
    return dict(shares)


def levels(shares: Mapping[str, float]) -> Iterator[str]:
    r"""Rows of the table.

    >>> list(levels({"smith": 0.005}))
    ['15\tsmith']

    Args:
        shares: share of name parts that each name has.
    """
    found: dict[int, list[str]] = defaultdict(list)
    for name, share in sorted(shares.items()):
        found[round(-2 * math.log2(share))].append(name)
    for half_bits, names in sorted(found.items()):
        yield f"{half_bits}\t{' '.join(names)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder of the package with its lists")
    parser.add_argument("--exclude", type=Path, help="hashes of names that are measured on")
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    read = [
        (share, (args.folder / name).read_text(encoding="ascii").splitlines())
        for name, share in LISTS.items()
    ]
    excluded = read_excluded(args.exclude)
    shares = shares_of(read)
    kept = {name: share for name, share in shares.items() if exclusion_hash(name) not in excluded}
    print(HEADER.format(date=args.date, hidden=len(shares) - len(kept)), end="")
    for row in levels(kept):
        print(row)


if __name__ == "__main__":
    main()
