"""How long one comparison takes from a cold start, beside an interpreter that does nothing.

python -m benchmarks.cold_start [--runs 9] [--json]

Times `namelink compare 吴泳铭 "Wu Yongming"` as a user of the shell meets it, and the same
comparison through Python, which leaves out the command line's own packages. The goal is less than
one second. Disk caches are warm; the process is new each time.
"""

import argparse
import json
import sys

from benchmarks.processes import as_text, time_in_turns

GOAL = 1000.0
LEFT, RIGHT = "吴泳铭", "Wu Yongming"
THROUGH_PYTHON = f"import namelink; namelink.compare({LEFT!r}, {RIGHT!r})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9, help="measured runs of each command")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    python = sys.executable
    timings = time_in_turns(
        {
            "python -c pass": [python, "-c", "pass"],
            "namelink.compare, in Python": [python, "-c", THROUGH_PYTHON],
            "namelink compare, in the shell": [python, "-m", "namelink", "compare", LEFT, RIGHT],
        },
        options.runs,
    )
    cold = timings[2].median
    if options.json:
        result = {
            "benchmark": "cold_start",
            "milliseconds": cold,
            "goal": GOAL,
            "timings": [timing.to_dict() for timing in timings],
        }
        print(json.dumps(result, ensure_ascii=False))
        return
    print(as_text(timings))
    print(f"\ncold namelink compare: {cold:.0f} ms (goal: < {GOAL:.0f} ms)")


if __name__ == "__main__":
    main()
