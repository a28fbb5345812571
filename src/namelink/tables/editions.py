"""Words that tell one edition or variant of a product or work from another.

>>> "青春版" in edition_words(), "lite" in edition_words(), "phone" in edition_words()
(True, True, False)
"""

from functools import cache

from namelink.tables.loader import rows


@cache
def edition_words() -> frozenset[str]:
    """Simplified characters of Chinese names, and folded English words of names in either script.

    Returns:
        The words.
    """
    return frozenset(row["word"] for row in rows("edition_words"))
