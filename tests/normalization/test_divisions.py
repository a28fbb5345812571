"""What a place is stands in one word, which its English name may leave out."""

import pytest

import namelink as nl
from namelink.readings.dictionary import rendered


@pytest.mark.parametrize(
    ("chinese", "short", "full"),
    [
        ("内蒙古自治区", "Inner Mongolia", "Inner Mongolia Autonomous Region"),
        ("西藏自治区", "Tibet", "Tibet Autonomous Region"),
        ("北川羌族自治县", "Beichuan", "Beichuan Qiang Autonomous County"),
    ],
)
def test_a_division_of_several_characters_is_one_word(chinese: str, short: str, full: str) -> None:
    division = nl.normalize(chinese, kind="place").parts[-1]
    assert (division.text, division.role) == (chinese[-3:], "generic")
    [piece] = [each for each in nl.compare(chinese, full).evidence if each.left == chinese[-3:]]
    assert piece.right.startswith("Autonomous ")
    left = [each for each in nl.compare(chinese, short).evidence if each.left == chinese[-3:]]
    assert [each.outcome for each in left] == ["left_over"]
    assert left[0].bits > -1


def test_examples_of_a_gloss_are_no_translations() -> None:
    """The dictionary names the five regions behind "namely"."""
    words = {word for phrase in rendered("自治区") for word in phrase}
    assert "autonom" in words
    assert not words & {"inner", "mongolia", "tibet", "xinjiang", "name"}
