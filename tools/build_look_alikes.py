"""Write ``look_alikes.tsv``: characters of names that are taken for each other by their look.

Two sources:

* ``look_alikes.tsv`` beside this file: pairs that differ by a stroke or nearly so, by hand;
* Unihan (Unicode licence): name characters that share the phonetic component (`kPhonetic`) in the
  same place (the end of the Cangjie code), with about as many strokes: 浩 and 皓, 伟 and 炜; and
  pairs that Unihan itself lists as easily confused (`kSpoofingVariant`).

Usage: python -m tools.build_look_alikes UNIHAN_FOLDER > src/namelink/tables/data/look_alikes.tsv
       (the folder holds Unihan_*.txt, as in Unihan.zip)
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path

from tools.unihan import entries

HERE = Path(__file__).resolve().parent
FIELDS = ("kPhonetic", "kCangjie", "kTotalStrokes", "kSpoofingVariant")
# More strokes apart than this, two characters do not look alike whatever they share.
_STROKES = 3

Field = dict[str, str]


def unihan(folder: Path) -> dict[str, Field]:
    """Values by field and character."""
    found: dict[str, Field] = {name: {} for name in FIELDS}
    for char, name, value in entries(folder, *FIELDS):
        found[name][char] = value
    return found


def by_hand() -> set[tuple[str, str]]:
    """Pairs of the table beside this file."""
    lines = (HERE / "look_alikes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    pairs = {(pair[0], pair[1]) for _, cell in rows for pair in cell.split()}
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def by_component(chars: list[str], fields: dict[str, Field]) -> set[tuple[str, str]]:
    """Pairs with the phonetic component in the same place."""
    groups: dict[tuple[str, str], list[str]] = {}
    for char in chars:
        code = fields["kCangjie"].get(char, "")
        for phonetic in fields["kPhonetic"].get(char, "").split():
            for start in range(1, len(code) - 1):
                groups.setdefault((phonetic.rstrip("*x"), code[start:]), []).append(char)
    strokes = {
        char: int(value.split()[0]) for char, value in fields["kTotalStrokes"].items() if value
    }
    return {
        (min(pair), max(pair))
        for group in groups.values()
        for pair in combinations(group, 2)
        if pair[0] != pair[1] and abs(strokes[pair[0]] - strokes[pair[1]]) <= _STROKES
    }


def confused(chars: list[str], fields: dict[str, Field]) -> set[tuple[str, str]]:
    """Pairs that Unihan lists as easily confused."""
    known = set(chars)
    found = set()
    for char, value in fields["kSpoofingVariant"].items():
        for code in value.split():
            other = chr(int(code.split("<")[0].split("+")[1], base=16))
            if {char, other} <= known:
                found.add((min(char, other), max(char, other)))
    return found


def main() -> None:
    """Print the table."""
    from namelink.tables.commonness import given_characters, surname_characters
    from namelink.text.variants import fold_han

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("unihan", type=Path)
    fields = unihan(parser.parse_args().unihan)
    chars = sorted(
        {han for han, _ in given_characters()} | {han for han, _ in surname_characters()}
    )
    why: dict[tuple[str, str], str] = {}
    for name, pairs in (
        ("component", by_component(chars, fields)),
        ("shape", confused(chars, fields)),
        ("look", by_hand()),
    ):
        for pair in pairs:
            one, other = sorted(fold_han(char) for char in pair)
            if one != other:
                why[one, other] = name
    print("# title: Characters that are taken for each other by their look")
    print(
        "# source: by hand (look); Unihan 15.0, fields kPhonetic, kCangjie, kTotalStrokes "
        "(component) and kSpoofingVariant (shape)"
    )
    print("# licence: Apache-2.0 (by hand); Unicode License v3 (Unihan, facts derived from it)")
    print("# built by: tools/build_look_alikes.py")
    print("# column why: look (a stroke or so), component (one part in common), shape")
    print("han\tother\twhy")
    for one, other in sorted(why):
        print(f"{one}\t{other}\t{why[one, other]}")


if __name__ == "__main__":
    main()
