"""Laws of linking tables, above all that the order of rows decides nothing."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from namelink.linker import compare, link, link_tables
from namelink.model.comparison import Link
from namelink.model.kinds import Kind, Relation, Verdict
from namelink.model.options import Limits, Options
from namelink.model.table import AliasTable
from tests.properties.strategies import han_names, latin_names, likely_names, names

FEW = settings(max_examples=50)

tables = st.lists(likely_names(), min_size=1, max_size=8)
entity_tables = st.lists(
    st.tuples(st.sampled_from("abcd"), likely_names()), min_size=1, max_size=8
)


def alias_table(rows: list[tuple[Any, str]]) -> AliasTable:
    return AliasTable(
        ids=[key for key, _ in rows],
        names=[name for _, name in rows],
        kinds=[Kind.UNKNOWN] * len(rows),
        rows=list(range(len(rows))),
    )


def content(rows: list[Link]) -> list[str]:
    return sorted(map(repr, rows))


@FEW
@given(
    left=entity_tables,
    right=entity_tables,
    order=st.randoms(use_true_random=False),
    one_to_one=st.booleans(),
)
def test_the_order_of_rows_decides_nothing(
    *, left: list[tuple[str, str]], right: list[tuple[str, str]], order: Any, one_to_one: bool
) -> None:
    def linked() -> list[Link]:
        return link_tables(
            alias_table(left), alias_table(right), top_k=3, threshold=0.0, one_to_one=one_to_one
        )

    before = content(linked())
    order.shuffle(left)
    order.shuffle(right)
    assert content(linked()) == before


@pytest.mark.parametrize("shared", ["Smith", "王"])
def test_the_order_of_rows_decides_nothing_when_candidates_abound(shared: str) -> None:
    """More equal candidates than are scored: which of them are must not hang on their places."""
    rows = [(f"id{at}", f"{shared} {at}") for at in range(100, 120)]
    left = alias_table([("q", shared)])
    options = Options(limits=Limits(candidates=4))
    there = link_tables(left, alias_table(rows), threshold=0.0, options=options)
    back = link_tables(left, alias_table(rows[::-1]), threshold=0.0, options=options)
    assert there
    assert content(there) == content(back)


@FEW
@given(tables, tables)
def test_a_link_tells_the_same_as_a_comparison(left: list[str], right: list[str]) -> None:
    for row in link(left, right, top_k=3, threshold=0.0):
        one = compare(left[row.left_id], right[row.right_id])
        assert (row.score, row.bits, row.relation) == (one.score, one.bits, one.relation)
        tied = row.verdict is Verdict.REVIEW and one.verdict is Verdict.MATCH
        assert tied or row.verdict is one.verdict


@FEW
@given(entity_tables, entity_tables)
def test_ranks_margins_and_confidences(
    left: list[tuple[str, str]], right: list[tuple[str, str]]
) -> None:
    rows = link_tables(alias_table(left), alias_table(right), top_k=4, threshold=0.0)
    by_left: dict[tuple[str, str], list[Link]] = {}
    for row in rows:
        by_left.setdefault((row.left_id, row.left_name), []).append(row)
    doubled = {key for key in left if left.count(key) > 1}
    for key, own in by_left.items():
        if key in doubled:
            continue
        assert [row.rank for row in own] == list(range(1, len(own) + 1))
        assert len({row.right_id for row in own}) == len(own)
        bits = [row.bits or 0.0 for row in own]
        assert bits == sorted(bits, reverse=True)
        assert all(row.margin is None or row.margin >= 0 for row in own)
        assert sum(row.confidence or 0.0 for row in own) <= 1.0


@FEW
@given(tables, tables, st.floats(0, 1))
def test_a_threshold_only_leaves_rows_out(
    left: list[str], right: list[str], threshold: float
) -> None:
    every = link(left, right, top_k=8, threshold=0.0)
    kept = link(left, right, top_k=8, threshold=threshold)
    assert kept == [row for row in every if row.score >= threshold]


@FEW
@given(tables, tables)
def test_no_threshold_keeps_what_may_match(left: list[str], right: list[str]) -> None:
    every = link(left, right, top_k=8, threshold=0.0)
    kept = link(left, right, top_k=8)
    assert kept == [row for row in every if row.verdict is not Verdict.NO_MATCH]


@FEW
@given(st.lists(names(), min_size=1, max_size=6), tables)
def test_every_left_row_is_in_the_output(left: list[str], right: list[str]) -> None:
    rows = link(left, right, unmatched=True)
    assert {row.left_id for row in rows} == set(range(len(left)))
    for row in rows:
        empty = (row.right_id is None, row.right_name is None, row.score is None, row.rank is None)
        assert len(set(empty)) == 1


def test_only_a_tie_for_the_first_rank_is_for_review() -> None:
    own = Options(confidence_at=0.0)
    rows = link(["吴泳铭"], ["Wu Yongming", "Y. M. Wu", "Y. M. Wu"], top_k=3, options=own)
    assert [row.margin == 0 for row in rows] == [False, True, False]
    assert [row.verdict for row in rows] == [
        compare(row.left_name, str(row.right_name)).verdict for row in rows
    ]
    tied = link(["吴泳铭"], ["Wu Yongming", "Wu Yongming"], top_k=3, options=own)
    assert [row.verdict for row in tied] == [Verdict.REVIEW] * 2


@FEW
@given(tables, tables)
def test_one_to_one_uses_no_id_twice(left: list[str], right: list[str]) -> None:
    rows = link(left, right, top_k=8, threshold=0.0, one_to_one=True)
    assert len({row.left_id for row in rows}) == len(rows)
    assert len({row.right_id for row in rows}) == len(rows)


@FEW
@given(st.lists(likely_names(), min_size=1, max_size=6, unique=True), tables)
@example(["张伟", "Zhang Wei"], ["Wei Zhang", "张玮", "Zhang Wei Jr."])
def test_names_that_both_tables_hold_are_given_to_each_other(
    names_of_both: list[str], others: list[str]
) -> None:
    held = [name for name in names_of_both if compare(name, name).relation is Relation.EQUAL]
    rows = link(held, [*others, *held[::-1]], one_to_one=True)
    assert [row.left_id for row in rows] == list(range(len(held)))
    assert all(row.relation is Relation.EQUAL for row in rows)


def test_no_gain_of_others_parts_equal_names() -> None:
    """Crossed, both left names have a link; what is equal stays together all the same."""
    left = ["吴泽明", "Wu Zeming", "快乐马", "Beijing"]
    right = ["第七", "中国银行", "马云", "Zhang W.", "吴泽明"]
    equal, *_ = link(left, right, one_to_one=True, threshold=0.0)
    assert (equal.left_name, equal.right_name) == ("吴泽明", "吴泽明")


@settings(max_examples=20)
@given(
    st.lists(han_names(), min_size=1, max_size=4), st.lists(latin_names(), min_size=1, max_size=4)
)
def test_a_frame_links_as_its_lists_do(left: list[str], right: list[str]) -> None:
    rows = link(left, right, threshold=0.0)
    frame = link(
        pd.DataFrame({"id": range(len(left)), "name": left}),
        pd.DataFrame({"id": range(len(right)), "name": right}),
        threshold=0.0,
    )
    assert list(zip(frame["left_id"], frame["right_id"], frame["score"], strict=True)) == [
        (row.left_id, row.right_id, row.score) for row in rows
    ]
