"""How the parts of two people's names stand to each other, beyond what each part weighs.

A Chinese given name is one or two syllables and is hardly ever cut: 孔令辉 is not Kong Hui, and a
syllable left over on both sides says that the names differ, however well the rest agrees.
"""

from dataclasses import dataclass

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Ints
from namelink.model.kinds import CHANNELS, Channel, Kind
from namelink.scoring.align import Alignment
from namelink.scoring.facts import mask
from namelink.scoring.halves import one_word
from namelink.scoring.surnames import surname_lengths
from namelink.scoring.weights import LEFTOVERS, ROMANIZED, Sorts, sorts_of, sorts_where
from namelink.tables.names import LONGEST_PERSON

_CHINESE = ("han_given", "han_second_surname", "latin_syllables", "latin_initial")
_GIVEN = sorts_where(_CHINESE.__contains__)
_SECOND = sorts_where("han_given".__eq__)
_LATIN_GIVEN = sorts_where(("latin_given", "latin_syllables", "latin_western").__contains__)
_OWN = sorts_where(("han_word", "han_given", "han_surname", "han_second_surname").__contains__)
_HEAD = sorts_where("han_surname".__eq__)
_NO_PART = ("none", "beyond", "han_title", "latin_title", "latin_particle")
_LEFT = sorts_where(lambda name: name not in _NO_PART)
_IS_LEFT = np.array([name not in _NO_PART for name in LEFTOVERS])
_SURNAME = sorts_where(("han_surname", "latin_surname", "latin_last").__contains__)


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
        called_differs: a whole given name is left over on both sides, of foreigners whose
            Chinese names are parted by dots, or of Japanese: they are of one family.
        generation_differs: one is said to be the father and one the son.
    """

    given_differs: Flags
    given_unread: Flags
    given_part: Flags
    given_extra: Flags
    surname_differs: Flags
    surname_part: Flags
    foreign_part: Flags
    called_differs: Flags
    generation_differs: Flags


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
    left, right = alignment.left_sorts, alignment.right_sorts
    # What could be no syllable of the Chinese given name is an English one beside it.
    mine, theirs = (left & _GIVEN) != 0, (right & _GIVEN) != 0
    beyond = (_behind(batch, alignment) & _GIVEN) != 0
    second = (left & _SECOND) != 0
    agrees = _agrees(alignment, "given")
    part = ((left & _HEAD) != 0) & _agrees(alignment, "surnames")
    japanese = people & _read_in_japanese(alignment)
    given_differs = (person & mine & theirs) | (japanese & second & ((right & _LATIN_GIVEN) != 0))
    # A name part that has no counterpart is not missing where another has none either.
    over = ((left & _LEFT) != 0) & ((right & _LEFT) != 0)
    foreign = people & ~chinese & ~given_differs
    surnames = ((left & _SURNAME) != 0) & ((right & _SURNAME) != 0)
    relatives = foreign & over & alignment.pairs_of(alignment.agrees)
    return PersonFacts(
        given_differs=given_differs,
        given_unread=given_differs & agrees & _southern(batch, alignment, channel),
        given_part=person & second & ~theirs & agrees & ~both_latin,
        given_extra=person & ~mine & beyond & agrees & ~both_latin,
        surname_differs=(person | japanese) & surnames,
        surname_part=person & part & ~both_latin,
        foreign_part=foreign & (over | _torn(batch, alignment, foreign)),
        called_differs=_called_differs(batch, alignment, relatives) | (japanese & given_differs),
        generation_differs=people & _other_generation(alignment),
    )


def _called_differs(batch: Batch, alignment: Alignment, asked: Flags) -> Flags:
    """Whether of both names a given name is left over whole: 莫蒂拉尔·尼赫鲁, Jawaharlal Nehru."""
    found = asked.copy()
    sides = (
        (batch.mine.group, batch.left_of, alignment.left_over, alignment.mine["called"]),
        (batch.theirs.group, batch.right_of, alignment.right_over, alignment.theirs["called"]),
    )
    for groups, form_of, over, called in sides:
        at = found.nonzero()[0]
        group = groups[form_of[at]]
        place = np.arange(group.shape[1], dtype=np.uint64)
        left, named = (bits[at, None] >> place & np.uint64(1) != 0 for bits in (over, called))
        # Whole is a group of which nothing is taken.
        whole = np.ones((len(at), int(group.max(initial=0)) + 1), dtype=bool)
        row, column = (named & ~left).nonzero()
        whole[row, group[row, column]] = False
        row, column = (named & left).nonzero()
        found[at] = False
        found[at[row[whole[row, group[row, column]]]]] = True
    return found


def _other_generation(alignment: Alignment) -> Flags:
    """Whether one name is said to be the father's and one the son's: 老约翰, and John Jr."""
    found: Flags = (alignment.left_over & alignment.mine["generation"] != 0) & (
        alignment.right_over & alignment.theirs["generation"] != 0
    )
    return found


def _torn(batch: Batch, alignment: Alignment, asked: Flags) -> Flags:
    """Whether of a part of the left name, where dots part it, a piece is taken and one left over.

    理查 in 理查德·切尼 sounds like Liz, but who leaves 德 over does not mean Liz.
    """
    torn: Flags = asked & alignment.mine["parted"]
    at = torn.nonzero()[0]
    if len(at):
        group, size = batch.mine.group[batch.left_of[at]], batch.mine.size[batch.left_of[at]]
        over = _IS_LEFT[alignment.left_class[at, : group.shape[1]]]
        within = np.arange(1, group.shape[1]) < size[:, None]
        joined = (group[:, 1:] == group[:, :-1]) & within
        torn[at] = (joined & (over[:, 1:] != over[:, :-1])).any(axis=1)
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
    single = one_word(batch, alignment.mine) & ((alignment.left_sorts & _OWN) != 0)
    sound = alignment.cells.channel == CHANNELS.index(Channel.TRANSLITERATION)
    found: Flags = single & alignment.pairs_of(sound & (alignment.weight > 0))
    return found


def _read_in_japanese(alignment: Alignment) -> Flags:
    """Pairs of which a part is read in Japanese."""
    read = alignment.cells.channel == CHANNELS.index(Channel.JAPANESE)
    return alignment.pairs_of(read & (alignment.weight > 0))


def _chinese(batch: Batch, alignment: Alignment) -> Flags:
    """Whether each pair is of Chinese people: two Han or two Latin names, or a surname is read.

    A foreign name whose first character is also a surname (韩桑林) is no such pair.
    """
    headed = alignment.cells.left_start < surname_lengths(batch, alignment.cells)
    read = ROMANIZED[alignment.cells.channel] & (alignment.weight > 0)
    alike = batch.mine.latin[batch.left_of] == batch.theirs.latin[batch.right_of]
    found: Flags = alike | alignment.pairs_of(headed & read)
    return found


def _southern(batch: Batch, alignment: Alignment, channel: Ints) -> Flags:
    """Whether the surname of each pair agrees in a spelling of Hokkien or its neighbors."""
    head = alignment.cells.left_start < surname_lengths(batch, alignment.cells)
    read = (channel == CHANNELS.index(Channel.MINNAN)) & (alignment.weight > 0)
    return alignment.pairs_of(head & read)


def _behind(batch: Batch, alignment: Alignment) -> Sorts:
    """Leftover classes of the right names, without a first word that the surname follows.

    Sammi Cheng Sau-man: what stands before the surname is an English given name, though it could
    be cut into syllables.
    """
    cells = alignment.cells
    inside = cells.left_start + cells.left_size <= surname_lengths(batch, cells)
    first = alignment.pairs_of((cells.right_start == 1) & inside & (cells.left_start == 0))
    if not first.any():
        return alignment.right_sorts
    return np.where(first, sorts_of(alignment.right_class[:, 1:]), alignment.right_sorts)


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
    both = batch.both_han
    if not both.any():
        return both
    left = (alignment.left_sorts != 0) & (alignment.right_sorts != 0)
    short = (batch.mine.size <= LONGEST_PERSON)[batch.left_of]
    found: Flags = both & (left & short | alignment.pairs_of(alignment.weight < 0))
    return found


def _agrees(alignment: Alignment, fact: str) -> Flags:
    """Whether an agreeing piece covers atoms of a set of the left name, shape (pairs,)."""
    cells = alignment.cells
    wanted = alignment.mine[fact][cells.pair]
    covered = (wanted & mask(cells.left_start, cells.left_size)) != 0
    return alignment.pairs_of(covered & (alignment.weight > 0))
