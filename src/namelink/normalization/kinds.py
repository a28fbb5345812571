"""Guess what kind of entity a name denotes. The guess is soft: a probability a kind.

A name is reduced to observations (its length, whether it begins with a surname, its last word,
what the reviewed tables say of its words …); each has a fitted weight a kind, and the sums become
probabilities. ``tools/fit_kinds.py`` writes the weights and prints the confusion that is left.
"""

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from namelink.model.batch import Form
from namelink.model.kinds import Kind, Script
from namelink.normalization.wording import han_wording, latin_wording
from namelink.tables import japanese
from namelink.tables.chunks import background, is_sound
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.lexicon import body_heads, english_word, han_words, legal_forms
from namelink.tables.loader import columns_and_lines
from namelink.tables.name_elements import covered, element_words
from namelink.tables.names import (
    LONGEST_PERSON,
    compound_surnames,
    longest_title,
    surname_length,
    surname_spellings,
    titles,
    western_given_names,
)
from namelink.tables.origin import chinese_bits, japanese_bits
from namelink.tables.spellings import word_bits
from namelink.tables.syllables import segmentations
from namelink.text.atoms import Atom

# Nothing is labelled as of unknown kind, so its weight is set: it wins only where no kind has
# anything to say for it.
_UNKNOWN = -0.5
# Set as well, since those who bear such names are no sample of the pairs that are fitted on: the
# elements of a name make up most of it.
_ELEMENTS = "han:elements"
_ELEMENT_WEIGHTS = {Kind.PERSON: 2.0}
_LEAST_ELEMENTS = 3
_QUALITY = "quality"
# And initials between the words of a name, or before the one word, which few of these pairs have.
_INITIALS = "latin:initials"
_INITIAL_WEIGHTS = {Kind.PERSON: 4.0}
# And an office behind what it sees to (财政部), which no list of pairs that is fitted on has.
_OFFICE = "han:office"
_OFFICE_WEIGHTS = {Kind.ORG: 3.0}
# And what a body is called (bank, 事务所), since most bodies that are fitted on are companies and
# institutes: of 1,493 names of bodies five in six have such a word, of 3,260 others eight.
_HEAD = "head"
_HEAD_WEIGHTS = {Kind.ORG: 3.0}
_OF = "of"
_OFFICES = frozenset("部局署厅委")
_COMMISSION = "委"
_DIRECTIONS = frozenset("东南西北中")
_SEES_TO = ("industry", "quality", "generic")
# And monks, nuns and empresses: a name of two characters or syllables and what they are called.
_CLERGY = "clergy"
_CLERGY_WEIGHTS = {Kind.PERSON: 6.0}
_CLERICAL = (
    "法师",
    "禅师",
    "和尚",
    "上人",
    "仁波切",
    "活佛",
    "喇嘛",
    "长老",
    "尊者",
    "师太",
    "太后",
)
_RELIGIOUS = re.compile(r"(?:Master|Venerable|Ven\.?|Rev\.?|Reverend) (?:Master )?(?=\w)")
_NAME_IN_RELIGION = 2
_INITIAL = re.compile(r"(?:[^\W\d_][\w'’-]+ )?(?:[A-Z]\. ?)*[A-Z]\. [^\W\d_][\w'’-]+")
_NEVER = float("-inf")
_LONGEST_WORD = 6
_LONG = 8
_TRADE = 2


# As English writes them: On and To with a capital are Chinese syllables.
_FUNCTION = re.compile(r"\b(?:of|the|The|and|in|for|a|to|OF|THE|AND|IN|FOR)\b")
# Two syllables as documents of Hong Kong and Taiwan write them: Chiu-wai.
_HYPHENED = re.compile(r"\b[A-Z][a-z]{1,5}-[a-z]{2,6}\b")


def may_be_chinese_person(form: Form) -> bool:
    """Whether a form is as long as a Chinese person's whole name and begins or reads like one.

    Args:
        form: one name in one script.

    Returns:
        True where two such names together are rather people than either alone.
    """
    if form.script is Script.HAN:
        short = any(form.surname) and len(form.keys) <= LONGEST_PERSON
        return short and not ends_in_trade("".join(form.keys))
    return is_chinese_person(form.keys)


def ends_in_trade(keys: str) -> bool:
    """Whether a word of two characters that says what a body does ends a Chinese name: 阳明海运.

    The characters may well be those of Chinese or Japanese people, of whom none is called so.

    Args:
        keys: the name in simplified space.

    Returns:
        False where the word is all of it.
    """
    entry = han_words().get(keys[-_TRADE:]) if len(keys) > _TRADE else None
    return entry is not None and entry[1] in ("generic", "industry")


def guess(atoms: Sequence[Atom], text: str) -> tuple[tuple[Kind, float], ...]:
    """Probability of each kind.

    Args:
        atoms: atoms of the normalized text.
        text: the normalized text.

    Returns:
        Every kind with its probability, best first.
    """
    kinds, weights = _table()
    told = [weights[seen] for seen in observations(atoms, text) if seen in weights]
    known = map(sum, zip(*told, strict=True)) if told else [0.0] * (len(kinds) - 1)
    sums: list[float] = [*known, _UNKNOWN]
    top = max(sums)
    odds = [math.exp(value - top) for value in sums]
    total = sum(odds)
    ranked = sorted(zip([-each for each in odds], kinds, strict=True))
    return tuple([(kind, -each / total) for each, kind in ranked])


def certain(kind: Kind) -> tuple[tuple[Kind, float], ...]:
    """The shares of a kind that was given: certain."""
    rest = [other for other in Kind if other is not kind]
    return ((kind, 1.0), *((other, 0.0) for other in rest))


@cache
def _table() -> tuple[tuple[Kind, ...], dict[str, tuple[float, ...]]]:
    columns, lines = columns_and_lines("kind_weights")
    kinds = (*(Kind(column) for column in columns[1:]), Kind.UNKNOWN)
    weights = {cells[0]: tuple(float(cell) for cell in cells[1:]) for cells in lines}
    weights[_ELEMENTS] = tuple(_ELEMENT_WEIGHTS.get(kind, 0.0) for kind in kinds[:-1])
    weights[_OFFICE] = tuple(_OFFICE_WEIGHTS.get(kind, 0.0) for kind in kinds[:-1])
    weights[_HEAD] = tuple(_HEAD_WEIGHTS.get(kind, 0.0) for kind in kinds[:-1])
    weights[_CLERGY] = tuple(_CLERGY_WEIGHTS.get(kind, 0.0) for kind in kinds[:-1])
    weights[_INITIALS] = tuple(_INITIAL_WEIGHTS.get(kind, 0.0) for kind in kinds[:-1])
    return kinds, weights


def observations(atoms: Sequence[Atom], text: str) -> list[str]:
    """What a name shows of its kind.

    Args:
        atoms: atoms of the normalized text.
        text: the normalized text.

    Returns:
        Names of observations; each counts once.
    """
    if not atoms:
        return []
    if any(atom.shape == "han" for atom in atoms):
        return list(dict.fromkeys(_han(atoms, text)))
    return list(dict.fromkeys(_latin(atoms, text)))


def _han(atoms: Sequence[Atom], text: str) -> list[str]:
    each_key, _, _, shapes, _, apart = zip(*atoms, strict=True)
    keys = "".join(each_key)
    dotted = any(apart[1:])
    pure = shapes.count("han") == len(shapes)
    length = min(len(keys), _LONG)
    found = ["han", f"han:length={length}{'+dot' if dotted else ''}", f"han:last={keys[-1]}"]
    if not pure:
        found.append("han:mixed")
        found += [f"han:{shape}" for shape in shapes if shape != "han"]
    surname = surname_length(keys) if pure and not dotted else 0
    if surname:
        compound = keys[:2] in compound_surnames()
        found.append(f"han:surname={surname}{'+compound' * compound},length={length}")
        if 1 < len(keys) <= LONGEST_PERSON:
            found.append(f"han:origin={_steps(chinese_bits(keys))},length={length}")
    if pure and not dotted and (bits := japanese_bits(keys)) > _NEVER:
        found.append(f"han:japanese={_steps(bits)}")
    sounds = sum(map(is_sound, keys)) / len(keys)
    found.append(f"han:sounds={int(sounds * 4)}{'+short' if length < 4 else ''}")
    if covered(keys) >= max(_LEAST_ELEMENTS, length / 2):
        found.append(_ELEMENTS)
    found += _han_words(keys)
    return found + han_wording(keys, text)


def _steps(bits: float) -> int:
    """Weight for one origin against others, in steps of four bits."""
    return int(min(max(bits, -12.0), 20.0) // 4)


def _han_words(keys: str) -> list[str]:
    """The last word of a Chinese name, and what the tables say of it and the words before."""
    found = [
        f"han:form={form_class}"
        for form, form_class in _forms_by_last().get(keys[-1], ())
        if keys.endswith(form) and len(keys) > len(form)
    ][:1]
    found += _titled(keys)
    known = han_words()
    for size in range(min(_LONGEST_WORD, len(keys)), 0, -1):
        entry = known.get(keys[-size:])
        if entry is not None:
            # A table may hold the whole name of a ministry, which ends as others do.
            head = size > 1 and entry == ("org", "generic")
            whole = "+whole" if size == len(keys) and not head else ""
            one = "+one" if size == 1 else ""
            found.append(f"han:ends={entry[0]}/{entry[1]}{one}{whole}")
            break
    if any(
        keys.endswith(said) and len(keys) == len(said) + _NAME_IN_RELIGION for said in _CLERICAL
    ):
        found.append(_CLERGY)
    if _is_office(keys):
        found.append(_OFFICE)
    heads = body_heads("han")
    if any(keys[-size:] in heads for size in range(2, min(_LONGEST_WORD, len(keys) - 1) + 1)):
        found.append(_HEAD)
    for size in range(min(_LONGEST_WORD, len(keys) - 1), 1, -1):
        entry = known.get(keys[:size])
        if entry is not None:
            found.append(f"han:begins={entry[0]}/{entry[1]}")
            break
    return found


def _is_office(keys: str) -> bool:
    """Whether an office ends a name, behind what it sees to (财政部) or short for it (国资委)."""
    if len(keys) <= _TRADE or keys[-1] not in _OFFICES or keys[-2] in _DIRECTIONS:
        return False
    before = han_words().get(keys[-_TRADE - 1 : -1])
    return keys[-1] == _COMMISSION or (before is not None and before[1] in _SEES_TO)


@cache
def _forms_by_last() -> dict[str, list[tuple[str, str]]]:
    """Chinese legal forms with their classes, by their last character."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form, form_class in legal_forms("han").items():
        found.setdefault(form[-1], []).append((form, form_class))
    return found


def _titled(keys: str) -> list[str]:
    """A title at the end of a Chinese name, and whether what is before it could be a person's."""
    known = titles("han", "after")
    for size in range(min(longest_title("han", "after"), len(keys) - 1), 0, -1):
        if keys[-size:] in known:
            rest = keys[:-size]
            person = bool(surname_length(rest)) and len(rest) <= LONGEST_PERSON
            return [f"han:title+{'person' if person else 'other'}{'+one' * (size == 1)}"]
    return []


def _latin(atoms: Sequence[Atom], text: str) -> list[str]:
    own = [atom for atom in atoms if atom.shape == "latin"]
    keys = [atom.key for atom in own]
    found = ["latin", f"latin:words={min(len(keys), _LONG)}"]
    found += [f"latin:{atom.shape}" for atom in atoms if atom.shape != "latin"]
    if not keys:
        return found
    if all(atom.upper for atom in own):
        found.append("latin:capitals")
    capitals = {atom.upper for atom in own if len(atom.key) > 1}
    if len(capitals) > 1:
        # A surname in capitals among words that are not: LEUNG Chiu-wai.
        found.append("latin:some capitals")
    found += [f"latin:last={keys[-1]}", f"latin:first={keys[0]}"]
    forms = legal_forms("latin")
    found += [
        f"latin:form={forms[form]}"
        for size in (1, 2, 3)
        for form in [" ".join(keys[-size:])]
        if form in forms and len(keys) > size
    ]
    found += [seen for key in keys if (seen := _of_word(key))]
    # What stands before the first of is the head as well: Bank of China.
    before = keys[: keys.index(_OF)] if _OF in keys else []
    if len(keys) > 1 and not body_heads("latin").isdisjoint((keys[-1], *before)):
        found.append(_HEAD)
    found += _person_like(keys, text)
    if _RELIGIOUS.match(text) and is_chinese_person(tuple(keys[-_NAME_IN_RELIGION:])):
        found.append(_CLERGY)
    return found + latin_wording(keys, text)


@lru_cache(maxsize=100_000)
def _of_word(key: str) -> str:
    entry = english_word(key)
    return "" if entry is None else f"latin:word={entry[0]}/{entry[1]}"


@lru_cache(maxsize=100_000)
def _gains(key: str) -> tuple[float, float]:
    """Weights of a word as one of Chinese and of Japanese names."""
    letters = background(key)
    return letters - word_bits(key), letters - japanese.background(key)


def _origins(keys: list[str]) -> list[str]:
    """Whether words that are no English given names are rather of Chinese or Japanese names."""
    own = [key for key in keys if len(key) > 1 and key not in western_given_names()]
    if len(keys) < 2 or not own:
        return []
    found = []
    gains = zip(*map(_gains, own), strict=True)
    for origin, each in zip(("origin", "japanese"), gains, strict=True):
        step = int(min(max(sum(each) / len(own), -4.0), 12.0) // 2)
        found.append(f"latin:{origin}={step},words={min(len(keys), 4)}")
    return found


def _person_like(keys: list[str], text: str) -> list[str]:
    found = []
    words = min(len(keys), 4)
    western = western_given_names()
    given = sum(key in western or key in element_words() for key in keys)
    if given:
        found.append(f"latin:given={min(given, 2)},words={words}")
    syllables = all(len(key) == 1 or segmentations(key, "pinyin") for key in keys)
    if syllables:
        found.append(f"latin:syllables,words={words}")
    if keys[0] in surname_spellings() or keys[-1] in surname_spellings():
        found.append(f"latin:surname,words={words}{'+syllables' if syllables else ''}")
    found += _origins(keys)
    # A word that says what a body or place is: of others some are surnames (Fox).
    last = english_word(keys[-1])
    if _INITIAL.fullmatch(text) and (last is None or last[1] == _QUALITY):
        found.append(_INITIALS)
    if "," in text:
        found.append("latin:comma")
    if "-" in text and _HYPHENED.search(text):
        found.append("latin:hyphened")
    if _FUNCTION.search(text):
        found.append("latin:function")
    known = titles("latin", "before")
    sizes = range(1, longest_title("latin", "before") + 1)
    if any(" ".join(keys[:size]) in known for size in sizes):
        found.append("latin:title")
    if text[:1].islower():
        found.append("latin:lower")
    return found
