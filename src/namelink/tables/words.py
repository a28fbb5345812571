"""English words: their stems, and how much agreeing on one tells.

>>> stem("technologies") == stem("technology")
True
"""

from collections.abc import Callable
from functools import cache, lru_cache

from namelink.tables.loader import rows

# Bits of a word that the table does not hold: rarer than the rarest that it does.
_RARE_BITS = 11.0


# What ends otherwise is no form of another word: the algorithm has no rule for it. Most names are
# such words, and a rule is tried for each of them at some cost.
_CHANGED = (
    "s", "ed", "ing", "y", "Y", "e", "l", "m", "ion", "er", "or", "ic", "t",
    "ci", "gi", "li", "ti",
)  # fmt: skip


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer

    stem_word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem_word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Stem of an English word by Porter's second algorithm.

    Args:
        word: folded letters; numbers and other scripts stay as they are.

    Returns:
        The stem.
    """
    if len(word) < 3 or not (word.endswith(_CHANGED) and word.isascii() and word.isalpha()):
        return word
    return _stemmer()(word)


@cache
def _bits() -> dict[str, float]:
    return {row["stem"]: float(row["bits"]) for row in rows("word_bits")}


def word_bits(stemmed: str, *, rare: float = _RARE_BITS) -> float:
    """How much it tells that two names share an English word.

    Args:
        stemmed: the word's stem.
        rare: what a word tells that the table does not hold.

    Returns:
        log2 of one over the share of names that hold the word, capped for rare words.
    """
    return _bits().get(stemmed, rare)
