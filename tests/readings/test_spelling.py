"""Spellings of Chinese names."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import spellings
from namelink.readings.spelling import _most_probable


def texts(name: str) -> list[str]:
    return [spelling.text for spelling in spellings(name, kind="person")]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("吴泳铭", "Wu Yongming"),
        ("曾国藩", "Zeng Guofan"),
        ("单田芳", "Shan Tianfang"),
        ("欧阳娜娜", "Ouyang Nana"),
        ("歐陽娜娜", "Ouyang Nana"),
        ("马云", "Ma Yun"),
        ("吕布", "Lü Bu"),
        ("王安安", "Wang An'an"),
        ("盖叫天", "Ge Jiaotian"),
    ],
)
def test_the_standard_spelling_comes_first(name: str, first: str) -> None:
    assert texts(name)[0] == first


@pytest.mark.parametrize(
    "spelling",
    [
        "Wu Yongming",
        "Yongming Wu",
        "WU, YONGMING",
        "Wu Yong-ming",
        "Wu Y. M.",
        "Y. M. Wu",
        "Wu Yung-ming",
    ],
)
def test_the_usual_ways_are_there(spelling: str) -> None:
    assert spelling in texts("吴泳铭")


@pytest.mark.parametrize(
    ("name", "spelling", "system"),
    [
        ("李嘉诚", "Lee Ka-shing", "cantonese"),
        ("梁朝伟", "LEUNG Chiu-wai", "cantonese"),
        ("董建华", "Tung Kin-wah", "cantonese"),
        ("毛泽东", "Mao Tse-tung", "wade-giles"),
        ("李登辉", "Li Teng-hui", "wade-giles"),
        ("蔡其昌", "Tsai Qi-chang", "taiwan"),
        ("吴作栋", "Goh Chok Tong", "minnan"),
        ("陈冯富珍", "Chan Fung Fu-chun", "cantonese"),
        ("陈冯富珍", "Chen-Feng Fuzhen", "pinyin"),
        ("诸葛亮", "Zhuge L.", "initials"),
        ("陈志明", "Tan Zhiming", "southern surname"),
    ],
)
def test_spellings_of_each_convention(name: str, spelling: str, system: str) -> None:
    found = {each.text: each.system for each in spellings(name, kind="person")}
    assert found.get(spelling) == system


def test_a_character_that_stands_twice_is_spelled_alike() -> None:
    assert not {"Ouyang Nanuo", "Ouyang Nuona"} & set(texts("欧阳娜娜"))


def test_words_tell_how_a_body_s_characters_are_read() -> None:
    found = [each.text for each in spellings("重庆银行", kind="org")]
    assert found[0] == "Chongqing Yinhang"
    assert not any("xing" in text for text in found)


def test_passports_write_u_umlaut_as_yu() -> None:
    assert "LYU, BU" in texts("吕布")
    # GB/T 28039 and the passport rule: only the bare syllables lü and nü take YU.
    assert any("LUE" in text for text in texts("王略")) or "WANG, LUE" in texts("王略")


def test_a_surname_with_several_readings_shows_them() -> None:
    found = texts("翟志刚")
    assert found.index("Zhai Zhigang") < found.index("Di Zhigang")


def test_weights_fall_and_texts_are_distinct() -> None:
    found = spellings("单长乐", kind="person")
    weights = [spelling.weight for spelling in found]
    assert weights == sorted(weights, reverse=True)
    assert len({spelling.text for spelling in found}) == len(found)
    assert sum(2.0**weight for weight in weights) <= 1.0 + 1e-9


def test_long_names_of_ambiguous_characters_have_spellings_too() -> None:
    # 2 readings a character would be 2 ** 40 names.
    assert [each.text for each in spellings("乐行" * 20, kind="org")]
    assert [each.text for each in spellings("单" + "乐行" * 20, kind="person")]


@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from("abc"), st.floats(0.01, 1.0)),
            min_size=1,
            max_size=3,
            unique_by=lambda choice: choice[0],
        ),
        min_size=1,
        max_size=5,
    )
)
def test_the_best_products_are_those_of_all_products(
    options: list[list[tuple[str, float]]],
) -> None:
    every = sorted((math.prod(part for _, part in way) for way in product(*options)), reverse=True)
    found = _most_probable(options)
    assert [share for _, share in found] == pytest.approx(every[: len(found)])
    assert len(found) == min(len(every), 8)


@pytest.mark.parametrize("name", ["", "Wu", "?!", "\ud800"])
def test_what_holds_no_han_has_no_spelling(name: str) -> None:
    assert spellings(name) == []


def test_each_spelling_matches_its_name() -> None:
    from namelink.linker import compare

    for spelling in spellings("吴泳铭", kind="person")[:8]:
        assert compare("吴泳铭", spelling.text).verdict == "match", spelling


# GB/T 16159 writes the words of a body's name apart.
@pytest.mark.parametrize(
    ("name", "spelling"),
    [("植物研究所", "Zhiwu Yanjiusuo"), ("上海市人民医院", "Shanghaishi Renmin Yiyuan")],
)
def test_names_of_bodies_are_written_word_by_word(name: str, spelling: str) -> None:
    assert spelling in [each.text for each in spellings(name, kind="org")]
