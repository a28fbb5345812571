"""What it tells that a brand follows its characters in a consonant or in what comes after it.

>>> told = brand_sounds()
>>> told["first", "same"] > told["first", "near"] > told["first", "far"]
True
"""

from functools import cache

from namelink.tables.loader import rows


@cache
def brand_sounds() -> dict[tuple[str, str], float]:
    """Bits by part of a syllable and how both sides stand to each other there.

    Returns:
        Bits by part (``first``: the consonants that begin the word; ``later``: those of another
        syllable; ``rest``: vowels and what follows) and relation (`namelink.readings.brand`).
    """
    return {(row["part"], row["relation"]): float(row["bits"]) for row in rows("brand_sounds")}
