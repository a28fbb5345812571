"""How the own names of two bodies, works or places stand to each other.

浙江大华 is not Zhejiang Dahe, and 周大生 is not Chow Tai Fook: a word that is spelled like Chinese
syllables would be those of the other name, whereas an English word may be any that a body chose.
"""

from dataclasses import dataclass

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags
from namelink.model.kinds import CHANNELS, Channel, Kind
from namelink.scoring.align import Alignment
from namelink.scoring.facts import Masks
from namelink.scoring.weights import ROMANIZED

# Characters of two words at least.
_TWO_WORDS = 3
_HEARD = (Channel.TRANSLITERATION, Channel.BRAND, Channel.JAPANESE)
_SOUNDS = ROMANIZED | np.array([channel in _HEARD for channel in CHANNELS])


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFacts:
    """Facts about pairs, each of shape (pairs,). Flags are false for people.

    Attributes:
        apart: the own names of both sides are all left over; only common words agree.
        known: the left name has an own name, and all of it has a counterpart.
        alone: the own names agree whole, and the right one says nothing else, where the left one
            has more words of what the body does: they are left out together (长方化学工业,
            Changfang).
        differ: a syllabic word is left over on the right, and an own character on the left.
        turned: neighboring characters are spelled in the other order: 金达 is not Tai Kam, though
            each syllable may be one of the characters.
        formless: a legal form ends the Chinese name, and the English one holds no word that bodies
            have, nor is the own name alone: 金利来集团 beside Lai King.
        whole: the Chinese name is one as a register has it, beside a Latin one. A legal form ends
            it, or a word such as 大学: what the English name says beyond it makes another body. A
            short name as an exchange prints it (复星旅游) leaves most out.
        cut: a sound takes a part of a word of a table, and the rest is left over: 太平洋 is no
            Taiping. A place that heads a name without an own word may be its own name.
        idle: atoms of the right name that make no other body where they are left over: China, what
            every maker is in, and what a run-together word ends in if its beginning agrees.
    """

    apart: Flags
    known: Flags
    alone: Flags
    differ: Flags
    turned: Flags
    formless: Flags
    whole: Flags
    cut: Flags
    idle: Masks


def own_facts(batch: Batch, alignment: Alignment) -> OwnFacts:
    """Facts about the pairs of a batch that are not of people.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        The facts.
    """
    bodies = batch.kind_of != KINDS.index(Kind.PERSON)
    mine, theirs = alignment.mine["own_han"], alignment.theirs["own_latin"]
    over, beyond = mine & alignment.left_over, theirs & alignment.right_over
    all_over = (mine != 0) & (over == mine)
    all_beyond = (theirs != 0) & (beyond == theirs)
    known = bodies & (mine != 0) & (over == 0)
    alone = known & (beyond == 0) & _alone(alignment)
    syllabic = beyond & alignment.theirs["syllabic"]
    endings = alignment.theirs["endings"] & ~(alignment.right_over << np.uint64(1))
    return OwnFacts(
        apart=bodies & all_over & all_beyond,
        known=known,
        alone=alone,
        differ=bodies & (over != 0) & (syllabic != 0),
        turned=bodies & _turned(alignment) if bodies.any() else bodies,
        formless=alignment.mine["formed"] & alignment.theirs["formless"] & ~alone,
        whole=bodies & alignment.mine["whole"] & batch.theirs.latin[batch.right_of],
        cut=bodies & _cut(alignment),
        idle=alignment.theirs["idle"] | endings,
    )


def _alone(alignment: Alignment) -> Flags:
    """Whether a right name is an own name and perhaps a form.

    The left one has two words or more of what the body does, and none has a counterpart.
    """
    does = alignment.mine["industry"]
    over = does & alignment.left_over
    words = np.bitwise_count(over) >= _TWO_WORDS
    found: Flags = alignment.theirs["plain"] & words & (over == does)
    return found


def _turned(alignment: Alignment) -> Flags:
    cells = alignment.cells
    single = ROMANIZED[cells.channel] & (cells.left_size == 1)
    order = np.lexsort((cells.left_start, cells.pair))
    order = order[single[order]]
    pair, left, right = cells.pair[order], cells.left_start[order], cells.right_start[order]
    turned = (pair[1:] == pair[:-1]) & (left[1:] == left[:-1] + 1) & (right[1:] < right[:-1])
    found = np.zeros(len(alignment.mine), dtype=bool)
    found[pair[1:][turned]] = True
    return found


def _cut(alignment: Alignment) -> Flags:
    cells, one = alignment.cells, np.uint64(1)
    mine, over = alignment.mine[cells.pair], alignment.left_over[cells.pair]
    sound = (
        _SOUNDS[cells.channel] & alignment.agrees & ((mine["words"] != 0) | (cells.left_start > 0))
    )
    start = cells.left_start.astype(np.uint64)
    end = start + cells.left_size.astype(np.uint64)
    # A part goes on with the word before it, and that of the two which is not heard is left over.
    cut = (mine["cuttable"] >> start) & ((over << one) >> start)
    cut |= (mine["cuttable"] >> end) & (over >> end)
    return alignment.pairs_of(sound & ((cut & one) != 0))


def beyond_idle(alignment: Alignment, own: OwnFacts, sorts: Flags, asked: Flags) -> Flags:
    """Whether more is left over of the right name than what makes no other body.

    Args:
        alignment: chosen correspondences and leftovers.
        own: facts about own names.
        sorts: leftover classes that count, shape (leftovers,).
        asked: pairs that are asked about, shape (pairs,).

    Returns:
        Shape (pairs,); false for others.
    """
    found = asked.copy()
    at = asked.nonzero()[0]
    if len(at):
        left = sorts[alignment.right_class[at, :-1]]
        atoms = np.arange(left.shape[1], dtype=np.uint64)
        idle = (own.idle[at, None] >> atoms) & np.uint64(1)
        found[at] = (left & (idle == 0)).any(axis=1)
    return found
