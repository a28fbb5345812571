"""Letters of hangul and how documents spell them."""

import pytest

from tools.build_hokkien import rules
from tools.build_korean import forms, letters, spelled, weakened


@pytest.mark.parametrize(
    ("syllable", "parts"),
    [("박", ("ㅂ", "ㅏ", "ㄱ")), ("이", ("ㅇ", "ㅣ", "-")), ("황", ("ㅎ", "ㅘ", "ㅇ"))],
)
def test_letters(syllable: str, parts: tuple[str, str, str]) -> None:
    assert letters(syllable) == parts


@pytest.mark.parametrize(
    ("north", "south"), [("리", "이"), ("로", "노"), ("녀", "여"), ("김", "김")]
)
def test_the_south_weakens_the_head(north: str, south: str) -> None:
    assert weakened(north) == south


def test_shares_sum_to_one() -> None:
    known = rules("korean_rules")
    for cell in known.values():
        assert sum(cell.values()) == pytest.approx(1.0, abs=0.021)
    for syllable in "김박성현영철":
        assert sum(spelled(syllable, known, surname=False).values()) == pytest.approx(
            1.0, abs=0.05
        )
    assert sum(forms(["리", "이"], known, surname=True).values()) == pytest.approx(1.0, abs=0.05)
