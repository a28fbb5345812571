"""Korean names: well-known people in the habits of South and North, and traps."""

import pytest

from namelink.linker import compare, spellings, systems
from namelink.readings.spelled import shares


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("文在寅", "Moon Jae-in"),
        ("朴槿惠", "Park Geun-hye"),
        ("潘基文", "Ban Ki-moon"),
        ("李明博", "Lee Myung-bak"),
        ("盧武鉉", "Roh Moo-hyun"),
        ("鄭雨盛", "Jung Woo-sung"),
        ("金雲龍", "Kim Woon-yong"),
        ("金大中", "Kim Dae-jung"),
        ("尹錫悅", "Yoon Suk Yeol"),
        ("金日成", "Kim Il-sung"),
        ("金正恩", "Kim Jong Un"),
        ("金正恩", "Jong-un Kim"),
        ("孫興慜", "Son Heung-min"),
        ("李在镕", "Lee Jae-yong"),
    ],
)
def test_well_known_people(written: str, latin: str) -> None:
    found = compare(written, latin)
    assert found.verdict.value == "match", found.explain()
    assert "korean" in {piece.channel.value for piece in found.evidence}


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("金正恩", "Kim Jong Il"),
        ("金正日", "Kim Jong Un"),
        ("金日成", "Kim Jong Il"),
        ("朴正熙", "Park Geun-hye"),
        ("李明博", "Lee Jae-yong"),
        ("金大中", "Kim Young-sam"),
        ("文在寅", "Moon Sun-myung"),
        ("崔順實", "Choi Tae-min"),
    ],
)
def test_relatives_and_namesakes_are_not_they(written: str, latin: str) -> None:
    assert compare(written, latin).verdict.value != "match"


def test_the_same_characters_in_chinese() -> None:
    found = compare("金大中", "Jin Dazhong")
    assert found.verdict.value == "match"
    assert "korean" not in {piece.channel.value for piece in found.evidence}


def test_surnames_have_habits() -> None:
    lee = shares("李", "li", "korean")
    assert max(lee, key=lee.__getitem__) == "lee"
    assert {"yi", "rhee", "ri"} <= lee.keys()
    park = shares("朴", "piao", "korean")
    assert {"park", "pak"} <= park.keys()


def test_a_latin_name_may_be_korean() -> None:
    assert "korean" in {way.system for way in systems("Park Geun-hye")}


def test_chinese_names_are_not_spelled_in_korean() -> None:
    assert "korean" not in {spelling.system for spelling in spellings("曾国藩")}
