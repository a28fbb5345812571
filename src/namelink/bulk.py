"""Link two alias tables: candidates, scores, ranks, rows.

Every distinct name is prepared once. The index proposes candidates for each left name, all
channels score them, the best distinct ids are kept.
"""

from collections.abc import Callable, Sequence
from math import log2
from typing import Any

import numpy as np

from namelink.candidates.index import FeatureIndex
from namelink.errors import InvalidName, InvalidOptions
from namelink.linking.assignment import settle
from namelink.linking.ranking import Candidate, Ranked, rank
from namelink.model.batch import Ints
from namelink.model.comparison import Link
from namelink.model.kinds import Channel, Kind, Verdict
from namelink.model.options import Options
from namelink.model.table import AliasTable
from namelink.pairing import PairResults, Prepared, channel_names, prepare, score_pairs
from namelink.readings.alias import Alias
from namelink.readings.hearing import Hearing
from namelink.readings.retrieval import features, heard
from namelink.scoring.score import RELATIONS, VERDICTS

Progress = Callable[[int, int], None]
_LEFT_AT_ONCE = 256


def link_tables(  # noqa: PLR0913 - the public signature of `link`
    left: AliasTable,
    right: AliasTable,
    *,
    top_k: int = 1,
    threshold: float | None = None,
    one_to_one: bool = False,
    unmatched: bool = False,
    options: Options = Options(),
    progress: Progress | None = None,
) -> list[Link]:
    """Link two alias tables; see `link`.

    Args:
        left: the left table.
        right: the right table.
        top_k: best right ids a left name, at most.
        threshold: lowest score that is kept; None keeps what is not ``no_match``.
        one_to_one: whether an id may stand in one link only.
        unmatched: whether a left name without a link has a row with nothing on the right.
        options: prior, cuts, channels, limits.
        progress: called with the number of left rows done and in all.

    Returns:
        Rows in the order of the left table, then by rank.

    Raises:
        InvalidOptions: if ``top_k`` or ``threshold`` cannot work.
    """
    if top_k < 1:
        raise InvalidOptions(f"top_k is {top_k}: give at least 1")
    if threshold is not None and not 0.0 <= threshold <= 1.0:
        raise InvalidOptions(f"threshold is {threshold}: give a score from 0 to 1")
    mine, left_of = prepare_all(left.names, left.kinds, options)
    theirs, right_of = prepare_all(right.names, right.kinds, options)
    members: list[list[int]] = [[] for _ in theirs]
    for row, name in enumerate(right_of.tolist()):
        members[name].append(row)
    known = Alias(options.aliases) if Channel.ALIAS in options.channels else Alias()
    index = FeatureIndex([_retrieval(each, known) for each in theirs])
    hearing = Hearing(form for each in theirs for form in each.forms)
    depth = max(options.limits.candidates, 2 * top_k)
    pool = len(set(right.ids))
    found: list[list[Link]] = []
    for begin in range(0, len(mine), _LEFT_AT_ONCE):
        block = range(begin, min(begin + _LEFT_AT_ONCE, len(mine)))
        best = [index.best(_retrieval(mine[at], known, hearing), depth) for at in block]
        counts = [len(each) for each in best]
        lefts = np.repeat(np.array(block, dtype=np.int32), counts)
        rights = np.concatenate(best).astype(np.int32)
        results = score_pairs(mine, theirs, (lefts, rights), options)
        ends = np.cumsum(counts)
        for name, first, last in zip(block, ends - counts, ends, strict=True):
            rows = _rank(results, rights[first:last], int(first), (members, right, pool))
            found.append(_links(rows[:top_k], results, (mine[name], right), threshold))
        if progress is not None:
            progress(min(block.stop, len(mine)), len(mine))
    every = [
        _for_row(entry, left, row)
        for row, name in enumerate(left_of.tolist())
        for entry in found[name]
    ]
    if one_to_one:
        every = [
            every[at] for at in settle([(e.left_id, e.right_id, e.bits or 0.0) for e in every])
        ]
    return _with_unmatched(every, left) if unmatched else every


def prepare_all(
    given: Sequence[str], kinds: Sequence[Kind], options: Options
) -> tuple[list[Prepared], Ints]:
    """Prepare distinct names once.

    Args:
        given: names, with repetitions.
        kinds: kind a name, as far as known.
        options: the limits.

    Returns:
        The prepared names, and which of them each row is.

    Raises:
        InvalidName: if a name is not a string; says which row.
    """
    # Callers without a type checker hand in nulls and numbers.
    rows_given: Sequence[object] = given
    wrong = next((row for row, name in enumerate(rows_given) if not isinstance(name, str)), None)
    if wrong is not None:
        raise InvalidName(f"row {wrong}: a name is a string, not {given[wrong]!r}")
    # In an order of their own, so that the order of rows can decide nothing.
    distinct = sorted(set(zip(given, kinds, strict=True)))
    numbers = {name: at for at, name in enumerate(distinct)}
    rows = [numbers[name] for name in zip(given, kinds, strict=True)]
    prepared = [prepare(name, kind, options) for name, kind in distinct]
    return prepared, np.array(rows, dtype=np.int32)


def _retrieval(name: Prepared, known: Alias, hearing: Hearing | None = None) -> dict[str, float]:
    found: dict[str, float] = {}
    for form in name.forms:
        own = features(form) | known.features(form)
        if hearing is not None:
            own |= heard(form, hearing)
        for feature, weight in own.items():
            found[feature] = max(found.get(feature, 0.0), weight)
    return found


def _rank(
    results: PairResults,
    rights: Ints,
    first: int,
    table: tuple[list[list[int]], AliasTable, int],
) -> list[Ranked]:
    """Candidates of one left name, ranked by distinct right ids."""
    members, right, pool = table
    candidates: list[Candidate] = []
    for at, name in enumerate(rights.tolist(), start=first):
        share = min(max(float(results.score[at]), 1e-12), 1 - 1e-7)
        candidates.extend(
            Candidate(
                right_id=right.ids[row],
                name=right.names[row],
                bits=float(results.bits[at]),
                log_odds=log2(share / (1 - share)),
                at=at,
            )
            for row in members[name]
        )
    return rank(candidates, pool=pool)


def _links(
    ranked: Sequence[Ranked],
    results: PairResults,
    sides: tuple[Prepared, AliasTable],
    threshold: float | None,
) -> list[Link]:
    found = []
    for entry in ranked:
        score, verdict = float(results.score[entry.at]), VERDICTS[int(results.verdict[entry.at])]
        if score < threshold if threshold is not None else verdict is Verdict.NO_MATCH:
            continue
        if entry.tied and verdict is Verdict.MATCH:
            verdict = Verdict.REVIEW
        found.append(
            Link(
                left_id=None,
                right_id=entry.right_id,
                left_name=sides[0].name.raw,
                right_name=entry.name,
                rank=entry.rank,
                score=score,
                bits=float(results.bits[entry.at]),
                confidence=entry.confidence,
                margin=entry.margin,
                verdict=verdict,
                relation=RELATIONS[int(results.relation[entry.at])],
                channels="+".join(channel_names(int(results.channels[entry.at]))),
            )
        )
    return found


def _for_row(entry: Link, left: AliasTable, row: int) -> Link:
    values = {name: getattr(entry, name) for name in Link.__slots__}
    return Link(**values | {"left_id": left.ids[row], "left_name": left.names[row]})


def _with_unmatched(links: Sequence[Link], left: AliasTable) -> list[Link]:
    """Every left id with a row, in the order of the left table."""
    by_row: dict[tuple[Any, str], list[Link]] = {}
    for entry in links:
        by_row.setdefault((entry.left_id, entry.left_name), []).append(entry)
    found: list[Link] = []
    for key in dict.fromkeys(zip(left.ids, left.names, strict=True)):
        found += by_row.get(key) or [_nothing(*key)]
    return found


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
