"""Titles: playful spellings, and words written on both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.model.batch import make_cells
from namelink.model.kinds import Channel, Kind
from namelink.readings.named import not_written
from namelink.readings.playful import playful
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem
from tests.readings.batches import batch_of


@pytest.mark.parametrize("word", ["waltz", "karate", "dogs", "martin", "kit", "xi", "quartz"])
def test_ordinary_and_unknown_words_stay(word: str) -> None:
    assert playful(word) == ()


@pytest.mark.parametrize("word", ["dogz", "sportz", "xtreme", "kombat", "krazy", "livin"])
def test_what_a_playful_word_stands_for_is_ordinary(word: str) -> None:
    assert playful(word)
    assert all(synonyms(stem(each)) for each in playful(word))


def test_a_playful_word_means_what_it_stands_for() -> None:
    pieces = compare("永恒之钻", "Forever Diamondz", kind="work").evidence
    assert ("钻", "Diamondz") in {
        (p.left, p.right) for p in pieces if p.channel is Channel.MEANING
    }


@pytest.mark.parametrize(("right", "fine"), [("AI Lab", False), ("Ali Lab", True)])
def test_a_word_written_on_both_sides_is_not_heard(right: str, *, fine: bool) -> None:
    batch = batch_of([("阿里AI室", right)], Kind.ORG)
    cell = make_cells([0], ([0], [2]), ([0], [1]), [9.0])
    assert not_written(batch, cell).tolist() == [fine]


@pytest.mark.parametrize(
    ("zh", "solid", "apart"),
    [("蜂鸟", "Hummingbird", "Humming Bird"), ("灯塔", "Lighthouse", "Light House")],
)
def test_what_is_one_word_is_one_when_written_apart(zh: str, solid: str, apart: str) -> None:
    one, other = (compare(zh, title, kind=Kind.WORK) for title in (solid, apart))
    meant = [(p.left, p.right) for p in other.evidence if p.channel is Channel.MEANING]
    assert meant == [(zh, apart)]
    assert other.bits == pytest.approx(one.bits, abs=1e-3)


@given(st.sampled_from("ABDEFG"))
def test_a_letter_of_a_title_is_no_initial(letter: str) -> None:
    found = compare(f"行动{letter}", f"Action {letter}rrow", kind=Kind.WORK)
    assert all(piece.channel is not Channel.INITIAL for piece in found.evidence)
