"""Whether the parts of a Chinese person's name stand in an order that names can have.

The surname stands first or last, and the given syllables keep their order: 姚鈞豪 is Yiu Kwan-ho
or Kwan-ho Yiu, but Ho Kwan-yiu is somebody else.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Ints
from namelink.model.kinds import Kind, Role
from namelink.model.options import NameOrder

Index = npt.NDArray[np.integer[Any]]
_TITLE = (Role.TITLE,)


def out_of_order(batch: Batch, cells: Cells, convention: NameOrder = "any") -> Flags:
    """Pairs whose correspondences cross in a way that no convention of names allows.

    Args:
        batch: the pairs.
        cells: chosen correspondences.
        convention: the order that the Latin names are known to keep to.

    Returns:
        Shape (pairs,); false wherever the pair is not one of people or the left name does not
        begin with a surname.
    """
    rows = (cells.pair, np.arange(len(batch.left_of)))
    return crossings(batch, cells, np.arange(len(cells)), rows, convention)


def crossings(
    batch: Batch,
    cells: Cells,
    chosen: Index,
    rows: tuple[Index, Index],
    convention: NameOrder = "any",
) -> Flags:
    """Ways to choose correspondences that are out of order.

    Args:
        batch: the pairs.
        cells: all correspondences.
        chosen: position of each chosen correspondence, shape (chosen,).
        rows: the way that each is of, in the same shape, and the pair of each way.
        convention: the order that the Latin names are known to keep to.

    Returns:
        As `out_of_order` of the pair, shape (ways,).
    """
    row, pair_of = rows
    crossed = np.zeros(len(pair_of), dtype=bool)
    left_of = batch.left_of[pair_of]
    both_han = batch.both_han[pair_of]
    surname = batch.mine.surname[left_of]
    person = (batch.kind_of == KINDS.index(Kind.PERSON))[pair_of] & (surname > 0)
    if not (both_han | person).any():
        return crossed
    left, place = cells.left_start[chosen], cells.right_start[chosen]
    order = np.lexsort((left, row))
    if person.any():
        end = surname[row]
        given = left >= end
        given &= ~batch.mine.has_role(_TITLE)[left_of[row], left]
        behind = order[given[order]]
        crossed[_falling(row[behind], place[behind])] = True
        # A surname between two given syllables: beyond the first and before the last of them.
        first = np.full(len(crossed), np.iinfo(np.int32).max, dtype=np.int32)
        last = np.full(len(crossed), -1, dtype=np.int32)
        np.minimum.at(first, row[behind], place[behind])
        np.maximum.at(last, row[behind], place[behind])
        head = (left < end).nonzero()[0]
        at, where = row[head], place[head]
        wrong = (where > first[at]) & (where < last[at])
        # In Chinese the surname is first, whoever writes it.
        wrong |= both_han[at] & (where > first[at])
        wrong |= _against(where, first[at], last[at], convention)
        crossed[at[wrong]] = True
        covered = np.zeros(len(crossed), dtype=np.int32)
        np.add.at(covered, row, cells.left_size[chosen])
        crossed &= ~_house_behind(batch, pair_of, covered)
        # Many bodies begin with a character that is also a surname (国家统计局).
        crossed &= person
    if both_han.any():
        # In a Chinese name of any kind no characters are turned: 马龙 is not 龙马.
        order = order[both_han[row[order]]]
        crossed[_falling(row[order], place[order])] = True
    return crossed


def _falling(row: Index, place: Ints) -> Index:
    """Rows in which a place is before that of the entry before; entries by row."""
    falls = (row[1:] == row[:-1]) & (place[1:] < place[:-1])
    found: Index = row[1:][falls]
    return found


def _house_behind(batch: Batch, pair_of: Index, covered: Ints) -> Flags:
    """Whether English puts a house behind, as in Emperor Yang of Sui, 隋炀帝, and all agrees."""
    behind = np.array(["of" in form.keys for form in batch.right], dtype=bool)
    whole = covered == batch.mine.size[batch.left_of[pair_of]]
    found: Flags = behind[batch.right_of[pair_of]] & whole
    return found


Places = npt.NDArray[np.int32]


def _against(surname: Places, first: Places, last: Places, convention: NameOrder) -> Flags:
    """Whether a surname stands where a known convention has it not."""
    met = last >= 0
    if convention == "surname_first":
        wrong: Flags = met & (surname > first)
    elif convention == "given_first":
        wrong = met & (surname < last)
    else:
        wrong = np.zeros(len(surname), dtype=bool)
    return wrong
