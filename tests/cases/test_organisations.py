"""Hard cases: organizations in Chinese and English, with what is true of each pair."""

import pytest

from tests.cases.hard import Cases, Row

CASES = Cases("organisations.tsv")


@pytest.mark.parametrize("row", CASES.parameters())
def test_row(row: Row) -> None:
    problem = CASES.fault(row)
    assert not problem, f"{row['left']} ~ {row['right']} ({row['reason']}): {problem}"


def test_the_table_is_well_formed() -> None:
    assert not CASES.short_classes(10)
    assert CASES.twice() == []
    assert CASES.stray() == []
    assert {row["expected"] for row in CASES.rows} == {"match", "not_match"}
    for row in CASES.rows:
        assert all(
            row[column].strip() for column in ("class", "left", "right", "reason", "source")
        )
