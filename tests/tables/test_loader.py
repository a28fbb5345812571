"""The one reader of every table: what it takes and what it refuses."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import TableError
from namelink.tables import loader

Write = Callable[[str, str], None]
DATA = Path(loader.__file__).with_name("data")


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Tables of our own in place of the bundled ones."""
    monkeypatch.setattr(loader, "_FOLDER", tmp_path)

    def put(name: str, text: str) -> None:
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")

    return put


def test_comments_and_empty_lines_are_skipped(write: Write) -> None:
    write("one", "# title: x\n#\n\nhan\tpinyin\n吴\twu\n\n# later\n曾\tzeng\n")
    assert loader.columns_and_lines("one") == (
        ["han", "pinyin"],
        [["吴", "wu"], ["曾", "zeng"]],
    )


def test_cells_are_kept_as_they_are(write: Write) -> None:
    write("two", 'a\tb\n "x" \t\n')
    assert loader.columns_and_lines("two")[1] == [[' "x" ', ""]]


@pytest.mark.parametrize("row", ["1\t2\t3", "1"])
def test_a_row_of_another_width_is_refused_with_its_line(write: Write, row: str) -> None:
    write("three", f"# c\na\tb\n1\t2\n{row}\n")
    with pytest.raises(TableError, match=r"three\.tsv:4"):
        loader.columns_and_lines("three")


@pytest.mark.parametrize("read", [loader.rows, loader.columns, loader.sorted_table])
def test_a_missing_table_is_named_with_the_next_step(read: Callable[[str], object]) -> None:
    with pytest.raises(TableError, match=r"'nothing'.*reinstall"):
        read("nothing")


def test_a_table_without_rows_has_columns(write: Write) -> None:
    write("five", "# c\na\tb\n")
    assert loader.columns("five") == {"a": [], "b": []}


@pytest.mark.parametrize("path", sorted(DATA.glob("*.tsv")), ids=lambda path: path.stem)
def test_columns_are_the_cells_of_the_lines(path: Path) -> None:
    head, lines = loader.columns_and_lines(path.stem)
    assert list(loader.columns(path.stem)) == head
    assert list(zip(*loader.columns(path.stem).values(), strict=True)) == [*map(tuple, lines)]


def opened_sorted() -> list[str]:
    """Tables in which the code looks for single rows, by the calls in its source."""
    code = "".join(path.read_text(encoding="utf-8") for path in DATA.parent.rglob("*.py"))
    named = r'(?:sorted_table|_cells)\("(\w+)"|"\w+": "(\w+_spellings)"'
    return sorted({one or other for one, other in re.findall(named, code)})


def test_tables_that_are_looked_up_are_found_in_the_source() -> None:
    assert {"chunks", "jyutping", "korean_spellings", "old_readings"} <= set(opened_sorted())


@pytest.mark.parametrize("name", opened_sorted())
def test_single_rows_are_found_as_in_the_whole_table(name: str) -> None:
    by_key: dict[str, list[list[str]]] = {}
    for line in loader.columns_and_lines(name)[1]:
        by_key.setdefault(line[0], []).append(line)
    table = loader.sorted_table(name)
    assert list(by_key) == sorted(by_key), "not sorted by its first column"
    for key, lines in by_key.items():
        assert table.rows(key) == lines
        for other in (key + "x", key[:-1], key + "\t", key + "\n"):
            assert table.rows(other) == by_key.get(other, [])


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4)


@given(st.dictionaries(cells, st.lists(cells, min_size=1, max_size=3)), cells, st.text())
def test_any_sorted_table_answers_like_a_dictionary(
    table: dict[str, list[str]], key: str, anything: str
) -> None:
    body = "".join(f"{key}\t{cell}\n" for key in sorted(table) for cell in table[key])
    found = loader.SortedTable(body.encode("utf-8"))
    for asked in (*table, key, anything, "\ud800"):
        assert found.rows(asked) == [[asked, cell] for cell in table.get(asked, [])]


def test_a_line_separator_inside_a_cell_does_not_end_the_row(write: Write) -> None:
    write("four", "a\tb\nx\u2028y\tz\n")
    assert loader.columns_and_lines("four")[1] == [["x\u2028y", "z"]]
