"""Alias tables through the whole line: compare, link, align, extract, and the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

import namelink as nl
from namelink.cli.main import main

KNOWN = nl.Options(
    aliases=nl.Aliases.of(
        [
            ("友邦保险", "AIA"),
            ("鸿海", "富士康", "Foxconn"),
            ("特朗普", "Trump"),
            ("王菲", "Shirley Wong"),
            ("刘德华", "LAU, Andy"),
        ]
    )
)
SILENT = nl.Options(
    aliases=KNOWN.aliases, channels=tuple(each for each in nl.Channel if each != "alias")
)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("友邦保险", "AIA", "match"),
        ("友邦保險控股有限公司", "AIA Group", "match"),
        ("富士康", "鸿海", "match"),
        ("富士康科技集团", "Foxconn Technology Group", "match"),
        ("王菲", "Shirley Wong", "match"),
        ("王菲菲", "Shirley Wong", "review"),
        ("王菲", "WONG, Shirley", "match"),
        ("王菲", "Wong Shirley", "match"),
        ("王菲", "Ms. WONG, Shirley", "match"),
        ("王菲菲", "WONG, Shirley", "review"),
        ("劉德華", "Andy Lau", "match"),
        ("劉德華", "LAU, Andy", "match"),
        ("劉德華", "LAU, Andrew", "review"),
        # Relatives: the name of the family is in the aliases, and each has a name of their own.
        ("伊万卡·特朗普", "Donald Trump", "no_match"),
    ],
)
def test_verdicts(left: str, right: str, verdict: str) -> None:
    assert nl.compare(left, right, options=KNOWN).verdict == verdict


def test_the_evidence_says_who_said_so() -> None:
    piece = nl.compare("友邦保险控股有限公司", "AIA Group", options=KNOWN).evidence[0]
    assert (piece.channel, piece.left, piece.right) == ("alias", "友邦保险", "AIA")
    assert piece.note == "the alias table says so"


def test_an_alias_in_the_other_order_is_found_and_told() -> None:
    piece = nl.compare("王菲", "WONG, Shirley", options=KNOWN).evidence[0]
    assert (piece.channel, piece.left, piece.right) == ("alias", "王菲", "WONG, Shirley")
    few = nl.Options(aliases=KNOWN.aliases, limits=nl.Limits(candidates=1))
    right = [f"{one}{other} Wu" for one in "BCDFGHJKLM" for other in "aeiou"] + ["WONG, Shirley"]
    assert [row.right_name for row in nl.link(["王菲"], right, options=few)] == ["WONG, Shirley"]


def test_link_finds_an_alias_among_many_names() -> None:
    others = [f"{one}{other} Capital" for one in "BCDFGHJKLMNPQRST" for other in "aeiouy"] * 3
    right = [*others[:150], "AIA Group", *others[150:], "Foxconn"]
    few = nl.Options(aliases=KNOWN.aliases, limits=nl.Limits(candidates=2))
    rows = nl.link(["友邦保险控股有限公司", "鴻海"], right, options=few)
    assert [(row.right_name, row.verdict.value) for row in rows] == [
        ("AIA Group", "match"),
        ("Foxconn", "match"),
    ]
    assert all("alias" in row.channels for row in rows)
    without = nl.link(["友邦保险控股有限公司", "鴻海"], right, options=SILENT)
    assert without == nl.link(["友邦保险控股有限公司", "鴻海"], right)
    assert not [row for row in without if row.right_name in ("AIA Group", "Foxconn")]


def test_align_and_extract_take_them_too() -> None:
    rows = nl.align(["王菲", "友邦保险"], ["AIA", "Shirley Wong"], options=KNOWN)
    assert [row.right_name for row in rows] == ["Shirley Wong", "AIA"]
    text = "the maker Foxconn (鸿海) said"
    with_table, without = nl.extract(text, options=KNOWN)[0], nl.extract(text)[0]
    assert with_table.score > without.score


def test_the_command_line_reads_several_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("name,alias\n友邦,AIA\n")
    Path("b.csv").write_text("id,name\n1,鸿海\n1,Foxconn\n")
    files = ["--aliases", "a.csv", "--aliases", "b.csv"]
    for left, right in (("友邦", "AIA"), ("鸿海", "Foxconn")):
        assert main(["compare", left, right, *files, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        known = nl.Options(aliases=nl.read_aliases("a.csv", "b.csv"))
        assert told == nl.compare(left, right, options=known).to_dict()
    Path("left.csv").write_text("name\n友邦\n鸿海\n")
    Path("right.csv").write_text("name\nFoxconn\nAIA\n")
    assert main(["link", "left.csv", "right.csv", "-q", *files]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["right_name"] for row in rows] == ["AIA", "Foxconn"]
    assert (
        main(["align", "--left", "友邦;鸿海", "--right", "Foxconn;AIA", "-q", "--json", *files])
        == 0
    )
    aligned = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["right_name"] for row in aligned] == ["AIA", "Foxconn"]
    assert main(["extract", "--text", "the maker Foxconn (鸿海) said", "--json", *files]) == 0
    mention = json.loads(capsys.readouterr().out)
    assert "alias" in {piece["channel"] for piece in mention["comparison"]["evidence"]}


def test_the_command_line_refuses_what_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("name,alias\n友邦,\n")
    Path("n.csv").write_text("name\n友邦\n")
    for words, message in (
        (["compare", "友邦", "AIA", "--aliases", "a.csv"], "a.csv, row 1 (line 2)"),
        (["compare", "友邦", "AIA", "--aliases", "-"], "not from standard input: name one"),
        (["link", "n.csv", "n.csv", "-o", "a.csv", "--aliases", "a.csv"], "is also --aliases"),
        (["align", "--left", "a", "--right", "b", "-o", "a.csv", "--aliases", "a.csv"], "is also"),
    ):
        assert main(words) == 2
        assert message in capsys.readouterr().err
    assert Path("a.csv").read_text() == "name,alias\n友邦,\n"
