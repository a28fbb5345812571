"""Readings of characters that dictionaries list and nobody uses.

>>> sorted(old_readings("明"))
['meng']
"""

from functools import lru_cache

from namelink.tables.loader import sorted_table


@lru_cache(maxsize=50_000)
def old_readings(char: str) -> frozenset[str]:
    """Toneless readings of a character that no modern dictionary has.

    Args:
        char: one character.

    Returns:
        Syllables, ``v`` for ü; most characters have none.
    """
    return frozenset(
        reading
        for _, cell in sorted_table("old_readings").rows(char)
        for reading in cell.split("|")
    )
