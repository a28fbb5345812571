"""Irregular forms of English words, and spellings of other lands."""

import pytest

import namelink as nl
from namelink.model.kinds import Kind
from namelink.tables.loader import rows
from namelink.tables.word_forms import base_form
from namelink.tables.words import stem


def test_a_form_is_never_its_own_base_and_bases_are_none() -> None:
    for row in rows("word_forms"):
        assert base_form(row["word"]) == row["base"] != row["word"]
        assert not base_form(row["base"])


def test_only_what_the_stemmer_does_not_tell_is_in_the_table() -> None:
    assert not [
        row["word"] for row in rows("word_forms") if stem(row["word"]) == stem(row["base"])
    ]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("狼", "Wolves"),
        ("老鼠", "Mice"),
        ("刀", "Knives"),
        ("港口", "Harbour"),
        ("小偷", "Thieves"),
    ],
)
def test_a_form_means_what_its_base_means(zh: str, en: str) -> None:
    found = nl.compare(f"谷歌{zh}", f"Google {en}", kind=Kind.WORK)
    assert any(piece.right == en and piece.bits > 0 for piece in found.evidence)
