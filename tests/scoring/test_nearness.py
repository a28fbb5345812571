"""Cosines and what is learned of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from namelink.model.batch import KINDS
from namelink.model.encoder import LEAST_BITS, MOST_BITS, Curve
from namelink.model.kinds import Kind
from namelink.scoring.nearness import cosines, learned
from namelink.scoring.weights import STRUCTURES, weights

values = st.lists(st.floats(-1, 1), min_size=1, max_size=60).map(np.array)


@given(values, values)
def test_what_is_learned_is_a_curve(true: np.ndarray, false: np.ndarray) -> None:
    """Rising cosines, weights that never fall and stay in bounds: `Curve` checks all of it."""
    at, bits = learned(true, false)
    Curve(kind=Kind.WORK, cosines=at, bits=bits)


@given(st.floats(-1, 1), st.integers(1, 80), st.integers(1, 80))
def test_cosines_that_are_all_one_weigh_nothing(value: float, true: int, false: int) -> None:
    assert learned(np.full(true, value), np.full(false, value))[1] == (0.0,)


@given(values, values, st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_matter(
    true: np.ndarray, false: np.ndarray, order: object
) -> None:
    shuffled = true.tolist()
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = learned(true, false), learned(np.array(shuffled), false[::-1])
    assert one[0] == pytest.approx(other[0], abs=2e-4)
    assert one[1] == other[1]


def test_the_weight_is_the_ratio_of_two_known_densities() -> None:
    """Two normal curves of one width: log2 of their ratio is a straight line."""
    dice = np.random.default_rng(3)
    true, false = dice.normal(0.5, 0.1, 40_000), dice.normal(0.3, 0.1, 40_000)
    at, bits = learned(true, false)
    inside = [i for i, each in enumerate(at) if 0.38 < each < 0.6]
    assert len(inside) > 5
    for i in inside:
        assert bits[i] == pytest.approx((at[i] - 0.4) * 0.2 / 0.01 / np.log(2), abs=0.4)


@given(hnp.arrays(np.float32, (5, 8), elements=st.floats(-1, 1, width=32)))
def test_cosines_do_not_depend_on_the_pairs_beside(rows: np.ndarray) -> None:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = (rows / np.where(length > 0, length, 1)).astype(np.float32)
    left, right = np.repeat(np.arange(5), 5), np.tile(np.arange(5), 5)
    together = cosines(unit, unit, left, right)
    for at, (one, other) in enumerate(zip(left, right, strict=True)):
        alone = cosines(unit, unit, left[at : at + 1], right[at : at + 1])
        assert np.array_equal(alone, together[at : at + 1], equal_nan=True)
        if unit[one].any() and unit[other].any():
            exact = float(unit[one].astype(float) @ unit[other].astype(float))
            assert together[at] == pytest.approx(exact, abs=1e-4)
        else:
            assert np.isnan(together[at])


@pytest.mark.parametrize("kind", [Kind.ORG, Kind.PLACE, Kind.WORK])
@pytest.mark.parametrize("fact", ["number_differs", "place_differs"])
def test_no_nearness_outweighs_another_number_or_place(kind: Kind, fact: str) -> None:
    bits = float(weights().structure[KINDS.index(kind), STRUCTURES.index(fact)])
    assert -bits > MOST_BITS > 0 > LEAST_BITS
