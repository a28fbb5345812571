"""Surnames at the head of Chinese names."""

import pytest

from namelink.model.kinds import Kind, Role
from namelink.normalization.names import normalize
from namelink.tables.names import surname_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("吴泳铭", 1),
        ("欧阳娜娜", 2),
        ("欧阳修", 2),
        ("司马光", 2),
        ("陈冯富珍", 2),
        ("们吴", 0),
        ("", 0),
        ("吴", 1),
    ],
)
def test_surname_length(text: str, length: int) -> None:
    assert surname_length(text) == length


def test_a_compound_surname_alone_leaves_a_given_name() -> None:
    """欧阳 in two characters may be the surname alone; it is never longer than the name."""
    assert surname_length("欧阳") <= 2


def test_kana_after_a_japanese_surname_are_the_given_name() -> None:
    """Kana stand in one atom, so characters and atoms are counted apart."""
    parts = normalize("山口さやか", kind=Kind.PERSON).parts
    assert [(part.text, part.role) for part in parts] == [
        ("山口", Role.SURNAME),
        ("さやか", Role.GIVEN),
    ]
