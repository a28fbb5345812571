"""Titles of people that say the same in both languages.

>>> english_titles("总理")
('premier', 'prime minister', 'chancellor')
"""

from functools import cache

from namelink.tables.loader import rows


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    return {row["han"]: tuple(row["english"].split("|")) for row in rows("title_pairs")}


def english_titles(title: str) -> tuple[str, ...]:
    """English titles that may stand for a Chinese one.

    Args:
        title: simplified characters.

    Returns:
        Folded titles, the most usual first; empty where none is known.
    """
    return _pairs().get(title, ())
