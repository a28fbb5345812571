"""Hard cases: products and works whose names differ in a version."""

import pytest

from tests.cases.hard import Cases, Row

CASES = Cases("works.tsv")


@pytest.mark.parametrize("row", CASES.parameters())
def test_row(row: Row) -> None:
    CASES.check(row)


def test_the_table_is_well_formed() -> None:
    CASES.check_form({"match", "not_match"})
