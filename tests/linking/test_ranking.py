"""Ranks, margins and confidences of the candidates of one name."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linking.ranking import Candidate, confidences, rank

candidates = st.lists(
    st.builds(
        Candidate,
        right_id=st.sampled_from("abcd"),
        name=st.sampled_from(["Wu", "Ma", "Li"]),
        bits=st.integers(-40, 60).map(lambda n: n / 2),
        log_odds=st.integers(-80, 80).map(lambda n: n / 2),
        coincidence=st.sampled_from([0.0, 1e-6, 0.02, 1.0]),
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


@given(candidates, st.integers(1, 1000), st.integers(1, 5))
def test_the_first_are_weighed_against_all(
    given_candidates: list[Candidate], pool: int, most: int
) -> None:
    every = rank(given_candidates, pool=pool)
    assert rank(given_candidates, pool=pool, most=most) == every[:most]


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
def test_tied_are_those_that_share_the_first_place(given_candidates: list[Candidate]) -> None:
    best = {c.right_id: -99.0 for c in given_candidates}
    for candidate in given_candidates:
        best[candidate.right_id] = max(best[candidate.right_id], candidate.bits)
    first = [one for one, bits in best.items() if bits == max(best.values())]
    tied = {entry.right_id for entry in rank(given_candidates, pool=9) if entry.tied}
    assert tied == (set(first) if len(first) > 1 else set())


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


def test_names_of_one_id_are_no_rivals() -> None:
    names = [
        Candidate(right_id="a", name=name, bits=12.0, log_odds=9.0, at=at)
        for at, name in enumerate(["李飞飞", "Li Feifei"])
    ]
    (both,), (alone,) = rank(names, pool=2), rank(names[:1], pool=2)
    assert not both.tied
    assert both.confidence == alone.confidence


def test_a_larger_pool_makes_one_less_sure() -> None:
    one = [Candidate(right_id="a", name="A", bits=5.0, log_odds=5.0, at=0)]
    assert rank(one, pool=10)[0].confidence > rank(one, pool=1000)[0].confidence


@given(candidates, st.integers(1, 1000), st.data())
def test_more_namesakes_never_make_one_surer(
    given_candidates: list[Candidate], pool: int, data: st.DataObject
) -> None:
    before = rank(given_candidates, pool=pool)
    chosen = data.draw(st.sampled_from(["a", "b", "c", "d"]))
    more = data.draw(st.sampled_from([0.0, 1e-9, 1e-3, 5.0]))
    after = rank(
        [
            c._replace(coincidence=c.coincidence + more) if c.right_id == chosen else c
            for c in given_candidates
        ],
        pool=pool,
    )
    # Who stands where is told by bits alone.
    assert [(e.right_id, e.margin, e.tied) for e in after] == [
        (e.right_id, e.margin, e.tied) for e in before
    ]
    for old, new in zip(before, after, strict=True):
        if old.right_id == chosen:
            assert new.confidence <= old.confidence * (1 + 1e-12)
        else:
            assert new.confidence >= old.confidence * (1 - 1e-12)


@given(st.floats(-30, 60), st.floats(-30, 60), st.floats(1e-9, 1.0))
def test_one_is_no_surer_than_its_namesakes_are_rare(
    bits: float, log_odds: float, coincidence: float
) -> None:
    (sure,), none = confidences([log_odds], [bits], [coincidence], pool=1)
    (surer,), rest = confidences([log_odds], [bits], [0.0], pool=1)
    assert sure / none <= min(surer / rest, 1 / coincidence) * (1 + 1e-9)


@given(candidates, st.integers(1, 1000), st.floats(0, 9))
def test_a_better_fit_never_makes_one_less_sure(
    given_candidates: list[Candidate], pool: int, more: float
) -> None:
    for before in rank(given_candidates, pool=pool)[:1]:
        raised = [
            c._replace(bits=c.bits + more, log_odds=c.log_odds + more)
            if c.right_id == before.right_id
            else c
            for c in given_candidates
        ]
        after = rank(raised, pool=pool)[0]
        assert after.right_id == before.right_id
        assert after.confidence >= before.confidence * (1 - 1e-9)
