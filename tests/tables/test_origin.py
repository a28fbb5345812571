"""Chinese people's names and foreign names by sound, told by their characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.names import LONGEST_PERSON, surname_length
from namelink.tables.origin import chinese_bits, chinese_surname_length, sound_share


@pytest.mark.parametrize("name", ["沈志勤", "王建国", "欧阳修", "李嘉诚", "陈冯富珍", "诸葛亮"])
def test_names_of_chinese_people(name: str) -> None:
    assert chinese_bits(name) > 0
    assert chinese_surname_length(name) == surname_length(name) > 0


# Each begins with a character that is a surname too.
@pytest.mark.parametrize("name", ["麦克斯", "高尔基", "马尔克", "安德斯", "巴拉克", "温斯顿"])
def test_foreign_names(name: str) -> None:
    assert surname_length(name) == 1
    assert chinese_bits(name) < 0
    assert chinese_surname_length(name) == 0


@given(st.text(alphabet="王李马高斯尔克志勤嘉们", max_size=6))
def test_a_cut_surname_is_a_surname(text: str) -> None:
    length = chinese_surname_length(text)
    assert length in (0, surname_length(text))
    if not 2 <= len(text) <= LONGEST_PERSON:
        assert chinese_bits(text) == float("-inf")


def test_characters_of_sound() -> None:
    assert sound_share("斯") > 100 * sound_share("慧")
    assert sum(map(sound_share, "斯尔克特拉")) < 1
