"""How fast an index of English aliases is searched with Chinese names, with full evidence.

python -m benchmarks.speed.search [--sizes 10000 100000 1000000] [--queries 2000] [--workers 2]
                                  [--peer 100] [--sample 40] [--full 10000] [--json FILE]

For each size, in one run and from the same seeded names (see `names`):

* the index is built, saved and opened;
* so many Chinese names are linked with it, in one process and in `--workers`;
* single names are looked up one after the other;
* beside it, the plain way with the same evidence: `pypinyin.lazy_pinyin` and tiled
  `rapidfuzz.process.cdist(fuzz.ratio)` over all aliases, then the evidence of `compare_pairs` on
  the best fifty.

"found" is the share of names whose right entity comes first. On a table of `--full` aliases
every pair of a sample (`--sample` names) is scored as well; "as full" is the share of names for
which the first of the index is as good as the first of all. Times are seconds of a processor
where not said otherwise; memory is the highest that the process held before the plain way
began, which holds more.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

import namelink as nl
from benchmarks.speed.names import Names, keys, make

_BEST = 50
# Aliases that are scored at once with all names of the sample.
_AT_ONCE = 10_000
_TILE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one size of table took; times a name are in milliseconds."""

    aliases: int
    names: int
    build_seconds: float
    open_ms: float
    file_bytes_an_alias: float
    ms_a_name: float
    wall_ms_a_name: float
    lookup_p50_ms: float
    lookup_p99_ms: float
    found: float
    peer_ms_a_name: float
    peer_found: float
    ratio: float
    memory_mb: float


def measure(size: int, options: argparse.Namespace) -> Row:
    """Measure one size."""
    names = make(size, seed=options.seed)
    dice = random.Random(options.seed)
    rows = dice.sample(range(size), min(options.queries, size))
    asked = [names.han[row] for row in rows]
    workers = nl.Options(limits=nl.Limits(workers=options.workers))
    wall = time.perf_counter()
    built = nl.AliasIndex.build(list(names.latin), options=workers)
    build_seconds = time.perf_counter() - wall
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "aliases.index"
        built.save(path)
        del built
        wall = time.perf_counter()
        index = nl.AliasIndex.open(path)
        open_ms = (time.perf_counter() - wall) * 1e3
        index.search_many(asked[:8], top_k=1)
        begun = time.process_time()
        links = index.search_many(asked, top_k=1, threshold=0.0)
        ms_a_name = (time.process_time() - begun) / len(asked) * 1e3
        found = _found(links, rows, names)
        alone = []
        for name in asked[: options.peer * 2]:
            begun = time.process_time()
            index.search(name)
            alone.append((time.process_time() - begun) * 1e3)
        # What is mapped twice would be counted twice.
        del index
        many = nl.AliasIndex.open(path, options=workers)
        many.search_many(asked[:8], top_k=1)
        wall = time.perf_counter()
        assert many.search_many(asked, top_k=1, threshold=0.0) == links
        wall_ms = (time.perf_counter() - wall) / len(asked) * 1e3
        file_bytes = path.stat().st_size / size
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peer_ms, peer_found = _plain(names, rows[: options.peer])
    return Row(
        aliases=size,
        names=len(asked),
        build_seconds=build_seconds,
        open_ms=open_ms,
        file_bytes_an_alias=file_bytes,
        ms_a_name=ms_a_name,
        wall_ms_a_name=wall_ms,
        lookup_p50_ms=float(np.percentile(alone, 50)),
        lookup_p99_ms=float(np.percentile(alone, 99)),
        found=found,
        peer_ms_a_name=peer_ms,
        peer_found=peer_found,
        ratio=peer_ms / ms_a_name,
        memory_mb=memory,
    )


def _found(links: Sequence[nl.Link], rows: Sequence[int], names: Names) -> float:
    first = {link.left_id: link.right_id for link in links if link.rank == 1}
    hits = [
        bool(at in first and names.entity[first[at]] == names.entity[row])
        for at, row in enumerate(rows)
    ]
    return sum(hits) / len(hits)


def _plain(names: Names, rows: Sequence[int]) -> tuple[float, float]:
    """Pinyin, the best fifty by letters, the best of these by evidence: ms a name, share found."""
    from pypinyin import lazy_pinyin
    from rapidfuzz import fuzz, process

    table = keys(names.latin)
    lazy_pinyin("预热")
    begun, hits = time.process_time(), 0
    for first in range(0, len(rows), _TILE):
        tile = rows[first : first + _TILE]
        spelled = [" ".join(lazy_pinyin(names.han[row])) for row in tile]
        ratios = process.cdist(spelled, table, scorer=fuzz.ratio, dtype=np.uint8)
        best = np.argpartition(-ratios.astype(np.int16), _BEST, axis=1)[:, :_BEST]
        left = [names.han[row] for row in tile for _ in range(_BEST)]
        right = [names.latin[at] for at in best.ravel().tolist()]
        bits = np.array([row.bits for row in nl.compare_pairs(left, right)])
        chosen = best[np.arange(len(tile)), bits.reshape(len(tile), _BEST).argmax(axis=1)]
        hits += sum(
            names.entity[at] == names.entity[row]
            for at, row in zip(chosen.tolist(), tile, strict=True)
        )
    return (time.process_time() - begun) / len(rows) * 1e3, hits / len(rows)


def as_full(sample: int, seed: int, *, table: int) -> float:
    """Share of names for which the index finds what scoring every pair of a table finds."""
    names = make(table, seed=seed)
    asked = [names.han[row] for row in random.Random(seed).sample(range(table), sample)]
    index = nl.AliasIndex.build(list(names.latin))
    first = np.full(sample, -np.inf)
    for link in index.search_many(asked, top_k=1, threshold=0.0):
        if link.rank == 1 and link.bits is not None:
            first[link.left_id] = link.bits
    best = np.full(sample, -np.inf)
    for begun in range(0, table, _AT_ONCE):
        part = names.latin[begun : begun + _AT_ONCE]
        scores = nl.compare_pairs([name for name in asked for _ in part], [*part] * sample)
        bits = np.array([row.bits for row in scores]).reshape(sample, len(part))
        best = np.maximum(best, bits.max(axis=1))
    return float((first >= best - 1e-3).mean())


def exponent(rows: Sequence[Row]) -> float | None:
    """The power of the number of aliases with which the time a name grows."""
    if len(rows) < 2:
        return None
    sizes = np.log([row.aliases for row in rows])
    times = np.log([row.ms_a_name for row in rows])
    return float(np.polyfit(sizes, times, 1)[0])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=2_000, help="Chinese names that are linked")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--peer", type=int, default=100, help="names that the plain way links")
    parser.add_argument("--sample", type=int, default=40, help="names that are scored with all")
    parser.add_argument("--full", type=int, default=10_000, help="aliases they are scored with")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--json", metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args()
    rows = []
    for size in options.sizes:
        rows.append(measure(size, options))
        print(_told(rows[-1], head=len(rows) == 1), flush=True)
    grown, full = exponent(rows), as_full(options.sample, options.seed, table=options.full)
    if grown is not None:
        print(f"time a name grows with the number of aliases to the power of {grown:.2f}")
    print(f"as full: {full:.3f} of {options.sample} names among {options.full:,} aliases")
    if options.json:
        result: dict[str, Any] = {
            "benchmark": "search",
            "seed": options.seed,
            "exponent": grown,
            "as_full": full,
            "rows": [asdict(row) for row in rows],
        }
        Path(options.json).write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def _told(row: Row, *, head: bool) -> str:
    heads = (
        "aliases", "build/s", "open/ms", "B/alias", "ms/name", "wall/ms", "p50/ms", "p99/ms",
        "found", "plain/ms", "found", "ratio", "MB",
    )  # fmt: skip
    cells = (
        f"{row.aliases:,}", f"{row.build_seconds:.0f}", f"{row.open_ms:.0f}",
        f"{row.file_bytes_an_alias:.0f}", f"{row.ms_a_name:.2f}", f"{row.wall_ms_a_name:.2f}",
        f"{row.lookup_p50_ms:.1f}", f"{row.lookup_p99_ms:.1f}", f"{row.found:.3f}",
        f"{row.peer_ms_a_name:.1f}", f"{row.peer_found:.3f}", f"{row.ratio:.1f}",
        f"{row.memory_mb:.0f}",
    )  # fmt: skip
    lines = [heads, cells] if head else [cells]
    return "\n".join("  ".join(f"{cell:>9}" for cell in line) for line in lines)


if __name__ == "__main__":
    main()
