"""What the documentation shows is what the code prints."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, alike, empty_folder, rendered

README = ROOT / "README.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_shows_what_is_printed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    with empty_folder():
        now = rendered(text)
    wrong = [
        f"shown:   {line}\nprinted: {other}"
        for line, other in zip(text.splitlines(), now.splitlines(), strict=False)
        if not alike(line, other)
    ]
    assert alike(text, now), "\n".join(["run python -m tests.docs.pages and read:", *wrong[:8]])


def test_a_changed_verdict_is_seen() -> None:
    """Guards the comparison above: a page with a wrong output must not pass."""
    page = "```python\n>>> 'no_' + 'match'\n'match'\n```\n"
    assert not alike(page, rendered(page))
    assert alike("```python\n>>> 'no_' + 'match'\n'no_match'\n```\n", rendered(page))


def test_the_first_screen_shows_all_verdicts() -> None:
    """The table at the top of the README, by the verdicts that it shows."""
    table = README.read_text(encoding="utf-8").partition("<!-- compared -->")[2].split("\n\n")[1]
    assert {"match", "review", "no_match"} <= set(re.findall(r"\w+", table))
    assert len(table.splitlines()) >= 12
    assert table in "\n".join(README.read_text(encoding="utf-8").splitlines()[:40])
