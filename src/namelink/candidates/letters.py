"""The most similar of millions of strings, exactly as comparing with every one of them would tell.

Edit ratios are bounded by how often each letter occurs (``bags``). Strings whose letters cannot
come near enough are passed over in blocks (``blocks``); the rest is compared, the most promising
first, until no other can be among the best. Where only some are asked for, high scores are tried
first, since strings that must be very similar are found much faster.

>>> index = LetterIndex.build(["wang wei", "wang wie", "li na", "wei wang"])
>>> index.search(["wang wei"], top_k=2, cutoff=80, scorer=Scorer.RATIO).position.tolist()
[0, 1]
>>> found = index.search(["wang wei"], top_k=2, cutoff=80, scorer=Scorer.BEST)
>>> found.position.tolist(), found.score.tolist()
([0, 3], [100.0, 100.0])
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.bags import Bag, Planes, lengths
from namelink.candidates.blocks import Blocks, Desk, Reach, Sight, alike
from namelink.candidates.likeness import Scorer, farthest, likeness, scores
from namelink.candidates.spacing import respaced, uneven
from namelink.candidates.texts import Texts

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]
Triples = tuple[Rows, Rows, Scores]

# Queries whose candidates are compared in one stroke.
_TOGETHER = 256
# Score tried first where one string is asked for, and steps down from there. Few queries have more
# strings than one so high, so where more are asked for the first step is taken at once.
_FIRST, _STEP = 90.0, 5.0
# What a fast search lets a node differ in, as a share of what an exact one must: of a million made
# names with slips, .992 of what scores 85 or more is then still found.
_FAST = 0.6
# Pairs compared in one stroke, about.
_MANY = 1 << 18
# Compared first of a query's candidates: so many, and so many times ``top_k``.
_FEW, _TIMES = 4, 2
# So many more of them, at most, in a fast search: see decision 0012.
_MORE = 600
_NOTHING: Triples = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


@dataclass(frozen=True, slots=True)
class Found:
    """Strings found, by query, then from the best score down, then by position.

    Attributes:
        query: number of the query, dtype int64, shape (found,).
        position: position of the string found, dtype int64.
        score: how alike they are, dtype float64.
    """

    query: Rows
    position: Rows
    score: Scores


@dataclass(frozen=True, slots=True)
class LetterIndex:
    """Strings by their letters. Built once, asked often; never changed.

    Make one with ``build`` or ``from_arrays``. A row is the place of a string in the blocks.

    Attributes:
        texts: the strings.
        planes: which bits stand for what.
        blocks: the first word of bits, by row.
        second: the second word, by row.
        length: characters, by row.
        position: position of the string, by row.
        uneven: rows whose words do not stand apart by single spaces.
    """

    texts: Texts
    planes: Planes
    blocks: Blocks
    second: npt.NDArray[np.uint64]
    length: npt.NDArray[np.int32]
    position: npt.NDArray[np.int32]
    uneven: npt.NDArray[np.int32]

    @classmethod
    def build(cls, texts: Texts | Sequence[str]) -> Self:
        """Index strings.

        Args:
            texts: any strings. What tells them apart best are letters of ASCII.
        """
        texts = texts if isinstance(texts, Texts) else Texts.of(texts)
        planes = Planes.of(texts)
        first, second = planes.words(texts)
        length = lengths(texts)
        order = alike(first, length)
        return cls(
            texts,
            planes,
            Blocks.of(first[order], length[order]),
            second[order],
            length[order],
            order.astype(np.int32),
            np.flatnonzero(np.isin(order, uneven(texts))).astype(np.int32),
        )

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """All that it is made of beside the strings, for a file."""
        own = ("second", "length", "position", "uneven")
        return {
            "letter": self.planes.letter,
            "least": self.planes.least,
            **{name: getattr(self, name) for name in own},
            **self.blocks.arrays(),
        }

    @classmethod
    def from_arrays(cls, texts: Texts, arrays: Mapping[str, npt.NDArray[Any]]) -> Self:
        """Open an index. Nothing is copied.

        Args:
            texts: the strings that it was built of.
            arrays: what ``arrays`` returned.

        Raises:
            ValueError: if a string would be longer than all are, in a damaged file: going on
                could take all memory that there is.
        """
        if (arrays["length"][-1:] > len(texts.data)).any():
            raise ValueError("a string is longer than all strings")
        planes = Planes(arrays["letter"], arrays["least"])
        own = ("second", "length", "position", "uneven")
        blocks = Blocks.from_arrays(arrays, len(texts))
        return cls(texts, planes, blocks, *(arrays[name] for name in own))

    def __len__(self) -> int:
        return len(self.texts)

    def search(
        self,
        queries: Sequence[str],
        *,
        top_k: int | None,
        cutoff: float,
        scorer: Scorer,
        fast: bool = False,
    ) -> Found:
        """The strings most like each query.

        Args:
            queries: any strings.
            top_k: how many for each query at most, those of lower position where scores are
                equal; None for all.
            cutoff: least score, 0 to 100.
            scorer: what alike means.
            fast: look less closely, and compare no more than some hundreds with a query, those
                that their letters promise most of, where only some are asked for. Of a million
                names .98 of what an exact search finds is found; what is found has its right
                score.

        Returns:
            Exactly what comparing with every string would give, unless ``fast``.

        Raises:
            ValueError: ``top_k`` is less than one, or ``cutoff`` is not a score.
        """
        if top_k is not None and top_k < 1:
            raise ValueError(f"top_k must be at least 1 or None, not {top_k}")
        if not 0 <= cutoff <= 100:
            raise ValueError(f"cutoff must be from 0 to 100, not {cutoff}")
        return _Search(self, queries, top_k, cutoff, scorer, fast=fast).found()


class _Search:
    """Queries on their way through the index."""

    def __init__(
        self,
        index: LetterIndex,
        queries: Sequence[str],
        top_k: int | None,
        cutoff: float,
        scorer: Scorer,
        *,
        fast: bool,
    ) -> None:
        self._index = index
        self._queries = queries
        self._top_k = top_k
        self._cutoff = float(cutoff)
        self._scorer = scorer
        self._share = _FAST if fast else 1.0
        self._fast = fast
        self._first = max(cutoff, {None: 0.0, 1: _FIRST}.get(top_k, _FIRST - _STEP))
        # By length of the query and least score: see `_limit`.
        self._limits: dict[tuple[int, float], tuple[Sight, Rows]] = {}
        self._desk = Desk()
        # Rows stand by length.
        self._lengths = np.arange(int(index.length[-1]) + 1 if len(index) else 0)

    def found(self) -> Found:
        """All that is sought."""
        parts = [_NOTHING]
        # Queries of one length look at the same blocks, which then stay near the processor.
        turns = sorted(range(len(self._queries)), key=lambda at: len(self._queries[at]))
        for begin in range(0, len(turns) if len(self._index) else 0, _TOGETHER):
            turn = turns[begin : begin + _TOGETHER]
            for query, position, score in self._down([self._queries[at] for at in turn]):
                parts.append((np.array(turn)[query], position, score))
        query, position, score = map(np.concatenate, zip(*parts, strict=True))
        order = np.lexsort((position, -score, query))
        return Found(query[order], position[order], score[order])

    def _down(self, queries: Sequence[str]) -> Iterator[Triples]:
        """What is sought by some queries, with high scores tried first."""
        bags = self._bags(queries)
        least = dict.fromkeys(range(len(queries)), self._first)
        while least:
            further: dict[int, float] = {}
            for asked, pairs in self._groups(bags, least):
                query, position, score = self._best(queries, *pairs)
                last = _rank(query) == (self._top_k or 0) - 1
                enough = dict(zip(query[last].tolist(), score[last].tolist(), strict=True))
                # Nothing that was passed over scores as much as the least score tried.
                done = [
                    at
                    for at in asked
                    if least[at] <= self._cutoff or enough.get(at, -1.0) >= least[at]
                ]
                for at in set(asked).difference(done):
                    lower = floor(enough[at]) if at in enough else least[at] - _STEP
                    further[at] = max(self._cutoff, lower)
                final = np.isin(query, done)
                yield query[final], position[final], score[final]
            least = further

    def _bags(self, queries: Sequence[str]) -> list[list[Bag]]:
        """The letters by which each query is looked for; none where every string is compared."""
        forms = [forms_of(text, self._scorer) or [text] * self._fast for text in queries]
        bags = iter(self._index.planes.bags([form for each in forms for form in each]))
        return [[next(bags) for _ in each] for each in forms]

    def _groups(
        self, bags: list[list[Bag]], least: Mapping[int, float]
    ) -> Iterator[tuple[list[int], tuple[Rows, Rows, Scores]]]:
        """Queries and all that may reach their least score: query, row, greatest score."""
        asked: list[int] = []
        held: list[tuple[Rows, Scores]] = []
        counts: list[int] = []
        last = next(reversed(least))
        for at, score in least.items():
            held.append(self._near(bags[at], score))
            asked.append(at)
            counts.append(len(held[-1][0]))
            if at == last or sum(counts) > _MANY:
                rows, most = map(np.concatenate, zip(*held, strict=True))
                yield asked, (np.repeat(asked, counts), rows, most)
                asked, held, counts = [], [], []

    def _near(self, bags: list[Bag], least: float) -> tuple[Rows, Scores]:
        """Rows that may reach a score, and the most that they may reach."""
        index = self._index
        if not bags:
            return np.arange(len(index)), np.full(len(index), 100.0)
        parts = [self._within(bag, least) for bag in bags]
        if self._scorer is not Scorer.RATIO and not self._fast and len(index.uneven):
            parts.append((index.uneven.astype(np.int64), np.full(len(index.uneven), 100.0)))
        if len(parts) == 1:
            return parts[0]
        rows, most = map(np.concatenate, zip(*parts, strict=True))
        order = np.lexsort((-most, rows))
        rows, most = rows[order], most[order]
        first = np.diff(rows, prepend=-1) > 0
        return rows[first], most[first]

    def _within(self, bag: Bag, least: float) -> tuple[Rows, Scores]:
        """Rows whose letters may reach a score, and the most that they may reach."""
        index = self._index
        sight, limit = self._limit(bag.length, least)
        rows, differing = index.blocks.near(bag.first, sight, self._desk)
        length, first = index.length.take(rows), index.blocks.words.take(rows)
        most = limit.take(length)
        far = differing.astype(np.int32)
        # Letters that the bits leave out, taken together, bound the distance as each bit does.
        left = length - np.bitwise_count(first)
        left_of_bag = bag.length - int(np.bitwise_count(bag.first))
        near = (far + np.abs(left - left_of_bag) <= most).nonzero()[0]
        rows, far, left, most = rows[near], far[near], left[near], most[near]
        second = index.second.take(rows)
        far += np.bitwise_count(second ^ bag.second)
        left -= np.bitwise_count(second)
        far += np.abs(left - (left_of_bag - int(np.bitwise_count(bag.second))))
        near = (far <= most).nonzero()[0]
        rows = rows[near]
        return rows, scores(far[near], index.length.take(rows) + bag.length)

    def _limit(self, length: int, least: float) -> tuple[Sight, Rows]:
        """Greatest distance from a query of some length at which a score is reached.

        Returns:
            The same for `Blocks.near`, and the distance by length of the string.
        """
        known = self._limits.get((length, least))
        if known is None:
            limit = farthest(self._lengths + length, least)
            known = self._index.blocks.sight(Reach.of(length, limit, self._share)), limit
            self._limits[length, least] = known
        return known

    def _best(self, queries: Sequence[str], query: Rows, row: Rows, most: Scores) -> Triples:
        """The best of some pairs that reach the cutoff, in the order of `Found`."""
        position = self._index.position[row].astype(np.int64)
        if self._top_k is None:
            score = self._score(queries, query, position, most)
        else:
            order = np.lexsort((-most, query))
            query, position, most = query[order], position[order], most[order]
            early = _rank(query) < _FEW + _TIMES * self._top_k
            score = np.full(len(query), -1.0)
            score[early] = self._score(queries, query[early], position[early], most[early])
            sure = np.lexsort((-score, query))
            last = sure[_rank(query[sure]) == self._top_k - 1]
            floors = np.full(len(queries), self._cutoff)
            floors[query[last]] = np.maximum(score[last], self._cutoff)
            late = ~early & (most >= floors[query])
            if self._fast:
                late &= _rank(query) < _FEW + _TIMES * self._top_k + _MORE
            score[late] = self._score(queries, query[late], position[late], most[late])
        kept = np.flatnonzero(score >= self._cutoff)
        kept = kept[np.lexsort((position[kept], -score[kept], query[kept]))]
        if self._top_k is not None:
            kept = kept[_rank(query[kept]) < self._top_k]
        return query[kept], position[kept], score[kept]

    def _score(self, queries: Sequence[str], query: Rows, position: Rows, most: Scores) -> Scores:
        # A fast search passes over what makes letters no bound: words that stand apart oddly.
        bound = None if self._fast else most
        return likeness(self._scorer, queries, query, self._index.texts, position, bound)


def forms_of(text: str, scorer: Scorer) -> list[str]:
    """Strings by whose letters a query is to be looked for; none where every string may do."""
    if scorer is Scorer.RATIO:
        return [text]
    even = respaced(text)
    if even is None:
        return []
    return [even] if scorer is Scorer.TOKEN_SORT or even == text else [text, even]


def _rank(query: Rows) -> Rows:
    """How many of the same query come before, where those of one query stand together."""
    at = np.arange(len(query))
    begins = np.where(query[1:] != query[:-1], at[1:], 0)
    return at - np.maximum.accumulate(np.concatenate([at[:1], begins]))
