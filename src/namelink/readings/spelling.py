"""From Han to Latin: the spellings that a Chinese name may take, ranked, each with its convention.

People: surname and given name by every reading and romanization, in the styles of documents
(`namelink.readings.styles`). Other names: the pinyin of their characters, solid or word by word,
where the words of a dictionary tell how a character is read (银行 yinhang, not yinxing).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2

from namelink.model.batch import Form
from namelink.model.kinds import Kind, Role
from namelink.model.name import Spelling
from namelink.readings.engines import cut_words, phrase_reading
from namelink.readings.spelled import readings, shares
from namelink.readings.styles import CONVENTIONS, Convention, Syllables, passport, solid
from namelink.tables.names import compound_surnames
from namelink.tables.syllables import spellings_of

# A surname takes its table reading nearly always; given names of two characters with two readings
# each have four, more are rarely asked for.
_MOST_READINGS = {"pinyin": 4}
_OTHER_READINGS = 2
_MOST_PRODUCTS = 8
# Rarer spellings than one in so many are not worth listing.
_LEAST_SHARE = 2e-4

Way = tuple[Syllables, float]


def spellings_of_form(form: Form, kind: Kind) -> list[Spelling]:
    """Spellings of a form in Han characters.

    Args:
        form: the name.
        kind: whether it is a person.

    Returns:
        Spellings, most probable first, a character without reading as it stands; empty when no
        character has one.
    """
    chars = [at for at, shape in enumerate(form.shapes) if shape == "han"]
    if not any(readings(form.keys[at], form.surname[at]) for at in chars):
        return []
    surname = [at for at in chars if form.roles[at] is Role.SURNAME]
    person = kind is Kind.PERSON and 0 < len(surname) < len(chars)
    found: dict[tuple[str, str], float] = {}
    made = _person(form, chars, len(surname)) if person else _body(form, chars)
    for text, system, share in made:
        if share > found.get((text, system), 0.0):
            found[text, system] = share
    total = sum(found.values())
    best: dict[str, Spelling] = {}
    for (text, system), share in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if share >= _LEAST_SHARE * total:
            best.setdefault(text, Spelling(text=text, system=system, weight=log2(share / total)))
    return list(best.values())


def _person(form: Form, chars: Sequence[int], split: int) -> Iterator[tuple[str, str, float]]:
    """Text, convention and share of every spelling of a person's name."""
    head, tail = chars[:split], chars[split:]
    keys = "".join(form.keys[at] for at in head)
    double = split == 2 and keys not in compound_surnames()
    for each in CONVENTIONS:
        given = _ways(form, tail, each.given, each)
        for surname, one in _ways(form, head, each.surname, each):
            # Two surnames side by side are marked for the styles, which part them.
            said = (f"{surname[0]}+", *surname[1:]) if double else surname
            for name, other in given:
                yield each.style(said, name), each.name, each.share * one * other


def _ways(form: Form, places: Sequence[int], system: str, convention: Convention) -> list[Way]:
    """The most probable ways to spell some characters in one romanization."""
    # A character that stands twice is spelled alike both times (娜娜 is not Nanuo).
    times = Counter((form.keys[at], form.surname[at]) for at in places)
    options = []
    for (char, surname), count in times.items():
        if not readings(char, surname):
            own = [(char, 1.0)]
        elif system == "pinyin":
            own = [
                (_umlaut(said, convention), share)
                for said, share in readings(char, surname)[: _MOST_READINGS[system]]
            ]
        else:
            known = shares(char, surname, system)
            own = sorted(known.items(), key=lambda pair: (-pair[1], pair[0]))[:_OTHER_READINGS]
        options.append([(said, share**count) for said, share in own])
    order = list(times)
    spots = [order.index((form.keys[at], form.surname[at])) for at in places]
    ways = [(tuple(way[spot] for spot in spots), share) for way, share in _most_probable(options)]
    return sorted(ways, key=lambda way: (-way[1], way[0]))


def _most_probable(options: Sequence[Sequence[tuple[str, float]]]) -> list[Way]:
    """The best products of one choice a place: what is not among the best so far never will be."""
    ways: list[Way] = [((), 1.0)]
    for own in options:
        longer = [((*way, said), share * part) for way, share in ways for said, part in own]
        longer.sort(key=lambda way: -way[1])
        ways = longer[:_MOST_PRODUCTS]
    return ways


def _umlaut(syllable: str, convention: Convention) -> str:
    """Pinyin prints ü; passports print YU (LYU), but LUE and NUE."""
    if "v" not in syllable:
        return syllable
    if convention.style is passport:
        return spellings_of("pinyin")[syllable][0]
    return syllable.replace("v", "ü")


# Name of the system, whether word by word, and how usual that is.
_BODY = (
    ("pinyin", True, 0.6),
    ("pinyin", False, 0.2),
    ("wade-giles", False, 0.1),
    ("tongyong", False, 0.05),
    ("mps2", False, 0.02),
    ("gwoyeu", False, 0.02),
)


def _body(form: Form, chars: Sequence[int]) -> Iterator[tuple[str, str, float]]:
    """Text, system and share of every spelling of a name that is no person's."""
    text = "".join(form.keys[at] for at in chars)
    words = cut_words(text)
    options = [
        [(said, 1.0)] if said else _said(char)
        for word in words
        for char, said in zip(word, phrase_reading(word) or ("",) * len(word), strict=True)
    ]
    for way, share in _most_probable(options):
        for system, by_word, usual in _BODY:
            spelled = tuple(_spelled(said, system) for said in way)
            yield _words(spelled, words) if by_word else solid(spelled), system, share * usual


def _said(char: str) -> list[tuple[str, float]]:
    """Readings of a character; what has none is written as it stands."""
    return list(readings(char, ""))[: _MOST_READINGS["pinyin"]] or [(char, 1.0)]


def _spelled(syllable: str, system: str) -> str:
    if system == "pinyin":
        return syllable.replace("v", "ü")
    return spellings_of(system).get(syllable, (syllable,))[0]


def _words(syllables: Syllables, words: Sequence[str]) -> str:
    """Syllables written word by word (GB/T 16159: Beijing Daxue)."""
    told, at = [], 0
    for word in words:
        told.append(solid(syllables[at : at + len(word)]))
        at += len(word)
    return " ".join(told)
