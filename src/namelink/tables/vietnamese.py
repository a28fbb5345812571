"""How names of Vietnamese people read characters: 阮 is Nguyen, 福 is Phuc or Phuoc.

>>> surname_readings("阮"), given_readings("福")
(('nguyen',), ('phuc', 'phuoc'))
>>> is_vietnamese(("tran", "hung", "dao")), is_vietnamese(("cao", "mai"))
(True, False)
"""

from collections.abc import Sequence
from functools import cache

from namelink.tables.loader import rows
from namelink.tables.syllables import spellings_of

# Names of fewer syllables or more are hardly Vietnamese.
FEWEST, MOST = 2, 5


@cache
def _readings() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Readings as a surname and in a given name, by character."""
    return {
        row["han"]: (_listed(row["surname"]), _listed(row["given"]))
        for row in rows("vietnamese_readings")
    }


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(reading for said, _ in _readings().values() for reading in said)


@cache
def _syllables() -> frozenset[str]:
    return _surnames().union(*(given for _, given in _readings().values()))


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(form for forms in spellings_of("pinyin").values() for form in forms)


def surname_readings(char: str) -> tuple[str, ...]:
    """How a surname is read, most usual first, without marks.

    Args:
        char: one character, in simplified space.

    Returns:
        The readings; none for what is no surname of Vietnam.
    """
    return _readings().get(char, ((), ()))[0]


def given_readings(char: str) -> tuple[str, ...]:
    """How a character of a given name is read, without marks.

    Args:
        char: one character, in simplified space.

    Returns:
        The readings; none for what names hardly have.
    """
    return _readings().get(char, ((), ()))[1]


def is_vietnamese(words: Sequence[str]) -> bool:
    """Whether a Latin name may be that of a Vietnamese person, surname first.

    Args:
        words: its words, folded.

    Returns:
        True where the first word is a surname, all words are syllables of such names, and they are
        not all Hanyu Pinyin: Cao Mai is rather Chinese.
    """
    if not FEWEST <= len(words) <= MOST or words[0] not in _surnames():
        return False
    return _syllables().issuperset(words) and not _pinyin().issuperset(words)


def is_place(words: Sequence[str]) -> bool:
    """Whether a Latin name may be that of a place of Vietnam.

    >>> is_place(("ha", "tinh")), is_place(("long", "an")), is_place(("new", "york"))
    (True, True, False)

    Args:
        words: its words, folded.

    Returns:
        True where all words are syllables of Vietnamese names.
    """
    return FEWEST <= len(words) < MOST and _syllables().issuperset(words)
