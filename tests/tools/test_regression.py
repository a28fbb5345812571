"""The regression of the fit: slopes are those of the loss, and rivals teach an order."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.regression import Lists, logistic, robust


def lists(seed: int, features: int = 3) -> Lists:
    rnd = np.random.default_rng(seed)
    begin = np.array([0, 3, 5, 9], dtype=np.int32)
    x = rnd.normal(size=(12, features))
    return Lists(
        x=x, given=rnd.normal(size=12), begin=begin, weight=np.array([1.0, 2.0, 0.5, 1.0])
    )


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_the_slope_is_that_of_the_loss(seed: int) -> None:
    own, step = lists(seed), 1e-5
    theta = np.random.default_rng(seed + 1).normal(size=3)
    gradient, curve = own.slope(theta)
    for at in range(3):
        move = np.zeros(3)
        move[at] = step
        rise = (own.loss(theta + move) - own.loss(theta - move)) / (2 * step)
        bend = (own.slope(theta + move)[0] - own.slope(theta - move)[0]) / (2 * step)
        assert np.isclose(rise, gradient[at], rtol=1e-3, atol=1e-4)
        assert np.allclose(bend, curve[at], rtol=1e-3, atol=1e-4)


def test_shares_of_a_list_sum_to_one() -> None:
    own = lists(1)
    assert np.allclose(np.add.reduceat(own.shares(np.ones(3)), own.begin), 1.0)


def test_rivals_teach_what_tells_them_apart() -> None:
    """The first of each list has the second feature, all have the first."""
    x = np.array([[1.0, 1.0], [1.0, 0.0], [1.0, 0.0]] * 20)
    begin = np.arange(0, 60, 3, dtype=np.int32)
    own = Lists(x=x, given=np.zeros(60), begin=begin, weight=np.ones(20))
    none = np.zeros((0, 2)), np.zeros(0), np.zeros(0)
    theta, _ = logistic(*none, np.zeros(2), np.full(2, 0.1), own)
    assert theta[1] > 1.0
    assert abs(theta[0]) < 1e-6


def test_a_list_that_nothing_explains_counts_little() -> None:
    """Three lists in four say that the feature speaks for a name, the others that it does not."""
    x = np.array([[1.0], [0.0]] * 60 + [[0.0], [1.0]] * 20)
    begin = np.arange(0, 160, 2, dtype=np.int32)
    own = Lists(x=x, given=np.zeros(160), begin=begin, weight=np.ones(80))
    none = np.zeros((0, 1)), np.zeros(0), np.zeros(0)
    plain, _ = logistic(*none, np.zeros(1), np.full(1, 3.0), own)
    theta, _ = robust(*none, np.zeros(1), own)
    assert theta[0] > plain[0] > 0.0
