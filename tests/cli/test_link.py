"""``namelink link``: files in, files out, and what is said when it cannot be."""

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest

from namelink import linker
from namelink.cli.main import main
from namelink.model.kinds import Kind
from namelink.model.options import Options
from tests.cli.fakes import FakeLinker

LEFT = "id,name\n1,吴泳铭\n2,张迪\n3,郑波\n"
RIGHT = "uid,姓名\nb,张迪\na,吴泳铭\n"


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeLinker:
    stand_in = FakeLinker()
    monkeypatch.setattr(linker, "link_tables", stand_in.link_tables)
    return stand_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake: FakeLinker) -> Path:
    del fake
    monkeypatch.chdir(tmp_path)
    (tmp_path / "left.csv").write_text(LEFT)
    (tmp_path / "right.csv").write_text(RIGHT)
    return tmp_path


def rows_of(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_every_left_row_is_in_the_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", "left.csv", "right.csv", "-o", "out.csv"]) == 0
    rows = rows_of((folder / "out.csv").read_text())
    assert [(row["left_id"], row["right_id"]) for row in rows] == [
        ("1", "a"),
        ("2", "b"),
        ("3", ""),
    ]
    said = capsys.readouterr()
    assert said.out == ""
    assert 'right.csv: guessed name from "姓名", id from "uid", no kind' in said.err
    assert "2 match, 1 unmatched → out.csv" in said.err


def test_no_unmatched_and_quiet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del folder
    assert main(["link", "left.csv", "right.csv", "--no-unmatched", "--quiet"]) == 0
    said = capsys.readouterr()
    assert [row["left_id"] for row in rows_of(said.out)] == ["1", "2"]
    assert said.err == ""


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "parquet"])
def test_output_formats_hold_the_same(folder: Path, ending: str) -> None:
    out = folder / f"out.{ending}"
    assert main(["link", "left.csv", "right.csv", "-o", str(out), "-q"]) == 0
    match ending:
        case "jsonl":
            ids = [json.loads(line)["right_id"] for line in out.read_text().splitlines()]
        case "parquet":
            ids = pl.read_parquet(out)["right_id"].to_list()
        case _:
            delimiter = "\t" if ending == "tsv" else ","
            ids = [row["right_id"] or None for row in rows_of(out.read_text(), delimiter)]
    assert ids == ["a", "b", None]


def test_json_goes_to_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del folder
    assert main(["link", "left.csv", "right.csv", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["score"] for line in lines] == [0.75, 0.75, None]


def test_options_reach_the_linker(folder: Path, fake: FakeLinker) -> None:
    del folder
    words = "link left.csv right.csv -q --top-k 3 --threshold 0.2 --one-to-one --prior 0.1"
    assert main([*words.split(), "--match-at", "0.9", "--review-at", "0.2"]) == 0
    assert fake.settings == {
        "top_k": 3,
        "threshold": 0.2,
        "one_to_one": True,
        "unmatched": True,
        "options": Options(prior=0.1, match_at=0.9, review_at=0.2),
    }


def test_kinds_come_from_a_column_else_from_the_option(folder: Path, fake: FakeLinker) -> None:
    (folder / "left.csv").write_text("name,kind\n张迪,\n通义实验室,机构\n")
    assert main(["link", "left.csv", "right.csv", "-q", "--kind", "PER"]) == 0
    assert fake.tables is not None
    assert list(fake.tables[0].kinds) == [Kind.PERSON, Kind.ORG]
    assert set(fake.tables[1].kinds) == {Kind.PERSON}


def test_columns_are_told_by_option(folder: Path, fake: FakeLinker) -> None:
    (folder / "left.csv").write_text("a,b,c,d\n1,张迪,Zhang Di,org\n")
    words = "link left.csv right.csv -q --left-id a --left-name b --left-name c --left-kind d"
    assert main([*words.split(), "--right-name", "姓名", "--right-id", "uid"]) == 0
    assert fake.tables is not None
    left = fake.tables[0]
    assert list(zip(left.ids, left.names, left.kinds, strict=True)) == [
        ("1", "张迪", Kind.ORG),
        ("1", "Zhang Di", Kind.ORG),
    ]


def test_encodings_of_both_sides(folder: Path, fake: FakeLinker) -> None:
    (folder / "left.csv").write_bytes("name\n张迪\n".encode("gb18030"))
    (folder / "right.csv").write_bytes("name\n張迪\n".encode("big5"))
    words = "link left.csv right.csv -q --encoding gb18030 --right-encoding big5"
    assert main(words.split()) == 0
    assert fake.tables is not None
    assert [table.names for table in fake.tables] == [("张迪",), ("張迪",)]


def test_a_list_without_header_on_one_side(folder: Path, fake: FakeLinker) -> None:
    (folder / "left.txt").write_text("张迪\n")
    assert main(["link", "left.txt", "right.csv", "-q", "--left-no-header"]) == 0
    assert fake.tables is not None
    assert fake.tables[0].names == ("张迪",)


def test_standard_input(folder: Path, fake: FakeLinker, monkeypatch: pytest.MonkeyPatch) -> None:
    del folder
    data = io.TextIOWrapper(io.BytesIO('{"name": "张迪"}\n'.encode()))
    monkeypatch.setattr("sys.stdin", data)
    assert main(["link", "-", "right.csv", "-q"]) == 0
    assert fake.tables is not None
    assert fake.tables[0].names == ("张迪",)


def test_bad_rows_go_to_the_rejects(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "left.csv").write_text("id,name\n1,张迪\n2,\n3\n")
    (folder / "right.csv").write_text("id,name\na,张迪\n,x\n")
    assert main(["link", "left.csv", "right.csv", "-o", "o.csv", "--rejects", "bad.csv"]) == 0
    bad = rows_of((folder / "bad.csv").read_text())
    assert [(row["side"], row["row"], row["content"]) for row in bad] == [
        ("left", "2", "2,"),
        ("left", "3", "3"),
        ("right", "2", ",x"),
    ]
    assert "3 rejected → bad.csv" in capsys.readouterr().err


def test_rejects_of_a_good_run_are_an_empty_file(folder: Path) -> None:
    (folder / "bad.csv").write_text("from an older run")
    assert main(["link", "left.csv", "right.csv", "-o", "o.csv", "--rejects", "bad.csv"]) == 0
    assert rows_of((folder / "bad.csv").read_text()) == []


def test_without_rejects_a_bad_row_stops_the_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "left.csv").write_text("id,name\n1,张迪\n2,\n")
    assert main(["link", "left.csv", "right.csv", "-o", "out.csv"]) == 2
    assert "left.csv, row 2 (line 3)" in capsys.readouterr().err
    assert sorted(each.name for each in folder.iterdir()) == ["left.csv", "right.csv"]


def test_nothing_is_left_when_linking_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(linker, "link_tables", stopped)
    assert main(["link", "left.csv", "right.csv", "-o", "out.csv"]) == 130
    assert sorted(each.name for each in folder.iterdir()) == ["left.csv", "right.csv"]
    assert "Traceback" not in capsys.readouterr().err


WRONG = [
    (["left.csv", "none.csv"], "none.csv: cannot be read"),
    (["-", "-"], "both standard input"),
    (["left.csv", "right.csv", "-o", "left.csv"], "is also LEFT"),
    (["left.csv", "right.csv", "--rejects", "./right.csv"], "is also RIGHT"),
    (["left.csv", "right.csv", "-o", "x.csv", "--rejects", "x.csv"], "both x.csv"),
    (["left.csv", "right.csv", "--rejects", "-"], "needs the name of a file"),
    (["left.csv", "right.csv", "-o", "x.xlsx"], "--format"),
    (["left.csv", "right.csv", "--format", "xml"], "unknown format 'xml'"),
    (["left.csv", "right.csv", "-o", "none/x.csv"], "folder that exists"),
    (["left.csv", "right.csv", "--left-name", "x"], 'no column "x"'),
    (["left.csv", "right.csv", "--top-k", "0"], "--top-k"),
    (["left.csv", "right.csv", "--threshold", "2"], "--threshold"),
    (["left.csv", "right.csv", "--kind", "robot"], "robot"),
    (["left.csv", "right.csv", "--prior", "0"], "prior"),
    (["left.csv", "right.csv", "--encoding", "klingon"], "klingon"),
    (["left.csv", "right.csv", "--nope"], "--nope"),
    (["left.csv"], "RIGHT"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_what_cannot_be_is_one_line_and_exit_2(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert main(["link", *words, "--quiet"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.startswith("namelink: ")
    assert said.err.count("\n") == 1
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
