"""Chinese people's names and foreign names by sound, told by their characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.latin_names import chinese_odds, is_chinese_person
from namelink.tables.names import LONGEST_PERSON, surname_length
from namelink.tables.origin import (
    chinese_bits,
    chinese_surname_length,
    foreign_bits,
    sound_share,
)


@pytest.mark.parametrize("name", ["沈志勤", "王建国", "欧阳修", "李嘉诚", "陈冯富珍", "诸葛亮"])
def test_names_of_chinese_people(name: str) -> None:
    assert chinese_bits(name) > 0
    assert chinese_surname_length(name) == surname_length(name) > 0


@pytest.mark.parametrize("name", ["沈志勤", "王建国", "欧阳修", "泳铭", "嘉诚", "建国"])
def test_whole_and_given_names_of_chinese_people_are_not_foreign(name: str) -> None:
    assert foreign_bits(name) < 0


@pytest.mark.parametrize("name", ["马奥尼", "麦克斯", "巴拉克", "斯特拉西", "埃里克"])
def test_names_by_sound_are_foreign(name: str) -> None:
    assert foreign_bits(name) > 3


CHINESE = ["Zhou Enlai", "Chiang Kai-shek", "Tony Leung Chiu-wai", "Li Ka-shing", "Tsai Ing-wen"]
# Each can be cut into syllables of some romanization.
FOREIGN = ["Dwight Eisenhower", "Moana Pasifika", "Susana Torrance"]


@pytest.mark.parametrize("name", CHINESE)
def test_words_of_chinese_people(name: str) -> None:
    words = tuple(name.lower().replace("-", " ").split())
    assert chinese_odds(words) > 0
    assert is_chinese_person(words)


@pytest.mark.parametrize("name", FOREIGN)
def test_words_of_foreigners(name: str) -> None:
    words = tuple(name.lower().split())
    assert chinese_odds(words) < 0
    assert not is_chinese_person(words)


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
