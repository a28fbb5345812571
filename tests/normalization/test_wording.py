"""Ordinary words tell the kind of a name, and names do not."""

import pytest

from namelink import Kind, normalize
from namelink.normalization.wording import han_wording, is_ordinary, latin_wording


@pytest.mark.parametrize("word", ["fragments", "whispers", "harvesting", "crooked"])
def test_common_words_are_ordinary_in_any_form(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["gdansk", "kowalski", "zqxj", "of", ""])
def test_names_and_function_words_are_not(word: str) -> None:
    assert not is_ordinary(word)


def test_a_solid_word_of_two_ordinary_ones_is_a_compound() -> None:
    assert "latin:compound,words=1" in latin_wording(("stormwhisper",), "Stormwhisper")
    assert not any("compound" in seen for seen in latin_wording(("gdansk",), "Gdansk"))


def test_words_of_bodies_say_nothing_here() -> None:
    assert latin_wording(("university", "of"), "University of") == []


def test_particles_count_inside_a_name_only() -> None:
    assert "han:holds=的" in han_wording("风的歌", "风的歌")
    assert not any("holds" in seen for seen in han_wording("的士", "的士"))


def test_marks_are_told_once() -> None:
    assert latin_wording(("go",), "Go! Go!").count("latin:mark=!") == 1


@pytest.mark.parametrize("title", ["Harvesting", "Crooked Harvest", "沉睡的秘密", "Stormwhisper"])
def test_ordinary_words_are_rather_a_title_than_a_place_or_person(title: str) -> None:
    shares = dict(normalize(title).kinds)
    assert shares[Kind.WORK] > max(shares[Kind.PERSON], shares[Kind.PLACE])
