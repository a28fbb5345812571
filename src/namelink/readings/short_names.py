"""Where short and full forms stand in the names of people, and adjectives in those of places.

All are heard as the names that they stand for.
"""

import numpy as np

from namelink.model.batch import KINDS, Batch, Cells, Flags, Ints
from namelink.model.kinds import Kind, Role
from namelink.readings.expand import Index, Items, repeat_by
from namelink.tables.adjectives import towns
from namelink.tables.names import full_names, short_names

_NO_ROWS, _NO_NUMBERS = np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.int32)


def whole_parts(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell takes all characters of a part of the left name, where dots part it.

    A full name is not heard in a part of one: 理查 in 理查德 may sound like Lisa, but is not Liz.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        Shape (cells,); true for all cells of names without dots.
    """
    group, size = batch.mine.group, batch.mine.size
    left = batch.left_of[cells.pair]
    end = cells.left_start + cells.left_size
    last = size[left] - 1
    here = group[left, cells.left_start]
    begins = (cells.left_start == 0) | (group[left, cells.left_start - 1] != here)
    ends = (end > last) | (group[left, np.minimum(end, last)] != here)
    apart = group[left, 0] != group[left, last]
    whole: Flags = ~apart | (begins & ends)
    return whole


def first_short(batch: Batch, pair: Ints, start: Ints) -> Flags:
    """Whether spans of words begin with what looks like a particle but is a given name (Al Gore).

    Args:
        batch: the pairs.
        pair: the pair of each span, shape (spans,).
        start: first right atom of each, in the same shape.

    Returns:
        In the same shape; true for short forms at the head of people's names.
    """
    theirs = batch.theirs
    particle = theirs.has_role((Role.PARTICLE,))[:, 0]
    if not particle.any():
        return np.zeros(len(pair), dtype=bool)
    short = [bool(full_names(form.keys[0])) if form.keys else False for form in batch.right]
    person = batch.kind_of[pair] == KINDS.index(Kind.PERSON)
    found: Flags = person & (start == 0) & (particle & short)[batch.right_of[pair]]
    return found


def stands_for(word: str) -> tuple[str, ...]:
    """Names that a word may stand for: those that people also go by, then towns of an adjective.

    >>> stands_for("liz"), stands_for("trnavsky")
    (('elizabeth', 'lisa'), ('trnav', 'trnava', 'trnavsk'))

    Args:
        word: a folded word.

    Returns:
        Folded names; empty for a word that stands for itself alone.
    """
    return called(word) + towns(word)


def called(word: str) -> tuple[str, ...]:
    """Names that who bears one may go by as well: full names of a short one, then short ones.

    >>> called("timothy")
    ('tim', 'timmy')

    Args:
        word: a folded word.

    Returns:
        Folded names; empty for what is no such given name.
    """
    full, shorts = full_names(word), short_names(word)
    return full + tuple(short for short in shorts if short not in full) if shorts else full


def spelled_out(batch: Batch, items: Items, letters: list[str]) -> tuple[Index, Ints, Ints]:
    """Names that words may stand for: Robert for Bob and Bob for Robert, Poltava for Poltavska.

    Args:
        batch: the pairs.
        items: the rows.
        letters: of the units; the names that they stand for are put after them.

    Returns:
        Row of the word, number of the letters and number of the name from 1.
    """
    names = [stands_for(unit.letters) if len(unit.words) == 1 else () for unit in batch.units]
    if not any(names):
        return _NO_ROWS, _NO_NUMBERS, _NO_NUMBERS
    units = [unit.letters if own else "" for unit, own in zip(batch.units, names, strict=True)]
    short = np.array([len(called(letters)) for letters in units], dtype=np.int64)
    whole = np.array([len(full_names(letters)) for letters in units], dtype=np.int64)
    counts = np.array([len(own) for own in names], dtype=np.int64)
    first = len(letters) + np.cumsum(counts) - counts
    letters += [name for own in names for name in own]
    row, inside = repeat_by(counts[items.unit])
    unit = items.unit[row]
    place = batch.kind_of[items.pair[row]] == KINDS.index(Kind.PLACE)
    # A short form stands for a full name beside a surname, which dots part off.
    full = inside < whole[unit]
    beside = (batch.mine.group.max(axis=1) > 0)[batch.left_of[items.pair[row]]]
    fine = ((inside < short[unit]) & (full | beside)) | place
    row, inside, unit = row[fine], inside[fine], unit[fine]
    return row, (first[unit] + inside).astype(np.int32), (inside + 1).astype(np.int32)
