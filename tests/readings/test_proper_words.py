"""Proper nouns that are words inside names: which they are, and what they mean."""

import pytest

from namelink.linker import compare
from namelink.model.kinds import Channel
from namelink.readings.engines import glosses
from namelink.readings.lexicon import translations
from namelink.tables.lexicon import english_of
from namelink.tables.loader import columns_and_lines
from namelink.tables.proper_words import proper_words

FIRST = [line[0] for line in columns_and_lines("proper_words")[1]]
WORDS = [word for first in FIRST for word in proper_words(first)]


def test_words_are_proper_nouns_of_the_dictionary_and_of_no_other_table() -> None:
    assert len(WORDS) == len(set(WORDS)) > 1_000
    for word in WORDS:
        assert word in glosses(word[0], proper=True)
        assert word not in english_of()
        assert len(word) > 1


@pytest.mark.parametrize(
    ("word", "english"), [("圣诞老人", ("santa", "claus")), ("星期三", ("wednesday",))]
)
def test_a_word_means_what_the_dictionary_says(word: str, english: tuple[str, ...]) -> None:
    assert english in {option.words for option in translations(word)}


@pytest.mark.parametrize("name", ["长顺县", "宋丽", "周杰伦", "苏宁电器", "北京市", "十一"])
def test_people_places_and_bodies_are_none(name: str) -> None:
    assert name not in proper_words(name[0])


def test_what_follows_the_name_is_no_translation() -> None:
    # Vega, brightest star in constellation Lyra.
    assert {word for option in translations("织女星") for word in option.words} == {"vega"}


def test_a_word_is_found_inside_a_title() -> None:
    pieces = compare("星期三女巫", "The Wednesday Witch", kind="work").evidence
    assert ("星期三", "Wednesday") in {
        (p.left, p.right) for p in pieces if p.channel is Channel.MEANING
    }
