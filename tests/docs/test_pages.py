"""What the documentation shows is what the code prints."""

from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, alike, empty_folder, missing, rendered

README = ROOT / "README.md"
# Pairs at the top of the README that are two entities, and one whose names cannot tell.
NO = {
    ("吴泽明", "Wu Yongming"),
    ("陕西", "Shanxi"),
    ("张艺谋", "Zhang Yiming"),
    ("中国银行", "中国农业银行"),
    ("吴泳铭", "Eddie Wu"),
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_shows_what_is_printed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    lacks = missing(text)
    if lacks:
        pytest.skip(f"the page shows {', '.join(lacks)}, which is not installed here")
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


def test_the_first_screen_shows_names_verdicts_and_reasons() -> None:
    """The table at the top of the README tells the truth about pairs whose truth is known."""
    text = README.read_text(encoding="utf-8")
    table = text.partition("<!-- compared -->")[2].split("\n\n")[1]
    assert table in "\n".join(text.splitlines()[:40])
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    verdicts = {(left, right): verdict for left, right, verdict, *_ in rows[2:]}
    assert len(verdicts) >= 12
    assert {pair for pair, verdict in verdicts.items() if verdict == "match"} == set(verdicts) - NO
    assert set(verdicts) >= NO
