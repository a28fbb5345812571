"""How well romanizations read cells, packed into one number each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from namelink.model.kinds import ROMANIZATIONS
from namelink.model.losses import EVERY, losses_of, pack_losses

SYSTEMS = len(ROMANIZATIONS)
cell = st.lists(
    st.one_of(st.none(), st.floats(0, 30, width=32)), min_size=SYSTEMS, max_size=SYSTEMS
)


@given(st.lists(cell, min_size=1, max_size=5))
def test_what_is_packed_comes_back_within_half_a_step(cells: list[list[float | None]]) -> None:
    reads = np.array([[loss is not None for loss in own] for own in cells]).T
    loss = np.array([[loss or 0.0 for loss in own] for own in cells], dtype=np.float32).T
    packed = pack_losses(loss, reads, np.arange(SYSTEMS))
    assert ((packed >= 0) & (packed <= EVERY)).all()
    found = losses_of(packed).T
    assert (np.isfinite(found) == reads).all()
    most = found[reads].max(initial=9.0)
    assert np.allclose(found[reads], np.minimum(loss[reads], most), atol=0.75 + 1e-4)


def test_systems_that_do_not_speak_read_nothing() -> None:
    packed = pack_losses(np.zeros((1, 2), np.float32), np.ones((1, 2), bool), np.array([5]))
    found = losses_of(packed)
    assert (found[:, 5] == 0.0).all()
    assert np.isinf(np.delete(found, 5, axis=1)).all()
