"""Readings that only old dictionaries have."""

import pytest

from namelink.readings.engines import dictionary_readings, pinyin_readings, toned_readings
from namelink.tables.loader import columns_and_lines
from namelink.tables.readings import old_readings


@pytest.mark.parametrize(("char", "reading"), [("明", "meng"), ("英", "yang"), ("平", "pian")])
def test_old_readings_are_not_read(char: str, reading: str) -> None:
    assert reading in dictionary_readings(char)
    assert reading in old_readings(char)
    assert reading not in dict(pinyin_readings(char))


@pytest.mark.parametrize(
    ("char", "both"),
    [
        ("长", {"chang", "zhang"}),
        ("乐", {"le", "yue"}),
        ("单", {"dan", "shan"}),
        ("解", {"jie", "xie"}),
    ],
)
def test_modern_readings_stay(char: str, both: set[str]) -> None:
    assert both <= set(dict(pinyin_readings(char)))


def test_no_character_loses_its_first_reading() -> None:
    for char, cell in columns_and_lines("old_readings")[1]:
        said = dictionary_readings(char)
        assert set(cell.split("|")) <= set(said[1:]), char


def test_tones_belong_to_the_readings() -> None:
    assert toned_readings("明") == ("ming2",)
    assert set(toned_readings("好")) == {"hao3", "hao4"}
    for char in "明英平长乐单解":
        assert {said[:-1] for said in toned_readings(char)} <= set(dict(pinyin_readings(char)))
