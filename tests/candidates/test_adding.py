"""Lists added up and the greatest of what came together, against a look at every entry and row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.candidates import adding


@given(
    st.lists(st.integers(0, 5), max_size=900), st.integers(1, 1000), st.integers(1, 400), st.data()
)
def test_the_greatest_are_the_first_of_all_in_order(
    values: list[int], count: int, stroke: int, data: st.DataObject
) -> None:
    flags = st.lists(st.booleans(), min_size=len(values), max_size=len(values))
    alive = data.draw(st.none() | flags)
    shared = [value * (alive is None or alive[at]) for at, value in enumerate(values)]
    order = sorted((at for at, value in enumerate(shared) if value), key=lambda at: -shared[at])
    sums, length = np.array(values, dtype=np.float32) * 3, np.full(len(values), 3, np.float32)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(adding, "_ROWS", stroke)
        chosen = adding.greatest_shares(
            sums, length, count, None if alive is None else np.array(alive, dtype=bool)
        )
    assert chosen.tolist() == sorted(order[:count])


@given(st.lists(st.lists(st.integers(0, 6), max_size=9)), st.integers(1, 40))
def test_lists_are_added_in_their_order(lists: list[list[int]], stroke: int) -> None:
    sizes = np.array(list(map(len, lists)), dtype=np.int64)
    weights = np.array([1 / (at + 3) for at in range(len(lists))], dtype=np.float32)
    plain, sums = [np.float32(0)] * 7, np.zeros(7, dtype=np.float32)
    for own, weight in zip(lists, weights, strict=True):
        for row in own:
            plain[row] += weight
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(adding, "_ENTRIES", stroke)
        owners = np.array([row for own in lists for row in own], dtype=np.int32)
        adding.add_lists(sums, owners, np.cumsum(sizes) - sizes, sizes, weights)
    # To the last bit: a sum depends on its order.
    assert sums.tolist() == [float(value) for value in plain]
