"""Strings of letters a to z with numbers, found wherever they end in many words at once.

>>> words = letter_codes(["banana"])
>>> found = Numbered(["an", "b"]).walk(words, 2)
>>> found[2, :, 0].tolist(), found[1, :, 0].tolist()
([0, 0, 0, 1, 0, 1, 0], [0, 2, 0, 0, 0, 0, 0])
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Ints
from namelink.tables.chunks import UNKNOWN

Codes = npt.NDArray[np.uint8]
_LETTERS = 27
_BEFORE_A = ord("a") - 1


def letter_codes(words: Sequence[str]) -> Codes:
    """Letters of words as numbers from 1, 0 past the end of a word.

    >>> letter_codes(["ab", "c"]).tolist()
    [[1, 2], [3, 0]]

    Args:
        words: letters a to z.

    Returns:
        Shape (words, letters of the longest).
    """
    size = max(map(len, words), default=0)
    flat = np.frombuffer("".join([word.ljust(size, "`") for word in words]).encode("ascii"), "u1")
    return (flat - np.uint8(_BEFORE_A)).reshape(len(words), size)


class Numbered:
    """A tree of the strings, walked a letter at a time.

    Attributes:
        after: first number that no string has.
    """

    __slots__ = ("_next", "_number", "_strings", "after")

    def __init__(self, strings: Sequence[str]) -> None:
        """Build the tree.

        Args:
            strings: distinct strings of letters a to z; they have numbers from 1.
        """
        self._strings = ("", *strings)
        self.after = len(self._strings)
        # Node 0 leads nowhere, node 1 is where all begin.
        children: dict[tuple[int, str], int] = {}
        number = [0, 0]
        for own, text in enumerate(strings, start=1):
            at = 1
            for letter in text:
                at = children.setdefault((at, letter), len(number))
                if at == len(number):
                    number.append(0)
            number[at] = own
        self._number = np.array(number, dtype=np.int32)
        self._next = np.zeros((len(number), _LETTERS), dtype=np.int32)
        if children:
            parents, letters = zip(*children, strict=True)
            codes = letter_codes(letters)[:, 0]
            self._next[list(parents), codes] = list(children.values())

    def string(self, number: int) -> str:
        """The string of a number; for those after all, as many marks as it is more.

        >>> Numbered(["an"]).string(1), Numbered(["an"]).string(4)
        ('an', '??')
        """
        return self._strings[number] if number < self.after else UNKNOWN * (number - self.after)

    def walk(self, words: Codes, longest: int) -> Ints:
        """The string of each size that ends at each place of each word.

        Args:
            words: see `letter_codes`.
            longest: most letters.

        Returns:
            Numbers of shape (sizes, letters + 1, words), the sizes from 0 to the longest string
            that a word has room for; 0 for what is none of the strings.
        """
        rows, size = words.shape
        codes = np.ascontiguousarray(words.T)
        longest = min(longest, size)
        found = np.zeros((longest + 1, size + 1, rows), dtype=np.int32)
        at = np.ones((size, rows), dtype=np.int32)
        for taken in range(1, longest + 1):
            # What begins too late for one letter more is left out.
            at = self._next[at[: size + 1 - taken], codes[taken - 1 :]]
            found[taken, taken:] = self._number[at]
        return found
