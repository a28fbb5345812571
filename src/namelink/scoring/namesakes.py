"""How many other people bear such a name: 王伟 very many, 逄增玉 hardly anybody.

What is counted are people whose names would agree as well as these two do. Wang Wei fits more
people than 王伟, since Wei is spelled of many characters; Eddie Wu agrees in the surname alone,
with everybody who is called so.
"""

import numpy as np

from namelink.model.batch import KINDS, Batch, Floats, Ints
from namelink.model.kinds import RELATIONS, Kind, Relation
from namelink.scoring.align import Alignment

# The mainland's people at the end of 2023 (National Bureau of Statistics: 1,409.67 million) with
# those of Taiwan, Hong Kong and Macau (23.4, 7.5 and 0.7 million by their own counts).
POPULATION = 1.44e9
_CONTRADICTS = RELATIONS.index(Relation.CONTRADICTS)


def namesakes(batch: Batch, alignment: Alignment, relation: Ints) -> Floats:
    """Expected number of other people whose names would agree as well.

    Args:
        batch: the pairs.
        alignment: chosen correspondences.
        relation: position in `Relation` a pair.

    Returns:
        Shape (pairs,); not a number for other kinds than people, where a part disagrees, and
        where something agrees whose rarity is not known (a foreign name).
    """
    people = batch.kind_of == KINDS.index(Kind.PERSON)
    if not people.any():
        return np.full(len(people), np.nan, dtype=np.float32)
    cells, good = alignment.cells, alignment.agrees
    rarity = np.zeros(len(batch.left_of), dtype=np.float64)
    np.add.at(rarity, cells.pair[good], cells.rarity[good])
    known = np.zeros(len(batch.left_of), dtype=bool)
    known[cells.pair[good]] = True
    known[cells.pair[good & (cells.rarity <= 0)]] = False
    known &= people & (relation != _CONTRADICTS)
    found: Floats = np.where(known, POPULATION * np.exp2(-rarity), np.nan).astype(np.float32)
    return found
