"""How fast similar strings are found among many, beside comparing with all of them.

python -m benchmarks.speed.letters [--size 1000000] [--queries 1000] [--seed 1] [--json FILE]

Latin keys with slips against all keys (`LetterIndex`), and Chinese names with one mistake against
all Chinese names (`DeletionIndex`). Beside them, in the same process and one thread each:
`rapidfuzz.process.cdist` in tiles, with the best of each query picked, and `process.extract` in a
loop. Brute force is timed for fewer queries, twice, before and after; the lesser time counts.
Times are processor seconds a query; the index is built before the clock starts, and how long
that took is told. For the greater of two scorers brute force compares twice.

What an exact search finds is checked against brute force for as many queries as that is timed for.
Recall of the index of deletions is the share of queries for which
the name that was miswritten is among what is found.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.speed.names import Numbers, keys, make, miswritten, slips
from namelink.candidates.deletions import DeletionIndex
from namelink.candidates.letters import Found, LetterIndex
from namelink.candidates.likeness import Scorer

_TILE = 20_000
# Queries that brute force is timed with, and single look-ups by `extract`.
_TOGETHER, _SINGLE = 64, 9
# Scorer, cutoff, how many; None asks for all.
_CASES = (
    (Scorer.RATIO, 90, 5),
    (Scorer.RATIO, 85, 5),
    (Scorer.RATIO, 85, 1),
    (Scorer.RATIO, 80, 5),
    (Scorer.BEST, 90, 5),
    (Scorer.BEST, 85, 5),
    (Scorer.BEST, 85, 1),
)
_TIERS = {False: "exact", True: "fast"}
_SCORERS = {Scorer.RATIO: (fuzz.ratio,), Scorer.BEST: (fuzz.ratio, fuzz.token_sort_ratio)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measurement.

    Attributes:
        what: what was searched for, and how.
        micros: processor microseconds a query.
        brute_micros: the same for tiled ``cdist`` with the same scorer.
        ratio: brute force's time over ours.
        found: strings found, a query.
        recall: share of what brute force finds that is found too. A fast search is compared with
            an exact one, which finds what brute force finds.
        right: of the rows that the queries were made from and that an exact search finds, the
            share that is found.
    """

    what: str
    micros: float
    brute_micros: float
    ratio: float
    found: float
    recall: float
    right: float


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def brute(
    table: Sequence[str], queries: Sequence[str], scorer: Scorer, cutoff: float, top_k: int
) -> list[list[tuple[int, float]]]:
    """The best of a table for some queries, by comparing them with all of it, tile by tile."""
    best: list[list[tuple[float, int]]] = [[] for _ in queries]
    for begin in range(0, len(table), _TILE):
        tile = table[begin : begin + _TILE]
        scores = [
            process.cdist(
                queries, tile, scorer=each, score_cutoff=cutoff, dtype=np.float32, workers=1
            )
            for each in _SCORERS[scorer]
        ]
        score = scores[0] if len(scores) == 1 else np.maximum(*scores)
        for query, at in zip(*(part.tolist() for part in np.nonzero(score)), strict=True):
            best[query].append((-float(score[query, at]), begin + at))
    return [[(at, -score) for score, at in sorted(each)[:top_k]] for each in best]


def by_query(found: Found, count: int) -> list[list[tuple[int, float]]]:
    """Positions and scores found, by query."""
    rows: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    columns = found.query.tolist(), found.position.tolist(), found.score.tolist()
    for query, at, score in zip(*columns, strict=True):
        rows[query].append((at, score))
    return rows


def recall(ours: list[list[tuple[int, float]]], theirs: list[list[tuple[int, float]]]) -> float:
    """Share of the scores that others find that we find too; equal scores stand for each other."""
    found = total = 0
    for mine, other in zip(ours, theirs, strict=True):
        left = Counter(round(score, 3) for _, score in mine)
        wanted = Counter(round(score, 3) for _, score in other)
        found += (left & wanted).total()
        total += wanted.total()
    return found / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is looked for where.

    Attributes:
        table: strings.
        queries: strings looked for.
        truth: position of the string that each was made from.
        few: queries that brute force is timed with.
    """

    table: Sequence[str]
    queries: Sequence[str]
    truth: Numbers
    few: int


def letters(task: Task) -> tuple[list[Row], dict[str, float]]:
    """Measure the index of letters."""
    indexes: list[LetterIndex] = []
    build = seconds(lambda: indexes.append(LetterIndex.build(task.table)))
    index = indexes[0]
    size = sum(array.nbytes for array in index.arrays().values())
    rows = [row for case in _CASES for row in _case(index, task, *case)]
    single = [
        seconds(partial(index.search, [query], top_k=5, cutoff=90, scorer=Scorer.RATIO))
        for query in task.queries[:300]
    ]
    extract = partial(process.extract, choices=task.table, scorer=fuzz.ratio, limit=5)
    loop = [seconds(partial(extract, query, score_cutoff=90)) for query in task.queries[:_SINGLE]]
    facts = {
        "build_seconds": build,
        "bytes_a_string": size / len(task.table),
        "one_look_up_ms_p50": statistics.median(single) * 1e3,
        "one_look_up_ms_p99": float(np.percentile(single, 99)) * 1e3,
        "extract_ms_p50": statistics.median(loop) * 1e3,
    }
    return rows, facts


def _case(
    index: LetterIndex, task: Task, scorer: Scorer, cutoff: float, top_k: int
) -> Iterator[Row]:
    """One way to ask, exact and fast."""
    count = len(task.queries)
    compare = partial(brute, task.table, task.queries[: task.few], scorer, cutoff, top_k)
    search = partial(index.search, task.queries, top_k=top_k, cutoff=cutoff, scorer=scorer)
    before = seconds(compare)
    ours = {fast: min(seconds(partial(search, fast=fast)) for _ in range(3)) for fast in _TIERS}
    theirs = min(before, seconds(compare)) / task.few
    exact = search()
    right = exact.position == task.truth[exact.query]
    for fast, took in ours.items():
        found = search(fast=fast)
        mine = by_query(found, count)
        hits = found.position == task.truth[found.query]
        yield Row(
            what=f"{scorer.value} {cutoff} top {top_k} {_TIERS[fast]}",
            micros=took / count * 1e6,
            brute_micros=theirs * 1e6,
            ratio=theirs * count / took,
            found=len(found.query) / count,
            recall=(
                recall(mine, by_query(exact, count))
                if fast
                else recall(mine[: task.few], compare())
            ),
            right=int(hits.sum()) / max(1, int(right.sum())),
        )


def deletions(task: Task) -> tuple[Row, dict[str, float]]:
    """Measure the index of deletions."""
    indexes: list[DeletionIndex] = []
    build = seconds(lambda: indexes.append(DeletionIndex.build(task.table)))
    index = indexes[0]
    size = sum(array.nbytes for array in index.arrays().values())
    compare = partial(brute, task.table, task.queries[: task.few], Scorer.RATIO, 60, 5)
    before = seconds(compare)
    count = len(task.queries)
    ours = min(seconds(partial(index.search, task.queries)) for _ in range(3)) / count
    theirs = min(before, seconds(compare)) / task.few
    found = index.search(task.queries)
    right = set(found.query[found.position == task.truth[found.query]].tolist())
    row = Row(
        what="Chinese, one change",
        micros=ours * 1e6,
        brute_micros=theirs * 1e6,
        ratio=theirs / ours,
        found=len(found.query) / count,
        recall=len(right) / count,
        right=len(right) / count,
    )
    return row, {"han_build_seconds": build, "han_bytes_a_string": size / len(task.table)}


def main() -> None:
    """Measure, print a table and perhaps leave the figures in a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--size", type=int, default=1_000_000, help="names in the table")
    parser.add_argument("--queries", type=int, default=1_000, help="names looked for")
    parser.add_argument("--seed", type=int, default=1, help="seed of all names")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    names = make(options.size, seed=options.seed)
    few = min(_TOGETHER, options.queries)
    queries, truth = slips(names, options.queries, seed=options.seed + 1)
    rows, facts = letters(Task(table=keys(names.latin), queries=queries, truth=truth, few=few))
    queries, truth = miswritten(names, options.queries, seed=options.seed + 2)
    row, more = deletions(Task(table=names.han, queries=queries, truth=truth, few=few))
    facts |= more
    columns = ("us a query", "brute us", "ratio", "found", "recall", "right")
    print(f"{'':26}", *(f"{column:>10}" for column in columns))
    for each in (*rows, row):
        print(
            f"{each.what:26} {each.micros:10,.0f} {each.brute_micros:10,.0f} {each.ratio:10.1f}"
            f" {each.found:10.2f} {each.recall:10.4f} {each.right:10.4f}"
        )
    for name, value in facts.items():
        print(f"{name:26} {value:10,.3f}")
    if options.json:
        told = {
            "size": options.size,
            "queries": options.queries,
            "seed": options.seed,
            "facts": facts,
            "rows": [asdict(each) for each in (*rows, row)],
        }
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
