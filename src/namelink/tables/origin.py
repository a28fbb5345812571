"""Whether characters are rather a Chinese person's name or a foreign one written by sound.

Both are written with a few hundred characters, but hardly with the same ones: 志 and 慧 name
Chinese people, 斯 and 尔 write foreign sounds.

>>> chinese_bits("沈志勤") > 10, chinese_bits("麦克斯") < -10
(True, True)
"""

from functools import cache, lru_cache
from math import log2

from namelink.tables.commonness import given_share, surname_share
from namelink.tables.japanese import best_split
from namelink.tables.loader import columns_and_lines
from namelink.tables.names import LONGEST_PERSON, compound_surnames, surname_length

# What no foreign name is written with.
_RAREST = 2.0**-19
# Married women who put their husband's surname before their own, among all.
_DOUBLE = 2.0**-6
# Below this, hardly one Chinese person in fifty is named.
_SURELY_FOREIGN = -4.0
# Above this, hardly one Chinese person in fifty is named.
SURELY_JAPANESE = 5.0
_SHORTEST_JAPANESE, _LONGEST_JAPANESE = 3, 6


@cache
def _shares() -> dict[str, float]:
    return {
        han: 2.0 ** (-int(share) / 2) for han, share in columns_and_lines("sound_characters")[1]
    }


def sound_share(char: str) -> float:
    """Share of the characters of foreign names that are this one.

    Args:
        char: one simplified character.

    Returns:
        A share; a floor for what is in no list.
    """
    return _shares().get(char, _RAREST)


@lru_cache(maxsize=20_000)
def _sound_log(char: str) -> float:
    return log2(sound_share(char))


@lru_cache(maxsize=20_000)
def _given_log(char: str) -> float:
    return log2(given_share(char))


@lru_cache(maxsize=20_000)
def chinese_bits(text: str) -> float:
    """Weight of the characters for a Chinese person against a foreign name of equal length.

    Args:
        text: simplified characters.

    Returns:
        log2 of the ratio of the two probabilities; minus infinity for what begins with no Chinese
        surname or is longer than Chinese names are.
    """
    length = surname_length(text)
    if not length or not 2 <= len(text) <= LONGEST_PERSON:
        return float("-inf")
    if length == 1 or text[:2] in compound_surnames():
        head = log2(surname_share(text[:length]))
    else:
        head = log2(_DOUBLE * surname_share(text[0]) * surname_share(text[1]))
    chinese = head + sum(map(_given_log, text[length:]))
    return chinese - sum(map(_sound_log, text))


@lru_cache(maxsize=2_000)
def foreign_bits(text: str) -> float:
    """Weight of the characters for a foreign name against a Chinese person's, whole or given.

    >>> foreign_bits("马奥尼") > 5, foreign_bits("泳铭") < 0
    (True, True)

    Args:
        text: simplified characters.

    Returns:
        log2 of the ratio to the more probable of the two.
    """
    given = sum(_given_log(char) - _sound_log(char) for char in text)
    return -max(chinese_bits(text), given)


@lru_cache(maxsize=20_000)
def japanese_bits(text: str) -> float:
    """Weight of the characters for a Japanese person against a Chinese and a foreign one.

    >>> japanese_bits("安倍晋三") > 5, japanese_bits("沈志勤") < -5
    (True, True)

    Args:
        text: simplified characters.

    Returns:
        log2 of the ratio to the more probable of the two; minus infinity for what is shorter or
        longer than Japanese names are.
    """
    if not _SHORTEST_JAPANESE <= len(text) <= _LONGEST_JAPANESE:
        return float("-inf")
    return japanese_odds(text)


@lru_cache(maxsize=5_000)
def japanese_odds(text: str) -> float:
    """As `japanese_bits`, for names of any length from two characters.

    Args:
        text: simplified characters, two at least.

    Returns:
        log2 of the ratio.
    """
    foreign = sum(map(_sound_log, text))
    return best_split(text)[0] - max(foreign, chinese_bits(text) + foreign)


def chinese_surname_length(text: str) -> int:
    """Number of characters of the surname at the head of what may be a Chinese person's name.

    Args:
        text: simplified characters.

    Returns:
        As `surname_length`; 0 where the characters are those of a foreign or Japanese name, which
        may begin like a surname by chance (麦克斯韦, 安倍晋三).
    """
    if len(text) > 1 and chinese_bits(text[:LONGEST_PERSON]) < _SURELY_FOREIGN:
        return 0
    if japanese_bits(text) > SURELY_JAPANESE:
        return 0
    return surname_length(text)
