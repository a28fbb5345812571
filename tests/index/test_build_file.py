"""An index that is built straight into a file, against one that is built in memory."""

from pathlib import Path

import numpy as np
import pytest

import namelink as nl
from namelink.errors import InvalidInput
from namelink.index import segment
from namelink.io.arrays import read_arrays

_NAMES = [
    "Wu Yongming",
    "吴泳铭",
    "Hang Zhou Bank",
    "杭州银行 Bank of Hangzhou",
    "",
    "Wu Yongming",
]


def _same(one: Path, other: Path) -> None:
    mine, theirs = read_arrays(one), read_arrays(other)
    assert mine.about == theirs.about
    assert mine.digests == theirs.digests


@pytest.mark.parametrize("names", [_NAMES, _NAMES[:1], []])
def test_it_is_the_index_that_memory_holds(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment, "_NAMES_AT_ONCE", 2)
    nl.AliasIndex.build(names).save(tmp_path / "one")
    built = nl.AliasIndex.build(names, path=tmp_path / "other")
    _same(tmp_path / "one", tmp_path / "other")
    assert len(built) == len(names)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


def test_a_file_with_ids_of_all_sorts(tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text(
        '{"id": 1, "name": "Wu Yongming"}\n{"id": "1", "name": "Wu Zeming"}\n'
        '{"id": 2.5, "name": "吴泽明", "kind": "PER"}\n',
        encoding="utf-8",
    )
    nl.AliasIndex.build(table).save(tmp_path / "one")
    built = nl.AliasIndex.build(table, path=tmp_path / "other")
    _same(tmp_path / "one", tmp_path / "other")
    assert built.ids == [1, 2.5, "1"]


def test_numbered_rows_go_on(tmp_path: Path) -> None:
    index = nl.AliasIndex.build(np.array(["Wu Yongming", "Li Na"]), path=tmp_path / "index")
    index.add(["Zhang Wei"])
    assert index.ids == [0, 1, 2]
    assert index.search("张伟")[0].right_id == 2


def test_nothing_is_left_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be written"):
        nl.AliasIndex.build(["Wu"], path=tmp_path / "nowhere" / "index")
    with pytest.raises(InvalidInput, match="the name is null"):
        nl.AliasIndex.build([None], path=tmp_path / "index")
    table = tmp_path / "table.csv"
    table.write_text("id,name\n1,\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="the name is null or empty"):
        nl.AliasIndex.build(table, path=tmp_path / "index")
    table.unlink()
    assert not list(tmp_path.iterdir())
