"""The whole job, cold, beside other libraries: link names with slips to a table of names.

python -m benchmarks.speed.peers [--size 100000] [--queries 4000] [--turns 1] [--seed 1]
                                 [--peers PYTHON] [--only NAME ...] [--json]

Each contender is a process of its own, which reads two files of Latin keys and leaves the five
rows of the table that it takes for the best of each query in a third: start, imports, reading and
building its index are in its time. The contenders take turns; the median counts. Times are
processor seconds, user and system, of the process and those it starts, over all its threads.

Contenders: this code's index of letters; rapidfuzz's ``cdist`` over the same table in tiles, which
asks the same; with ``--peers``, string_grouper, Splink on DuckDB and nomenklatura, run by the
Python that has them (they are no dependencies). What is missing there is left out, and told.

A row is right if it reads as the row that the query was made from: equal keys are told apart by
nothing. Each contender keeps its own idea of likeness; its module in ``contenders`` tells how it
is asked.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.speed.contenders.files import TOP, write

ROOT = Path(__file__).resolve().parents[2]
# By name: the module that does the job, and the packages whose versions are told.
OURS = {
    "namelink": ("letter_index", ("namelink",)),
    "rapidfuzz cdist": ("tiled_cdist", ("rapidfuzz",)),
}
PEERS = {
    "string_grouper": ("string_grouper_match", ("string_grouper", "pandas")),
    "splink": ("splink_duckdb", ("splink", "duckdb")),
    "nomenklatura": ("nomenklatura_index", ("nomenklatura", "followthemoney", "rigour")),
}
_VERSIONS = """
import importlib.metadata, json, sys
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Files of a job.

    Attributes:
        table: names by row, as ``id,name``.
        queries: names with slips, the same.
        truth: which rows are right, as ``query,row``.
    """

    table: Path
    queries: Path
    truth: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one contender did.

    Attributes:
        contender: its name.
        versions: of its packages.
        cpu_seconds: median over the turns.
        ratio: its time over that of the first contender.
        peak_megabytes: most memory of one of its processes, in units of 10^6 bytes.
        first: share of queries whose first answer is right.
        among: share of queries with a right row among the first five.
    """

    contender: str
    versions: dict[str, str]
    cpu_seconds: float
    ratio: float
    peak_megabytes: float
    first: float
    among: float


def prepare(folder: Path, size: int, queries: int, seed: int) -> Job:
    """Make the files of a job.

    Args:
        folder: where they are left.
        size: rows of the table.
        queries: how many queries.
        seed: of all names.
    """
    from benchmarks.speed.names import keys, make, slips

    names = make(size, seed=seed)
    table = keys(names.latin)
    asked, origin = slips(names, queries, seed=seed + 1)
    alike: dict[str, list[int]] = defaultdict(list)
    for row, key in enumerate(table):
        alike[key].append(row)
    job = Job(
        table=folder / "table.csv", queries=folder / "queries.csv", truth=folder / "truth.csv"
    )
    write(job.table, ("id", "name"), enumerate(table))
    write(job.queries, ("id", "name"), enumerate(asked))
    right = (
        (query, row) for query, made in enumerate(origin.tolist()) for row in alike[table[made]]
    )
    write(job.truth, ("query", "row"), right)
    return job


def answered(path: Path) -> dict[int, list[int]]:
    """Rows by query, in the order of a file."""
    rows: dict[int, list[int]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for each in csv.DictReader(file):
            rows[int(each["query"])].append(int(each["row"]))
    return rows


def shares(
    answers: Mapping[int, Sequence[int]], truth: Mapping[int, Collection[int]]
) -> tuple[float, float]:
    """Shares of queries whose first answer is right, and with a right row among the first five.

    >>> shares({0: [7, 3], 1: [2]}, {0: [3], 1: [2], 2: [5]})
    (0.3333333333333333, 0.6666666666666666)
    """
    right = [
        [row in wanted for row in answers.get(query, ())[:TOP]] for query, wanted in truth.items()
    ]
    return (
        sum(any(each[:1]) for each in right) / len(truth),
        sum(any(each) for each in right) / len(truth),
    )


def versions(python: str, packages: Sequence[str]) -> dict[str, str]:
    """Versions of those packages that a Python has."""
    command = [python, "-c", _VERSIONS, *packages]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def one_run(python: str, module: str, job: Job, answers: Path) -> tuple[float, float]:
    """Let a contender do the job.

    Returns:
        Processor seconds, and the most memory in units of 10^6 bytes.

    Raises:
        SystemExit: if it fails, with the end of what it says.
    """
    command = [python, "-m", f"benchmarks.speed.contenders.{module}"]
    source = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*command, str(job.table), str(job.queries), str(answers)],
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={"PYTHONPATH": source},
            cwd=answers.parent,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            told = said.read()[-1000:].decode(errors="replace")
            raise SystemExit(f"{module} failed:\n{told}")
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6


def measure(
    contenders: Mapping[str, tuple[str, str, dict[str, str]]], job: Job, turns: int
) -> list[Outcome]:
    """Run all contenders in turns.

    Args:
        contenders: by name, the Python, the module and the versions of its packages.
        job: what is to be done.
        turns: runs of each.

    Returns:
        One outcome a contender, in the order given.
    """
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    for _ in range(turns):
        for name, (python, module, _) in contenders.items():
            answers = job.table.parent / f"{module}.csv"
            runs[name].append(one_run(python, module, job, answers))
    seconds = {name: statistics.median(took for took, _ in own) for name, own in runs.items()}
    truth = answered(job.truth)
    outcomes = []
    for name, (_, module, told) in contenders.items():
        first, among = shares(answered(job.table.parent / f"{module}.csv"), truth)
        outcomes.append(
            Outcome(
                contender=name,
                versions=told,
                cpu_seconds=seconds[name],
                ratio=seconds[name] / next(iter(seconds.values())),
                peak_megabytes=max(peak for _, peak in runs[name]),
                first=first,
                among=among,
            )
        )
    return outcomes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=100_000, help="names in the table")
    parser.add_argument("--queries", type=int, default=4_000, help="names looked for")
    parser.add_argument("--turns", type=int, default=1, help="runs of each contender")
    parser.add_argument("--seed", type=int, default=1, help="seed of all names")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python that has the other libraries")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[*list(OURS)[1:], *PEERS],
        help="contenders beside namelink; all if not given",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    wanted = {*OURS, *PEERS} if options.only is None else {"namelink", *options.only}
    contenders, left_out = {}, {}
    for name, (module, packages) in (OURS | PEERS).items():
        python = sys.executable if name in OURS else options.peers
        told = versions(python, packages) if python and name in wanted else {}
        if packages[0] in told:
            contenders[name] = (python, module, told)
        elif name in wanted:
            left_out[name] = f"{python} lacks {packages[0]}" if python else "needs --peers PYTHON"
    with tempfile.TemporaryDirectory() as folder:
        # A process starts with the most memory that its parent held, so names are made elsewhere.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            made = (Path(folder), options.size, options.queries, options.seed)
            job = pool.submit(prepare, *made).result()
        outcomes = measure(contenders, job, options.turns)
    if options.json:
        result = {
            "benchmark": "speed.peers",
            "size": options.size,
            "queries": options.queries,
            "seed": options.seed,
            "turns": options.turns,
            "left_out": left_out,
            "outcomes": [asdict(outcome) for outcome in outcomes],
        }
        print(json.dumps(result))
        return
    print(as_text(outcomes))
    print(
        f"{options.queries:,} keys with slips in {options.size:,}, seed {options.seed},"
        f" turns: {options.turns}"
    )
    for name, why in left_out.items():
        print(f"left out: {name} ({why})")


def as_text(outcomes: Sequence[Outcome]) -> str:
    """A small table, and the versions below it."""
    lines = [f"{'':16} {'CPU s':>8} {'it/ours':>8} {'MB':>7} {'first':>7} {'of 5':>7}"]
    lines += [
        f"{each.contender:16} {each.cpu_seconds:8.1f} {each.ratio:8.1f}"
        f" {each.peak_megabytes:7,.0f} {each.first:7.3f} {each.among:7.3f}"
        for each in outcomes
    ]
    told = {name: number for each in outcomes for name, number in each.versions.items()}
    return "\n".join([*lines, ", ".join(f"{name} {number}" for name, number in told.items())])


if __name__ == "__main__":
    main()
