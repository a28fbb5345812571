"""Titles of people that say the same in both languages, and what a title may not say."""

import pytest

import namelink as nl
from namelink.tables.loader import rows
from namelink.tables.names import GENERATIONS, titles
from namelink.tables.title_pairs import english_titles


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("习近平主席", "President Xi Jinping"),
        ("李强总理", "Premier Li Qiang"),
        ("李强总理", "Prime Minister Li Qiang"),
        ("王伟教授", "Prof. Wang Wei"),
        ("撒切尔夫人", "Lady Thatcher"),
        ("刘主席", "Chairman Liu"),
    ],
)
def test_equal_titles_agree(chinese: str, english: str) -> None:
    found = nl.compare(chinese, english, kind="person")
    [title] = [piece for piece in found.evidence if piece.channel == "meaning"]
    assert title.outcome == "agrees"
    assert title.bits > 0
    assert not any("title" in piece.note for piece in found.evidence)


def test_a_title_of_several_words_is_told_in_words() -> None:
    found = nl.compare("李强总理", "Prime Minister Li Qiang", kind="person")
    assert "总理 means prime minister" in found.explain()


def test_titles_that_say_something_else_differ() -> None:
    found = nl.compare("李强总理", "Professor Li Qiang", kind="person")
    assert any(piece.note == "different title" and piece.bits < 0 for piece in found.evidence)


def test_a_title_alone_tells_nobody_apart() -> None:
    """Two presidents share nothing but the office."""
    found = nl.compare("王主席", "President Obama", kind="person")
    assert found.relation == "contradicts"
    assert any(piece.note == "no distinctive part agrees" for piece in found.evidence)


def test_a_title_leaves_the_number_of_namesakes_as_it_is() -> None:
    bare = nl.compare("王伟", "Wang Wei", kind="person").namesakes
    assert bare
    assert nl.compare("王伟教授", "Professor Wang Wei", kind="person").namesakes == bare


def test_the_table_holds_titles_alone() -> None:
    han = titles("han", "before") | titles("han", "after") | GENERATIONS
    latin = titles("latin", "before") | titles("latin", "after")
    for row in rows("title_pairs"):
        assert row["han"] in han
        own = english_titles(row["han"])
        assert set(own) <= latin
        assert len(set(own)) == len(own)


def test_monks_and_empresses_are_people() -> None:
    for left, right, other in (
        ("虚云法师", "Master Hsu Yun", "Master Hsu Kung"),
        ("慈禧太后", "Empress Dowager Cixi", "Empress Dowager Ci'an"),
        ("印光法师", "Ven. Yin Guang", "Ven. Yin Shun"),
    ):
        assert nl.normalize(left).kind.value == "person"
        assert nl.compare(left, right).verdict == "match"
        assert nl.compare(left, other).verdict != "match"
