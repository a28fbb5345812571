"""Mandarin syllables: the inventory, its spellings, and the cut of solid spellings."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.syllables import (
    SOUTHERN,
    cutting,
    segmentations,
    spellings_of,
    syllables_of,
    systems,
)

SYLLABLES = sorted(syllables_of("pinyin"))


def slow_cuts(letters: str, inventory: set[str]) -> set[tuple[str, ...]]:
    """Every cut, by trying each first syllable."""
    if not letters:
        return {()}
    return {
        (letters[:end], *rest)
        for end in range(1, len(letters) + 1)
        if letters[:end] in inventory
        for rest in slow_cuts(letters[end:], inventory)
    }


@pytest.mark.parametrize(
    ("syllable", "system", "spelling"),
    [
        ("zhang", "wade-giles", "chang"),
        ("xu", "wade-giles", "hsu"),
        ("qing", "wade-giles", "ching"),
        ("guo", "wade-giles", "kuo"),
        ("ri", "wade-giles", "jih"),
        ("zhi", "wade-giles", "chih"),
        ("si", "wade-giles", "szu"),
        ("xue", "wade-giles", "hsueh"),
        ("xu", "tongyong", "syu"),
        ("zhong", "tongyong", "jhong"),
        ("qi", "tongyong", "ci"),
        ("zhi", "tongyong", "jhih"),
        ("xi", "mps2", "shi"),
        ("zhang", "mps2", "jang"),
    ],
)
def test_facts_of_the_romanizations(syllable: str, system: str, spelling: str) -> None:
    assert spelling in spellings_of(system)[syllable]


@pytest.mark.parametrize("spelling", ["lv", "lu", "lyu"])
def test_u_umlaut_takes_its_three_spellings(spelling: str) -> None:
    assert spelling in spellings_of("pinyin")["lv"]
    assert "lv" in syllables_of("pinyin")[spelling]


def test_every_common_character_has_its_syllable_in_every_system() -> None:
    from pypinyin import lazy_pinyin

    common = "".join(chr(code) for code in range(0x4E00, 0x9FA6) if encodes(chr(code)))
    said = {lazy_pinyin(char)[0] for char in common}
    # Interjections without a vowel are sounds, no syllables of names.
    said -= {"m", "n", "ng", "hm", "hng", "o", "yo", "ei"}
    for system in systems():
        assert said <= set(spellings_of(system)) | {"ê"}, system


def encodes(char: str) -> bool:
    """Whether a character stands in GB 2312, the 6,763 of ordinary use."""
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize(
    ("letters", "cuts"),
    [
        ("yongming", {("yong", "ming")}),
        ("xian", {("xian",), ("xi", "an")}),
        ("fangan", {("fang", "an"), ("fan", "gan")}),
        ("smith", set()),
        ("", set()),
    ],
)
def test_cuts(letters: str, cuts: set[tuple[str, ...]]) -> None:
    assert set(segmentations(letters, "pinyin")) == cuts


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3), st.sampled_from(systems()))
def test_cuts_are_all_that_there_are(pieces: list[str], system: str) -> None:
    letters = "".join(pieces)
    # A name holds few syllables: cuts of more than six are not made.
    found = {cut for cut in slow_cuts(letters, set(syllables_of(system))) if len(cut) <= 6}
    assert set(segmentations(letters, system)) == found


@given(st.text("abghinouxzv", min_size=1, max_size=9))
def test_cuts_of_any_letters_are_all_that_there_are(letters: str) -> None:
    found = {cut for cut in slow_cuts(letters, set(SYLLABLES)) if len(cut) <= 6}
    assert set(segmentations(letters, "pinyin")) == found


def test_fewest_syllables_come_first() -> None:
    for first, second in product("aeo", "aeo"):
        lengths = [len(cut) for cut in segmentations(f"xi{first}n{second}n", "pinyin")]
        assert lengths == sorted(lengths)


def test_a_very_long_run_is_no_spelling() -> None:
    assert segmentations("a" * 1000, "pinyin") == ()


ANY_SYLLABLE = sorted({form for system in systems() for form in syllables_of(system)})


@given(st.lists(st.sampled_from(ANY_SYLLABLE), max_size=4).map("".join) | st.text("aeghinuzt"))
def test_the_systems_that_cut_a_word_are_told_at_once(letters: str) -> None:
    names = (*systems(), *SOUTHERN)
    cuts = {name for name in names if segmentations(letters, name)}
    told = cutting(letters, names)
    assert cuts <= set(told)
    # More are told only where a cut would be too long to be one.
    assert set(told) - cuts == set() or len(letters) > 6 or not letters
    assert list(told) == [name for name in names if name in told]
