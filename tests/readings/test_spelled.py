"""P(spelling | character): shares, and facts of each romanization."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.model.kinds import ROMANIZATIONS
from namelink.readings.engines import pinyin_readings
from namelink.readings.spelled import SYSTEM_SHARES, readings, shares
from namelink.tables.names import surname_reading
from namelink.text.variants import fold_han

some_char = st.sampled_from("吴曾单重长泽明国英志伟文龙发家")
some_system = st.sampled_from(list(SYSTEM_SHARES))


def test_every_romanization_has_a_share_of_names_and_pinyin_most() -> None:
    assert set(SYSTEM_SHARES) == {channel.value for channel in ROMANIZATIONS}
    assert sum(SYSTEM_SHARES.values()) == pytest.approx(1.0)
    assert max(SYSTEM_SHARES, key=SYSTEM_SHARES.__getitem__) == "pinyin"


@given(char=some_char, system=some_system, as_surname=st.booleans())
def test_shares_are_shares(char: str, system: str, *, as_surname: bool) -> None:
    found = shares(char, surname_reading(char) if as_surname else "", system)
    assert all(0 < share <= 1.0 + 1e-6 for share in found.values())
    assert sum(found.values()) <= 1.1


@pytest.mark.parametrize(
    ("char", "system", "spelling"),
    [
        ("陈", "pinyin", "chen"),
        ("陈", "cantonese", "chan"),
        ("陈", "minnan", "tan"),
        ("谢", "wade-giles", "hsieh"),
        ("谢", "cantonese", "tse"),
        ("蔡", "minnan", "chua"),
        ("邱", "tongyong", "ciou"),
    ],
)
def test_the_usual_spelling_of_a_surname(char: str, system: str, spelling: str) -> None:
    found = shares(char, surname_reading(char), system)
    assert max(found, key=found.__getitem__) == spelling


@pytest.mark.parametrize(
    ("char", "expected"), [("干", {"gan", "qian"}), ("滨", {"bin", "bang"}), ("明", {"ming"})]
)
def test_merged_characters_keep_the_readings_of_each(char: str, expected: set[str]) -> None:
    said = dict(readings(char, ""))
    assert set(said) == expected
    assert sum(said.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(("char", "syllable"), [("煇", "hui"), ("璝", "gui"), ("蟜", "jiao")])
def test_rare_characters_whose_simplified_forms_no_list_has_are_read(
    char: str, syllable: str
) -> None:
    folded = fold_han(char)
    assert not pinyin_readings(folded)
    assert syllable in dict(readings(folded, ""))
