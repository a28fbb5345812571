"""Numbers in names, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.text.atoms import atoms
from namelink.text.numerals import numerals
from tests.properties import strategies

DIGITS = "零一二三四五六七八九"


def values(text: str) -> list[int]:
    pieces = atoms(text)
    found = numerals([atom.key for atom in pieces], [atom.shape for atom in pieces])
    return [number.value for number in found]


def written(number: int) -> str:
    """A number below a thousand as Chinese writes it."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


@given(st.integers(1, 999))
def test_chinese_numbers_are_read_as_written(number: int) -> None:
    assert values(f"第{written(number)}") == [number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Third Hospital", [3]),
        ("14th National Congress", [14]),
        ("No. 2 Middle School", [2]),
        ("1st Division", [1]),
        ("第4中学", [4]),
        ("二〇〇八", [2008]),
        ("Phase II", [2]),
        ("三院", [3]),
        ("NBA 2K11", [2011]),
        ("Forty Two", [42]),
        ("Twenty Fourth Street", [24]),
        # Alone, such a word may be a part of the name; and 2K is no year.
        ("Forty Thieves", []),
        ("2K Games", [2]),
    ],
)
def test_ways_to_write_a_number(text: str, expected: list[int]) -> None:
    assert values(text) == expected


def test_a_character_of_a_word_is_no_sure_number() -> None:
    pieces = atoms("三星")
    found = numerals([atom.key for atom in pieces], [atom.shape for atom in pieces])
    assert [(number.value, number.sure) for number in found] == [(3, False)]


@given(strategies.likely_names() | strategies.odd_text())
def test_numbers_stand_in_order_and_do_not_overlap(text: str) -> None:
    pieces = atoms(text)
    found = numerals([atom.key for atom in pieces], [atom.shape for atom in pieces])
    end = 0
    for number in found:
        assert number.start >= end
        assert number.size > 0
        end = number.start + number.size
    assert end <= len(pieces)
