"""What a form tells by itself: sets of atoms as bits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import InvalidName
from namelink.model.form import Form
from namelink.model.kinds import Kind
from namelink.model.options import Limits, Options
from namelink.pairing import prepare
from namelink.scoring.facts import BEYOND, facts_of, mask


def form_of(name: str, kind: Kind = Kind.UNKNOWN, atoms: int = 40) -> Form:
    return prepare(name, kind, Options(limits=Limits(atoms=atoms))).forms[0]


def members(bits: np.uint64) -> list[int]:
    return [at for at in range(64) if int(bits) >> at & 1]


@given(st.integers(0, 59), st.integers(0, 59))
def test_a_span_is_the_set_of_its_atoms(start: int, size: int) -> None:
    size = min(size, 60 - start)
    assert members(mask(np.array([start]), np.array([size]))[0]) == [*range(start, start + size)]


def test_parts_of_a_person() -> None:
    told = facts_of([form_of("欧阳娜娜", Kind.PERSON)])[0]
    assert members(told["surnames"]) == [0, 1]
    assert members(told["given"]) == [2, 3]
    assert members(told["atoms"]) == [0, 1, 2, 3]
    assert [bool(told[name]) for name in ("several", "solid", "parted")] == [True, True, False]


def test_a_body_has_a_form_and_what_it_does() -> None:
    han, latin = facts_of([form_of("永恒科技有限公司", Kind.ORG), form_of("Zelmira", Kind.ORG)])
    body, bare = ("formed", "whole"), ("formless", "plain", "brand")
    assert [bool(han[name]) for name in (*body, *bare)] == [True, True, False, False, False]
    assert [bool(latin[name]) for name in (*body, *bare)] == [False, False, True, True, True]
    assert members(latin["own_latin"]) == [0]


@pytest.mark.parametrize("name", ["", "Ann", "a b c d e f g h"])
def test_sets_hold_atoms_of_the_name_alone(name: str) -> None:
    form = form_of(name, atoms=5)
    told = facts_of([form])[0]
    every = int(told["atoms"])
    assert bool(every & int(BEYOND)) == (form.beyond > 0)
    assert len(members(told["atoms"])) == len(form.keys) + (form.beyond > 0)
    sets = [field for field in told.dtype.names if told.dtype[field] == np.uint64]
    assert all(int(told[field]) & ~(every | int(BEYOND)) == 0 for field in sets)


def test_what_is_no_string_is_no_name() -> None:
    with pytest.raises(InvalidName):
        prepare(["Ann"], Kind.UNKNOWN, Options())  # type: ignore[arg-type]
    assert prepare("Ann", Kind.UNKNOWN, Options()) is prepare("Ann", Kind.UNKNOWN, Options())
