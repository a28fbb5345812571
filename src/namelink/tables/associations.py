"""English words that lie near to a Chinese one, as a sentence encoder hears both.

>>> associations("魔")["术师"]
((), ('wizard',))
"""

from functools import lru_cache

from namelink.tables.loader import sorted_table

# Stems in levels of nearness, nearest first; a level may be empty.
Levels = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=5_000)
def associations(char: str) -> dict[str, Levels]:
    """What is near to the words that begin with a character.

    Args:
        char: a simplified character.

    Returns:
        Levels by the rest of the word, which is empty for the character itself.
    """
    found = {}
    for _, words in sorted_table("associations").rows(char):
        for word in words.split("|"):
            rest, _, levels = word.partition(":")
            found[rest] = tuple(tuple(level.split()) for level in levels.split(","))
    return found
