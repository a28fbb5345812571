"""How alike two strings are, by rapidfuzz's definitions, for many pairs at once.

>>> texts = Texts.of(["wei wang"])
>>> pair = np.array([0]), texts, np.array([0])
>>> likeness(Scorer.TOKEN_SORT, ["wang wei"], *pair).tolist()
[100.0]
>>> likeness(Scorer.RATIO, ["wang wei"], *pair).tolist()
[50.0]
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from namelink.candidates.distances import distances
from namelink.candidates.texts import Texts

Rows = npt.NDArray[np.integer]
Scores = npt.NDArray[np.float64]


# Pairs a query above which one call of rapidfuzz for each costs less than one for all pairs.
_SIDE = 16


class Scorer(StrEnum):
    """How alike two strings are, from 0 to 100."""

    RATIO = "ratio"
    TOKEN_SORT = "token_sort_ratio"  # noqa: S105
    BEST = "best"
    """The greater of the two."""


def likeness(
    scorer: Scorer,
    queries: Sequence[str],
    query: Rows,
    texts: Texts,
    position: Rows,
    most: Scores | None = None,
) -> Scores:
    """Scores of pairs.

    Args:
        scorer: what alike means.
        queries: the queries.
        query: number of the query, by pair.
        texts: the texts.
        position: position of the text, by pair.
        most: what the score cannot exceed, by pair, if known; spares work.

    Returns:
        The score, by pair.
    """
    if scorer is Scorer.TOKEN_SORT:
        return _sorted_words(queries, query, texts, position)
    long = np.array([len(text) for text in queries], dtype=np.int64)[query]
    far, size = distances(queries, query, texts, position)
    score = scores(far, long + size)
    if scorer is Scorer.BEST:
        open_to = np.flatnonzero(score < (100.0 if most is None else most))
        other = _sorted_words(queries, query[open_to], texts, position[open_to])
        score[open_to] = np.maximum(score[open_to], other)
    return score


def scores(distance: npt.NDArray[np.integer], total: npt.NDArray[np.integer]) -> Scores:
    """Edit ratios, to the last bit as rapidfuzz rounds them.

    Args:
        distance: letters inserted and deleted.
        total: letters of both strings.
    """
    ratios: Scores = 100 * (1 - distance / np.maximum(total, 1))
    return ratios


def farthest(total: npt.NDArray[np.integer], cutoff: float) -> npt.NDArray[np.int64]:
    """The greatest distance of two strings whose edit ratio still reaches a cutoff.

    Args:
        total: letters of both strings. Distances are odd where this is.
        cutoff: a score.

    Returns:
        The distance, -1 where there is none.
    """
    most = np.minimum(np.floor(total * (1 - cutoff / 100)).astype(np.int64) + 1, total)
    most -= (most - total) & 1
    # Rounding may have let in one distance too many, which differs by two from the next.
    reached: npt.NDArray[np.int64] = np.where(scores(most, total) >= cutoff, most, most - 2)
    return reached.clip(min=-1)


def _sorted_words(queries: Sequence[str], query: Rows, texts: Texts, position: Rows) -> Scores:
    scorer = fuzz.token_sort_ratio
    right = texts.take(position)
    begins = np.flatnonzero(np.diff(query, prepend=-1))
    if len(query) <= _SIDE * len(begins):
        left = [queries[at] for at in query.tolist()]
        return process.cpdist(left, right, scorer=scorer, dtype=np.float64)
    # The words of a query are sorted once for all that stand together.
    ends = [*begins[1:].tolist(), len(query)]
    found = [
        process.cdist([queries[query[at]]], right[at:end], scorer=scorer, dtype=np.float64).ravel()
        for at, end in zip(begins.tolist(), ends, strict=True)
    ]
    return np.concatenate(found)


def alike(one: str, other: str) -> float:
    """How alike two strings are, their words in the better of both orders."""
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
