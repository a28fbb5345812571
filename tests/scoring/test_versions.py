"""A version that differs or stands on one side alone parts two names, whatever else agrees."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import namelink as nl
from namelink.model.batch import PROFILES
from namelink.model.kinds import Kind
from namelink.scoring.calibration import calibrate
from namelink.scoring.editions import version_atoms
from namelink.scoring.versions import version_bits, version_doubt
from tests.readings.batches import batch_of, form

NUMBERS = st.integers(2, 40)


def bits(left: str, right: str) -> float:
    return nl.compare(left, right, kind=Kind.WORK).bits


@given(NUMBERS, NUMBERS)
def test_another_number_weighs_more_than_all_that_agrees(one: int, other: int) -> None:
    same, differs = bits(f"波音{one}", f"Boeing {one}"), bits(f"波音{one}", f"Boeing {other}")
    assert (same > differs + 10) == (one != other)


@given(NUMBERS)
def test_a_number_on_one_side_alone_speaks_against(number: int) -> None:
    assert bits("波音", f"Boeing {number}") < 0 < bits("波音", "Boeing")
    assert bits(f"波音{number}", "Boeing") < 0


@pytest.mark.parametrize("edition", ["Pro", "Max", "Lite", "Ultra", "mini"])
def test_an_edition_on_one_side_alone_speaks_against(edition: str) -> None:
    whole = bits(f"谷歌 Pixel 7 {edition}", f"Google Pixel 7 {edition}")
    assert whole - 20 > bits("谷歌 Pixel 7", f"Google Pixel 7 {edition}")


@given(st.floats(-60, 60), st.floats(-60, 60))
def test_a_version_takes_all_that_agrees_and_no_more(one: float, other: float) -> None:
    rest = np.array(sorted((one, other)), dtype=np.float32)
    taken = version_bits(np.full(2, -40, dtype=np.float32), rest)
    assert np.all((taken <= 0) & (taken >= -40))
    first, second = (rest + taken).tolist()
    assert first <= second + 1e-4
    assert version_bits(np.zeros(1, dtype=np.float32), rest[:1]) == 0


def test_a_season_left_out_parts_two_names_and_leaves_them_nearer_than_others() -> None:
    left_out = nl.compare("黑镜 第三季", "Black Mirror", kind=Kind.WORK)
    assert left_out.verdict is not nl.Verdict.MATCH
    for other in ("House of Cards", "Black Mirror Season 4"):
        assert left_out.bits > bits("黑镜 第三季", other)


@pytest.mark.parametrize(("kind", "doubted"), [(Kind.WORK, True), (Kind.ORG, False)])
def test_a_season_left_out_is_doubted_in_titles_and_tells_something(
    kind: Kind, *, doubted: bool
) -> None:
    batch = batch_of([("黑镜 第三季", "Black Mirror")], kind)
    doubt = version_doubt(batch, np.array([-10.0]))[0]
    assert (-10 < doubt < 0) == doubted
    assert doubt == 0 or doubted


@pytest.mark.parametrize("said", "了们")
def test_a_character_of_grammar_is_hardly_left_over(said: str) -> None:
    whole, more = bits("雪山", "Snow Hill"), bits(f"雪山{said}", "Snow Hill")
    assert bits("雪山鲸", "Snow Hill") < more - 1 < whole


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("Galaxy S21", {"s"}),
        ("Pixel 7a", {"a"}),
        ("Galaxy S22 Ultra", {"s", "ultra"}),
        ("iPhone Pro Max", {"pro", "max"}),
        # What a name begins with, or is followed by a word, is no edition; nor is 3D a model.
        ("Pro Wrestling", set()),
        ("American Pro Football", set()),
        ("Worms 3D", set()),
        ("MX4", set()),
    ],
)
def test_letters_and_words_that_tell_a_version(text: str, atoms: set[str]) -> None:
    name = form(text, Kind.WORK)
    assert {name.keys[at] for at in version_atoms(name)} == atoms


@pytest.mark.parametrize(
    ("zh", "en"),
    [("第四季", "Season Four"), ("第四季", "Season 4"), ("2", "II"), ("第二部", "Part Two")],
)
def test_numbers_however_written_are_equal(zh: str, en: str) -> None:
    found = nl.compare(f"黑镜 {zh}", f"Black Mirror {en}", kind=Kind.WORK)
    assert not any("number" in piece.note for piece in found.evidence)


@pytest.mark.parametrize(("zh", "en"), [("山海 2", "Tide 2S"), ("山海 7", "Tide S7")])
def test_a_letter_of_a_model_is_no_initial(zh: str, en: str) -> None:
    found = nl.compare(zh, en, kind=Kind.WORK)
    assert [piece.left for piece in found.evidence if piece.right == "S"] == [""]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("足球经理 2013", "Football Manager 13"),
        ("足球经理 2011", "Football Manager 2K11"),
        ("足球经理 42", "Football Manager Forty Two"),
    ],
)
def test_a_year_may_be_cut(zh: str, en: str) -> None:
    found = nl.compare(zh, en, kind=Kind.WORK)
    assert found.verdict is nl.Verdict.MATCH
    assert not any("number" in piece.note for piece in found.evidence)


@given(st.integers(1980, 2039), NUMBERS)
def test_a_year_is_cut_to_its_own_digits(year: int, number: int) -> None:
    agrees = bits(f"波音 {year}", f"Boeing {number}") > 0
    assert agrees == (number >= 10 and year % 100 == number)


def test_a_season_left_out_is_doubted_by_the_verdict_more_than_by_the_sum() -> None:
    """In a list it is the likeliest; of two alone, one may be the first season."""
    found = nl.compare("黑镜 第三季 剧场版", "Black Mirror Movie Nights", kind=Kind.WORK)
    told = np.array([found.bits])
    of_its_sum = calibrate(told, np.array([PROFILES.index("work")]), found.prior)
    assert found.score < float(of_its_sum[0]) - 0.05
