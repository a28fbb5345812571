"""Hard cases: organizations in Chinese and English, with what is true of each pair."""

import pytest

from tests.cases.hard import Cases, Row

CASES = Cases("organisations.tsv")


@pytest.mark.parametrize("row", CASES.parameters())
def test_row(row: Row) -> None:
    CASES.check(row)


def test_the_table_is_well_formed() -> None:
    CASES.check_form({"match", "not_match"})
