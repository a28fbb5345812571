"""How many instructions the hot paths take, so that a slower one shows through all noise.

python -m benchmarks.speed.instructions [--work prepare features search score] [--json FILE]

Each work runs in a process of its own under `valgrind --tool=callgrind`, once and three times
over; half of what lies between is one round, without start-up and first use. Counts of two commits
on one machine with the same packages can be compared to about one in a hundred. Needs valgrind.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.speed.names import make

_ROUNDS = (1, 3)
_NAMES = 60
_CANDIDATES = 32


def prepare() -> tuple[Callable[[], object], int]:
    """Normalizing names of both scripts, each for the first time."""
    import namelink as nl

    names = make(_NAMES * 4, seed=1)
    rest = iter([name for pair in zip(names.latin, names.han, strict=True) for name in pair])

    def work() -> None:
        for _ in range(_NAMES):
            nl.normalize(next(rest))

    return work, _NAMES


def features() -> tuple[Callable[[], object], int]:
    """What names are found by, as an index takes it in."""
    import namelink as nl

    names = make(_NAMES * 4, seed=1)
    rest = iter(names.latin)

    def work() -> None:
        nl.AliasIndex.build([next(rest) for _ in range(_NAMES)])

    return work, _NAMES


def search() -> tuple[Callable[[], object], int]:
    """Searching an index, evidence and all."""
    import namelink as nl

    names = make(_NAMES * 10, seed=1)
    index = nl.AliasIndex.build(
        list(names.latin), options=nl.Options(limits=nl.Limits(candidates=_CANDIDATES))
    )
    rest = iter(names.han)

    def work() -> None:
        index.search_many([next(rest) for _ in range(_NAMES)], top_k=1)

    return work, _NAMES


def score() -> tuple[Callable[[], object], int]:
    """Evidence of pairs of names that are prepared already."""
    import numpy as np

    import namelink as nl
    from namelink.model.kinds import Kind
    from namelink.pairing import prepare as prepared
    from namelink.pairing import score_pairs

    names = make(_NAMES, seed=1)
    left = [prepared(name, Kind.UNKNOWN, nl.Options()) for name in names.han]
    right = [prepared(name, Kind.UNKNOWN, nl.Options()) for name in names.latin[:_CANDIDATES]]
    one, other = np.divmod(np.arange(_NAMES * _CANDIDATES), _CANDIDATES)
    pairs = (one.astype(np.int32), other.astype(np.int32))
    return lambda: score_pairs(left, right, pairs, nl.Options()), _NAMES * _CANDIDATES


WORKS = {"prepare": prepare, "features": features, "search": search, "score": score}


def counted(work: str) -> float:
    """Instructions that one name or pair takes.

    Raises:
        RuntimeError: if valgrind fails; holds what it said.
    """
    counts = []
    for rounds in _ROUNDS:
        done = subprocess.run(
            [
                shutil.which("env") or "env", "PYTHONHASHSEED=0",
                shutil.which("valgrind") or "valgrind",
                "--tool=callgrind", "--callgrind-out-file=/dev/null",
                sys.executable, "-m", "benchmarks.speed.instructions",
                "--do", work, "--rounds", str(rounds),
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = re.search(r"Collected : (\d+)", done.stderr)
        if done.returncode or not found:
            raise RuntimeError(done.stderr[-2_000:])
        counts.append(int(found[1]))
    size = WORKS[work]()[1]
    return (counts[1] - counts[0]) / (_ROUNDS[1] - _ROUNDS[0]) / size


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--work", nargs="+", choices=WORKS, default=list(WORKS))
    parser.add_argument("--do", choices=WORKS, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--json", metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args()
    if options.do:
        work, _ = WORKS[options.do]()
        for _ in range(options.rounds):
            work()
        return
    if shutil.which("valgrind") is None:
        parser.error("valgrind is not installed")
    counts = {}
    for work in options.work:
        counts[work] = counted(work)
        print(f"{work:10} {counts[work]:14,.0f} instructions", flush=True)
    if options.json:
        Path(options.json).write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
