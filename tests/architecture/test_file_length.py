"""A module fits in the head: no source file is longer than 400 lines."""

from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "namelink"
LONGEST = 400
MODULES = sorted(SOURCE.rglob("*.py"))


def test_there_are_modules() -> None:
    assert SOURCE / "__init__.py" in MODULES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_is_not_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
