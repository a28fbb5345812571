"""Forms as arrays, against the forms themselves."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from namelink.model.kinds import Kind, Role
from namelink.model.side import ROLES, SHAPES, make_side, running, span_sum
from tests.readings.batches import form

NAMES = ["吴泳铭", "华为技术有限公司", "Huawei Technologies Co., Ltd.", "阿里AI 4", "", "O'Neill"]


def test_every_atom_stands_in_its_row_and_nothing_behind_it() -> None:
    forms = [form(name, Kind.ORG) for name in NAMES]
    side = make_side(forms)
    for row, own in enumerate(forms):
        size = len(own.keys)
        assert side.size[row] == size
        assert tuple(side.keys[key] for key in side.key[row, :size]) == own.keys
        assert tuple(SHAPES[shape] for shape in side.shape[row, :size]) == own.shapes
        assert tuple(ROLES[role] for role in side.role[row, :size]) == own.roles
        assert tuple(side.group[row, :size]) == own.group
        assert tuple(side.upper[row, :size]) == own.upper
        assert tuple(side.word[row, :size]) in (own.word, (-1,) * size)
        for matrix in (side.key, side.shape, side.role, side.group, side.upper, side.word):
            assert (matrix[row, size:] == -1).all()


def test_roles_and_values_of_keys_are_found_and_never_past_the_end() -> None:
    forms = [form(name, Kind.ORG) for name in NAMES]
    side = make_side(forms)
    legal = side.has_role([Role.LEGAL_FORM])
    letters = side.spread([len(key) for key in side.keys], np.int32)
    for row, own in enumerate(forms):
        beyond = [False] * (legal.shape[1] - len(own.keys))
        assert legal[row].tolist() == [role is Role.LEGAL_FORM for role in own.roles] + beyond
        assert letters[row].sum() == sum(map(len, own.keys))


def test_no_forms_are_no_rows() -> None:
    side = make_side([])
    assert side.key.shape[0] == 0
    assert side.has_role([Role.WORD]).shape == side.key.shape


@given(
    st.lists(st.lists(st.integers(-9, 9), min_size=4, max_size=4), min_size=1, max_size=4),
    st.data(),
)
def test_a_difference_of_running_sums_is_the_sum_of_the_span(
    rows: list[list[int]], data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(rows) - 1))
    start = data.draw(st.integers(0, 4))
    size = data.draw(st.integers(0, 4 - start))
    sums = running(np.array(rows))
    at, one, many = (np.array([value]) for value in (row, start, size))
    assert span_sum(sums, at, one, many)[0] == sum(rows[row][start : start + size])
