"""Letters of a string as bits, in whatever order they stand.

Each bit says that some letter occurs at least so often ("two or more n"). Two strings that
insertions and deletions turn into each other differ in at most as many bits, because each letter
put in or taken out changes one count by one. So differing bits, which a machine counts quickly,
are a lower bound on the distance behind an edit ratio. The bits that tell most are chosen from the
strings themselves; what they leave out is counted together, as one number a string.

ASCII characters are letters of their own; all others share 128 classes by a hash of the code
point. A class that holds several characters makes the bound weaker, never wrong.

>>> texts = Texts.of(["wu yongming", "ming yong wu", "jack ma"])
>>> wu, ming, ma = Planes.of(texts).words(texts).T
>>> int(np.bitwise_count(wu ^ ming).sum()), int(np.bitwise_count(wu ^ ma).sum())
(0, 11)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.texts import Texts

_ASCII = 128
_CLASSES = 256
# Knuth's multiplier; the upper bits of the product depend on all bits of the code point.
_MULTIPLIER, _SHIFT = np.uint32(2654435761), np.uint32(25)
# Counts a letter may reach in a bit: a string that holds more of it is told no further.
_MOST = 12
WORDS = 2
BITS = 64 * WORDS
_SAMPLE, _GROUPS, _CHUNK = 16384, 16, 4096
_ALL = np.arange(_CLASSES)


@dataclass(frozen=True, slots=True)
class Bag:
    """The letters of one string.

    Attributes:
        first: the more telling bits.
        second: the others.
        length: characters.
    """

    first: np.uint64
    second: np.uint64
    length: int


@dataclass(frozen=True, slots=True)
class Planes:
    """Which bits stand for what.

    Attributes:
        letter: class of the character of each bit, dtype uint8, shape (128,).
        least: how often it must occur, dtype uint8, shape (128,).
    """

    letter: npt.NDArray[np.uint8]
    least: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, texts: Texts) -> Self:
        """Choose the bits that part strings of about one length most evenly, the best first.

        Strings of other lengths are told apart by their length. Long ones count for more: they may
        differ in more letters, so it takes more to tell that they do.
        """
        every = max(1, len(texts) // _SAMPLE)
        sample = texts.take(np.arange(0, len(texts), every))
        sample.sort(key=len)
        told = np.zeros((_MOST, _CLASSES))
        for at in range(0, len(sample), len(sample) // _GROUPS + 1):
            group = sample[at : at + len(sample) // _GROUPS + 1]
            counts = np.concatenate([part for _, part in _counted(Texts.of(group), _ALL)], axis=1)
            share = np.stack([(counts > least).mean(axis=1) for least in range(_MOST)])
            told += share * (1 - share) * sum(map(len, group))
        best = np.argsort(-told, axis=None, kind="stable")[:BITS]
        return cls((best % _CLASSES).astype(np.uint8), (best // _CLASSES + 1).astype(np.uint8))

    def words(self, texts: Texts) -> npt.NDArray[np.uint64]:
        """The bits of strings, in words of 64.

        Returns:
            Shape (2, strings), the more telling words first.
        """
        words = np.empty((WORDS, len(texts)), dtype=np.uint64)
        used, plane = np.unique(self.letter, return_inverse=True)
        for begin, counts in _counted(texts, used):
            bits = counts[plane] >= self.least[:, None]
            packed = np.packbits(bits, axis=0, bitorder="little")
            for word, eight in zip(words, packed.reshape(WORDS, 8, -1), strict=True):
                word[begin : begin + counts.shape[1]] = (
                    np.ascontiguousarray(eight.T).view("<u8").ravel()
                )
        return words

    def bags(self, strings: Sequence[str]) -> list[Bag]:
        """The letters of strings."""
        texts = Texts.of(strings)
        pairs = self.words(texts).T
        return [
            Bag(first, second, length)
            for (first, second), length in zip(pairs, lengths(texts).tolist(), strict=True)
        ]


def lengths(texts: Texts) -> npt.NDArray[np.int32]:
    """Characters of each string."""
    long = np.diff(texts.ends, prepend=0).astype(np.int32)
    for begin, end, coded in _pieces(texts):
        if len(coded) and coded.max() >= _ASCII:
            # A byte 10xxxxxx goes on with a character, every other one begins one.
            owner = np.repeat(np.arange(end - begin), long[begin:end])
            going_on = np.bincount(owner[(coded & 0xC0) == 0x80], minlength=end - begin)
            long[begin:end] -= going_on.astype(np.int32)
    return long


def _pieces(texts: Texts) -> Iterator[tuple[int, int, npt.NDArray[np.uint8]]]:
    """Some strings at a time: from, to, and their bytes."""
    for begin in range(0, len(texts), _CHUNK):
        end = min(begin + _CHUNK, len(texts))
        first = texts.ends[begin - 1] if begin else 0
        yield begin, end, texts.data[first : texts.ends[end - 1]]


def _counted(
    texts: Texts, classes: npt.NDArray[np.integer]
) -> Iterator[tuple[int, npt.NDArray[np.uint8]]]:
    """How often some classes occur in some strings at a time, and the position of the first.

    Counts have the shape (classes, strings) and stay at 255.
    """
    others = len(classes)
    number = np.full(_CLASSES, others)
    number[classes] = np.arange(others)
    long = lengths(texts)
    for begin, end, coded in _pieces(texts):
        row = np.repeat(np.arange(0, (end - begin) * (others + 1), others + 1), long[begin:end])
        row += number[_classes(coded)]
        counts = np.bincount(row, minlength=(end - begin) * (others + 1)).reshape(end - begin, -1)
        yield begin, counts[:, :others].T.clip(max=255).astype(np.uint8, order="C")


def code_points(coded: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
    """The characters of UTF-8 bytes, halves of surrogate pairs among them."""
    text = coded.tobytes().decode("utf-8", "surrogatepass")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _classes(coded: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The class of each character of UTF-8 bytes."""
    if not len(coded) or coded.max() < _ASCII:
        return coded
    points = code_points(coded)
    hashed = _ASCII + (points * _MULTIPLIER >> _SHIFT)
    return np.where(points < _ASCII, points, hashed).astype(np.uint8)
