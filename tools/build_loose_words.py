"""Count which reviewed words are left out in the names of one body.

In pairs of which at least half of each name has a counterpart, each reviewed word counts where
nothing corresponds to it. A word of what bodies do that is left over in two pairs or more tells
none apart; and a Chinese word that is mostly left out (市) costs little where it is.

Usage: python -m tools.build_loose_words --pairs pairs.tsv [--exclude exclude.sha1]
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np

from namelink import pairing
from namelink.model.form import Form
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.scoring.facts import words_of
from namelink.scoring.score import DISTINCTIVE, Scored
from namelink.tables.lexicon import english_word, han_words
from namelink.tables.words import stem
from tools.fit_pairs import Pair, read_excluded, read_pairs

OUT = Path("src/namelink/tables/data/loose_words.tsv")
LEAST = 2
FOUND = 0.5
HEADER = """# title: Words that names leave out in one language
# source: ROR (CC0), exchange listings: counted on names, none is copied
# licence: Apache-2.0 (counts)
# built by: tools/build_loose_words.py
# column word: simplified characters, or the stem of an English word
# column left: pairs in which nothing corresponds to it
# column names: pairs in which it stands
word	left	names
"""


def scored(pairs: list[Pair]) -> tuple[Scored, list[int]]:
    """Score pairs, and tell which scored one stands for each."""
    options = Options()
    left = [pairing.prepare(pair.zh, Kind.ORG, options) for pair in pairs]
    right = [pairing.prepare(pair.en, Kind.ORG, options) for pair in pairs]
    index = np.arange(len(pairs), dtype=np.int32)
    found, plan = pairing.score_forms(left, right, (index, index), options)
    return found, plan.best(found).tolist()


def count(found: Scored, pairs: list[int]) -> tuple[Counter[str], Counter[str]]:
    """In how many pairs each word is left over, and in how many it stands."""
    left_over: Counter[str] = Counter()
    names: Counter[str] = Counter()
    batch, alignment = found.batch, found.alignment
    for pair in pairs:
        sides = (
            (batch.left[batch.left_of[pair]], alignment.left_class[pair]),
            (batch.right[batch.right_of[pair]], alignment.right_class[pair]),
        )
        if any(DISTINCTIVE[classes].sum() > FOUND * len(form.keys) for form, classes in sides):
            continue
        for form, classes in sides:
            words = _words(form)
            names.update(words.values())
            left_over.update(
                {word for (start, end), word in words.items() if classes[start:end].all()}
            )
    return left_over, names


def _words(form: Form) -> dict[tuple[int, int], str]:
    words = {(start, end): "".join(form.keys[start:end]) for start, end in words_of(form)}
    return {
        place: stem(word)
        for place, word in words.items()
        if han_words().get(word) or english_word(word)
    }


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--exclude", type=Path)
    args = parser.parse_args()
    pairs = [p for p in read_pairs(args.pairs, read_excluded(args.exclude)) if p.kind == "org"]
    # Scoring reads the table; what has a counterpart does not depend on it.
    OUT.write_text(HEADER, encoding="utf-8")
    left_over, names = count(*scored(pairs))
    lines = [
        f"{word}\t{left}\t{names[word]}\n"
        for word, left in sorted(left_over.items())
        if left >= LEAST
    ]
    OUT.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "words")


if __name__ == "__main__":
    main()
