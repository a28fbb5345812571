"""An index answers as a fresh one of the same rows would, whatever happened to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.errors import InvalidInput, InvalidName, InvalidOptions
from namelink.index import bulk_search, contents, file, segment
from namelink.index.search import Search

_NAMES = (
    "Wu Yongming",
    "吴泳铭",
    "吳泳銘 Eddie Wu",
    "Bank of China",
    "中国农业银行",
    "Agricultural Bank of China",
    "Tongyi Lab",
    "Trump",
    "特朗普",
    "Shinzo Abe",
    "",
)
_QUERIES = ("吴泳铭", "Wu Yongming", "中国银行", "Trump", "安倍晋三", "通义实验室", "!")
rows = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", 1, 2]), st.sampled_from(_NAMES)), max_size=9
)
Rows = Sequence[tuple[object, str]]


def frame(table: Rows) -> pl.DataFrame:
    return pl.DataFrame(
        {"id": [str(each) for each, _ in table], "name": [name for _, name in table]},
        schema={"id": pl.String, "name": pl.String},
    )


def answers(index: nl.AliasIndex) -> list[nl.Link]:
    return [link for name in _QUERIES for link in index.search(name, threshold=0.0)]


@settings(max_examples=25, deadline=None)
@given(rows, rows)
def test_adding_is_building_of_both(one: Rows, other: Rows) -> None:
    index = nl.AliasIndex.build(frame(one))
    new = [row for row in other if row not in one]
    assert index.add(frame(other)) == len(new)
    assert len(index) == len(one) + len(new)
    assert answers(index) == answers(nl.AliasIndex.build(frame([*one, *other])))
    # A second time nothing is new; what was removed may come again.
    assert index.add(frame(other)) == 0
    index.remove(sorted({str(identity) for identity, _ in other}))
    assert index.add(frame(other)) == len(other)


@settings(max_examples=25, deadline=None)
@given(rows, st.data())
def test_removing_is_building_without(table: Rows, data: st.DataObject) -> None:
    index = nl.AliasIndex.build(frame(table))
    ids = sorted({str(each) for each, _ in table})
    gone = data.draw(st.sets(st.sampled_from(ids))) if ids else set()
    kept = [row for row in table if str(row[0]) not in gone]
    assert index.remove(gone) == len(table) - len(kept)
    assert answers(index) == answers(nl.AliasIndex.build(frame(kept)))


@settings(max_examples=15, deadline=None)
@given(table=rows, added=rows)
def test_a_file_keeps_everything(
    table: Rows, added: Rows, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("saved") / "index"
    index = nl.AliasIndex.build(frame(table))
    index.add(frame(added))
    if table:
        index.remove([str(table[0][0])])
    index.save(path)
    again = nl.AliasIndex.open(path, check=True)
    assert answers(again) == answers(index)
    assert again.info() == index.info()
    # A file that was opened can be added to, and saved over itself.
    again.add(frame([("new", "Wu Yongming")]))
    again.save(path)
    assert len(nl.AliasIndex.open(path)) == len(index) + 1


def test_many_additions_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_MOST_SEGMENTS", 3)
    index = nl.AliasIndex.build(frame(list(enumerate(_NAMES))))
    table: list[tuple[object, str]] = list(enumerate(_NAMES))
    for at in range(9):
        index.add(frame([(f"new {at}", _NAMES[at])]))
        table.append((f"new {at}", _NAMES[at]))
        if at == 4:
            index.remove(["new 1", "2"])
            table = [row for row in table if str(row[0]) not in {"new 1", "2"}]
    assert index.info()["segments"] in {1, 2, 3}
    assert answers(index) == answers(nl.AliasIndex.build(frame(table)))


def test_search_gives_what_link_gives() -> None:
    table = frame(list(enumerate(_NAMES)))
    index = nl.AliasIndex.build(table)
    linked = nl.link(list(_QUERIES), table, top_k=3, threshold=0.0)
    assert index.search_many(list(_QUERIES), top_k=3, threshold=0.0) == linked
    kept = nl.link(list(_QUERIES), index, top_k=3, threshold=0.9, unmatched=True)
    assert index.search_many(list(_QUERIES), top_k=3, threshold=0.9, unmatched=True) == kept
    assert {row.left_id for row in kept} == set(range(len(_QUERIES)))
    assert nl.link(list(_QUERIES), index, top_k=3, threshold=0.0) == linked
    shown = index.search_many(frame([("q", "吴泳铭")]), top_k=1)
    assert shown["left_id"].to_list() == ["q"]


@pytest.mark.parametrize("one_to_one", [False, True])
def test_every_row_is_in_the_output(*, one_to_one: bool) -> None:
    rows = [("a", "吴泳铭"), ("b", "郑成功"), ("b", "郑成功"), ("a", "吴泳铭"), ("b", "郑成功")]
    index = nl.AliasIndex.build(["Wu Yongming", "Bank of China"])
    found = nl.link(frame(rows), index, unmatched=True, one_to_one=one_to_one)
    assert found["left_id"].to_list() == [identity for identity, _ in rows]
    held = [identity is not None for identity in found["right_id"].to_list()]
    assert held == ([True] + [False] * 4 if one_to_one else [True, False, False, True, False])
    if not one_to_one:
        assert index.search_many(frame(rows), unmatched=True).equals(found)


def test_of_several_names_of_a_row_the_surest_speaks() -> None:
    left = pl.DataFrame(
        {
            "id": ["a", "b", "c"],
            "zh": ["吴泳铭", "匿名", "甲乙丙"],
            "en": ["Nobody Here", "Donald Trump", "Q"],
        }
    )
    both = nl.Columns(name=("zh", "en"))
    found = nl.link(left, ["Wu Yongming", "Trump"], left_columns=both, unmatched=True)
    assert found.select("left_id", "left_name", "right_id").rows() == [
        ("a", "吴泳铭", 0),
        ("b", "Donald Trump", 1),
        ("c", "甲乙丙", None),
    ]
    assert nl.link(left, ["Wu Yongming"], left_columns=both, unmatched=True, one_to_one=True)[
        "left_id"
    ].to_list() == ["a", "b", "c"]


def test_a_link_is_told_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    index = nl.AliasIndex.build(frame([("p", "Wu Yongming"), ("p", "Eddie Wu"), ("q", "Trump")]))
    links = [link for name in ("吴泳铭", "特朗普") for link in index.search(name)]
    monkeypatch.setattr(Search, "shortlists", None)
    assert {link.right_id for link in links} == {"p", "q"}
    for link in links:
        told = index.comparison(link)
        assert (told.left.raw, told.right.raw) == (link.left_name, link.right_name)
        assert (told.bits, told.score, told.relation) == (link.bits, link.score, link.relation)
    with pytest.raises(InvalidInput, match="its own search"):
        index.comparison(replace(links[0], right_id="q"))


def test_a_link_is_told_by_the_kind_that_was_asked_for() -> None:
    index = nl.AliasIndex.build(["Happy Horse"])
    bits = set()
    for kind in ("person", "work"):
        (link,) = index.search("快乐马", kind=kind, threshold=0.0)
        assert index.comparison(link, kind=kind).bits == link.bits
        bits.add(link.bits)
    assert len(bits) == 2


def test_workers_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_search, "_AT_ONCE", 4)
    monkeypatch.setattr(segment, "_NAMES_AT_ONCE", 3)
    left = [f"吴{char}铭" for char in "泳永勇咏用"] * 3 + list(_QUERIES)
    table = frame(list(enumerate(_NAMES)))
    alone = nl.link(left, table, threshold=0.0)
    two = nl.Options(limits=nl.Limits(workers=2))
    assert nl.link(left, table, threshold=0.0, options=two) == alone


def test_numbers_and_strings_are_two_ids() -> None:
    index = nl.AliasIndex.build(pl.DataFrame({"id": [1, 2], "name": ["Wu Yongming", "Trump"]}))
    assert index.search("吴泳铭")[0].right_id == 1
    with pytest.raises(InvalidInput, match="no id '1'"):
        index.remove([2, "1"])
    assert len(index) == 2
    assert index.remove([1]) == 1
    assert index.search("吴泳铭") == []


def test_a_file_of_another_make_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "index"
    nl.AliasIndex.build(["Wu Yongming"]).save(path)
    with pytest.raises(InvalidOptions, match="atoms"):
        nl.AliasIndex.open(path, options=nl.Options(limits=nl.Limits(atoms=10)))
    known = nl.Options(aliases=nl.Aliases.of([("友邦", "AIA")]))
    with pytest.raises(InvalidOptions, match="aliases"):
        nl.AliasIndex.open(path, options=known)
    monkeypatch.setattr(file, "digest_of_tables", lambda: "other")
    with pytest.raises(InvalidInput, match="other tables"):
        nl.AliasIndex.open(path)


def test_ids_that_a_file_cannot_keep_are_named(tmp_path: Path) -> None:
    table = pl.DataFrame({"id": [date(2026, 1, 2)], "name": ["Trump"]})
    index = nl.AliasIndex.build(table)
    assert index.search("特朗普")[0].right_id == date(2026, 1, 2)
    with pytest.raises(InvalidInput, match=r"is a date; .* strings"):
        index.save(tmp_path / "index")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "wrong",
    [{"top_k": 0}, {"top_k": "3"}, {"top_k": 1.5}, {"threshold": 1.5}, {"threshold": "0.5"}],
)
def test_cuts_that_cannot_work_are_refused(wrong: dict[str, object]) -> None:
    index = nl.AliasIndex.build(["Wu Yongming"])
    with pytest.raises(InvalidOptions):
        index.search("吴泳铭", **wrong)  # type: ignore[arg-type]
    cuts: dict[str, Any] = {"top_k": np.int64(1), "threshold": np.float32(0.5)}
    assert index.search("吴泳铭", **cuts)


@pytest.mark.parametrize(
    ("text", "identity"), [("3", 3), ("1_0", "1_0"), (" 3", " 3"), ("12", "12")]
)
def test_an_id_is_known_as_it_is_written(text: str, identity: object) -> None:
    assert nl.AliasIndex.build([f"Name {at}" for at in range(12)]).known_id(text) == identity


def test_a_row_of_another_id_name_or_kind_is_another_row() -> None:
    index = nl.AliasIndex.build(frame([("a", "Wu Yongming")]))
    rows = {"id": ["a", "a", "b"], "name": ["Wu Yongming", "Eddie Wu", "Wu Yongming"]}
    kinds = {"kind": ["person", None, None]}
    table = pl.DataFrame({**rows, **kinds})
    assert index.add(table, nl.Columns(kind="kind")) == 3
    assert index.add(table, nl.Columns(kind="kind")) == 0
    assert len(index) == 4


@pytest.mark.parametrize("name", [None, 7, b"x", ["张迪"], float("nan")])
def test_what_is_no_name_is_told(name: Any) -> None:
    with pytest.raises(InvalidName, match="a name is a string"):
        nl.AliasIndex.build(["Zhang Di"]).search(name)
