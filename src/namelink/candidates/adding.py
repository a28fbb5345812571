"""Lists of rows added up, and the rows for which most came together, in strokes that stay small.

Arrays as long as a million rows or half a million entries would be fetched from the system and
given back by each query: a fifth of the time of finding candidates was that.

>>> sums, rows = np.zeros(3, dtype=np.float32), np.array([0, 2, 2], dtype=np.int32)
>>> added = np.array([1.0, 0.5], dtype=np.float32)
>>> add_lists(sums, rows, np.array([0, 2]), np.array([2, 1]), added)
>>> greatest_shares(sums, np.ones(3, dtype=np.float32), 1).tolist()
[2]
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import Counts, Positions, Weights

Flags = npt.NDArray[np.bool_]

# Entries of lists, and rows, that are worked on at once.
_ENTRIES = 1 << 16
_ROWS = 1 << 17
# Of so many values one is looked at to guess how high the greatest are.
_GUESSED = 32
# The least number above zero.
_LEAST = np.nextafter(np.float32(0), np.float32(1))
_NONE = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))


def add_lists(
    sums: Weights, owners: Counts, begins: Positions, sizes: Positions, weights: Weights
) -> None:
    """Add to rows what each of some lists gives to all that it names, list after list.

    Args:
        sums: what is added to.
        owners: rows, list after list.
        begins: where each list begins.
        sizes: how many rows each names.
        weights: what each gives.
    """
    ends = np.cumsum(sizes)
    first = done = 0
    while first < len(sizes):
        last = max(int(ends.searchsorted(done + _ENTRIES, side="right")), first + 1)
        own = slice(first, last)
        lists = zip(begins[own].tolist(), sizes[own].tolist(), strict=True)
        named = np.concatenate(
            [owners[begin : begin + size] for begin, size in lists], dtype=np.intp
        )
        np.add.at(sums, named, np.repeat(weights[own], sizes[own]))
        first, done = last, int(ends[last - 1])


def greatest_shares(
    sums: Weights, length: Weights, count: int, alive: Flags | None = None
) -> Positions:
    """Rows of the greatest quotients that are not zero, ascending; the first of equals.

    Args:
        sums: what came together for each row.
        length: what it is divided by.
        count: how many rows, at most.
        alive: whether each row may be found; None for all.
    """
    _, guessed = next(_quotients(sums, length, alive, _GUESSED, len(sums) or 1))
    among = min(2 * count // _GUESSED + _GUESSED, len(guessed))
    rows, values = _NONE
    if among:
        guess = np.partition(guessed, len(guessed) - among)[len(guessed) - among]
        rows, values = _at_least(max(guess, _LEAST), sums, length, alive)
    if len(rows) < count:
        rows, values = _at_least(_LEAST, sums, length, alive)
    if len(rows) > count:
        least = np.partition(values, len(values) - count)[len(values) - count]
        chosen = values > least
        chosen[np.flatnonzero(values == least)[: count - np.count_nonzero(chosen)]] = True
        rows = rows[chosen]
    return rows


def _at_least(
    least: np.float32, sums: Weights, length: Weights, alive: Flags | None
) -> tuple[Positions, Weights]:
    """Rows whose quotient is so great, ascending, and the quotients."""
    rows, values = [_NONE[0]], [_NONE[1]]
    for begin, own in _quotients(sums, length, alive, 1, _ROWS):
        high = np.flatnonzero(own >= least)
        rows.append(high + begin)
        values.append(own[high])
    return np.concatenate(rows), np.concatenate(values)


def _quotients(
    sums: Weights, length: Weights, alive: Flags | None, step: int, at_once: int
) -> Iterator[tuple[int, Weights]]:
    """Where a stroke of rows begins and what they come to, of all rows or each so-manieth."""
    for begin in range(0, max(len(sums), 1), at_once):
        own = slice(begin, begin + at_once, step)
        found = sums[own] / length[own]
        if alive is not None:
            found[~alive[own]] = 0.0
        yield begin, found
