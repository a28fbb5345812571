"""The inverted index against a look at every candidate."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.candidates.index import _LENGTH_POWER, FeatureIndex

Row = dict[str, float]
rows = st.dictionaries(
    st.sampled_from(["s:wu", "s:ming", "h:吴", "w:bank", "k:<t", "a:ym"]),
    st.sampled_from([0.25, 0.5, 0.7, 1.0]),
    max_size=5,
)


def brute(table: list[Row], query: Row) -> list[float]:
    """Worth of every candidate, from the definition in the index's own words."""
    held = {name: sum(name in row for row in table) for row in table for name in row}
    rarity = {
        name: max(math.log((len(table) + 1) / (count + 0.5)), 0.05) for name, count in held.items()
    }
    worths = []
    for row in table:
        total = sum(weight * rarity[name] for name, weight in row.items())
        shared = sum(weight * rarity[name] * query.get(name, 0.0) for name, weight in row.items())
        worths.append(shared / max(total, 1.0) ** _LENGTH_POWER)
    return worths


@settings(max_examples=300)
@given(st.lists(rows, max_size=12), rows, st.integers(1, 14))
def test_best_are_the_best_of_all(table: list[Row], query: Row, count: int) -> None:
    found = FeatureIndex(table).best(query, count).tolist()
    worths = brute(table, query)
    sharing = [at for at, worth in enumerate(worths) if worth > 0]
    assert len(found) == min(count, len(sharing))
    assert len(set(found)) == len(found)
    assert set(found) <= set(sharing)
    # Worths of the found fall, and nobody left out is worth more; equal within float32.
    values = [worths[at] for at in found]
    assert all(a >= b - 1e-5 * max(a, 1) for a, b in pairwise(values))
    left_out = [worths[at] for at in sharing if at not in found]
    if found and left_out:
        assert max(left_out) <= min(values) * (1 + 1e-5) + 1e-6


@given(st.lists(rows, min_size=1, max_size=8), rows)
def test_more_candidates_begin_with_the_fewer(table: list[Row], query: Row) -> None:
    index = FeatureIndex(table)
    every = index.best(query, len(table)).tolist()
    for count in range(1, len(table)):
        assert index.best(query, count).tolist() == every[:count]


@pytest.mark.parametrize("table", [[], [{}], [{"s:wu": 1.0}, {}]])
def test_nothing_shared_is_nothing_found(table: list[Row]) -> None:
    assert FeatureIndex(table).best({"s:li": 1.0}, 5).tolist() == []
    assert FeatureIndex(table).best({}, 5).tolist() == []


def test_a_rare_feature_outweighs_a_common_one() -> None:
    table = [{"common": 1.0}, {"common": 1.0}, {"common": 1.0}, {"rare": 1.0}]
    assert FeatureIndex(table).best({"common": 1.0, "rare": 1.0}, 1).tolist() == [3]


def test_equals_come_by_position() -> None:
    table = [{"s:wu": 1.0}] * 5
    assert FeatureIndex(table).best({"s:wu": 1.0}, 3).tolist() == [0, 1, 2]
