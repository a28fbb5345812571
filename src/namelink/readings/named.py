"""What sound may not say: legal forms have no sound, and some places have a fixed English name.

陕西 is read Shanxi in pinyin, but Shanxi is the English name of 山西; 陕西 is Shaanxi. Sound
cannot tell, the reviewed table of names can.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Form
from namelink.model.kinds import TABLE_WORDS, Kind, Role, Script
from namelink.readings.transliteration import MUTE
from namelink.tables.chinese_places import chinese_places
from namelink.tables.lexicon import place_names
from namelink.tables.words import stem, word_bits

# Bits of a word that stands in no table of words: one in sixteen thousand names.
_RAREST = 14.0


@cache
def _owners() -> dict[str, frozenset[str]]:
    """Places by each of their English names, written solid."""
    found: dict[str, set[str]] = {}
    for han, names in place_names().items():
        for name in names:
            found.setdefault(name, set()).add(han)
    for han, name in chinese_places().items():
        # 陕西 is Shaanxi in English, whatever its pinyin.
        if han not in place_names():
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
    owners = _owners()
    places = place_names().keys() | chinese_places().keys()
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


def no_rarer(batch: Batch, cells: Cells) -> Cells:
    """Cells that tell no more than their words are rare.

    That 深圳 is Shenzhen tells little where every tenth company is in Shenzhen. In names of other
    kinds few words are shared by many.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        The cells with what they may tell at most.
    """
    width = max((len(form.keys) for form in batch.right), default=0)
    rare = np.zeros((max(len(batch.right), 1), width + 1), dtype=np.float32)
    for row, form in enumerate(batch.right):
        own = [word_bits(stem(key), rare=_RAREST) for key in form.keys]
        rare[row, 1 : len(form.keys) + 1] = own
    rare = rare.cumsum(axis=1, dtype=np.float32)
    right = batch.right_of[cells.pair]
    most = rare[right, cells.right_start + cells.right_size] - rare[right, cells.right_start]
    most[batch.kind_of[cells.pair] != KINDS.index(Kind.ORG)] = np.inf
    return replace(cells, bits=np.minimum(cells.bits, most))


def breaking(
    batch: Batch, cells: Cells, roles: frozenset[Role] = TABLE_WORDS
) -> npt.NDArray[np.int32]:
    """How many words of a table each cell cuts in two, in names that are no people's.

    行 of 银行 may sound like Hang, and 会 of 委员会 may mean a meeting; but a name is read word by
    word where the words are known.

    Args:
        batch: the pairs.
        cells: correspondences of any channel.
        roles: roles of the words that count.

    Returns:
        0 to 2 a cell, shape (cells,).
    """
    width = max((len(form.keys) for form in batch.left), default=0)
    inside = np.zeros((max(len(batch.left), 1), width + 1), dtype=np.int32)
    for row, form in enumerate(batch.left):
        if form.script is Script.HAN and len(form.word) == len(form.keys):
            inside[row, 1 : len(form.keys)] = [
                form.word[at] == form.word[at - 1] and form.roles[at] in roles
                for at in range(1, len(form.keys))
            ]
    left = batch.left_of[cells.pair]
    cuts = inside[left, cells.left_start] + inside[left, cells.left_start + cells.left_size]
    latin = np.array([form.script is Script.LATIN for form in batch.right], dtype=bool)
    cuts[batch.kind_of[cells.pair] == KINDS.index(Kind.PERSON)] = 0
    cuts[~np.append(latin, False)[batch.right_of[cells.pair]]] = 0
    found: npt.NDArray[np.int32] = cuts
    return found
