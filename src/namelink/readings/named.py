"""Places whose English name is fixed: a spelling that is another place's name is no reading.

陕西 is read Shanxi in pinyin, but Shanxi is the English name of 山西; 陕西 is Shaanxi. Sound
cannot tell, the reviewed table of names can.
"""

from functools import cache

import numpy as np

from namelink.model.batch import Batch, Cells, Flags
from namelink.tables.lexicon import place_names


@cache
def _owners() -> dict[str, frozenset[str]]:
    """Places by each of their English names, written solid."""
    found: dict[str, set[str]] = {}
    for han, names in place_names().items():
        for name in names:
            found.setdefault(name, set()).add(han)
    return {name: frozenset(places) for name, places in found.items()}


def not_another_place(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell may stand: false where its word is the name of another place than its span.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        Shape (cells,).
    """
    owners, places = _owners(), place_names()
    fine = np.ones(len(cells), dtype=bool)
    named = [
        {at for at in range(len(form.keys)) if "".join(form.keys[at : at + 2]) in places}
        for form in batch.left
    ]
    starts = cells.left_start.tolist()
    left_of = batch.left_of[cells.pair].tolist()
    for at in np.flatnonzero(cells.left_size >= 2).tolist():
        if starts[at] not in named[left_of[at]]:
            continue
        form = batch.left[left_of[at]]
        span = "".join(form.keys[starts[at] : starts[at] + int(cells.left_size[at])])
        other = batch.right[batch.right_of[cells.pair[at]]]
        begin = int(cells.right_start[at])
        word = "".join(other.keys[begin : begin + int(cells.right_size[at])])
        if span in places and word in owners and span not in owners[word]:
            fine[at] = False
    return fine
