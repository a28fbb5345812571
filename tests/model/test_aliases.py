"""Aliases: checked where they are made, plain data both ways, short to look at."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.errors import InvalidOptions
from namelink.model.aliases import Aliases
from namelink.model.options import Options

names = st.text(min_size=1).filter(lambda name: bool(name.strip()))
groups = st.lists(st.lists(names, min_size=2, max_size=4, unique=True), max_size=5)


@given(groups)
def test_plain_data_and_json_bring_the_same_aliases_back(given_groups: list[list[str]]) -> None:
    aliases = Aliases.of(given_groups)
    assert [list(group) for group in aliases.groups] == given_groups
    assert Aliases.from_dict(json.loads(json.dumps(aliases.to_dict()))) == aliases
    options = Options(aliases=aliases)
    assert Options.from_dict(json.loads(json.dumps(options.to_dict()))) == options


@given(groups)
def test_equal_aliases_have_one_hash(given_groups: list[list[str]]) -> None:
    assert hash(Aliases.of(given_groups)) == hash(Aliases.of(map(tuple, given_groups)))


@pytest.mark.parametrize(
    "group", ["AIA", ("AIA",), ("AIA", "AIA"), ("AIA", ""), ("AIA", " "), ("AIA", None), 5, ()]
)
def test_what_is_no_group_is_told_with_its_number(group: object) -> None:
    with pytest.raises(InvalidOptions, match=r"alias group 2 .*give the names of one thing"):
        Aliases.of([("友邦", "AIA"), group])  # type: ignore[list-item]


@pytest.mark.parametrize("plain", [{"group": []}, {"groups": "AIA"}, {"groups": ["AIA"]}])
def test_plain_data_of_another_shape_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(InvalidOptions):
        Aliases.from_dict(plain)
    with pytest.raises(InvalidOptions):
        Options.from_dict({"aliases": plain})


def test_options_that_are_no_aliases_are_refused() -> None:
    with pytest.raises(InvalidOptions, match="aliases"):
        Options.from_dict({"aliases": 5})
