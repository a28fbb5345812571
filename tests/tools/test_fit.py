"""The fit of weights begins with a value for every fact there is."""

from namelink.scoring.weights import LEFTOVERS, STRUCTURES
from namelink.tables.loader import rows
from tools.fit import PROFILES, start_values


def test_every_fact_begins_with_a_value() -> None:
    begun = set(start_values())
    for profile in PROFILES:
        assert {(profile, f"structure:{name}") for name in STRUCTURES} <= begun
        assert {(profile, f"cost:{name}") for name in LEFTOVERS} <= begun


def test_the_fit_knows_every_row_of_the_table_that_ships() -> None:
    shipped = {(row["profile"], f"{row['sort']}:{row['feature']}") for row in rows("weights")}
    assert shipped <= set(start_values())
