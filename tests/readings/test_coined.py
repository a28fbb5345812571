"""Coined words: which words may be, what parts they have, and what these are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.model.kinds import Channel
from namelink.readings.coined import is_coined, parts, words_inside
from namelink.tables.combining_forms import combining_forms
from namelink.tables.words import stem


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_parts_are_letters_at_either_end_and_never_the_whole(word: str) -> None:
    for part in parts(word):
        letters = part.strip("-")
        assert len(letters) + 1 == len(part)
        assert 3 <= len(letters) < len(word)
        assert any(
            each.endswith(letters) if part.startswith("-") else each.startswith(letters)
            for each in (word, stem(word))
        )


@pytest.mark.parametrize("word", ["mountain", "technology", "changsha", "moth"])
def test_a_word_that_a_table_holds_and_pinyin_are_not_coined(word: str) -> None:
    assert is_coined("frostmoth")
    assert not is_coined(word)


def test_only_words_of_tables_are_looked_for_inside() -> None:
    assert "frost" in words_inside("frostmoth")
    assert "mot" not in words_inside("frostmoth")
    assert words_inside("mountain") == ()


def _meant(left: str, right: str) -> dict[str, float]:
    pieces = compare(left, right, kind="work").evidence
    return {p.left: p.bits for p in pieces if p.channel is Channel.MEANING}


@pytest.mark.parametrize(
    ("left", "right", "span"),
    [
        ("乌龟侠", "Tortlord", "乌龟"),  # the first letters of tortoise
        ("恐龙岛", "Dinoria", "恐龙"),  # those of dinosaur
        ("水晶宫", "Crystellia", "水晶"),  # those of crystal
    ],
)
def test_letters_that_a_meaning_begins_with_are_found(left: str, right: str, span: str) -> None:
    assert _meant(left, right)[span] > 0


def test_parts_of_two_meanings_tell_more_than_either() -> None:
    both = _meant("龙虎", "Dragtiger")
    assert both["龙虎"] > max(_meant("龙之路", "Dragtiger").values(), default=0.0)


def test_in_either_order_and_with_one_character_between() -> None:
    assert "虎龙" in _meant("虎龙", "Dragtiger")
    assert "龙火虎" in _meant("龙火虎", "Dragtiger")


def test_greek_and_latin_forms_stand_for_words() -> None:
    assert "pyro" in combining_forms("fire")
    assert combining_forms("company") == ()
    assert _meant("火法师", "Pyro Mage")["火"] > 0


def test_names_of_people_have_no_coined_words() -> None:
    pieces = compare("石磊", "Rockwell", kind="person").evidence
    assert not [p for p in pieces if p.channel is Channel.MEANING]


@pytest.mark.parametrize(
    ("left", "right", "span"), [("红多", "Redduo", "红多"), ("米鲸", "Miwhale", "米鲸")]
)
def test_a_word_may_be_half_meant_and_half_heard(left: str, right: str, span: str) -> None:
    both = _meant(left, right)[span]
    assert both > max(_meant(left[0] + "的" + left[1], right).values(), default=0.0)
