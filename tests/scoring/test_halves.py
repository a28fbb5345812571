"""One word that is heard in a part of a solid name alone."""

import pytest

import namelink as nl


def spans(chars: str, word: str) -> list[str]:
    return [one.left for one in nl.compare(chars, word).evidence if one.left and one.right]


@pytest.mark.parametrize("kind", ["person", "place"])
def test_a_whole_name_is_heard_before_a_part_that_sounds_better(kind: str) -> None:
    # 夏蘭 sounds more like it, but leaves a character over.
    found = nl.compare("夏蘭特", "Haaland", kind=kind)
    assert [one.left for one in found.evidence if one.right] == ["夏蘭特"]


def test_a_part_is_heard_where_the_whole_is_not() -> None:
    assert spans("马丁内斯", "Martin") == ["马丁"]


def test_names_in_several_parts_are_heard_part_by_part() -> None:
    assert spans("马丁·内斯", "Martin") == ["马丁"]
