"""The best matching against all matchings."""

from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.linking.matching import best_matching


@st.composite
def worths(draw: st.DrawFn) -> np.ndarray:
    left, right = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    values = draw(st.lists(st.integers(-20, 20), min_size=left * right, max_size=left * right))
    return np.array(values, dtype=float).reshape(left, right) / 4


def worth_of(matrix: np.ndarray, chosen: list[int | None]) -> float:
    return sum(float(matrix[at, to]) for at, to in enumerate(chosen) if to is not None)


def largest(matrix: np.ndarray) -> float:
    """The largest worth of any way to give each left member one right member or none."""
    left, right = matrix.shape
    seats: list[int | None] = [*range(right), *([None] * left)]
    return max(worth_of(matrix, list(way)) for way in permutations(seats, left))


@settings(max_examples=150, deadline=None)
@given(worths())
def test_no_other_matching_is_worth_more(matrix: np.ndarray) -> None:
    chosen = best_matching(matrix)
    taken = [to for to in chosen if to is not None]
    assert len(taken) == len(set(taken))
    assert abs(worth_of(matrix, chosen) - largest(matrix)) < 1e-9
    assert all(matrix[at, to] > 0 for at, to in enumerate(chosen) if to is not None)


def test_nothing_to_match() -> None:
    assert best_matching(np.zeros((0, 3))) == []
    assert best_matching(np.zeros((2, 0))) == [None, None]


def test_a_few_hundred_members() -> None:
    size = 200
    matrix = np.random.default_rng(5).normal(size=(size, size))
    matrix[np.arange(size), np.arange(size)[::-1]] += 50.0
    assert best_matching(matrix) == list(range(size))[::-1]
