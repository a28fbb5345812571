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
from namelink.tables.words import stem
from namelink.text.atoms import atoms
from namelink.text.clean import clean

# Share of belief given to a dictionary's first sense; later senses share the rest, each half as
# probable as the one before. A reviewed row is trusted more than a dictionary's gloss.
_REVIEWED = 0.9
_NEXT = 0.75
_LEAST = 0.05
_DICTIONARY = 0.5
_MOST_SENSES = 12
_MOST_WORDS = 3

# Remarks about an entry, not translations of it.
_REMARK = re.compile(
    r"^(?:CL:|see |see also|variant of|old variant|erhua|abbr\.|also written|also pr\.|used in|"
    r"surname |"
    r"same as|classifier|Japanese variant|archaic variant|Taiwan pr)|\bvariant of\b"
)
_BRACKET = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_STOPPED = frozenset("a an the to of be sb sth one's for in on at with by or and etc".split())


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


def _from_tables(word: str) -> dict[tuple[str, ...], float]:
    found: dict[tuple[str, ...], float] = {}
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


def is_known(word: str) -> bool:
    """Whether a word stands in a table or the dictionary; what does not has no translation.

    Args:
        word: simplified characters.

    Returns:
        True for every word that has translations, and a few more.
    """
    return word in english_of() or (bool(word) and word in glosses(word[0]))


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
    found: dict[tuple[str, ...], Translation] = {}
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


def _from_dictionary(word: str) -> dict[tuple[str, ...], float]:
    senses = glosses(word[0]).get(word) if word else None
    if not senses:
        return {}
    options: list[tuple[str, ...]] = []
    for sense in senses.split("/"):
        if _REMARK.search(sense):
            continue
        for option in re.split(r"[;,]", _BRACKET.sub(" ", sense)):
            words = phrase(option)
            if 0 < len(words) <= _MOST_WORDS and words not in options:
                options.append(words)
    return {words: _DICTIONARY * 0.8**place for place, words in enumerate(options[:_MOST_SENSES])}


def longest_word() -> int:
    """Characters of the longest word worth looking up; longer entries are sentences."""
    return 8
