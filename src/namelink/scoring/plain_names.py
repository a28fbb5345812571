"""Names made of common words alone, of which each tells what body it is.

A ministry, a commission or a university has no name of its own: 环境保护部 is told from the
Ministry of Ecology and Environment by one word, and every other word agrees. A company's own name
says who it is, so that a word of what it does may be left out beside it.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Form, Ints
from namelink.model.kinds import Kind, Role, Script
from namelink.model.side import ragged
from namelink.scoring.align import Alignment
from namelink.scoring.facts import words_of
from namelink.tables.lexicon import is_subject

# Words that say of what a body does nothing more than that it does it.
_EMPTY = frozenset("事务 服务 工作 affairs service services work".split())
# Characters; of names that say more some English ones leave a word out.
_LONGEST = 13
# A correspondence that weighs less is told as no agreement.
_FAINT = -0.3


def common_left(batch: Batch, alignment: Alignment) -> Flags:
    """Whether neither name of a pair is anyone's own, and a subject of either has no counterpart.

    A head ends the Chinese name (部, 委员会, 大学). Of companies, whose names end in a legal form,
    many such words are their own name all the same (先锋, 凤凰).

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        False for people, and but for a Chinese name beside a Latin one, shape (pairs,).
    """
    mine, theirs = alignment.mine, alignment.theirs
    found: Flags = mine["headed"] & (mine["words"] == 0)
    found &= (batch.mine.size <= _LONGEST)[batch.left_of] & batch.theirs.latin[batch.right_of]
    found &= batch.kind_of != KINDS.index(Kind.PERSON)
    found &= (theirs["words"] & alignment.right_over) == 0
    rows = np.flatnonzero(found)
    if not len(rows):
        return found
    cells = alignment.cells.take(alignment.weight > _FAINT)
    spans = (
        (batch.left, batch.left_of[rows], cells.left_start, cells.left_size),
        (batch.right, batch.right_of[rows], cells.right_start, cells.right_size),
    )
    at = np.full(len(found), -1, dtype=np.int32)
    at[rows] = np.arange(len(rows), dtype=np.int32)
    lacks = np.zeros(len(rows), dtype=bool)
    for forms, form_of, start, size in spans:
        mine = at[cells.pair]
        held = mine >= 0
        lacks |= _lacks(forms, form_of, (mine[held], start[held], size[held]))
    found[rows] = lacks
    return found


def _lacks(forms: Sequence[Form], form_of: Ints, taken: tuple[Ints, Ints, Ints]) -> Flags:
    """Whether half of a subject or more has no counterpart that agrees, shape (pairs,).

    Args:
        forms: forms of one side.
        form_of: form a pair.
        taken: pair, first atom and atoms of each correspondence that agrees.

    Returns:
        The flags.
    """
    width = max(len(form.keys) for form in forms) + 1
    pair, start, size = taken
    edges = np.zeros((len(form_of), width + 1), dtype=np.int32)
    np.add.at(edges, (pair, start), 1)
    np.add.at(edges, (pair, start + size), -1)
    agrees = np.cumsum(edges, axis=1) > 0
    running = np.zeros((len(form_of), width + 2), dtype=np.int32)
    np.cumsum(agrees, axis=1, out=running[:, 1:])
    sizes = ragged([_common_sizes(form) for form in forms], width, np.int32)[form_of]
    row, first = np.nonzero(sizes)
    length = sizes[row, first]
    short = 2 * (running[row, first + length] - running[row, first]) <= length
    found = np.zeros(len(form_of), dtype=bool)
    found[row[short]] = True
    return found


@lru_cache(maxsize=20_000)
def _common_sizes(form: Form) -> tuple[int, ...]:
    """Atoms of the subject that begins at each atom, 0 where none does, and for its last head.

    What a body is (研究院, Institute) is rendered as freely as by any other head.
    """
    end = len(form.keys)
    sizes = [0] * end
    for start, stop in words_of(form):
        if is_subject("".join(form.keys[start:stop])):
            sizes[start] = stop - start
    if form.script is Script.HAN:
        while end and form.roles[end - 1] is Role.GENERIC:
            end -= 1
        sizes[end:] = [0] * (len(form.keys) - end)
    else:
        sizes = [
            0 if role is Role.GENERIC else size
            for role, size in zip(form.roles, sizes, strict=True)
        ]
        # China may be left out; but Chinese medicine is not medicine.
        last = [at for at, key in enumerate(form.keys) if key == "chinese" and at]
        sizes = [1 if at in last else size for at, size in enumerate(sizes)]
    return tuple(
        0 if "".join(form.keys[at : at + size]) in _EMPTY else size
        for at, size in enumerate(sizes)
    )
