"""Words as the set of all their prefixes, to walk many words at once piece by piece.

A prefix is a 64-bit number made from its characters (a polynomial hash), so that "prefix and then
a piece" is arithmetic on arrays, and "is there such a prefix" is a search in a sorted array. That
two of ten million prefixes share a number happens once in several hundred thousand vocabularies.

>>> words = Prefixes.of(["anna", "anton"])
>>> nodes, _ = words.after(words.root, [piece("an"), piece("na"), piece("ton")])
>>> [words.at(int(node)) for node in words.after(nodes, [piece("na"), piece("ton")])[0]]
['anna', 'anton']
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

Nodes = npt.NDArray[np.intp]
Piece = tuple[int, int]  # number and length of a piece

_BASE = 1_000_003
_WRAP = 2**64
_POWERS = np.array([pow(_BASE, size, _WRAP) for size in range(64)], dtype=np.uint64)


def piece(text: str) -> Piece:
    """A piece of a word as a number.

    Args:
        text: at most 63 characters.

    Returns:
        The number and the length.
    """
    number = 0
    for char in text:
        number = (number * _BASE + ord(char)) % _WRAP
    return number, len(text)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prefixes:
    """Words, walked by their prefixes. Built once; never changed.

    Attributes:
        words: the words, ascending.
        keys: numbers of all prefixes, ascending, shape (nodes,).
        word: which word ends at each prefix, -1 for none, shape (nodes,).
        price: what the letters of each prefix cost, shape (nodes,).
    """

    words: Sequence[str]
    keys: npt.NDArray[np.uint64]
    word: npt.NDArray[np.int32]
    price: npt.NDArray[np.float32]

    @classmethod
    def of(
        cls, words: Iterable[str], price: Callable[[str, str], float] = lambda _a, _b: 0.0
    ) -> Self:
        """Take words in.

        Args:
            words: each of 1 to 63 characters.
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
        for column in range(int(lengths.max(initial=0))):
            live = np.flatnonzero(lengths > column)
            at = first[live] + column
            number[live] = number[live] * np.uint64(_BASE) + letters[at]
            cost[live] += costs[at]
            keys.append(number[live])
            prices.append(cost[live])
            ends.append(np.where(lengths[live] == column + 1, live, -1))
        every, word = np.concatenate(keys), np.concatenate(ends)
        # Words that share a prefix give it once each; where one ends comes first.
        order = np.lexsort((-word, every))
        kept = order[np.append(True, np.diff(every[order]) != 0)]
        return cls(
            words=every_word,
            keys=every[kept],
            word=word[kept].astype(np.int32),
            price=np.concatenate(prices)[kept].astype(np.float32),
        )

    @property
    def root(self) -> Nodes:
        """The empty prefix, as the only node of an array."""
        return np.searchsorted(self.keys, np.zeros(1, dtype=np.uint64))

    def after(self, nodes: Nodes, pieces: Sequence[Piece]) -> tuple[Nodes, Nodes]:
        """Prefixes that are longer by a piece.

        Args:
            nodes: prefixes to go on from.
            pieces: what may follow.

        Returns:
            The longer prefixes that some word has, and which combination each is: position of its
            node times the number of pieces plus position of its piece.
        """
        numbers = np.array([number for number, _ in pieces], dtype=np.uint64)
        powers = _POWERS[[size for _, size in pieces]]
        wanted = (self.keys[nodes][:, None] * powers + numbers).ravel()
        found = np.searchsorted(self.keys, wanted)
        found[found == len(self.keys)] = 0
        kept = np.flatnonzero(self.keys[found] == wanted)
        return found[kept], kept

    def at(self, node: int) -> str | None:
        """The word that ends at a prefix, if one does.

        Args:
            node: a prefix.

        Returns:
            The word.
        """
        word = int(self.word[node])
        return self.words[word] if word >= 0 else None

    def ends(self, nodes: Nodes) -> npt.NDArray[np.bool_]:
        """Whether a word ends at each prefix.

        Args:
            nodes: prefixes.

        Returns:
            A flag a prefix.
        """
        ended: npt.NDArray[np.bool_] = self.word[nodes] >= 0
        return ended


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
