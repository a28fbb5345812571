"""Write ``name_characters.tsv``: how common characters are as surnames and in given names.

Reads the two counts that the package sinonym ships, made from ORCID's public records:
``familyname_orcid.csv`` (surname, ppm) and ``givenname_orcid.csv`` (character, pinyin, ppm).

Some ORCID records have the two fields swapped, so every surname also stands among the given names.
The share of swapped records is the median, over the most common surnames, of a character's count
as a given name over its count as a surname; that much of the surname's count is taken away.

What is written are bands of half a bit, because the counts are of researchers, most of them from
the mainland and young: the order of magnitude holds for others too, the digits do not.

Usage: python -m tools.build_commonness FAMILY.csv GIVEN.csv --date 2026-11-26
       > src/namelink/tables/data/name_characters.tsv
"""

from __future__ import annotations

import argparse
import csv
import math
import statistics
from pathlib import Path

# Surnames by which the share of swapped records is told: common enough to be counted well.
_WITNESSES = 30
# Rarer than this (1 in 2 to the power of 17), a count says nothing.
_LAST_BAND = 34
# What is left of a count that swapped records explain, since the correction is rough.
_AT_LEAST = 0.05


def counts(path: Path, column: str) -> dict[str, float]:
    """Parts per million by character, in simplified space."""
    from namelink.text.variants import fold_han

    found: dict[str, float] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = "".join(fold_han(char) for char in row[column])
            found[key] = found.get(key, 0.0) + float(row["ppm"])
    return found


def swapped(family: dict[str, float], given: dict[str, float]) -> float:
    """Share of a surname's count that stands among the given names."""
    witnesses = sorted(family, key=lambda name: (-family[name], name))[:_WITNESSES]
    return statistics.median(given.get(name, 0.0) / family[name] for name in witnesses)


def cleared(family: dict[str, float], given: dict[str, float]) -> dict[str, float]:
    """Counts of given-name characters without those of swapped records."""
    share = swapped(family, given)
    return {
        char: max(count - share * family.get(char, 0.0), _AT_LEAST * count)
        for char, count in given.items()
    }


def bands(shares: dict[str, float]) -> dict[str, int]:
    """Half bits of one over the share of all, a character; the rarest are left out."""
    total = sum(shares.values())
    found = {char: round(-2 * math.log2(count / total)) for char, count in shares.items() if count}
    return {char: band for char, band in found.items() if band <= _LAST_BAND}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("family", type=Path)
    parser.add_argument("given", type=Path)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    family, given = counts(args.family, "surname"), counts(args.given, "character")
    surname, name = bands(family), bands(cleared(family, given))
    print("# title: How common characters are as surnames and in given names")
    print(
        "# source: counts of ORCID's public records (CC0 1.0) in the package sinonym 0.5.1 "
        "(familyname_orcid.csv, givenname_orcid.csv; Copyright Allen Institute for AI)"
    )
    print("# licence: Apache-2.0 (sinonym); changed: folded, swapped records taken out, banded")
    print(f"# date: {args.date}")
    print("# built by: tools/build_commonness.py")
    print("# column han: simplified characters")
    print(
        "# column surname: 2 log2 of one over the share of people with this surname; empty: rarer"
    )
    print("# column given: the same of one given-name character among all; empty: rarer")
    print(f"# note: swapped records: {swapped(family, given):.3f} of each surname's count")
    print("han\tsurname\tgiven")
    for han in sorted({*surname, *name}):
        print(f"{han}\t{surname.get(han, '')}\t{name.get(han, '')}")


if __name__ == "__main__":
    main()
