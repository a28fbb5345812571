"""Whether Latin words could be the name of a Chinese person.

>>> is_spelled("keung"), is_spelled("howard")
(True, False)
>>> is_chinese_person(("tony", "leung", "chiu", "wai")), is_chinese_person(("michael", "howard"))
(True, False)
"""

from functools import lru_cache

from namelink.tables.chunks import background, foreign_background
from namelink.tables.names import western_given_names
from namelink.tables.spellings import word_bits
from namelink.tables.syllables import SOUTHERN, cutting, segmentations, systems

# Bits that a spelling has to be more probable as Chinese syllables than as foreign letters.
_LEAST_ODDS = 2.0
_SHORTEST = 2


@lru_cache(maxsize=50_000)
def is_spelled(word: str) -> bool:
    """Whether a folded word could be Chinese syllables in any romanization."""
    names = cutting(word, (*systems(), *SOUTHERN))
    return any(segmentations(word, name) for name in names)


@lru_cache(maxsize=100_000)
def chinese_odds(words: tuple[str, ...]) -> float:
    """Weight of the words of a name for a Chinese person against a foreigner.

    >>> chinese_odds(("zhou", "enlai")) > 10, chinese_odds(("dwight", "eisenhower")) < -10
    (True, True)

    Args:
        words: folded words; English given names and initials tell nothing.

    Returns:
        log2 of the ratio of the two probabilities; minus infinity if no romanization of Chinese
        has these syllables.
    """
    own = [word for word in words if len(word) > 1 and word not in western_given_names()]
    return sum(background(word) - word_bits(word) for word in own)


def is_syllabic(word: str) -> bool:
    """Whether a word is rather spelled like Chinese syllables than like a foreign name.

    >>> is_syllabic("dahua"), is_syllabic("eisenhower")
    (True, False)

    Args:
        word: folded letters.
    """
    return chinese_odds((word,)) > _LEAST_ODDS


@lru_cache(maxsize=100_000)
def is_chinese_person(words: tuple[str, ...]) -> bool:
    """Whether folded words are a Chinese person's name rather than a foreigner's.

    English given names and initials beside it do not matter. A single word may be anybody's
    surname; a person's whole name has two at least.
    """
    own = [word for word in words if len(word) > 1 and word not in western_given_names()]
    if len(words) < _SHORTEST or not own or not all(map(is_spelled, own)):
        return False
    return chinese_odds(words) > 0


@lru_cache(maxsize=50_000)
def ground_bits(letters: str) -> float:
    """Bits that a Latin word takes without its Chinese form: as a foreign name or as syllables.

    Args:
        letters: folded letters.

    Returns:
        The smaller of both, since the more probable explanation is the one to beat.
    """
    return min(foreign_background(letters), word_bits(letters))
