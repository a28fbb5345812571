"""``namelink align``: lists inline, lists in a file, and what cannot be used."""

import csv
import json
from pathlib import Path

import pytest

from namelink.cli.main import main

RECORDS = 'id,zh,en\np1,吴泳铭；张迪,"Zhang Di; Eddie Wu"\np2,李飞飞,Fei-Fei Li\np3,,Nobody\n'


def test_two_lists_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["align", "--left", "吴泳铭; 张迪", "--right", "Zhang Di; Eddie Wu", "--json"]) == 0
    )
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(row["left_name"], row["right_name"]) for row in rows} == {
        ("吴泳铭", "Eddie Wu"),
        ("张迪", "Zhang Di"),
    }


def test_a_file_of_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out, bad = (tmp_path / name for name in ("in.csv", "out.csv", "bad.csv"))
    source.write_text(RECORDS, encoding="utf-8")
    call = ["align", str(source), "--left", "zh", "--right", "en", "--id", "id", "-o", str(out)]
    assert main(call) == 2
    assert "row 3" in capsys.readouterr().err
    assert not out.exists()
    assert main([*call, "--rejects", str(bad)]) == 0
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["record_id"] for row in rows] == ["p1", "p1", "p2"]
    assert rows[2]["right_name"] == "Fei-Fei Li"
    assert "p3" in bad.read_text(encoding="utf-8")


def test_records_without_ids_are_told_to_be_numbered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "papers.csv"
    file.write_text("zh,en\n张迪,Zhang Di\n李飞飞,Li Feifei\n", encoding="utf-8")
    assert main(["align", str(file), "--left", "zh", "--right", "en", "--json"]) == 0
    told = capsys.readouterr()
    assert "papers.csv: id is the row number from 0\n" in told.err
    assert [json.loads(line)["record_id"] for line in told.out.splitlines()] == [0, 1]


def test_the_column_that_is_taken_for_the_id_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a column of types, which says what the records are, is none of the names' business."""
    file = tmp_path / "papers.csv"
    file.write_text("code,type,zh,en\n7,article,张迪,Zhang Di\n", encoding="utf-8")
    call = ["align", str(file), "--left", "zh", "--right", "en", "--json"]
    assert main(call) == 0
    told = capsys.readouterr()
    assert 'papers.csv: guessed id from "code"\n' in told.err
    assert json.loads(told.out)["record_id"] == "7"
    assert main([*call, "--id", "code"]) == 0
    assert "guessed id" not in capsys.readouterr().err


def test_an_output_never_replaces_its_input(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(RECORDS, encoding="utf-8")
    assert main(["align", str(source), "--left", "zh", "--right", "en", "-o", str(source)]) == 2
    assert source.read_text(encoding="utf-8") == RECORDS


def pairs_of(source: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    call = ["align", str(source), "--left", "zh", "--right", "en", "--id", "id", "--json"]
    assert main(call) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(row["left_name"], row["right_name"]) for row in rows]


@pytest.mark.parametrize(
    ("first", "second"),
    [(";", "；"), ("；", ";"), ("、", ";"), ("|", "、"), ("/", "／"), (",", "，"), ("，", ",")],
)
def test_rows_may_part_their_names_in_different_ways(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, second: str
) -> None:
    source = tmp_path / "in.csv"
    source.write_text(
        "id,zh,en\n"
        f'p1,"张迪{first}李飞飞",Zhang Di; Li Feifei\n'
        f'p2,"吴泳铭{second}蔡崇信",Wu Yongming; Tsai Chung-hsin\n',
        encoding="utf-8",
    )
    assert pairs_of(source, capsys) == [
        ("张迪", "Zhang Di"),
        ("李飞飞", "Li Feifei"),
        ("吴泳铭", "Wu Yongming"),
        ("蔡崇信", "Tsai Chung-hsin"),
    ]


def test_a_comma_inside_a_name_is_none_between_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.csv"
    source.write_text(
        'id,zh,en\np1,张迪；李飞飞,"Zhang, Di; Li, Feifei"\np2,吴泳铭,"Wu, Yongming"\n',
        encoding="utf-8",
    )
    assert pairs_of(source, capsys) == [
        ("张迪", "Zhang, Di"),
        ("李飞飞", "Li, Feifei"),
        ("吴泳铭", "Wu, Yongming"),
    ]


def test_a_separator_that_is_given_is_the_only_one(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["align", "--left", "张迪|王;李", "--right", "Zhang Di|Wang", "--separator", "|"]
    assert main([*call, "--json"]) == 0
    told = capsys.readouterr()
    assert not told.err
    assert {json.loads(line)["left_name"] for line in told.out.splitlines()} == {"张迪", "王;李"}


def test_a_row_may_be_written_otherwise_than_its_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A comma parts names where the other list has as many, and stands in one name elsewhere."""
    file = tmp_path / "records.csv"
    rows = ["1,张迪;李飞飞,Zhang Di; Li Feifei", '2,张迪、李飞飞,"Zhang Di, Li Feifei"',
            '3,李飞飞,"Li, Feifei"', '4,张迪、王芳,"Zhang, Di; Wang, Fang"']  # fmt: skip
    file.write_text("id,zh,en\n" + "\n".join(rows) + "\n", encoding="utf-8")
    assert main(["align", str(file), "--left", "zh", "--right", "en"]) == 0
    page = capsys.readouterr()
    found = [line.split(",")[0] for line in page.out.splitlines()[1:]]
    assert found == ["1", "1", "2", "2", "3", "4", "4"]
    assert "no counterpart" not in page.out
    assert 'guessed right separator: ";"; "," in 1 row\n' in page.err
