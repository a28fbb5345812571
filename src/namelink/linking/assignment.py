"""One-to-one assignment: every left and every right id in one link at most.

Links that compete for an id, directly or through others, make a group. In each group the links
are chosen whose bits, counted from those of the weakest link on, add up to most: a name gives its
first choice up where another needs it more. A group of more than a few hundred ids is settled
greedily, the links with most bits first, because the best choice would take too long.

>>> settle([("a", "x", 9.0), ("a", "y", 8.0), ("b", "x", 8.5)])
[1, 2]
"""

from collections.abc import Hashable, Sequence

import numpy as np

from namelink.linking.matching import best_matching

Bits = Sequence[tuple[Hashable, Hashable, float]]

# Ids on one side of a group up to which the best choice is worked out.
MOST_EXACT = 300


def settle(links: Bits) -> list[int]:
    """Choose links so that no id stands in two.

    Args:
        links: left id, right id and bits of each link.

    Returns:
        Positions of the chosen links, ascending.
    """
    chosen: list[int] = []
    for group in _groups(links):
        sides = [{links[at][side] for at in group} for side in (0, 1)]
        exact = len(group) > 1 and max(map(len, sides)) <= MOST_EXACT
        chosen += _best(links, group) if exact else _greedy(links, group)
    return sorted(chosen)


def _groups(links: Bits) -> list[list[int]]:
    """Links that compete with each other, by what they have in common."""
    parent = list(range(len(links)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[tuple[int, Hashable], int] = {}
    for at, link in enumerate(links):
        for side in (0, 1):
            parent[root(at)] = root(first.setdefault((side, link[side]), at))
    groups: dict[int, list[int]] = {}
    for at in range(len(links)):
        groups.setdefault(root(at), []).append(at)
    return list(groups.values())


def _best(links: Bits, group: Sequence[int]) -> list[int]:
    """The choice of most bits; the order of ids, not of links, decides between equals."""
    left, right = (
        {
            identity: at
            for at, identity in enumerate(sorted({links[at][side] for at in group}, key=_key))
        }
        for side in (0, 1)
    )
    least = min(links[at][2] for at in group) - 1.0
    worth = np.full((len(left), len(right)), -1.0)
    place: dict[tuple[int, int], int] = {}
    # Of links that say the same the first one stays.
    for at in sorted(group, key=lambda at: (links[at][2], str(links[at][:2]), -at)):
        pair = left[links[at][0]], right[links[at][1]]
        worth[pair] = links[at][2] - least
        place[pair] = at
    return [
        place[row, column] for row, column in enumerate(best_matching(worth)) if column is not None
    ]


def _greedy(links: Bits, group: Sequence[int]) -> list[int]:
    """The links with most bits first."""
    used: tuple[set[Hashable], set[Hashable]] = (set(), set())
    chosen = []
    for at in sorted(group, key=lambda at: (-links[at][2], str(links[at][:2]))):
        left, right, _ = links[at]
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            chosen.append(at)
    return chosen


def _key(identity: Hashable) -> tuple[str, str]:
    return type(identity).__name__, str(identity)
