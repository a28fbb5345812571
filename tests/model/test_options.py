"""Options: checked where they are set, plain data both ways."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import InvalidOptions
from namelink.model.kinds import Channel
from namelink.model.options import Columns, Limits, Options

options = st.builds(
    lambda prior, cuts, channels, atoms: Options(
        prior=prior,
        review_at=min(cuts),
        match_at=max(cuts),
        channels=tuple(channels),
        limits=Limits(atoms=atoms),
    ),
    st.floats(0.001, 0.999),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.lists(st.sampled_from(Channel), unique=True),
    st.integers(1, 60),
)


@given(options)
def test_plain_data_and_json_bring_the_same_options_back(given_options: Options) -> None:
    plain = json.loads(json.dumps(given_options.to_dict()))
    assert Options.from_dict(plain) == given_options


@pytest.mark.parametrize("prior", [0.0, 1.0, -0.1, 2.0, float("nan")])
def test_a_prior_is_a_probability_that_leaves_doubt(prior: float) -> None:
    with pytest.raises(InvalidOptions, match="prior"):
        Options(prior=prior)


@pytest.mark.parametrize(
    ("review_at", "match_at"), [(0.6, 0.5), (-0.1, 0.5), (0.1, 1.1), (float("nan"), 0.5)]
)
def test_cuts_lie_in_order(review_at: float, match_at: float) -> None:
    with pytest.raises(InvalidOptions, match="review_at"):
        Options(review_at=review_at, match_at=match_at)


@pytest.mark.parametrize(
    "limits", [{"atoms": 0}, {"atoms": 61}, {"candidates": 0}, {"workers": 2.5}]
)
def test_limits_are_whole_numbers_from_one(limits: dict[str, Any]) -> None:
    with pytest.raises(InvalidOptions, match="limits"):
        Limits(**limits)


@pytest.mark.parametrize(
    "wrong",
    [
        {"prior": "0.5"},
        {"match_at": None},
        {"confidence_at": "high"},
        {"channels": "pinyin"},
        {"channels": ["telepathy"]},
        {"channels": 3},
        {"aliases": [("友邦", "AIA")]},
        {"limits": {"workers": 2}},
    ],
)
def test_a_value_of_another_type_is_told_by_its_field(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidOptions, match=next(iter(wrong))):
        Options(**wrong)


def test_channels_may_be_told_by_their_values() -> None:
    told: Any = ["pinyin", Channel.MEANING]
    assert Options(channels=told) == Options(channels=(Channel.PINYIN, Channel.MEANING))


@pytest.mark.parametrize("wrong", [{"name": None}, {"name": 1}, {"name": ("a", 2)}, {"id": 0}])
def test_columns_have_names(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidOptions, match="Columns"):
        Columns(**wrong)


def test_unknown_fields_are_named() -> None:
    with pytest.raises(InvalidOptions, match="colour"):
        Options.from_dict({"colour": 1})


@pytest.mark.parametrize("plain", [{"channels": ["telepathy"]}, {"limits": {"atomz": 3}}])
def test_wrong_values_are_told_as_options(plain: dict[str, object]) -> None:
    with pytest.raises(InvalidOptions):
        Options.from_dict(plain)
