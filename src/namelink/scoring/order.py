"""Whether the parts of a Chinese person's name stand in an order that names can have.

The surname stands first or last, and the given syllables keep their order: 姚鈞豪 is Yiu Kwan-ho
or Kwan-ho Yiu, but Ho Kwan-yiu is somebody else.
"""

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags
from namelink.model.kinds import Kind
from namelink.scoring.align import Alignment


def out_of_order(batch: Batch, alignment: Alignment) -> Flags:
    """Pairs whose correspondences cross in a way that no convention of names allows.

    Args:
        batch: the pairs.
        alignment: chosen correspondences.

    Returns:
        Shape (pairs,); false wherever the pair is not one of people or the left name does not
        begin with a surname.
    """
    pairs = len(batch.left_of)
    crossed = np.zeros(pairs, dtype=bool)
    surname = np.array([sum(map(bool, form.surname)) for form in batch.left], dtype=np.int32)
    cells = alignment.cells
    headed = surname[batch.left_of[cells.pair]] > 0
    given = headed & (cells.left_start >= surname[batch.left_of[cells.pair]])
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
    head = np.flatnonzero(headed & ~given)
    at, where = cells.pair[head], cells.right_start[head]
    crossed[at[(where > first[at]) & (where < last[at])]] = True
    # Many bodies begin with a character that is also a surname (国家统计局).
    found: Flags = crossed & (batch.kind_of == KINDS.index(Kind.PERSON))
    return found
