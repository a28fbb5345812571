"""Candidates are scored until no other can well come first; against scoring all of them."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import namelink as nl
from benchmarks.speed.names import make
from namelink.candidates.packing import Positions
from namelink.index import rounds as module
from namelink.index.rounds import Found, Scored, in_rounds
from namelink.model.batch import Ints
from namelink.pairing import PairResults

# Score in hundredths and worth in tenths of each candidate of a name.
tables = st.lists(
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 30)), max_size=70), max_size=4
)


def found_of(table: list[list[tuple[int, int]]]) -> list[Found]:
    """The worths of each name, falling; a candidate's number tells its name and place."""
    return [
        Found(
            names=np.arange(len(own), dtype=np.int64) + 1000 * at,
            worths=np.array(sorted((worth / 10 for _, worth in own), reverse=True)),
        )
        for at, own in enumerate(table)
    ]


def scored(table: list[list[tuple[int, int]]], *, prior: float = 0.5, one: bool = True) -> Scored:
    calls: list[int] = []

    def score(some: Sequence[int], asked: Sequence[Positions]) -> tuple[PairResults, Ints]:
        numbers = np.concatenate([np.zeros(0, np.int64), *asked]).astype(np.int32)
        assert all((own // 1000 == at).all() for at, own in zip(some, asked, strict=True))
        calls.extend(numbers.tolist())
        bits = np.array([table[n // 1000][n % 1000][0] for n in numbers], dtype=np.float32)
        none = np.zeros(len(numbers), dtype=np.int32)
        return (
            PairResults(
                bits=bits,
                score=(bits / 100).astype(np.float32),
                relation=none,
                verdict=none,
                kind=none,
                channels=none,
                namesakes=bits,
            ),
            numbers,
        )

    answer = in_rounds(found_of(table), score, prior=prior, one=one)
    assert len(calls) == len(set(calls)) == len(answer.numbers) == len(answer.results.bits)
    return answer


@pytest.mark.parametrize("one", [False, True])
@given(table=tables, prior=st.sampled_from([0.01, 0.5, 0.9]))
def test_each_name_has_its_first_candidates(
    *, one: bool, table: list[list[tuple[int, int]]], prior: float
) -> None:
    answer = scored(table, one=one, prior=prior)
    for at, (own, pairs) in enumerate(zip(table, answer.pairs, strict=True)):
        assert answer.numbers[pairs].tolist() == [1000 * at + n for n in range(len(pairs))]
        assert answer.results.bits[pairs].tolist() == [score for score, _ in own[: len(pairs)]]
        assert one or len(pairs) == len(own)


@given(tables)
def test_what_is_left_out_shares_much_less_than_a_sure_best(
    table: list[list[tuple[int, int]]],
) -> None:
    for own, found, pairs in zip(table, found_of(table), scored(table).pairs, strict=True):
        if len(pairs) < len(own):
            scores = [score for score, _ in own[: len(pairs)]]
            best = int(np.argmax(scores))
            assert scores[best] >= 98
            assert found.worths[len(pairs)] <= module._SHARE * found.worths[best]


@given(tables)
def test_names_do_not_disturb_each_other(table: list[list[tuple[int, int]]]) -> None:
    together = [len(pairs) for pairs in scored(table).pairs]
    assert together == [len(scored([own]).pairs[0]) for own in table]


def test_a_sure_best_spares_most() -> None:
    table = [[(99, 30), *[(0, 5)] * 63], [(97, 30), *[(0, 5)] * 63], [(99, 30)] * 64]
    assert [len(pairs) for pairs in scored(table).pairs] == [8, 64, 64]
    close = [[(99, 30), *[(0, 22)] * 20, *[(0, 5)] * 43]]
    assert [len(pairs) for pairs in scored(close).pairs] == [21]
    # A score of .99 that half comes of the prior is not sure.
    assert [len(pairs) for pairs in scored(table, prior=0.9).pairs] == [64, 64, 64]


@pytest.fixture(scope="module")
def table() -> tuple[nl.AliasIndex, list[str]]:
    names = make(1_500, seed=3)
    return nl.AliasIndex.build(list(names.latin)), list(names.han[::12])


def test_one_answer_is_the_first_of_more(table: tuple[nl.AliasIndex, list[str]]) -> None:
    index, asked = table
    first = index.search_many(asked, top_k=1, threshold=0.0)
    among = [link for link in index.search_many(asked, top_k=5, threshold=0.0) if link.rank == 1]
    assert [(link.left_id, link.right_id, link.score, link.verdict) for link in first] == [
        (link.left_id, link.right_id, link.score, link.verdict) for link in among
    ]
