"""Numbers that are equal however they are written: 第十三 and 13th, 三院 and Third Hospital."""

from collections.abc import Sequence

import numpy as np

from namelink.model.batch import Batch, Cells, Flags, Form, join_cells
from namelink.readings.expand import between
from namelink.readings.joins import Entry, join
from namelink.text.numerals import may_count, numerals, short_year

# Numbers under a hundred are as frequent as a character is; one that may be a part of a word is
# one by chance as often as not.
NUMBER_BITS = 6.6
_BITS = {True: NUMBER_BITS, False: 3.0}
# The last digits of a year may be another number.
_SHORT_BITS = 1.0


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


def _entries(forms: Sequence[Form], rows: Sequence[int], *, weigh: bool) -> list[Entry]:
    return [
        Entry(
            row=row,
            key=value,
            start=number.start,
            size=number.size,
            bits=(_BITS[number.sure] if weigh else 0.0) - loss,
        )
        for row in rows
        for number in numerals(forms[row].keys, forms[row].shapes)
        # Numbers between Latin names are words like others, and are written alike.
        if weigh or forms[row].shapes[number.start] != "han"
        for value, loss in ((number.value, 0.0), (short_year(number.value), _SHORT_BITS))
        if value is not None
    ]
