"""Write ``nicknames.tsv``: full given names of which an English name is the short form.

Reads ``names.csv`` of the package nicknames (Apache-2.0). Kept are full names that the table of
Western given names has; a short form of many names keeps those that have most short forms, since
these are the common ones.

Usage: python -m tools.build_nicknames NAMES.csv --date 2026-11-27
       > src/namelink/tables/data/nicknames.tsv
       python -m tools.build_nicknames NAMES.csv --date 2026-11-28 --shorts
       > src/namelink/tables/data/short_names.tsv

With ``--shorts`` the other way round: short forms of full names, as the source lists them.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

_MOST = 3
_SHORTEST = 2


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", type=Path)
    parser.add_argument("--date", required=True)
    parser.add_argument("--shorts", action="store_true")
    args = parser.parse_args()
    from namelink.tables.names import western_given_names

    with args.names.open(encoding="utf-8", newline="") as file:
        pairs = sorted({(row["name2"], row["name1"]) for row in csv.DictReader(file)})
    pairs = [(short, full) for short, full in pairs if full in western_given_names()]
    if args.shorts:
        _print_shorts(pairs, args.date)
        return
    common = Counter(full for _, full in pairs)
    found: dict[str, list[str]] = {}
    for short, full in pairs:
        if short.isascii() and short.isalpha() and short != full:
            found.setdefault(short, []).append(full)
    print("# title: Full given names of English short forms")
    print("# source: names.csv of the package nicknames 1.0.1 (Carlton Northern and others)")
    print("# licence: Apache-2.0")
    print(f"# date: {args.date}")
    print("# built by: tools/build_nicknames.py")
    print("# column short: short form, folded")
    print("# column full: full names, those with most short forms first, parted by |")
    print("short\tfull")
    for short, fulls in sorted(found.items()):
        ranked = sorted(fulls, key=lambda full: (-common[full], full))[:_MOST]
        print(f"{short}\t{'|'.join(ranked)}")


def _print_shorts(pairs: list[tuple[str, str]], date: str) -> None:
    found: dict[str, list[str]] = {}
    for short, full in pairs:
        if short.isascii() and short.isalpha() and len(short) >= _SHORTEST and short != full:
            found.setdefault(full, []).append(short)
    print("# title: Short forms of full given names of English")
    print("# source: names.csv of the package nicknames 1.0.1 (Carlton Northern and others)")
    print("# licence: Apache-2.0")
    print(f"# date: {date}")
    print("# built by: tools/build_nicknames.py")
    print("# column full: full name, folded")
    print("# column short: its short forms, parted by |")
    print("full\tshort")
    for full, shorts in sorted(found.items()):
        print(f"{full}\t{'|'.join(sorted(shorts))}")


if __name__ == "__main__":
    main()
