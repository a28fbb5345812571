"""The root that English words of one family share.

>>> root("commercial") == root("commerce") == root("commerc")
True
>>> root("industrial") == root("industry"), root("nation") == root("nature")
(True, False)
"""

from functools import lru_cache

# Endings that make nouns, adjectives and verbs of one family, longest first.
_ENDINGS = tuple(
    sorted(
        (
            "ization isation ational ations ation ative ators ator ating ated ates ate "
            "ically ical ics ic ially ial ials ially ional ions ion ious ous ities ity "
            "ements ement ments ment ances ance ences ence ants ant ents ent "
            "ings ing ers er ors or ists ist ism ies y ives ive ines ine ics ians ian ans an "
            "als al ed es e s i ships ship"
        ).split(),
        key=len,
        reverse=True,
    )
)
# Shorter roots are shared by words that have nothing to do with one another.
_SHORTEST = 5


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """Cut endings off an English word as long as enough is left.

    Args:
        word: folded letters, or a stem.

    Returns:
        The root; short words and other scripts stay as they are.
    """
    if not (word.endswith(_ENDINGS) and word.isascii() and word.isalpha()):
        return word
    while True:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word[: -len(ending)]
                break
        else:
            return word
