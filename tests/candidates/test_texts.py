"""Strings packed into arrays come back as they were."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from namelink.candidates.texts import Texts

_ANY = st.text(st.characters(), max_size=8)


@given(st.lists(_ANY, max_size=12), st.data())
def test_strings_come_back(strings: list[str], data: st.DataObject) -> None:
    packed = Texts.of(strings)
    assert list(packed) == strings
    at = data.draw(st.lists(st.integers(0, len(strings) - 1), max_size=9)) if strings else []
    assert packed.take(np.array(at, dtype=np.int64)) == [strings[each] for each in at]
