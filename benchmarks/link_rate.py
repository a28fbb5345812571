"""How fast `namelink.link` is, beside the stack that everybody builds first.

python -m benchmarks.link_rate [--size 2000] [--seed 20] [--json]

Links Chinese names to as many shuffled English ones, twice, in one process: with `namelink.link`,
which scores evidence, and with `pypinyin.lazy_pinyin` plus `rapidfuzz.process.cdist(fuzz.ratio)`,
which compares letters. Both times start at the raw strings, so the pinyin step counts. A rate is
pairs of the full table a second, whether or not candidates were left out. H@1 is the share of
Chinese names whose right English name comes first; ties are broken by the shuffled row order.

Both start warm: a short link before the clock fills what each loads once, and how long that took
is said. Neither is given the kind of a name. One thread each.
"""

import argparse
import json
import random
import re
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from benchmarks.synthetic_names import synthetic_pairs

# The answer of a linker: the row of the best right name for each left name, None without one.
Best = list[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one linker did with the table."""

    linker: str
    warm_up_seconds: float
    seconds: float
    pairs_per_second: float
    hits_at_1: float


def link_with_namelink(left: Sequence[str], right: Sequence[str]) -> Best:
    """The best right row by evidence, whatever its verdict."""
    import namelink

    best: Best = [None] * len(left)
    for row in namelink.link(list(left), list(right), top_k=1, threshold=0.0):
        if row.rank == 1 and best[row.left_id] is None:
            best[row.left_id] = row.right_id
    return best


def link_with_pinyin(left: Sequence[str], right: Sequence[str]) -> Best:
    """The best right row by the edit ratio of pinyin and Latin letters."""
    import numpy as np
    from pypinyin import lazy_pinyin
    from rapidfuzz import fuzz, process

    def key(name: str) -> str:
        folded = unicodedata.normalize("NFKD", "".join(lazy_pinyin(name)).lower())
        return re.sub("[^a-z0-9]", "", folded)

    ratios = process.cdist(
        [key(name) for name in left],
        [key(name) for name in right],
        scorer=fuzz.ratio,
        dtype=np.float32,
        workers=1,
    )
    return [int(row) for row in np.argmax(ratios, axis=1)]


def measure(
    name: str,
    linker: Callable[[Sequence[str], Sequence[str]], Best],
    left: Sequence[str],
    right: Sequence[str],
    truth: Sequence[int],
) -> Result:
    """Time one linker on the whole table.

    Args:
        name: what to call it.
        linker: finds the best right row for each left name.
        left: the Chinese names.
        right: the English names.
        truth: the right row of each left name.

    Returns:
        Its times and its share of right first answers.
    """
    started = time.perf_counter()
    linker(left[:20], right[:20])
    warm = time.perf_counter()
    best = linker(left, right)
    done = time.perf_counter()
    hits = sum(found == row for found, row in zip(best, truth, strict=True))
    return Result(
        linker=name,
        warm_up_seconds=warm - started,
        seconds=done - warm,
        pairs_per_second=len(left) * len(right) / (done - warm),
        hits_at_1=hits / len(left),
    )


def run(size: int, seed: int) -> tuple[Result, Result]:
    """Measure both linkers on the same seeded names."""
    pairs = synthetic_pairs(size, seed=seed)
    order = list(range(size))
    random.Random(seed).shuffle(order)
    left = [pair.chinese for pair in pairs]
    right = [pairs[row].english for row in order]
    truth = [0] * size
    for position, row in enumerate(order):
        truth[row] = position
    return (
        measure("pinyin + cdist(ratio)", link_with_pinyin, left, right, truth),
        measure("namelink.link", link_with_namelink, left, right, truth),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=2_000, help="names on each side")
    parser.add_argument("--seed", type=int, default=20, help="seed of the names")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    plain, ours = run(options.size, options.seed)
    ratio = ours.pairs_per_second / plain.pairs_per_second
    if options.json:
        result = {
            "benchmark": "link_rate",
            "size": options.size,
            "seed": options.seed,
            "ratio": ratio,
            "linkers": [asdict(plain), asdict(ours)],
        }
        print(json.dumps(result, ensure_ascii=False))
        return
    print(f"{options.size:,} x {options.size:,} names, seed {options.seed}")
    print(f"{'':22} {'pairs/s':>12} {'seconds':>8} {'warm-up':>8} {'H@1':>6}")
    for result_row in (plain, ours):
        print(
            f"{result_row.linker:22} {result_row.pairs_per_second:12,.0f}"
            f" {result_row.seconds:8.2f} {result_row.warm_up_seconds:8.2f}"
            f" {result_row.hits_at_1:6.3f}"
        )
    print(f"\nnamelink.link runs at {ratio:.4f} x the rate of pinyin + cdist")


if __name__ == "__main__":
    main()
