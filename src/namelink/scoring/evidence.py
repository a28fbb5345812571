"""Readable evidence for the pairs that are shown, made of the same numbers that were summed.

Every atom of both names stands in exactly one piece: agreeing, differing, or left over. Leftovers
of one role that touch are one piece; a leftover on each side of one role is one differing piece.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np

from namelink.model.batch import Floats, Form, Ints
from namelink.model.evidence import Evidence
from namelink.model.kinds import CHANNELS, Channel, Outcome, Role, Script
from namelink.model.remark import Remark
from namelink.scoring.score import Scored
from namelink.scoring.weights import STRUCTURES

# Tells one cell: channel, characters of the span with their surname reading, folded
# keys of the unit, the cell's detail, script of the right name.
Note = Callable[[Channel, Sequence[tuple[str, str]], Sequence[str], int, Script], Remark | None]

# What is left of a sum by rounding is no evidence.
_NOISE = 1e-4

# Characters that differ and are alike, and what another name would fit: it speaks against one
# name, and is said as what it is.
_DIFFERENCES = frozenset({"homophones", "look_alike", "one_component", "fits_better"})


def evidence_of(scored: Scored, pair: int, note: Note) -> tuple[Evidence, ...]:
    """Evidence of one pair, with the written form on the left.

    Args:
        scored: the batch's result.
        pair: position of the pair.
        note: what is to be said of a correspondence.

    Returns:
        Pieces in the order of the left name, then what is left over on the right, then facts about
        the whole pair.
    """
    batch = scored.batch
    left = batch.left[batch.left_of[pair]]
    right = batch.right[batch.right_of[pair]]
    agreed = _agreed(scored, pair, (left, right), note)
    differing, over = _left_over(scored, pair, left, right)
    pieces = sorted([*agreed, *differing, *over], key=_place)
    return (*pieces, *_facts(scored, pair), *_nearness(scored, pair), *_kinds(scored, pair))


def _place(piece: Evidence) -> tuple[int, int, int]:
    if piece.left_span is not None:
        return (0, *piece.left_span)
    return (1, *(piece.right_span or (0, 0)))


def _agreed(scored: Scored, pair: int, forms: tuple[Form, Form], note: Note) -> list[Evidence]:
    left, right = forms
    cells = scored.alignment.cells
    found = []
    for at in (cells.pair == pair).nonzero()[0].tolist():
        mine = slice(int(cells.left_start[at]), int(cells.left_start[at] + cells.left_size[at]))
        theirs = slice(
            int(cells.right_start[at]), int(cells.right_start[at] + cells.right_size[at])
        )
        channel = CHANNELS[scored.channel[at]]
        weight = float(scored.alignment.weight[at])
        remark = note(
            channel,
            tuple(zip(left.keys[mine], left.surname[mine], strict=True)),
            right.keys[theirs],
            int(cells.detail[at]),
            right.script,
        )
        against = weight < 0
        if against and not cells.missed[at] and (remark and remark.code not in _DIFFERENCES):
            remark = Remark("too_faint")
        found.append(
            _piece(
                (left, mine),
                (right, theirs),
                channel=channel,
                outcome=Outcome.DIFFERS if cells.missed[at] or against else Outcome.AGREES,
                bits=weight,
                remark=remark,
            )
        )
    return found


def _left_over(
    scored: Scored, pair: int, left: Form, right: Form
) -> tuple[list[Evidence], list[Evidence]]:
    """Differing pieces (one role left over on both sides) and pieces left over on one side."""
    alignment = scored.alignment
    mine = _runs(left, alignment.left_class[pair], alignment.left_cost[pair])
    theirs = _runs(right, alignment.right_class[pair], alignment.right_cost[pair])
    differing, over = [], []
    for role, atoms, cost in mine:
        match = next((run for run in theirs if run[0] is role and role is not Role.WORD), None)
        if match is None:
            over.append(_piece((left, atoms), None, bits=-cost))
            continue
        theirs.remove(match)
        differing.append(
            _piece(
                (left, atoms),
                (right, match[1]),
                outcome=Outcome.DIFFERS,
                bits=-cost - match[2],
                remark=Remark("different", (role,)),
            )
        )
    over += [_piece(None, (right, atoms), bits=-cost) for _, atoms, cost in theirs]
    return differing, over


def _runs(form: Form, classes: Ints, costs: Floats) -> list[tuple[Role, slice, float]]:
    """Runs of neighboring leftover atoms of one role."""
    open_atoms = [at for at in range(len(form.keys)) if classes[at]]
    runs = []
    marked = [(at - place, form.roles[at], at) for place, at in enumerate(open_atoms)]
    for (_, role), members in groupby(marked, key=lambda entry: entry[:2]):
        atoms = [at for *_, at in members]
        cost = float(sum(costs[at] for at in atoms))
        runs.append((role, slice(atoms[0], atoms[-1] + 1), cost))
    if form.beyond:
        end = len(form.keys)
        runs.append((Role.WORD, slice(end, end + 1), float(costs[-1])))
    return runs


def _facts(scored: Scored, pair: int) -> list[Evidence]:
    return [
        _whole(Channel.STRUCTURE, scored.structure_bits[pair, number], Remark(name))
        for number, name in enumerate(STRUCTURES)
        if scored.structure[pair, number] and scored.structure_bits[pair, number]
    ]


def _nearness(scored: Scored, pair: int) -> list[Evidence]:
    """What an encoder says of the two names as wholes."""
    bits = scored.nearness_bits[pair]
    if scored.nearness is None or not bits:
        return []
    remark = Remark("near" if bits > 0 else "far_apart", (f"{scored.nearness[pair]:.2f}",))
    return [_whole(Channel.ENCODER, bits, remark)]


def _kinds(scored: Scored, pair: int) -> list[Evidence]:
    """That the names may be of another kind."""
    bits = scored.kind_bits[pair]
    if abs(bits) < _NOISE:
        return []
    return [_whole(Channel.STRUCTURE, bits, Remark("other_kinds"))]


def _whole(channel: Channel, bits: np.float32, remark: Remark) -> Evidence:
    return Evidence(
        channel=channel,
        outcome=Outcome.WHOLE,
        left="",
        right="",
        left_span=None,
        right_span=None,
        bits=float(bits),
        remark=remark,
    )


def _piece(
    left: tuple[Form, slice] | None,
    right: tuple[Form, slice] | None,
    *,
    bits: float,
    channel: Channel = Channel.STRUCTURE,
    outcome: Outcome = Outcome.LEFT_OVER,
    remark: Remark | None = None,
) -> Evidence:
    left_text, left_span = _cut(left)
    right_text, right_span = _cut(right)
    return Evidence(
        channel=channel,
        outcome=outcome,
        left=left_text,
        right=right_text,
        left_span=left_span,
        right_span=right_span,
        bits=bits,
        remark=remark,
    )


def _cut(side: tuple[Form, slice] | None) -> tuple[str, tuple[int, int] | None]:
    if side is None:
        return "", None
    form, atoms = side
    if atoms.start >= len(form.keys):
        # What lies beyond the limit: from the last aligned atom to the end.
        span = (form.spans[-1][1], len(form.text))
    else:
        span = (form.spans[atoms.start][0], form.spans[atoms.stop - 1][1])
    return form.text[span[0] : span[1]], span
