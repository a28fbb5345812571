"""Calibrated encoders: checked where they are made, curves as plain data."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import InvalidOptions
from namelink.model.encoder import LEAST_BITS, MOST_BITS, CalibratedEncoder, Curve
from namelink.model.kinds import Channel, Kind
from namelink.model.options import Options


def encode(_: object, /) -> Any:
    raise AssertionError("nothing here asks an encoder")


@st.composite
def curves(draw: st.DrawFn) -> tuple[Curve, ...]:
    found = []
    for kind in draw(st.lists(st.sampled_from(Kind), unique=True, max_size=3)):
        at = draw(st.lists(st.floats(-1, 1), min_size=1, max_size=5, unique=True))
        many = st.floats(LEAST_BITS, MOST_BITS)
        bits = draw(st.lists(many, min_size=len(at), max_size=len(at)))
        found.append(Curve(kind=kind, cosines=tuple(sorted(at)), bits=tuple(sorted(bits))))
    return tuple(found)


@given(curves())
def test_plain_data_and_the_function_bring_the_same_encoder_back(own: tuple[Curve, ...]) -> None:
    known = CalibratedEncoder(encoder=encode, name="small", curves=own)
    plain = json.loads(json.dumps(known.to_dict()))
    again = CalibratedEncoder.from_dict(plain, encode)
    assert (again, hash(again)) == (known, hash(known))
    options = Options(encoder=known)
    plain = json.loads(json.dumps(options.to_dict()))
    assert Options.from_dict(plain, encoder=encode) == options
    assert hash(options) == hash(Options.from_dict(plain, encoder=encode))


def test_two_functions_are_two_encoders() -> None:
    one = CalibratedEncoder(encoder=encode, name="small", curves=())
    assert one != CalibratedEncoder(encoder=lambda texts: [[0.0]] * len(texts), name="small",
                                    curves=())  # fmt: skip
    assert Options(encoder=one) != Options()


def test_curves_without_their_function_are_refused() -> None:
    options = Options(encoder=CalibratedEncoder(encoder=encode, name="small", curves=()))
    with pytest.raises(InvalidOptions, match=r"from_dict\(plain, encoder=...\)"):
        Options.from_dict(options.to_dict())


def test_a_function_that_needs_no_curves_changes_nothing() -> None:
    assert Options.from_dict(Options().to_dict(), encoder=encode) == Options()


def test_a_bare_function_is_refused_with_the_next_step() -> None:
    with pytest.raises(InvalidOptions, match="calibrate_encoder"):
        Options(encoder=encode)  # type: ignore[arg-type]


@pytest.mark.parametrize("encoder", [None, "model", 3])
def test_what_cannot_be_called_is_refused(encoder: Any) -> None:
    with pytest.raises(InvalidOptions, match="function from strings to vectors"):
        CalibratedEncoder(encoder=encoder, name="small", curves=())


@pytest.mark.parametrize(
    ("cosines", "bits", "message"),
    [
        ((), (), "0 cosines"),
        ((0.1,), (0.0, 1.0), "give as many"),
        ((0.2, 0.1), (0.0, 1.0), "do not rise"),
        ((0.1, 0.1), (0.0, 1.0), "do not rise"),
        ((0.1, 0.2), (1.0, 0.0), "nearer name may not weigh less"),
        ((0.1, 0.2), (0.0, 24.0), "near is no proof"),
        ((0.1, 0.2), (-24.0, 0.0), "near is no proof"),
        ((0.1, float("nan")), (0.0, 0.0), "no number"),
        (("0.1",), (0.0,), "no number"),
    ],
)
def test_a_curve_that_cannot_be_is_told(cosines: Any, bits: Any, message: str) -> None:
    with pytest.raises(InvalidOptions, match=f"for work.*{message}"):
        Curve(kind=Kind.WORK, cosines=cosines, bits=bits)


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"name": "small"},
        {"name": "small", "curves": 3},
        {"name": "small", "curves": [{"kind": "work"}]},
        {"name": "small", "curves": [{"kind": "dragon", "cosines": [0.1], "bits": [0.0]}]},
        {"name": "small", "curves": [{"kind": "work", "cosines": 0.1, "bits": [0.0]}]},
        {"name": "small", "curves": [{"kind": "work", "cosines": [0.1], "bits": [0.0]}] * 2},
        {"name": "small", "curves": [], "model": "x"},
    ],
)
def test_plain_data_that_cannot_be_is_told(plain: dict[str, Any]) -> None:
    with pytest.raises(InvalidOptions):
        CalibratedEncoder.from_dict(plain, encode)


def test_the_channel_switches_it_off() -> None:
    known = CalibratedEncoder(encoder=encode, name="small", curves=())
    silent = tuple(each for each in Channel if each is not Channel.ENCODER)
    assert Options(encoder=known).speaking_encoder is known
    assert Options(encoder=known, channels=silent).speaking_encoder is None
