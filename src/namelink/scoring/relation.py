"""How two names stand to each other, read off their alignment."""

import numpy as np

from namelink.model.batch import Batch, Flags, Ints
from namelink.model.kinds import CHANNELS, RELATIONS, Channel, Relation
from namelink.scoring.align import Alignment
from namelink.scoring.weights import sorts_where

_ORDER = {relation: number for number, relation in enumerate(RELATIONS)}
_GIVEN = sorts_where(lambda name: name.endswith(("_given", "_western", "_second_surname")))
# What may be an English given name: a known one, or a word that is no Chinese syllable.
_FOREIGN = sorts_where(("latin_western", "latin_given").__contains__)
_PINYIN = CHANNELS.index(Channel.PINYIN)
_SURFACE = CHANNELS.index(Channel.SURFACE)


def relations(
    batch: Batch, alignment: Alignment, distinctive: int, crossed: Flags, english: Flags
) -> Ints:
    """Relation of every pair.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.
        distinctive: leftover classes that help to say who is meant, as bits.
        crossed: see `namelink.scoring.order`, by no convention.
        english: see `english_name`.

    Returns:
        Positions in `Relation`, shape (pairs,).
    """
    any_left = (alignment.left_sorts & distinctive) != 0
    any_right = (alignment.right_sorts & distinctive) != 0
    cells = alignment.cells
    same_script = batch.both_han[cells.pair]
    homophone = (cells.channel == _PINYIN) & same_script
    agreeing = alignment.pairs_of(alignment.agrees | homophone)
    # Between two Chinese names a piece that speaks against is another character.
    other = same_script & (alignment.weight < 0)
    missed = alignment.pairs_of(((cells.missed > 0) | other) & ~homophone)
    sounds = alignment.pairs_of(homophone)
    not_surface = alignment.pairs_of((cells.channel != _SURFACE) | (cells.detail > 0))
    unexplained = english & ~missed
    found = np.full(len(any_left), _ORDER[Relation.COMPATIBLE], dtype=np.int32)
    found[any_left | any_right] = _ORDER[Relation.INCOMPLETE]
    found[any_left & any_right] = _ORDER[Relation.CONTRADICTS]
    found[sounds & ~any_left & ~any_right] = _ORDER[Relation.HOMOPHONE]
    found[missed | ~agreeing] = _ORDER[Relation.CONTRADICTS]
    found[unexplained] = _ORDER[Relation.UNEXPLAINED]
    nothing_left = (alignment.left_sorts | alignment.right_sorts) == 0
    found[nothing_left & agreeing & ~not_surface & ~missed] = _ORDER[Relation.EQUAL]
    found[crossed] = _ORDER[Relation.CONTRADICTS]
    found[batch.same] = _ORDER[Relation.EQUAL]
    # What is not there cannot disagree.
    found[without_atoms(batch)] = _ORDER[Relation.INCOMPLETE]
    return found


def english_name(alignment: Alignment, distinctive: int) -> Flags:
    """Pairs whose surnames agree and whose given names have no counterpart: 吴泳铭 and Eddie Wu.

    Args:
        alignment: chosen correspondences and leftovers.
        distinctive: leftover classes that help to say who is meant, as bits.

    Returns:
        True where only the Chinese given name and a Western one are left over, shape (pairs,).
    """
    left, right = alignment.left_sorts & distinctive, alignment.right_sorts & distinctive
    found: Flags = (
        (left != 0)
        & ((right & _FOREIGN) != 0)
        & ((left & ~_GIVEN) == 0)
        & ((right & ~_FOREIGN) == 0)
        & alignment.pairs_of(alignment.agrees)
    )
    return found


def without_atoms(batch: Batch) -> Flags:
    """Whether a name of the pair holds nothing that could be compared.

    Args:
        batch: the pairs.

    Returns:
        Shape (pairs,).
    """
    empty: Flags = (batch.mine.size == 0)[batch.left_of] | (batch.theirs.size == 0)[batch.right_of]
    return empty
