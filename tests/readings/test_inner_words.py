"""Words inside longer ones: where they stand, and what they are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.model.kinds import Channel
from namelink.readings.inner_words import inner
from namelink.tables.words import stem, word_bits


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_part_is_the_beginning_or_end_and_never_the_whole(word: str) -> None:
    for cut, begins, part, loss in inner(word):
        assert 0 < cut < len(word)
        assert loss > 0
        assert part == stem(word[:cut] if begins else word[cut:]) != stem(word)


@pytest.mark.parametrize(("word", "part"), [("subcommittee", "committe"), ("firearm", "arm")])
def test_what_an_ordinary_word_ends_in_is_no_part(word: str, part: str) -> None:
    assert part not in {each for _, _, each, _ in inner(word)}


def test_a_part_tells_no_more_than_the_word_that_it_stands_in() -> None:
    for word in ("technologies", "international", "company"):
        for _, _, part, loss in inner(word):
            assert word_bits(part) - loss < word_bits(stem(word))


def _meant(left: str, right: str) -> dict[str, tuple[str, float]]:
    pieces = compare(left, right, kind="work").evidence
    return {p.left: (p.right, p.bits) for p in pieces if p.channel is Channel.MEANING}


@pytest.mark.parametrize(
    ("left", "right", "span", "word"),
    [
        ("老骑士", "Knightron", "骑士", "Knightron"),
        ("灯笼精", "Lanternio", "灯笼", "Lanternio"),
        ("多重奏", "Multisong", "多重", "Multisong"),
    ],
)
def test_a_translation_that_begins_or_ends_a_word_is_found(
    left: str, right: str, span: str, word: str
) -> None:
    whole, bits = _meant(left, right)[span]
    assert whole == word
    assert bits > 0


def test_two_translations_that_fill_a_word_tell_more_than_either() -> None:
    filled = _meant("霜蛾", "Frostmoth")["霜蛾"]
    assert filled[0] == "Frostmoth"
    assert filled[1] > max(bits for _, bits in _meant("霜之蛾", "Frostmoth").values())


def test_a_part_of_a_word_is_told_as_one() -> None:
    assert "灯笼 means a part of lanternio" in compare("灯笼精", "Lanternio").explain()
