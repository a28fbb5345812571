"""Abbreviations, parts of run-together words, and families of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.lexicon import english_words
from namelink.tables.loader import rows
from namelink.tables.roots import root
from namelink.tables.short_forms import cut_off, expansions, parts_of

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20)
LIKELY = WORDS | st.builds(
    "".join,
    st.lists(st.sampled_from([row["form"] for row in rows("short_forms")]), max_size=3),
)


@given(LIKELY)
def test_the_parts_of_a_word_are_the_word(word: str) -> None:
    assert "".join(parts_of(word)) == word


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("neusoft", ("neu", "soft")),
        ("linktel", ("link", "tel")),
        ("netease", ("net", "ease")),
        ("subcommittee", ("subcommittee",)),
        ("hamilton", ("hamilton",)),
        ("shenzhen", ("shenzhen",)),
        ("technology", ("technology",)),
        ("working", ("working",)),
        ("millionaire", ("millionaire",)),
        ("biochemicals", ("bio", "chemicals")),
    ],
)
def test_run_together_words(word: str, parts: tuple[str, ...]) -> None:
    assert parts_of(word) == parts


@given(
    st.sampled_from(["millionaire", "dynasty", "increase", "portray"]), st.sampled_from(["s", ""])
)
def test_an_inflected_word_is_as_whole_as_the_word(word: str, ending: str) -> None:
    assert parts_of(word + ending) == (word + ending,)


@pytest.mark.parametrize(
    ("short", "full"),
    [("hldgs", "holdings"), ("intl", "international"), ("univsty", "university")],
)
def test_abbreviations(short: str, full: str) -> None:
    assert (full,) in expansions(short)


@given(LIKELY)
def test_a_word_is_not_short_for_itself(word: str) -> None:
    assert (word,) not in expansions(word)
    assert (word,) not in expansions(word, inside=True)


@given(st.sampled_from(sorted(english_words())))
def test_a_common_word_is_not_cut_off(word: str) -> None:
    assert cut_off(word) == ()


def test_a_cut_word_may_be_any_that_begins_so() -> None:
    assert ("manufacturing",) in cut_off("manufacturi")


@given(LIKELY)
def test_a_root_begins_its_word_and_is_its_own_root(word: str) -> None:
    assert word.startswith(root(word))
    assert root(root(word)) == root(word)


@given(st.sampled_from(sorted(english_words())), st.integers(3, 5))
def test_the_same_words_in_every_run(word: str, length: int) -> None:
    """A set has another order in every process; what is taken of it must not."""
    found = cut_off(word[:length])
    assert list(found) == sorted(found)


@pytest.mark.parametrize("syllable", ["hing", "hung", "ching", "wing", "yung", "tung"])
def test_a_syllable_of_any_romanization_is_no_abbreviation(syllable: str) -> None:
    assert expansions(syllable) == ()
