"""How many candidates of a name are scored: the most promising first, the others as it matters.

Where one answer is wanted and the best of the first candidates fits surely, candidates that share
much less than it does are not scored: hardly one of them fits better. There are two rounds and no
more, since each costs a name that is looked up alone as much as thirty candidates do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import Positions
from namelink.model.batch import Ints
from namelink.pairing import PairResults, joined

Score = Callable[[Sequence[int], Sequence[Positions]], tuple[PairResults, Ints]]

# Candidates that are scored first.
_FIRST = 8
# What spares others: the best has this score at even odds, and they are worth no more than this
# share of what the best is worth by keys. Of 3,280 real names 44 % were done after these eight,
# and for two another name came first than among all 64.
_SURE, _SHARE = 0.98, 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Candidates of one name, those that share most first.

    Attributes:
        names: names of the index, counted over all segments.
        worths: what they share.
    """

    names: Positions
    worths: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Candidates with their evidence.

    Attributes:
        results: results a pair.
        numbers: the candidate of each pair.
        pairs: the pairs of each name.
    """

    results: PairResults
    numbers: Ints
    pairs: Sequence[Positions]


def in_rounds(found: Sequence[Found], score: Score, *, prior: float, one: bool) -> Scored:
    """Score the candidates of some names.

    Args:
        found: candidates of each name.
        score: scores some of the names, given by position, with some candidates of each.
        prior: probability that the scores hold.
        one: whether the best alone is wanted; else all candidates are scored.
    """
    sure = _SURE / (1 - _SURE) * prior / (1 - prior)
    every = range(len(found))
    sizes = [min(_FIRST, len(each.names)) if one else len(each.names) for each in found]
    results, numbers = score(every, [found[at].names[: sizes[at]] for at in every])
    pairs = _parted(sizes, 0)
    ends = [_needed(found[at], pairs[at], results, sure) for at in every]
    left = [at for at in every if ends[at] > sizes[at]]
    if left:
        asked = [found[at].names[sizes[at] : ends[at]] for at in left]
        more, further = score(left, asked)
        for at, own in zip(left, _parted(list(map(len, asked)), len(numbers)), strict=True):
            pairs[at] = np.concatenate([pairs[at], own])
        results, numbers = joined([results, more]), np.concatenate([numbers, further])
    return Scored(results=results, numbers=numbers, pairs=pairs)


def _parted(sizes: Sequence[int], first: int) -> list[Positions]:
    """Consecutive positions, so many for each."""
    ends = first + np.cumsum(sizes, dtype=np.int64)
    return [np.arange(end - size, end) for end, size in zip(ends.tolist(), sizes, strict=True)]


def _needed(found: Found, pairs: Positions, results: PairResults, sure: float) -> int:
    """How many candidates are to be scored, those that are scored already among them."""
    if len(pairs) == len(found.names):
        return len(pairs)
    best = int(results.bits[pairs].argmax())
    score = float(results.score[pairs[best]])
    if score < sure * (1 - score):
        return len(found.names)
    close = np.count_nonzero(found.worths > _SHARE * found.worths[best])
    return max(int(close), len(pairs))
