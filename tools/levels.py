"""Rows of the tables that `namelink.tables.levels` reads."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise


def lines(found: dict[str, list[list[str]]]) -> Iterator[str]:
    r"""Rows of a table, one for all words that begin with a character.

    >>> list(lines({"灰": [["grey"]], "灰烬": [[], ["ash", "cinder"], []]}))
    ['灰\t:grey|烬:,ash cinder']

    Args:
        found: stems in levels, by Chinese word.
    """
    rows: dict[str, list[str]] = defaultdict(list)
    for word in sorted(found):
        levels = ",".join(" ".join(level) for level in found[word]).rstrip(",")
        rows[word[0]].append(f"{word[1:]}:{levels}")
    ordered = sorted(rows.items())
    assert all(one < other for (one, _), (other, _) in pairwise(ordered))
    for first, words in ordered:
        yield f"{first}\t{'|'.join(words)}"
