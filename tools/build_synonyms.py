"""Write ``synonyms.tsv``: English words that say nearly the same, by their stems.

Reads the database files of WordNet 3.0 (``index.*`` and ``data.*``). Kept are single words that
its tagged texts hold, with the first three senses of each.

Usage: python -m tools.build_synonyms WORDNET_FOLDER --date 2026-11-27
       > src/namelink/tables/data/synonyms.tsv
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from namelink.tables.words import stem

_FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# Relations by their pointers: a word made of the other (shadow, shadowy), one of like meaning.
_POINTERS = {"+": "family", "&": "near"}
_COLUMNS = ("same", "family", "near")
_SENSES = 3
_SHORTEST = 3
_MOST = 8

Key = tuple[str, str]


def read_senses(folder: Path) -> dict[str, list[Key]]:
    """Senses of each common word, most usual first."""
    senses: dict[str, list[Key]] = defaultdict(list)
    for name, part in _FILES.items():
        for line in _lines(folder / f"index.{name}"):
            word, _, count, pointers, *rest = line.split()
            tagged, *offsets = rest[int(pointers) + 1 :]
            if int(tagged) and int(count) and word.isascii() and word.isalpha():
                senses[word] += [(part, offset) for offset in offsets[:_SENSES]]
    return senses


def read_sets(folder: Path) -> dict[Key, tuple[list[str], list[tuple[str, Key]]]]:
    """Words of each sense, and what it points to."""
    found = {}
    for name, part in _FILES.items():
        for line in _lines(folder / f"data.{name}"):
            offset, _, _, size, *rest = line.partition("|")[0].split()
            many = 2 * int(size, 16)
            words = [word.partition("(")[0].lower() for word in rest[:many:2]]
            links = rest[many + 1 : many + 1 + 4 * int(rest[many])]
            pointers = [
                (_POINTERS[sign], ("a" if to == "s" else to, target))
                for sign, target, to in zip(links[::4], links[1::4], links[2::4], strict=True)
                if sign in _POINTERS
            ]
            found[part, offset] = (words, pointers)
    return found


def _lines(path: Path) -> list[str]:
    """Lines of a database file without its licence, which is indented."""
    text = path.read_text(encoding="ascii")
    return [line for line in text.split("\n") if line and not line.startswith("  ")]


def related(folder: Path) -> dict[str, dict[str, list[str]]]:
    """Stems by the stem of each word and by relation, nearest first."""
    senses = read_senses(folder)
    sets = read_sets(folder)
    found: dict[str, dict[str, list[str]]] = {}
    for word in sorted(senses):
        mine = found.setdefault(stem(word), {column: [] for column in _COLUMNS})
        for key in senses[word]:
            words, pointers = sets[key]
            others = [("same", words)] + [(way, sets[to][0]) for way, to in pointers]
            for way, those in others:
                for other in those:
                    told = stem(other)
                    known = told == stem(word) or any(told in mine[way] for way in _COLUMNS)
                    if other in senses and len(other) >= _SHORTEST and not known:
                        mine[way].append(told)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    print("# title: English words that say nearly the same")
    print("# source: WordNet 3.0, Copyright 2006 by Princeton University: single common words")
    print("# licence: WordNet 3.0 (permissive, with its notice; see NOTICE)")
    print(f"# date: {args.date}")
    print("# built by: tools/build_synonyms.py")
    print("# column word: stem of a word")
    print("# column same: stems of words that share a sense with it, parted by |")
    print("# column family: stems of words made of it, or that it is made of")
    print("# column near: stems of adjectives of like meaning")
    print("\t".join(("word", *_COLUMNS)))
    for word, ways in sorted(related(args.folder).items()):
        cells = ["|".join(ways[column][:_MOST]) for column in _COLUMNS]
        if any(cells) and len(word) >= _SHORTEST:
            print("\t".join((word, *cells)))


if __name__ == "__main__":
    main()
