"""Whether Latin words could be the name of a Chinese person.

>>> is_spelled("keung"), is_spelled("howard")
(True, False)
>>> is_chinese_person(("tony", "leung", "chiu", "wai")), is_chinese_person(("michael", "howard"))
(True, False)
"""

from functools import lru_cache

from namelink.tables.names import western_given_names
from namelink.tables.syllables import SOUTHERN, segmentations, systems


@lru_cache(maxsize=100_000)
def is_spelled(word: str) -> bool:
    """Whether a folded word could be Chinese syllables in any romanization."""
    return any(segmentations(word, name) for name in (*systems(), *SOUTHERN))


@lru_cache(maxsize=100_000)
def is_chinese_person(words: tuple[str, ...]) -> bool:
    """Whether folded words are Chinese syllables, English given names and initials throughout.

    A single word may be anybody's surname; a person's whole name has two at least.
    """
    own = [word for word in words if len(word) > 1 and word not in western_given_names()]
    return len(words) > 1 and bool(own) and all(map(is_spelled, own))
