"""Hard cases: names of Chinese people, with what is true of each pair."""

import pytest

import namelink as nl
from tests.cases.hard import Cases, Row

CASES = Cases("chinese_people.tsv")
# Rows a class needs on either side; review counts with the pairs that are not to be dropped.
ENOUGH = 10


@pytest.mark.parametrize("row", CASES.parameters())
def test_row(row: Row) -> None:
    CASES.check(row)


def test_near_misses_are_hardly_ever_matched() -> None:
    assert CASES.share("not_match") <= 0.01


def test_true_pairs_are_found() -> None:
    assert CASES.share("match") >= 0.97


def test_every_class_has_true_pairs_and_near_misses() -> None:
    assert not CASES.short_classes(ENOUGH)


def test_no_pair_stands_twice() -> None:
    assert CASES.twice() == []


@pytest.mark.parametrize("column", ["class", "left", "right", "reason", "source"])
def test_every_row_fills_its_cells(column: str) -> None:
    assert [row for row in CASES.rows if not row[column].strip()] == []


def test_expectations_and_relations_are_words_of_the_library() -> None:
    assert {row["expected"] for row in CASES.rows} == {"match", "not_match", "review"}
    relations = {row["relation"] for row in CASES.rows} - {""}
    assert relations <= {relation.value for relation in nl.Relation}


def test_known_failures_name_rows_that_exist() -> None:
    assert CASES.stray() == []
    assert all(CASES.known.values())
