"""Rank the scored candidates of one left name: distinct ids, margin, confidence.

>>> ranked = rank([Candidate(right_id="a", name="A", bits=8.0, log_odds=7.0, at=0),
...                Candidate(right_id="b", name="B", bits=2.0, log_odds=1.0, at=1)], pool=2)
>>> [(entry.right_id, entry.rank, entry.margin) for entry in ranked]
[('a', 1, 6.0), ('b', 2, None)]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

# Bits below which the lead of the first candidate is a tie: rounding of float32 sums.
_TIE = 1e-4
# Log odds beyond which nothing changes, and scores that are as good as 0 and 1.
_MOST_LOG_ODDS = 60.0
_SURELY_NOT, _SURELY = 1e-12, 1 - 1e-7
# A row of a table, taken at random, is by so many bits less like a name than the false pairs are
# that the score is calibrated with, half of which are the hardest; bits that the calibrated curve
# flattens still tell, each so much; and since the rows that are most like a name are weighed one
# by one, the rest of a table counts as this power of its size. Maximum likelihood, by
# `tools/fit_confidence.py`.
EASIER, BITS_LEFT, POOL_POWER = 1.0, 0.25, 0.5


def log_odds(score: float) -> float:
    """Log odds of a score, in bits; rounding makes none sure.

    >>> log_odds(0.5)
    0.0
    """
    share = min(max(score, _SURELY_NOT), _SURELY)
    return log2(share / (1 - share))


class Candidate(NamedTuple):
    """A scored candidate of a left name.

    Attributes:
        right_id: id of the right row.
        name: its name.
        bits: prior and evidence.
        log_odds: calibrated log odds in bits, at the options' prior.
        coincidence: odds that somebody else is meant who bears such a name as well: the share of
            people who do, over the prior odds; 0 where that is not known.
        at: position of the pair in the caller's arrays.
    """

    right_id: Any
    name: str
    bits: float
    log_odds: float
    at: int
    coincidence: float = 0.0


def confidences(
    log_odds: npt.ArrayLike,
    bits: npt.ArrayLike,
    coincidence: npt.ArrayLike,
    pool: int,
    numbers: tuple[float, float, float] = (EASIER, BITS_LEFT, POOL_POWER),
) -> tuple[Doubles, float]:
    """Probability that each row is the right one, and that none of them is.

    There are two ways to be wrong: the names are not one name, or they are, of two people. However
    well two names agree, the second is no rarer than those who are called so.

    >>> each, none = confidences([9.0, -4.0], [12.0, -7.0], 0.0, pool=100)
    >>> [round(float(value), 3) for value in (*each, none)]
    [0.999, 0.0, 0.001]

    Args:
        log_odds: see `Candidate`, one a row with another id.
        bits: see `Candidate`.
        coincidence: see `Candidate`.
        pool: number of distinct ids in the table. Before names are read each is as probable, and
            all together as probable as none of them.
        numbers: how much easier a row taken at random is, what a bit still tells, and the power of
            the pool.

    Returns:
        Shape (rows,), and the rest to 1.
    """
    easier, bits_left, power = numbers
    log, sums, chance = (
        np.asarray(each, dtype=np.float64) for each in (log_odds, bits, coincidence)
    )
    told = np.clip(log + easier + bits_left * sums, -_MOST_LOG_ODDS, _MOST_LOG_ODDS)
    odds = 1.0 / (np.exp2(-told) + chance)
    none = float(max(pool, 1)) ** power
    total = none + float(odds.sum())
    return odds / total, none / total


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A candidate with its place.

    Attributes:
        right_id: id of the right row.
        name: its name.
        at: position of the pair in the caller's arrays.
        rank: from 1, counting distinct ids.
        margin: bits to the next distinct id, None for the last.
        confidence: probability that this one is right, over all candidates and none of them.
        tied: whether it shares the first place with another id. Whoever stands lower is outdone,
            alone or not.
    """

    right_id: Any
    name: str
    at: int
    rank: int
    margin: float | None
    confidence: float
    tied: bool


def rank(candidates: Sequence[Candidate], *, pool: int, most: int | None = None) -> list[Ranked]:
    """Rank candidates by bits, then name, then id; the best row of an id stands for it.

    Args:
        candidates: candidates of one left name, in any order.
        pool: number of distinct ids in the right table.
        most: how many are told, all of them by default; each is weighed against all.

    Returns:
        One entry a distinct id, best first.
    """
    order = sorted(candidates, key=lambda c: (-c.bits, c.name, str(c.right_id)))
    best: dict[Any, Candidate] = {}
    for candidate in order:
        best.setdefault(candidate.right_id, candidate)
    rows = list(best.values())
    confidence, _ = confidences(
        [row.log_odds for row in rows],
        [row.bits for row in rows],
        [row.coincidence for row in rows],
        pool,
    )
    first = sum(rows[0].bits - row.bits < _TIE for row in rows)
    return [
        Ranked(
            right_id=row.right_id,
            name=row.name,
            at=row.at,
            rank=place,
            margin=row.bits - rows[place].bits if place < len(rows) else None,
            confidence=sure,
            tied=first > 1 and place <= first,
        )
        for place, (row, sure) in enumerate(
            zip(rows[:most], confidence.tolist(), strict=False), start=1
        )
    ]
