"""Write ``whole_words.tsv``: English words that only seem to be run together.

Reads the database files of WordNet 3.0 (``index.*``). Kept are the stems of single words that
`namelink.tables.short_forms` would cut: working is no king, and a millionaire no mill.

Usage: python -m tools.build_whole_words WORDNET_FOLDER --date 2026-11-28
       > src/namelink/tables/data/whole_words.tsv
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from namelink.tables.short_forms import cut_by_parts, is_known
from namelink.tables.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = ("noun", "verb", "adj", "adv")


def read_words(folder: Path) -> Iterator[str]:
    """Single words of all parts of speech."""
    for part in _PARTS:
        for line in (folder / f"index.{part}").read_text(encoding="ascii").split("\n"):
            # The licence is indented.
            word = line.partition(" ")[0]
            if word.isascii() and word.isalpha():
                yield word


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Write whole_words.tsv to standard output.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    print("# title: English words that only seem to be run together")
    print(
        "# source: WordNet 3.0, Copyright 2006 by Princeton University: single words that hold a "
        "part of short_forms"
    )
    print("# licence: WordNet 3.0 (permissive, with its notice; see NOTICE)")
    print(f"# date: {args.date}")
    print("# built by: tools/build_whole_words.py")
    print("# column stem: stem of a word")
    print("stem")
    for found in sorted({stem(word) for word in read_words(args.folder) if is_cut(word)}):
        print(found)


def is_cut(word: str) -> bool:
    """Whether a word would be cut, into a part that is known and one that is not."""
    return not all(is_known(part) for part in cut_by_parts(word)) and len(cut_by_parts(word)) > 1


if __name__ == "__main__":
    main()
