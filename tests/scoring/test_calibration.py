"""From bits to probabilities: bounded, rising, at home in every profile."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.model.batch import PROFILES
from namelink.model.kinds import VERDICTS, Verdict
from namelink.model.options import Options
from namelink.scoring.calibration import calibrate
from namelink.scoring.score import prior_bits, verdicts

any_bits = st.floats(-500, 500, width=32)


@given(
    st.lists(any_bits, min_size=2, max_size=50),
    st.integers(0, len(PROFILES) - 1),
    st.floats(-20, 20),
)
def test_more_bits_never_mean_a_lower_score(bits: list[float], kind: int, prior: float) -> None:
    rising = np.array(sorted(bits), dtype=np.float32)
    found = calibrate(rising, np.full(len(bits), kind), prior)
    assert (np.diff(found) >= 0).all()
    assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.parametrize("kind", range(len(PROFILES)))
def test_bits_far_apart_are_told_apart(kind: int) -> None:
    found = calibrate(np.array([-12, 0, 12], dtype=np.float32), np.full(3, kind), 0.0)
    assert found[0] < found[1] < found[2]


@given(any_bits, st.floats(-10, 10), st.integers(0, len(PROFILES) - 1))
def test_a_prior_moves_the_log_odds_by_itself(bits: float, prior: float, kind: int) -> None:
    even = calibrate(np.array([bits], dtype=np.float32), np.array([kind]), 0.0)[0]
    moved = calibrate(np.array([bits + prior], dtype=np.float64), np.array([kind]), prior)[0]
    if 1e-4 < even < 1 - 1e-4:
        odds = math.log2(even / (1 - even)) + prior
        assert moved == pytest.approx(1 / (1 + 2**-odds), abs=2e-3)


def test_pairs_of_all_kinds_are_scored_as_they_are_alone() -> None:
    bits = np.linspace(-9, 9, len(PROFILES)).astype(np.float32)
    kinds = np.arange(len(PROFILES), dtype=np.int32)
    together = calibrate(bits, kinds, 0.0)
    alone = [
        calibrate(bits[at : at + 1], kinds[at : at + 1], 0.0)[0] for at in range(len(PROFILES))
    ]
    assert together.tolist() == alone


def test_cuts_are_inclusive() -> None:
    options = Options(match_at=0.5, review_at=0.25)
    found = verdicts(
        np.array([0.5, 0.49, 0.25, 0.24], dtype=np.float32), np.ones(4, dtype=bool), options
    )
    assert [VERDICTS[at].value for at in found] == ["match", "review", "review", "no_match"]


def test_where_nothing_agrees_there_is_nothing_to_review() -> None:
    names = (
        "微软",
        "哪吒",
        "红十字会",
        "清华大学",
        "陕西",
        "王伟",
        "x",
        "Apple",
        "Paris",
        "Tesla, Inc.",
    )
    others = ("Apple", "Journey to the West", "Peking University", "London", "y", "李娜", "Toyota")
    seen = set()
    for pair in product(names, others):
        compared = compare(*pair)
        told = any(each.bits > 0 for each in compared.evidence)
        seen.add(told)
        assert told or compared.verdict is Verdict.NO_MATCH, pair
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("中国银行", "中国银行"),
        ("中国银行", "中國銀行"),
        ("腾讯控股有限公司", "腾讯控股有限公司"),
        ("Apple Inc.", "APPLE INC"),
        ("红楼梦", "紅樓夢"),
        ("北京", "北京"),
    ],
)
def test_a_body_written_alike_twice_is_one_however_common_its_words(left: str, right: str) -> None:
    found = compare(left, right)
    assert found.relation == "equal"
    assert found.score > 0.85


@pytest.mark.parametrize(("prior", "bits"), [(0.5, 0.0), (0.8, 2.0), (0.2, -2.0)])
def test_the_prior_in_bits(prior: float, bits: float) -> None:
    assert prior_bits(Options(prior=prior)) == pytest.approx(bits)
