"""How far two guesses agree on whether names are bodies."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from namelink.model.batch import Form
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.normalization.guesses import alike_of, guesses_of
from namelink.pairing import prepare

NAMES = (
    "深圳市水务集团有限公司",
    "Shenzhen Water Group Co., Ltd.",
    "Emma",
    "王小明",
    "BYD",
    "TSMC",
)


def form_of(name: str) -> Form:
    return prepare(name, Kind.UNKNOWN, Options()).forms[0]


def alike(one: str, other: str) -> float:
    guesses = guesses_of([form_of(one), form_of(other)])
    return float(alike_of(guesses, np.array([0]), np.array([1]))[0])


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_it_is_a_probability_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == alike(other, one)


def test_two_bodies_are_more_alike_than_a_body_and_a_person() -> None:
    body = "深圳市水务集团有限公司"
    assert alike(body, "Shenzhen Water Group Co., Ltd.") > 0.9 > alike(body, "Emma Watson")


def test_capitals_alone_may_stand_for_anything() -> None:
    for name in NAMES[:4]:
        assert alike(name, "BYD") == alike(name, "TSMC") == 0.5
