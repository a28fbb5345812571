"""Whether the parts of a Chinese person's name stand in an order that names can have.

The surname stands first or last, and the given syllables keep their order: 姚鈞豪 is Yiu Kwan-ho
or Kwan-ho Yiu, but Ho Kwan-yiu is somebody else.
"""

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags
from namelink.model.kinds import Kind, Role
from namelink.model.options import NameOrder
from namelink.scoring.surnames import surname_lengths


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
    pairs = len(batch.left_of)
    crossed = np.zeros(pairs, dtype=bool)
    both_han = _both_han(batch)
    person = batch.kind_of == KINDS.index(Kind.PERSON)
    if not (both_han | (person & (batch.mine.surname > 0)[batch.left_of])).any():
        return crossed
    surname = surname_lengths(batch, cells)
    headed = surname > 0
    given = headed & (cells.left_start >= surname)
    given &= ~batch.mine.has_role((Role.TITLE,))[batch.left_of[cells.pair], cells.left_start]
    order = np.lexsort((cells.left_start, cells.pair))
    order = order[given[order]]
    pair, place = cells.pair[order], cells.right_start[order]
    falls = (pair[1:] == pair[:-1]) & (place[1:] < place[:-1])
    crossed[pair[1:][falls]] = True
    # A surname between two given syllables: beyond the first and before the last of them.
    first = np.full(pairs, np.iinfo(np.int32).max, dtype=np.int32)
    last = np.full(pairs, -1, dtype=np.int32)
    np.minimum.at(first, pair, place)
    np.maximum.at(last, pair, place)
    head = np.flatnonzero(headed & (cells.left_start < surname))
    at, where = cells.pair[head], cells.right_start[head]
    crossed[at[(where > first[at]) & (where < last[at])]] = True
    # In Chinese the surname is first, whoever writes it.
    crossed[at[both_han[at] & (where > first[at])]] = True
    crossed[at[_against(where, first[at], last[at], convention)]] = True
    crossed &= ~_house_behind(batch, cells)
    # Many bodies begin with a character that is also a surname (国家统计局).
    found: Flags = crossed & person
    return found | _turned(cells, both_han)


def _house_behind(batch: Batch, cells: Cells) -> Flags:
    """Whether English puts a house behind, as in Emperor Yang of Sui, 隋炀帝, and all agrees."""
    behind = np.array(["of" in form.keys for form in batch.right], dtype=bool)
    covered = np.bincount(cells.pair, cells.left_size, minlength=len(batch.left_of))
    found: Flags = behind[batch.right_of] & (covered == batch.mine.size[batch.left_of])
    return found


def _turned(cells: Cells, both_han: Flags) -> Flags:
    """Chinese pairs of any kind whose characters stand in another order: 马龙 is not 龙马."""
    order = np.lexsort((cells.left_start, cells.pair))
    order = order[both_han[cells.pair[order]]]
    pair, place = cells.pair[order], cells.right_start[order]
    falls = (pair[1:] == pair[:-1]) & (place[1:] < place[:-1])
    found = np.zeros(len(both_han), dtype=bool)
    found[pair[1:][falls]] = True
    return found


def _both_han(batch: Batch) -> Flags:
    both: Flags = batch.mine.han[batch.left_of] & batch.theirs.han[batch.right_of]
    return both


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
