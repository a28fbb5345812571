"""One-to-one assignment: every left and every right id in one link at most.

The links with most bits are settled first, and each settles its two ids. That is the stable
assignment (no two names would both rather have each other); it can fall short of the largest
possible sum of bits.

>>> settle([("a", "x", 9.0), ("a", "y", 8.0), ("b", "x", 8.5)])
[0]
"""

from collections.abc import Hashable, Sequence


def settle(links: Sequence[tuple[Hashable, Hashable, float]]) -> list[int]:
    """Choose links so that no id stands in two.

    Args:
        links: left id, right id and bits of each link.

    Returns:
        Positions of the chosen links, ascending.
    """
    order = sorted(range(len(links)), key=lambda at: (-links[at][2], str(links[at][:2])))
    left: set[Hashable] = set()
    right: set[Hashable] = set()
    chosen = []
    for at in order:
        mine, theirs, _ = links[at]
        if mine not in left and theirs not in right:
            left.add(mine)
            right.add(theirs)
            chosen.append(at)
    return sorted(chosen)
