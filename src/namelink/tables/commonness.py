"""How common surnames and given-name characters are among Chinese people.

>>> surname_share("王") > surname_share("逄")
True
>>> given_share("伟") > given_share("泳")
True
"""

from functools import cache

from namelink.tables.loader import columns_and_lines
from namelink.tables.names import single_surnames, surname_bits

# What is in no list is borne by few; the floor keeps it from outvoting everything else.
_RAREST = 2.0**-17


@cache
def _shares() -> tuple[dict[str, float], dict[str, float]]:
    surname: dict[str, float] = {}
    given: dict[str, float] = {}
    for han, one, other in columns_and_lines("name_characters")[1]:
        if one:
            surname[han] = 2.0 ** (-int(one) / 2)
        if other:
            given[han] = 2.0 ** (-int(other) / 2)
    # Half-bit bands are rounded shares, whose sum strays from one.
    most = sum(given.values())
    return surname, {char: share / most for char, share in given.items()}


def surname_share(surname: str) -> float:
    """Share of people who bear a surname.

    Args:
        surname: simplified characters.

    Returns:
        A share; a floor for what is not known as a surname.
    """
    known = _shares()[0].get(surname)
    return known if known is not None else max(2.0 ** -surname_bits(surname), _RAREST)


def given_share(char: str) -> float:
    """Share of given-name characters that are this one.

    Args:
        char: one simplified character.

    Returns:
        A share; a floor for what is in no list.
    """
    return _shares()[1].get(char, _RAREST)


@cache
def surname_characters() -> tuple[tuple[str, float], ...]:
    """Surnames of one character with the share of people who bear each; sums to one."""
    every = {surname: surname_share(surname) for surname in single_surnames()}
    total = sum(every.values())
    return tuple((surname, share / total) for surname, share in sorted(every.items()))


@cache
def given_characters() -> tuple[tuple[str, float], ...]:
    """Given-name characters with the share of each; sums to one."""
    return tuple(sorted(_shares()[1].items()))
