"""English words that Chinese ones render, by a dictionary of English.

>>> renderings("典狱官")
(('warden',),)
"""

from functools import lru_cache

from namelink.tables.levels import Levels, parsed, words_of


@lru_cache(maxsize=5_000)
def _row(char: str) -> dict[str, str]:
    return words_of("renderings", char)


def renderings(word: str) -> Levels:
    """What a Chinese word renders.

    Args:
        word: simplified characters.

    Returns:
        English stems in levels of how often, likeliest first; empty for a word that the table
        does not hold.
    """
    levels = _row(word[0]).get(word[1:]) if word else None
    return parsed(levels) if levels else ()
