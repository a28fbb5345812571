"""Draw how the time of a search grows with the table, from figures of `benchmarks.speed.search`.

python -m benchmarks.speed.growth FIGURES.json PLOT.svg

Needs matplotlib (`pip install 'namelink[bench]'`).
"""

import argparse
import json
from pathlib import Path

_LINES = {
    "ms_a_name": "many names, an index",
    "lookup_p50_ms": "one name, an index",
    "peer_ms_a_name": "pinyin, cdist, evidence on 50",
}


def main() -> None:
    """Read the figures and draw."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("figures", metavar="FIGURES.json", type=Path)
    parser.add_argument("plot", metavar="PLOT.svg", type=Path)
    options = parser.parse_args()
    from matplotlib.figure import Figure
    from matplotlib.ticker import ScalarFormatter

    told = json.loads(options.figures.read_text(encoding="utf-8"))
    rows = told["rows"]
    figure = Figure(figsize=(6.4, 4), layout="constrained")
    axes = figure.subplots()
    for field, label in _LINES.items():
        axes.loglog(
            [row["aliases"] for row in rows], [row[field] for row in rows], "o-", label=label
        )
    axes.set_xlabel("aliases")
    axes.set_ylabel("processor time a name, ms")
    axes.yaxis.set_major_formatter(ScalarFormatter())
    axes.yaxis.set_minor_formatter(ScalarFormatter())
    axes.grid(visible=True, which="both", alpha=0.25)
    axes.legend()
    axes.set_title(f"An index grows with the power of {told['exponent']:.2f}")
    # No date, so that the same figures give the same file.
    figure.savefig(options.plot, format="svg", metadata={"Date": None})


if __name__ == "__main__":
    main()
