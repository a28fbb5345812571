"""Alias files: the forms that are read, and what is said of the others."""

import io
import json
from pathlib import Path

import polars as pl
import pytest

from namelink.errors import InvalidInput
from namelink.io.aliases import read_alias_files


def read(text: str | bytes, encoding: str | None = None) -> tuple[tuple[str, ...], ...]:
    data = text if isinstance(text, bytes) else text.encode()
    return read_alias_files(["-"], encoding=encoding, stdin=io.BytesIO(data)).groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("name,alias\n友邦,AIA\n", (("友邦", "AIA"),)),
        ("zh\ten\n友邦\tAIA\n", (("友邦", "AIA"),)),
        ("zh;en;note\n友邦;AIA;an insurer\n", (("友邦", "AIA"),)),
        ("中文名,alias1,alias_2\n鸿海,富士康,Foxconn\n", (("鸿海", "富士康", "Foxconn"),)),
        ("name,alias,aka\n鸿海,,Foxconn\n", (("鸿海", "Foxconn"),)),
        ("name,aliases\n鸿海,富士康 | Foxconn|\n", (("鸿海", "富士康", "Foxconn"),)),
        ("id,name\n1,友邦\n2,鸿海\n1,AIA\n", (("友邦", "AIA"),)),
        ("编号,姓名,英文名\n1,友邦,AIA\n1,友邦保险,\n", (("友邦", "AIA", "友邦保险"),)),
        ("# one\n#\nname,alias\n# two\n友邦,AIA\n", (("友邦", "AIA"),)),
        ("\ufeff# one, two\nname\talias\n友邦\tAIA\n", (("友邦", "AIA"),)),
        ('name,alias\n"#1 Store",一号店\n#2,二号店\n', (("#1 Store", "一号店"), ("#2", "二号店"))),
    ],
)
def test_forms_that_are_read(text: str, groups: tuple[tuple[str, ...], ...]) -> None:
    assert read(text) == groups


def test_other_formats_and_several_files(tmp_path: Path) -> None:
    rows = [{"zh": "友邦", "en": "AIA"}, {"zh": "鸿海", "en": "Foxconn"}]
    lines, table = tmp_path / "a.jsonl", tmp_path / "b.parquet"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    pl.DataFrame(rows).write_parquet(table)
    groups = (("友邦", "AIA"), ("鸿海", "Foxconn"))
    assert read_alias_files([lines]).groups == groups
    assert read_alias_files([table, lines]).groups == groups * 2


def test_encodings() -> None:
    data = "name,alias\n友邦,AIA\n".encode("gb18030")
    assert read(data, "gb18030") == (("友邦", "AIA"),)
    with pytest.raises(InvalidInput, match=r"its bytes fit gb18030.*save it as UTF-8"):
        read(data)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("友邦,AIA\n", 'columns "友邦", "AIA"; an alias file has two or more columns of names'),
        ("name,kind\n友邦,org\n", "cannot tell groups of names"),
        ("id,kind\n1,org\n", "cannot tell groups of names"),
        ("id,code,name\n1,2,友邦\n", "cannot tell groups of names"),
        (
            "name,alias\n友邦,AIA\n鸿海,\n",
            r"row 2 \(line 3\): the row holds one name only, '鸿海'",
        ),
        ("name,alias\n友邦,友邦\n", "one name only"),
        ("# a\n\nname,alias\n# b\n友邦,\n", r"row 1 \(line 5\): the row holds one name only"),
        ("name,alias\n,\n", "row 1 .*: the name is null or empty; mend the row or delete it"),
        ("name,alias\n友邦\n", "row 1 .*: the row is too short"),
        ("id,name\n1,友邦\n,AIA\n", "row 2 .*: the id is null or empty"),
        ("id,name\n1,友邦\n2,AIA\n", "no id has two names, so the file says nothing"),
        ('{"name": "友邦", "alias": 7}\n', "row 1 .*: the name 7 is of type int"),
        ("# nothing\n", "the file is empty"),
        ("name,alias\n", "no row below the header, so the file says nothing"),
        ("id,name\n# none yet\n", "no row below the header, so the file says nothing"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_row(text: str, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        read(text)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidInput, match=r"nowhere\.csv: cannot be read"):
        read_alias_files(["nowhere.csv"])
