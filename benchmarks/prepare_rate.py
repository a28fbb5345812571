"""What it costs to get names ready for linking, in microseconds a name and by stage.

python -m benchmarks.prepare_rate [--size 4000] [--turns 3] [--before DIR] [--json]

Half of the names are people's (in several romanizations), half organizations'. Stages:
``prepare`` normalizes a name and makes its forms; ``features`` is what it is found by;
``heard`` is what some of them may be on the other side by ear, among all names there. Each run is
a process of its own; it does a part of the names to warm up and the rest against the clock, in
time of the processor. With ``--before``, the code of another checkout takes turns with this one.
Medians count.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.synthetic_names import synthetic_pairs

ROOT = Path(__file__).resolve().parents[1]
_WARM = 0.2
_MOST_HEARD = 500

_RUN = """
import json, sys, time
from namelink.index.segment import Segment
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.model.table import AliasTable
from namelink.pairing import prepare
from namelink.readings.retrieval import features, heard
names, warm, most = json.load(open(sys.argv[1], encoding="utf-8"))
took = {}
def timed(stage, work, items):
    first = int(warm * len(items))
    done = [work(item) for item in items[:first]]
    started = time.process_time()
    done += [work(item) for item in items[first:]]
    took[stage] = (time.process_time() - started) / (len(items) - first) * 1e6
    return done
forms, hearing = {}, {}
for side, own in names.items():
    known = timed(f"prepare {side}", lambda name: prepare(name, Kind.UNKNOWN, Options()), own)
    forms[side] = [form for each in known for form in each.forms]
    timed(f"features {side}", features, forms[side])
    kinds = (Kind.UNKNOWN,) * len(own)
    rows = range(len(own))
    table = AliasTable(ids=own, names=own, kinds=kinds, rows=rows)
    hearing[side] = Segment.of(table, Options()).hearing()
for side, other in (("Chinese", "English"), ("English", "Chinese")):
    timed(f"heard {side}", lambda form: heard(form, hearing[other]), forms[side][:most])
print(json.dumps(took))
"""

Costs = dict[str, float]


def names(size: int, seed: int) -> dict[str, list[str]]:
    """Distinct names of each side, people and organizations mixed.

    Args:
        size: names a side, about.
        seed: of the names.
    """
    from tools.made_people import make, written

    dice = random.Random(seed)
    people = make(size // 2, dice)
    bodies = synthetic_pairs(size, seed=seed)[1::2]
    found = {
        "Chinese": [*(person.han for person in people), *(body.chinese for body in bodies)],
        "English": [
            *(written(person, dice) for person in people),
            *(body.english for body in bodies),
        ],
    }
    for own in found.values():
        own[:] = dict.fromkeys(own)
        dice.shuffle(own)
    return found


def measure(sources: dict[str, Path], given: dict[str, list[str]], turns: int) -> dict[str, Costs]:
    """Run the stages of each source in turns.

    Args:
        sources: folder that is imported from, by contender.
        given: the names.
        turns: runs of each.

    Returns:
        Median microseconds by stage, by contender.
    """
    runs: dict[str, list[Costs]] = {name: [] for name in sources}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "names.json"
        file.write_text(json.dumps([given, _WARM, _MOST_HEARD]), encoding="utf-8")
        for _ in range(turns):
            for name, source in sources.items():
                done = subprocess.run(
                    [sys.executable, "-c", _RUN, str(file)],
                    check=True,
                    capture_output=True,
                    text=True,
                    env={"PYTHONPATH": str(source)},
                )
                runs[name].append(json.loads(done.stdout))
    return {
        name: {stage: statistics.median(each[stage] for each in own) for stage in own[0]}
        for name, own in runs.items()
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=4_000, help="names a side")
    parser.add_argument("--seed", type=int, default=20, help="seed of the names")
    parser.add_argument("--turns", type=int, default=3, help="runs of each code")
    parser.add_argument("--before", metavar="DIR", type=Path, help="another checkout")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    sources = {"now": ROOT / "src"}
    if options.before:
        sources["before"] = options.before / "src"
    costs = measure(sources, names(options.size, options.seed), options.turns)
    if options.json:
        about = {"benchmark": "prepare_rate", "size": options.size, "turns": options.turns}
        print(json.dumps(about | {"microseconds": costs}))
        return
    print(f"{options.size:,} names a side, microseconds a name, {options.turns} turns each")
    print(f"{'':18}" + "".join(f"{name:>9}" for name in costs))
    for stage in sorted(costs["now"]):
        print(f"{stage:18}" + "".join(f"{own[stage]:9.0f}" for own in costs.values()))


if __name__ == "__main__":
    main()
