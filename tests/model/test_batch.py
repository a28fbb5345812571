"""Names and pairs as arrays."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from namelink.model.batch import CELL_FIELDS, Batch, join_cells, make_cells
from tests.readings.batches import batch_of


def test_units_are_runs_of_up_to_three_spelled_atoms() -> None:
    batch = batch_of([("吴", "wu yong ming x")])
    found = {
        (batch.units[unit].letters, start, size)
        for unit, start, size in zip(
            batch.unit_of[0].tolist(),
            batch.unit_start[0].tolist(),
            batch.unit_size[0].tolist(),
            strict=True,
        )
        if unit >= 0
    }
    words = ["wu", "yong", "ming", "x"]
    assert found == {
        ("".join(words[start : start + size]), start, size)
        for size in range(1, Batch.UNIT + 1)
        for start in range(len(words) - size + 1)
    }


def test_han_atoms_are_never_joined() -> None:
    batch = batch_of([("吴", "吴泳 wu yong")])
    assert sorted(unit.letters for unit in batch.units) == ["wu", "wuyong", "yong", "吴", "泳"]


def test_equal_units_are_one() -> None:
    batch = batch_of([("吴", "ma ma"), ("马", "ma wu")])
    assert [unit.letters for unit in batch.units].count("ma") == 1


def test_empty_forms_have_no_units() -> None:
    batch = batch_of([("?", "!")])
    assert len(batch.units) == 0
    assert (batch.unit_of == -1).all()


@given(st.lists(st.integers(0, 4), max_size=4))
def test_joining_and_taking_keep_rows_together(sizes: list[int]) -> None:
    blocks = [
        make_cells(np.full(size, at), (range(size), 1), (0, 2), at + 0.5, missed=at, detail=size)
        for at, size in enumerate(sizes)
    ]
    joined = join_cells(blocks)
    assert len(joined) == sum(sizes)
    for at, size in enumerate(sizes):
        own = joined.take(joined.pair == at)
        for name in CELL_FIELDS:
            assert getattr(own, name).tolist() == getattr(blocks[at], name).tolist()
        assert len(own) == size
