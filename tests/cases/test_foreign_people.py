"""Hard cases: foreign, Japanese and Korean people, with what is true of each pair."""

import pytest

import namelink as nl
from tests.cases.hard import Cases, Row

CASES = Cases("foreign_people.tsv")
CONVENTIONS = ("mainland", "taiwan", "hong-kong")


@pytest.mark.parametrize("row", CASES.parameters())
def test_row(row: Row) -> None:
    CASES.check(row)


def test_the_table_is_well_formed() -> None:
    CASES.check_form({"match", "not_match"})


def found_first(convention: str) -> float:
    """Share of the names of one convention whose person comes first among all fifty."""
    people = [
        (row["class"], row["left"], row["right"])
        for row in CASES.rows
        if row["class"] in CONVENTIONS and row["expected"] == "match"
    ]
    true = [(han, latin) for name, han, latin in people if name == convention]
    everybody = sorted({latin for *_, latin in people})
    best = {
        row.left_name: row.right_name
        for row in nl.link([han for han, _ in true], everybody, top_k=1, threshold=0.0)
        if row.rank == 1
    }
    first = [best[han] == latin for han, latin in true]
    return first.count(True) / len(first)


@pytest.mark.parametrize(
    ("convention", "aim"), [("mainland", 0.95), ("taiwan", 0.90), ("hong-kong", 0.80)]
)
def test_well_known_people_are_found_in_each_convention(convention: str, aim: float) -> None:
    assert found_first(convention) >= aim
