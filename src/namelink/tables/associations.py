"""English words that lie near to a Chinese one, as a sentence encoder hears both.

>>> associations("魔")["术师"]
((), ('wizard',))
"""

from functools import lru_cache

from namelink.tables.levels import Levels, parsed, words_of


@lru_cache(maxsize=5_000)
def associations(char: str) -> dict[str, Levels]:
    """What is near to the words that begin with a character.

    Args:
        char: a simplified character.

    Returns:
        Levels of nearness, nearest first, by the rest of the word, which is empty for the
        character itself.
    """
    return {rest: parsed(levels) for rest, levels in words_of("associations", char).items()}
