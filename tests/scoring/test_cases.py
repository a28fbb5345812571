"""A pair that may be of several kinds is scored as each, by the rules of mixtures."""

from dataclasses import replace
from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink import Kind, Options, compare
from namelink.model.batch import make_batch
from namelink.normalization.forms import forms_of
from namelink.normalization.names import normalize
from namelink.scoring.cases import pool

_bits = st.floats(-60, 60)
_parts = st.tuples(_bits, st.floats(0.01, 0.99), st.floats(0.05, 1.0))
_cases = st.lists(st.lists(_parts, min_size=1, max_size=4), min_size=1, max_size=5)


@given(_cases)
def test_a_case_has_the_mean_chance_and_half_of_the_mean_odds_of_its_kinds(
    cases: list[list[tuple[float, float, float]]],
) -> None:
    of = [at for at, parts in enumerate(cases) for _ in parts]
    bits, chance, raw = (np.array(each) for each in zip(*chain(*cases), strict=True))
    share = raw / np.bincount(of, raw)[of]
    form = forms_of(normalize("灯塔"), 8)[0]
    zero = np.zeros(len(of))
    batch = replace(
        make_batch([form], [form], zero, zero, zero, zero),
        case_of=np.array(of),
        share=share.astype(np.float32),
    )
    pooled, mean = pool(batch, bits, chance)
    for at, parts in enumerate(cases):
        own = np.array(of) == at
        top = bits[own].max()
        odds = top + np.log2((share[own] * np.exp2(bits[own] - top)).sum())
        speaks = mean[own].argmax()
        assert mean[own].max() == pytest.approx((share[own] * chance[own]).sum(), abs=1e-5)
        alone = bits[own][speaks] + np.log2(share[own][speaks])
        assert pooled[own][speaks] == pytest.approx((alone + odds) / 2, abs=1e-3)
        assert len(parts) == 1 or mean[own].max() <= chance[own].max() + 1e-5


@given(_bits, st.floats(0.01, 0.99), st.floats(0.01, 1.0))
def test_guesses_that_part_take_from_the_order_and_leave_the_chance(
    own: float, chance: float, alike: float
) -> None:
    form = forms_of(normalize("灯塔"), 8)[0]
    batch = make_batch([form], [form], *np.zeros((4, 1)))
    one = pool(batch, np.array([own]), np.array([chance]))
    apart = replace(batch, alike=np.array([alike]))
    other = pool(apart, np.array([own]), np.array([chance]))
    assert other[1] == one[1]
    doubt = min(max(-np.log2(alike / 0.9), 0.0), 2.0)
    assert one[0] - other[0] == pytest.approx(doubt, abs=1e-3)


def test_a_given_kind_leaves_no_doubt() -> None:
    for kind in ("work", "place", "person"):
        found = compare("秘密", "Whispers", kind=kind)
        assert found.kind is Kind(kind)
        assert not any(
            each.remark and each.remark.code == "other_kinds" for each in found.evidence
        )


def test_doubt_is_told_and_is_in_the_sum() -> None:
    found = compare("秘密", "Whispers", options=Options(prior=0.2))
    told = [each for each in found.evidence if each.remark and each.remark.code == "other_kinds"]
    assert len(told) == 1
    assert found.bits == pytest.approx(
        found.prior + sum(each.bits for each in found.evidence), abs=1e-3
    )
