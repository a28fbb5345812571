"""Numbers that are equal however they are written: 第十三 and 13th, 三院 and Third Hospital."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from namelink.model.batch import KINDS, Batch, Cells, Flags, Form, join_cells
from namelink.model.kinds import Kind
from namelink.readings.expand import between
from namelink.readings.joins import Entry, join
from namelink.text.numerals import may_count, numerals

# Numbers under a hundred are as frequent as a character is; one that may be a part of a word is
# one by chance as often as not.
NUMBER_BITS = 6.6
_BITS = {True: NUMBER_BITS, False: 3.0}
# Sequels: of a hundred titles, seven hold a two, three a three, two a one or a four. Counted on
# the titles of the fit.
_SEQUEL_BITS = {1: 5.4, 2: 3.7, 3: 5.1, 4: 5.5}


def equal_numbers(batch: Batch) -> Cells:
    """Numbers of both names that are equal.

    Args:
        batch: the pairs.

    Returns:
        The cells.
    """
    # Few names hold a number, so only these and what they meet are looked at.
    theirs = batch.theirs
    counted = theirs.spread([may_count(key) for key in theirs.keys], bool)
    here: Flags = np.any(counted & ~theirs.of_shape("han"), axis=1)
    lefts, rights = between(batch, np.ones(len(batch.left), dtype=bool), here)
    right = _entries(batch.right, rights, weigh=False)
    return join(batch, _entries(batch.left, lefts, weigh=True), right) if right else join_cells([])


def of_sequels(batch: Batch, cells: Cells) -> Cells:
    """Cells that tell of a work no more than its number is rare among works.

    Args:
        batch: the pairs.
        cells: what is written alike or counts alike.

    Returns:
        The cells.
    """
    found = [numerals((key,), ("latin",)) for key in batch.theirs.keys]
    bits = [_SEQUEL_BITS.get(each[0].value, np.inf) if each else np.inf for each in found]
    most = batch.theirs.spread(bits, np.float32)[batch.right_of[cells.pair], cells.right_start]
    works = (batch.kind_of[cells.pair] == KINDS.index(Kind.WORK)) & (cells.right_size == 1)
    return replace(cells, bits=np.where(works, np.minimum(cells.bits, most), cells.bits))


def _entries(forms: Sequence[Form], rows: Sequence[int], *, weigh: bool) -> list[Entry]:
    return [
        Entry(
            row=row,
            key=number.value,
            start=number.start,
            size=number.size,
            bits=_BITS[number.sure] if weigh else 0.0,
        )
        for row in rows
        for number in numerals(forms[row].keys, forms[row].shapes)
        # Numbers between Latin names are words like others, and are written alike.
        if weigh or forms[row].shapes[number.start] != "han"
    ]
