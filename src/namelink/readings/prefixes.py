"""Words as the set of all their prefixes, to walk many words at once piece by piece.

A prefix is a 64-bit number made from its characters (a polynomial hash), so that "what comes before
these letters" is arithmetic on arrays, and "is there such a piece" is a search in a sorted array.
That two of ten million prefixes share a number happens once in several hundred thousand
vocabularies. Which prefix leads to which by which piece is found once, for all of them.

>>> words = Prefixes(["anna", "anton"], ["an", "na", "ton"])
>>> nodes = words.after(words.root).node
>>> [words.words[at] for at in words.words_at(words.after(nodes).node)]
['anna', 'anton']
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Nodes = npt.NDArray[np.intp]

_BASE = 1_000_003
_WRAP = 2**64
_POWERS = np.array([pow(_BASE, size, _WRAP) for size in range(64)], dtype=np.uint64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Ways from some prefixes to longer ones; arrays have shape (steps,).

    Attributes:
        node: the longer prefix.
        before: position of the prefix that it is longer than, among those asked for.
        piece: position of the piece that is between.
    """

    node: Nodes
    before: Nodes
    piece: Nodes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prefixes:
    """Words, walked by their prefixes. Built once; never changed.

    Attributes:
        words: the words, sorted.
        root: the empty prefix, as the only node of an array.
        price: what the letters of each prefix cost, shape (nodes,).
    """

    def __init__(
        self,
        words: Iterable[str],
        pieces: Sequence[str],
        price: Callable[[str, str], float] = lambda _a, _b: 0.0,
    ) -> None:
        """Take words in.

        Args:
            words: each of 1 to 63 characters.
            pieces: what prefixes are made longer by, none twice; the empty one stays in place.
            price: what a character costs after the one before it; the first comes after ``<``.
        """
        every_word = tuple(sorted(set(words)))
        lengths = np.array([len(word) for word in every_word], dtype=np.intp)
        letters = np.frombuffer("".join(every_word).encode("utf-32-le"), dtype=np.uint32)
        before = np.concatenate([[ord("<")], letters[:-1]]).astype(np.uint32)[: len(letters)]
        first = np.cumsum(lengths) - lengths
        before[first] = ord("<")
        costs = _prices(before, letters, price)
        # One column of letters after the other, over all words that are so long.
        number = np.zeros(len(every_word), dtype=np.uint64)
        cost = np.zeros(len(every_word))
        keys = [np.zeros(1, dtype=np.uint64)]
        prices, ends = [np.zeros(1)], [np.full(1, -1)]
        shorter = [np.zeros(1, dtype=np.uint64)]
        for column in range(int(lengths.max(initial=0))):
            live = np.flatnonzero(lengths > column)
            at = first[live] + column
            shorter.append(number[live])
            number[live] = number[live] * np.uint64(_BASE) + letters[at]
            cost[live] += costs[at]
            keys.append(number[live])
            prices.append(cost[live])
            ends.append(np.where(lengths[live] == column + 1, live, -1))
        every, word = np.concatenate(keys), np.concatenate(ends)
        # Words that share a prefix give it once each; where one ends comes first.
        order = np.lexsort((-word, every))
        kept = order[np.append(True, np.diff(every[order]) != 0)]
        self._keys = every[kept]
        self._word = word[kept].astype(np.int32)
        self.price = np.concatenate(prices)[kept].astype(np.float32)
        self.root: Nodes = np.searchsorted(self._keys, np.zeros(1, dtype=np.uint64))
        parent = np.searchsorted(self._keys, np.concatenate(shorter)[kept])
        self._link(parent, pieces)

    def _link(self, parent: Nodes, pieces: Sequence[str]) -> None:
        """Find the steps: for each prefix, what is between it and those that it is longer than."""
        every = np.arange(len(self._keys))
        source, target, piece = [every[:0]], [every[:0]], [every[:0]]
        node, ancestor = every, every
        root = int(self.root[0])
        for size in range(max(map(len, pieces), default=-1) + 1):
            known = [at for at, text in enumerate(pieces) if len(text) == size]
            numbers = np.array([_number(pieces[at]) for at in known], dtype=np.uint64)
            order = np.argsort(numbers)
            between = self._keys[node] - self._keys[ancestor] * _POWERS[size]
            place = np.searchsorted(numbers[order], between)
            place[place == len(known)] = 0
            found = np.flatnonzero(numbers[order][place] == between) if known else every[:0]
            source.append(ancestor[found])
            target.append(node[found])
            piece.append(np.array(known, dtype=np.intp)[order][place[found]] if known else found)
            longer = ancestor != root
            node, ancestor = node[longer], parent[ancestor[longer]]
        begin = np.concatenate(source)
        order = np.argsort(begin, kind="stable")
        self._target = np.concatenate(target)[order].astype(np.int32)
        self._piece = np.concatenate(piece)[order].astype(np.int32)
        self._count = np.bincount(begin, minlength=len(every))
        self._begin = np.cumsum(self._count) - self._count

    def after(self, nodes: Nodes, wanted: npt.NDArray[np.bool_] | None = None) -> Steps:
        """Prefixes that are longer by a piece.

        Args:
            nodes: prefixes to go on from.
            wanted: which pieces may follow, shape (pieces,); None for all.

        Returns:
            The steps to prefixes that some word has.
        """
        counts = self._count[nodes]
        before = np.repeat(np.arange(len(nodes)), counts)
        at = np.arange(len(before)) + np.repeat(
            self._begin[nodes] - np.cumsum(counts) + counts, counts
        )
        piece = self._piece[at]
        if wanted is not None:
            kept = np.flatnonzero(wanted[piece])
            at, before, piece = at[kept], before[kept], piece[kept]
        return Steps(node=self._target[at], before=before, piece=piece)

    def words_at(self, nodes: Nodes) -> Nodes:
        """The words that end at some prefixes.

        Args:
            nodes: prefixes.

        Returns:
            Position in `words` a prefix, -1 where none ends.
        """
        found: Nodes = self._word[nodes]
        return found


def _number(text: str) -> int:
    number = 0
    for char in text:
        number = (number * _BASE + ord(char)) % _WRAP
    return number


def _prices(
    before: npt.NDArray[np.uint32],
    letters: npt.NDArray[np.uint32],
    price: Callable[[str, str], float],
) -> npt.NDArray[np.float64]:
    """What each letter costs after the one before it; asked once a pair of letters."""
    pairs = before.astype(np.uint64) << np.uint64(32) | letters
    known, place = np.unique(pairs, return_inverse=True)
    each = [price(chr(pair >> 32), chr(pair & 0xFFFFFFFF)) for pair in known.tolist()]
    found: npt.NDArray[np.float64] = np.array(each, dtype=np.float64)[place]
    return found
