"""What a user's whole job takes: Chinese names linked to a table of English aliases.

python -m benchmarks.speed.job [--aliases 1000000] [--names 100000] [--workers 2] [--json FILE]

Two files of seeded names (see `names`) are written; then the commands that a user would type run
as processes of their own, cold: `namelink index build` and `namelink link --index`. Told are the
wall time of each, and the most memory that it and its workers held together: pages that several
of them share are counted once (proportional set size of the whole tree, looked at twice a
second; Linux only). "found" is the share of names whose first link is to the right entity.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.speed.names import Names, make

_EVERY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command: its wall time in seconds, its memory in units of 10^6 bytes."""

    command: str
    wall_seconds: float
    peak_mb: float


class _Watch(threading.Thread):
    """Looks at the memory of a process and of all that it started, until it ends."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._ended = threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self._ended.wait(_EVERY):
            self.peak = max(self.peak, sum(map(_held, _tree(self._root))))

    def end(self) -> None:
        self._ended.set()
        self.join()


def _tree(root: int) -> Iterable[int]:
    yield root
    try:
        children = Path(f"/proc/{root}/task/{root}/children").read_text(encoding="ascii")
    except OSError:
        return
    for child in children.split():
        yield from _tree(int(child))


def _held(process: int) -> int:
    """Bytes of a process, its share of pages that others hold as well; 0 if it has ended."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    line = next(line for line in told.splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) * 1024


def run(*words: str) -> Step:
    """Run a command of namelink to its end.

    Raises:
        subprocess.CalledProcessError: if it fails.
    """
    wall = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "namelink", *words])
    watch = _Watch(process.pid)
    watch.start()
    code = process.wait()
    wall = time.perf_counter() - wall
    watch.end()
    if code:
        raise subprocess.CalledProcessError(code, words)
    return Step(command=words[0], wall_seconds=wall, peak_mb=watch.peak / 1e6)


def job(
    names: Names, rows: Sequence[int], folder: Path, workers: int
) -> tuple[list[Step], float, float]:
    """Build and link: the steps, share found, megabytes of the index."""
    table, asked = folder / "aliases.csv", folder / "names.csv"
    index, links = folder / "aliases.index", folder / "links.csv"
    _write(table, enumerate(names.latin))
    _write(asked, ((row, names.han[row]) for row in rows))
    many = ("--workers", str(workers), "--quiet")
    steps = [
        run("index", "build", str(table), "--out", str(index), *many),
        run("link", str(asked), "--index", str(index), "--out", str(links), *many),
    ]
    hits = 0
    with links.open(encoding="utf-8-sig", newline="") as lines:
        for link in csv.DictReader(lines):
            if link["right_id"]:
                hits += names.entity[int(link["right_id"])] == names.entity[int(link["left_id"])]
    return steps, hits / len(rows), index.stat().st_size / 1e6


def _write(path: Path, rows: Iterable[tuple[int, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "name"))
        writer.writerows(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--aliases", type=int, default=1_000_000)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--json", metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args()
    names = make(options.aliases, seed=options.seed)
    rows = random.Random(options.seed).sample(range(options.aliases), options.names)
    with tempfile.TemporaryDirectory() as folder:
        steps, found, size = job(names, rows, Path(folder), options.workers)
    print(f"{options.names:,} names, {options.aliases:,} aliases, {options.workers} workers")
    for step in steps:
        print(f"  {step.command:6} {step.wall_seconds:8.1f} s {step.peak_mb:8.0f} MB")
    print(f"  found {found:.3f}, index {size:,.0f} MB")
    if options.json:
        told = {
            "benchmark": "job",
            "seed": options.seed,
            "aliases": options.aliases,
            "names": options.names,
            "workers": options.workers,
            "steps": [asdict(step) for step in steps],
            "found": found,
            "index_mb": size,
        }
        Path(options.json).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
