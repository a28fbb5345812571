"""One-to-one assignment: the best there is, and the same for any order of links."""

from itertools import combinations
from typing import Any
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from namelink.linking import assignment
from namelink.linking.assignment import settle

Link = tuple[str, str, float]
links = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz"), st.integers(-5, 5).map(float)),
    max_size=14,
    unique_by=lambda link: link[:2],
)


@given(links)
def test_no_id_stands_in_two(given_links: list[Link]) -> None:
    chosen = [given_links[at] for at in settle(given_links)]
    assert len({left for left, _, _ in chosen}) == len(chosen)
    assert len({right for _, right, _ in chosen}) == len(chosen)


def best_of_all(given_links: list[Link]) -> float:
    """The most bits above the weakest link of a group that any choice has, by trying all."""
    sums = [
        sum(bits for *_, bits in choice)
        for size in range(1, len(given_links) + 1)
        for choice in combinations(given_links, size)
        if len({left for left, *_ in choice}) == len({right for _, right, _ in choice}) == size
    ]
    return max(sums, default=0.0)


@given(
    st.lists(
        st.tuples(st.just("a"), st.sampled_from("vwx"), st.integers(1, 9).map(float))
        | st.tuples(st.sampled_from("abc"), st.just("v"), st.integers(1, 9).map(float)),
        max_size=5,
        unique_by=lambda link: link[:2],
    )
)
def test_a_group_has_the_most_bits_that_it_can(given_links: list[Link]) -> None:
    """All links of this strategy make one group; its weakest link counts one bit."""
    if not given_links or ("a", "v") not in {link[:2] for link in given_links}:
        return
    least = min(bits for *_, bits in given_links) - 1
    counted = [(left, right, bits - least) for left, right, bits in given_links]
    assert sum(counted[at][2] for at in settle(given_links)) == best_of_all(counted)


@given(links)
def test_nothing_that_is_free_on_both_sides_is_left_out(given_links: list[Link]) -> None:
    chosen = [given_links[at] for at in settle(given_links)]
    lefts, rights = {left for left, *_ in chosen}, {right for _, right, _ in chosen}
    assert all(left in lefts or right in rights for left, right, _ in given_links)


@given(links)
def test_large_groups_are_settled_from_the_top(given_links: list[Link]) -> None:
    """For every link left out, one of its ids is settled with at least as many bits."""
    with mock.patch.object(assignment, "MOST_EXACT", 0):
        chosen = set(settle(given_links))
    mine = {given_links[at][0]: given_links[at][2] for at in chosen}
    theirs = {given_links[at][1]: given_links[at][2] for at in chosen}
    for at, (left, right, bits) in enumerate(given_links):
        if at not in chosen:
            assert max(mine.get(left, -99.0), theirs.get(right, -99.0)) >= bits


@given(links, st.randoms(use_true_random=False))
def test_the_order_of_links_decides_nothing(given_links: list[Link], order: Any) -> None:
    before = {given_links[at] for at in settle(given_links)}
    order.shuffle(given_links)
    assert {given_links[at] for at in settle(given_links)} == before


def test_positions_ascend() -> None:
    assert settle([("b", "y", 1.0), ("a", "x", 2.0)]) == [0, 1]
    assert settle([]) == []


def test_ids_of_different_types_stay_apart() -> None:
    assert settle([(1, "x", 2.0), ("1", "y", 1.0)]) == [0, 1]
