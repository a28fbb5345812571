"""Titles: numbers of sequels, playful spellings, and words written on both sides."""

import pytest

from namelink.linker import compare
from namelink.model.batch import make_cells
from namelink.model.kinds import Channel, Kind
from namelink.readings.named import not_written
from namelink.readings.playful import playful
from namelink.readings.surface import Surface
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem
from tests.readings.batches import batch_of


def number_bits(han: str, latin: str, kind: Kind) -> float:
    return float(Surface().cells(batch_of([(han, latin)], kind)).bits.max())


def test_a_frequent_number_of_a_sequel_tells_less_than_a_rare_one() -> None:
    two, three, year = (number_bits(f"战 {n}", f"War {n}", Kind.WORK) for n in (2, 3, 1987))
    assert two < three < year


def test_bodies_are_no_sequels() -> None:
    assert number_bits("二院 2", "Hospital 2", Kind.ORG) > number_bits("战 2", "War 2", Kind.WORK)


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
