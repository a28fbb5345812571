"""English words that Chinese ones render, by a dictionary of English.

>>> renderings("典狱官")
(('warden',),)
"""

from functools import lru_cache

from namelink.tables.loader import sorted_table

# Stems in levels, likeliest first; a level may be empty.
Levels = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=5_000)
def _row(char: str) -> dict[str, str]:
    cells = sorted_table("renderings").rows(char)
    words = [word.partition(":") for _, row in cells for word in row.split("|")]
    return {rest: levels for rest, _, levels in words}


def renderings(word: str) -> Levels:
    """What a Chinese word renders.

    Args:
        word: simplified characters.

    Returns:
        English stems in levels of how often; empty for a word that the table does not hold.
    """
    levels = _row(word[0]).get(word[1:]) if word else None
    return tuple(tuple(level.split()) for level in levels.split(",")) if levels else ()
