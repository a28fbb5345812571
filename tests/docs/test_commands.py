"""Every command and option that a page shows exists in --help."""

import re
from pathlib import Path

import pytest

from namelink.cli.app import VERBS
from namelink.cli.main import main
from tests.docs.pages import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
# A command in a block or in backticks, up to the end of its line.
CALL = re.compile(r"(?:^\$ |`|/bin/)namelink (?P<rest>[^`\n]*)", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")
README = ROOT / "README.md"
# Commands that stand under a verb.
GROUPS = {"index": ("build", "info", "add", "remove")}


def calls(page: Path) -> list[tuple[str, list[str]]]:
    """Verb and options of the commands on a page; what is no verb is prose or a placeholder."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    found = []
    for call in CALL.finditer(text):
        # What stands in quotes is a name or a text.
        words = re.sub(r"""("[^"]*"|'[^']*')""", "", call["rest"]).split()
        if words and re.fullmatch("[a-z]+", words[0]):
            found.append((words[0], OPTION.findall(" ".join(words[1:]))))
    return found


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    """Options by verb, read from --help itself."""
    import contextlib
    import io

    found = {}
    for verb in VERBS:
        page = io.StringIO()
        with contextlib.redirect_stdout(page):
            for words in [[verb, each] for each in GROUPS.get(verb, ())] or [[verb]]:
                main([*words, "--help"])
        found[verb] = set(OPTION.findall(page.getvalue()))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_and_options_exist(page: Path, known: dict[str, set[str]]) -> None:
    for verb, options in calls(page):
        assert verb in known, f"there is no command namelink {verb}"
        assert set(options) <= known[verb], f"namelink {verb} has no {options}"


def test_every_command_has_a_section_on_its_page() -> None:
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^## namelink (\w+)$", page, re.MULTILINE)) == VERBS


def test_the_readme_shows_the_commands_that_it_promises() -> None:
    """One line for the demo and one for the tests, each with all its set-up."""
    lines = README.read_text(encoding="utf-8").splitlines()
    assert (
        "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest" in lines
    )
    demo = [line for line in lines if line.endswith("/bin/namelink demo")]
    assert len(demo) == 1
    assert demo[0].startswith("python3 -m venv ")
    assert "install '.[cli]'" in demo[0]
