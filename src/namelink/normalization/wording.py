"""What the words and marks of a name show of its kind: titles are made of ordinary words.

>>> latin_wording(("ghost", "riddle"), "Ghost Riddle")
['latin:ordinary=all,words=2']
>>> han_wording("影之塔", "影之塔")
['han:holds=之', 'han:words=0,length=3']
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from namelink.tables.associations import associated_words
from namelink.tables.lexicon import FUNCTION_WORDS, english_word
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem

# What stands between words of a title, and joins no two names.
_PARTICLES = frozenset("之的与和是了在不")
_MARKS = re.compile(r"[!?:~★☆♪♥#]| - | -|- |'s\b|\.\.\.")
_MOST_WORDS = 4
_LONG = 6
_QUARTERS = 4
_LONGEST_WORD = 4
_SHORTEST_WORD = 2
_SHORTEST_PART = 3
# Longer runs of letters are no compound of two words that a title would use, and take long to cut.
_LONGEST_COMPOUND = 24


def latin_wording(keys: Sequence[str], text: str) -> list[str]:
    """Observations of the words of a Latin name.

    Args:
        keys: its folded words.
        text: the normalized text.

    Returns:
        Names of observations.
    """
    # What bodies and places are called after are ordinary words that say what a name is.
    own = [
        key
        for key in keys
        if len(key) > 1 and key not in FUNCTION_WORDS and english_word(key) is None
    ]
    found = []
    if own:
        words = min(len(own), _MOST_WORDS)
        usual = sum(map(is_ordinary, own))
        share = "all" if usual == len(own) else "most" if 2 * usual > len(own) else "some"
        found.append(f"latin:ordinary={share if usual else 'none'},words={words}")
        if any(map(_is_compound, own)):
            found.append(f"latin:compound,words={min(words, 2)}")
    return found + _marks("latin", text)


def han_wording(keys: str, text: str) -> list[str]:
    """Observations of the words of a Chinese name.

    Args:
        keys: its characters in simplified space.
        text: the normalized text.

    Returns:
        Names of observations.
    """
    found = [f"han:holds={char}" for char in dict.fromkeys(keys[1:-1]) if char in _PARTICLES]
    covered = sum(_covered(keys)) / len(keys)
    found.append(f"han:words={int(covered * _QUARTERS)},length={min(len(keys), _LONG)}")
    return found + _marks("han", text)


def _marks(script: str, text: str) -> list[str]:
    return [f"{script}:mark={mark.strip()}" for mark in dict.fromkeys(_MARKS.findall(text))]


@lru_cache(maxsize=100_000)
def is_ordinary(word: str) -> bool:
    """Whether a folded word is a common English one, of which WordNet has synonyms."""
    return len(word) <= _LONGEST_COMPOUND and bool(synonyms(stem(word)))


@lru_cache(maxsize=100_000)
def _is_compound(word: str) -> bool:
    """Whether a word that is no ordinary one is made of two that are."""
    if len(word) > _LONGEST_COMPOUND or is_ordinary(word):
        return False
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(is_ordinary(word[:cut]) and is_ordinary(word[cut:]) for cut in cuts)


def _covered(keys: str) -> Iterator[bool]:
    """Which characters stand in words of several characters, the longest first."""
    at = 0
    while at < len(keys):
        known = associated_words(keys[at])
        size = next(
            (
                size
                for size in range(_LONGEST_WORD, _SHORTEST_WORD - 1, -1)
                if keys[at + 1 : at + size] in known and len(keys) - at >= size
            ),
            1,
        )
        yield from [size > 1] * size
        at += size
