"""Slavic adjectives of places, against regions and the towns that they are called after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.adjectives import towns


@pytest.mark.parametrize(
    ("adjective", "town"),
    [
        ("kosicky", "kosic"),
        ("olomoucky", "olomouc"),
        ("splitska", "split"),
        ("poltavska", "poltava"),
        ("tomskaya", "tomsk"),
        ("krakowskie", "krakow"),
        ("rostovskoye", "rostov"),
    ],
)
def test_a_region_is_called_after_its_town(adjective: str, town: str) -> None:
    assert town in towns(adjective)


@pytest.mark.parametrize("word", ["alaska", "sky", "nebraska", "praha", "kraj", "oxford"])
def test_towns_are_at_least_three_letters(word: str) -> None:
    assert all(len(town) >= 3 for town in towns(word))


@given(st.from_regex(r"[a-z]{3,9}", fullmatch=True), st.sampled_from(["sky", "ska", "skaya"]))
def test_a_regular_adjective_gives_its_town_back(town: str, ending: str) -> None:
    assert town in towns(town + ending)
