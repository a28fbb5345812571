"""Real names that a Chinese form sounds like, beside the one in question."""

from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.model.kinds import Kind
from namelink.readings.rivals import OUTDONE, rivals
from namelink.readings.transliteration import Transliteration
from namelink.tables.census_names import census_shares
from tests.readings.batches import batch_of

CHARS = "特朗普斯约翰逊克林顿拜登乔治马丁罗西内伯茨"


def cell(chinese: str, latin: str) -> tuple[float, int]:
    """Bits and detail of the best cell of a name of one part."""
    cells = Transliteration().cells(batch_of([(chinese, latin)], Kind.PERSON))
    return max(zip(cells.bits.tolist(), cells.detail.tolist(), strict=True))


@settings(max_examples=60, deadline=None)
@given(st.text(CHARS, min_size=1, max_size=5), st.floats(-20, 50), st.floats(0, 20))
def test_who_is_heard_better_loses_no_more(chars: str, bits: float, more: float) -> None:
    found = rivals(chars)
    assert found.loss(bits) >= found.loss(bits + more) >= 0.0
    assert bits - found.loss(bits) <= bits + more - found.loss(bits + more)


@settings(max_examples=60, deadline=None)
@given(st.text(CHARS, min_size=1, max_size=5))
def test_the_loss_is_what_all_better_names_make_probable(chars: str) -> None:
    found = rivals(chars)
    shares = census_shares()
    assert list(found.bits) == sorted(found.bits, reverse=True)
    every = sum(
        shares[name] * 2.0**bits for name, bits in zip(found.names, found.bits, strict=True)
    )
    assert found.loss(-100.0) == pytest.approx(log2(1.0 + every))
    if found.bits:
        assert found.loss(found.bits[0]) == 0.0


def test_a_name_that_another_outdoes_by_far_loses_and_is_told_so() -> None:
    assert {"strickland", "holliday"} <= census_shares().keys()
    for chinese, true, false in (
        ("斯特里克兰", "Strickland", "Strickling"),
        ("霍利迪", "Holliday", "Hobday"),
    ):
        best, plain = cell(chinese, true)
        bits, told = cell(chinese, false)
        assert (plain, told) == (0, OUTDONE)
        assert best > bits + 10.0
        found = nl.compare(chinese, false)
        assert f"but {true.lower()} would fit better" in found.explain()
        assert found.verdict != "match"


def test_names_that_are_heard_alike_are_no_rivals() -> None:
    assert cell("凯瑟琳", "Katherine")[1] == cell("凯瑟琳", "Catherine")[1] == 0


def test_a_name_that_no_census_knows_is_heard_as_before() -> None:
    assert "murakowski" not in census_shares()
    assert cell("穆拉科夫斯基", "Murakowski")[1] == 0
