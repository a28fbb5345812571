"""How fast similar strings are found among many, beside comparing with all of them.

python -m benchmarks.speed.letters [--size 1000000] [--queries 1000] [--seed 1] [--json FILE]

Latin keys with slips against all keys (`LetterIndex`), and Chinese names with one mistake against
all Chinese names (`DeletionIndex`). Beside them, in the same process and one thread each:
`rapidfuzz.process.cdist` in tiles, with the best of each query picked, and `process.extract` in a
loop. Brute force is timed for fewer queries, twice, before and after; the lesser time counts.
Times are processor seconds a query; the index is built before the clock starts, and how long
that took is told. For the greater of two scorers brute force compares twice.

What is found is checked against brute force for as many queries as that is timed for: the index of
letters must find the very same. Recall of the index of deletions is the share of queries for which
the name that was miswritten is among what is found.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from benchmarks.speed.names import keys, make, miswritten, slips
from namelink.candidates.deletions import DeletionIndex
from namelink.candidates.letters import Found, LetterIndex
from namelink.candidates.likeness import Scorer

_TILE = 20_000
_TOGETHER = 64
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
        recall: share of what brute force finds that is found too.
    """

    what: str
    micros: float
    brute_micros: float
    ratio: float
    found: float
    recall: float


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


def recall(ours: list[list[tuple[int, float]]], all_of: list[list[tuple[int, float]]]) -> float:
    """Share of scores that brute force finds and we find too; equal scores stand for each other."""
    found = total = 0
    for mine, theirs in zip(ours, all_of, strict=True):
        left = [round(score, 3) for _, score in mine]
        for _, score in theirs:
            total += 1
            if round(score, 3) in left:
                left.remove(round(score, 3))
                found += 1
    return found / total if total else 1.0


def letters(
    table: Sequence[str], queries: Sequence[str], few: int
) -> tuple[list[Row], dict[str, float]]:
    """Measure the index of letters.

    Args:
        table: the keys.
        queries: the keys looked for.
        few: queries that brute force is timed with.
    """
    indexes: list[LetterIndex] = []
    build = seconds(lambda: indexes.append(LetterIndex.build(table)))
    index = indexes[0]
    size = sum(array.nbytes for array in index.arrays().values())
    rows = []
    for scorer, cutoff, top_k in _CASES:
        asked = queries[:few]
        truth: list[list[tuple[int, float]]] = []

        def compare_all(
            asked: Sequence[str] = asked,
            scorer: Scorer = scorer,
            cutoff: float = cutoff,
            top_k: int = top_k,
            truth: list[list[tuple[int, float]]] = truth,
        ) -> None:
            truth[:] = brute(table, asked, scorer, cutoff, top_k)

        def search(
            asked: Sequence[str], scorer: Scorer = scorer, cutoff: float = cutoff, k: int = top_k
        ) -> Found:
            return index.search(asked, top_k=k, cutoff=cutoff, scorer=scorer)

        before = seconds(compare_all)
        ours = min(seconds(lambda: search(queries)) for _ in range(3)) / len(queries)
        theirs = min(before, seconds(compare_all)) / few
        found = search(queries)
        same = recall(by_query(search(asked), few), truth)
        rows.append(
            Row(
                what=f"{scorer.value}, cutoff {cutoff}, top {top_k}",
                micros=ours * 1e6,
                brute_micros=theirs * 1e6,
                ratio=theirs / ours,
                found=len(found.query) / len(queries),
                recall=same,
            )
        )
    single = [
        seconds(lambda query=query: index.search([query], top_k=5, cutoff=90, scorer=Scorer.RATIO))
        for query in queries[:300]
    ]
    loop = seconds(
        lambda: [
            process.extract(query, table, scorer=fuzz.ratio, score_cutoff=90, limit=5)
            for query in queries[:5]
        ]
    )
    facts = {
        "build_seconds": build,
        "bytes_a_string": size / len(table),
        "one_look_up_ms_p50": statistics.median(single) * 1e3,
        "one_look_up_ms_p99": float(np.percentile(single, 99)) * 1e3,
        "extract_ms": loop / 5 * 1e3,
    }
    return rows, facts


def deletions(
    table: Sequence[str], queries: Sequence[str], truth: npt.NDArray[np.int64], few: int
) -> tuple[Row, dict[str, float]]:
    """Measure the index of deletions.

    Args:
        table: the Chinese names.
        queries: those with one mistake.
        truth: the row that each comes from.
        few: queries that brute force is timed with.
    """
    indexes: list[DeletionIndex] = []
    build = seconds(lambda: indexes.append(DeletionIndex.build(table)))
    index = indexes[0]
    size = sum(array.nbytes for array in index.arrays().values())
    theirs = seconds(lambda: brute(table, queries[:few], Scorer.RATIO, 60, 5)) / few
    ours = min(seconds(lambda: index.search(queries)) for _ in range(3)) / len(queries)
    found = index.search(queries)
    right = set(found.query[found.position == truth[found.query]].tolist())
    row = Row(
        what="Chinese, one change",
        micros=ours * 1e6,
        brute_micros=theirs * 1e6,
        ratio=theirs / ours,
        found=len(found.query) / len(queries),
        recall=len(right) / len(queries),
    )
    return row, {"han_build_seconds": build, "han_bytes_a_string": size / len(table)}


def main() -> None:
    """Measure, print a table and perhaps leave the figures in a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="names in the table")
    parser.add_argument("--queries", type=int, default=1_000, help="names looked for")
    parser.add_argument("--seed", type=int, default=1, help="seed of all names")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    names = make(options.size, seed=options.seed)
    queries, _ = slips(names, options.queries, seed=options.seed + 1)
    few = min(_TOGETHER, len(queries))
    rows, facts = letters(keys(names.latin), queries, few)
    wrong, truth = miswritten(names, options.queries, seed=options.seed + 2)
    row, more = deletions(names.han, wrong, truth, few)
    facts |= more
    print(f"{'':28} {'us a query':>10} {'brute us':>10} {'ratio':>7} {'found':>7} {'recall':>7}")
    for each in (*rows, row):
        print(
            f"{each.what:28} {each.micros:10,.0f} {each.brute_micros:10,.0f} {each.ratio:7.1f}"
            f" {each.found:7.2f} {each.recall:7.4f}"
        )
    for name, value in facts.items():
        print(f"{name:28} {value:10,.3f}")
    if options.json:
        told = {"options": vars(options) | {"json": str(options.json)}, "facts": facts}
        told["rows"] = [asdict(each) for each in (*rows, row)]
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
