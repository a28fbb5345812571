"""Titles of two names that say the same: 主席 and President.

Names of people are not translated, but their titles are. A title tells little about who is meant,
and a title that differs tells more.
"""

from collections.abc import Iterator
from itertools import groupby

from namelink.model.batch import NO_CELLS, Batch, Cells, Flags, Form
from namelink.model.kinds import Role
from namelink.model.side import ROLES, Side
from namelink.readings.expand import between
from namelink.readings.joins import Entry, join
from namelink.tables.title_pairs import english_titles

# An office or form of address is shared by one name in fifteen or so of those that have one.
_BITS = 4.0


def equal_titles(batch: Batch) -> Cells:
    """Titles that say the same, in names of whatever kind.

    Args:
        batch: the pairs.

    Returns:
        The cells.
    """
    titled = _titled(batch.mine)
    # Most names hold none.
    if not titled.any():
        return NO_CELLS
    lefts, rights = between(
        batch, titled & batch.mine.han, _titled(batch.theirs) & ~batch.theirs.han
    )
    if not lefts:
        return NO_CELLS
    left = [
        Entry(row=row, key=english, start=start, size=size, bits=_BITS)
        for row in lefts
        for start, size in _runs(batch.left[row])
        for english in english_titles("".join(batch.left[row].keys[start : start + size]))
    ]
    right = [
        Entry(row=row, key=" ".join(form.keys[start : start + size]), start=start, size=size,
              bits=0.0)
        for row in rights
        for form in (batch.right[row],)
        for start, size in _runs(form)
    ]  # fmt: skip
    return join(batch, left, right)


def _titled(side: Side) -> Flags:
    """Whether each form holds a title."""
    found: Flags = (side.role == ROLES.index(Role.TITLE)).any(axis=1)
    return found


def _runs(form: Form) -> Iterator[tuple[int, int]]:
    """First atom and number of atoms of each title."""
    for role, atoms in groupby(range(len(form.roles)), key=form.roles.__getitem__):
        if role is Role.TITLE:
            first, *further = atoms
            yield first, 1 + len(further)
