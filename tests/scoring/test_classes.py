"""What all things of a class share (a prize, a law, a station) makes no two of them one."""

import pytest

import namelink as nl
from namelink.model.kinds import Kind
from namelink.tables.classes import class_ending, english_class_words
from namelink.tables.loader import rows

SIBLINGS = [
    ("沃尔夫奖", "Kyoto Prize"),
    ("商标法", "Patent Law"),
    ("凡尔登战役", "Battle of Jutland"),
    ("里海", "North Sea"),
    ("朗道阻尼定理", "Noether Theorem"),
]


@pytest.mark.parametrize(("left", "right"), SIBLINGS)
@pytest.mark.parametrize("kind", [None, Kind.WORK, Kind.PLACE])
def test_a_class_alone_makes_no_match(left: str, right: str, kind: Kind | None) -> None:
    assert nl.compare(left, right, kind=kind).verdict is not nl.Verdict.MATCH


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("食品安全法", "Work Safety Law"),
        ("天津西站", "Tianjin South railway station"),
        ("中国海洋大百科全书", "Encyclopedia of China's Railways"),
    ],
)
def test_things_of_one_class_are_told_apart_by_what_each_has(left: str, right: str) -> None:
    found = nl.compare(left, right)
    assert found.verdict is not nl.Verdict.MATCH


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("专利法", "Patent Law"),
        ("天津西站", "Tianjin West railway station"),
        ("北海", "North Sea"),
        ("凡尔登战役", "Battle of Verdun"),
    ],
)
def test_where_all_has_a_counterpart_the_class_says_nothing(left: str, right: str) -> None:
    found = nl.compare(left, right)
    assert found.verdict is nl.Verdict.MATCH
    assert "class" not in found.explain()


def test_it_is_told_and_bits_stay_additive() -> None:
    found = nl.compare("沃尔夫奖", "Kyoto Prize", kind=Kind.WORK)
    assert "nothing agrees but the class of thing" in found.explain()
    assert sum(each.bits for each in found.evidence) == pytest.approx(found.bits, abs=0.01)


@pytest.mark.parametrize(
    ("left", "right", "sibling"),
    [
        ("墨西哥", "Mexico", "New Mexico"),
        ("韦尔斯", "Wales", "New South Wales"),
        ("钟楼", "Bell Tower", "Little Bell Tower"),
        ("苏丹", "Sudan", "South Sudan"),
    ],
)
def test_a_word_more_makes_another_place_of_the_name(left: str, right: str, sibling: str) -> None:
    assert nl.compare(left, sibling, kind=Kind.PLACE).verdict is not nl.Verdict.MATCH
    assert "two of one name" not in nl.compare(left, right, kind=Kind.PLACE).explain()


def test_a_word_that_both_have_is_no_word_more() -> None:
    for left, right in (
        ("新西兰", "New Zealand"),
        ("南苏丹", "South Sudan"),
        ("大本钟", "Big Ben"),
    ):
        assert nl.compare(left, right).verdict is nl.Verdict.MATCH


def test_people_have_no_class() -> None:
    # 江 and 山 are given names as well.
    found = nl.compare("李江", "Li River", kind=Kind.PERSON)
    assert "class of thing" not in found.explain()


def test_an_ending_is_the_longest_word_and_never_the_whole_name() -> None:
    for row in rows("class_words"):
        word = row["han"]
        assert class_ending(f"某{word}").endswith(word)
        assert class_ending(word) != word
    assert {"treaty", "prize", "station"} <= english_class_words()
