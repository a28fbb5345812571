"""Who is who in two lists of one record, from the evidence of names and of places in the lists.

In one record each person stands once. So the share of belief that two members are one person is
taken over all matchings of the lists: a pair that nothing rivals gains, one that has rivals loses.
The sum over all matchings is exact where one list is short, and worked out by belief propagation
between the lists where both are long: exact where no names compete in a circle, near otherwise,
and always the same.

Order is soft evidence. Where the pairs that are sure keep the order of the lists, so will the
others; where they do not, place tells nothing.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from namelink.linking.matching import Doubles, best_matching

ListOrder = Literal["soft", "fixed", "free"]

# How much more probable it is that two members have each other than that both have nobody, before
# the names are read: two lists of one record hold much the same people.
_PRESENT = 40.0
# Lists up to this long are summed over exactly.
_EXACT = 6
_SURE = 0.9
_ROUNDS = 500
_CLOSE = 1e-9
# Place never tells more than this: lists of one record are re-sorted now and then.
_MOST_PLACE = {"soft": 4.0, "fixed": 12.0, "free": 0.0}
# What the order of two lists is worth before any pair is sure: pairs that keep it, that break it.
_BEFORE = {"soft": (1.0, 1.0), "fixed": (50.0, 0.5), "free": (1.0, 1.0)}
_MOST_BITS = 40.0
# Surer than this is sure; larger odds would only slow the shares down.
_MOST_ODDS = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """The result for two lists.

    Attributes:
        right_of: the right member of each left one, None for none.
        share: share of belief that two members are one person, shape (left, right).
        place: bits that the places in the lists add, shape (left, right).
    """

    right_of: list[int | None]
    share: Doubles
    place: Doubles


def match_record(bits: Doubles, order: ListOrder = "soft") -> Matching:
    """Match the members of two lists of one record.

    Args:
        bits: log odds that two members are one person by their names, in bits, at even odds
            before, shape (left, right).
        order: ``"soft"`` lets the sure pairs tell how much places say, ``"fixed"`` expects one
            order in both lists, ``"free"`` leaves places out.

    Returns:
        The matching of most worth.
    """
    bits = np.clip(bits, -_MOST_BITS, _MOST_BITS)
    place = np.zeros_like(bits)
    if bits.size:
        prior = np.log2(_PRESENT / max(bits.shape))
        if order != "free":
            place = _places(_shares(bits + prior), order)
        worth = bits + place + prior
        return Matching(right_of=best_matching(worth), share=_shares(worth), place=place)
    return Matching(right_of=[None] * bits.shape[0], share=place, place=place)


def _shares(worth: Doubles) -> Doubles:
    """Share of each pair over all matchings, members without counterpart included."""
    odds = np.exp2(np.clip(worth, -_MOST_ODDS, _MOST_ODDS))
    if odds.shape[0] < odds.shape[1]:
        return _shares(worth.T).T
    return _exact(odds) if odds.shape[1] <= _EXACT else _propagated(odds)


def _exact(odds: Doubles) -> Doubles:
    """The same, summed over every matching: a row at a time, over sets of taken columns."""
    rows, columns = odds.shape
    sets = np.arange(1 << columns)
    free = [sets[(sets >> column) & 1 == 0] for column in range(columns)]
    before = np.zeros((rows + 1, len(sets)))
    after = np.ones((rows + 1, len(sets)))
    before[0, 0] = 1.0
    for row in range(rows):
        before[row + 1] = before[row]
        for column, without in enumerate(free):
            before[row + 1, without | 1 << column] += before[row, without] * odds[row, column]
    for row in reversed(range(rows)):
        after[row] = after[row + 1]
        for column, without in enumerate(free):
            after[row, without] += after[row + 1, without | 1 << column] * odds[row, column]
    found = np.zeros_like(odds)
    for row in range(rows):
        for column, without in enumerate(free):
            met = before[row, without] @ after[row + 1, without | 1 << column]
            found[row, column] = odds[row, column] * met / after[0, 0]
    return found


def _propagated(odds: Doubles) -> Doubles:
    """The same for long lists, by belief propagation."""
    mine, theirs = np.ones_like(odds), np.ones_like(odds)
    for _ in range(_ROUNDS):
        # What each member says to another: how free it is, all but that other considered. Both
        # sides speak at once, so that neither is favored, and half keep to what they said.
        heard, told = odds * theirs, odds * mine
        free = 1 / (1 + heard.sum(axis=1, keepdims=True) - heard)
        other = 1 / (1 + told.sum(axis=0, keepdims=True) - told)
        before, mine, theirs = (mine, theirs), np.sqrt(mine * free), np.sqrt(theirs * other)
        if max(np.abs(mine - before[0]).max(), np.abs(theirs - before[1]).max()) < _CLOSE:
            break
    both = odds * mine * theirs
    found: Doubles = both / (1 + both)
    return found


def _places(share: Doubles, order: ListOrder) -> Doubles:
    """Bits that the places of two members add, from how the sure pairs stand."""
    sure = [(int(i), int(j)) for i, j in np.argwhere(share > _SURE)]
    kept, broken = _BEFORE[order]
    for at, (i, j) in enumerate(sure):
        for k, m in sure[at + 1 :]:
            together = (i < k) == (j < m)
            kept, broken = kept + together, broken + (not together)
    odds = float(np.log2((kept + 1) / (broken + 1)))
    most = min(max(odds, 0.0), _MOST_PLACE[order])
    rows, columns = share.shape
    if rows == columns and order == "fixed":
        # Lists of one length in one order: the places are the answer unless the names refuse.
        sure += [(-1, -1), (rows, columns)]
    found = np.zeros_like(share)
    for i in range(rows):
        for j in range(columns):
            found[i, j] = most * _agreement(i, j, sure)
    return found


def _agreement(i: int, j: int, sure: list[tuple[int, int]]) -> float:
    """From -1 to 1: how many of the other sure pairs two places keep the order with."""
    others = [(k, m) for k, m in sure if k != i and m != j]
    if not others:
        return 0.0
    kept = sum((i < k) == (j < m) for k, m in others)
    return 2 * kept / len(others) - 1
