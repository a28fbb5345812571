"""Candidates of names among the segments of an index, scored and ranked.

Blocks of names are independent of each other, so they can be worked on in any number of
processes; a result depends on the name, the index and the options alone.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Self

import numpy as np

from namelink.candidates.features import FeatureIndex, Scratch
from namelink.candidates.nearest import Nearest, with_nearest
from namelink.candidates.packing import Asked
from namelink.encoding import Vectors
from namelink.index.found_by import asked_by, known_aliases
from namelink.index.links import links_of
from namelink.index.named import number_of
from namelink.index.rounds import Found, in_rounds
from namelink.index.segment import Flags, Positions, Segment, strings_of_name
from namelink.linking.ranking import Candidate, Ranked, log_odds, rank
from namelink.model.batch import Ints
from namelink.model.comparison import Link
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.pairing import Formed, PairResults, Prepared, prepare, score_pairs
from namelink.readings.alternatives import alternatives
from namelink.readings.hearing import Hearing, words_of
from namelink.scoring.namesakes import POPULATION

NameOf = tuple[str, Kind]

# Names of the index that are kept, since one is a candidate of many: in a table that is in order,
# mostly of neighbors. Names that are searched hardly come again.
_KEPT = 20_000
_SEARCHED_KEPT = 1_000
# One name that is nearest by an encoder, for so many candidates by features.
_PER_NEAREST = 4
# Candidates of a title, for one of another name.
_PER_TITLE = 2


class Search:
    """Searches segments that do not change. Threads may share it, but gain no time by it."""

    def __init__(
        self, segments: Sequence[Segment], alive: Sequence[Flags], options: Options
    ) -> None:
        """Take the segments.

        Args:
            segments: the segments.
            alive: for each, whether each row is there.
            options: prior, cuts, channels, limits.
        """
        self._segments = segments
        self._alive = alive
        self.options = options
        self._known = known_aliases(options)
        self._firsts = list(accumulate(map(len, segments), initial=0))
        self.prepared: Callable[[str, Kind], Prepared] = lru_cache(maxsize=_SEARCHED_KEPT)(
            lambda name, kind: self._vectors.of(prepare(name, kind, options))
        )
        self._kept: dict[int, Formed] = {}
        self._vectors = Vectors(options)
        # Taken and put back by each call, so that no two threads write into one.
        self._spare: list[list[Scratch]] = []
        self._nearest: tuple[Nearest, Positions] | None = None

    @cached_property
    def pool(self) -> int:
        """Number of distinct ids."""
        numbers = [
            segment.numbers[alive]
            for segment, alive in zip(self._segments, self._alive, strict=True)
        ]
        return len(np.unique(np.concatenate(numbers))) if numbers else 0

    @cached_property
    def _living(self) -> list[Flags | None]:
        """Whether each name has a row that is there; None where all have."""
        return [
            None
            if alive.all()
            else np.logical_or.reduceat(alive, np.append(0, segment.row_ends[:-1]))
            for segment, alive in zip(self._segments, self._alive, strict=True)
        ]

    @cached_property
    def _features(self) -> list[FeatureIndex]:
        """What each segment's names are found by, counted over all that are there."""
        plain = [
            segment.features
            if living is None
            else segment.features.without(np.flatnonzero(~living))
            for segment, living in zip(self._segments, self._living, strict=True)
        ]
        return [
            (each.beside(plain[:at] + plain[at + 1 :]) if len(plain) > 1 else each)
            for at, each in enumerate(plain)
        ]

    @cached_property
    def _hearing(self) -> list[Hearing]:
        return [segment.hearing() for segment in self._segments]

    def encode(self, names: Sequence[NameOf]) -> Self:
        """Ask the encoder, if there is one, for all names that a call needs, before it forks.

        Args:
            names: the names that are searched.

        Returns:
            The search itself.
        """
        if self._vectors.encoder is None:
            return self
        mine = [prepare(*each, self.options) for each in names]
        if self._nearest is not None:
            self._vectors.learn([], mine)
            return self
        numbers = np.concatenate(
            [
                first + (np.arange(len(segment)) if living is None else np.flatnonzero(living))
                for segment, living, first in zip(
                    self._segments, self._living, self._firsts, strict=False
                )
            ]
        )
        theirs = self._plain(numbers)
        self._vectors.learn(theirs, mine)
        self._nearest = Nearest([self._vectors.of(each).forms for each in theirs]), numbers
        return self

    def name(self, number: int) -> NameOf:
        """A name of the index by its number over all segments."""
        segment, at = self._place(number)
        return self._segments[segment].name(at)

    def bearers(self, numbers: Positions) -> list[list[tuple[object, str]]]:
        """Id and name of every row that bears each of some names."""
        found: list[list[tuple[object, str]]] = [[] for _ in numbers]
        owner = np.searchsorted(self._firsts, numbers, side="right") - 1
        for at, (segment, alive) in enumerate(zip(self._segments, self._alive, strict=True)):
            own = np.flatnonzero(owner == at)
            each = segment.bearers(numbers[own] - self._firsts[at], alive)
            for place, rows in zip(own.tolist(), each, strict=True):
                found[place] = rows
        return found

    def wanted(self, name: Prepared) -> dict[str, float]:
        """The features that a name's counterparts are found by, each with its weight."""
        return asked_by(name, self._known, self._hearing)

    def telling(self, wanted: Mapping[str, float]) -> list[str]:
        """Features in the order of how much they tell, those that the index has."""
        asked = Asked.of(wanted)
        told = sum((each.told(asked) for each in self._features), np.zeros(len(wanted)))
        names = list(wanted)
        return [names[at] for at in np.argsort(-told, kind="stable").tolist() if told[at] > 0]

    def candidates(self, name: Prepared, depth: int) -> Found:
        """Names that share most with a name.

        Args:
            name: the name.
            depth: how many, at most.

        Returns:
            The candidates, best first; equals by name.
        """
        wanted = self.wanted(name)
        asked = Asked.of(wanted, alternatives(name.forms, wanted))
        try:
            own = self._spare.pop()
        except IndexError:
            own = [Scratch(each) for each in self._features]
        numbers, worths = [], []
        for at, (features, scratch, living) in enumerate(
            zip(self._features, own, self._living, strict=True)
        ):
            best = features.best(asked, depth, alive=living, scratch=scratch)
            numbers.append(best.positions + self._firsts[at])
            worths.append(best.worths)
        self._spare.append(own)
        if len(numbers) == 1:
            return Found(names=numbers[0], worths=worths[0])
        every, worth = np.concatenate(numbers), np.concatenate(worths)
        order = sorted(range(len(every)), key=lambda at: (-worth[at], *self.name(int(every[at]))))[
            :depth
        ]
        return Found(names=every[order], worths=worth[order])

    def similar(
        self, name: Prepared, top_k: int | None, cutoff: float, *, fast: bool, slips: bool
    ) -> list[tuple[int, float, str]]:
        """Names that are written nearly as a name is.

        Args:
            name: the name.
            top_k: names, at most; None for all.
            cutoff: least likeness, 0 to 100.
            fast: whether some may be missed.
            slips: whether names one change away are found whatever their likeness.

        Returns:
            Number, likeness and string of each, the most alike first, equals by name.
        """
        asked = [text for text in strings_of_name(name) if text]
        found: dict[int, tuple[float, str]] = {}
        for segment, living, first in zip(
            self._segments, self._living, self._firsts, strict=False
        ):
            alike = segment.similar.search(
                asked, top_k=None if living is not None else top_k, cutoff=cutoff, fast=fast
            )
            if slips:
                alike |= segment.similar.changed(asked, beside=alike)
            found |= {
                first + at: value for at, value in alike.items() if living is None or living[at]
            }
        ranked = sorted(found, key=lambda number: (-found[number][0], *self.name(number)))
        return [(number, *found[number]) for number in ranked[:top_k]]

    def depth(self, name: Prepared) -> int:
        """How many candidates of a name are scored, at most.

        Titles are translated so freely that they share less with the right name than others do.

        Args:
            name: a name that is searched.
        """
        most = self.options.limits.candidates
        return most * _PER_TITLE if name.name.kind is Kind.WORK else most

    def shortlists(self, names: Sequence[Prepared], least: int = 0) -> list[Found]:
        """Names that are scored: those that share most, then those that only an encoder finds.

        Args:
            names: the names that are searched.
            least: how many that share most, at least.

        Returns:
            Candidates of each; those that only an encoder finds share nothing.
        """
        # What hearing needs of many words is much cheaper to work out at once.
        words = {word for each in names for form in each.forms for word in words_of(form)}
        for hearing in self._hearing:
            hearing.expect(sorted(words))
        found = [self.candidates(each, max(self.depth(each), least)) for each in names]
        encoder = self._vectors.encoder
        if encoder is None or self._nearest is None:
            return found
        nearest, numbers = self._nearest
        count = max(self.options.limits.candidates // _PER_NEAREST, 1)
        near = nearest.best([each.forms for each in names], count, encoder.floor)
        both = with_nearest([each.names for each in found], [numbers[each] for each in near])
        return [
            Found(names=names, worths=np.pad(own.worths, (0, len(names) - len(own.names))))
            for names, own in zip(both, found, strict=True)
        ]

    def ranked(
        self, names: Sequence[NameOf], *, top_k: int, threshold: float | None
    ) -> list[list[Link]]:
        """The best ids for each of some names.

        Args:
            names: the names with their kinds.
            top_k: best ids a name, at most.
            threshold: lowest score that is kept; None keeps what is not ``no_match``.

        Returns:
            Links of each name, best first, without the id of the left row.
        """
        mine = [self.prepared(*name) for name in names]
        found = self.shortlists(mine, 2 * top_k)
        scored = in_rounds(
            found,
            lambda some, candidates: self.scored([mine[at] for at in some], candidates),
            prior=self.options.prior,
            one=top_k == 1 and self._nearest is None,
        )
        return [
            links_of(
                self._rank(scored.results, scored.numbers, own, top_k),
                scored.results,
                name.name.raw,
                threshold=threshold,
                options=self.options,
            )
            for name, own in zip(mine, scored.pairs, strict=True)
        ]

    def ranking(self, name: Prepared, numbers: Positions) -> list[Ranked]:
        """Distinct ids of some names of the index, by how well they fit a name.

        Args:
            name: the name.
            numbers: names of the index.
        """
        results, right_of = self.scored([name], [numbers])
        return self._rank(results, right_of, np.arange(len(numbers)))

    def numbers_of(self, identity: object) -> list[int]:
        """The names that an id has, by their numbers over all segments."""
        wanted = number_of(identity)
        found: list[int] = []
        for segment, alive, first in zip(self._segments, self._alive, self._firsts, strict=False):
            rows = np.flatnonzero((segment.numbers == np.uint64(wanted)) & alive)
            names = np.searchsorted(segment.row_ends, rows, side="right")
            found += [first + at for at in dict.fromkeys(names.tolist())]
        return found

    def scored(
        self, mine: Sequence[Prepared], found: Sequence[Positions]
    ) -> tuple[PairResults, Ints]:
        """Score names with their candidates.

        Args:
            mine: names.
            found: candidates of each.

        Returns:
            The results, one name's pairs after the other's, and the candidate of each pair.
        """
        numbers = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
        distinct, right_of = np.unique(numbers, return_inverse=True)
        theirs = self._formed(distinct)
        left_of = np.repeat(np.arange(len(mine)), [len(each) for each in found])
        pairs = (left_of.astype(np.int32), right_of.astype(np.int32))
        return score_pairs(mine, theirs, pairs, self.options), numbers.astype(np.int32)

    def _formed(self, numbers: Positions) -> list[Formed]:
        """Distinct names of the index as scoring takes them."""
        wanted = numbers.tolist()
        known = {number: kept for number in wanted if (kept := self._kept.get(number))}
        new = [number for number in wanted if number not in known]
        if new:
            read = map(self._vectors.of, self._plain(np.array(new, dtype=np.int64)))
            known.update(zip(new, read, strict=True))
            if len(self._kept) + len(new) > _KEPT:
                self._kept = {}
            self._kept.update((number, known[number]) for number in new)
        return [known[number] for number in wanted]

    def _plain(self, numbers: Positions) -> list[Formed]:
        found: list[Formed] = []
        owner = np.searchsorted(self._firsts, numbers, side="right") - 1
        order = np.argsort(owner, kind="stable")
        for at, segment in enumerate(self._segments):
            own = numbers[owner == at] - self._firsts[at]
            found += [Formed(forms=forms) for forms in segment.forms_of(own)]
        return [found[at] for at in np.argsort(order).tolist()]

    def _place(self, number: int) -> tuple[int, int]:
        segment = bisect_right(self._firsts, number) - 1
        return segment, number - self._firsts[segment]

    def _rank(
        self, results: PairResults, numbers: Ints, places: Positions, most: int | None = None
    ) -> list[Ranked]:
        """The candidates of one name in order, so many at most; `places` are its pairs."""
        own = results.namesakes[places]
        prior = self.options.prior
        coincidences = np.nan_to_num(own) / POPULATION * ((1 - prior) / prior)
        columns = zip(
            places.tolist(),
            results.bits[places].tolist(),
            map(log_odds, results.score[places].tolist()),
            coincidences.tolist(),
            self.bearers(numbers[places].astype(np.int64)),
            strict=True,
        )
        candidates = [
            Candidate(identity, text, bits, odds, at, coincidence)
            for at, bits, odds, coincidence, rows in columns
            for identity, text in rows
        ]
        return rank(candidates, pool=self.pool, most=most)
