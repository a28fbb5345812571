"""The pairs that the transliteration table is learned from, read from each source."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import chunk_pairs as tool


@pytest.mark.parametrize(
    ("raw", "letters"),
    [
        ("Żółw", "zolw"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("O'Brien", "obrien"),
        ("Đỗ", "do"),
        ("I\N{LATIN SMALL LETTER S WITH CEDILLA}\N{LATIN SMALL LETTER DOTLESS I}k", "isik"),
    ],
)
def test_latin_forms_fold_to_plain_letters(raw: str, letters: str) -> None:
    assert tool.fold_latin(raw) == letters


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(raw: str) -> None:
    once = tool.fold_latin(raw)
    assert tool.fold_latin(once) == once
    assert set(once) <= set(tool.LETTERS)


def test_reading_folds_splits_and_drops(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        "zh\ten\tcount\n"
        "羅西\trossi\t2\n"
        "罗西\tRòssi\t1\n"  # the same pair, simplified and with a mark
        "玛丽·居里\tmarie curie\t1\n"
        "玛丽·居里\tmariecurie\t1\n"  # one part on one side, two on the other
        "ロッシ\trossi\t1\n"
        "巴\tb\t1\n"
        "保罗\tpaul\t5\n",
        encoding="utf-8",
    )
    hidden = tmp_path / "hidden"
    hidden.write_text(tool.exclusion_hash("Paul") + "\n")
    everything = tool.read_parts(pairs, tool.read_hidden(None), 7)
    kept = tool.read_parts(pairs, tool.read_hidden(hidden), 7)
    assert everything.pairs == (
        ("保罗", "paul", 5),
        ("居里", "curie", 1),
        ("玛丽", "marie", 1),
        ("罗西", "rossi", 3),
    )
    assert (everything.dropped, kept.dropped) == (0, 1)
    assert kept.pairs == everything.pairs[1:]


GROUPS = """\
# spellings of one name
rossi, rosi, росси, 罗西, 羅西 => Q1
tanaka, 田中, たなか => Q2
zhang, chang, 张 => Q3
jianguo, 建国 => Q4
paul, paolo, 保罗 => Q5
marie anne, 玛丽安 => Q6
"""


def test_groups_are_spellings_of_one_name(tmp_path: Path) -> None:
    file = tmp_path / "groups.txt"
    file.write_text(GROUPS, encoding="utf-8")
    found = tool.read_groups(file, frozenset({tool.exclusion_hash("Paolo")}), 7)
    # Japanese and Chinese people's own names, and names of several words, are left out; nothing
    # of a name with a hidden spelling is used.
    assert found.pairs == (("罗西", "rosi", 1), ("罗西", "rossi", 1))
    assert found.choices == ((("罗西", "rosi"), ("罗西", "rossi")),)
    assert found.dropped == 1


def test_places_of_countries_that_write_in_characters_are_left_out(tmp_path: Path) -> None:
    places = {
        "1": {"name": "Figeac", "countrycode": "FR", "alternatenames": ["菲雅克", "Fijak"]},
        "2": {"name": "Shanghai", "countrycode": "CN", "alternatenames": ["上海"]},
        "3": {"name": "New Malden", "countrycode": "GB", "alternatenames": ["新莫登"]},
        "4": {"name": "Vevey", "countrycode": "CH", "alternatenames": ["沃韦", "沃韋"]},
    }
    file = tmp_path / "places.json"
    file.write_text(json.dumps(places), encoding="utf-8")
    found = tool.read_places(file, frozenset({tool.exclusion_hash("Figeac")}), 7)
    assert found == tool.Source(pairs=(("沃韦", "vevey", 1),), choices=(), dropped=1)


def test_the_hash_is_that_of_the_measuring_sets() -> None:
    # sha1 of "jose", as `printf jose | sha1sum` prints it.
    assert tool.exclusion_hash(" JOSÉ ") == "4a3487e57d90"


def test_a_dictionary_gives_the_words_that_it_marks_as_names(tmp_path: Path) -> None:
    book = tmp_path / "book.csv"
    book.write_text(
        "word,translation\n"
        "quimper,[人名] 坎佩尔; [地名] [法国] 坎佩尔\n"
        "kiryu,[地名] [日本] 桐生\n"
        r"barge,n. 驳船\nn. (Barge)人名；(英)巴奇；(德)巴格；(日)桥寺" + "\n"
        "barged,(barge 的过去式) [人名] 巴奇\n"
        "thwaite,[人名] [英格兰人姓氏] 思韦特住所名称，来源于古诺斯语\n"
        "eunice,n. 尤妮斯（女子名）\n"
        "two words,[人名] 图沃兹\n"
        "river,n. 河\n",
        encoding="utf-8",
    )
    found = tool.read_dictionary(book, frozenset(), 7)
    assert [pair[:2] for pair in found.pairs] == [
        ("坎佩尔", "quimper"),
        ("尤妮斯", "eunice"),
        ("巴奇", "barge"),
        ("巴格", "barge"),
        ("思韦特", "thwaite"),
    ]
    hidden = frozenset({tool.exclusion_hash("Eunice")})
    fewer = tool.read_dictionary(book, hidden, 7)
    assert (len(fewer.pairs), fewer.dropped, found.dropped) == (4, 1, 0)
