"""What a Chinese word means in English: reviewed tables first, then CC-CEDICT's ordinary words.

>>> sorted(translation.words for translation in translations("银行"))[0]
('bank',)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from namelink.readings.engines import glosses
from namelink.tables.chinese_places import chinese_places
from namelink.tables.lexicon import english_of
from namelink.tables.loader import rows
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem
from namelink.text.atoms import atoms
from namelink.text.clean import clean

# Share of belief given to the first counterpart of a reviewed row, and what the next has of it.
_REVIEWED = 0.9
_NEXT = 0.75
_LEAST = 0.05
# How often the words of a dictionary's first gloss stand in the English name where the Chinese
# one holds the entry, by its characters; then a later gloss, and what each further one has of
# that. A gloss of two words is seldom the name's rendering; each word of it is now and then
# (橄榄球 rugby football). Counted on the pairs that weights are fitted on.
_FIRST = (0.12, 0.33, 0.5)
_LATER = (0.03, 0.09, 0.12)
_NEXT_GLOSS = 0.8
_WHOLE = (0.01, 0.06, 0.26)
_PART = (0.03, 0.12, 0.2)
_LATER_PART = (0.01, 0.04, 0.08)
# A word near to a gloss, one step away: 碎块 is "fragment" in the dictionary, and a shard in names.
_RELATED = {
    "same": (0.002, 0.011, 0.012),
    "family": (0.0024, 0.005, 0.005),
    "near": (0.001, 0.008, 0.008),
}
_NEXT_RELATED = 0.8
_MOST_RELATED = 2
# The entry that another refers to as its variant, or sees.
_REFERRED = 0.7
_MOST_SENSES = 12
_MOST_WORDS = 3

# Remarks about an entry, not translations of it.
_REMARK = re.compile(
    r"^(?:CL:|see |see also|variant of|old variant|erhua|abbr\.|also written|also pr\.|used in|"
    r"surname |"
    r"same as|classifier|Japanese variant|archaic variant|Taiwan pr)|\bvariant of\b"
)
# The simplified form stands behind a bar, where it is another.
_REFERENCE = re.compile(
    r"(?:variant of|see|see also|same as|abbr\. for) (?:[^|\[ ]+\|)?([^|\[ ]+)\["
)
_BRACKET = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_STOPPED = frozenset("a an the to of be sb sth one's for in on at with by or and etc".split())


Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """One English rendering of a Chinese word.

    Attributes:
        words: stems of its words, in order.
        share: probability of this rendering, 0 to 1.
        reviewed: whether it stands in one of our own tables.
    """

    words: tuple[str, ...]
    share: float
    reviewed: bool


def _from_tables(word: str) -> dict[Words, float]:
    found: dict[Words, float] = {}
    english = english_of().get(word)
    for place, option in enumerate(english.split("|") if english else ()):
        text, _, given = option.partition(":")
        words = phrase(text)
        share = float(given) if given else max(_REVIEWED * _NEXT**place, _LEAST)
        if words:
            found[words] = max(found.get(words, 0.0), share)
    return found


def phrase(text: str) -> tuple[str, ...]:
    """Stems of the words of an English phrase, without articles and prepositions.

    Args:
        text: an English phrase.

    Returns:
        Stems; empty for a phrase of function words.
    """
    return stems(atom.key for atom in atoms(clean(text)) if atom.shape != "han")


def stems(keys: Iterable[str]) -> tuple[str, ...]:
    """Stems of folded words, without articles and prepositions.

    Args:
        keys: folded words.

    Returns:
        Stems; empty for function words alone.
    """
    return tuple(stem(key) for key in keys if key not in _STOPPED)


@lru_cache(maxsize=100_000)
def translations(word: str) -> tuple[Translation, ...]:
    """English renderings of a Chinese word, from the tables or, failing that, the dictionary.

    Args:
        word: simplified characters.

    Returns:
        Renderings; empty when the word is not known.
    """
    reviewed = _from_tables(word)
    found = {
        words: Translation(words=words, share=share, reviewed=True)
        for words, share in reviewed.items()
    }
    for words, share in _from_dictionary(word).items():
        if words not in found:
            found[words] = Translation(words=words, share=share, reviewed=False)
    return tuple(found.values())


@cache
def _short() -> dict[str, tuple[str, ...]]:
    return {row["han"]: tuple(row["words"].split("|")) for row in rows("han_short_forms")}


@lru_cache(maxsize=10_000)
def short_translations(char: str) -> tuple[Translation, ...]:
    """English renderings of the words that a character stands for in a short form.

    >>> [option.words for option in short_translations("沪")]
    [('shanghai',)]

    Args:
        char: a simplified character.

    Returns:
        Renderings that the character has not by itself; empty for one that is short for nothing.
    """
    own = {option.words for option in translations(char)}
    found: dict[Words, Translation] = {}
    for full in _short().get(char, ()):
        options = translations(full)
        # 陕西 is Shaanxi in English, whatever its pinyin.
        if full in chinese_places() and not options:
            words = (stem(chinese_places()[full]),)
            options += (Translation(words=words, share=1.0, reviewed=True),)
        for option in options:
            if option.words not in own and option.reviewed:
                found.setdefault(option.words, option)
    return tuple(found.values())


def _from_dictionary(word: str, *, refer: bool = True) -> dict[Words, float]:
    senses = glosses(word[0]).get(word) if word else None
    if not senses:
        return {}
    size = min(len(word), len(_FIRST)) - 1
    options: list[Words] = []
    found: dict[Words, float] = {}
    for sense in senses.split("/"):
        if _REMARK.search(sense):
            referred = _REFERENCE.search(sense) if refer else None
            if referred and referred[1] != word:
                for words, share in _from_dictionary(referred[1], refer=False).items():
                    found.setdefault(words, share * _REFERRED)
            continue
        for option in re.split(r"[;,]", _BRACKET.sub(" ", sense)):
            words = phrase(option)
            if 0 < len(words) <= _MOST_WORDS and words not in options:
                options.append(words)
    for place, words in enumerate(options[:_MOST_SENSES]):
        later = _NEXT_GLOSS ** max(place - 1, 0)
        share = _FIRST[size] if not place else _LATER[size] * later
        found[words] = max(
            found.get(words, 0.0), share if len(words) == 1 else _WHOLE[size] * later
        )
        part = _PART[size] if not place else _LATER_PART[size] * later
        for each in words if len(words) > 1 else ():
            found.setdefault((each,), part)
    single = [words[0] for words in options if len(words) == 1][:_MOST_RELATED]
    for place, each in enumerate(single):
        for way, others in synonyms(each).items():
            for rank, other in enumerate(others):
                share = _RELATED[way][size] * _NEXT_RELATED ** (place + rank)
                found.setdefault((other,), share)
    return found


def longest_word() -> int:
    """Characters of the longest word worth looking up; longer entries are sentences."""
    return 8
