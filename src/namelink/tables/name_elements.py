"""Elements of names that the Chinese press writes in set ways: 莫哈末 is Mohd, Mohamed, Muhammad.

>>> [spellings[0] for _, spellings, _ in elements_at("莫哈末哈达", 0)]
[('mohd',)]
>>> elements_at("莫言", 0)
[]
"""

from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from namelink.tables.loader import rows

Words = tuple[str, ...]

# Names of so many characters are no element of one character beside another.
_LONGEST_TAKEN = 2


class Element(NamedTuple):
    """One written form of an element.

    Attributes:
        form: simplified characters.
        spellings: Latin spellings, each as its words.
        common: whether so many bear it that it tells little.
    """

    form: str
    spellings: tuple[Words, ...]
    common: bool


@cache
def _by_first() -> dict[str, tuple[Element, ...]]:
    """Elements by their first character."""
    every = sorted(
        Element(
            form,
            tuple(tuple(spelling.split()) for spelling in row["latin"].split("|")),
            row["bearers"] == "many",
        )
        for row in rows("name_elements")
        for form in row["han"].split("|")
    )
    return {first: tuple(own) for first, own in groupby(every, key=lambda each: each.form[0])}


def elements_at(chars: str, start: int) -> list[Element]:
    """Elements that may stand at a place of a name.

    One of a single character (旺, 星) stands at either end of longer names alone.

    Args:
        chars: the name in simplified characters.
        start: where the element begins.

    Returns:
        All of them; one form may be that of several.
    """
    found = _by_first().get(chars[start], ())
    ends = len(chars) > _LONGEST_TAKEN and start in (0, len(chars) - 1)
    return [
        each
        for each in found
        if chars.startswith(each.form, start) and (ends or len(each.form) > 1)
    ]


@cache
def usual_spellings() -> dict[Words, tuple[Words, ...]]:
    """The first spelling of each element that a spelling may be of, by the spelling's words."""
    found: dict[Words, dict[Words, None]] = {}
    for own in _by_first().values():
        for each in own:
            for words in each.spellings:
                found.setdefault(words, {})[each.spellings[0]] = None
    return {words: tuple(firsts) for words, firsts in found.items()}


@cache
def element_words() -> frozenset[str]:
    """Spellings of one word."""
    return frozenset(words[0] for words in usual_spellings() if len(words) == 1)


@lru_cache(maxsize=1_000)
def covered(chars: str) -> int:
    """How many characters of a name can be elements, side by side.

    >>> covered("哈里玛莫哈末萨蒂"), covered("张念群")
    (6, 0)

    Args:
        chars: the name in simplified characters.

    Returns:
        The most characters that elements take.
    """
    most = [0] * (len(chars) + 1)
    for start in reversed(range(len(chars))):
        sizes = [len(each.form) for each in elements_at(chars, start)]
        most[start] = max([most[start + 1], *(size + most[start + size] for size in sizes)])
    return most[0]
