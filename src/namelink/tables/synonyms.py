"""English words that say nearly the same, by their stems.

>>> synonyms("fragment")["same"]
('shard',)
"""

from functools import cache

from namelink.tables.loader import rows

# A word that shares a sense, one made of it or that it is made of, an adjective of like meaning.
WAYS = ("same", "family", "near")


@cache
def _table() -> dict[str, dict[str, str]]:
    return {row["word"]: row for row in rows("synonyms")}


def synonyms(stemmed: str) -> dict[str, tuple[str, ...]]:
    """Stems of words that may stand for a word.

    Args:
        stemmed: the word's stem.

    Returns:
        Stems by how they are related to it, nearest first; ways that have none are left out.
    """
    row = _table().get(stemmed)
    return {way: tuple(row[way].split("|")) for way in WAYS if row[way]} if row else {}
