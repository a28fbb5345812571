"""Shares of belief in one record against the sum over all matchings."""

from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.linking import record
from namelink.linking.record import match_record


def exact(odds: np.ndarray) -> np.ndarray:
    """Share of each pair, over all matchings, each weighed by the product of its odds."""
    left, right = odds.shape
    seats: list[int | None] = [*range(right), *([None] * left)]
    ways = set(permutations(seats, left))
    total, share = 0.0, np.zeros_like(odds)
    for way in ways:
        pairs = [(at, to) for at, to in enumerate(way) if to is not None]
        weight = float(np.prod([odds[pair] for pair in pairs]))
        total += weight
        for pair in pairs:
            share[pair] += weight
    return share / total


@st.composite
def tables(draw: st.DrawFn) -> np.ndarray:
    left, right = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    cells = st.floats(-8, 8)
    values = draw(st.lists(cells, min_size=left * right, max_size=left * right))
    return np.array(values).reshape(left, right)


@settings(max_examples=80, deadline=None)
@given(tables())
def test_shares_are_the_exact_ones(bits: np.ndarray) -> None:
    found = match_record(bits, "free").share
    expected = exact(np.exp2(bits + np.log2(40.0 / max(bits.shape))))
    assert np.abs(found - expected).max() < 1e-3
    assert (found.sum(axis=0) <= 1 + 1e-6).all()
    assert (found.sum(axis=1) <= 1 + 1e-6).all()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1000))
def test_long_lists_are_near_the_exact_sum(seed: int) -> None:
    worth = np.random.default_rng(seed).normal(-6.0, 3.0, size=(6, 6))
    worth[np.arange(6), np.arange(6)] += 10.0
    odds = np.exp2(np.clip(worth, -15, 15))
    assert np.abs(record._propagated(odds) - record._exact(odds)).max() < 0.15


def test_one_pair_is_exact() -> None:
    odds = 2.0**3 * 40.0
    assert abs(match_record(np.array([[3.0]]), "free").share[0, 0] - odds / (1 + odds)) < 1e-6


def test_sure_pairs_in_order_speak_for_the_place_between_them() -> None:
    bits = np.full((4, 4), -8.0)
    for at in (0, 1, 3):
        bits[at, at] = 10.0
    bits[2, 2] = -2.0
    found = match_record(bits)
    assert found.right_of == [0, 1, 2, 3]
    assert found.place[2, 2] > 1.0
    assert match_record(bits, "free").place[2, 2] == 0.0


def test_sure_pairs_out_of_order_say_nothing_about_places() -> None:
    bits = np.full((4, 4), -8.0)
    for at, to in enumerate((3, 1, 0, 2)):
        bits[at, to] = 10.0
    assert np.abs(match_record(bits).place).max() < 1.0


@given(tables(), st.randoms(use_true_random=False))
def test_free_lists_may_be_shuffled(bits: np.ndarray, chance: object) -> None:
    order = list(range(bits.shape[1]))
    chance.shuffle(order)  # type: ignore[attr-defined]
    plain, turned = match_record(bits, "free").share, match_record(bits[:, order], "free").share
    assert np.allclose(plain[:, order], turned, atol=1e-6)
