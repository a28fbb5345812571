"""How two names stand to each other, read off their alignment."""

import numpy as np

from namelink.model.batch import Batch, Flags, Ints
from namelink.model.kinds import CHANNELS, RELATIONS, Channel, Relation
from namelink.scoring.align import Alignment
from namelink.scoring.weights import LEFTOVERS

_ORDER = {relation: number for number, relation in enumerate(RELATIONS)}
_GIVEN = np.array([name.endswith(("_given", "_western", "_second_surname")) for name in LEFTOVERS])
# What may be an English given name: a known one, or a word that is no Chinese syllable.
_FOREIGN = np.array([name in ("latin_western", "latin_given") for name in LEFTOVERS])
_PINYIN = CHANNELS.index(Channel.PINYIN)
_SURFACE = CHANNELS.index(Channel.SURFACE)


def relations(
    batch: Batch, alignment: Alignment, distinctive: Flags, crossed: Flags, english: Flags
) -> Ints:
    """Relation of every pair.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.
        distinctive: whether a leftover class helps to say who is meant, shape (leftovers,).
        crossed: see `namelink.scoring.order`, by no convention.
        english: see `english_name`.

    Returns:
        Positions in `Relation`, shape (pairs,).
    """
    pairs = len(batch.left_of)
    left, right = distinctive[alignment.left_class], distinctive[alignment.right_class]
    any_left, any_right = left.any(axis=1), right.any(axis=1)
    agreeing, missed, sounds, not_surface = (np.zeros(pairs, dtype=bool) for _ in range(4))
    cells = alignment.cells
    same_script = _both_han(batch)
    homophone = (cells.channel == _PINYIN) & same_script[cells.pair]
    agreeing[cells.pair[alignment.agrees | homophone]] = True
    # Between two Chinese names a piece that speaks against is another character.
    other = same_script[cells.pair] & (alignment.weight < 0)
    missed[cells.pair[((cells.missed > 0) | other) & ~homophone]] = True
    sounds[cells.pair[homophone]] = True
    not_surface[cells.pair[(cells.channel != _SURFACE) | (cells.detail > 0)]] = True
    unexplained = english & ~missed
    found = np.full(pairs, _ORDER[Relation.COMPATIBLE], dtype=np.int32)
    found[any_left | any_right] = _ORDER[Relation.INCOMPLETE]
    found[any_left & any_right] = _ORDER[Relation.CONTRADICTS]
    found[sounds & ~any_left & ~any_right] = _ORDER[Relation.HOMOPHONE]
    found[missed | ~agreeing] = _ORDER[Relation.CONTRADICTS]
    found[unexplained] = _ORDER[Relation.UNEXPLAINED]
    nothing_left = (alignment.left_class == 0).all(axis=1) & (alignment.right_class == 0).all(
        axis=1
    )
    found[nothing_left & agreeing & ~not_surface & ~missed] = _ORDER[Relation.EQUAL]
    found[crossed] = _ORDER[Relation.CONTRADICTS]
    found[batch.same] = _ORDER[Relation.EQUAL]
    # What is not there cannot disagree.
    found[without_atoms(batch)] = _ORDER[Relation.INCOMPLETE]
    return found


def english_name(alignment: Alignment, distinctive: Flags) -> Flags:
    """Pairs whose surnames agree and whose given names have no counterpart: 吴泳铭 and Eddie Wu.

    Args:
        alignment: chosen correspondences and leftovers.
        distinctive: whether a leftover class helps to say who is meant, shape (leftovers,).

    Returns:
        True where only the Chinese given name and a Western one are left over, shape (pairs,).
    """
    left, right = distinctive[alignment.left_class], distinctive[alignment.right_class]
    western = _FOREIGN[alignment.right_class]
    agreeing = np.zeros(len(left), dtype=bool)
    agreeing[alignment.cells.pair[alignment.agrees]] = True
    found: Flags = (
        agreeing
        & left.any(axis=1)
        & western.any(axis=1)
        & (_GIVEN[alignment.left_class] | ~left).all(axis=1)
        & (western | ~right).all(axis=1)
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


def _both_han(batch: Batch) -> Flags:
    both: Flags = batch.mine.han[batch.left_of] & batch.theirs.han[batch.right_of]
    return both
