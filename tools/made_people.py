"""Made-up Chinese people with the Latin names that documents would give them, for fitting.

Characters are drawn by how common they are in names, spellings by how often a romanization writes
a character so. What is drawn stands for nobody; it teaches how much an agreement, a leftover part
or a wrong syllable tells in each romanization, for which too few real pairs may be learned from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

# Share of each way to spell a name: a romanization, or two of them.
WAYS = {
    ("pinyin", "pinyin"): 0.46,
    ("wade-giles", "wade-giles"): 0.15,
    ("tongyong", "tongyong"): 0.04,
    ("cantonese", "cantonese"): 0.2,
    ("minnan", "minnan"): 0.12,
    ("wade-giles", "pinyin"): 0.01,
    ("cantonese", "pinyin"): 0.01,
    ("minnan", "pinyin"): 0.01,
}
_COMPOUND = 0.05
# Married women of Hong Kong who put their husband's surname before their own.
_DOUBLE = 0.03
_WESTERN = (
    "Eric", "Grace", "David", "Amy", "Kevin", "Peter", "Alice", "Tony", "Regina", "Vincent",
    "Michelle", "Raymond", "Winnie", "Kenneth", "Carrie", "Patrick", "Emily", "Jason",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A made-up person.

    Attributes:
        surname: characters of the surname, simplified.
        given: characters of the given name, simplified.
        way: romanizations of surname and given name.
        head: the spelled surname; two surnames side by side are two words.
        tail: the spelled given name, a syllable a character.
        western: an English given name, perhaps none.
    """

    surname: str
    given: str
    way: tuple[str, str]
    head: str
    tail: tuple[str, ...]
    western: str

    @property
    def han(self) -> str:
        """The name in simplified characters."""
        return self.surname + self.given


def make(count: int, rnd: random.Random) -> list[Person]:
    """Draw people.

    Args:
        count: how many.
        rnd: source of chance.

    Returns:
        As many people.
    """
    ways, weights = zip(*WAYS.items(), strict=True)
    found: list[Person] = []
    while len(found) < count:
        way = rnd.choices(ways, weights)[0]
        surname = _surname(rnd)
        given = "".join(_character(rnd) for _ in range(rnd.choice((1, 2, 2, 2))))
        person = spell(surname, given, way, rnd)
        if person is not None:
            found.append(person)
    return found


def spell(surname: str, given: str, way: tuple[str, str], rnd: random.Random) -> Person | None:
    """Spell a name; None where a romanization does not know one of its characters."""
    from namelink.tables.names import surname_reading

    compound = surname_reading(surname)
    if compound:
        reading = compound.split("|")[0].split(" ")
    else:
        reading = [surname_reading(char).split("|")[0] for char in surname]
    head = [
        _syllable(char, said, way[0], rnd) for char, said in zip(surname, reading, strict=False)
    ]
    tail = [_syllable(char, "", way[1], rnd) for char in given]
    if not all(head) or not all(tail) or len(head) < len(surname):
        return None
    often = 0.35 if way[0] in ("cantonese", "minnan") else 0.12
    western = rnd.choice(_WESTERN) if rnd.random() < often else ""
    solid = ("" if compound else " ").join(head)
    return Person(surname, given, way, solid, tuple(tail), western)


def written(person: Person, rnd: random.Random) -> str:
    """The Latin name as some document writes it.

    Never by an English given name alone (Eddie Wu): what that tells is set by hand.
    """
    head, tail = person.head.title(), _given(person, rnd)
    western = person.western
    order, capitals = rnd.random(), rnd.random()
    if capitals < 0.12:
        head = head.upper()
    if person.way[0] == "pinyin" and not western and order > 0.95:
        return _initials(person, rnd)
    if order < 0.6:
        text = f"{head} {tail} {western}" if order < 0.3 else f"{western} {head} {tail}"
    elif order < 0.93:
        text = f"{western} {tail} {head}"
    else:
        text = f"{head}, {tail} {western}"
    text = " ".join(text.split())
    return text.upper() if capitals > 0.93 else text


def titled(han: str, latin: str, rnd: random.Random) -> tuple[str, str]:
    """A name with a title or a form of address on one side or both (马云先生, Mr. Ma Yun)."""
    from namelink.tables.names import titles

    after = sorted(title for title in titles("han", "after") if len(title) > 1)
    before = sorted(titles("latin", "before"))
    if rnd.random() < 0.7:
        usual = ("先生", "女士", "博士", "教授", "主席", "总理", "院士", "部长", "老师")
        han += rnd.choice(usual) if rnd.random() < 0.6 else rnd.choice(after)
    if rnd.random() < 0.7:
        forms = ("mr.", "ms.", "dr.", "prof.", "president", "premier", "sir", "chairman")
        word = rnd.choice(forms) if rnd.random() < 0.6 else rnd.choice(before)
        latin = f"{word.title()} {latin}"
    return han, latin


def disordered(person: Person) -> str | None:
    """The same syllables in an order that makes another name (Ho Kwan-yiu of Yiu Kwan-ho)."""
    if len(person.tail) != 2 or " " in person.head or len({person.head, *person.tail}) < 3:
        return None
    first, second = person.tail
    return f"{second.capitalize()} {first.capitalize()}-{person.head}"


def _given(person: Person, rnd: random.Random) -> str:
    solid = {"pinyin": 0.85, "wade-giles": 0.1, "tongyong": 0.2}.get(person.way[1], 0.04)
    draw = rnd.random()
    if draw < solid:
        return "".join(person.tail).capitalize()
    if person.way[1] == "minnan" or draw > 0.75:
        return " ".join(syllable.capitalize() for syllable in person.tail)
    if draw > 0.65:
        return "-".join(syllable.capitalize() for syllable in person.tail)
    return "-".join(person.tail).capitalize()


def _initials(person: Person, rnd: random.Random) -> str:
    letters = [f"{syllable[0].upper()}." for syllable in person.tail]
    short = rnd.choice((" ", "-", "")).join(letters)
    head = person.head.title()
    return f"{head} {short}" if rnd.random() < 0.5 else f"{short} {head}"


def _syllable(char: str, surname: str, system: str, rnd: random.Random) -> str:
    from namelink.readings.spelled import shares

    known = shares(char, surname, system)
    return rnd.choices(list(known), list(known.values()))[0] if known else ""


def _surname(rnd: random.Random) -> str:
    single, compound = _surnames()
    # Compound surnames are rare among people and frequent among those who are written about.
    draw = rnd.random()
    if draw < _COMPOUND:
        return rnd.choice(compound)
    names, weights = single
    if draw < _COMPOUND + _DOUBLE:
        return "".join(rnd.choices(names, weights, k=2))
    return rnd.choices(names, weights)[0]


@cache
def _surnames() -> tuple[tuple[list[str], list[float]], list[str]]:
    from namelink.tables.commonness import surname_characters
    from namelink.tables.names import compound_surnames

    names, weights = zip(*surname_characters(), strict=True)
    # Square roots, so that the rare ones are seen at all.
    return (list(names), [share**0.5 for share in weights]), sorted(compound_surnames())


def _character(rnd: random.Random) -> str:
    names, weights = _characters()
    return rnd.choices(names, weights)[0]


@cache
def _characters() -> tuple[list[str], list[float]]:
    from namelink.tables.commonness import given_characters

    names, weights = zip(*given_characters(), strict=True)
    return list(names), list(weights)
