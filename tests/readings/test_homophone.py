"""Characters of one sound: known on both sides, different, and so against the pair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.readings.homophone import Homophones
from tests.readings.batches import batch_of, rows_of

# Characters of given names by sound, no two of them variants of each other.
ALIKE = {
    "ming": "明铭鸣", "wei": "伟维薇", "jun": "军俊君", "ze": "泽则", "xin": "新欣鑫",
    "yu": "宇玉雨",
}  # fmt: skip
chars = st.sampled_from("".join(ALIKE.values()))
SOUND = {char: sound for sound, own in ALIKE.items() for char in own}


@settings(max_examples=100)
@given(st.text(chars, min_size=1, max_size=3), st.text(chars, min_size=1, max_size=3))
def test_homophones_are_all_pairs_of_one_sound_and_two_characters(left: str, right: str) -> None:
    found = rows_of(Homophones().cells(batch_of([(f"吴{left}", f"吴{right}")])))
    expected = {
        (at + 1, other + 1)
        for at, one in enumerate(left)
        for other, two in enumerate(right)
        if one != two and SOUND[one] == SOUND[two]
    }
    assert {(row[1], row[3]) for row in found} == expected
    assert all(row[-1] < 0 for row in found), "the same sound speaks for the pair"
    assert all(row[2] == row[4] == 1 for row in found)


@pytest.mark.parametrize(("one", "other"), [("习近平", "習近平"), ("吴", "Wu"), ("吴", "王")])
def test_variants_spellings_and_other_sounds_are_no_homophones(one: str, other: str) -> None:
    assert rows_of(Homophones().cells(batch_of([(one, other)]))) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [("吴泽明", "吴则明"), ("王伟", "王薇"), ("李俊", "李军"), ("张鑫宇", "张欣雨")],
)
def test_the_same_sound_is_not_the_same_person(left: str, right: str) -> None:
    found = compare(left, right, kind="person")
    assert found.relation == "homophone"
    assert found.verdict != "match"
    assert found.bits < compare(left, left, kind="person").bits
    back = compare(right, left, kind="person")
    assert (back.relation, back.bits) == (found.relation, found.bits)


def test_a_homophone_speaks_less_against_than_another_sound() -> None:
    alike = compare("吴泽明", "吴则明", kind="person").bits
    assert alike > compare("吴泽明", "吴伟明", kind="person").bits


def test_one_homophone_beside_another_character_is_a_contradiction() -> None:
    assert compare("吴泽明", "吴则伟", kind="person").relation == "contradicts"
