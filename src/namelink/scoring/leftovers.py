"""What each atom of a name is to scoring when nothing on the other side corresponds to it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache

import numpy as np

from namelink.model.batch import KINDS, Floats, Form, Ints
from namelink.model.kinds import TABLE_WORDS, Role, Script
from namelink.model.side import distinct
from namelink.scoring.editions import version_atoms
from namelink.scoring.weights import LEFTOVER_NUMBER
from namelink.tables.japanese import best_split
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.lexicon import PARTICLES, body_words, loose_share
from namelink.tables.names import (
    LONGEST_PERSON,
    compound_surnames,
    titles,
    western_given_names,
)
from namelink.tables.origin import SURELY_JAPANESE, japanese_bits
from namelink.tables.spellings import rarity
from namelink.tables.syllables import segmentations
from namelink.tables.synonyms import synonyms
from namelink.tables.word_forms import base_form
from namelink.tables.words import stem, word_bits

# A word that stands in every twentieth name costs little when it is left over; a rare one costs
# in full. Eight bits is the median of the words of the fitted table.
_FULL_BITS = 8.0
_LEAST_SHARE = 0.25
# Bits that a common surname tells.
_COMMON_SURNAME = 9.0
_SHORTEST_PERSON = 2
_LONGEST_BODY = 5
# Words of tables cost as much as two characters at most.
_CHARACTERS = 2.0
# Of a hundred of these in titles ten have a counterpart in English, of other characters sixty.
_GRAMMAR = frozenset("和或们了着吧呢吗啊呀在被是就也都很")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


class Taken(IntEnum):
    """What a form is taken for in a pair, as far as leftovers go by it."""

    NEITHER = 0
    PERSON = 1
    WORK = 2


_TAKEN_FOR = np.array([Taken.__members__.get(kind.name, Taken.NEITHER) for kind in KINDS])


def leftovers_of(forms: Sequence[Form], form_of: Ints, profile_of: Ints) -> tuple[Ints, Floats]:
    """Leftover class and its magnitude, an atom of each pair.

    Args:
        forms: forms of one side.
        form_of: form a pair, shape (pairs,).
        profile_of: profile a pair, shape (pairs,).

    Returns:
        Numbers into `namelink.scoring.weights.LEFTOVERS`, shape (pairs, atoms + 1), and factors on
        the cost in the same shape. The last column stands for what lies beyond the limit. In pairs
        of people by the roles of people, who come in no versions; in those of works an ordinary
        word is one, whatever syllables it could be (Man, Men), and a character of grammar is none
        that the other name lacks (了).
    """
    # Each form is looked at once as what it is taken for, and mostly it is taken for one thing.
    taken_for, most = _TAKEN_FOR[profile_of % len(KINDS)], len(Taken)
    rows, row_of = distinct(form_of * most + taken_for, len(forms) * most)
    taken = [(forms[row // most], row % most) for row in rows.tolist()]
    told = [_of_form(form, sort) for form, sort in taken]
    size = np.array([len(own) for own, _ in told], dtype=np.int64)
    width = int(size.max(initial=0))
    inside = np.arange(width + 1) < size[:, None]
    classes = np.zeros(inside.shape, dtype=np.int32)
    shares = np.ones(inside.shape, dtype=np.float32)
    classes[inside] = np.frombuffer(b"".join([own for own, _ in told]), dtype=np.uint8)
    shares[inside] = np.frombuffer(b"".join([own for _, own in told]), dtype=np.float32)
    beyond = [row for row, (form, _) in enumerate(taken) if form.beyond]
    if beyond:
        classes[beyond, width] = LEFTOVER_NUMBER["beyond"]
    return classes[row_of], shares[row_of]


@lru_cache(maxsize=16_000)
def _of_form(form: Form, taken_for: int) -> tuple[bytes, bytes]:
    """Leftover class and its magnitude, an atom of a form, packed as bytes and single floats.

    What is kept for thousands of names is nothing that the collector walks.
    """
    person = taken_for == Taken.PERSON
    form = as_person(form) if person else form
    marked = _marked(form, person=person)
    classes, shares = [], []
    for at in range(len(form.keys)):
        if at in marked:
            sort, size = marked[at]
            name = f"{'han' if form.shapes[at] == 'han' else 'latin'}_{sort}"
            share = 1.0 / size
        else:
            name, share = _class_of(form, at)
        if taken_for == Taken.WORK:
            name, share = _in_title(form.keys[at], name, share)
        classes.append(LEFTOVER_NUMBER[name])
        shares.append(share)
    return bytes(classes), np.array(shares, dtype=np.float32).tobytes()


def _in_title(key: str, name: str, share: float) -> tuple[str, float]:
    """Leftover class and magnitude of an atom in a title, by those that it has elsewhere."""
    if name == "latin_syllables":
        word = stem(base_form(key) or key)
        return ("latin_word", _rare_share(word)) if synonyms(word) else (name, share)
    return ("han_particle" if name == "han_word" and key in _GRAMMAR else name), share


def _rare_share(word: str) -> float:
    """How far a word that is left over costs, by how rare it is."""
    return max(min(word_bits(word) / _FULL_BITS, 1.0), _LEAST_SHARE)


def as_person(form: Form) -> Form:
    """A form whose kind was guessed otherwise, with the roles of a person's name.

    Its other name may say that it is a person; the pair decides.
    """
    if form.script is Script.LATIN:
        return _as_latin_person(form)
    text = "".join(form.keys)
    characters = len(text) == len(form.keys)
    if characters and not any(form.surname) and japanese_bits(text) > SURELY_JAPANESE:
        cut = best_split(text)[1]
        return replace(form, roles=(Role.SURNAME,) * cut + (Role.GIVEN,) * (len(form.keys) - cut))
    length = sum(map(bool, form.surname))
    if not length or Role.GIVEN in form.roles:
        return form
    head = next(at for at, said in enumerate(form.surname) if said)
    # 村 may be a village, but in the name of a person it is a syllable of the given name.
    words = {Role.WORD, *TABLE_WORDS} if len(form.keys) <= LONGEST_PERSON else {Role.WORD}
    roles = tuple(
        role
        if role not in words or at < head
        else Role.SURNAME
        if at < head + length
        else Role.GIVEN
        for at, role in enumerate(form.roles)
    )
    return replace(form, roles=roles)


def _as_latin_person(form: Form) -> Form:
    roles = list(form.roles)
    if form.keys and form.keys[-1] in titles("latin", "after"):
        roles[-1] = Role.TITLE
    words = [at for at, role in enumerate(roles) if role is Role.WORD]
    if len(words) < _SHORTEST_PERSON:
        return form
    for at in words:
        roles[at] = Role.SURNAME if at == words[-1] else Role.GIVEN
    return replace(form, roles=tuple(roles))


def _class_of(form: Form, at: int) -> tuple[str, float]:
    shape, role = form.shapes[at], form.roles[at]
    if shape == "han":
        # A given name is one thing, of one character or two.
        given = role is Role.GIVEN
        return _han_name(form, at), 1.0 / form.roles.count(role) if given else _of_word(form, at)
    if shape == "number":
        return "latin_legal_form" if _is_founding(form, at) else "latin_number", 1.0
    # The given names of a foreigner are left out together, where the surname stands alone.
    foreign = shape == "latin" and not is_chinese_person(form.keys)
    if foreign and role is Role.GIVEN:
        return "latin_western", 1.0 / form.roles.count(role)
    # Malays and many others are called by their own name, and what comes last is the father's.
    if foreign and role is Role.SURNAME and Role.GIVEN in form.roles:
        return "latin_last", 1.0
    if role in (Role.GIVEN, Role.SURNAME, Role.WORD):
        name = _latin_name(form, at)
        if name:
            return name, 1.0
    share = _rare_share(stem(form.keys[at]))
    # Titles that stand together say one thing, who the bearer is to others.
    share /= form.roles.count(role) if role is Role.TITLE else run_together(form, at)
    return f"latin_{role.value}", share


def _is_founding(form: Form, at: int) -> bool:
    """Whether a number is a year in brackets in a company's name: SUNRISE (1979) HOLDINGS.

    Registers tell companies apart so; the Chinese name has none of it.
    """
    start, end = form.spans[at]
    bracketed = form.text[max(start - 1, 0) : end + 1] == f"({form.keys[at]})"
    return bracketed and bool(_YEAR.fullmatch(form.keys[at])) and Role.LEGAL_FORM in form.roles


def _han_name(form: Form, at: int) -> str:
    if _second_surname(form, at):
        return "han_second_surname"
    inside = form.roles[at] is Role.WORD and 0 < at < len(form.keys) - 1
    # What joins the words of a title has no counterpart that could be missing.
    role = Role.PARTICLE if inside and form.keys[at] in PARTICLES else form.roles[at]
    return f"han_{role.value}"


def _of_word(form: Form, at: int) -> float:
    """What a character counts in a word of a table: a long word is one word all the same."""
    if form.roles[at] not in TABLE_WORDS or not form.word:
        return 1.0
    part = form.word[at]
    first = form.word.index(part)
    word = "".join(form.keys[first : first + form.word.count(part)])
    return min(_CHARACTERS / len(word), 1.0) * loose_share(word)


def run_together(form: Form, at: int) -> int:
    """Parts of the word that an atom stands in: Neusoft left over is one word, not two.

    Args:
        form: a form of a name.
        at: position of the atom.

    Returns:
        1 for a word that is not cut, and for what is no Latin word.
    """
    first = last = at
    while first and form.spans[first - 1][1] == form.spans[first][0] and _latin_pair(form, first):
        first -= 1
    while (
        last + 1 < len(form.keys)
        and _latin_pair(form, last + 1)
        and (form.spans[last][1] == form.spans[last + 1][0])
    ):
        last += 1
    return last - first + 1


def _latin_pair(form: Form, at: int) -> bool:
    return form.shapes[at - 1] == form.shapes[at] == "latin"


def _marked(form: Form, *, person: bool) -> dict[int, tuple[str, int]]:
    """Atoms that make another body or version, with which of them, and the atoms of the word."""
    versions = {} if person else version_atoms(form)
    found = {at: ("version", size) for at, size in versions.items()}
    return found | {at: ("body", size) for at, size in _bodies(form).items()}


def _bodies(form: Form) -> dict[int, int]:
    """Atoms of words that make another body, each with the atoms of its word."""
    if Role.SURNAME in form.roles:
        return {}
    latin, han = body_words("latin"), body_words("han")
    found = {at: 1 for at, key in enumerate(form.keys) if key in latin}
    end = len(form.keys)
    while end > 1 and form.script is Script.HAN:
        sizes = range(min(_LONGEST_BODY, end - 1), 1, -1)
        # The 学院 of 科学院 is no school beside an academy.
        size = next(
            (
                size
                for size in sizes
                if not _inside_word(form, end - size)
                and "".join(form.keys[end - size : end]) in han
            ),
            0,
        )
        found |= dict.fromkeys(range(end - size, end), size)
        end -= size or 1
    return found


def _inside_word(form: Form, at: int) -> bool:
    """Whether an atom stands inside a word of a table, not at its beginning."""
    return len(form.word) == len(form.keys) and at > 0 and form.word[at] == form.word[at - 1]


def _second_surname(form: Form, at: int) -> bool:
    """Whether an atom is the own surname of a married woman, which is often left out."""
    both = form.roles[max(at - 1, 0) : at + 1] == (Role.SURNAME, Role.SURNAME)
    return both and "".join(form.keys[at - 1 : at + 1]) not in compound_surnames()


def _latin_name(form: Form, at: int) -> str:
    """What a Latin word is in a person's name; empty for a word like any other."""
    key, latin = form.keys[at], form.shapes[at] == "latin"
    if latin and len(key) == 1:
        return "latin_initial"
    if key in western_given_names():
        return "latin_western"
    if not latin:
        return ""
    if form.roles[at] is Role.WORD:
        # The Sun of Sunline is a word, whatever syllables it could be.
        apart = run_together(form, at) == 1
        return "latin_syllables" if apart and segmentations(key, "pinyin") else ""
    if is_chinese_person(form.keys):
        return "latin_western" if _english(form, at) else "latin_syllables"
    return ""


def _english(form: Form, at: int) -> bool:
    """Whether a word of a Chinese person's name stands where an English given name does.

    Where the Chinese given name is written with a hyphen, a word at either end is an English one,
    unless it is a common surname; inside the name it is a surname.
    """
    apart = form.roles[at] is Role.GIVEN and not _hyphened(form, at)
    edge = at in (0, len(form.keys) - 1) and rarity(form.keys[at], surname=True) > _COMMON_SURNAME
    return apart and edge and any(_hyphened(form, other) for other in range(len(form.keys)))


def _hyphened(form: Form, at: int) -> bool:
    """Whether a hyphen joins a word to a neighbor in the given name (not Ou-yang)."""
    return any(
        form.text[form.spans[one][1] : form.spans[one][1] + 1] == "-"
        and form.roles[one] is form.roles[one + 1] is Role.GIVEN
        for one in (at - 1, at)
        if 0 <= one < len(form.keys) - 1
    )
