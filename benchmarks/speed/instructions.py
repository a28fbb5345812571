"""How many instructions the hot paths take, so that a slower one shows through all noise.

python -m benchmarks.speed.instructions [--work prepare compare ...] [--root DIR] [--json FILE]

All works run in one process under `valgrind --tool=callgrind`. Each is done once to warm up, and
is counted when it is done again with names that were not met before; nothing else is counted.
Names are made from a seed, so that counts of two commits on one machine with the same packages
can be compared to about one in a hundred; `--root` measures another checkout by this same script.
Takes about two minutes. Needs valgrind, and a Python that keeps its symbols.
"""

import argparse
import json
import operator
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.speed.names import Names, make

Work = tuple[Callable[[], object], int]
ROOT = Path(__file__).parents[2]
# Aliases of the index that is searched; it is built outside of valgrind.
_ALIASES = 2_000
# What is done once per count: valgrind takes some fifty times as long as the processor.
_NAMES = 20
_PAIRS = 10
_LOOK_UPS = 4
_CANDIDATES = 32
# A C function that nothing else calls: what runs inside of it is counted.
_COUNTED = "_operator_call"


class Works:
    """The hot paths. Each gives what is to be done, and of how many names or pairs it is."""

    def __init__(self, names: Names, index: str) -> None:
        """Take the names and the file of an index of the first of them."""
        import namelink as nl
        from namelink.index.file import read_index

        self._nl = nl
        self._latin, self._han = iter(names.latin[_ALIASES:]), iter(names.han[_ALIASES:])
        self._asked = iter(names.han[:_ALIASES])
        self._similar = iter(names.latin[_ALIASES // 2 : _ALIASES])
        self._index = nl.AliasIndex.open(index)
        # The same index, for single stages of a search.
        self._held, _ = read_index(index, nl.Options(), check=False)

    def prepare(self) -> Work:
        """Getting names of both scripts ready, each for the first time."""
        from namelink.model.kinds import Kind
        from namelink.pairing import prepare

        some = [*_next(self._latin, _NAMES), *_next(self._han, _NAMES)]
        return lambda: [prepare(name, Kind.UNKNOWN, self._nl.Options()) for name in some], 40

    def features(self) -> Work:
        """What English aliases are found by, as an index takes them in."""
        some = _next(self._latin, _NAMES)
        return lambda: self._nl.AliasIndex.build(some), _NAMES

    def compare(self) -> Work:
        """Single pairs of new names, one at a time, with the explanation's pieces."""
        some = list(zip(_next(self._han, _PAIRS), _next(self._latin, _PAIRS), strict=True))
        return lambda: [self._nl.compare(*pair) for pair in some], _PAIRS

    def score(self) -> Work:
        """Evidence of a block of pairs of names that are prepared already."""
        import numpy as np

        from namelink.model.kinds import Kind
        from namelink.pairing import prepare, score_pairs

        options = self._nl.Options()
        left, right = (
            [prepare(name, Kind.UNKNOWN, options) for name in _next(side, many)]
            for side, many in ((self._han, _NAMES), (self._latin, _CANDIDATES))
        )
        one, other = np.divmod(np.arange(_NAMES * _CANDIDATES, dtype=np.int32), _CANDIDATES)
        return lambda: score_pairs(left, right, (one, other), options), len(one)

    def candidates(self) -> Work:
        """The aliases that share most with a Chinese name, by keys."""
        from namelink.index.search import Search
        from namelink.model.kinds import Kind

        search = Search(self._held.segments, self._held.alive, self._nl.Options())
        some = [search.prepared(name, Kind.UNKNOWN) for name in _next(self._asked, _NAMES)]
        return lambda: search.shortlists(some, 2 * _CANDIDATES), _NAMES

    def hearing(self) -> Work:
        """Foreign names found by ear, both ways."""
        from namelink.model.kinds import Kind
        from namelink.pairing import prepare
        from namelink.readings.hearing import runs_of, words_of

        (hearing,) = (segment.hearing() for segment in self._held.segments)
        options = self._nl.Options()
        some = [*_next(self._asked, _NAMES), *_next(self._latin, _NAMES)]
        forms = [prepare(name, Kind.UNKNOWN, options).forms[0] for name in some]

        def work() -> None:
            words = sorted({word for form in forms for word in words_of(form)})
            hearing.expect(words)
            for word in words:
                hearing.runs(word)
            for run in dict.fromkeys(run for form in forms for run in runs_of(form)):
                hearing.words(run)

        return work, len(forms)

    def look_up(self) -> Work:
        """Whole look-ups of single Chinese names, evidence and all."""
        some = _next(self._asked, _LOOK_UPS)
        return lambda: [self._index.search(name) for name in some], _LOOK_UPS

    def link(self) -> Work:
        """Chinese names linked at once, one answer each."""
        some = _next(self._asked, _NAMES)
        return lambda: self._index.search_many(some, top_k=1), _NAMES

    def letters(self) -> Work:
        """The most similar aliases by letters, exactly."""
        some = [name[1:] for name in _next(self._similar, _NAMES)]
        return lambda: self._index.candidates(some, cutoff=85.0), _NAMES


WORKS = (
    "prepare", "features", "compare", "score", "candidates", "hearing", "look_up", "link",
    "letters",
)  # fmt: skip


def _next(names: Iterator[str], many: int) -> list[str]:
    return [next(names) for _ in range(many)]


def _made() -> Names:
    return make(_ALIASES + 8 * len(WORKS) * _NAMES, seed=1)


def counted(works: Sequence[str], root: Path) -> dict[str, float]:
    """Instructions that one name or pair takes, by work.

    Args:
        works: names of works.
        root: checkout whose namelink is measured.

    Raises:
        RuntimeError: if valgrind fails, or Python keeps no symbols; holds what was said.
    """
    run = [
        shutil.which("env") or "env", "PYTHONHASHSEED=0", f"PYTHONPATH={root / 'src'}:{ROOT}",
        "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1",
    ]  # fmt: skip
    script = [sys.executable, "-m", "benchmarks.speed.instructions"]
    with tempfile.TemporaryDirectory() as folder:
        index, out = Path(folder) / "aliases.index", Path(folder) / "counts"
        subprocess.run([*run, *script, "--build", str(index)], check=True)
        done = subprocess.run(
            [
                *run, shutil.which("valgrind") or "valgrind", "--tool=callgrind",
                f"--toggle-collect={_COUNTED}", f"--dump-after={_COUNTED}",
                f"--callgrind-out-file={out}",
                *script, "--do", str(index), "--work", *works,
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        sizes = dict(re.findall(r"^(\w+) (\d+)$", done.stdout, re.MULTILINE))
        totals = [
            re.search(r"^totals: (\d+)", file.read_text(), re.MULTILINE)
            for at in range(1, len(works) + 1)
            if (file := Path(f"{out}.{at}")).exists()
        ]
    if done.returncode or len(totals) != len(works) or not all(totals):
        raise RuntimeError(done.stderr[-2_000:])
    return {
        work: int(total[1]) / int(sizes[work])
        for work, total in zip(works, totals, strict=True)
        if total is not None
    }


def _do(works: Sequence[str], index: str) -> None:
    """Do works, each to warm up and once more to be counted."""
    every = Works(_made(), index)
    for work in works:
        warm, _ = getattr(every, work)()
        warm()
        again, size = getattr(every, work)()
        print(work, size, flush=True)
        operator.call(again)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--work", nargs="+", choices=WORKS, default=list(WORKS))
    parser.add_argument("--root", type=Path, default=ROOT, help="another checkout to measure")
    parser.add_argument("--build", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--do", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--json", metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args()
    if options.build:
        import namelink as nl

        nl.AliasIndex.build(list(_made().latin[:_ALIASES])).save(options.build)
        return
    if options.do:
        _do(options.work, options.do)
        return
    if shutil.which("valgrind") is None:
        parser.error("valgrind is not installed")
    counts = counted(options.work, options.root)
    for work, count in counts.items():
        print(f"{work:10} {count:14,.0f} instructions", flush=True)
    if options.json:
        Path(options.json).write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
