"""English words that brands and titles spell otherwise on purpose: Diamondz, Xtreme, Livin'.

>>> playful("diamondz"), playful("xtreme"), playful("livin"), playful("waltz")
(('diamonds',), ('extreme',), ('living',), ())
"""

import re
from collections.abc import Iterator

from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem

_SHORTEST = 4


def playful(word: str) -> tuple[str, ...]:
    """Ordinary words that a word which is none may stand for.

    Args:
        word: folded letters.

    Returns:
        Words; empty for an ordinary word, and for one that no rule makes ordinary.
    """
    if len(word) < _SHORTEST or synonyms(stem(word)):
        return ()
    return tuple(dict.fromkeys(each for each in _respelled(word) if synonyms(stem(each))))


def _respelled(word: str) -> Iterator[str]:
    if word.endswith("z"):
        yield f"{word[:-1]}s"
    if re.match(r"x[^aeiouy]", word):
        yield f"e{word}"
    if re.match(r"k[aolru]", word):
        yield f"c{word[1:]}"
    if word.endswith("in"):
        yield f"{word}g"
