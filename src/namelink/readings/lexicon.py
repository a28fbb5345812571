"""What a Chinese word means in English: reviewed tables first, then CC-CEDICT's ordinary words.

>>> sorted(translation.words for translation in translations("银行"))[0]
('bank',)
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from namelink.readings.dictionary import Words, is_entry, phrase, rendered
from namelink.readings.renderings import weighed
from namelink.tables.associations import associations
from namelink.tables.chinese_places import chinese_places
from namelink.tables.combining_forms import combining_forms
from namelink.tables.lexicon import PARTICLES, english_of
from namelink.tables.loader import rows
from namelink.tables.renderings import renderings
from namelink.tables.words import stem

# Share of belief given to the first counterpart of a reviewed row, and what the next has of it.
_REVIEWED = 0.9
_NEXT = 0.75
_LEAST = 0.05
# What a Greek or Latin form of a rendering has of its share.
_FORM = 0.15
# Renderings that a word has when a single character stands for it.
_USUAL = 0.2
# How often a word that an encoder holds for near stands in the English name, by the number of
# characters and the level of nearness: where the dictionary does not know it, and where it hints
# at it (as a synonym, a part of a gloss, a late sense). Counted on the pairs of the fit.
_NEAR = (
    (0.022, 0.012, 0.011, 0.0045),
    (0.06, 0.03, 0.02, 0.012),
    (0.2, 0.13, 0.07, 0.05),
)
_HINTED = (
    (0.09, 0.07, 0.026, 0.02),
    (0.15, 0.15, 0.045, 0.04),
    (0.23, 0.2, 0.15, 0.1),
)

_NOTHING: dict[str, float] = {}


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


@lru_cache(maxsize=20_000)
def reviewed_shares(word: str) -> dict[str, float]:
    """As `shares`, of what our own tables say.

    Args:
        word: simplified characters.

    Returns:
        Shares by stems; empty for most words.
    """
    found: dict[str, float] = {}
    english = english_of().get(word)
    for place, option in enumerate(english.split("|") if english else ()):
        text, _, given = option.partition(":")
        words = " ".join(phrase(text))
        share = float(given) if given else max(_REVIEWED * _NEXT**place, _LEAST)
        if words:
            found[words] = max(found.get(words, 0.0), share)
    return found


@lru_cache(maxsize=20_000)
def shares(word: str) -> dict[str, float]:
    """English renderings of a Chinese word, from the tables or, failing that, the dictionary.

    Text and numbers alone: the collector passes over what holds nothing else, and names have
    words by the ten thousand.

    Args:
        word: simplified characters.

    Returns:
        Share of each by its stems with a space between, reviewed ones first; empty for a word
        that is not known. Nothing may be added to it.
    """
    if not is_known(word):
        return _NOTHING
    # What is kept for tables is not to be added to.
    found = dict(reviewed_shares(word)) if is_reviewed(word) else {}
    others = weighed(word, rendered(word), settled=bool(found))
    for words, share in sorted(others.items(), key=lambda pair: -pair[1]):
        found.setdefault(" ".join(words), share)
    for option, share in tuple(found.items()):
        for form in combining_forms(option):
            found.setdefault(form, share * _FORM)
    return found or _NOTHING


def translations(word: str) -> tuple[Translation, ...]:
    """As `shares`, one rendering a value.

    Args:
        word: simplified characters.

    Returns:
        Renderings; empty when the word is not known.
    """
    reviewed = reviewed_shares(word) if is_reviewed(word) else {}
    return tuple(
        Translation(words=tuple(words.split(" ")), share=share, reviewed=words in reviewed)
        for words, share in shares(word).items()
    )


def associated(word: str) -> tuple[Translation, ...]:
    """English words near to a Chinese one that no gloss says, or only in passing.

    >>> [option.words for option in associated("魔术师")][:2]
    [('wizard',)]

    Args:
        word: simplified characters.

    Returns:
        Renderings of one word that are likelier than `translations` has them, nearest first.
    """
    levels = associations(word)
    if not levels or word in PARTICLES:
        return ()
    size = min(len(word), len(_NEAR)) - 1
    own = shares(word)
    return tuple(
        Translation(words=(near,), share=share, reviewed=False)
        for fresh, hinted, level in zip(_NEAR[size], _HINTED[size], levels, strict=False)
        for near in level
        if own.get(near, 0.0) < (share := hinted if near in own else fresh)
    )


def is_known(word: str) -> bool:
    """Whether a word stands in a table or the dictionary; what does not has no translation.

    Args:
        word: simplified characters.

    Returns:
        True for every word that has translations, and a few more.
    """
    if word in PARTICLES:
        return False
    return word in english_of() or is_entry(word) or bool(renderings(word))


def is_reviewed(word: str) -> bool:
    """Whether a word stands in one of our own tables.

    Args:
        word: simplified characters.

    Returns:
        True for every word of which a translation is `Translation.reviewed`.
    """
    return word in english_of()


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
            usual = option.reviewed and option.share >= _USUAL
            if option.words not in own and usual:
                found.setdefault(option.words, option)
    return tuple(found.values())


def longest_word() -> int:
    """Characters of the longest word worth looking up; longer entries are sentences."""
    return 8
