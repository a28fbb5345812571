"""What a form tells scoring whatever it is compared with: sets of its atoms, as bits of a number.

A set is asked for all pairs at once, in one step of arithmetic; a matrix of pairs and atoms would
be made and walked for each question.
"""

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Any

import numpy as np
import numpy.typing as npt

from namelink.model.form import Form
from namelink.model.kinds import TABLE_WORDS, Role, Script
from namelink.scoring.concepts import contrasts_of
from namelink.scoring.leftovers import as_person, run_together
from namelink.tables.classes import class_ending, english_class_words, of_places
from namelink.tables.latin_names import is_syllabic
from namelink.tables.lexicon import COUNTRY, PARTICLES, is_subject
from namelink.tables.short_forms import expansions, is_known
from namelink.tables.syllables import segmentations
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem

Masks = npt.NDArray[np.uint64]
Facts = npt.NDArray[Any]

# The bit of what lies beyond the limit of atoms, of which there are fewer.
BEYOND = np.uint64(1 << 63)

# Sets of atoms, then what is true of a form or not.
_SETS = (
    "atoms",  # all, and what lies beyond the limit, if anything does
    "titles",
    "given",  # as the name of a person, as the next two
    "called",  # a given name that parts of its own hold, long enough to be one
    "surnames",
    "generation",  # says that one is the father or the son
    "words",  # that are no table's
    "own_han",  # words that are no table's, or that stand for one: in characters
    "own_latin",  # in letters
    "syllabic",  # of those in letters, words spelled like Chinese syllables
    "cuttable",  # in characters: goes on with the word of a table before it
    "industry",
    "does",  # what the body does, also where that is its own name
    "idle",  # makes no other body: China, and what every maker is in (Industry)
    "endings",  # what a run-together word ends in, short for another: the tek of Videotek
    "reach",  # how far a body reaches, by which a house tells its companies apart
    "group",  # that it is one
    "more_own",  # words that are no table's nor ordinary, long enough to be an own name
    "bracketed",  # in brackets of its own
    "digits",  # characters that are numbers by themselves
    "months",  # 八一 is the first of August
    "subjects",  # the first atom of each, see `namelink.scoring.subjects`
    "subject_rest",  # the others
    "class",  # what says of a thing what it is and not which: in characters, the end of the name
    "place_class",  # the same, where it is that of a place
    "sibling",  # words that tell two of one name apart: old and new, great and small, north
    "telling",  # words that are not of the class, nor function words or numbers
    "contrasts",  # see `namelink.scoring.concepts`
    "last_subject",  # the subject that ends the name but for its form, else what lies beyond
)
_FLAGS = (
    "whole",  # a Chinese name as a register has it, with a form or a word such as 大学
    "headed",  # a Chinese name that a head ends (部, 委员会)
    "grouped",  # that it is a group is said in Chinese
    "form",  # a legal form is in it
    "formed",  # a Chinese name that a legal form ends
    "formless",  # a Latin name without a word that bodies have, not in capitals alone
    "plain",  # a Latin name of own words alone, perhaps with a form
    "brand",  # a name of own Latin words and nothing else
    "solid",  # nothing parts its atoms
    "parted",  # something does
    "several",  # two atoms of a given name at least
    "housed",  # "of" is in it
)
_FACTS = np.dtype([*((name, "<u8") for name in _SETS), *((name, "?") for name in _FLAGS)])
_PACK = struct.Struct(f"<{len(_SETS)}Q{len(_FLAGS)}?").pack

# What every maker is in tells no bodies apart; technology does, where little else agrees.
_VAGUE = frozenset({"industri"})
_STATE = ("people", "republic", "of", "china")
_DIGITS = frozenset("一二三四五六七八九十")
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_REACH = frozenset(
    "international intl global worldwide overseas asia asian pacific europe european".split()
)
_GENERATION = frozenset(("小", "老", "jr", "junior", "sr", "senior"))
_GROUP = frozenset(("group", "gp", "grp", "holding", "holdings", "hldg", "hldgs"))
# 控股 is a group's word as well.
_GROUP_WORDS = re.compile("集团|控股")
_OWN = frozenset({Role.WORD, Role.TRADE_NAME})
_BODY = frozenset({Role.LEGAL_FORM, Role.GENERIC, Role.INDUSTRY, Role.TRADE_NAME})
_MORE = frozenset({Role.INDUSTRY, Role.GENERIC, Role.PLACE, Role.NUMBER})
_CUTTABLE = TABLE_WORDS - {Role.LEGAL_FORM}
_NO_ASIDE = frozenset({Role.LEGAL_FORM, Role.NUMBER})
_OF_ROLE = {
    Role.TITLE: ("titles",),
    Role.WORD: ("words",),
    Role.INDUSTRY: ("industry", "does"),
    Role.TRADE_NAME: ("does",),
}
_NAMED = {Role.GIVEN: "given", Role.SURNAME: "surnames"}
_OWN_IN = {"han": "own_han", "latin": "own_latin"}
_OF_KEY = {
    key: name
    for name, keys in (
        ("digits", _DIGITS),
        ("months", _MONTHS),
        ("reach", _REACH),
        ("group", _GROUP),
        ("idle", COUNTRY),
    )
    for key in keys
}
_TELL_NOTHING = frozenset({Role.PARTICLE, Role.NUMBER, Role.LEGAL_FORM, Role.TITLE})
_SIBLINGS = frozenset(
    "old new great greater little lesser small big upper lower inner outer winter summer para "
    "north south east west northern southern eastern western super junior women youth democratic "
    "northeast northwest southeast southwest".split()
)
_HAN_SIBLINGS = re.compile("[新旧老大小东南西北上下内外前后冬夏女青]|民主|青年|少年")
_SAID = frozenset({Role.WORD, *TABLE_WORDS}) - {Role.PLACE, Role.LEGAL_FORM}
_CAPITALS = ("latin", True)
_SHORTEST = 3
_LEAST_OWN = 4
# Of a given name that stands apart: characters, and letters.
_SHORTEST_CALLED = (2, 3)
# Shorter words of English are syllables as well (Sun, King).
_ENGLISH = 5


def facts_of(forms: Sequence[Form]) -> Facts:
    """The facts of forms as columns.

    Args:
        forms: the forms.

    Returns:
        Shape (forms,): sets as bits, an atom each from the lowest, and flags.
    """
    return np.frombuffer(b"".join(map(_told, forms)), dtype=_FACTS)


def mask(start: npt.NDArray[Any], size: npt.NDArray[Any]) -> Masks:
    """Spans of atoms as bits.

    >>> mask(np.array([0, 2]), np.array([1, 2])).tolist()
    [1, 12]

    Args:
        start: first atom a span.
        size: number of atoms a span.

    Returns:
        One set a span.
    """
    one = np.uint64(1)
    return ((one << size.astype(np.uint64)) - one) << start.astype(np.uint64)


@lru_cache(maxsize=16_000)
def _told(form: Form) -> bytes:
    """The facts of a form, packed: an object that the collector never walks."""
    roles, latin = form.roles, form.script is Script.LATIN
    sets = dict.fromkeys(_SETS, 0)
    rows = zip(form.keys, form.shapes, roles, as_person(form).roles, strict=True)
    for at, (key, shape, role, as_named) in enumerate(rows):
        bit = 1 << at
        for name in _OF_ROLE.get(role, ()):
            sets[name] |= bit
        if role is Role.TITLE and key in _GENERATION:
            sets["generation"] |= bit
        if as_named in _NAMED:
            sets[_NAMED[as_named]] |= bit
        if role in _OWN and shape in _OWN_IN:
            sets[_OWN_IN[shape]] |= bit
            if shape == "latin" and _is_syllable(form, at):
                sets["syllabic"] |= bit
        if key in _OF_KEY:
            sets[_OF_KEY[key]] |= bit
        for name in _as_it_stands(form, at):
            sets[name] |= bit
    sets["called"] = _called(form, sets["given"])
    subjects = [word for word in words_of(form) if is_subject("".join(form.keys[slice(*word)]))]
    sets["atoms"] = (1 << len(roles)) - 1 | int(BEYOND) * (form.beyond > 0)
    sets["subjects"] = _bits(start for start, _ in subjects)
    sets["subject_rest"] = _bits(at for start, end in subjects for at in range(start + 1, end))
    sets["class"] = _class(form)
    sets["place_class"] = sets["class"] if _ends_as_place(form) else 0
    sets["sibling"] = _siblings(form)
    sets["telling"] = ~sets["class"] & _bits(
        at for at, role in enumerate(roles) if role not in _TELL_NOTHING
    )
    sets["contrasts"] = reduce(or_, (word.atoms for word in contrasts_of(form)), 0)
    sets["last_subject"] = _last_subject(form, subjects)
    letters = form.shapes.count("latin")
    capitals = sum(map(_CAPITALS.__eq__, zip(form.shapes, form.upper, strict=True)))
    flags = (
        _is_whole(form),
        form.script is Script.HAN and roles[-1:] == (Role.GENERIC,),
        bool(_GROUP_WORDS.search("".join(form.keys))),
        Role.LEGAL_FORM in roles,
        form.script is Script.HAN and roles[-1:] == (Role.LEGAL_FORM,),
        latin and capitals < letters and _BODY.isdisjoint(roles),
        latin and letters == len(roles) and _MORE.isdisjoint(roles),
        form.script is not Script.HAN and letters == len(roles) == roles.count(Role.WORD),
        len(set(form.group)) == 1,
        len(set(form.group)) > 1,
        roles.count(Role.GIVEN) > 1,
        "of" in form.keys,
    )
    return _PACK(*sets.values(), *flags)


def _called(form: Form, given: int) -> int:
    """Atoms of given names that stand apart: not Li of Li Na in characters, nor J, de or bin."""
    parts: dict[int, list[int]] = {}
    for at, part in enumerate(form.group):
        parts.setdefault(part, []).append(at)
    shortest = _SHORTEST_CALLED[form.script is Script.LATIN]
    return _bits(
        at
        for part in parts.values()
        if len(parts) > 1
        and all(given >> at & 1 and form.keys[at] not in PARTICLES for at in part)
        and sum(len(form.keys[at]) for at in part) >= shortest
        for at in part
    )


def _bits(atoms: Iterable[int]) -> int:
    return reduce(or_, (1 << at for at in atoms), 0)


def _is_syllable(form: Form, at: int) -> bool:
    """Whether a word is spelled like Chinese syllables.

    The Sun of Sunline is a word, whatever syllable it could be.
    """
    key = form.keys[at]
    return len(key) >= _SHORTEST and _is_syllabic(key) and run_together(form, at) == 1


@lru_cache(maxsize=100_000)
def _is_syllabic(word: str) -> bool:
    return is_syllabic(word) and not _is_english(word)


def _is_english(word: str) -> bool:
    """Whether a word that could be syllables is English all the same: publishing, Sunsoft."""
    if len(word) >= _ENGLISH and synonyms(stem(word)):
        return True
    # It begins with a word that names are made of, or is no pinyin: Wanlong is not wan and long.
    pinyin = bool(segmentations(word, "pinyin"))
    ways = [(word[:at], word[at:]) for at in range(_SHORTEST, len(word) - _SHORTEST + 1)]
    return any(
        (is_known(first) or (not pinyin and is_known(second)))
        and all(synonyms(stem(part)) for part in (first, second))
        for first, second in ways
    )


def _as_it_stands(form: Form, at: int) -> Iterator[str]:
    """What an atom is by its place in the name: sets that it belongs to."""
    if form.script is Script.HAN and _goes_on(form, at):
        yield "cuttable"
    if _in_brackets(form, at):
        yield "bracketed"
    if form.shapes[at] != "latin":
        return
    if form.roles[at] is Role.WORD and _is_own(form, at):
        yield "more_own"
    if stem(form.keys[at]) in _VAGUE or _is_state(form, at):
        yield "idle"
    if _is_ending(form, at):
        yield "endings"


def _goes_on(form: Form, at: int) -> bool:
    known = 0 < at < len(form.word) and form.word[at] >= 0
    return known and form.word[at] == form.word[at - 1] and form.roles[at] in _CUTTABLE


def _is_state(form: Form, at: int) -> bool:
    """Whether an atom is of the full name of China, which is as little another body as China."""
    starts = range(max(at - 1, 0), at + 1)
    return any(form.keys[start : start + len(_STATE)] == _STATE for start in starts)


def _is_own(form: Form, at: int) -> bool:
    # An ordinary word may be what the body does, rendered freely.
    long = len(form.keys[at]) >= _LEAST_OWN and run_together(form, at) == 1
    return long and not synonyms(stem(form.keys[at]))


def _in_brackets(form: Form, at: int) -> bool:
    start, end = form.spans[at]
    around = form.text[max(start - 1, 0) : end + 1]
    return form.roles[at] not in _NO_ASIDE and around == f"({form.text[start:end]})"


def _is_ending(form: Form, at: int) -> bool:
    joined = at > 0 and form.spans[at - 1][1] == form.spans[at][0]
    return joined and bool(expansions(form.keys[at], inside=True))


def _is_whole(form: Form) -> bool:
    if form.script is not Script.HAN or len(form.keys) < _SHORTEST:
        return False
    last = form.roles[-1]
    if last is Role.LEGAL_FORM:
        return form.keys[-2:] == ("公", "司")
    return last is Role.GENERIC and form.word[-1:] == form.word[-2:-1]


def _class(form: Form) -> int:
    """The atoms of class words: of a Chinese name what it ends in, of a Latin one any."""
    if form.script is Script.LATIN:
        words = english_class_words()
        return _bits(at for at, key in enumerate(form.keys) if key in words)
    end = len(form.keys)
    size = len(class_ending("".join(form.keys))) if set(form.shapes) == {"han"} else 0
    return _bits(range(end - size, end))


def _siblings(form: Form) -> int:
    if form.script is Script.LATIN:
        return _bits(at for at, key in enumerate(form.keys) if key in _SIBLINGS)
    if set(form.shapes) != {"han"}:
        return 0
    found = _HAN_SIBLINGS.finditer("".join(form.keys))
    return _bits(at for each in found for at in range(each.start(), each.end()))


def _ends_as_place(form: Form) -> bool:
    return class_ending("".join(form.keys)) in of_places()


def _last_subject(form: Form, subjects: Sequence[tuple[int, int]]) -> int:
    """The atom of a name that is a subject and ends it but for its form, else what lies beyond.

    What stands behind a preposition ends no name: University of Finance and Economics.
    """
    plain = [at for at, role in enumerate(form.roles) if role is not Role.LEGAL_FORM]
    joined = any(form.roles[at] is Role.PARTICLE and form.keys[at] == "of" for at in plain)
    begins = not joined and plain[-1:] and plain[-1] in {start for start, _ in subjects}
    return 1 << plain[-1] if begins else int(BEYOND)


def words_of(form: Form) -> list[tuple[int, int]]:
    """Where the words of a name begin and end that may say what a body does, or what it is.

    Args:
        form: a form of a name.

    Returns:
        Positions of the first atom and past the last one: parts of the parse of a Chinese name;
        of others atoms, without the parts of run-together words.
    """
    end = len(form.keys)
    if len(form.word) != end or "han" not in form.shapes:
        words = [(at, at + 1) for at in range(end) if run_together(form, at) == 1]
    else:
        edges = [at for at in range(1, end) if form.word[at] != form.word[at - 1]]
        words = list(zip([0, *edges], [*edges, end], strict=True))
    return [word for word in words if _SAID.issuperset(form.roles[slice(*word)])]
