"""How long one comparison takes from a cold start, and how much memory.

python -m benchmarks.cold_start [--runs 9] [--before SRC] [--json]

Times `namelink compare 吴泳铭 "Wu Yongming"` as a user of the shell meets it, and comparisons of a
person, an organization and a place through Python, which leaves out the command line's own
packages; an organization needs the dictionary, and spelling one the frequencies of words. The
goals are less than 400 ms for a person and less than a second for an organization. Disk caches are
warm; the process is new each time. With ``--before``, the package below another folder (the
``src`` of an earlier commit) takes turns with this one.
"""

import argparse
import json
import sys
from pathlib import Path

import namelink
from benchmarks.processes import Timing, as_text, peak_megabytes, time_in_turns

GOALS = {"person": 400.0, "organization": 1000.0}
CALLS = {
    "person": 'compare("吴泳铭", "Wu Yongming")',
    "organization": 'compare("深圳市腾讯计算机系统有限公司", '
    '"Shenzhen Tencent Computer Systems Co Ltd")',
    "place": 'compare("浦东新区", "Pudong New Area")',
    "spellings": 'spellings("深圳市腾讯计算机系统有限公司")',
}
SHELL = ("compare", "吴泳铭", "Wu Yongming")
HERE = Path(namelink.__file__).parents[1]


def commands(source: Path, mark: str) -> dict[str, list[str]]:
    """Commands that use the package below a folder, by label."""
    start = f"import sys; sys.path.insert(0, {str(source)!r}); "
    found = {
        f"{case}{mark}": [sys.executable, "-c", f"{start}import namelink; namelink.{call}"]
        for case, call in CALLS.items()
    }
    shell = f"{start}from namelink.cli.main import main; main({list(SHELL)!r})"
    return found | {f"person, in the shell{mark}": [sys.executable, "-c", shell]}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9, help="measured runs of each command")
    parser.add_argument("--before", type=Path, help="src of an earlier commit, to take turns with")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    timed = {"python -c pass": [sys.executable, "-c", "pass"], **commands(HERE, "")}
    if options.before:
        timed |= commands(options.before.resolve(), ", before")
    timings = time_in_turns(timed, options.runs)
    memory = {label: peak_megabytes(command) for label, command in timed.items()}
    by_label = {timing.label: timing for timing in timings}
    if options.json:
        print(json.dumps(as_json(by_label, memory), ensure_ascii=False))
        return
    print(as_text(timings))
    print("\npeak memory, MB: " + ", ".join(f"{label} {mb:.0f}" for label, mb in memory.items()))
    for case, goal in GOALS.items():
        print(f"cold {case}: {by_label[case].median:.0f} ms (goal: < {goal:.0f} ms)")


def as_json(timings: dict[str, Timing], memory: dict[str, float]) -> dict[str, object]:
    """All figures as plain data."""
    return {
        "benchmark": "cold_start",
        "milliseconds": {case: timings[case].median for case in GOALS},
        "goals": GOALS,
        "timings": [timing.to_dict() for timing in timings.values()],
        "megabytes": memory,
    }


if __name__ == "__main__":
    main()
