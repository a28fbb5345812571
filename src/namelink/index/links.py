"""Links made of ranked candidates, and the cuts that callers give for them."""

from collections.abc import Sequence

from namelink.errors import InvalidOptions
from namelink.linking.ranking import Ranked
from namelink.model.comparison import Link
from namelink.model.kinds import RELATIONS, VERDICTS, Channel, Relation, Verdict
from namelink.pairing import PairResults, channel_names


def check_cuts(top_k: int, threshold: float | None) -> None:
    """Refuse cuts that cannot work.

    Raises:
        InvalidOptions: if ``top_k`` or ``threshold`` is out of range.
    """
    if top_k < 1:
        raise InvalidOptions(f"top_k is {top_k}: give at least 1")
    if threshold is not None and not 0.0 <= threshold <= 1.0:
        raise InvalidOptions(f"threshold is {threshold}: give a score from 0 to 1")


def check_ratio(top_k: int | None, cutoff: float) -> None:
    """Refuse cuts of an edit ratio that cannot work.

    Raises:
        InvalidOptions: if ``top_k`` or ``cutoff`` is out of range.
    """
    check_cuts(1 if top_k is None else top_k, None)
    if not 0.0 <= cutoff <= 100.0:
        raise InvalidOptions(f"cutoff is {cutoff}: give an edit ratio from 0 to 100")


def links_of(
    ranked: Sequence[Ranked],
    results: PairResults,
    name: str,
    *,
    threshold: float | None,
    confidence_at: float,
) -> list[Link]:
    """Links of one name.

    Args:
        ranked: its candidates, best first.
        results: results a pair.
        name: the name as given.
        threshold: lowest score that is kept; None keeps what is not ``no_match``.
        confidence_at: as in `Options`.
    """
    found = []
    for entry in ranked:
        score, verdict = float(results.score[entry.at]), VERDICTS[int(results.verdict[entry.at])]
        if score < threshold if threshold is not None else verdict is Verdict.NO_MATCH:
            continue
        relation = RELATIONS[int(results.relation[entry.at])]
        channels = tuple(channel_names(int(results.channels[entry.at])))
        told = relation is Relation.EQUAL or Channel.ALIAS.value in channels
        doubtful = entry.tied or (entry.confidence < confidence_at and not told)
        if doubtful and verdict is Verdict.MATCH:
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
