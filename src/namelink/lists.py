"""Align the two name lists of one record: authors, directors, delegates.

All pairs are scored at once, as everywhere; `namelink.linking.record` decides who is who, and here
every name of both lists gets its row.
"""

from collections.abc import Sequence

import numpy as np

from namelink.bulk import prepare_all
from namelink.encoding import with_vectors
from namelink.errors import InvalidOptions
from namelink.linking.record import ListOrder, Matching, match_record
from namelink.model.comparison import AlignedPair
from namelink.model.kinds import RELATIONS, Kind, Verdict
from namelink.model.options import Options
from namelink.pairing import PairResults, score_pairs

ORDERS: tuple[ListOrder, ...] = ("soft", "fixed", "free")
_LEAST = 1e-9
# Alternatives this close in share of belief are named.
_RIVAL = 0.2


def align_lists(
    left: Sequence[str],
    right: Sequence[str],
    *,
    kind: Kind,
    order: ListOrder,
    options: Options,
) -> list[AlignedPair]:
    """Align two lists of names; see `namelink.linker.align`.

    Args:
        left: names of one list.
        right: names of the other.
        kind: what the names denote, `Kind.UNKNOWN` to guess.
        order: what the order of the lists tells.
        options: prior, cuts, channels, limits.

    Returns:
        Every name of both lists in one row: left ones in order, then the right ones left over.

    Raises:
        InvalidName: if a name is not a string.
        InvalidOptions: if the order is not known.
    """
    if order not in ORDERS:
        raise InvalidOptions(f"order is {order!r}: use one of {', '.join(ORDERS)}")
    mine, left_of = prepare_all(left, [kind] * len(left), options)
    theirs, right_of = prepare_all(right, [kind] * len(right), options)
    mine, theirs = with_vectors((mine, theirs), options)
    one = np.repeat(left_of, len(right)).astype(np.int32)
    other = np.tile(right_of, len(left)).astype(np.int32)
    results = score_pairs(mine, theirs, (one, other), options)
    score = np.clip(results.score.astype(np.float64), _LEAST, 1 - _LEAST)
    log_odds = np.log2(score / (1 - score)).reshape(len(left), len(right))
    found = match_record(log_odds, order)
    rows = _Rows(left, right, results, found, options)
    return [*rows.of_left(), *rows.of_right()]


class _Rows:
    """Makes the rows of one record."""

    def __init__(
        self,
        left: Sequence[str],
        right: Sequence[str],
        results: PairResults,
        found: Matching,
        options: Options,
    ) -> None:
        self._left, self._right = left, right
        self._results, self._found, self._options = results, found, options
        self._taken = {at for at in found.right_of if at is not None}

    def of_left(self) -> list[AlignedPair]:
        """A row a left name."""
        return [
            self._pair(at, other) if other is not None else self._alone(at, None)
            for at, other in enumerate(self._found.right_of)
        ]

    def of_right(self) -> list[AlignedPair]:
        """A row a right name that no left one has."""
        free = [at for at in range(len(self._right)) if at not in self._taken]
        return [self._alone(None, at) for at in free]

    def _pair(self, at: int, other: int) -> AlignedPair:
        place = at * len(self._right) + other
        share = float(self._found.share[at, other])
        return AlignedPair(
            left_index=at,
            right_index=other,
            left_name=self._left[at],
            right_name=self._right[other],
            score=float(self._results.score[place]),
            bits=float(self._results.bits[place]),
            position_bits=float(self._found.place[at, other]),
            share=share,
            verdict=self._verdict(share),
            relation=RELATIONS[int(self._results.relation[place])],
            note=self._rivals(at, other, share),
        )

    def _verdict(self, share: float) -> Verdict:
        """Where the share of belief falls between the cuts; an aligned pair is worth a look."""
        return Verdict.MATCH if share >= self._options.match_at else Verdict.REVIEW

    def _rivals(self, at: int, other: int, share: float) -> str:
        """Who else could be meant, in words."""
        row, column = self._found.share[at], self._found.share[:, other]
        near = share - _RIVAL
        names = [self._right[j] for j in np.flatnonzero(row > near).tolist() if j != other]
        names += [self._left[i] for i in np.flatnonzero(column > near).tolist() if i != at]
        return f"could also be: {', '.join(dict.fromkeys(names))}" if names else ""

    def _alone(self, at: int | None, other: int | None) -> AlignedPair:
        scores = self._results.score.reshape(len(self._left), len(self._right))
        if at is not None:
            line, names = scores[at], self._right
        else:
            line, names = scores[:, other], self._left
        note = "no counterpart"
        if len(line):
            best = int(np.argmax(line))
            note += f"; nearest: {names[best]} ({float(line[best]):.2f})"
        return AlignedPair(
            left_index=at,
            right_index=other,
            left_name=self._left[at] if at is not None else None,
            right_name=self._right[other] if other is not None else None,
            score=None,
            bits=None,
            position_bits=None,
            share=None,
            verdict=Verdict.NO_MATCH,
            relation=None,
            note=note,
        )
