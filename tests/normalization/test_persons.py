"""Surnames at the head of Chinese names."""

import pytest

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
