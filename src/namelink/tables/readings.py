"""Readings of characters that dictionaries list and nobody uses.

>>> sorted(old_readings("明"))
['meng']
"""

from functools import cache

from namelink.tables.loader import columns_and_lines


@cache
def _table() -> dict[str, frozenset[str]]:
    lines = columns_and_lines("old_readings")[1]
    return {han: frozenset(readings.split("|")) for han, readings in lines}


def old_readings(char: str) -> frozenset[str]:
    """Toneless readings of a character that no modern dictionary has.

    Args:
        char: one character.

    Returns:
        Syllables, ``v`` for ü; most characters have none.
    """
    return _table().get(char, frozenset())
