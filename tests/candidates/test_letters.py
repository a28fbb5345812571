"""The index of letters finds what comparing with every string finds."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from benchmarks.speed.names import keys, make, slips
from namelink.candidates import distances as distances_module
from namelink.candidates import letters as letters_module
from namelink.candidates import likeness as likeness_module
from namelink.candidates.letters import Found, LetterIndex
from namelink.candidates.likeness import Scorer, likeness
from namelink.candidates.texts import Texts

_SCORE: dict[Scorer, Callable[[str, str], float]] = {
    Scorer.RATIO: fuzz.ratio,
    Scorer.TOKEN_SORT: fuzz.token_sort_ratio,
    Scorer.BEST: lambda left, right: max(
        fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right)
    ),
}
# Few letters, so that strings are alike by chance; blanks of all kinds; Han; long ones.
_STRINGS = st.one_of(
    st.text("abn ", max_size=8),
    st.text("ab1 \t\xa0\u3000王é\U00020000\ud800", max_size=6),
    st.builds(lambda text, times: text * times, st.text("abcn ", max_size=9), st.integers(1, 20)),
)
_CUTOFFS = st.sampled_from([0, 50, 80, 85, 90, 100])
_TOP = st.sampled_from([1, 3, None])


def brute(
    strings: Sequence[str],
    queries: Sequence[str],
    top_k: int | None,
    cutoff: float,
    scorer: Scorer,
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
        patch.setattr(likeness_module, "_SIDE", few)
        found = LetterIndex.build(strings).search(
            queries, top_k=top_k, cutoff=cutoff, scorer=scorer
        )
    assert rows(found) == brute(strings, queries, top_k, cutoff, scorer)


def test_an_opened_index_holds_the_arrays_themselves_and_finds_the_same() -> None:
    strings = [*_names(700), "", "王伟", "wang  wei"]
    texts = Texts.of(strings)
    built = LetterIndex.build(texts)
    arrays = built.arrays()
    opened = LetterIndex.from_arrays(texts, arrays)
    for name, array in opened.arrays().items():
        assert array is arrays[name]
    found = [
        rows(index.search(strings[:50], top_k=4, cutoff=60, scorer=Scorer.BEST))
        for index in (opened, built)
    ]
    assert found[0] == found[1]


def test_the_index_takes_forty_bytes_a_string_at_most() -> None:
    strings = _names(5000)
    arrays = LetterIndex.build(strings).arrays()
    assert sum(array.nbytes for array in arrays.values()) <= 40 * len(strings)


@pytest.mark.parametrize("fast", [False, True])
def test_results_depend_neither_on_batches_nor_on_order(*, fast: bool) -> None:
    strings = _names(4000)
    index = LetterIndex.build(strings)
    queries = [text[:-1] + "x" for text in strings[:600]]
    search = partial(index.search, top_k=3, cutoff=70, scorer=Scorer.RATIO, fast=fast)
    whole = rows(search(queries))
    back = rows(search(queries[::-1]))
    assert sorted((599 - query, *rest) for query, *rest in back) == sorted(whole)
    for number in (0, 299, 599):
        alone = rows(search([queries[number]]))
        assert [(number, *rest) for _, *rest in alone] == [
            row for row in whole if row[0] == number
        ]


@pytest.mark.parametrize("scorer", [Scorer.RATIO, Scorer.BEST])
def test_many_names_are_found_as_by_comparing_with_all(scorer: Scorer) -> None:
    # Enough for two levels of blocks to be looked into, which no drawn list is.
    made = make(80_000, seed=5)
    table = keys(made.latin)
    queries, _ = slips(made, 12, seed=6)
    index = LetterIndex.build(table)
    assert len(index.blocks.levels) > 1
    found = rows(index.search(queries, top_k=5, cutoff=75, scorer=scorer))
    assert found == brute(table, queries, 5, 75, scorer)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(_STRINGS, max_size=40),
    st.lists(_STRINGS, max_size=4),
    _TOP,
    _CUTOFFS,
    st.sampled_from(Scorer),
)
def test_what_a_fast_search_finds_is_there_with_its_right_score(
    strings: list[str], queries: list[str], top_k: int | None, cutoff: int, scorer: Scorer
) -> None:
    found = rows(
        LetterIndex.build(strings).search(
            queries, top_k=top_k, cutoff=cutoff, scorer=scorer, fast=True
        )
    )
    every = brute(strings, queries, None, cutoff, scorer)
    assert set(found) <= set(every)
    assert found == [row for row in every if row in set(found)]
    assert all(n <= (top_k or n) for n in Counter(query for query, *_ in found).values())


@pytest.mark.parametrize("scorer", [Scorer.RATIO, Scorer.BEST])
def test_a_fast_search_finds_nearly_every_name(scorer: Scorer) -> None:
    made = make(20_000, seed=3)
    table = keys(made.latin)
    queries, truth = slips(made, 400, seed=4)
    search = partial(LetterIndex.build(table).search, queries, cutoff=80, scorer=scorer)
    exact, fast = rows(search(top_k=5)), rows(search(top_k=5, fast=True))
    # Strings of equal score stand for each other.
    scores = [Counter((query, score) for query, _, score in each) for each in (exact, fast)]
    assert len(exact) > 500
    assert (scores[0] & scores[1]).total() >= 0.98 * len(exact)
    right, found = (
        {at for at, position, _ in each if position == truth[at]} for each in (exact, fast)
    )
    assert len(right) > 300
    assert len(found & right) >= 0.98 * len(right)


def test_a_fast_search_compares_few_of_many_that_may_be_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Twelve letters in many orders: their letters tell nothing of how alike they are.
    dice = np.random.default_rng(7)
    strings = ["".join(dice.permutation(list("abcdefghijkl"))) for _ in range(3000)]
    compared: list[int] = []

    def counted(*asked: Any, **more: Any) -> Any:
        compared.append(len(asked[2]))
        return likeness(*asked, **more)

    monkeypatch.setattr(letters_module, "likeness", counted)
    index = LetterIndex.build(strings)
    search = partial(index.search, strings[:1], top_k=5, cutoff=85, scorer=Scorer.RATIO)
    search()
    assert sum(compared) == len(strings)
    compared.clear()
    assert rows(search(fast=True))[0] == (0, 0, 100.0)
    assert sum(compared) < len(strings) / 4


@pytest.mark.parametrize(("top_k", "cutoff"), [(0, 80), (-1, 80), (1, -1), (1, 101)])
def test_what_cannot_be_asked_is_refused(top_k: int, cutoff: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        LetterIndex.build(["a"]).search(["a"], top_k=top_k, cutoff=cutoff, scorer=Scorer.RATIO)


def _names(count: int) -> list[str]:
    return keys(make(count, seed=1).latin)
