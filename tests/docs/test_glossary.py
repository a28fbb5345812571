"""The glossary knows every word that results can hold, and no word that they cannot."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from namelink.model import kinds
from namelink.model.labels import LABELS

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
HAN = re.compile("[\u4e00-\u9fff]")
ENUMS = [
    member
    for member in vars(kinds).values()
    if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum
]
# The words in which the design and the documentation speak; none of them is an enum.
IDEAS = (
    "name",
    "alias table",
    "kind",
    "part",
    "channel",
    "reading",
    "evidence",
    "bits",
    "score",
    "confidence",
    "margin",
    "namesakes",
    "verdict",
    "relation",
)


def rows_under(heading: str) -> dict[str, tuple[str, str]]:
    """Rows of the table under a heading: word to Chinese word and meaning."""
    text = GLOSSARY.read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading} · ")[2].partition("\n## ")[0]
    rows: dict[str, tuple[str, str]] = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 3 and cells[0] not in {"word", "value", "---"}:
            assert cells[0] not in rows, f"{cells[0]} stands twice under {heading}"
            rows[cells[0]] = (cells[1], cells[2])
    return rows


def test_every_vocabulary_is_found() -> None:
    """Guards the list above: an import that hides the enums would empty the tests below."""
    assert {"Kind", "Channel", "Verdict", "Relation"} <= {enum.__name__ for enum in ENUMS}


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_each_value_has_a_row_and_each_row_a_value(enum: type[StrEnum]) -> None:
    assert set(rows_under(enum.__name__)) == {f"`{member.value}`" for member in enum}


@pytest.mark.parametrize("idea", IDEAS)
def test_each_idea_is_told(idea: str) -> None:
    assert idea in rows_under("Ideas")


@pytest.mark.parametrize("heading", ["Ideas", *[enum.__name__ for enum in ENUMS]])
def test_each_row_has_a_chinese_word_and_a_meaning(heading: str) -> None:
    rows = rows_under(heading)
    assert rows
    for word, (chinese, meaning) in rows.items():
        assert HAN.search(chinese), f"{word} has no Chinese word"
        assert len(meaning) > 5, f"{word} has no meaning"


@pytest.mark.parametrize("heading", ["Ideas", *[enum.__name__ for enum in ENUMS]])
def test_a_chinese_word_stands_for_one_thing(heading: str) -> None:
    words = [chinese for chinese, _ in rows_under(heading).values()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("enum", [kinds.Kind, kinds.Channel, kinds.Verdict, kinds.Relation])
def test_explanations_use_the_words_of_the_glossary(enum: type[StrEnum]) -> None:
    told = rows_under(enum.__name__)
    for member in enum:
        word = LABELS["zh"][member.value].partition("：")[0]
        assert told[f"`{member.value}`"][0] == word
