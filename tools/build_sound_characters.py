"""Write ``sound_characters.tsv``: how common characters are in foreign names written by sound.

Reads pairs of foreign name parts (``zh``, ``en``, ``count``). Every pair counts once, however many
people bear it, since the question is how names are written, not who is famous.

Usage: python -m tools.build_sound_characters PAIRS.tsv [--exclude exclude.sha1] --date 2026-11-27
       > src/namelink/tables/data/sound_characters.tsv
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

from tools.build_commonness import bands
from tools.fit_pairs import hashed, read_excluded

# Characters seen in fewer pairs are slips, or names that somebody chose.
_SEEN = 3


def counts(path: Path, excluded: set[str]) -> dict[str, float]:
    """Pairs that a character stands in, in simplified space."""
    from namelink.text.script import is_han
    from namelink.text.variants import fold_han

    found: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if hashed(row["en"]) not in excluded:
                found.update(fold_han(char) for char in row["zh"] if is_han(char))
    return {char: float(count) for char, count in found.items() if count >= _SEEN}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--exclude", type=Path)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    shares = bands(counts(args.pairs, read_excluded(args.exclude)))
    print("# title: How common characters are in foreign names that are written by sound")
    print(
        "# source: counts over steveash/NETransliteration-COLING2018, data/wd_chinese_80 "
        "(Merhav & Ash 2018, Wikidata)"
    )
    print("# licence: CC0 1.0 (the pairs); the counts are part of namelink, Apache-2.0")
    print(f"# date: {args.date}")
    print("# built by: tools/build_sound_characters.py")
    print("# column han: simplified character")
    print("# column share: 2 log2 of one over its share of all characters of such names")
    print("han\tshare")
    for han in sorted(shares):
        print(f"{han}\t{shares[han]}")


if __name__ == "__main__":
    main()
