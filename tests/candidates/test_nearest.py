"""The nearest names by cosine are those that comparing all of them finds."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.candidates import nearest
from namelink.candidates.nearest import Nearest, with_nearest
from namelink.model.batch import Form
from namelink.model.kinds import Kind, Script
from namelink.model.options import Options
from namelink.pairing import prepare


def form(script: Script, vector: list[int]) -> Form:
    own = prepare("吴" if script is Script.HAN else "Wu", Kind.UNKNOWN, Options()).forms[0]
    length = float(np.linalg.norm(vector)) or 1.0
    return replace(own, vector=np.array(vector, dtype=np.float32) / np.float32(length))


forms = st.builds(
    form,
    st.sampled_from([Script.HAN, Script.LATIN]),
    st.lists(st.integers(-2, 2), min_size=3, max_size=3),
)
names = st.lists(st.lists(forms, min_size=1, max_size=3), max_size=12)


def brute(
    asked: list[Form], table: list[list[Form]], count: int, floor: float = -1.0
) -> list[int]:
    """Every name of the other script by its best cosine to four digits, then by position."""
    best: dict[int, int] = {}
    for at, others in enumerate(table):
        for one in asked:
            for other in others:
                assert one.vector is not None
                assert other.vector is not None
                if one.script is other.script or not one.vector.any() or not other.vector.any():
                    continue
                step = round(float(one.vector @ other.vector) * 1e4)
                if step > floor * 1e4:
                    best[at] = max(best.get(at, step), step)
    return sorted(best, key=lambda at: (-best[at], at))[:count]


@settings(max_examples=60)
@given(names, names, st.integers(1, 30))
def test_the_nearest_are_those_of_brute_force(
    asked: list[list[Form]], table: list[list[Form]], count: int
) -> None:
    # A name takes as many places as it has forms; ask for all, so that none is crowded out.
    found = Nearest(table).best(asked, max(count, 36))
    assert [each.tolist()[:count] for each in found] == [brute(own, table, count) for own in asked]


def test_tiles_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = np.random.default_rng(5)
    table = [[form(Script.LATIN, dice.integers(-9, 9, 3).tolist())] for _ in range(50)]
    asked = [[form(Script.HAN, dice.integers(-9, 9, 3).tolist())] for _ in range(7)]
    whole = Nearest(table).best(asked, 5)
    monkeypatch.setattr(nearest, "_TILE", 3)
    tiled = Nearest(table).best(asked, 5)
    assert [each.tolist() for each in whole] == [each.tolist() for each in tiled]
    assert [each.tolist() for each in whole] == [brute(own, table, 5) for own in asked]


@given(names, names, st.floats(-1, 1))
def test_a_floor_leaves_out_what_is_not_above(
    asked: list[list[Form]], table: list[list[Form]], floor: float
) -> None:
    nearest_names = Nearest(table)
    for own, every, some in zip(
        asked, nearest_names.best(asked, 36), nearest_names.best(asked, 36, floor), strict=True
    ):
        above = [at for at in every.tolist() if brute(own, [table[at]], 1, floor)]
        assert some.tolist() == above


def test_the_union_holds_each_candidate_once() -> None:
    both = with_nearest([np.array([3, 1])], [np.array([1, 7, 3, 0])])
    assert [each.tolist() for each in both] == [[3, 1, 7, 0]]
