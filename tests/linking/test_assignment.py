"""One-to-one assignment: stable, complete, and the same for any order of links."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

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


@given(links)
def test_no_two_would_rather_have_each_other(given_links: list[Link]) -> None:
    """For every link left out, one of its ids is settled with at least as many bits."""
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
