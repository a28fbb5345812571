"""How many candidates of a name are scored: the most promising first, more while it matters.

Where one answer is wanted and the best of the first candidates fits surely, candidates that share
much less than it does are not scored: hardly one of them fits better.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import Positions
from namelink.model.batch import Ints
from namelink.pairing import PairResults, joined

Score = Callable[[Sequence[int], Sequence[Positions]], tuple[PairResults, Ints]]

# Candidates after which it is asked whether more are needed.
_BOUNDS = (0, 16, 32)
# What ends it: the best has this score at even odds, and what comes next is worth no more than
# this share of what the best is worth by keys. Of 4,200 real names among 28,541 half were done
# after 32 candidates. For six another name came first than among all 64: three found, two lost.
_SURE, _SHARE = 0.98, 0.8


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
    parts: list[tuple[PairResults, Ints]] = []
    pairs: list[list[Positions]] = [[] for _ in found]
    total = 0
    left = list(range(len(found)))
    most = max([len(each.names) for each in found], default=0)
    bounds = (*(each for each in _BOUNDS if each < most), most) if one else (0, most)
    for begin, end in pairwise(bounds):
        if not left:
            break
        asked = [found[at].names[begin:end] for at in left]
        parts.append(score(left, asked))
        for at, own in zip(left, asked, strict=True):
            pairs[at].append(np.arange(total, total + len(own)))
            total += len(own)
        results = joined([results for results, _ in parts])
        left = [at for at in left if _open(found[at], pairs[at], results, end, sure)]
    return Scored(
        results=joined([results for results, _ in parts]),
        numbers=np.concatenate([np.zeros(0, np.int32), *(numbers for _, numbers in parts)]),
        pairs=[np.concatenate([np.zeros(0, np.int64), *own]) for own in pairs],
    )


def _open(
    found: Found, pairs: Sequence[Positions], results: PairResults, end: int, sure: float
) -> bool:
    """Whether a candidate that is not scored yet may come first."""
    if end >= len(found.names):
        return False
    own = np.concatenate(pairs)
    best = int(results.bits[own].argmax())
    score = float(results.score[own[best]])
    return score < sure * (1 - score) or bool(found.worths[end] > _SHARE * found.worths[best])
