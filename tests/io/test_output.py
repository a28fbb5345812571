"""Files out: whole or not at all, and readable by others."""

import csv
import io
import json
import os
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import InvalidInput, MissingExtra
from namelink.io import parquet
from namelink.io.formats import FileFormat, format_for_output
from namelink.io.output import WholeFiles, same_file, write_records
from namelink.io.records import json_line
from namelink.model.comparison import Link
from namelink.model.kinds import Relation, Verdict
from namelink.model.table import Reject

UNMATCHED = Link(
    left_id="7",
    right_id=None,
    left_name="张迪",
    right_name=None,
    rank=None,
    score=None,
    bits=None,
    confidence=None,
    margin=None,
    verdict=Verdict.NO_MATCH,
    relation=None,
    channels="",
)
MATCHED = Link(
    left_id="8",
    right_id="r,1",
    left_name='He said "x"\n\ud800',
    right_name="Zhang\tDi",
    rank=1,
    score=0.1 + 0.2,
    bits=float("inf"),
    confidence=0.5,
    margin=None,
    verdict=Verdict.MATCH,
    relation=Relation.EQUAL,
    channels="pinyin+surface",
)


def written(rows: list[Link], file_format: FileFormat) -> bytes:
    stream = io.BytesIO()
    write_records(rows, stream, record=Link, file_format=file_format)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "delimiter"), [(FileFormat.CSV, ","), (FileFormat.TSV, "\t")])
def test_csv_and_tsv_are_read_back_by_the_csv_module(kind: FileFormat, delimiter: str) -> None:
    text = written([MATCHED, UNMATCHED], kind).decode()
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert list(rows[0]) == list(Link.__dataclass_fields__)
    assert rows[0]["left_name"] == 'He said "x"\n\\ud800'
    assert float(rows[0]["score"]) == MATCHED.score
    assert rows[0]["verdict"] == "match"
    assert rows[1]["right_id"] == rows[1]["score"] == rows[1]["relation"] == ""


def test_json_lines_are_read_back_by_the_json_module() -> None:
    first, second = map(json.loads, written([MATCHED, UNMATCHED], FileFormat.JSONL).splitlines())
    assert first["left_name"] == MATCHED.left_name
    assert first["bits"] is None
    assert second["right_id"] is None
    assert second["verdict"] == "no_match"


@given(st.text())
def test_any_string_survives_json_lines(text: str) -> None:
    assert json.loads(json_line({"x": text})) == {"x": text}


@given(st.text(), st.sampled_from([FileFormat.CSV, FileFormat.TSV]))
def test_any_string_is_one_cell(text: str, kind: FileFormat) -> None:
    stream = io.BytesIO()
    write_records(
        [Reject(row=1, reason="r", content=text)], stream, record=Reject, file_format=kind
    )
    delimiter = "," if kind is FileFormat.CSV else "\t"
    decoded = io.StringIO(stream.getvalue().decode(), newline="")
    rows = list(csv.reader(decoded, delimiter=delimiter, strict=True))
    assert rows[1] == ["1", "r", text.encode("utf-8", "backslashreplace").decode()]


@pytest.mark.parametrize("rows", [[], [MATCHED, UNMATCHED]])
@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_parquet_is_read_back_by_polars(
    rows: list[Link], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_LIBRARIES", (library,))
    frame = pl.read_parquet(io.BytesIO(written(rows, FileFormat.PARQUET)))
    assert frame.height == len(rows)
    assert frame.columns == list(Link.__dataclass_fields__)
    assert frame.schema["rank"] == pl.Int64
    assert frame.schema["score"] == pl.Float64
    assert frame.schema["left_id"] == pl.String
    if rows:
        assert frame["right_id"].to_list() == ["r,1", None]
        assert frame["score"].to_list() == [MATCHED.score, None]


def test_parquet_without_a_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_LIBRARIES", ("modin",))
    with pytest.raises(MissingExtra, match=r'pip install "namelink\[cli\]"'):
        written([], FileFormat.PARQUET)


def write_both(*paths: Path) -> None:
    with WholeFiles() as files:
        for path in paths:
            files.open(path).write(b"x")


def test_files_appear_together_at_the_end(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("old")
    with WholeFiles() as files:
        files.open(one).write(b"new")
        files.open(two).write(b"more")
        assert one.read_text() == "old"
        assert not two.exists()
    assert (one.read_text(), two.read_text()) == ("new", "more")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one.csv", "two.csv"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_when_the_run_fails(tmp_path: Path, failure: type[BaseException]) -> None:
    old = tmp_path / "old.csv"
    old.write_text("old")

    def run() -> None:
        with WholeFiles() as files:
            files.open(old).write(b"new")
            files.open(tmp_path / "two.csv").write(b"x" * 100_000)
            raise failure

    with pytest.raises(failure):
        run()
    assert [each.name for each in tmp_path.iterdir()] == ["old.csv"]
    assert old.read_text() == "old"


def test_nothing_is_left_when_the_second_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="folder that exists"):
        write_both(tmp_path / "one.csv", tmp_path / "none" / "two.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    with pytest.raises(InvalidInput, match="cannot be written"):
        write_both(tmp_path / "one.csv", full)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_while_much_is_written() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    with (
        pytest.raises(InvalidInput, match=r"cannot be written \(No space left"),
        WholeFiles() as out,
    ):
        out.open(full).write(bytes(1_000_000))


def test_the_way_out_fits_the_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InvalidInput, match="in a folder that exists"), WholeFiles() as files:
        files.open(tmp_path / "none" / "x.csv")
    with pytest.raises(InvalidInput, match="in a folder that exists"), WholeFiles() as files:
        files.open(tmp_path / "file" / "x.csv")
    with pytest.raises(InvalidInput, match="it is a folder"), WholeFiles() as files:
        files.open(tmp_path)

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("namelink.io.output.os.open", denied)
    with pytest.raises(InvalidInput, match="you may write to"), WholeFiles() as files:
        files.open(tmp_path / "x.csv")


def test_a_device_is_written_to(tmp_path: Path) -> None:
    with WholeFiles() as files:
        files.open(os.devnull).write(b"x")
    assert Path(os.devnull).is_char_device()
    with pytest.raises(InvalidInput, match="cannot be written"):
        write_both(tmp_path)


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    real, name = tmp_path / "real.csv", tmp_path / "name.csv"
    real.write_text("old")
    real.chmod(0o640)
    name.symlink_to(real)
    with WholeFiles() as files:
        files.open(name).write(b"new")
    assert name.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("x")
    with WholeFiles() as files:
        files.open(tmp_path / "out").write(b"x")
    assert (tmp_path / "out").stat().st_mode == plain.stat().st_mode


def test_output_formats_go_by_the_name() -> None:
    assert format_for_output("a.ndjson", given=None) is FileFormat.JSONL
    assert format_for_output("a.xlsx", given="tsv") is FileFormat.TSV
    assert format_for_output("links", given=None) is FileFormat.CSV
    with pytest.raises(InvalidInput, match="--format"):
        format_for_output("a.xlsx", given=None)


def test_same_file_knows_other_spellings_of_a_path(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert same_file(tmp_path / "a", tmp_path / "." / "b")
    assert not same_file("-", "-")
