"""Lists of the rows that hold each of millions of features, made of packed rows.

>>> distinct(np.array([7, 3, 7], dtype=np.uint64)).tolist()
[3, 7]
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import Counts, FeatureRows, Numbers, Positions, Weights, spread
from namelink.candidates.storage import Storage, by_range

# Features, and entries of lists, that are put together in one stroke.
_NUMBERS_AT_ONCE = 1 << 23
_ENTRIES_AT_ONCE = 1 << 23


def distinct(numbers: Numbers) -> Numbers:
    """Each number once, rising."""
    # `np.unique` hashes them, which takes many times as long for millions.
    rising = np.sort(numbers)
    first = np.ones(len(rising), dtype=bool)
    first[1:] = rising[1:] != rising[:-1]
    return rising[first]


def vocabulary_of(parts: Sequence[FeatureRows], storage: Storage) -> Numbers:
    """All features of some parts, each once, rising.

    Args:
        parts: packed rows.
        storage: where the features are kept.
    """
    found = storage.growing(np.uint64)
    for numbers in by_range([part.numbers for part in parts], _NUMBERS_AT_ONCE):
        found.add(distinct(numbers))
    return found.done()


def lists_of(
    parts: Sequence[FeatureRows],
    vocabulary: Numbers,
    frequency: Counts,
    length: Weights,
    *,
    most: int,
    storage: Storage,
) -> tuple[Positions | Counts, Counts]:
    """Rows that hold each feature; of a frequent one those of which it is the largest part.

    Args:
        parts: packed rows, in order.
        vocabulary: all features, rising.
        frequency: rows that hold each.
        length: what the worth of each row is divided by.
        most: rows that a list names, at most.
        storage: where the lists are kept.

    Returns:
        Where each list ends, and the rows of all lists, ascending in each.
    """
    ends = np.cumsum(frequency, dtype=np.int64)
    owners = storage.growing(np.int32)
    first = 0
    # A range of features at a time, so that no more than its entries stand beside the lists.
    while first < len(frequency):
        before = int(ends[first - 1]) if first else 0
        last = max(int(np.searchsorted(ends, before + _ENTRIES_AT_ONCE, side="right")), first + 1)
        named, weight = _inverted(parts, vocabulary[first:last], frequency[first:last])
        for kept in _shortened(named, weight, frequency[first:last], length, most):
            owners.add(kept)
        first = last
    # There are more lists than rows: half the bytes, as long as they hold the numbers.
    list_ends: Positions | Counts = np.cumsum(np.minimum(frequency, most), dtype=np.int64)
    if not len(list_ends) or list_ends[-1] <= np.iinfo(np.int32).max:
        list_ends = list_ends.astype(np.int32)
    return list_ends, owners.done()


def _inverted(
    parts: Sequence[FeatureRows], features: Numbers, frequency: Counts
) -> tuple[Counts, npt.NDArray[np.uint8]]:
    """The rows that hold each of some features, one after the other, and its weight in each."""
    free = np.cumsum(frequency, dtype=np.int64) - frequency
    named = np.empty(int(frequency.sum(dtype=np.int64)), dtype=np.int32)
    weight = np.empty(len(named), dtype=np.uint8)
    row = 0
    for part in parts:
        begin, end = part.numbers.searchsorted([features[0], features[-1]])
        own = part.numbers[begin : end + 1]
        own = own[: len(own) - bool(len(own) and own[-1] > features[-1])]
        if len(own):
            chosen = np.arange(begin, begin + len(own))
            entries, sizes = spread(part.ends, chosen)
            place = features.searchsorted(own)
            # Where the rows of this part go: behind those of the parts before.
            target = np.repeat(free[place] - (np.cumsum(sizes) - sizes), sizes)
            target += np.arange(len(target))
            span = slice(int(entries[0]), int(entries[-1]) + 1)
            named[target] = part.owners[span].astype(np.int32) + np.int32(row)
            weight[target] = part.weight[span]
            free[place] += sizes
        row += part.size
    return named, weight


def _shortened(
    named: Counts,
    weight: npt.NDArray[np.uint8],
    frequency: Counts,
    length: Weights,
    most: int,
) -> Iterator[Counts]:
    """The same rows, of frequent features the shortest."""
    ends = np.cumsum(frequency, dtype=np.int64)
    done = 0
    for feature in np.flatnonzero(frequency > most).tolist():
        end = int(ends[feature])
        begin = end - int(frequency[feature])
        yield named[done:begin]
        part = weight[begin:end] / length[named[begin:end]]
        best = np.argsort(-part, kind="stable")[:most]
        yield np.sort(named[begin:end][best])
        done = end
    yield named[done:]
