"""Lists of the rows that hold each of millions of features.

>>> distinct(np.array([7, 3, 7], dtype=np.uint64)).tolist()
[3, 7]
"""

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import Counts, Numbers, Weights

Positions = npt.NDArray[np.int64]

# Entries that are put in the order of their features in one stroke.
_ENTRIES_AT_ONCE = 1 << 22


def places_of(vocabulary: Numbers, numbers: Numbers) -> Counts:
    """Where numbers stand that the vocabulary has."""
    # Rising numbers are found many times faster, since what is looked at stays near.
    order = np.argsort(numbers)
    places = np.empty(len(numbers), dtype=np.int32)
    places[order] = np.searchsorted(vocabulary, numbers[order])
    return places


def distinct(numbers: Numbers) -> Numbers:
    """Each number once, rising."""
    # `np.unique` hashes them, which takes many times as long for millions.
    rising = np.sort(numbers)
    first = np.ones(len(rising), dtype=bool)
    first[1:] = rising[1:] != rising[:-1]
    return rising[first]


def lists_of(
    entries: tuple[Counts, npt.NDArray[np.uint8]],
    sizes: Positions,
    length: Weights,
    frequency: Counts,
    *,
    most: int,
) -> tuple[Positions | Counts, Counts]:
    """Rows that hold each feature; of a frequent one those of which it is the largest part.

    Args:
        entries: features that the rows hold, one row after the other, and their weights.
        sizes: how many each row holds.
        length: what the worth of each row is divided by.
        frequency: rows that hold each feature.
        most: rows that a list names, at most.

    Returns:
        Where each list ends, and the rows of all lists, ascending in each.
    """
    held, weight = entries
    owner = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    ends = np.cumsum(frequency, dtype=np.int64)
    kept = [owner[:0]]
    first = 0
    # A range of features at a time, since an order of all entries would take twice their memory.
    while first < len(frequency):
        before = ends[first - 1] if first else 0
        last = max(int(np.searchsorted(ends, before + _ENTRIES_AT_ONCE, side="right")), first + 1)
        own = np.flatnonzero((held >= first) & (held < last))
        own = own[_by_number(held[own] - first)]
        named = owner[own]
        done = 0
        for feature in np.flatnonzero(frequency[first:last] > most).tolist():
            end = int(ends[first + feature] - before)
            begin = end - int(frequency[first + feature])
            part = weight[own[begin:end]] / length[named[begin:end]]
            best = np.argsort(-part, kind="stable")[:most]
            kept += [named[done:begin], np.sort(named[begin:end][best])]
            done = end
        kept.append(named[done:])
        first = last
    # There are more lists than rows: half the bytes, as long as they hold the numbers.
    owners, narrow = np.concatenate(kept), np.iinfo(np.int32).max
    list_ends: Positions | Counts = np.cumsum(np.minimum(frequency, most), dtype=np.int64)
    if len(owners) <= narrow:
        list_ends = list_ends.astype(np.int32)
    return list_ends, owners


def _by_number(numbers: Counts) -> npt.NDArray[np.intp]:
    """A stable order by number: two passes by 16 bits, which numpy sorts by radix."""
    low = np.argsort((numbers & 0xFFFF).astype(np.uint16), kind="stable")
    high = np.argsort((numbers[low] >> 16).astype(np.uint16), kind="stable")
    order: npt.NDArray[np.intp] = low[high]
    return order
