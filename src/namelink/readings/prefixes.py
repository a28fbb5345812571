"""Words as the set of all their prefixes, to walk many words at once piece by piece.

Which prefix leads to which by which piece is found once, for all of them. A prefix is a 64-bit
number made from its characters (a polynomial hash), so that "what stands between these two" is
arithmetic on arrays, and "is that a piece" a search in a sorted array. That two of ten million
prefixes share a number happens once in several hundred thousand vocabularies.

>>> words = Prefixes.of(["anna", "anton"], ["an", "na", "ton"])
>>> nodes = words.after(words.root).node
>>> [words.words[at] for at in words.word[words.after(nodes).node]]
['anna', 'anton']
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

Nodes = npt.NDArray[np.int32]
Places = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.uint64]

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
    before: Places
    piece: npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prefixes:
    """Words, walked by their prefixes. Built once; never changed.

    Attributes:
        words: the words, ascending.
        word: which word ends at each prefix, -1 for none, shape (nodes,).
        price: what the letters of each prefix cost, shape (nodes,).
        begin: where the steps from each prefix begin, and where the last ends, shape (nodes + 1,).
        target: the longer prefix that a step leads to, shape (steps,).
        piece: which piece is between, shape (steps,).
    """

    words: Sequence[str]
    word: npt.NDArray[np.int32]
    price: npt.NDArray[np.float32]
    begin: npt.NDArray[np.int32]
    target: npt.NDArray[np.int32]
    piece: npt.NDArray[np.uint16]

    @classmethod
    def of(
        cls,
        words: Iterable[str],
        pieces: Sequence[str],
        price: Callable[[str, str], float] = lambda _a, _b: 0.0,
    ) -> Self:
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
        keys = every[kept]
        begin, target, piece = _steps(keys, np.concatenate(shorter)[kept], pieces)
        return cls(
            words=every_word,
            word=word[kept].astype(np.int32),
            price=np.concatenate(prices)[kept].astype(np.float32),
            begin=begin.astype(np.int32),
            target=target.astype(np.int32),
            piece=piece.astype(np.uint16),
        )

    @property
    def root(self) -> Nodes:
        """The empty prefix, as the only node of an array; its number is the least."""
        return np.zeros(1, dtype=np.int32)

    def after(self, nodes: Nodes, wanted: npt.NDArray[np.bool_] | None = None) -> Steps:
        """Prefixes that are longer by a piece.

        Args:
            nodes: prefixes to go on from.
            wanted: which pieces may follow, shape (pieces,); None for all.

        Returns:
            The steps to prefixes that some word has.
        """
        begin = self.begin[nodes]
        counts = self.begin[nodes + 1] - begin
        if (counts > len(self.piece)).any():
            # A damaged file; going on could take all memory that there is.
            raise ValueError("a prefix has more pieces than there are")
        before = np.repeat(np.arange(len(nodes)), counts)
        at = np.arange(len(before)) + np.repeat(begin - np.cumsum(counts) + counts, counts)
        piece = self.piece[at]
        if wanted is not None:
            kept = np.flatnonzero(wanted[piece])
            at, before, piece = at[kept], before[kept], piece[kept]
        return Steps(node=self.target[at], before=before, piece=piece)


def _steps(
    keys: Numbers, shorter: Numbers, pieces: Sequence[str]
) -> tuple[Places, Places, Places]:
    """What is between each prefix and those that it is longer than, if it is a piece.

    Args:
        keys: numbers of all prefixes, ascending.
        shorter: number of each without its last character.
        pieces: the pieces.

    Returns:
        Where the steps from each prefix begin and the last ends, target and piece of each step.
    """
    parent = np.searchsorted(keys, shorter)
    node = ancestor = np.arange(len(keys))
    source, target, piece = [node[:0]], [node[:0]], [node[:0]]
    for size in range(max(map(len, pieces), default=-1) + 1):
        own = np.array([at for at, text in enumerate(pieces) if len(text) == size], dtype=np.intp)
        if len(own):
            numbers = np.array([_number(pieces[at]) for at in own.tolist()], dtype=np.uint64)
            order = np.argsort(numbers)
            own, numbers = own[order], numbers[order]
            between = keys[node] - keys[ancestor] * _POWERS[size]
            place = np.searchsorted(numbers, between)
            place[place == len(own)] = 0
            found = np.flatnonzero(numbers[place] == between)
            source.append(ancestor[found])
            target.append(node[found])
            piece.append(own[place[found]])
        longer = np.flatnonzero(ancestor)
        node, ancestor = node[longer], parent[ancestor[longer]]
    first = np.concatenate(source)
    order = np.argsort(first, kind="stable")
    begin = np.searchsorted(first[order], np.arange(len(keys) + 1))
    return begin, np.concatenate(target)[order], np.concatenate(piece)[order]


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
