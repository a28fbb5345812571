"""The order of a Chinese person's parts: surname first or last, given syllables as they stand."""

from itertools import permutations

import numpy as np
import pytest

from namelink import pairing
from namelink.linker import compare
from namelink.model.batch import make_cells
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.scoring.order import out_of_order
from namelink.scoring.weights import STRUCTURES
from tests.readings.batches import batch_of


def told(left: str, right: str) -> bool:
    """Whether the whole line finds the pair out of order."""
    options, one = Options(), np.zeros(1, dtype=np.int32)
    pair = [pairing.prepare(name, Kind.PERSON, options) for name in (left, right)]
    scored, plan = pairing.score_forms(pair[:1], pair[1:], (one, one), options)
    best = plan.best(scored)[0]
    return bool(scored.structure[best, STRUCTURES.index("out_of_order")])


@pytest.mark.parametrize("spelled", ["Yiu Kwan-ho", "Kwan-ho Yiu", "Yiu Kwan Ho", "Kwan Ho Yiu"])
def test_surname_first_or_last(spelled: str) -> None:
    assert not told("姚鈞豪", spelled)
    assert not told(spelled, "姚鈞豪")


@pytest.mark.parametrize(
    ("emperor", "spelled"),
    [
        ("隋炀帝", "Emperor Yang of Sui"),
        ("唐明皇", "Emperor Ming of Tang"),
        ("汉武帝", "Emperor Wu of Han"),
    ],
)
def test_the_house_of_an_emperor_stands_behind(emperor: str, spelled: str) -> None:
    assert compare(emperor, spelled).verdict == "match"


@pytest.mark.parametrize("spelled", ["Ho Kwan-yiu", "Kwan-yiu Ho", "Ho Kwan Yiu", "Kwan Yiu Ho"])
def test_the_same_syllables_in_another_order_are_somebody_else(spelled: str) -> None:
    assert compare("姚鈞豪", spelled, kind="person").verdict != "match"
    own = compare("姚鈞豪", "Yiu Kwan-ho", kind="person").bits
    assert compare("姚鈞豪", spelled, kind="person").bits < own


def chosen(left: str, places: tuple[int, ...]) -> bool:
    """Whether one cell a character at these places of the spelled name is out of order."""
    batch = batch_of([(left, "a b c d")])
    count = range(len(places))
    cells = make_cells([0] * len(places), (count, 1), (places, 1), 1.0)
    return bool(out_of_order(batch, cells)[0])


@pytest.mark.parametrize("places", list(permutations(range(3))))
def test_two_of_six_orders_are_names(places: tuple[int, int, int]) -> None:
    surname, first, second = places
    fine = first < second and not first < surname < second
    assert chosen("姚鈞豪", places) is not fine
    assert fine == (places in {(0, 1, 2), (2, 0, 1)})


@pytest.mark.parametrize("places", list(permutations(range(4))))
def test_given_names_after_a_compound_surname_keep_their_order(
    places: tuple[int, int, int, int],
) -> None:
    *surname, first, second = places
    fine = first < second and not any(first < place < second for place in surname)
    assert chosen("欧阳修文", places) is not fine


@pytest.mark.parametrize("places", list(permutations(range(2))))
def test_two_characters_stand_in_either_order(places: tuple[int, int]) -> None:
    assert not chosen("姚豪", places)


@pytest.mark.parametrize("places", list(permutations(range(3))))
def test_names_that_begin_with_no_surname_have_no_order(places: tuple[int, int, int]) -> None:
    assert not chosen("特朗普", places)
