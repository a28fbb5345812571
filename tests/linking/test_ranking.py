"""Ranks, margins and confidences of the candidates of one name."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linking.ranking import Candidate, rank

candidates = st.lists(
    st.builds(
        Candidate,
        right_id=st.sampled_from("abcd"),
        name=st.sampled_from(["Wu", "Ma", "Li"]),
        bits=st.integers(-40, 60).map(lambda n: n / 2),
        log_odds=st.integers(-80, 80).map(lambda n: n / 2),
        at=st.integers(0, 99),
    ),
    max_size=8,
)


@given(candidates, st.integers(1, 1000))
def test_each_id_has_one_place(given_candidates: list[Candidate], pool: int) -> None:
    found = rank(given_candidates, pool=pool)
    assert [entry.rank for entry in found] == list(range(1, len(found) + 1))
    assert sorted(entry.right_id for entry in found) == sorted(
        {c.right_id for c in given_candidates}
    )


@given(candidates, st.integers(1, 1000))
def test_the_best_row_of_an_id_stands_for_it(given_candidates: list[Candidate], pool: int) -> None:
    best = {c.right_id: -99.0 for c in given_candidates}
    for candidate in given_candidates:
        best[candidate.right_id] = max(best[candidate.right_id], candidate.bits)
    found = rank(given_candidates, pool=pool)
    assert [best[entry.right_id] for entry in found] == sorted(best.values(), reverse=True)
    for entry, after in pairwise(found):
        assert entry.margin == best[entry.right_id] - best[after.right_id]
    assert not found or found[-1].margin is None


@given(candidates, st.integers(4, 1000))
def test_confidences_leave_room_for_none_of_them(
    given_candidates: list[Candidate], pool: int
) -> None:
    found = rank(given_candidates, pool=pool)
    assert all(0.0 <= entry.confidence <= 1.0 for entry in found)
    assert sum(entry.confidence for entry in found) <= 1.0 + 1e-12


@given(candidates, st.randoms(use_true_random=False))
def test_the_order_of_candidates_decides_nothing(
    given_candidates: list[Candidate], order: Any
) -> None:
    def told() -> list[tuple[Any, ...]]:
        return [
            (e.right_id, e.name, e.rank, e.margin, e.tied) for e in rank(given_candidates, pool=9)
        ]

    before = told()
    order.shuffle(given_candidates)
    assert told() == before


@given(candidates)
def test_ties_are_told_on_both_sides(given_candidates: list[Candidate]) -> None:
    found = rank(given_candidates, pool=9)
    for entry, after in pairwise(found):
        assert (entry.margin == 0) <= (entry.tied and after.tied)


def test_two_namesakes_show_about_half_each() -> None:
    twins = [
        Candidate(right_id=one, name="李飞飞", bits=25.0, log_odds=25.0, at=at)
        for at, one in enumerate("ab")
    ]
    first, second = rank(twins, pool=2)
    assert first.confidence == pytest.approx(0.5, abs=0.01)
    assert second.confidence == pytest.approx(first.confidence)
    assert first.tied
    assert second.tied


def test_a_larger_pool_makes_one_less_sure() -> None:
    one = [Candidate(right_id="a", name="A", bits=5.0, log_odds=5.0, at=0)]
    assert rank(one, pool=10)[0].confidence > rank(one, pool=1000)[0].confidence
