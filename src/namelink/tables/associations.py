"""English words that lie near to a Chinese one, as a sentence encoder hears both.

>>> associations("魔术师")
((), ('wizard',))
"""

from functools import lru_cache

from namelink.tables.levels import Levels, parsed, words_of


@lru_cache(maxsize=5_000)
def associated_words(char: str) -> dict[str, str]:
    """The words of the table that begin with a character.

    Args:
        char: a simplified character.

    Returns:
        Levels as they are written, by the rest of the word, which is empty for the character
        itself.
    """
    return words_of("associations", char)


def associations(word: str) -> Levels:
    """What is near to a word.

    Args:
        word: simplified characters.

    Returns:
        English stems in levels of nearness, nearest first; empty for a word that the table does
        not hold.
    """
    levels = associated_words(word[0]).get(word[1:]) if word else None
    return parsed(levels) if levels else ()
