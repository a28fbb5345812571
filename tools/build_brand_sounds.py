"""Count what it tells that a brand follows the sound of a company's own name.

The own name of each company and the first own word of its English name are cut into syllables as
`namelink.readings.brand` does, the best cut by the numbers so far, and the relations of their
consonants and rests are counted: in the true pairs, each as much as it is probably one that
follows the sound at all, and in pairs of other companies' words. Pairs that are spelled by the
rules of a romanization are left out: other channels read those. Counting and cutting take turns.

Usage: python -m tools.build_brand_sounds --pairs pairs.tsv [--exclude exclude.sha1]
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from pathlib import Path

from namelink.model.kinds import Kind, Role, Script
from namelink.normalization.forms import forms_of
from namelink.normalization.names import normalize
from namelink.readings.brand import (
    CHARACTERS,
    LETTERS,
    LONGEST_PIECE,
    cut,
    is_exact,
    relation_of_onsets,
    relation_of_rests,
    syllables,
)
from namelink.readings.spelled import shares
from namelink.tables.syllables import segmentations
from tools.fit_pairs import read_excluded, read_pairs

OUT = Path("src/namelink/tables/data/brand_sounds.tsv")
ATOMS = 40
# Words of other companies for each own name.
RANDOM = 10
ROUNDS = 8
RELATIONS = {
    "first": ("same", "near", "none", "far"),
    "later": ("same", "near", "none", "far"),
    "rest": ("same", "near", "coda", "vowel", "far"),
}
START = {"same": 2.0, "near": 1.0, "none": -1.0, "coda": 0.0, "vowel": 0.0, "far": -2.0}

Told = dict[tuple[str, str], float]
Way = tuple[float, tuple[tuple[str, str], ...]]


def own_han(name: str) -> str:
    """The first run of characters that no table knows."""
    form = forms_of(normalize(name, kind=Kind.ORG), ATOMS)[0]
    own = "".join(
        key if role is Role.WORD and shape == "han" else " "
        for key, role, shape in zip(form.keys, form.roles, form.shapes, strict=True)
    )
    return next(iter(own.split()), "")


def own_word(name: str) -> str:
    """The first Latin word that no table knows, its parts together."""
    form = forms_of(normalize(name, kind=Kind.ORG), ATOMS)[0]
    words: list[tuple[str, bool]] = []
    end = -1
    for key, role, span in zip(form.keys, form.roles, form.spans, strict=True):
        if words and span[0] == end:
            words[-1] = (words[-1][0] + key, words[-1][1] and role is Role.WORD)
        else:
            words.append((key, form.script is Script.LATIN and role is Role.WORD))
        end = span[1]
    fine = (w for w, own in words if own and len(w) in LETTERS and w.isascii() and w.isalpha())
    return next(fine, "")


def is_spelled(han: str, word: str) -> bool:
    """Whether a romanization spells the characters so, or pinyin others."""
    return is_exact(word, len(han)) or any(
        len(way) == len(han)
        and all(form in shares(char, "", system) for char, form in zip(han, way, strict=True))
        for system in ("pinyin", "cantonese")
        for way in segmentations(word, system)
    )


def best_way(han: str, word: str, told: Told) -> Way | None:
    """The best cut of a word into as many pieces as there are characters, with its relations."""
    ways: dict[int, Way] = {0: (0.0, ())}
    for number, char in enumerate(han):
        part = "later" if number else "first"
        longer: dict[int, Way] = {}
        for start, (bits, relations) in ways.items():
            for end in range(start + 1, min(start + LONGEST_PIECE, len(word)) + 1):
                piece = cut(word[start:end])
                if piece is None or not syllables(char):
                    continue
                options = [
                    (
                        (part, relation_of_onsets(onset, piece[0])),
                        ("rest", relation_of_rests(rest, piece[1])),
                    )
                    for onset, rest in syllables(char)
                ]
                two = max(options, key=lambda each: told[each[0]] + told[each[1]])
                total = bits + told[two[0]] + told[two[1]]
                if end not in longer or longer[end][0] < total:
                    longer[end] = (total, (*relations, *two))
        ways = longer
    return ways.get(len(word))


def counted(true: list[Way], false: list[Way], share: float) -> tuple[Told, float]:
    """Bits of each relation, and the share of brands that follow the sound."""
    ours: defaultdict[tuple[str, str], float] = defaultdict(float)
    beliefs = []
    for bits, relations in true:
        belief = share * 2**bits / (share * 2**bits + 1 - share)
        beliefs.append(belief)
        for each in relations:
            ours[each] += belief
    theirs = Counter(each for _, relations in false for each in relations)
    told: Told = {}
    for part, names in RELATIONS.items():
        mine = sum(ours[part, name] + 1 for name in names)
        others = sum(theirs[part, name] + 1 for name in names)
        for name in names:
            told[part, name] = math.log2(
                (ours[part, name] + 1) / mine / ((theirs[part, name] + 1) / others)
            )
    return told, sum(beliefs) / len(beliefs)


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--exclude", type=Path)
    args = parser.parse_args()
    companies = [
        (own_han(pair.zh), own_word(pair.en))
        for pair in read_pairs(args.pairs, read_excluded(args.exclude))
        if pair.group.startswith("company")
    ]
    words = [word for _, word in companies if word]
    true = [(h, w) for h, w in companies if w and len(h) in CHARACTERS and not is_spelled(h, w)]
    rnd = random.Random(1)
    false = [(han, rnd.choice(words)) for han, _ in true for _ in range(RANDOM)]
    false = [(han, word) for han, word in false if not is_spelled(han, word)]
    told: Told = {(part, each): START[each] for part, own in RELATIONS.items() for each in own}
    share = 0.5
    for _ in range(ROUNDS):
        ways = [[w for w in (best_way(*p, told) for p in own) if w] for own in (true, false)]
        told, share = counted(ways[0], ways[1], share)
    print(f"{len(true)} brands, {share:.2f} follow the sound")
    lines = [
        "# title: What it tells that a brand follows a character's consonants, and the rest of it",
        "# source: exchange listings of companies: names to count on, none is copied",
        "# licence: Apache-2.0 (counted numbers)",
        "# built by: tools/build_brand_sounds.py",
        "part\trelation\tbits",
        *(f"{part}\t{relation}\t{bits:.2f}" for (part, relation), bits in told.items()),
    ]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
