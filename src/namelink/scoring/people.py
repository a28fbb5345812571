"""How the parts of two people's names stand to each other, beyond what each part weighs.

A Chinese given name is one or two syllables and is hardly ever cut: 孔令辉 is not Kong Hui, and a
syllable left over on both sides says that the names differ, however well the rest agrees.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Floats, Form, Ints
from namelink.model.kinds import CHANNELS, Channel, Kind, Role
from namelink.model.side import span_sum
from namelink.scoring.align import Alignment
from namelink.scoring.leftovers import as_person
from namelink.scoring.surnames import surname_lengths
from namelink.scoring.weights import LEFTOVERS, ROMANIZED

_LONGEST_PERSON = 4
_ROMANIZED = np.isin(np.arange(len(CHANNELS)), ROMANIZED)
_CHINESE = ("han_given", "han_second_surname", "latin_syllables", "latin_initial")
_GIVEN = np.array([name in _CHINESE for name in LEFTOVERS])
_SECOND = np.array([name == "han_given" for name in LEFTOVERS])
_LATIN_GIVEN = np.array(
    [name in ("latin_given", "latin_syllables", "latin_western") for name in LEFTOVERS]
)
_OWN = np.array(
    [name in ("han_word", "han_given", "han_surname", "han_second_surname") for name in LEFTOVERS]
)
_NAMED_BY_SOUND = np.array([kind in (Kind.PERSON, Kind.PLACE) for kind in KINDS])
_HEAD = np.array([name == "han_surname" for name in LEFTOVERS])
_LEFT = np.array(
    [
        name not in ("none", "beyond", "han_title", "latin_title", "latin_particle")
        for name in LEFTOVERS
    ]
)
_SURNAMES = ("han_surname", "latin_surname", "latin_last")
_SURNAME = np.array([name in _SURNAMES for name in LEFTOVERS])


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Facts about pairs of people; each has shape (pairs,), false for other kinds.

    Attributes:
        given_differs: a syllable of the given name is left over on both sides.
        given_unread: of a given name that differs a syllable agrees, beside a surname of Singapore
            or Malaysia: families there write by their own speech, and no table has all spellings.
        given_part: of a Chinese given name a part agrees and a part has no counterpart.
        given_extra: the given name agrees and the other name has a syllable more.
        surname_differs: a surname is left over on both sides.
        surname_part: of a compound surname (司马) a part agrees and a part has no counterpart.
        foreign_part: of a foreign name a part is left over on both sides, or a part between dots
            agrees in part, and no syllable of a given name differs, which says the same.
    """

    given_differs: Flags
    given_unread: Flags
    given_part: Flags
    given_extra: Flags
    surname_differs: Flags
    surname_part: Flags
    foreign_part: Flags


def person_facts(batch: Batch, alignment: Alignment, channel: Ints) -> PersonFacts:
    """Facts about the pairs of a batch that are pairs of people.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.
        channel: position in `CHANNELS` of each correspondence as it is told, shape (cells,).

    Returns:
        The facts.
    """
    people = batch.kind_of == KINDS.index(Kind.PERSON)
    if not people.any():
        return PersonFacts(**dict.fromkeys(PersonFacts.__slots__, people))
    chinese = _chinese(batch, alignment)
    person = people & chinese
    both_latin = batch.mine.latin[batch.left_of]
    left, right = alignment.left_class, alignment.right_class
    # What could be no syllable of the Chinese given name is an English one beside it.
    mine, theirs = _GIVEN[left].any(axis=1), _GIVEN[right].any(axis=1)
    beyond = _GIVEN[_behind(batch, alignment)].any(axis=1)
    agrees = _agrees(batch, alignment, Role.GIVEN)
    part = _HEAD[left].any(axis=1) & _agrees(batch, alignment, Role.SURNAME)
    japanese = _read_in_japanese(batch, alignment)
    other = _SECOND[left].any(axis=1) & _LATIN_GIVEN[right].any(axis=1)
    given_differs = (person & mine & theirs) | (japanese & other)
    # A name part that has no counterpart is not missing where another has none either.
    over = _LEFT[left].any(axis=1) & _LEFT[right].any(axis=1)
    return PersonFacts(
        given_differs=given_differs,
        given_unread=given_differs & agrees & _southern(batch, alignment, channel),
        given_part=person & _SECOND[left].any(axis=1) & ~theirs & agrees & ~both_latin,
        given_extra=person & ~mine & beyond & agrees & ~both_latin,
        surname_differs=(person | japanese)
        & _SURNAME[left].any(axis=1)
        & _SURNAME[right].any(axis=1),
        surname_part=person & part & ~both_latin,
        foreign_part=people & ~chinese & (over | _torn(batch, left)) & ~given_differs,
    )


def _torn(batch: Batch, left: Ints) -> Flags:
    """Whether of a part of the left name, where dots part it, a piece is taken and one left over.

    理查 in 理查德·切尼 sounds like Liz, but who leaves 德 over does not mean Liz.
    """
    group, size = batch.mine.group[batch.left_of], batch.mine.size[batch.left_of]
    over = _LEFT[left[:, : group.shape[1]]]
    within = np.arange(1, group.shape[1]) < size[:, None]
    joined = (group[:, 1:] == group[:, :-1]) & within
    several = (~(group[:, 1:] == group[:, :-1]) & within).any(axis=1)
    torn: Flags = several & (joined & (over[:, 1:] != over[:, :-1])).any(axis=1)
    return torn


def half_heard(batch: Batch, alignment: Alignment) -> Flags:
    """Pairs of people or places of which one word is heard in a part of a solid name alone.

    马丁 of 马丁内斯 sounds like Martin, but who is called Martin is not written so.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        Shape (pairs,).
    """
    solid = np.array([len(set(form.group)) == 1 for form in batch.left], dtype=bool)
    single = solid[batch.left_of] & (batch.theirs.size[batch.right_of] == 1)
    single &= _NAMED_BY_SOUND[batch.kind_of]
    heard = np.zeros(len(batch.left_of), dtype=bool)
    sound = alignment.cells.channel == CHANNELS.index(Channel.TRANSLITERATION)
    heard[alignment.cells.pair[sound & (alignment.weight > 0)]] = True
    found: Flags = single & heard & _OWN[alignment.left_class].any(axis=1)
    return found


def _read_in_japanese(batch: Batch, alignment: Alignment) -> Flags:
    """Pairs of people of which a part is read in Japanese."""
    cells = alignment.cells
    read = (cells.channel == CHANNELS.index(Channel.JAPANESE)) & (alignment.weight > 0)
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[cells.pair[read]] = True
    people: Flags = found & (batch.kind_of == KINDS.index(Kind.PERSON))
    return people


def _chinese(batch: Batch, alignment: Alignment) -> Flags:
    """Whether each pair is of Chinese people: two Han or two Latin names, or a surname is read.

    A foreign name whose first character is also a surname (韩桑林) is no such pair.
    """
    one, other = batch.mine.latin[batch.left_of], batch.theirs.latin[batch.right_of]
    cells = alignment.cells
    headed = cells.left_start < surname_lengths(batch, cells)
    found: Flags = one == other
    read = _ROMANIZED[cells.channel] & (alignment.weight > 0)
    found[cells.pair[headed & read]] = True
    return found


def _southern(batch: Batch, alignment: Alignment, channel: Ints) -> Flags:
    """Whether the surname of each pair agrees in a spelling of Hokkien or its neighbors."""
    cells = alignment.cells
    head = cells.left_start < surname_lengths(batch, cells)
    read = (channel == CHANNELS.index(Channel.MINNAN)) & (alignment.weight > 0)
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[cells.pair[head & read]] = True
    return found


def _behind(batch: Batch, alignment: Alignment) -> Ints:
    """Leftover classes of the right names, without a first word that the surname follows.

    Sammi Cheng Sau-man: what stands before the surname is an English given name, though it could
    be cut into syllables.
    """
    cells = alignment.cells
    inside = cells.left_start + cells.left_size <= surname_lengths(batch, cells)
    second = (cells.right_start == 1) & inside
    found = alignment.right_class.copy()
    found[cells.pair[second & (cells.left_start == 0)], 0] = 0
    return found


def other_character(batch: Batch, alignment: Alignment) -> Flags:
    """Pairs of Chinese names, of any kind, of which a character is another one.

    One that sounds or looks alike, however long the names are; in names as short as people's, any
    that is left over on both sides.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        Shape (pairs,).
    """
    both = batch.mine.han[batch.left_of] & batch.theirs.han[batch.right_of]
    cells = alignment.cells
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[cells.pair[both[cells.pair] & (alignment.weight < 0)]] = True
    short = batch.mine.size <= _LONGEST_PERSON
    left = (alignment.left_class > 0).any(axis=1) & (alignment.right_class > 0).any(axis=1)
    found |= both & left & short[batch.left_of]
    return found


def _agrees(batch: Batch, alignment: Alignment, role: Role) -> Flags:
    """Whether an agreeing piece covers atoms of a role in the left name, shape (pairs,)."""
    before = _running(batch.left, role)
    cells, weight = alignment.cells, alignment.weight
    left = batch.left_of[cells.pair]
    covered = span_sum(before, left, cells.left_start, cells.left_size) > 0
    found = np.zeros(len(batch.left_of), dtype=bool)
    found[cells.pair[covered & _positive(weight)]] = True
    return found


def _positive(weight: Floats) -> Flags:
    agrees: Flags = weight > 0
    return agrees


def _running(forms: Sequence[Form], role: Role) -> Ints:
    """Number of atoms of a role before each atom, shape (forms, atoms + 1)."""
    width = max((len(form.keys) for form in forms), default=0)
    count = np.zeros((max(len(forms), 1), width + 1), dtype=np.int32)
    for row, form in enumerate(map(as_person, forms)):
        for at, own in enumerate(form.roles):
            count[row, at + 1] = own is role
    return count.cumsum(axis=1, dtype=np.int32)
