"""Options: checked where they are set, plain data both ways."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import InvalidOptions
from namelink.model.kinds import Channel
from namelink.model.options import Limits, Options

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


@pytest.mark.parametrize("limits", [Limits(atoms=0), Limits(candidates=0)])
def test_limits_are_at_least_one(limits: Limits) -> None:
    with pytest.raises(InvalidOptions, match="limits"):
        Options(limits=limits)


def test_unknown_fields_are_named() -> None:
    with pytest.raises(InvalidOptions, match="colour"):
        Options.from_dict({"colour": 1})


@pytest.mark.parametrize("plain", [{"channels": ["telepathy"]}, {"limits": {"atomz": 3}}])
def test_wrong_values_are_told_as_options(plain: dict[str, object]) -> None:
    with pytest.raises(InvalidOptions):
        Options.from_dict(plain)
