"""The join of look-up channels against every combination looked at."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.readings import joins
from namelink.readings.joins import Entry, join
from tests.readings.batches import batch_of

PAIRS = [("吴泳铭", "Wu"), ("吴泳铭", "Ma Yun"), ("马云", "Wu"), ("马云", "Ma Yun")]
entries = st.lists(
    st.builds(
        Entry,
        row=st.integers(0, 1),
        key=st.sampled_from(["a", "b", ("a", "b")]),
        start=st.integers(0, 2),
        size=st.integers(1, 2),
        bits=st.integers(-4, 4).map(float),
        detail=st.integers(0, 3),
        rarity=st.integers(0, 3).map(float),
    ),
    max_size=6,
)


@pytest.mark.parametrize("few_pairs", [0, len(PAIRS)])
@given(entries, entries)
def test_cells_are_the_combinations_of_one_key_in_one_pair(
    few_pairs: int, left: list[Entry], right: list[Entry]
) -> None:
    batch = batch_of(PAIRS)
    expected = [
        (pair, *one[2:4], *other[2:4], one.bits + other.bits, one.detail, one.rarity)
        for pair, (mine, theirs) in enumerate(zip(batch.left_of, batch.right_of, strict=True))
        for one in left
        for other in right
        if one.key == other.key and one.row == mine and other.row == theirs
    ]
    with patch.object(joins, "_FEW_PAIRS", few_pairs):
        found = join(batch, left, right)
    columns = (
        found.pair, found.left_start, found.left_size, found.right_start, found.right_size,
        found.bits, found.detail, found.rarity,
    )  # fmt: skip
    rows = zip(*(column.tolist() for column in columns), strict=True)
    assert sorted(rows) == sorted(expected)
