"""Ids that nobody gave: no two rows get the same, and they never mix with ids that were given."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.cli.main import main
from namelink.errors import InvalidInput

_NAMES = ("吴泳铭", "张迪", "李飞飞", "Bank of China", "Tongyi Lab", "")
parts = st.lists(st.lists(st.sampled_from(_NAMES), max_size=3), min_size=1, max_size=12)


@settings(max_examples=15, deadline=None)
@given(tables=parts, data=st.data())
def test_rows_without_ids_are_numbered_on(
    tables: Sequence[Sequence[str]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("numbered") / "index"
    index = nl.AliasIndex.build(list(tables[0]))
    there = set(range(len(tables[0])))
    rows = list(enumerate(tables[0]))
    for table in tables[1:]:
        if data.draw(st.booleans()) and there:
            gone = data.draw(st.sampled_from(sorted(there)))
            index.remove([gone])
            there.discard(gone)
        first = len(rows)
        assert index.add(list(table)) == len(table)
        rows += enumerate(table, start=first)
        there |= set(range(first, len(rows)))
        index.save(path)
        index = nl.AliasIndex.open(path)
    assert index.ids == sorted(there)
    for identity in there:
        found = index.candidates([rows[identity][1]], top_k=None, cutoff=100)
        assert not rows[identity][1] or identity in {row.right_id for row in found}


def test_numbers_and_given_ids_do_not_mix() -> None:
    named = pl.DataFrame({"id": [0], "name": ["腾讯控股有限公司"]})
    numbered = nl.AliasIndex.build(["吴泳铭"])
    with pytest.raises(InvalidInput, match=r"have ids, .* numbered .* build the index anew"):
        numbered.add(named)
    given_ids = nl.AliasIndex.build(named)
    with pytest.raises(InvalidInput, match=r"have no ids, .* column of ids"):
        given_ids.add(["吴泳铭"])
    assert len(numbered) == len(given_ids) == 1
    # Nothing that is there has a say, and nothing that comes in needs an id.
    empty = nl.AliasIndex.build([])
    assert empty.add(named) == 1
    assert empty.ids == [0]
    assert given_ids.add([]) == 0


def test_two_files_without_ids_keep_their_rows_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text("名称\n吴泳铭\n张迪\n", encoding="utf-8")
    Path("firms.csv").write_text("名称\n腾讯控股有限公司\n", encoding="utf-8")
    Path("ids.csv").write_text("id,名称\n0,华为\n", encoding="utf-8")
    assert main(["index", "build", "people.csv", "-o", "all.index"]) == 0
    assert main(["index", "add", "all.index", "firms.csv"]) == 0
    assert "ids go on from 2" in capsys.readouterr().err
    assert nl.AliasIndex.open("all.index").search("Tencent Holdings")[0].right_id == 2
    before = Path("all.index").read_bytes()
    assert main(["index", "add", "all.index", "ids.csv"]) == 2
    assert "were numbered" in capsys.readouterr().err
    assert Path("all.index").read_bytes() == before


def test_ids_are_those_that_are_there_in_order() -> None:
    table = pl.DataFrame({"id": ["z", "a", "m", "a"], "name": ["Wu", "Li", "Bo", "Di"]})
    index = nl.AliasIndex.build(table)
    assert index.ids == ["a", "m", "z"]
    index.remove(["m"])
    assert index.ids == ["a", "z"]
    assert len(index) == 3


@pytest.mark.parametrize("wrong", [2, "z", None])
def test_remove_wants_ids_in_a_list(wrong: object) -> None:
    index = nl.AliasIndex.build(pl.DataFrame({"id": ["z"], "name": ["Wu"]}))
    with pytest.raises(InvalidInput, match="in a list"):
        index.remove(wrong)  # type: ignore[arg-type]
    assert len(index) == 1
