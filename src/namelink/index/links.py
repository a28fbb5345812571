"""Links made of ranked candidates, and the cuts that callers give for them."""

from collections.abc import Sequence
from itertools import groupby
from numbers import Integral, Real
from typing import Any

from namelink.errors import InvalidOptions
from namelink.linking.ranking import Ranked
from namelink.model.comparison import Link
from namelink.model.kinds import RELATIONS, VERDICTS, Channel, Relation, Verdict
from namelink.model.options import Options
from namelink.model.table import AliasTable
from namelink.pairing import PairResults, channel_names
from namelink.readings.alias import stated


def check_cuts(top_k: int, threshold: float | None) -> None:
    """Refuse cuts that cannot work.

    Raises:
        InvalidOptions: if ``top_k`` or ``threshold`` is out of range.
    """
    if not _within(top_k, 1, float("inf"), sort=Integral):
        raise InvalidOptions(f"top_k is {top_k!r}: give a whole number, at least 1")
    if threshold is not None and not _within(threshold, 0.0, 1.0):
        raise InvalidOptions(f"threshold is {threshold!r}: give a score from 0 to 1")


def check_ratio(top_k: int | None, cutoff: float) -> None:
    """Refuse cuts of an edit ratio that cannot work.

    Raises:
        InvalidOptions: if ``top_k`` or ``cutoff`` is out of range.
    """
    check_cuts(1 if top_k is None else top_k, None)
    if not _within(cutoff, 0.0, 100.0):
        raise InvalidOptions(f"cutoff is {cutoff!r}: give an edit ratio from 0 to 100")


def _within(value: Any, least: float, most: float, sort: type[Any] = Real) -> bool:  # noqa: ANN401 - checked here
    """Whether a value is a number of a sort, numpy's among them, and within bounds."""
    return isinstance(value, sort) and least <= value <= most


def links_of(
    ranked: Sequence[Ranked],
    results: PairResults,
    name: str,
    *,
    threshold: float | None,
    options: Options,
) -> list[Link]:
    """Links of one name.

    Args:
        ranked: its candidates, best first.
        results: results a pair.
        name: the name as given.
        threshold: lowest score that is kept; None keeps what is not ``no_match``.
        options: the least confidence of a match, and aliases, which need none.
    """
    found = []
    for entry in ranked:
        score, verdict = float(results.score[entry.at]), VERDICTS[int(results.verdict[entry.at])]
        if score < threshold if threshold is not None else verdict is Verdict.NO_MATCH:
            continue
        relation = RELATIONS[int(results.relation[entry.at])]
        channels = tuple(channel_names(int(results.channels[entry.at])))
        aliased = Channel.ALIAS.value in channels
        if verdict is Verdict.MATCH and (
            entry.tied or unsure(entry, relation, name, options, aliased=aliased)
        ):
            verdict = Verdict.REVIEW
        found.append(
            Link(
                left_id=None,
                right_id=entry.right_id,
                left_name=name,
                right_name=entry.name,
                rank=entry.rank,
                score=score,
                bits=float(results.bits[entry.at]),
                confidence=entry.confidence,
                margin=entry.margin,
                verdict=verdict,
                relation=relation,
                channels="+".join(channels),
            )
        )
    return found


def unsure(
    entry: Ranked, relation: Relation, name: str, options: Options, *, aliased: bool
) -> bool:
    """Whether a candidate has too little confidence for a match.

    Args:
        entry: the candidate in its place.
        relation: how the names stand to each other; equal ones need no confidence.
        name: the name as given.
        options: the least confidence, and aliases.
        aliased: whether aliases speak for it; where both whole names stand in one group, they
            need no confidence either.
    """
    return (
        entry.confidence < options.confidence_at
        and relation is not Relation.EQUAL
        and not (aliased and stated(options.aliases, name, entry.name))
    )


def row_after_row(
    found: Sequence[Sequence[Link]], asked: AliasTable, *, unmatched: bool
) -> list[Link]:
    """The links of all rows in one list.

    Args:
        found: the links of each name.
        asked: the names. Where a row has several, the one that finds an id most surely speaks.
        unmatched: whether a row without a link has one with nothing on the right.
    """
    every: list[Link] = []
    for _, names in groupby(range(len(found)), key=asked.rows.__getitem__):
        own = list(names)
        best = max(own, key=lambda at: _sureness(found[at]))
        every += found[best] or ([_nothing(asked.ids[best], asked.names[best])] * unmatched)
    return every


def _sureness(links: Sequence[Link]) -> tuple[float, float]:
    """How surely a name finds its first id; the first of equals stays."""
    first = links[0] if links else None
    return (first.confidence or 0.0, first.bits or 0.0) if first else (-1.0, 0.0)


def _nothing(left_id: object, left_name: str) -> Link:
    return Link(
        left_id=left_id,
        right_id=None,
        left_name=left_name,
        right_name=None,
        rank=None,
        score=None,
        bits=None,
        confidence=None,
        margin=None,
        verdict=Verdict.NO_MATCH,
        relation=None,
        channels="",
    )
