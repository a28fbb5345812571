"""Readable evidence for the pairs that are shown, made of the same numbers that were summed.

Every atom of both names stands in exactly one piece: agreeing, differing, or left over. Leftovers
of one role that touch are one piece; a leftover on each side of one role is one differing piece.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np

from namelink.model.batch import Floats, Form, Ints
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Outcome, Role, Script
from namelink.scoring.score import Scored
from namelink.scoring.weights import CHANNELS, STRUCTURES

# Tells one cell in words: channel, characters of the span with their surname reading, folded
# letters of the unit, the cell's detail, script of the right name.
Note = Callable[[Channel, Sequence[tuple[str, str]], str, int, Script], str]

_STRUCTURE_NOTES = {
    "both_left": "both names hold a part without counterpart",
    "number_left": "a number has no counterpart",
    "number_differs": "the numbers differ",
    "place_differs": "the places differ",
    "out_of_order": "the parts of the name stand in an order that they cannot have",
    "english_name": "an English given name may stand for the Chinese one",
    "mixed_systems": "the surname follows another romanization than the given name",
    "mixed_badly": "no single romanization reads the whole name",
    "given_differs": "a syllable of the given name differs",
    "given_part": "a part of the given name has no counterpart",
    "given_extra": "the other given name has a syllable more",
    "surname_differs": "the surnames differ",
    "other_character": "another character, however it sounds or looks",
    "surname_part": "a part of the surname has no counterpart",
    "foreign_part": "a part of each name has no counterpart in the other",
    "industry_differs": "what the bodies do differs",
    "own_turned": "the syllables of the own name stand in another order",
    "own_apart": "nothing of what is each name's own agrees",
    "syllables_differ": "the own names are spelled differently",
    "beyond_full": "the Chinese name is whole, and the English one says more",
    "place_beyond": "the Chinese name is whole, and the English one names a place beyond it",
    "version_left": "the names differ in a number or edition alone",
    "version_differs": "the editions or model codes differ",
    "empty": "a name holds nothing to compare",
    "nothing_agrees": "nothing agrees",
}


def evidence_of(scored: Scored, pair: int, note: Note) -> tuple[Evidence, ...]:
    """Evidence of one pair, with the written form on the left.

    Args:
        scored: the batch's result.
        pair: position of the pair.
        note: words for a correspondence.

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
    return (*pieces, *_facts(scored, pair), *_nearness(scored, pair))


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
        told = note(
            channel,
            tuple(zip(left.keys[mine], left.surname[mine], strict=True)),
            "".join(right.keys[theirs]),
            int(cells.detail[at]),
            right.script,
        )
        found.append(
            _piece(
                (left, mine),
                (right, theirs),
                channel=channel,
                outcome=Outcome.DIFFERS if cells.missed[at] or weight < 0 else Outcome.AGREES,
                bits=weight,
                note=told,
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
                note=f"different {role.value.replace('_', ' ')}",
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
        _whole(Channel.STRUCTURE, scored.structure_bits[pair, number], _STRUCTURE_NOTES[name])
        for number, name in enumerate(STRUCTURES)
        if scored.structure[pair, number] and scored.structure_bits[pair, number]
    ]


def _nearness(scored: Scored, pair: int) -> list[Evidence]:
    """What an encoder says of the two names as wholes."""
    bits = scored.nearness_bits[pair]
    if scored.nearness is None or not bits:
        return []
    side = "near" if bits > 0 else "far apart"
    note = f"the names are {side} in meaning (cosine {scored.nearness[pair]:.2f})"
    return [_whole(Channel.ENCODER, bits, note)]


def _whole(channel: Channel, bits: np.float32, note: str) -> Evidence:
    return Evidence(
        channel=channel,
        outcome=Outcome.WHOLE,
        left="",
        right="",
        left_span=None,
        right_span=None,
        bits=float(bits),
        note=note,
    )


def _piece(
    left: tuple[Form, slice] | None,
    right: tuple[Form, slice] | None,
    *,
    bits: float,
    channel: Channel = Channel.STRUCTURE,
    outcome: Outcome = Outcome.LEFT_OVER,
    note: str = "",
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
        note=note,
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
