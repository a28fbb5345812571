"""The index of letters finds what comparing with every string finds."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from namelink.candidates import distances as distances_module
from namelink.candidates.letters import Found, LetterIndex
from namelink.candidates.likeness import Scorer
from namelink.candidates.texts import Texts

_SCORE = {
    Scorer.RATIO: fuzz.ratio,
    Scorer.TOKEN_SORT: fuzz.token_sort_ratio,
    Scorer.BEST: lambda left, right: max(
        fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right)
    ),
}
# Few letters, so that strings are alike by chance; blanks of all kinds; a Han character; long ones.
_STRINGS = st.one_of(
    st.text("abn ", max_size=8),
    st.text("ab1 \t\xa0\u3000王é\U00020000\ud800", max_size=6),
    st.builds(lambda text, times: text * times, st.text("abcn ", max_size=9), st.integers(1, 20)),
)
_CUTOFFS = st.sampled_from([0, 50, 80, 85, 90, 100])
_TOP = st.sampled_from([1, 3, None])


def brute(
    strings: Sequence[str], queries: Sequence[str], top_k: int | None, cutoff: float, scorer: Scorer
) -> list[tuple[int, int, float]]:
    """Every query with every string."""
    found = []
    for number, query in enumerate(queries):
        scored = [(-_SCORE[scorer](query, text), at) for at, text in enumerate(strings)]
        best = sorted(pair for pair in scored if -pair[0] >= cutoff)[:top_k]
        found += [(number, at, -score) for score, at in best]
    return found


def rows(found: Found) -> list[tuple[int, int, float]]:
    return list(
        zip(found.query.tolist(), found.position.tolist(), found.score.tolist(), strict=True)
    )


@settings(max_examples=400, deadline=None)
@given(st.lists(_STRINGS, max_size=40), st.lists(_STRINGS, max_size=4), _TOP, _CUTOFFS, st.data())
def test_finds_what_comparing_with_all_finds(
    strings: list[str], others: list[str], top_k: int | None, cutoff: int, data: st.DataObject
) -> None:
    scorer = data.draw(st.sampled_from(Scorer))
    queries = [*others, *strings[:2]]
    # The way that is meant for many pairs must be right for few as well.
    few = data.draw(st.sampled_from([0, 1000]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(distances_module, "_FEW", few)
        found = LetterIndex.build(strings).search(
            queries, top_k=top_k, cutoff=cutoff, scorer=scorer
        )
    assert rows(found) == brute(strings, queries, top_k, cutoff, scorer)
