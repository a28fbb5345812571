"""The page about architecture names every module of the stages, and none that is not there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    "normalization",
    "readings",
    "candidates",
    "index",
    "scoring",
    "linking",
    "extraction",
)


def named() -> set[str]:
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    section = page.partition("## Inside the stages")[2].partition("\n## ")[0]
    return set(re.findall(r"`([a-z_]+)`", section.partition("A channel gets a batch")[0]))


def modules(room: str) -> set[str]:
    files = (ROOT / "src" / "namelink" / room).glob("*.py")
    return {file.stem for file in files} - {"__init__"}


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_is_named(room: str) -> None:
    assert modules(room) - named() == set()


def test_no_module_is_named_that_is_gone() -> None:
    assert named() - set(ROOMS) - set().union(*map(modules, ROOMS)) == set()
