"""The table of Latin syllables is what its builder makes, and says what is known of them."""

import pytest

from namelink.tables.loader import columns_and_lines
from namelink.tables.spellings import mandarin_of, mandarin_rarity, rarity
from tools import build_hokkien, build_spellings


def test_the_table_is_what_the_tool_writes() -> None:
    shipped = ["\t".join(cells) for cells in columns_and_lines("spellings")[1]]
    assert list(build_spellings.rows()) == shipped


def test_the_hokkien_table_is_what_the_tool_writes(capsys: pytest.CaptureFixture[str]) -> None:
    build_hokkien.main()
    made = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("#")]
    assert made[1:] == ["\t".join(cells) for cells in columns_and_lines("hokkien_spellings")[1]]


def test_every_hokkien_reading_has_a_rule() -> None:
    known = build_hokkien.rules("hokkien_rules")
    for reading, _ in build_hokkien.table("hokkien_readings"):
        shares = build_hokkien.spelled(reading, known)
        assert sum(shares.values()) == pytest.approx(1.0, abs=0.02), reading


@pytest.mark.parametrize(
    ("spelling", "mandarin"),
    [("tsz", "zi"), ("hsiao", "xiao"), ("wong", "wang"), ("keung", "qiang"), ("chieh", "jie")],
)
def test_what_a_syllable_stands_for(spelling: str, mandarin: str) -> None:
    assert mandarin_of(spelling)[0][0] == mandarin


def test_common_syllables_are_common() -> None:
    assert rarity("wang", surname=True) < rarity("wong", surname=True)
    assert rarity("li", surname=True) < rarity("ou", surname=True)
    assert rarity("ming", surname=False) < rarity("tsz", surname=False)
    assert rarity("no such", surname=True) >= rarity("ou", surname=True)


def test_shares_of_mandarin_syllables_are_shares() -> None:
    assert sum(one for one, _ in mandarin_rarity().values()) <= 1.0
    assert sum(other for _, other in mandarin_rarity().values()) <= 1.0
    for form, *_ in columns_and_lines("spellings")[1]:
        assert sum(share for _, share in mandarin_of(form)) <= 1.0 + 1e-2
