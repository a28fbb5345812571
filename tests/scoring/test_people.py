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
