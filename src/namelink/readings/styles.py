"""How documents write a spelled name: order, capitals, hyphens, initials.

A style is handed the syllables of the surname and of the given name and gives the whole.

>>> plain(("wu",), ("yong", "ming"))
'Wu Yongming'
>>> initials(("zhu", "ge"), ("liang",))
'Zhuge L.'
"""

from collections.abc import Callable
from dataclasses import dataclass

Syllables = tuple[str, ...]
Style = Callable[[Syllables, Syllables], str]


def solid(syllables: Syllables) -> str:
    """Syllables in one word, with the apostrophe before a vowel (GB/T 28039-2011: Xi'an)."""
    text = syllables[0] if syllables else ""
    for syllable in syllables[1:]:
        text += f"'{syllable}" if syllable[0] in "aeo" else syllable
    return text.capitalize()


def _head(surname: Syllables) -> str:
    """A surname: a compound one solid, two surnames side by side with a hyphen (Zheng-Li)."""
    return "-".join(part.capitalize() for part in "".join(surname).split("+"))


def plain(surname: Syllables, given: Syllables) -> str:
    """Wu Yongming."""
    return f"{_head(surname)} {solid(given)}".strip()


def given_first(surname: Syllables, given: Syllables) -> str:
    """Yongming Wu."""
    return f"{solid(given)} {_head(surname)}".strip()


def hyphen(surname: Syllables, given: Syllables) -> str:
    """Wu Yung-ming."""
    return f"{_apart(surname)} {'-'.join(given).capitalize()}"


def hyphen_given_first(surname: Syllables, given: Syllables) -> str:
    """Yung-ming Wu."""
    return f"{'-'.join(given).capitalize()} {_apart(surname)}"


def spaced(surname: Syllables, given: Syllables) -> str:
    """Tan Ah Kow."""
    return f"{_apart(surname)} {' '.join(each.capitalize() for each in given)}"


def capitals(surname: Syllables, given: Syllables) -> str:
    """LEUNG Chiu-wai."""
    return f"{_apart(surname).upper()} {'-'.join(given).capitalize()}"


def passport(surname: Syllables, given: Syllables) -> str:
    """WU, YONGMING."""
    return f"{''.join(surname).replace('+', '')}, {''.join(given)}".upper()


def initials(surname: Syllables, given: Syllables) -> str:
    """Wu Y. M."""
    return f"{_head(surname)} {_letters(given)}"


def initials_first(surname: Syllables, given: Syllables) -> str:
    """Y. M. Wu."""
    return f"{_letters(given)} {_head(surname)}"


def _letters(given: Syllables) -> str:
    return " ".join(f"{each[0].upper()}." for each in given)


def _apart(surname: Syllables) -> str:
    """Syllables of the surname as words of their own (Chan Fung), but one for a compound one."""
    return " ".join(part.capitalize() for part in "".join(surname).split("+"))


@dataclass(frozen=True, slots=True)
class Convention:
    """A way in which documents spell a person's name.

    Attributes:
        name: what it is called.
        surname: romanization of the surname.
        given: romanization of the given name.
        style: how the whole is written.
        share: how usual it is in documents, in rough shares.
    """

    name: str
    surname: str
    given: str
    style: Style
    share: float


CONVENTIONS: tuple[Convention, ...] = (
    Convention("pinyin", "pinyin", "pinyin", plain, 0.3),
    Convention("order", "pinyin", "pinyin", given_first, 0.18),
    Convention("passport", "pinyin", "pinyin", passport, 0.07),
    Convention("hyphen", "pinyin", "pinyin", hyphen, 0.05),
    Convention("spaced", "pinyin", "pinyin", spaced, 0.02),
    Convention("initials", "pinyin", "pinyin", initials, 0.035),
    Convention("initials", "pinyin", "pinyin", initials_first, 0.035),
    Convention("wade-giles", "wade-giles", "wade-giles", hyphen, 0.06),
    Convention("wade-giles", "wade-giles", "wade-giles", hyphen_given_first, 0.03),
    Convention("wade-giles", "wade-giles", "wade-giles", plain, 0.01),
    Convention("taiwan", "wade-giles", "pinyin", hyphen, 0.01),
    Convention("tongyong", "tongyong", "tongyong", hyphen, 0.012),
    Convention("mps2", "mps2", "mps2", hyphen, 0.005),
    Convention("gwoyeu", "gwoyeu", "gwoyeu", hyphen, 0.003),
    Convention("cantonese", "cantonese", "cantonese", hyphen, 0.05),
    Convention("cantonese", "cantonese", "cantonese", capitals, 0.03),
    Convention("cantonese", "cantonese", "cantonese", spaced, 0.03),
    Convention("minnan", "minnan", "minnan", spaced, 0.03),
    Convention("southern surname", "cantonese", "pinyin", plain, 0.008),
    Convention("southern surname", "minnan", "pinyin", plain, 0.012),
)
