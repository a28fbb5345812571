"""Files in: the standard library and polars write them, namelink reads them."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import InvalidInput
from namelink.io.columns import ColumnChoice
from namelink.io.files import FileReading, read_article, read_table
from namelink.model.kinds import Kind
from namelink.model.table import AliasTable, Reject


def read(data: bytes | str, **reading: object) -> AliasTable:
    """The table of some bytes, as standard input."""
    raw = data.encode() if isinstance(data, str) else data
    rejects = reading.pop("rejects", None)
    table, _ = read_table(
        "-",
        reading=FileReading(**reading),  # type: ignore[arg-type]
        rejects=rejects,  # type: ignore[arg-type]
        stdin=io.BytesIO(raw),
    )
    return table


def cells(table: AliasTable) -> list[tuple[object, str]]:
    return list(zip(table.ids, table.names, strict=True))


TEXT = "id,name\n1,吴泳铭\n2,張迪\n"
WANTED = [("1", "吴泳铭"), ("2", "張迪")]


@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-16-le", "utf-16-le"),
        ("utf-32", None),
        ("gb18030", "gb18030"),
        ("gb18030", "GB2312"),
        ("gbk", "gbk"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-8-sig", "gb18030"),
    ],
)
def test_encodings(codec: str, told: str | None) -> None:
    assert cells(read(TEXT.encode(codec), encoding=told)) == WANTED


@pytest.mark.parametrize(
    "text",
    [
        "sep=,\nid,name\n1,吴泳铭\n\n2,張迪\n",
        "\r\nSEP=;\r\n\r\nid;name\r\n1;吴泳铭\r\n2;張迪\r\n",
        "sep=\t\nid\tname\n1\t吴泳铭\n2\t張迪\n",
    ],
)
def test_a_line_for_excel_names_the_mark_and_is_no_header(text: str) -> None:
    assert cells(read(text)) == WANTED
    bad: list[Reject] = []
    read(text + "3\n", rejects=bad)
    [reject] = bad
    assert f"(line {len(text.splitlines()) + 1})" in reject.reason
    with pytest.raises(InvalidInput, match="the file is empty"):
        read("sep=,\n")


def test_a_name_that_begins_like_that_line_is_read() -> None:
    assert cells(read("sep=,name\n1,吴泳铭\n", columns=ColumnChoice(id="sep="))) == WANTED[:1]


@pytest.mark.parametrize("library", ["polars", "sqlite"])
def test_files_of_other_sorts_are_told(library: str, tmp_path: Path) -> None:
    path = tmp_path / "names"
    if library == "polars":
        pl.DataFrame({"name": ["吴泳铭"]}).write_ipc(path)
    else:
        with closing(sqlite3.connect(path)) as base:
            base.execute("create table names (name text)")
            base.commit()
    with pytest.raises(InvalidInput, match="CSV"):
        read_table(path)


def test_big5_reads_the_characters_that_windows_writes() -> None:
    text = "id,name\n1,宏碁\n2,恒生銀行\n"
    assert cells(read(text.encode("cp950"), encoding="big5")) == [("1", "宏碁"), ("2", "恒生銀行")]


@pytest.mark.parametrize(("codec", "fits"), [("gb18030", "gb18030"), ("cp950", "big5")])
def test_a_wrong_encoding_is_told_with_byte_line_and_way_out(codec: str, fits: str) -> None:
    data = "id,name\n1,Wu\n2,陳美華\n".encode(codec)
    offset = data.index("陳".encode(codec))
    with pytest.raises(InvalidInput) as caught:
        read(data)
    message = str(caught.value)
    assert f"byte {offset} (line 3)" in message
    assert "--encoding" in message
    assert fits in message


@pytest.mark.parametrize(
    ("codec", "text", "first"),
    [
        (
            "gb18030",
            "编号,企业名称\n1,中国工商银行\n2,贵州茅台酒股份有限公司\n3,吴泳铭\n",
            "gb18030",
        ),
        ("gb18030", "編號,姓名\n1,馬雲\n2,陳美華\n3,吳泳銘\n4,中國銀行\n", "gb18030"),
        ("cp950", "編號,姓名\n1,馬雲\n2,陳美華\n3,宏碁\n4,中國信託商業銀行\n", "big5"),
        ("cp950", "名稱\n台灣積體電路製造股份有限公司\n鴻海精密工業\n", "big5"),
        ("utf-16-le", "id,name\n1,吴泳铭\n2,张迪\n", "utf-16-le"),
        ("utf-16-be", "编号,姓名\n一,吴泳铭\n二,张迪\n", "utf-16-be"),
    ],
)
def test_the_likeliest_encoding_is_the_one_to_try(codec: str, text: str, first: str) -> None:
    with pytest.raises(InvalidInput, match=f"try --encoding {first}$"):
        read(text.encode(codec))
    assert read(text.encode(codec), encoding=first).names


def test_the_byte_of_a_wrong_encoding_is_right_far_into_a_file() -> None:
    head = "id,name\n" + "".join(f"{number},吴泳铭\n" for number in range(20_000))
    data = head.encode() + b"x,\xff\n"
    with pytest.raises(InvalidInput, match=rf"byte {len(data) - 2} \(line 20002\)"):
        read(data)


def test_an_encoding_that_hides_mojibake_is_noted() -> None:
    data = ("name\n" + "中国农业银行\n" * 4).encode()
    assert data.decode("gb18030") != data.decode("utf-8"), "the bytes fit both encodings"
    _, notes = read_table("-", reading=FileReading(encoding="gb18030"), stdin=io.BytesIO(data))
    assert any("look like UTF-8" in note for note in notes)


def test_a_mark_that_overrules_the_option_is_noted() -> None:
    reading = FileReading(encoding="big5")
    _, notes = read_table("-", reading=reading, stdin=io.BytesIO(TEXT.encode("utf-8-sig")))
    assert any("not read as big5" in note for note in notes)


def test_utf_8_that_does_not_fit_what_was_told_is_recognized() -> None:
    with pytest.raises(InvalidInput, match=r"not big5 .*--encoding utf-8"):
        read("name\n吴泳铭张迪\n", encoding="big5")


@pytest.mark.parametrize("encoding", ["klingon", "base64", "rot13", "a\0b"])
def test_an_unknown_encoding_is_told_with_known_ones(encoding: str) -> None:
    with pytest.raises(InvalidInput, match="gb18030"):
        read(TEXT, encoding=encoding)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_line_ends_and_delimiters_are_guessed(end: str, delimiter: str) -> None:
    text = TEXT.replace("\n", end).replace(",", delimiter)
    assert cells(read(text)) == WANTED


@pytest.mark.parametrize("inside", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_may_end_inside_quotes_in_any_way(end: str, inside: str) -> None:
    text = TEXT.replace("\n", end) + f'9,"Zhang{inside}Di"{end}'
    assert cells(read(text)) == [*WANTED, ("9", f"Zhang{inside}Di")]


def test_a_delimiter_that_is_none_is_told_with_one_that_may_be() -> None:
    with pytest.raises(InvalidInput, match="--delimiter ','"):
        read(TEXT, delimiter=";")


def test_a_delimiter_can_be_told() -> None:
    assert cells(read("id~name\n1~a,b\n", delimiter="~")) == [("1", "a,b")]
    with pytest.raises(InvalidInput, match="one character"):
        read(TEXT, delimiter="::")


NAME = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(lambda s: s.strip())


@given(st.lists(NAME, max_size=6), st.sampled_from([",", "\t"]))
def test_what_the_csv_module_writes_is_read_back(names: list[str], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["id", "name"])
    writer.writerows([number, name] for number, name in enumerate(names))
    table = read(out.getvalue(), format="csv", delimiter=delimiter)
    assert list(table.names) == names


@given(
    st.lists(st.text(min_size=1, max_size=12).filter(lambda s: s.strip()), min_size=1, max_size=6)
)
def test_what_the_json_module_writes_is_read_back(names: list[str]) -> None:
    lines = "".join(json.dumps({"id": n, "name": name}) + "\n" for n, name in enumerate(names))
    table = read(lines)
    assert cells(table) == list(enumerate(names))


def test_a_nul_and_a_quoted_line_end_belong_to_the_name() -> None:
    assert cells(read('id,name\n1,"a\nb"\n2,c\0d\n')) == [("1", "a\nb"), ("2", "c\0d")]


@pytest.mark.parametrize("data", ["", "\n\n", "\ufeff", "  \n"])
@pytest.mark.parametrize("file_format", ["csv", "tsv", "jsonl"])
def test_an_empty_file_is_told(data: str, file_format: str) -> None:
    with pytest.raises(InvalidInput, match="empty"):
        read(data, format=file_format)


def test_a_header_alone_is_an_empty_table() -> None:
    assert read("id,name\n").names == ()


def test_utf_16_without_a_mark_is_told() -> None:
    with pytest.raises(InvalidInput, match="--encoding utf-16-le"):
        read("id,name\n1,Wu\n".encode("utf-16-le"))


BAD_ROWS = [
    ("csv", "id,name\n1,张迪\n2\n3,郑波\n", 2, "too short: 1 cells"),
    ("csv", "id,name\n1,张迪\n2,a,b\n3,郑波\n", 2, "too long: 3 cells"),
    ("csv", "id,name\n1,张迪\n2,\n3,郑波\n", 2, "null or empty"),
    ("csv", "id,name\n1,张迪\n2,  \n3,郑波\n", 2, "null or empty"),
    ("csv", "id,name\n1,张迪\n,x\n3,郑波\n", 2, "id is null"),
    ("csv", 'id,name\n1,张迪\n2,"x"y\n3,郑波\n', 2, "double a quote"),
    ("tsv", "id\tname\n1\t张迪\n2\n3\t郑波\n", 2, "too short"),
    ("jsonl", '{"id":"1","name":"张迪"}\n{"id":\n{"id":"3","name":"郑波"}\n', 2, "not JSON"),
    ("jsonl", '{"id":"1","name":"张迪"}\n[1]\n{"id":"3","name":"郑波"}\n', 2, "list"),
    ("jsonl", '{"id":"1","name":"张迪"}\n{"id":"2"}\n{"id":"3","name":"郑波"}\n', 2, "null"),
    ("jsonl", '{"id":"1","name":"张迪"}\n{}\n{"id":"3","name":"郑波"}\n', 2, "null"),
    (
        "jsonl",
        '{"id":"1","name":"张迪"}\n{"id":"2","name":5}\n{"id":"3","name":"郑波"}\n',
        2,
        "int",
    ),
    (
        "jsonl",
        '{"id":"1","name":"张迪"}\n{"id":[1],"name":"x"}\n{"id":"3","name":"郑波"}',
        2,
        "list",
    ),
    (
        "jsonl",
        '{"id":"1","name":"张迪"}\n' + "[" * 100_000 + '\n{"id":"3","name":"郑波"}',
        2,
        "JSON",
    ),
]


@pytest.mark.parametrize(("file_format", "data", "row", "reason"), BAD_ROWS)
def test_a_bad_row_stops_the_run_or_is_set_aside(
    file_format: str, data: str, row: int, reason: str
) -> None:
    rejects: list[Reject] = []
    table = read(data, format=file_format, rejects=rejects)
    assert cells(table) == [("1", "张迪"), ("3", "郑波")]
    assert list(table.rows) == [0, 2]
    assert [each.row for each in rejects] == [row]
    assert reason in rejects[0].reason
    line = row if file_format == "jsonl" else row + 1  # below the header
    with pytest.raises(InvalidInput, match=rf"row {row} \(line {line}\).*--rejects FILE"):
        read(data, format=file_format)


def test_the_content_of_a_reject_is_the_row() -> None:
    rejects: list[Reject] = []
    read('id,name\n"a,b",\n2,x,y\n', rejects=rejects)
    assert [each.content for each in rejects] == ['"a,b",', "2,x,y"]


def test_a_row_that_cannot_be_read_is_shown_as_it_stands() -> None:
    rejects: list[Reject] = []
    table = read('id,name\n1,张迪\n2,Wu "Ed" Yong"x\n"3"z,y\n4,郑波\n', rejects=rejects)
    assert [each.content for each in rejects] == ['"3"z,y']
    assert table.names == ("张迪", 'Wu "Ed" Yong"x', "郑波")


def test_a_cell_that_is_too_long_is_told_so() -> None:
    rejects: list[Reject] = []
    long = "吴" * (csv.field_size_limit() + 1)
    assert read(f"id,name\n1,张迪\n2,{long}\n3,郑波\n", rejects=rejects).names == ("张迪", "郑波")
    assert "131072 characters at most: shorten it" in rejects[0].reason
    assert rejects[0].content.startswith("2,吴吴")
    assert len(rejects[0].content) < 300


def test_an_unknown_kind_is_a_bad_row() -> None:
    rejects: list[Reject] = []
    table = read("name,kind\n张迪,人物\nx,robot\ny,\n", rejects=rejects)
    assert list(table.kinds) == [Kind.PERSON, Kind.UNKNOWN]
    assert "robot" in rejects[0].reason


def test_a_kind_that_is_no_string_is_a_bad_row() -> None:
    rejects: list[Reject] = []
    assert read('{"name": "x", "kind": 5}\n', rejects=rejects).names == ()
    assert "of type int" in rejects[0].reason


def test_a_header_that_cannot_be_read_is_told() -> None:
    with pytest.raises(InvalidInput, match=r"line 1: .*double a quote"):
        read('"id"x,name\n1,y\n', rejects=[])


def test_a_quote_that_never_closes_is_told_with_its_line() -> None:
    with pytest.raises(InvalidInput, match=r"line 3 .*not closed"):
        read('id,name\n1,x\n2,"y\n3,z\n', rejects=[])


@pytest.mark.parametrize(
    ("header", "names", "ids"),
    [
        ("编号,企业名称,类型", ["b"], ["a"]),
        ("ID,Name,x", ["b"], ["a"]),
        ("entity_id,NAME_ZH,name_en", ["b", "c"], ["a", "a"]),
        ("x,zh,English", ["b", "c"], [0, 0]),
        ("uid,姓名,公司名称", ["b"], ["a"]),
        ("code,kind,中文名", ["c"], ["a"]),
    ],
)
def test_usual_columns_are_guessed(header: str, names: list[str], ids: list[object]) -> None:
    kind = {"类型", "kind"} & set(header.split(","))
    row = "a,org,c" if header.split(",")[1] == "kind" else "a,b,org" if kind else "a,b,c"
    table, notes = read_table("-", stdin=io.BytesIO(f"{header}\n{row}\n".encode()))
    assert (list(table.names), list(table.ids)) == (names, ids)
    assert len(notes) == 1
    assert "guessed" in notes[0]
    assert table.kinds[0] is (Kind.ORG if kind else Kind.UNKNOWN)


def test_only_what_was_guessed_is_said() -> None:
    def said(wanted: ColumnChoice) -> tuple[str, ...]:
        file = io.BytesIO(b"code,name,kind\na,b,org\n")
        return read_table("-", reading=FileReading(columns=wanted), stdin=file)[1]

    place = "standard input: guessed"
    assert said(ColumnChoice()) == (f'{place} name from "name", id from "code", kind from "kind"',)
    assert said(ColumnChoice(name=("name",), kinds=False)) == (f'{place} id from "code"',)
    assert said(ColumnChoice(id="code", name=("name",))) == (f'{place} kind from "kind"',)


def test_told_columns_are_taken_without_a_word() -> None:
    table, notes = read_table(
        "-",
        reading=FileReading(columns=ColumnChoice(id="b", name=("a",), kind="c")),
        stdin=io.BytesIO(b"a,b,c,name\nx,1,org,y\n"),
    )
    assert (table.names, table.ids, table.kinds, notes) == (("x",), ("1",), (Kind.ORG,), ())


def test_a_missing_column_is_told_with_those_there_are() -> None:
    with pytest.raises(InvalidInput, match='no column "nmae"; the columns are "id", "name"'):
        read(TEXT, columns=ColumnChoice(name=("nmae",)))
    with pytest.raises(InvalidInput, match='"a", "b"'):
        read("a,b\n1,2\n")


def test_what_to_do_about_columns_is_told_for_every_command() -> None:
    with pytest.raises(InvalidInput, match=r"--name, or --left-name .* --no-header"):
        read("7,张迪\n8,郑波\n")
    wide = ",".join(f"c{number}" for number in range(1000))
    with pytest.raises(InvalidInput, match='"c19" and 980 more'):
        read(f"{wide}\n")


def test_a_column_that_stands_twice() -> None:
    with pytest.raises(InvalidInput, match="2 times"):
        read("id,name,name\n1,a,b\n", columns=ColumnChoice(name=("name",)))
    with pytest.raises(InvalidInput, match=r'"name" stands more than once; .* rename one'):
        read("id,name,name\n1,a,b\n")
    assert cells(read("id,name,,\n1,a,x,y\n")) == [("1", "a")]


def test_a_list_without_a_header() -> None:
    with pytest.raises(InvalidInput, match="--no-header"):
        read("吴泳铭\n张迪\n")
    assert cells(read("吴泳铭\n\n张迪\n", header=False)) == [(0, "吴泳铭"), (1, "张迪")]
    with pytest.raises(InvalidInput, match="1 to 2"):
        read("1,张迪\n", header=False)
    told = ColumnChoice(id="1", name=("2",))
    assert cells(read("7,张迪\n", header=False, columns=told)) == [("7", "张迪")]


def test_later_fields_of_json_lines_are_columns_too() -> None:
    lines = '{"id": 1, "name": "a"}\n{"id": 2, "name": "b", "kind": "org"}\n'
    assert list(read(lines).kinds) == [Kind.UNKNOWN, Kind.ORG]


def test_parquet_is_read_and_only_its_wanted_columns(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    frame = pl.DataFrame({"x": [0, 0, 0], "id": [5, 6, 7], "姓名": ["张迪", None, "郑波"]})
    frame.write_parquet(path)
    rejects: list[Reject] = []
    table, notes = read_table(path, rejects=rejects)
    assert cells(table) == [(5, "张迪"), (7, "郑波")]
    assert [each.row for each in rejects] == [2]
    assert "姓名" in notes[0]
    piped, _ = read_table("-", stdin=io.BytesIO(path.read_bytes()), rejects=[])
    assert cells(piped) == cells(table)


@pytest.mark.parametrize("size", [10, 300])
def test_a_damaged_parquet_file_is_told(tmp_path: Path, size: int) -> None:
    path = tmp_path / "people.parquet"
    pl.DataFrame({"name": ["张迪"]}).write_parquet(path)
    damaged = path.read_bytes()[:size] + b"PAR1" * (size > 100)
    path.write_bytes(damaged)
    with pytest.raises(InvalidInput, match="Parquet"):
        read_table(path)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", b"PK\x03\x04rest", "Excel"),
        ("a.csv", b"\xd0\xcf\x11\xe0rest", "Excel"),
        ("a.csv.gz", b"\x1f\x8brest", "gzip"),
        ("a.json", b'[{"name": "x"}]', "one object a line"),
    ],
)
def test_other_sorts_of_files_are_told(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InvalidInput, match=told):
        read_table(path)


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="No such file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_table(tmp_path)
    with pytest.raises(InvalidInput, match="csv, tsv, jsonl, parquet"):
        read(TEXT, format="xml")


@given(st.binary(max_size=200), st.sampled_from(["csv", "tsv", "jsonl", "parquet", None]))
def test_any_bytes_give_a_table_or_a_plain_error(data: bytes, file_format: str | None) -> None:
    try:
        read(data, format=file_format)
    except InvalidInput:
        return


def test_an_article_keeps_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("张\r\n迪\n".encode("gb18030"))
    assert read_article(path, encoding="gb18030") == "张\r\n迪\n"


@pytest.mark.parametrize(
    ("head", "told"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "Word"), (b"\x1f\x8b\x08", "gzip")],
)
def test_what_is_no_article_is_told(head: bytes, told: str) -> None:
    with pytest.raises(InvalidInput, match=f"standard input: is .*{told}"):
        read_article("-", stdin=io.BytesIO(head + b"\xff" * 99))
