"""How long `import namelink` takes, beside an interpreter that does nothing.

python -m benchmarks.import_time [--runs 15] [--json]

The goal is less than 50 ms above the bare interpreter. numpy, which namelink loads only when it
scores, stands beside it for scale.
"""

import argparse
import json
import sys

from benchmarks.processes import as_text, time_in_turns

GOAL = 50.0
STATEMENTS = {
    "python -c pass": "pass",
    "import namelink": "import namelink",
    "import numpy": "import numpy",
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15, help="measured runs of each statement")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    commands = {label: [sys.executable, "-c", code] for label, code in STATEMENTS.items()}
    timings = time_in_turns(commands, options.runs)
    above = timings[1].median - timings[0].median
    if options.json:
        result = {
            "benchmark": "import_time",
            "milliseconds_above_bare": above,
            "goal": GOAL,
            "timings": [timing.to_dict() for timing in timings],
        }
        print(json.dumps(result, ensure_ascii=False))
        return
    print(as_text(timings))
    print(f"\nimport namelink: {above:.0f} ms above the bare interpreter (goal: < {GOAL:.0f} ms)")


if __name__ == "__main__":
    main()
