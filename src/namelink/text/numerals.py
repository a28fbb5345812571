"""Numbers in names, however they are written: 第十三, 三, 13th, Third, II.

>>> [(n.value, n.sure) for n in numerals(tuple("第十三届"), ("han",) * 4)]
[(13, True)]
>>> [n.value for n in numerals(("third", "hospital"), ("latin", "latin"))]
[3]
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DIGITS = {char: at for at, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100}
# 二期, 十四届 and 八局 are numbers as surely as 第二.
_COUNTED = frozenset("期届号局院所厂")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_VALUE = {word: at for at, word in enumerate(_ORDINALS, start=1)}
_BEGINNINGS = frozenset("第") | _DIGITS.keys() | _PLACES.keys()
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_TENS = {
    word: at
    for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
# 2K11 is the game of the year 2011.
_THOUSAND = "k"
_LONGEST_YEAR = 2
_TENTH = 10
# Years whose last two digits may stand for them: 13, '99.
_YEARS = range(1980, 2040)
# Season Four is as sure as Fourth Season; Four alone may be a part of the name.
_COUNTS = frozenset("season part chapter book volume episode act phase".split())
# A letter solid with a number is a model's: X60, 10s; 3D is none. Two and more are a word or an
# abbreviation beside the number (MX4, TM20).
_DIMENSIONS = frozenset({("2", "d"), ("3", "d")})
# Rally 2.0 is the second.
_PLAIN = re.compile(r"(\d{1,6})(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a name.

    Attributes:
        start: first atom.
        size: number of atoms.
        value: the number.
        sure: whether it counts things, rather than being a character of a word (三星).
    """

    start: int
    size: int
    value: int
    sure: bool


def numerals(keys: Sequence[str], shapes: Sequence[str]) -> list[Numeral]:
    """Find the numbers of a name.

    Args:
        keys: folded key an atom.
        shapes: shape an atom.

    Returns:
        The numbers in order, not overlapping.
    """
    found = []
    at = 0
    while at < len(keys):
        key = keys[at]
        if shapes[at] == "han":
            one = _han(keys, at) if key in _BEGINNINGS else None
        else:
            one = _other(keys, at)
        if one is not None:
            found.append(one)
        at += one.size if one is not None else 1
    return found


def may_count(key: str) -> bool:
    """Whether an atom outside Chinese can be a number, if only beside a word that is counted.

    >>> may_count("four"), may_count("third"), may_count("season")
    (True, True, False)

    Args:
        key: the folded key.

    Returns:
        False for most words.
    """
    return key in _VALUE or key in _CARDINALS or key in _TENS or bool(_PLAIN.fullmatch(key))


def short_year(value: int) -> int | None:
    """What a year may be cut to: 13 for 2013, but a 2002 is no second part.

    >>> short_year(1999), short_year(2013), short_year(2002), short_year(51)
    (99, 13, None, None)

    Args:
        value: a number.

    Returns:
        Its last two digits; None for what is no year, and for digits that begin with a zero.
    """
    last = value % 100
    return last if value in _YEARS and last >= _TENTH else None


def is_code(
    keys: Sequence[str], shapes: Sequence[str], spans: Sequence[tuple[int, int]], at: int
) -> bool:
    """Whether a letter is written solid with a number, as in the name of a model.

    >>> is_code(("galaxy", "s", "21"), ("latin", "latin", "number"), ((0, 6), (7, 8), (8, 10)), 1)
    True

    Args:
        keys: folded key an atom.
        shapes: shape an atom.
        spans: start and end an atom.
        at: position of the letter.

    Returns:
        False for words, and for letters that stand apart.
    """
    return len(keys[at]) == 1 and any(
        one >= 0
        and other < len(keys)
        and "number" in (shapes[one], shapes[other])
        and spans[one][1] == spans[other][0]
        and (keys[one], keys[other]) not in _DIMENSIONS
        for one, other in ((at - 1, at), (at, at + 1))
    )


def _other(keys: Sequence[str], at: int) -> Numeral | None:
    key = keys[at]
    if key in _VALUE:
        return Numeral(at, 1, _VALUE[key], sure=True)
    if key in _TENS:
        return _tens(keys, at)
    if key in _CARDINALS and at and keys[at - 1] in _COUNTS:
        return Numeral(at, 1, _CARDINALS.index(key) + 1, sure=True)
    plain = key[:1].isdecimal() and _PLAIN.fullmatch(key)
    year = _thousands(keys, at) if plain else None
    if year is not None:
        return year
    return Numeral(at, 1, int(plain[1]), sure=True) if plain else None


def _tens(keys: Sequence[str], at: int) -> Numeral | None:
    """Forty Two, Twenty Fourth; Forty alone may be a part of the name."""
    ones = keys[at + 1] if at + 1 < len(keys) else ""
    value = _VALUE.get(ones) or (_CARDINALS.index(ones) + 1 if ones in _CARDINALS else 0)
    if not 0 < value < _TENTH:
        return None
    return Numeral(at, 2, 10 * _TENS[keys[at]] + value, sure=True)


def _thousands(keys: Sequence[str], at: int) -> Numeral | None:
    """2K11."""
    if at + 2 >= len(keys) or keys[at + 1] != _THOUSAND or len(keys[at]) > 1:
        return None
    rest = keys[at + 2]
    if not (rest.isdecimal() and len(rest) <= _LONGEST_YEAR):
        return None
    return Numeral(at, 3, 1000 * int(keys[at]) + int(rest), sure=True)


def _han(keys: Sequence[str], start: int) -> Numeral | None:
    first = start + (keys[start] == "第")
    end = first
    while end < len(keys) and (keys[end] in _DIGITS or keys[end] in _PLACES):
        end += 1
    if end == first:
        return _mixed(keys, start, first)
    counted = end < len(keys) and keys[end] in _COUNTED
    tens = end - first > 1 and any(key in _PLACES for key in keys[first:end])
    sure = first > start or counted or tens
    return Numeral(start, end - start, _value(keys[first:end]), sure=sure)


def _mixed(keys: Sequence[str], start: int, first: int) -> Numeral | None:
    """第4."""
    digits = _PLAIN.fullmatch(keys[first]) if start < first < len(keys) else None
    return Numeral(start, 2, int(digits[1]), sure=True) if digits else None


def _value(chars: Sequence[str]) -> int:
    """十三 is 13, 二十 20, 一百零八 108, 二〇〇八 2008."""
    if not any(char in _PLACES for char in chars):
        return int("".join(str(_DIGITS[char]) for char in chars))
    total = digit = 0
    for char in chars:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
