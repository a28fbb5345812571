"""The one reader of every table: what it takes and what it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from namelink.errors import TableError
from namelink.tables import loader

Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Tables of our own in place of the bundled ones."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(loader, "files", lambda _package: tmp_path)

    def put(name: str, text: str) -> None:
        (tmp_path / "data" / f"{name}.tsv").write_text(text, encoding="utf-8")

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


def test_a_missing_table_is_named_with_the_next_step() -> None:
    with pytest.raises(TableError, match=r"'nothing'.*reinstall"):
        loader.rows("nothing")


def test_a_line_separator_inside_a_cell_does_not_end_the_row(write: Write) -> None:
    write("four", "a\tb\nx\u2028y\tz\n")
    assert loader.columns_and_lines("four")[1] == [["x\u2028y", "z"]]
