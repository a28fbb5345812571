"""What sound may not say: legal forms have no sound, and some places have a fixed English name.

陕西 is read Shanxi in pinyin, but Shanxi is the English name of 山西; 陕西 is Shaanxi. Sound
cannot tell, the reviewed table of names can.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Cells, Flags, Form
from namelink.readings.transliteration import MUTE
from namelink.tables.lexicon import place_names


@cache
def _owners() -> dict[str, frozenset[str]]:
    """Places by each of their English names, written solid."""
    found: dict[str, set[str]] = {}
    for han, names in place_names().items():
        for name in names:
            found.setdefault(name, set()).add(han)
    return {name: frozenset(places) for name, places in found.items()}


def no_legal_form(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell keeps off legal forms and function words: 有 does not sound like Ltd.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        Shape (cells,).
    """
    mute_left, mute_right = _mute(batch.left), _mute(batch.right)
    left, right = batch.left_of[cells.pair], batch.right_of[cells.pair]
    before = mute_left[left, cells.left_start], mute_right[right, cells.right_start]
    after = (
        mute_left[left, cells.left_start + cells.left_size],
        mute_right[right, cells.right_start + cells.right_size],
    )
    free: Flags = (before[0] == after[0]) & (before[1] == after[1])
    return free


def _mute(forms: Sequence[Form]) -> npt.NDArray[np.int32]:
    """Running number of atoms that have no sound, shape (forms, atoms + 1)."""
    width = max((len(form.keys) for form in forms), default=0)
    count = np.zeros((max(len(forms), 1), width + 1), dtype=np.int32)
    for row, form in enumerate(forms):
        for at, role in enumerate(form.roles):
            count[row, at + 1] = role in MUTE
    return count.cumsum(axis=1, dtype=np.int32)


def not_another_place(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell may stand.

    False where its word is the English name of another place than its span.

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
