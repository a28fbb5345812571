"""A year in brackets tells companies of one name apart, and no name says it twice."""

import pytest

import namelink as nl


def _bits(english: str) -> float:
    return nl.compare("阳光控股", english, kind="org").bits


def test_a_year_in_brackets_is_no_number_without_counterpart() -> None:
    assert _bits("SUNSHINE (1979) HOLDINGS LTD") == pytest.approx(
        _bits("SUNSHINE HOLDINGS LTD"), abs=0.1
    )


@pytest.mark.parametrize(
    "english",
    ["SUNSHINE 1979 HOLDINGS LTD", "SUNSHINE (3) HOLDINGS LTD", "SUNSHINE (1979)"],
)
def test_any_other_number_is_one(english: str) -> None:
    assert _bits(english) < _bits("SUNSHINE HOLDINGS LTD") - 5.0
