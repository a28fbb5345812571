"""How fast `namelink.compare_pairs` scores pairs of people, beside others in one run.

python -m benchmarks.people_rate [--size 10000] [--turns 3] [--before REV]
                                 [--nomenklatura PYTHON] [--json]

Chinese names against Latin ones in several romanizations, half of them another person's. Each
contender is a process of its own, which reads the pairs, scores a few to warm up, and then all
against the clock; the contenders take turns, and the median counts. Beside the rate stands what
each makes of the hard cases in ``tests/cases/chinese_people.tsv``: true pairs matched, near misses
matched.

Contenders: this code; with ``--before``, the code of an earlier commit; the edit ratio of pinyin;
with ``--nomenklatura``, the logic-v2 matcher of that package, run by the Python that has it (it
is no dependency). Cuts: `match` for namelink, 0.7 for logic-v2 (its own default), and for the
ratio the cut that is best on the hard cases themselves, which flatters it.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases" / "chinese_people.tsv"

# What every contender runs: `score` is defined before it.
_MAIN = """
import json, sys, time
pairs = json.load(open(sys.argv[1], encoding="utf-8"))
started = time.perf_counter()
score(pairs["warm"])
warm = time.perf_counter()
score(pairs["timed"])
done = time.perf_counter()
took = {"warm_up": warm - started, "seconds": done - warm}
print(json.dumps(took | {"cases": score(pairs["cases"])}))
"""
# Scores are shifted so that each contender's own cut lies at one.
_NAMELINK = """
import namelink
def score(pairs):
    left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return [float(row.verdict.value == "match") for row in namelink.compare_pairs(left, right)]
"""
_RATIO = """
import re, unicodedata
from pypinyin import lazy_pinyin
from rapidfuzz import fuzz
def key(name):
    folded = unicodedata.normalize("NFKD", " ".join(lazy_pinyin(name)).lower())
    return " ".join(sorted(re.findall("[a-z]+", folded)))
def score(pairs):
    return [fuzz.ratio(key(left), key(right)) / 100 for left, right in pairs]
"""
_LOGIC = """
from followthemoney import model
from nomenklatura.matching import LogicV2
from nomenklatura.matching.types import ScoringConfig
config = ScoringConfig.defaults()
number = 0
def entity(name):
    global number
    number += 1
    data = {"id": f"e{number}", "schema": "Person", "properties": {"name": [name]}}
    return model.get_proxy(data)
def score(pairs):
    return [
        LogicV2.compare(entity(left), entity(right), config).score / 0.7 for left, right in pairs
    ]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What one contender did.

    Attributes:
        contender: its name.
        pairs_per_second: median over the turns.
        slowest: pairs a second in the slowest turn.
        fastest: pairs a second in the fastest turn.
        warm_up_seconds: median time of the first pairs, which load what is loaded once.
        true_matched: share of the true pairs among the hard cases that it matches.
        near_matched: share of the near misses that it matches.
    """

    contender: str
    pairs_per_second: float
    slowest: float
    fastest: float
    warm_up_seconds: float
    true_matched: float
    near_matched: float


def people(size: int, seed: int) -> list[tuple[str, str]]:
    """Distinct pairs of a Chinese name and a Latin one, every second one another person's."""
    from tools.made_people import make, written

    dice = random.Random(seed)
    made = make(size, dice)
    latin = [written(person, dice) for person in made]
    return [
        (person.han, latin[at] if at % 2 else latin[(at + 1) % size])
        for at, person in enumerate(made)
    ]


def cases() -> tuple[list[tuple[str, str]], list[bool]]:
    """The hard cases of two scripts, and whether each is a true pair."""
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    columns = lines[0].split("\t")
    rows = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]
    told = [row for row in rows if row["expected"] in {"match", "not_match"}]
    mixed = [row for row in told if not row["left"].isascii() and row["right"][0] < "\u3000"]
    return (
        [(row["left"], row["right"]) for row in mixed],
        [row["expected"] == "match" for row in mixed],
    )


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """The tree of an earlier commit, for as long as it is measured."""
    git = shutil.which("git")
    if git is None:
        raise SystemExit("--before needs git: install it, or leave the option out")
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        add = [git, "worktree", "add", "--detach", str(tree), revision]
        subprocess.run(add, cwd=ROOT, check=True, capture_output=True)
        try:
            yield tree
        finally:
            remove = [git, "worktree", "remove", "--force", str(tree)]
            subprocess.run(remove, cwd=ROOT, check=True)


def best_cut(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """The cut at which most scores fall on the right side."""
    return max(
        sorted(set(scores)),
        key=lambda cut: sum((s >= cut) == t for s, t in zip(scores, truth, strict=True)),
    )


def measure(
    contenders: Mapping[str, tuple[str, str, str]], size: int, seed: int, turns: int
) -> list[Rate]:
    """Time all contenders in turns.

    Args:
        contenders: by name, the Python, the folder that is imported from, and the definition of
            ``score``.
        size: pairs that are timed.
        seed: of the names.
        turns: measured runs of each.

    Returns:
        One rate a contender, in the order given.
    """
    hard, truth = cases()
    made = people(size + 50, seed)
    answers: dict[str, list[dict[str, object]]] = {name: [] for name in contenders}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pairs.json"
        file.write_text(json.dumps({"warm": made[:50], "timed": made[50:], "cases": hard}))
        for _ in range(turns):
            for name, (python, source, code) in contenders.items():
                done = subprocess.run(
                    [python, "-c", code + _MAIN, str(file)],
                    check=True,
                    capture_output=True,
                    text=True,
                    env={"PYTHONPATH": source},
                )
                answers[name].append(json.loads(done.stdout.splitlines()[-1]))
    return [_rate(name, own, truth, size) for name, own in answers.items()]


def _rate(name: str, answers: list[dict[str, object]], truth: Sequence[bool], size: int) -> Rate:
    seconds = [float(str(answer["seconds"])) for answer in answers]
    scores = answers[0]["cases"]
    assert isinstance(scores, list)
    cut = best_cut(scores, truth) if name.startswith("pinyin") else 1.0
    matched = [score >= cut for score in scores]
    true = [found for found, right in zip(matched, truth, strict=True) if right]
    near = [found for found, right in zip(matched, truth, strict=True) if not right]
    return Rate(
        contender=name,
        pairs_per_second=size / statistics.median(seconds),
        slowest=size / max(seconds),
        fastest=size / min(seconds),
        warm_up_seconds=statistics.median(float(str(answer["warm_up"])) for answer in answers),
        true_matched=sum(true) / len(true),
        near_matched=sum(near) / len(near),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=10_000, help="pairs that are timed")
    parser.add_argument("--seed", type=int, default=20, help="seed of the names")
    parser.add_argument("--turns", type=int, default=3, help="runs of each contender")
    parser.add_argument("--before", metavar="REV", help="an earlier commit to measure beside")
    parser.add_argument("--nomenklatura", metavar="PYTHON", help="a Python that has nomenklatura")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    contenders = {"namelink": (sys.executable, str(ROOT / "src"), _NAMELINK)}
    with tempfile.TemporaryDirectory() as empty:
        contenders["pinyin + ratio"] = (sys.executable, empty, _RATIO)
        if options.nomenklatura:
            contenders["nomenklatura logic-v2"] = (options.nomenklatura, empty, _LOGIC)
        if options.before:
            with checked_out(options.before) as tree:
                name = f"namelink at {options.before}"
                contenders[name] = (sys.executable, str(tree / "src"), _NAMELINK)
                rates = measure(contenders, options.size, options.seed, options.turns)
        else:
            rates = measure(contenders, options.size, options.seed, options.turns)
    if options.json:
        result = {
            "benchmark": "people_rate",
            "size": options.size,
            "seed": options.seed,
            "turns": options.turns,
            "rates": [asdict(rate) for rate in rates],
        }
        print(json.dumps(result))
        return
    print(f"{options.size:,} pairs of people, seed {options.seed}, {options.turns} turns each")
    print(f"{'':24} {'pairs/s':>9} {'from':>9} {'to':>9} {'ours/it':>8} {'true':>6} {'near':>6}")
    for rate in rates:
        print(
            f"{rate.contender:24} {rate.pairs_per_second:9,.0f} {rate.slowest:9,.0f}"
            f" {rate.fastest:9,.0f} {rates[0].pairs_per_second / rate.pairs_per_second:8.3f}"
            f" {rate.true_matched:6.3f} {rate.near_matched:6.3f}"
        )


if __name__ == "__main__":
    main()
