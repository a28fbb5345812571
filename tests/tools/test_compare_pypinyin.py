"""The page on readings shows what the tool prints, and the tool's Wade-Giles is the standard's."""

from tests.docs.pages import ROOT
from tools import compare_pypinyin

# From the tables of the standard: initials and finals of Wade-Giles without apostrophes.
FACTS = {
    "lai": "lai", "hai": "hai", "ju": "chu", "xue": "hsueh", "tie": "tieh", "shuo": "shuo",
    "huo": "huo", "quan": "chuan", "yun": "yun", "lv": "lu",
}  # fmt: skip


def test_the_page_shows_what_the_tool_prints() -> None:
    text = (ROOT / "docs" / "explanation" / "readings.md").read_text(encoding="utf-8")
    shown = text.partition("<!-- pypinyin: begin -->\n")[2].partition("<!-- pypinyin: end -->")[0]
    assert shown.strip() == compare_pypinyin.page().strip()


def test_where_the_two_differ_namelink_follows_the_standard() -> None:
    from namelink.tables.syllables import spellings_of

    for syllable, spelled in FACTS.items():
        assert spellings_of("wade-giles")[syllable][0] == spelled
