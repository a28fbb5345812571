"""How many others bear such a name: order of magnitude, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare, compare_pairs
from namelink.scoring.namesakes import POPULATION


def count(left: str, right: str) -> float:
    found = compare(left, right, kind="person").namesakes
    assert found is not None
    return found


def test_common_names_have_many_and_rare_ones_few() -> None:
    assert count("王伟", "Wang Wei") > 100_000
    assert count("逄增玉", "Pang Zengyu") < 1_000
    assert count("吴泳铭", "Eddie Wu") > 1_000_000


def test_characters_are_borne_by_fewer_than_their_spelling() -> None:
    assert count("王伟", "王偉") < count("王伟", "Wang Wei")


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("特朗普", "Trump", "person"),
        ("吴泽明", "Wu Yongming", "person"),
        ("华为", "Huawei", "org"),
        ("", "Wu", "person"),
    ],
)
def test_nothing_is_said_where_nothing_is_known(left: str, right: str, kind: str) -> None:
    assert compare(left, right, kind=kind).namesakes is None


names = st.text("王李吴陈逄伟明泳铭丽", min_size=2, max_size=3)


@given(names)
def test_more_characters_are_borne_by_fewer(name: str) -> None:
    shorter = compare(name[:2], name[:2], kind="person").namesakes
    whole = compare(name, name, kind="person").namesakes
    assert shorter is not None
    assert whole is not None
    assert 0 <= whole <= shorter <= POPULATION


@given(st.lists(st.tuples(names, st.sampled_from(["Wang Wei", "Wu Yongming", "Chen Li"]))))
def test_a_list_of_pairs_tells_the_same(pairs: list[tuple[str, str]]) -> None:
    rows = compare_pairs([a for a, _ in pairs], [b for _, b in pairs], kind="person")
    assert [row.namesakes for row in rows] == [
        compare(a, b, kind="person").namesakes for a, b in pairs
    ]


def test_the_explanation_tells_it_in_round_figures() -> None:
    told = compare("王伟", "Wang Wei", kind="person").explain()
    line = next(line for line in told.splitlines() if "others" in line)
    digits = line.rpartition(": ")[2].replace(",", "").rstrip("0")
    assert 1 <= len(digits) <= 2
