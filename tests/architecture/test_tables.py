"""Every bundled table says where it comes from and under what licence it ships."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "src" / "namelink" / "tables" / "data"
FILES = sorted(path for path in DATA.iterdir() if path.is_file())
TABLES = [path for path in FILES if path.suffix == ".tsv"]

# Terms under which a row may ship inside an Apache-2.0 package. Share-alike and non-commercial
# data stay outside, as dependencies.
# WordNet may be copied, changed and passed on for any purpose, with its notice.
PERMITTED = ("Apache-2.0", "CC0", "CC-BY-4.0", "CC BY 4.0", "MIT", "BSD", "Unicode", "WordNet 3.0")
REFUSED = ("BY-SA", "ShareAlike", "BY-NC", "NonCommercial", "GPL")


def header(path: Path) -> dict[str, str]:
    """The ``# key: value`` lines that open a table."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        key, colon, value = line.removeprefix("#").partition(":")
        if colon:
            found.setdefault(key.strip().lower(), value.strip())
    return found


def test_the_folder_holds_tables_and_nothing_else() -> None:
    assert TABLES
    assert FILES == TABLES, "a file here needs a header, and only TSV tables have one"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_table_names_its_title_source_and_licence(path: Path) -> None:
    stated = header(path)
    assert all(stated.get(key) for key in ("title", "source", "licence")), sorted(stated)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_licence_lets_the_table_ship(path: Path) -> None:
    licence = header(path).get("licence", "")
    assert any(term in licence for term in PERMITTED), licence
    assert not any(term in licence for term in REFUSED), licence
