"""Slavic adjectives of places: what a region is called after its town.

>>> towns("trnavsky"), towns("sverdlovskaya"), towns("praha")
(('trnav', 'trnava', 'trnavsk'), ('sverdlov', 'sverdlova', 'sverdlovsk'), ())
"""

import re
from functools import lru_cache

# Endings in the letters of Russian, Polish, Czech and Croatian, folded.
_ADJECTIVE = re.compile(r"(\w{3,}?)([sc]k)(?:y|a|i|e|o|iy|aya|oye|oe|ie|yy|ij|aja|oje)")


@lru_cache(maxsize=50_000)
def towns(word: str) -> tuple[str, ...]:
    """Names that an adjective may be made of.

    Args:
        word: folded letters.

    Returns:
        The names, folded; empty for what is no such adjective.
    """
    found = _ADJECTIVE.fullmatch(word)
    if not found:
        return ()
    stem, ending = found.groups()
    if ending == "ck":
        # The c belongs to the name as well: Hradec, Ličko.
        return (stem + "c", stem + "k", stem)
    return (stem, stem + "a", stem + "sk")
