"""Lists and frames in and out: the libraries themselves are the oracle."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import namelink
from namelink.errors import InvalidInput, InvalidName, InvalidOptions
from namelink.io.frames import like, names_of, table_of
from namelink.model.comparison import Link
from namelink.model.kinds import Kind, Relation, Verdict
from namelink.model.options import Columns

if TYPE_CHECKING:
    from namelink.model.table import Reject

NAMES = ["吴泳铭", "Wu Yongming", ""]
FRAMES = [pd.DataFrame, pl.DataFrame, pa.table]


@pytest.mark.parametrize(
    "data",
    [
        NAMES,
        tuple(NAMES),
        np.array(NAMES),
        np.array(NAMES, dtype=object),
        pd.Series(NAMES, index=[7, 7, 9]),
        pl.Series(NAMES),
        pa.chunked_array([NAMES[:1], NAMES[1:]]),
        pd.Series(NAMES).astype("category"),
        # What pandas gives for .values, .unique() and an index, and engines for a column.
        pd.Series(NAMES, dtype="string").array,
        pd.Series(NAMES).unique(),
        pd.Index(NAMES),
        pa.array(NAMES),
        pa.array(NAMES).dictionary_encode(),
    ],
    ids=lambda data: f"{type(data).__module__}.{type(data).__name__}",
)
def test_lists_arrays_and_series_have_positions_as_ids(data: object) -> None:
    table = table_of(data)
    assert list(table.names) == NAMES
    assert list(table.ids) == list(table.rows) == [0, 1, 2]
    assert set(table.kinds) == {Kind.UNKNOWN}


BATCH = pa.record_batch({"id": ["a", "b"], "name": ["张迪", "郑波"]})


@pytest.mark.parametrize(
    "make",
    [lambda: BATCH, lambda: pa.RecordBatchReader.from_batches(BATCH.schema, [BATCH])],
    ids=["batch", "reader"],
)
def test_batches_of_arrow_are_tables(make: Any) -> None:
    assert list(table_of(make()).ids) == ["a", "b"]
    links = namelink.link(make(), ["Zheng Bo"])
    assert isinstance(links, pa.Table)
    assert links["left_id"].to_pylist() == ["b"]


COLUMNS: list[Any] = [
    list,
    tuple,
    lambda names: np.array(names, dtype=object),
    lambda names: pd.Series(names, index=[2, 1, 0]),
    lambda names: pd.Series(names).array,
    pd.Index,
    pl.Series,
    pa.array,
    lambda names: pa.chunked_array([names[:1], names[1:]]),
]


@pytest.mark.parametrize("column", COLUMNS)
def test_columns_are_read_by_position_and_with_their_nulls(column: Any) -> None:
    assert list(names_of(column(NAMES))) == NAMES
    left, right = ["吴泳铭", "张迪", "郑波"], ["Wu Yongming", "Zhang Di", "Wu Zeming"]
    rows = namelink.compare_pairs(column(left), column(right))
    assert rows == namelink.compare_pairs(left, right)
    pairs = namelink.align(column(left), column(right))
    assert pairs == namelink.align(left, right)
    with pytest.raises(InvalidName, match="row 1"):
        namelink.compare_pairs(column(["吴泳铭", None, "郑波"]), column(right))


@pytest.mark.parametrize(
    "data",
    [
        "张迪",
        b"x",
        {"张迪": 1},
        {"张迪"},
        iter(["张迪"]),
        7,
        None,
        np.array([["a"]]),
        pd.DataFrame({"name": ["张迪"]}),
        pl.DataFrame({"name": ["张迪"]}),
        pl.LazyFrame({"name": ["张迪"]}),
        BATCH,
    ],
    ids=lambda data: type(data).__name__,
)
def test_what_is_no_column_is_not_taken_for_one(data: Any) -> None:
    """The characters of a string, the columns of a frame, the keys of a dict are no names."""
    with pytest.raises(InvalidInput):
        namelink.compare_pairs(data, ["Zhang Di"])
    with pytest.raises(InvalidInput):
        namelink.align(["张迪"], data)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_gives_ids_names_and_kinds(frame: Any) -> None:
    data = frame({"id": [10, 20], "name": ["张迪", "阿里巴巴"], "label": ["PER", None]})
    table = table_of(data, Columns(kind="label"))
    assert list(table.ids) == [10, 20]
    assert list(table.names) == ["张迪", "阿里巴巴"]
    assert list(table.kinds) == [Kind.PERSON, Kind.UNKNOWN]


@pytest.mark.parametrize("frame", FRAMES)
def test_several_name_columns_make_one_alias_each(frame: Any) -> None:
    data = frame({"zh": ["张迪", None], "en": ["Zhang Di", "Zheng Bo"]})
    table = table_of(data, Columns(name=("zh", "en")))
    assert list(zip(table.ids, table.names, table.rows, strict=True)) == [
        (0, "张迪", 0),
        (0, "Zhang Di", 0),
        (1, "Zheng Bo", 1),
    ]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_null_name_or_id_is_a_reject_or_an_error(frame: Any) -> None:
    data = frame({"id": ["a", None, "c"], "name": [None, "张迪", "郑波"]})
    rejects: list[Reject] = []
    table = table_of(data, rejects=rejects)
    assert list(table.ids) == ["c"]
    assert list(table.rows) == [2]
    assert [each.row for each in rejects] == [1, 2]
    with pytest.raises(InvalidInput, match=r"row 1 .*name is null"):
        table_of(data)


@pytest.mark.parametrize("hole", [None, float("nan"), 7, b"x", pd.NA])
def test_what_is_no_string_is_told_with_its_row(hole: object) -> None:
    with pytest.raises(InvalidInput, match=r"row 2 \(position 1\)"):
        table_of(["张迪", hole])


def test_an_unknown_kind_is_told_with_the_kinds_there_are() -> None:
    data = pl.DataFrame({"name": ["张迪"], "kind": ["robot"]})
    with pytest.raises(InvalidInput, match=r"robot.*person, org, place"):
        table_of(data, Columns(kind="kind"))


def test_a_missing_column_is_told_with_the_columns_there_are() -> None:
    data = pl.DataFrame({"title": ["张迪"], "year": [1]})
    with pytest.raises(InvalidInput, match=r'"name".*"title", "year"'):
        table_of(data)
    with pytest.raises(InvalidInput, match='"uid"'):
        table_of(data, Columns(id="uid", name="title"))
    with pytest.raises(InvalidOptions, match="name of a column"):
        Columns(name=())
    with pytest.raises(InvalidInput, match='"lang"'):
        table_of(data, Columns(name="title", language="lang"))


@pytest.mark.parametrize(
    "data", ["张迪", 7, {"name": ["张迪"]}, np.array([["a"]]), pl.LazyFrame({"name": ["a"]}), None]
)
def test_other_things_are_refused(data: object) -> None:
    with pytest.raises(InvalidInput):
        table_of(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    left_id: Any
    right_id: Any
    name: str | None
    rank: int | None
    score: float | None
    verdict: Verdict
    relation: Relation | None


ROWS = [
    _Row(
        left_id=1, right_id="a", name="x", rank=1, score=0.5, verdict=Verdict.MATCH, relation=None
    ),
    _Row(
        left_id=2,
        right_id=None,
        name=None,
        rank=None,
        score=None,
        verdict=Verdict.NO_MATCH,
        relation=Relation.EQUAL,
    ),
]


def test_a_list_comes_back_as_the_same_records() -> None:
    for original in (["x"], ("x",), np.array(["x"]), pd.Series(["x"]), pl.Series(["x"])):
        assert like(original, ROWS, record=_Row) == ROWS


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_comes_back_of_its_library_with_nulls(frame: Any) -> None:
    original = frame({"name": ["x"]})
    result = like(original, ROWS, record=_Row)
    assert type(result) is type(original)
    read = nw.from_native(result, eager_only=True)
    assert read.columns == [*_Row.__dataclass_fields__]
    for column in ("right_id", "name", "rank", "score"):
        assert read[column].is_null().to_list() == [False, True], column
    assert read["relation"].is_null().to_list() == [True, False]
    assert read["verdict"].to_list() == ["match", "no_match"]
    assert read["left_id"].to_list() == [1, 2]


@pytest.mark.parametrize("frame", FRAMES)
def test_types_are_the_same_with_rows_and_without(frame: Any) -> None:
    original = frame({"name": ["x"]})
    full = nw.from_native(like(original, ROWS, record=_Row), eager_only=True)
    samples: dict[str, list[Any]] = {"left_id": [1, 2], "right_id": ["a"]}
    empty = nw.from_native(like(original, [], record=_Row, samples=samples), eager_only=True)
    assert empty.schema == full.schema
    assert len(empty) == 0


def test_types_of_links_without_rows() -> None:
    frame = like(pl.DataFrame({"name": ["x"]}), [], record=Link, samples={"left_id": [1]})
    assert frame.schema["left_id"] == pl.Int64
    assert frame.schema["score"] == pl.Float64
    assert frame.schema["rank"] == pl.Int64
    assert frame.schema["verdict"] == pl.String


@pytest.mark.parametrize("ids", [[1, "a"], [2**80, 1], [True, False], [b"x", "y"]])
def test_ids_that_no_number_column_holds_become_text(ids: list[Any]) -> None:
    rows = [
        _Row(
            left_id=each,
            right_id=0.5,
            name="",
            rank=1,
            score=0,
            verdict=Verdict.MATCH,
            relation=None,
        )
        for each in ids
    ]
    frame = like(pl.DataFrame({"name": ["x"]}), rows, record=_Row)
    assert frame["left_id"].to_list() == [str(each) for each in ids]
    assert frame["right_id"].to_list() == [0.5] * len(ids)


@given(st.lists(st.text(st.characters()), max_size=5))
def test_any_string_is_a_name(names: list[str]) -> None:
    table = table_of(names)
    assert list(table.names) == names


def test_the_path_of_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("编号,姓名,other\n7,吴泳铭,x\n8,张迪,y\n", encoding="utf-8")
    table = table_of(path)
    assert (table.ids, table.names) == (("7", "8"), ("吴泳铭", "张迪"))
    assert table_of(path, Columns(id="other", name="编号")).ids == ("x", "y")
    links = namelink.link(path, ["Wu Yongming"])
    assert [(link.left_id, link.right_id) for link in links] == [("7", 0)]
    with pytest.raises(InvalidInput, match="missing"):
        table_of(tmp_path / "missing.csv")


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame([["a", "b"]], columns=["name", "name"]),
        pa.table([["a"], ["b"]], names=["name", "name"]),
    ],
)
def test_two_columns_of_one_name_are_told(frame: object) -> None:
    with pytest.raises(InvalidInput, match=r"one name \(.*name.*\): rename one"):
        table_of(frame)


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame, pa.table, pa.record_batch])
def test_types_of_ids_do_not_depend_on_what_is_found(frame: Any) -> None:
    """Batches of one table are put together again, so an empty one has the same columns."""
    people = frame({"id": [1, 2], "name": ["张迪", "王安石"]})
    index = namelink.AliasIndex.build(pd.DataFrame({"id": [7], "name": ["Zhang Di"]}))
    columns = {"left_id": nw.Int64, "right_id": nw.Int64}
    for right in (index, pl.DataFrame({"id": [7], "name": ["Zhang Di"]}), people[:0]):
        for left in (people[:1], people[1:], people[:0]):
            schema = nw.from_native(namelink.link(left, right)).schema
            assert {name: schema[name] for name in columns} == columns
    found = nw.from_native(index.candidates(people[:0])).schema
    assert {name: found[name] for name in columns} == columns
    texts = pl.DataFrame({"id": [], "name": []}, schema={"id": pl.String, "name": pl.String})
    assert namelink.link(texts, index).schema["left_id"] == pl.String


def test_an_empty_reader_of_batches_is_an_empty_table() -> None:
    reader = pa.RecordBatchReader.from_batches(BATCH.schema, [])
    assert namelink.link(reader, ["Zheng Bo"]).num_rows == 0
