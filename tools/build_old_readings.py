"""Write ``old_readings.tsv``: readings that pypinyin lists and no modern dictionary has.

pypinyin gives a character every reading that any dictionary ever gave it: 明 meng, 平 pian, 英
yang. Names are not read so. Unihan (Unicode licence) tells which readings are modern: those of the
frequency list Hanyu Pinlu, of Xiandai Hanyu Cidian (1983), of the 2013 table of standard
characters, and its own customary one.

Usage: python -m tools.build_old_readings UNIHAN_FOLDER --date 2026-11-27
       > src/namelink/tables/data/old_readings.tsv  (the folder holds Unihan_Readings.txt)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.unihan import arguments, entries

if TYPE_CHECKING:
    from pathlib import Path

_MODERN = ("kHanyuPinlu", "kXHC1983", "kTGHZ2013", "kMandarin")
# Dictionaries of ordinary words; a character that is in neither is rare, and is left alone.
_DICTIONARIES = ("kXHC1983", "kTGHZ2013")
_PLACES = re.compile(r"[0-9.*,:()]+")


def modern(folder: Path) -> dict[str, set[str]]:
    """Toneless modern readings of each character that a dictionary of modern Chinese has."""
    from namelink.readings.engines import toneless

    found: dict[str, set[str]] = {}
    listed: set[str] = set()
    for char, name, value in entries(folder, *_MODERN):
        said = _PLACES.sub(" ", value).split()
        found.setdefault(char, set()).update(toneless(each) for each in said)
        if name in _DICTIONARIES:
            listed.add(char)
    return {char: readings for char, readings in found.items() if char in listed}


def main() -> None:
    """Print the table."""
    args = arguments(__doc__)
    from namelink.readings.engines import dictionary_readings

    rows = []
    for char, known in modern(args.unihan).items():
        said = dictionary_readings(char)
        # The first reading stays, whoever else lists it.
        old = [reading for reading in said[1:] if reading not in known]
        if old:
            rows.append(f"{char}\t{'|'.join(old)}")
    print("# title: Readings of characters that no modern dictionary has")
    print(
        "# source: Unihan 15.0 (kHanyuPinlu, kXHC1983, kTGHZ2013, kMandarin; Unicode licence), "
        "compared with pypinyin"
    )
    print("# licence: Unicode-3.0")
    print(f"# date: {args.date}")
    print("# built by: tools/build_old_readings.py")
    print("# column han: character")
    print("# column readings: toneless, v for u-umlaut, parted by |")
    print("han\treadings")
    for row in sorted(rows):
        print(row)


if __name__ == "__main__":
    main()
