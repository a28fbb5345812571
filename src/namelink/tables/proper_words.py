"""Proper nouns of the dictionary that are words inside other names: 圣诞节, 变形金刚, 银河系.

>>> "圣诞老人" in proper_words("圣"), "圣马力诺" in proper_words("圣")
(True, False)
"""

from functools import lru_cache

from namelink.tables.loader import sorted_table


@lru_cache(maxsize=5_000)
def proper_words(char: str) -> frozenset[str]:
    """The words of the table that begin with a character.

    Args:
        char: a simplified character.

    Returns:
        The words, in simplified characters.
    """
    return frozenset(
        char + rest
        for _, rests in sorted_table("proper_words").rows(char)
        for rest in rests.split("|")
    )
