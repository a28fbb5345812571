"""Numbers that are equal however they are written: 第十三 and 13th, 三院 and Third Hospital."""

from collections.abc import Sequence

from namelink.model.batch import Batch, Cells, Form
from namelink.readings.joins import Entry, join
from namelink.text.numerals import numerals

# Numbers under a hundred are as frequent as a character is; one that may be a part of a word is
# one by chance as often as not.
NUMBER_BITS = 6.6
_BITS = {True: NUMBER_BITS, False: 3.0}


def equal_numbers(batch: Batch) -> Cells:
    """Numbers of both names that are equal.

    Args:
        batch: the pairs.

    Returns:
        The cells.
    """
    right = _entries(batch.right, weigh=False)
    return join(batch, _entries(batch.left, weigh=True), right) if right else join(batch, [], [])


def _entries(forms: Sequence[Form], *, weigh: bool) -> list[Entry]:
    return [
        Entry(
            row=row,
            key=number.value,
            start=number.start,
            size=number.size,
            bits=_BITS[number.sure] if weigh else 0.0,
        )
        for row, form in enumerate(forms)
        for number in numerals(form.keys, form.shapes)
        # Numbers between Latin names are words like others, and are written alike.
        if weigh or form.shapes[number.start] != "han"
    ]
