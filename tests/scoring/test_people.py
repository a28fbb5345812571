"""Facts about two people's names as wholes."""

import numpy as np
import pytest

import namelink as nl
from namelink import pairing
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.scoring.weights import STRUCTURES

FACTS = (
    "given_differs",
    "given_unread",
    "given_part",
    "given_extra",
    "surname_differs",
    "foreign_part",
    "called_differs",
    "generation_differs",
    "half_heard",
)


def facts(left: str, right: str, kind: Kind = Kind.PERSON) -> set[str]:
    """Which facts about people hold for a pair."""
    options, one = Options(), np.zeros(1, dtype=np.int32)
    pair = [pairing.prepare(name, kind, options) for name in (left, right)]
    scored, plan = pairing.score_forms(pair[:1], pair[1:], (one, one), options)
    row = scored.structure[plan.best(scored)[0]]
    return {name for name in FACTS if row[STRUCTURES.index(name)]}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("梁国雄", "Leung Kwok-hung", set()),
        ("梁国雄", "Leung Kwok-ming", {"given_differs"}),
        ("吴作栋", "Goh Chok Keat", {"given_differs", "given_unread"}),
        ("吴作栋", "Goh Swee Keat", {"given_differs"}),
        ("吴作栋", "Wu Tso-ming", {"given_differs"}),
        ("范冰冰", "Fan Bing", {"given_part"}),
        ("李慧诗", "Lee Wai Sze Ming", {"given_extra"}),
        ("吴泳铭", "Eddie Wu", set()),
        ("梁朝伟", "Tony Leung Chiu-wai", set()),
        ("吴泳铭", "Wu", set()),
        ("刘云山", "劉雪山", {"given_differs"}),
        ("唐纳德·特朗普", "Donald Biden", {"foreign_part"}),
        ("特朗普", "Donald Trump", set()),
        ("理查德·切尼", "Liz Cheney", {"foreign_part"}),
        ("穆罕默德·本萨勒曼", "Mohammed bin Salman", set()),
        ("让-克洛德·容克", "Jean-Claude Juncker", set()),
        ("莫蒂拉尔·尼赫鲁", "Jawaharlal Nehru", {"foreign_part", "called_differs"}),
        ("贾瓦哈拉尔·尼赫鲁", "Jawaharlal Nehru", set()),
        ("尼赫鲁", "Jawaharlal Nehru", set()),
        ("安倍晋三", "Shintaro Abe", {"given_differs", "called_differs"}),
        ("罗伯特森", "Robert", {"half_heard"}),
        ("罗伯特·森", "Robert", set()),
    ],
)
def test_facts(left: str, right: str, expected: set[str]) -> None:
    assert facts(left, right) == expected
    assert facts(right, left) == expected


@pytest.mark.parametrize("kind", [Kind.ORG, Kind.PLACE, Kind.WORK])
def test_other_kinds_have_no_such_facts(kind: Kind) -> None:
    assert facts("梁国雄", "Leung Kwok-ming", kind) == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("吴作栋", "Goh Chok Keat"),
        ("林文庆", "Lim Boon Heng"),
        ("郭鹤年", "Kuok Hock Lim"),
        ("黄祖耀", "Wee Cho Teck"),
    ],
)
def test_siblings_of_the_south_are_told_apart_and_reviewed(left: str, right: str) -> None:
    """An unknown spelling is likelier there, but a syllable that differs is never a match."""
    assert nl.compare(left, right).verdict == "review"


def test_a_syllable_that_is_a_word_of_places_is_one_of_the_given_name() -> None:
    assert facts("王文村", "Wang Wen-ming", Kind.UNKNOWN) == {"given_differs"}


def test_a_place_is_half_heard_unless_what_is_left_says_what_it_is() -> None:
    assert facts("伊万诺沃", "Ivan", Kind.PLACE) == {"half_heard"}
    assert facts("得克萨斯州", "Texas", Kind.PLACE) == set()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("小约翰·洛克菲勒", "John Rockefeller Jr.", set()),
        ("老约翰·洛克菲勒", "John Rockefeller Sr.", set()),
        ("老约翰·洛克菲勒", "John Rockefeller Jr.", {"generation_differs"}),
        ("小约翰·洛克菲勒", "John Rockefeller", set()),
    ],
)
def test_father_and_son_are_told_apart(left: str, right: str, expected: set[str]) -> None:
    assert facts(left, right) == expected
    assert (nl.compare(left, right, kind="person").verdict == "match") != bool(expected)


def test_the_son_is_nearer_to_the_name_that_says_so() -> None:
    son, father = (
        nl.compare(name, "John Rockefeller Jr.", kind="person").bits
        for name in ("小约翰·洛克菲勒", "约翰·洛克菲勒")
    )
    assert son > father


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("李伟", "Li Wei (李薇)", "no_match"),
        ("李伟 (Li Wei)", "李薇 (Li Wei)", "no_match"),
        ("李伟", "Li Wei (李偉)", "match"),
        # A foreigner is written in two ways.
        ("川普", "Trump (特朗普)", "match"),
    ],
)
def test_characters_of_chinese_people_speak_beside_their_spelling(
    left: str, right: str, verdict: str
) -> None:
    assert nl.compare(left, right).verdict == verdict
    assert nl.compare(right, left).verdict == verdict


@pytest.mark.parametrize("right", ["Yi Sun-sin", "Yi Sun-shin", "Sun-sin Yi", "Yi Sunsin"])
def test_a_character_is_read_where_it_stands(right: str) -> None:
    """臣 is Sun in Cantonese, for more bits than 舜 in Korean."""
    assert nl.compare("李舜臣", right, kind="person").verdict == "match"
    assert facts("李舜臣", right) == set()
