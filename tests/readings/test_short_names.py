"""Short forms of given names and the full names, each heard as the other."""

import pytest

import namelink as nl
from namelink.readings.short_names import called
from namelink.tables.loader import rows
from namelink.tables.names import western_given_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("蒂姆·库克", "Timothy Cook"),
        ("吉米·卡特", "James Carter"),
        ("尼克·克莱格", "Nicholas Clegg"),
        ("爱德·米利班德", "Edward Miliband"),
        ("罗伯特·霍普", "Bob Hope"),
    ],
)
def test_either_form_is_heard_as_the_other(left: str, right: str) -> None:
    assert nl.compare(left, right).verdict == "match"


@pytest.mark.parametrize(
    ("left", "right"), [("蒂姆·库克", "Thomas Cook"), ("吉米·卡特", "Edward Carter")]
)
def test_a_short_form_of_another_name_is_another_name(left: str, right: str) -> None:
    assert nl.compare(left, right).verdict == "no_match"


def test_it_is_told_which_is_short_for_which() -> None:
    assert "short for timothy" in nl.compare("蒂姆·库克", "Timothy Cook").explain()
    assert "of which bob is short" in nl.compare("罗伯特·霍普", "Bob Hope").explain()


def test_names_are_listed_once_and_never_for_themselves() -> None:
    for row in rows("short_names"):
        short = row["short"].split("|")
        assert row["full"] in western_given_names()
        assert row["full"] not in short
        names = called(row["full"])
        assert len(set(names)) == len(names)
        assert set(short) <= set(names)
