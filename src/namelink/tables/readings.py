"""Readings that dictionaries list and nobody uses, and those of characters that are merged.

>>> sorted(old_readings("明"))
['meng']
"""

from functools import cache, lru_cache

from namelink.tables.loader import rows, sorted_table


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


@cache
def merged_readings() -> dict[str, dict[str, float]]:
    """Readings of characters that simplified ones stand for: 干 is also 乾, qian.

    Returns:
        Share by syllable, by simplified character.
    """
    found: dict[str, dict[str, float]] = {}
    for row in rows("merged_readings"):
        found.setdefault(row["han"], {})[row["reading"]] = float(row["share"])
    return found
