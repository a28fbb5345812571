"""Forms of English words that no ending tells: wolves, stolen, harbour.

>>> base_form("wolves"), base_form("stolen"), base_form("wolf")
('wolf', 'steal', '')
"""

from functools import cache

from namelink.tables.loader import rows


@cache
def _table() -> dict[str, str]:
    return {row["word"]: row["base"] for row in rows("word_forms")}


def base_form(word: str) -> str:
    """The word that an irregular form belongs to.

    Args:
        word: folded letters.

    Returns:
        The word as dictionaries have it; empty for all others.
    """
    return _table().get(word, "")
