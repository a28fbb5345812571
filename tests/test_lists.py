"""Two lists of one record: who is who, and who is left over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.errors import InvalidOptions

# Chinese and English names of members of public bodies, as these print them.
LEADERS = (
    ["李显龙", "尚达曼", "王瑞杰", "黄循财"],
    ["Lawrence Wong", "Heng Swee Keat", "Lee Hsien Loong"],
)


def pairs(left: list[str], right: list[str], **options: object) -> dict[str, str | None]:
    return {
        row.left_name: row.right_name
        for row in nl.align(left, right, **options)  # type: ignore[arg-type]
        if row.left_name is not None
    }


def test_a_cabinet_in_another_order() -> None:
    found = pairs(*LEADERS)
    assert found["李显龙"] == "Lee Hsien Loong"
    assert found["王瑞杰"] == "Heng Swee Keat"
    assert found["黄循财"] == "Lawrence Wong"
    assert found["尚达曼"] is None


def test_an_english_name_is_told_by_its_neighbors() -> None:
    found = pairs(
        ["蔡崇信", "吴泳铭", "张勇", "武卫"], ["Joe Tsai", "Eddie Wu", "Yong Zhang", "Wei Wu"]
    )
    assert found == {
        "蔡崇信": "Joe Tsai", "吴泳铭": "Eddie Wu", "张勇": "Yong Zhang", "武卫": "Wei Wu",
    }  # fmt: skip


def test_leftovers_say_what_is_nearest() -> None:
    rows = nl.align(["吴泳铭", "张迪"], ["Zhang Di"])
    alone = next(row for row in rows if row.left_name == "吴泳铭")
    assert alone.right_index is None
    assert alone.verdict == "no_match"
    assert "Zhang Di" in alone.note


def test_what_cannot_be_told_apart_is_not_a_match() -> None:
    rows = nl.align(["李娜", "李静"], ["Li", "Li"])
    assert all(row.verdict != "match" for row in rows)
    assert any("could also be" in row.note for row in rows)


def test_an_unknown_order_is_told() -> None:
    with pytest.raises(InvalidOptions, match="order"):
        nl.align(["吴泳铭"], ["Wu Yongming"], order="upside-down")  # type: ignore[arg-type]


@pytest.mark.parametrize("order", ["soft", "fixed", "free"])
def test_empty_lists(order: str) -> None:
    assert nl.align([], [], order=order) == []  # type: ignore[arg-type]
    rows = nl.align([], ["Wu Yongming"], order=order)  # type: ignore[arg-type]
    assert [(row.left_name, row.right_name) for row in rows] == [(None, "Wu Yongming")]


some = st.lists(
    st.sampled_from(["吴泳铭", "张迪", "李飞飞", "Wu Yongming", "Zhang Di", "Fei-Fei Li", "?"]),
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(some, some)
def test_every_name_of_both_lists_has_one_row(left: list[str], right: list[str]) -> None:
    rows = nl.align(left, right)
    assert sorted(row.left_index for row in rows if row.left_index is not None) == list(
        range(len(left))
    )
    assert sorted(row.right_index for row in rows if row.right_index is not None) == list(
        range(len(right))
    )


@settings(max_examples=40, deadline=None)
@given(some, some)
def test_sides_may_be_exchanged(left: list[str], right: list[str]) -> None:
    one = {(row.left_index, row.right_index): row.share for row in nl.align(left, right)}
    other = {(row.right_index, row.left_index): row.share for row in nl.align(right, left)}
    # Equals may be matched either way round; how sure the best pairs are is the same.
    values = sorted(share for share in one.values() if share is not None)
    assert values == pytest.approx(sorted(s for s in other.values() if s is not None), abs=1e-3)
