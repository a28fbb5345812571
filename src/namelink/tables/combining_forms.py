"""Greek and Latin forms that English words are coined with: pyro of fire, hydro of water.

>>> combining_forms("fire")
('igni', 'pyro', 'vulcan')
"""

from functools import cache

from namelink.tables.loader import rows
from namelink.tables.words import stem


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("combining_forms"):
        for word in map(stem, row["words"].split("|")):
            found[word] = (*found.get(word, ()), row["form"])
    return found


def combining_forms(stemmed: str) -> tuple[str, ...]:
    """Forms that mean the same as an English word.

    Args:
        stemmed: the word's stem.

    Returns:
        Folded letters; empty for most words.
    """
    return _table().get(stemmed, ())
