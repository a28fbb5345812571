"""From Latin back: the romanizations that a name may be spelled in, with possible surnames.

Every split of the words into surname and given name is read in every romanization. What a reading
weighs is P(romanization) P(surname spelled so) P(syllables spelled so), summed over the characters
that may stand behind; two romanizations in one name are possible, and less probable.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log2, prod

from namelink.model.batch import Form
from namelink.model.name import System
from namelink.readings.spelled import SYSTEM_SHARES, shares
from namelink.tables.commonness import given_characters, surname_characters, surname_share
from namelink.tables.names import compound_surnames, surname_reading, western_given_names
from namelink.tables.syllables import segmentations

_MIXED = 0.05
# How often documents of each romanization put the surname first.
_SURNAME_FIRST = {
    "pinyin": 0.55,
    "wade-giles": 0.75,
    "tongyong": 0.7,
    "mps2": 0.7,
    "gwoyeu": 0.6,
    "cantonese": 0.8,
    "minnan": 0.93,
    "korean": 0.6,
}
_MOST_SURNAMES = 8
_MOST = 12
_LEAST_SHARE = 1e-3
_LONGEST_GIVEN = 3
_LONGEST_NAME = 5

Shares = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Split:
    """Words taken as surname, Chinese given name and Western given name."""

    surname: tuple[int, ...]
    given: tuple[int, ...]
    western: tuple[int, ...]
    surname_first: bool


def systems_of_form(form: Form) -> list[System]:
    """Ways to read a Latin name as that of a Chinese person.

    Args:
        form: the name.

    Returns:
        The ways, most probable first; empty when it cannot be one.
    """
    if not 0 < len(form.keys) <= _LONGEST_NAME or set(form.shapes) != {"latin"}:
        return []
    found: dict[tuple[str, _Split, tuple[str, ...]], float] = {}
    for split in _splits(form):
        surname = "".join(form.keys[at] for at in split.surname)
        for head, known in _heads().items():
            if surname not in known:
                continue
            for tail in SYSTEM_SHARES if split.given else (head,):
                for cut, likely in _given(form, split.given, tail):
                    system = head if head == tail else f"{head}+{tail}"
                    first = _SURNAME_FIRST[head]
                    share = first if split.surname_first or not split.given else 1 - first
                    share *= SYSTEM_SHARES[head] * sum(known[surname].values())
                    if head != tail:
                        share *= _MIXED * SYSTEM_SHARES[tail]
                    found[system, split, cut] = share * likely
    total = sum(found.values())
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0][0], item[0][2]))
    return [
        _told(form, key, share / total)
        for key, share in ranked[:_MOST]
        if share >= _LEAST_SHARE * total
    ]


def _told(form: Form, key: tuple[str, _Split, tuple[str, ...]], share: float) -> System:
    system, split, cut = key
    surname = "".join(form.keys[at] for at in split.surname)
    known = _heads()[system.partition("+")[0]][surname]
    ranked = sorted(known, key=lambda name: (-known[name], name))
    return System(
        system=system,
        surname=_text(form, split.surname),
        surnames=tuple(ranked[:_MOST_SURNAMES]),
        given=_text(form, split.given),
        syllables=cut,
        western=_text(form, split.western),
        weight=log2(share),
    )


def _text(form: Form, places: Sequence[int]) -> str:
    if not places:
        return ""
    return form.text[form.spans[places[0]][0] : form.spans[places[-1]][1]]


def _splits(form: Form) -> Iterator[_Split]:
    """Surname first or last, of one word or two; what a hyphen joins stays together."""
    every = _words(form)
    foreign = tuple(word for word in every if form.keys[word[0]] in western_given_names())
    for western in (foreign, ()) if foreign else ((),):
        words = [word for word in every if word not in western]
        for size in (1, 2):
            for first in (True, False):
                head = words[:size] if first else words[len(words) - size :]
                given = words[size:] if first else words[: len(words) - size]
                if len(head) == size and (given or first):
                    yield _Split(
                        surname=_joined(head),
                        given=_joined(given),
                        western=_joined(western),
                        surname_first=first,
                    )


def _words(form: Form) -> list[tuple[int, ...]]:
    """Atoms by word: those that a hyphen joins are one."""
    found: list[tuple[int, ...]] = []
    for at, (start, _) in enumerate(form.spans):
        if at and form.text[form.spans[at - 1][1] : start] == "-":
            found[-1] = (*found[-1], at)
        else:
            found.append((at,))
    return found


def _joined(words: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(at for word in words for at in word)


def _given(
    form: Form, places: tuple[int, ...], system: str
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Cuts of the given name in one romanization, each with its probability."""
    if not places:
        yield (), 1.0
        return
    cuts: list[tuple[str, ...]] = [()]
    for at in places:
        own = segmentations(form.keys[at], system)
        cuts = [(*before, *cut) for before in cuts for cut in own]
    table = _tails()[system]
    for cut in cuts:
        likely = prod(table.get(syllable, 0.0) for syllable in cut)
        if len(cut) <= _LONGEST_GIVEN and likely > 0:
            yield cut, likely


@cache
def _heads() -> dict[str, dict[str, Shares]]:
    """By romanization and spelling: surnames spelled so, with the share of people they are."""
    found: dict[str, dict[str, Shares]] = {}
    for system in SYSTEM_SHARES:
        own: dict[str, Shares] = {}
        for surname, share in surname_characters():
            for form, likely in shares(surname, surname_reading(surname), system).items():
                own.setdefault(form, {})[surname] = share * likely
        for surname in compound_surnames():
            for form, likely in _compound(surname, system).items():
                own.setdefault(form, {})[surname] = surname_share(surname) * likely
        found[system] = own
    return found


def _compound(surname: str, system: str) -> Shares:
    """Spellings of a compound surname, solid."""
    said = surname_reading(surname).split("|")[0].split(" ")
    if len(said) != len(surname):
        return {}
    options = [shares(char, each, system) for char, each in zip(surname, said, strict=True)]
    found: Shares = {}
    for one, likely in options[0].items():
        for other, further in options[1].items():
            found[one + other] = found.get(one + other, 0.0) + likely * further
    return found


@cache
def _tails() -> dict[str, Shares]:
    """By romanization: share of given-name characters that are spelled as each syllable."""
    found: dict[str, Shares] = {}
    for system in SYSTEM_SHARES:
        own: Shares = {}
        for char, share in given_characters():
            for form, likely in shares(char, "", system).items():
                own[form] = own.get(form, 0.0) + share * likely
        found[system] = own
    return found
