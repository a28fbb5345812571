"""Brands that follow the sound loosely: real companies, what must not pass for one, laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.model.kinds import Channel, Kind, Outcome
from namelink.readings.brand import (
    LETTERS,
    Brands,
    cut,
    is_exact,
    relation_of_onsets,
    relation_of_rests,
    syllables,
)
from namelink.tables.brand_sounds import brand_sounds
from tests.readings.batches import batch_of, rows_of

LETTER = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
PIECE = st.text(LETTER, max_size=6)


# Annual reports and listings of the companies.
@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("碧生源控股有限公司", "Besunyen Holdings Company Limited"),
        ("佳兆业集团控股有限公司", "Kaisa Group Holdings Ltd."),
        ("宏力医疗管理集团有限公司", "Honliv Healthcare Management Group Company Limited"),
        ("唐山三孚硅业股份有限公司", "Tangshan Sunfar Silicon Industries Co., Ltd."),
    ],
)
def test_brands_of_companies_are_read(written: str, latin: str) -> None:
    found = compare(written, latin)
    assert found.verdict.value == "match", found.explain()
    agreed = {piece.channel for piece in found.evidence if piece.outcome is Outcome.AGREES}
    assert Channel.BRAND in agreed, found.explain()


def cells(written: str, latin: str, kind: Kind = Kind.ORG) -> list[tuple[float, ...]]:
    """Rows of the channel's cells for one pair."""
    return [*rows_of(Brands().cells(batch_of([(written, latin)], kind)))]


def test_a_brand_stands_for_a_whole_own_name() -> None:
    # Three characters, one word: pair, left start and size, right start and size.
    assert [row[:5] for row in cells("碧生源控股有限公司", "Besunyen Holdings")] == [
        (0, 0, 3, 0, 1)
    ]
    assert all(row[1] == 0 for row in cells("新碧生源控股有限公司", "Besunyen Holdings"))
    # What a body does may stand behind it, not a single character.
    assert [row[1:3] for row in cells("三孚硅业", "Sunfar Silicon")] == [(0, 2)]
    assert all(row[2] == 3 for row in cells("三孚新控股", "Sunfar Silicon"))


def test_what_pinyin_spells_is_no_loose_spelling() -> None:
    # Hengrui is 恒瑞, and Hengrun another company.
    assert not cells("江苏恒瑞医药股份有限公司", "Jiangsu Hengrun Pharmaceuticals Co., Ltd.")
    assert is_exact("hengrun", 2)
    assert not is_exact("besunyen", 3)


def test_words_of_tables_and_other_kinds_are_not_heard() -> None:
    assert not cells("碧生源", "Besunyen", Kind.PLACE)
    assert not cells("中国工商银行", "Gonshan Bank")


@given(PIECE, PIECE)
def test_relations_do_not_depend_on_the_side(one: str, other: str) -> None:
    assert relation_of_onsets(one, other) == relation_of_onsets(other, one)
    assert relation_of_rests(one, other) == relation_of_rests(other, one)
    assert relation_of_onsets(one, one) == relation_of_rests(one, one) == "same"


@given(PIECE)
def test_a_cut_loses_no_letter(letters: str) -> None:
    piece = cut(letters)
    assert piece is None or "".join(piece) == letters != ""


@given(st.sampled_from("碧生源佳兆业宏力三孚"), st.sampled_from("碧生源佳兆业宏力三孚"))
def test_every_spelling_of_a_character_has_a_syllable(one: str, other: str) -> None:
    assert syllables(one)
    assert syllables(other)


def test_better_relations_tell_more() -> None:
    told = brand_sounds()
    for part in ("first", "later"):
        assert told[part, "same"] > told[part, "near"] > told[part, "far"]
    assert told["rest", "same"] > told["rest", "near"] > 0 > told["rest", "far"]


@given(st.text(LETTER, min_size=1, max_size=20))
def test_any_word_gets_an_answer(word: str) -> None:
    for row in cells("碧生源控股有限公司", f"{word} Holdings"):
        assert row[1] == 0
        assert len(word) in LETTERS
