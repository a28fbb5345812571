"""How fast candidate pairs are scored, by kind of pair, beside an earlier commit in one run.

python -m benchmarks.score_rate [--names 100] [--depth 64] [--turns 3] [--before REV] [--json]

Each kind has as many left names, each with the candidates that the index proposes. Names are
prepared beforehand; what is timed is `namelink.pairing.score_pairs` alone, in time of the
processor, and last the evidence of single pairs. Each contender is a process of its own that
scores everything once to warm up; contenders take turns, and the median counts.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.people_rate import ROOT, checked_out
from benchmarks.synthetic_names import synthetic_pairs

_SINGLE = "one pair at a time"
_MAIN = """
import json, sys, time
from namelink.bulk import prepare_all
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.pairing import evidence, score_pairs
options, took = Options(), {}
for kind, pairs in json.load(open(sys.argv[1], encoding="utf-8")).items():
    sides = [prepare_all(names, [Kind.UNKNOWN] * len(names), options) for names in zip(*pairs)]
    (mine, left), (theirs, right) = sides
    def all_pairs():
        if kind != sys.argv[2]:
            return score_pairs(mine, theirs, (left, right), options)
        return [evidence(mine[i], theirs[j], options) for i, j in zip(left, right)]
    all_pairs()
    started = time.process_time()
    all_pairs()
    took[kind] = (time.process_time() - started) / len(pairs)
print(json.dumps(took))
"""


def candidate_pairs(
    left: Sequence[str], right: Sequence[str], depth: int
) -> list[tuple[str, str]]:
    """Every left name with the right names that the index proposes for it."""
    from namelink import AliasIndex

    # With every score let through, what is found are the candidates.
    found = AliasIndex.build(list(right)).search_many(list(left), top_k=depth, threshold=0.0)
    return [(link.left_name, link.right_name) for link in found if link.right_name is not None]


def kinds_of_pairs(names: int, depth: int, seed: int) -> dict[str, list[tuple[str, str]]]:
    """Candidate pairs by kind."""
    from tools.made_people import make, written

    dice = random.Random(seed)
    people = make(8 * names, dice)
    han = [person.han for person in people]
    latin = [written(person, dice) for person in people]
    bodies = synthetic_pairs(8 * names, seed=seed, organizations=1.0)
    chinese, english = [pair.chinese for pair in bodies], [pair.english for pair in bodies]
    again = [written(person, dice) for person in people]
    found = {
        "people": candidate_pairs(han[:names], latin, depth),
        "organizations": candidate_pairs(chinese[:names], english, depth),
        "people, Latin and Latin": candidate_pairs(again[:names], latin, depth),
        "people, Han and Han": candidate_pairs(han[:names], han, depth),
    }
    found[_SINGLE] = found["people"][::128] + found["organizations"][::128]
    return found


def measure(
    sources: Mapping[str, Path], pairs: Mapping[str, list[tuple[str, str]]], turns: int
) -> dict[str, dict[str, float]]:
    """Seconds a pair by contender and kind, the median over the turns."""
    answers: dict[str, list[dict[str, float]]] = {name: [] for name in sources}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pairs.json"
        file.write_text(json.dumps(pairs))
        for _ in range(turns):
            for name, source in sources.items():
                done = subprocess.run(
                    [sys.executable, "-c", _MAIN, str(file), _SINGLE],
                    check=True,
                    capture_output=True,
                    text=True,
                    env={"PYTHONPATH": str(source)},
                )
                answers[name].append(json.loads(done.stdout))
    return {
        name: {kind: statistics.median(one[kind] for one in own) for kind in pairs}
        for name, own in answers.items()
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--names", type=int, default=100, help="left names of each kind")
    parser.add_argument("--depth", type=int, default=64, help="candidates of each")
    parser.add_argument("--seed", type=int, default=20, help="seed of the names")
    parser.add_argument("--turns", type=int, default=3, help="runs of each contender")
    parser.add_argument("--before", metavar="REV", help="an earlier commit to measure beside")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    pairs = kinds_of_pairs(options.names, options.depth, options.seed)
    with ExitStack() as stack:
        sources = {"now": ROOT / "src"}
        if options.before:
            sources["before"] = stack.enter_context(checked_out(options.before)) / "src"
        took = measure(sources, pairs, options.turns)
    if options.json:
        print(json.dumps({"benchmark": "score_rate", "turns": options.turns, "seconds": took}))
        return
    print(f"microseconds a pair, {options.turns} turns, seed {options.seed}")
    print(f"{'':26} {'pairs':>7} " + " ".join(f"{name:>9}" for name in took))
    for kind, own in pairs.items():
        times = " ".join(f"{took[name][kind] * 1e6:9.1f}" for name in took)
        print(f"{kind:26} {len(own):7,} {times}")


if __name__ == "__main__":
    main()
