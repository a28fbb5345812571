"""The fit and the score are one formula: bits are the features weighed by the table."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink import pairing
from namelink.model.batch import PROFILES
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.scoring.score import prior_bits
from namelink.scoring.weights import weights
from namelink.tables.loader import rows
from tests.properties import strategies
from tools.features import feature_counts

NAMES = [
    "吴泳铭", "吴泽明", "Wu Yongming", "Eddie Wu", "姚鈞豪", "Ho Kwan-yiu", "唐纳德·特朗普",
    "Donald Trump", "中国农业银行", "Agricultural Bank of China", "Bank of China", "中国银行",
    "北京第三中学", "Beijing No. 4 Middle School", "陕西", "Shanxi", "三体2",
    "The Three-Body Problem",
    "比亚迪股份有限公司", "BYD Co., Ltd.", "", "?!", "习近平", "習近平", "吴则明", "Y. M. Wu",
]  # fmt: skip
some_names = st.sampled_from(NAMES) | strategies.likely_names() | strategies.odd_text()


def weighed(left: list[str], right: list[str], options: Options) -> tuple[np.ndarray, np.ndarray]:
    """Bits as a pair of its one kind, and the features times the rows of the table."""
    one = [pairing.prepare(name, Kind.UNKNOWN, options) for name in left]
    other = [pairing.prepare(name, Kind.UNKNOWN, options) for name in right]
    at = np.arange(len(left), dtype=np.int32)
    scored, _ = pairing.score_forms(one, other, (at, at), options)
    features, names = feature_counts(scored)
    table = {
        (row["profile"], f"{row['sort']}:{row['feature']}"): float(row["bits"])
        for row in rows("weights")
    }
    # A channel that the table does not know counts in full, anything else not at all.
    matrix = np.array(
        [
            [table.get((profile, name), float(name.startswith("scale:"))) for name in names]
            for profile in PROFILES
        ]
    )
    dot = (features.astype(np.float64) * matrix[scored.batch.profile_of]).sum(axis=1)
    return scored.bits - scored.kind_bits, dot + prior_bits(options)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(some_names, some_names), min_size=1, max_size=5))
def test_bits_are_the_features_times_the_table(pairs: list[tuple[str, str]]) -> None:
    bits, dot = weighed([left for left, _ in pairs], [right for _, right in pairs], Options())
    assert bits == pytest.approx(dot, abs=2e-3, rel=1e-4)


@pytest.mark.parametrize("prior", [0.02, 0.5, 0.9])
def test_the_prior_is_added_and_nothing_else(prior: float) -> None:
    options = Options(prior=prior)
    bits, dot = weighed(NAMES, list(reversed(NAMES)), options)
    assert bits == pytest.approx(dot, abs=2e-3, rel=1e-4)


def test_every_feature_is_a_number_of_the_table() -> None:
    options, one = Options(), np.zeros(1, dtype=np.int32)
    pair = pairing.prepare("吴泳铭", Kind.PERSON, options)
    _, names = feature_counts(pairing.score_forms([pair], [pair], (one, one), options)[0])
    table = weights()
    parts = (table.scale, table.base, table.miss[:, None], table.cost, table.structure)
    assert len(set(names)) == len(names) == sum(part.shape[1] for part in parts)
    known = {f"{row['sort']}:{row['feature']}" for row in rows("weights")}
    assert known <= set(names)
