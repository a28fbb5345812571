"""``namelink index``, ``search`` and ``why``: what they print is what the API says."""

import io
import json
from pathlib import Path

import pytest

import namelink as nl
from namelink.cli.main import main

GROUP = ("build", "info", "add", "remove")
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text(
        "id,name\n7,Wu Yongming\n8,Wu Zeming\nx,Zhang Di\n", encoding="utf-8"
    )
    assert main(["index", "build", "people.csv", "--out", "people.index", "--quiet"]) == 0
    return tmp_path / "people.index"


@pytest.mark.parametrize("command", GROUP)
def test_every_option_is_in_the_reference(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", command, "--help"]) == 0
    words = capsys.readouterr().out.replace(",", " ").split()
    options = {word for word in words if word.startswith("--") and len(word) > 2}
    section = REFERENCE.read_text(encoding="utf-8").partition("## namelink index")[2]
    section = section.partition("\n## ")[0]
    assert {each for each in options - {"--help"} if f"`{each}" not in section} == set()


def test_search_prints_what_the_api_finds(
    index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = nl.AliasIndex.open(index).search_many(["吴泽明", "张迪"], threshold=0.0)
    given_in("吴泽明\n张迪\n".encode(), monkeypatch)
    assert main(["search", str(index), "-", "--threshold", "0", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["left_name"], row["right_id"], row["bits"]) for row in told] == [
        (row.left_name, row.right_id, row.bits) for row in expected
    ]
    assert main(["search", str(index), "吴泽明"]) == 0
    assert "Wu Zeming" in capsys.readouterr().out


def test_a_name_that_nothing_fits_has_a_row(
    index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given_in("吴泽明\n郑成功\n张迪\n".encode(), monkeypatch)
    assert main(["search", str(index), "-", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["left_name"], row["right_id"]) for row in told] == [
        ("吴泽明", "8"), ("郑成功", None), ("张迪", "x"),
    ]  # fmt: skip
    assert main(["search", str(index), "郑成功"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["郑成功", "no_match"]
    assert main(["search", str(index), "郑成功", "--no-unmatched", "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_a_search_tells_what_its_scores_are_made_of(
    index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["张迪", "郑成功"]
    expected = nl.compare("张迪", "Zhang Di")
    assert main(["search", str(index), *names, "--explain", "--lang", "zh"]) == 0
    table, _, told = capsys.readouterr().out.partition("\n\n")
    assert len(table.splitlines()) == 3
    assert told == expected.explain("zh") + "\n"
    assert main(["search", str(index), *names, "--explain", "--json"]) == 0
    found = [json.loads(line)["comparison"] for line in capsys.readouterr().out.splitlines()]
    assert found == [expected.to_dict(), None]


def test_names_are_numbered_through(
    index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # More than are searched at a time.
    given_in("张迪\n".encode() * 600, monkeypatch)
    assert main(["search", str(index), "-", "--json", "--top-k", "1", "--workers", "2"]) == 0
    told = [json.loads(line)["left_id"] for line in capsys.readouterr().out.splitlines()]
    assert told == list(range(600))


def test_tables_without_header_and_with_other_marks_are_read(
    index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("plain.txt").write_text("11^Li Ka-shing\n12^Li Feifei\n", encoding="utf-8")
    words = ["--no-header", "--delimiter", "^", "--id", "1", "--name", "2", "--quiet"]
    assert main(["index", "build", "plain.txt", "--out", "plain.index", *words]) == 0
    assert nl.AliasIndex.open("plain.index").ids == ["11", "12"]
    assert main(["index", "add", str(index), "plain.txt", *words]) == 0
    assert nl.AliasIndex.open(index).ids == ["11", "12", "7", "8", "x"]
    assert capsys.readouterr().err == ""


def given_in(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("吴泽明\r\n\r\n张迪\r\n".encode(), []),
        ("吴泽明\n张迪".encode("utf-8-sig"), []),
        ("吴泽明\r张迪\r".encode("utf-16"), []),
        ("吴泽明\n张迪\n".encode("gbk"), ["--encoding", "gbk"]),
    ],
)
def test_names_of_standard_input_are_read_like_a_file(
    data: bytes,
    words: list[str],
    index: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given_in(data, monkeypatch)
    assert main(["search", str(index), "-", "--json", *words]) == 0
    told = [json.loads(line)["left_name"] for line in capsys.readouterr().out.splitlines()]
    assert list(dict.fromkeys(told)) == ["吴泽明", "张迪"]


def test_names_in_another_encoding_are_told(
    index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given_in("吴泽明\n".encode("gbk"), monkeypatch)
    assert main(["search", str(index), "-"]) == 2
    assert "standard input: not utf-8 at byte 0 (line 1)" in capsys.readouterr().err


def test_info_begins_with_its_headings(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "info", str(index)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["field", "value"]
    assert lines[1].split() == ["rows", "3"]


def test_rows_come_and_go(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("more.csv").write_text("id,name\n9,Li Ka-shing\n", encoding="utf-8")
    assert main(["index", "add", str(index), "more.csv", "--quiet"]) == 0
    assert main(["index", "remove", str(index), "7", "x"]) == 0
    assert "2 rows removed, 2 left" in capsys.readouterr().err
    assert main(["index", "info", str(index), "--json", "--check"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["rows"] == 2
    assert told.err == f"{index}: all checksums are right\n"
    assert main(["search", str(index), "李嘉诚", "吴泳铭", "--json"]) == 0
    found = [json.loads(line)["right_id"] for line in capsys.readouterr().out.splitlines()]
    assert found == ["9", None]


def test_link_with_an_index_is_link_with_its_table(
    index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("left.csv").write_text("id,name\n1,吴泳铭\n2,李飞飞\n", encoding="utf-8")
    assert main(["link", "left.csv", "people.csv", "--quiet"]) == 0
    expected = capsys.readouterr().out
    assert main(["link", "left.csv", "--index", str(index), "--quiet"]) == 0
    assert capsys.readouterr().out == expected
    assert main(["link", "left.csv", "people.csv", "--workers", "2", "--quiet"]) == 0
    assert capsys.readouterr().out == expected


def test_why_prints_what_the_api_says(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = nl.AliasIndex.open(index).why("吴泳铭", "8")
    assert told.stage is nl.Stage.VETOED
    assert main(["why", str(index), "吴泳铭", "--id", "8", "--lang", "zh"]) == 0
    assert capsys.readouterr().out == told.explain("zh") + "\n"
    assert main(["why", str(index), "吴泳铭", "--id", "8", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == told.to_dict()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["link", "people.csv"], "give RIGHT or --index"),
        (["link", "people.csv", "people.csv", "--index", "people.index"], "give RIGHT or --index"),
        (["search", "people.csv", "吴泳铭"], "no index of namelink"),
        (["index", "info", "missing"], "missing: cannot be opened"),
        (["index", "remove", "people.index", "99"], "no id '99'"),
        (
            ["index", "build", "people.csv", "--out", "people.csv"],
            "--out people.csv is also TABLE",
        ),
        (
            ["index", "add", "people.index", "people.csv", "--rejects", "people.index"],
            "--rejects people.index is also INDEX",
        ),
        (
            ["index", "build", "people.csv", "--out", "o.index", "--rejects", "-"],
            "needs the name of a file",
        ),
        (
            ["index", "build", "people.csv", "--out", "o.index", "--rejects", "o.index"],
            "are both o.index",
        ),
    ],
)
def test_what_cannot_work_is_told(
    index: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = index.read_bytes()
    assert main(words) == 2
    assert message in capsys.readouterr().err
    assert index.read_bytes() == before
    assert Path("people.csv").read_text(encoding="utf-8").startswith("id,name")


def test_bad_rows_are_set_aside(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.csv").write_text("id,name\n1,Wu Yongming\n2,\n", encoding="utf-8")
    assert main(["index", "build", "bad.csv", "--out", "other.index"]) == 2
    assert "row 2" in capsys.readouterr().err
    words = ["index", "build", "bad.csv", "--out", "other.index", "--rejects", "rejects.csv"]
    assert main(words) == 0
    assert len(nl.AliasIndex.open("other.index")) == 1
    assert "row 2" in Path("rejects.csv").read_text(encoding="utf-8")
    assert index.exists()


def test_rows_that_are_there_already_are_told(
    index: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text("id,name\n7,Wu Yongming\n9,Wu Yong\n", encoding="utf-8")
    assert main(["index", "add", str(index), "more.csv"]) == 0
    assert "1 rows added, 1 were there already, 4 in all" in capsys.readouterr().err
    (tmp_path / "names.csv").write_text("name\nWu Yongming\nZhang Di\n", encoding="utf-8")
    assert main(["index", "build", "names.csv", "--out", "names.index"]) == 0
    assert main(["index", "add", "names.index", "names.csv"]) == 0
    told = capsys.readouterr().err
    assert "2 names were there already, and got further ids" in told
    assert "2 rows added, 4 in all" in told
