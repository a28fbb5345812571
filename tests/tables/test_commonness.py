"""How common names are: published figures, order, and laws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.readings.engines import pinyin_readings
from namelink.tables.commonness import (
    given_characters,
    given_share,
    surname_characters,
    surname_share,
)
from namelink.tables.names import surname_reading


def agreement(shares: dict[str, float]) -> float:
    """Chance that two people drawn at random agree."""
    return sum(share * share for share in shares.values())


def test_two_people_agree_as_often_as_national_counts_say() -> None:
    # Over 1.18 billion people: surname .0268 by character, .0292 by pinyin; a given-name syllable
    # .0100. Ours are bands of another count, so within a quarter.
    surnames = dict(surname_characters())
    assert agreement(surnames) == pytest.approx(0.0268, rel=0.25)
    spelled: dict[str, float] = {}
    for surname, share in surnames.items():
        said = surname_reading(surname).split("|")[0]
        spelled[said] = spelled.get(said, 0.0) + share
    assert agreement(spelled) == pytest.approx(0.0292, rel=0.25)
    syllables: dict[str, float] = {}
    for char, share in given_characters():
        for said, among in pinyin_readings(char):
            syllables[said] = syllables.get(said, 0.0) + share * among
    assert agreement(syllables) == pytest.approx(0.0100, rel=0.25)


def test_ranks_of_surnames() -> None:
    # The Ministry of Public Security's yearly report: 王 and 李 first, then 张, 刘, 陈.
    ranked = sorted(surname_characters(), key=lambda pair: -pair[1])
    assert {surname for surname, _ in ranked[:5]} == set("王李张刘陈")
    assert ranked[0][0] in "王李"
    assert surname_share("王") == pytest.approx(0.072, rel=0.3)


@pytest.mark.parametrize("characters", [surname_characters(), given_characters()])
def test_shares_sum_to_one(characters: tuple[tuple[str, float], ...]) -> None:
    assert math.fsum(share for _, share in characters) == pytest.approx(1.0)
    assert all(share > 0 for _, share in characters)


@given(st.text(max_size=2))
def test_what_is_in_no_list_has_the_floor(text: str) -> None:
    assert 0 < given_share(text) <= max(share for _, share in given_characters())
    assert 0 < surname_share(text) < 0.1


def test_surnames_are_hardly_given_names() -> None:
    # Swapped records are taken out: 王 and 张 are rare in given names, 林 and 文 are not.
    assert given_share("王") < 0.15 * surname_share("王")
    assert given_share("文") > given_share("张")
