"""An inverted index over weighted features, in arrays that can be mapped from a file.

A candidate's worth is the sum over shared features of both weights and of the feature's rarity,
over a power of the sum of the candidate's weights: a long name shares more by chance. Of features
that stand for the same part of the query the best counts, and the others hardly.

The best are found in two steps. First the lists of the query's rarest features are added up, as
many as fit a budget, which bounds the work however many rows there are. Then the worth of the
few hundred best of those is worked out from all that they hold.

>>> index = FeatureIndex.of([FeatureRows.of([{"s:wu": 1.0, "s:yong": 1.0}, {"s:wu": 1.0}])])
>>> index.best(Asked.of({"s:yong": 1.0, "s:wu": 1.0}), 1).positions.tolist()
[0]
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.adding import add_lists, greatest_shares
from namelink.candidates.groups import repeated, shared_groups
from namelink.candidates.lists import lists_of, vocabulary_of
from namelink.candidates.packing import (
    STEP,
    Asked,
    Counts,
    FeatureRows,
    Numbers,
    Positions,
    Weights,
    by_number,
    ranges,
    spread,
)
from namelink.candidates.sifting import in_sieve, new_sieve, sifted
from namelink.candidates.storage import MEMORY, Storage

Flags = npt.NDArray[np.bool_]

# Power of the candidate's own weights by which its worth is divided. One would favor short names
# that hold one of the query's features, zero favors long names.
_LENGTH_POWER = 0.35
# Rarity in nats of a feature that every row holds.
_LEAST_RARITY = 0.05
# Rows that the list of one feature names: a feature that more of them hold tells little, and its
# list names the shortest of them. A fiftieth of the rows, or so many.
_LISTED_SHARE = 50
_LISTED = 4_096
# List entries that a query adds up, and rows whose worth is worked out in full: so many at least,
# a share of the rows, so many at most. Among a million, frequent keys tell bodies apart: with the
# least of both the right one of 49 in 100 was among the first 64, with the most of 99.
_FEWEST_ENTRIES, _ENTRY_SHARE, _MOST_ENTRIES = 100_000, 2, 500_000
_FEWEST_WEIGHED, _WEIGHED_SHARE, _MOST_WEIGHED = 512, 256, 4_096
_TIMES_ASKED = 4
# Rows of other indexes that are packed in one stroke.
_ROWS_AT_ONCE = 1 << 14
_NO_WEIGHT = np.zeros(0, dtype=np.uint8)
# Rows, for each entry that was added up, that are walked rather than the entries once more.
_WALKED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """Candidates of a query, best first.

    Attributes:
        positions: rows, shape (candidates,).
        worths: what they are worth, shape (candidates,).
    """

    positions: Positions
    worths: npt.NDArray[np.float64]


class Scratch:
    """Working arrays that one search after another may use; all zero between two."""

    def __init__(self, index: "FeatureIndex") -> None:
        self.sums = np.zeros(len(index), dtype=np.float32)
        self.named = np.zeros(len(index), dtype=bool)
        self.holds = new_sieve()
        self.asked = np.zeros(len(index.vocabulary), dtype=np.float32)
        self.group = np.zeros(len(index.vocabulary), dtype=np.int16)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeatureIndex:
    """Candidates by feature. Built once, asked often; never changed.

    Attributes:
        vocabulary: features as 64 bits, ascending, shape (features,).
        frequency: rows that hold each, of this index and of those it is searched with.
        population: number of those rows.
        ends: where the features of each row end, shape (rows,).
        held: features of the rows, one row after the other and ascending in each, as positions in
            the vocabulary.
        weight: their weights in hundredths.
        length: what the worth of each row is divided by, shape (rows,).
        list_ends: where the list of each feature ends, shape (features,).
        owners: rows that the lists name, one list after the other, ascending in each.
    """

    vocabulary: Numbers
    frequency: Counts
    population: int
    ends: Positions
    held: Counts
    weight: npt.NDArray[np.uint8]
    length: Weights
    list_ends: Positions | Counts
    owners: Counts

    @classmethod
    def of(cls, parts: Sequence[FeatureRows], storage: Storage = MEMORY) -> Self:
        """Put rows together and make the lists.

        Args:
            parts: packed rows, in order.
            storage: where the index is kept.
        """
        vocabulary = vocabulary_of(parts, storage)
        frequency = np.zeros(len(vocabulary), dtype=np.int32)
        held, weight = storage.growing(np.int32), storage.growing(np.uint8)
        each_size, each_total = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for part in parts:
            place = vocabulary.searchsorted(part.numbers)
            frequency[place] += np.diff(part.ends, prepend=np.int32(0))
            own, weights, sizes = part.forward()
            held.add(place[own])
            weight.add(weights)
            each_size.append(sizes)
            totals = np.bincount(part.owners, weights=part.weight, minlength=part.size)
            each_total.append(totals.astype(np.int64))
        sizes = np.concatenate(each_size)
        total = np.concatenate(each_total) * STEP
        length = (np.maximum(total, 1.0) ** _LENGTH_POWER).astype(np.float32)
        most = max(_LISTED, len(sizes) // _LISTED_SHARE)
        list_ends, owners = lists_of(
            parts, vocabulary, frequency, length, most=most, storage=storage
        )
        return cls(
            vocabulary=vocabulary,
            frequency=frequency,
            population=len(sizes),
            ends=np.cumsum(sizes),
            held=held.done(),
            weight=weight.done(),
            length=length,
            list_ends=list_ends,
            owners=owners,
        )

    @classmethod
    def picked(cls, parts: Sequence["FeatureIndex"], rows: Positions) -> Self:
        """Some rows of several indexes as one.

        Args:
            parts: the indexes.
            rows: positions in all of them together, one index after the other, in any order.
        """
        firsts = np.cumsum([0, *map(len, parts)])
        return cls.of(
            [
                _repacked(parts, firsts, rows[begin : begin + _ROWS_AT_ONCE])
                for begin in range(0, len(rows), _ROWS_AT_ONCE)
            ]
        )

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """Everything as arrays by name, for a file; counted over the own rows alone."""
        return {
            item.name: getattr(self, item.name)
            for item in fields(self)
            if item.name != "population"
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Self:
        """Take what `arrays` gave; nothing is copied."""
        return cls(**arrays, population=len(arrays["ends"]))

    def __len__(self) -> int:
        return len(self.ends)

    def beside(self, others: Sequence["FeatureIndex"]) -> Self:
        """The same rows, with rarity counted over the rows of further indexes as well.

        Args:
            others: the indexes that this one is searched together with, each as it was built.
        """
        frequency = self.frequency.copy()
        for other in others:
            place, known = _found(self.vocabulary, other.vocabulary)
            frequency[place] += other.frequency[known]
        rows = self.population + sum(other.population for other in others)
        return replace(self, frequency=frequency, population=rows)

    def without(self, rows: Positions) -> Self:
        """The same index, with rarity counted as if some rows were not there.

        The rows can still be found: who removes them says so in `best`.

        Args:
            rows: distinct positions.
        """
        frequency = self.frequency.copy()
        entries, _ = self.entries(rows)
        np.subtract.at(frequency, self.held[entries], 1)
        return replace(self, frequency=frequency, population=self.population - len(rows))

    def best(
        self,
        asked: Asked,
        count: int,
        *,
        alive: Flags | None = None,
        scratch: Scratch | None = None,
    ) -> Best:
        """The rows that share most with a query.

        Args:
            asked: the query.
            count: how many rows, at most.
            alive: whether each row may be found, shape (rows,); None for all.
            scratch: working arrays to use again, where many queries follow.

        Returns:
            Rows that share anything, best first, equals by position.
        """
        scratch = scratch or Scratch(self)
        place, known = _found(self.vocabulary, asked.numbers)
        weights = asked.weights[known] * self._rarity(place)
        weighed = max(self.population // _WEIGHED_SHARE, _FEWEST_WEIGHED, _TIMES_ASKED * count)
        most = min(weighed, max(_MOST_WEIGHED, count))
        rows = self._first(place, weights, most, alive, scratch)
        worths = self._worths(rows, place, weights, shared_groups(asked.groups[known]), scratch)
        if len(rows) > count:
            # Sorting all would take longer than finding those that are to be sorted.
            kept = worths >= np.partition(worths, len(worths) - count)[len(worths) - count]
            rows, worths = rows[kept], worths[kept]
        order = np.lexsort((rows, -worths))[:count]
        return Best(positions=rows[order], worths=worths[order])

    def told(self, asked: Asked) -> npt.NDArray[np.float64]:
        """What each feature of a query adds to the worth of a row that surely holds it."""
        found = np.zeros(len(asked.numbers))
        place, known = _found(self.vocabulary, asked.numbers)
        found[known] = asked.weights[known] * self._rarity(place)
        return found

    def _rarity(self, features: npt.NDArray[np.integer]) -> npt.NDArray[np.float64]:
        rarity: npt.NDArray[np.float64] = np.log(
            (self.population + 1) / (self.frequency[features] + 0.5)
        ).clip(_LEAST_RARITY)
        return rarity

    def _first(
        self,
        place: Positions,
        weights: npt.NDArray[np.float64],
        count: int,
        alive: Flags | None,
        scratch: Scratch,
    ) -> Positions:
        """Rows that share most of the rarest features, of those that may be found, ascending."""
        begins = np.where(place > 0, self.list_ends[place - 1], 0) if len(place) else place
        sizes = self.list_ends[place] - begins
        if (sizes > len(self.owners)).any():
            # A damaged file; going on could take all memory that there is.
            raise ValueError("a list is longer than all lists")
        order = np.lexsort((place, self.frequency[place]))
        most = min(max(self.population // _ENTRY_SHARE, _FEWEST_ENTRIES), _MOST_ENTRIES)
        fits = np.cumsum(sizes[order]) <= most
        fits[:1] = True
        order = order[fits]
        if not len(order):
            return np.zeros(0, dtype=np.int64)
        begins, sizes = begins[order].astype(np.int64), sizes[order].astype(np.int64)
        # The rarest features come first.
        added = weights[order].astype(np.float32)
        add_lists(scratch.sums, self.owners, begins, sizes, added)
        if len(self) <= _WALKED * int(sizes.sum()):
            # All rows are walked rather than the entries once more: they stand side by side.
            found = greatest_shares(scratch.sums, self.length, count, alive)
            scratch.sums.fill(0.0)
            return found
        named, _ = ranges(begins, sizes)
        scratch.named[self.owners[named]] = True
        rows = np.flatnonzero(scratch.named)
        own = None if alive is None else alive[rows]
        found = rows[greatest_shares(scratch.sums[rows], self.length[rows], count, own)]
        scratch.named[rows], scratch.sums[rows] = False, 0.0
        return found

    def _worths(
        self,
        rows: Positions,
        place: Positions,
        weights: npt.NDArray[np.float64],
        groups: npt.NDArray[np.int16],
        scratch: Scratch,
    ) -> npt.NDArray[np.float64]:
        """What rows are worth by all that they hold."""
        # Few of all that rows hold is asked for; a small sieve lets most of the rest fall.
        scratch.holds[in_sieve(place)] = True
        entries, owner = sifted(self.ends, self.held, rows, scratch.holds)
        scratch.holds[in_sieve(place)] = False
        held = self.held.take(entries)
        scratch.asked[place] = weights
        shared = self.weight.take(entries) * scratch.asked.take(held)
        scratch.asked[place] = 0.0
        total = np.bincount(owner, weights=shared * STEP, minlength=len(rows))
        too_much = np.zeros(len(rows))
        if groups.any():
            scratch.group[place] = groups
            group = scratch.group.take(held)
            scratch.group[place] = 0
            too_much = repeated(owner, group, shared, len(rows)) * STEP
        worths: npt.NDArray[np.float64] = (total - too_much) / self.length[rows]
        return worths

    def entries(self, rows: Positions) -> tuple[Positions, Positions]:
        """Where the features of rows stand, one row after the other, and how many each has."""
        return spread(self.ends, rows)


def _repacked(parts: Sequence[FeatureIndex], firsts: Positions, rows: Positions) -> FeatureRows:
    """Some rows of several indexes, packed."""
    owner = np.searchsorted(firsts, rows, side="right") - 1
    numbers, row_of, weight = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)], [_NO_WEIGHT]
    for at, part in enumerate(parts):
        own = np.flatnonzero(owner == at)
        entries, sizes = part.entries(rows[own] - firsts[at])
        numbers.append(part.vocabulary[part.held[entries]])
        row_of.append(np.repeat(own, sizes))
        weight.append(part.weight[entries])
    every = np.concatenate(row_of)
    order = by_number(every)
    return FeatureRows.listed(
        np.concatenate(numbers)[order], every[order], np.concatenate(weight)[order], len(rows)
    )


def _found(vocabulary: Numbers, wanted: Numbers) -> tuple[Positions, Positions]:
    """Which of the wanted numbers there are: their place, and which they are."""
    if not len(vocabulary):
        none = np.zeros(0, dtype=np.int64)
        return none, none
    # Rising ones are found much faster: each stands near the one before.
    order = np.argsort(wanted)
    place = np.empty(len(wanted), dtype=np.int64)
    place[order] = np.searchsorted(vocabulary, wanted[order])
    place[place == len(vocabulary)] = 0
    known = np.flatnonzero(vocabulary[place] == wanted)
    return place[known], known
