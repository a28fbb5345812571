"""What a Chinese word means in English: reviewed tables first, then CC-CEDICT's ordinary words.

>>> sorted(translation.words for translation in translations("银行"))[0]
('bank',)
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from namelink.readings.dictionary import Words, phrase, rendered
from namelink.readings.engines import glosses
from namelink.tables.chinese_places import chinese_places
from namelink.tables.lexicon import english_of
from namelink.tables.loader import rows
from namelink.tables.words import stem

# Share of belief given to the first counterpart of a reviewed row, and what the next has of it.
_REVIEWED = 0.9
_NEXT = 0.75
_LEAST = 0.05


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


@lru_cache(maxsize=100_000)
def translations(word: str) -> tuple[Translation, ...]:
    """English renderings of a Chinese word, from the tables or, failing that, the dictionary.

    Args:
        word: simplified characters.

    Returns:
        Renderings; empty when the word is not known.
    """
    if not is_known(word):
        return ()
    reviewed = _from_tables(word)
    found = {
        words: Translation(words=words, share=share, reviewed=True)
        for words, share in reviewed.items()
    }
    for words, share in rendered(word).items():
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


def longest_word() -> int:
    """Characters of the longest word worth looking up; longer entries are sentences."""
    return 8
