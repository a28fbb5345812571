"""The order of the stages: every call of the public API, on one screen each.

This is the only module that knows which stage comes after which; the stages meet in the values of
`namelink.model`.
"""

from collections.abc import Callable, Sequence
from math import log2
from typing import Any

import numpy as np

from namelink.candidates.index import FeatureIndex
from namelink.errors import InvalidName, InvalidOptions
from namelink.io.frames import like, table_of
from namelink.linking.assignment import settle
from namelink.linking.ranking import Candidate, Ranked, rank
from namelink.model.batch import KINDS
from namelink.model.comparison import Comparison, Link, PairScore
from namelink.model.kinds import Kind, Verdict
from namelink.model.mention import Mention
from namelink.model.name import Name, Spelling
from namelink.model.options import Columns, Options
from namelink.model.table import AliasTable
from namelink.normalization import names
from namelink.pairing import PairResults, Prepared, channel_names, evidence, prepare, score_pairs
from namelink.readings.retrieval import features
from namelink.readings.spelling import spellings_of_form
from namelink.scoring.score import RELATIONS, VERDICTS, prior_bits

Progress = Callable[[int, int], None]
_LEFT_AT_ONCE = 256


def compare(
    left: str, right: str, *, kind: Kind | str | None = None, options: Options = Options()
) -> Comparison:
    """Compare two names.

    Args:
        left: a name, Chinese, English or both.
        right: another.
        kind: what the names denote, if that is known.
        options: prior, cuts, channels, limits.

    Returns:
        The score with the evidence that it is the sum of.

    Raises:
        InvalidName: if a name is not a string.
        InvalidOptions: if the kind is not known.

    >>> compare("吴泳铭", "Wu Yongming").verdict.value
    'match'
    """
    known = Kind.parse(kind)
    mine, theirs = prepare(left, known, options), prepare(right, known, options)
    pieces, result = evidence(mine, theirs, options)
    return Comparison(
        left=mine.name,
        right=theirs.name,
        kind=KINDS[int(result.kind[0])],
        prior=prior_bits(options),
        evidence=pieces,
        bits=float(result.bits[0]),
        score=float(result.score[0]),
        verdict=VERDICTS[int(result.verdict[0])],
        relation=RELATIONS[int(result.relation[0])],
    )


def compare_pairs(
    left: Sequence[str],
    right: Sequence[str],
    *,
    kind: Kind | str | None = None,
    options: Options = Options(),
) -> list[PairScore]:
    """Compare names row by row: ``left[i]`` with ``right[i]``.

    Args:
        left: names.
        right: as many names.
        kind: what the names denote, if that is known.
        options: prior, cuts, channels, limits.

    Returns:
        One row a pair, in order.

    Raises:
        InvalidName: if a name is not a string.
        InvalidOptions: if the lengths differ or the kind is not known.

    >>> [row.verdict.value for row in compare_pairs(["吴泳铭", "吴泽明"], ["Wu Yongming"] * 2)]
    ['match', 'no_match']
    """
    if len(left) != len(right):
        raise InvalidOptions(
            f"left has {len(left)} names and right {len(right)}: give as many of each"
        )
    known = Kind.parse(kind)
    mine, left_of = _prepared(left, [known] * len(left), options)
    theirs, right_of = _prepared(right, [known] * len(right), options)
    found = score_pairs(mine, theirs, (left_of, right_of), options)
    return [
        PairScore(
            score=float(found.score[at]),
            bits=float(found.bits[at]),
            verdict=VERDICTS[int(found.verdict[at])],
            relation=RELATIONS[int(found.relation[at])],
        )
        for at in range(len(left))
    ]


def link(
    left: Any,
    right: Any,
    *,
    left_columns: Columns = Columns(),
    right_columns: Columns = Columns(),
    top_k: int = 1,
    threshold: float | None = None,
    one_to_one: bool = False,
    unmatched: bool = False,
    options: Options = Options(),
) -> Any:
    """Link the names of one table to those of another.

    Args:
        left: a list or array of names (ids are positions), or a pandas, polars or pyarrow frame.
        right: the same.
        left_columns: which columns of the left frame hold what.
        right_columns: the same for the right frame.
        top_k: best right ids a left name, at most.
        threshold: lowest score that is kept; None keeps what is not ``no_match``.
        one_to_one: whether an id may stand in one link only.
        unmatched: whether a left name without a link has a row with nothing on the right.
        options: prior, cuts, channels, limits.

    Returns:
        A list of `Link` rows for a list, else a frame of the left one's library.

    Raises:
        InvalidInput: if a table cannot be read or a name is null.
        InvalidOptions: if an option cannot work.

    >>> [row.right_name for row in link(["吴泳铭"], ["Wu Zeming", "Wu Yongming"])]
    ['Wu Yongming']
    """
    lefts, rights = table_of(left, left_columns), table_of(right, right_columns)
    found = link_tables(
        lefts,
        rights,
        top_k=top_k,
        threshold=threshold,
        one_to_one=one_to_one,
        unmatched=unmatched,
        options=options,
    )
    return like(left, found, record=Link, samples={"left_id": lefts.ids, "right_id": rights.ids})


def link_tables(
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
    mine, left_of = _prepared(left.names, left.kinds, options)
    theirs, right_of = _prepared(right.names, right.kinds, options)
    members: list[list[int]] = [[] for _ in theirs]
    for row, name in enumerate(right_of.tolist()):
        members[name].append(row)
    index = FeatureIndex([_retrieval(each) for each in theirs])
    depth = max(options.limits.candidates, 2 * top_k)
    pool = len(set(right.ids))
    found: list[list[Link]] = []
    for begin in range(0, len(mine), _LEFT_AT_ONCE):
        block = range(begin, min(begin + _LEFT_AT_ONCE, len(mine)))
        best = [index.best(_retrieval(mine[at]), depth) for at in block]
        counts = [len(each) for each in best]
        lefts = np.repeat(np.array(block, dtype=np.int32), counts)
        rights = np.concatenate(best).astype(np.int32)
        results = score_pairs(mine, theirs, (lefts, rights), options)
        ends = np.cumsum(counts)
        for name, first, last in zip(block, ends - counts, ends, strict=True):
            rows = _rank(results, rights, (int(first), int(last)), members, right, pool, options)
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


def extract(text: str, *, options: Options = Options()) -> list[Mention]:
    """Find the entities that a text names in both languages.

    Args:
        text: running text, English or Chinese.
        options: prior, cuts, channels, limits.

    Returns:
        Mentions in text order, each with a score that holds the weight of the gloss.

    Raises:
        InvalidName: if the text is not a string.

    >>> [(m.english, m.chinese) for m in extract("the architect Zhang Di (张迪) said")]
    [('Zhang Di', '张迪')]
    """
    from namelink.extraction.mentions import mentions

    return mentions(
        text,
        score=lambda english, chinese: compare_pairs(english, chinese, options=options),
        compare=lambda english, chinese: compare(english, chinese, options=options),
        review_at=options.review_at,
        match_at=options.match_at,
    )


def normalize(name: str, *, kind: Kind | str | None = None) -> Name:
    """Clean a name, guess its kind and take it apart.

    Args:
        name: any string.
        kind: what the name denotes, if that is known.

    Returns:
        The normalized name.

    Raises:
        InvalidName: if the name is not a string.
        InvalidOptions: if the kind is not known.

    >>> [(part.text, part.role.value) for part in normalize("欧阳娜娜").parts]
    [('欧阳', 'surname'), ('娜娜', 'given')]
    """
    return names.normalize(name, kind=Kind.parse(kind))


def spellings(chinese: str, *, kind: Kind | str | None = None) -> list[Spelling]:
    """Every Latin form that a Chinese name may take, ranked.

    Args:
        chinese: a name in Han characters.
        kind: what the name denotes, if that is known.

    Returns:
        Spellings, most probable first, each with the convention it follows.

    Raises:
        InvalidName: if the name is not a string.
        InvalidOptions: if the kind is not known.

    >>> spellings("吴泳铭")[0].text
    'Wu Yongming'
    """
    known = prepare(chinese, Kind.parse(kind), Options())
    return spellings_of_form(known.forms[0], known.name.kind)


def _prepared(
    given: Sequence[str], kinds: Sequence[Kind], options: Options
) -> tuple[list[Prepared], np.ndarray]:
    """Distinct names prepared once, and which of them each row is."""
    wrong = next((row for row, name in enumerate(given) if not isinstance(name, str)), None)
    if wrong is not None:
        raise InvalidName(f"row {wrong}: a name is a string, not {given[wrong]!r}")
    # In an order of their own, so that the order of rows can decide nothing.
    distinct = sorted(set(zip(given, kinds, strict=True)))
    numbers = {name: at for at, name in enumerate(distinct)}
    rows = [numbers[name] for name in zip(given, kinds, strict=True)]
    prepared = [prepare(name, kind, options) for name, kind in distinct]
    return prepared, np.array(rows, dtype=np.int32)


def _retrieval(name: Prepared) -> dict[str, float]:
    found: dict[str, float] = {}
    for form in name.forms:
        for feature, weight in features(form).items():
            found[feature] = max(found.get(feature, 0.0), weight)
    return found


def _rank(
    results: PairResults,
    rights: np.ndarray,
    span: tuple[int, int],
    members: list[list[int]],
    right: AliasTable,
    pool: int,
    options: Options,
) -> list[Ranked]:
    """Candidates of one left name, ranked by distinct right ids."""
    del options
    candidates = []
    for at in range(*span):
        share = min(max(float(results.score[at]), 1e-12), 1 - 1e-7)
        for row in members[rights[at]]:
            candidates.append(
                Candidate(
                    right_id=right.ids[row],
                    name=right.names[row],
                    bits=float(results.bits[at]),
                    log_odds=log2(share / (1 - share)),
                    at=at,
                )
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


def _nothing(left_id: Any, left_name: str) -> Link:
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
