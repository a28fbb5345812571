"""What the fit of confidence minimizes is the confidence that `link` tells."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linking.ranking import BITS_LEFT, EASIER, POOL_POWER, Candidate, rank
from tools.fit_confidence import Search, loss

HERE = (EASIER, BITS_LEFT, POOL_POWER)
rows = st.lists(
    st.tuples(st.integers(-20, 20), st.integers(-30, 60), st.sampled_from([0.0, 1e-6, 0.02])),
    min_size=1,
    max_size=6,
)


def search(rows: list[tuple[int, int, float]], pool: int, right: int | None = None) -> Search:
    log_odds, bits, coincidence = (
        np.array(column, dtype=float) for column in zip(*rows, strict=True)
    )
    return Search(
        log_odds=log_odds,
        bits=bits,
        coincidence=coincidence,
        right=np.arange(len(rows)) == (-1 if right is None else right),
        pool=pool,
        there=right is not None,
    )


@given(rows, st.integers(1, 10**7))
def test_columns_stand_for_rows(rows: list[tuple[int, int, float]], pool: int) -> None:
    candidates = [
        Candidate(right_id=at, name=str(at), bits=bits, log_odds=odds, coincidence=chance, at=at)
        for at, (odds, bits, chance) in enumerate(rows)
    ]
    each, none = search(rows, pool).told(*HERE)
    for entry in rank(candidates, pool=pool):
        assert entry.confidence == pytest.approx(each[entry.right_id])
    assert each.sum() + none == pytest.approx(1.0)


def test_loss_is_the_surprise_at_the_truth() -> None:
    sure, lost = search([(30, 30, 0.0)], 10, right=0), search([(-30, -30, 0.0)], 10)
    assert loss([sure, lost], HERE) < 0.01
    assert loss([search([(30, 30, 0.0)], 10), search([(-30, -30, 0.0)], 10, right=0)], HERE) > 5.0
