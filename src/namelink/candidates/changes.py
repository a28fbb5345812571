"""Whether two strings are one change apart, for many pairs of packed strings at once.

What two strings share at both ends is taken off, byte by byte and then back to where a character
begins. One character or none must be left of each, or two in another order. No string is unpacked
but long ones.

>>> left, right = Texts.of(["李随康", "蓝随康"]), Texts.of(["蓝随康", "随蓝康", "蓝"])
>>> changes(left, np.array([0, 1, 1, 1]), right, np.array([0, 0, 1, 2])).tolist()
[1, 0, 1, 2]
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from namelink.candidates.texts import Texts

Rows = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_WIDEST = 64
_LANES = 8192
# Bytes of a character by its first one, and of two characters at most.
_BYTES = np.array([1] * 0xC0 + [2] * 0x20 + [3] * 0x10 + [4] * 0x10)
_TWO = 8
_EIGHT = 8
# Strings that have one before and one behind them can be compared side by side.
MARGIN = " " * _WIDEST


class _Packed(NamedTuple):
    """Strings: the bytes of all, where each begins and ends."""

    data: Bytes
    begins: Rows
    ends: Rows


def changes(left: Texts, left_at: Rows, right: Texts, right_at: Rows) -> Rows:
    """Changes between strings: characters replaced, put in, taken out, neighbors exchanged.

    Args:
        left: strings.
        left_at: position of one of them, by pair.
        right: other strings.
        right_at: position of one of these, by pair.

    Returns:
        0 or 1, by pair, and 2 for two or more.
    """
    spans = [_spans(texts, at) for texts, at in ((left, left_at), (right, right_at))]
    widest = np.maximum(*(ends - begins for begins, ends in spans))
    # So many bytes must stand on both sides of where a string begins and ends.
    inside = [
        (ends >= _WIDEST) & (begins + _WIDEST <= len(texts.data))
        for (begins, ends), texts in zip(spans, (left, right), strict=True)
    ]
    side = np.flatnonzero((widest <= _WIDEST) & inside[0] & inside[1])
    # Bytes are sorted much faster than wider numbers.
    side = side[np.argsort(widest[side].astype(np.uint8), kind="stable")]
    found = np.full(len(left_at), -1, dtype=np.int64)
    for at in range(0, len(side), _LANES):
        lanes = side[at : at + _LANES]
        width = max(1, int(widest[lanes[-1]]))
        found[lanes] = _side_by_side(
            *(
                _Packed(texts.data, begins[lanes], ends[lanes])
                for (begins, ends), texts in zip(spans, (left, right), strict=True)
            ),
            width=width,
        )
    alone = np.flatnonzero(found < 0)
    found[alone] = process.cpdist(
        left.take(left_at[alone]),
        right.take(right_at[alone]),
        scorer=OSA.distance,
        score_cutoff=1,
        dtype=np.int64,
    )
    return found


def _spans(texts: Texts, at: Rows) -> tuple[Rows, Rows]:
    return np.where(at > 0, texts.ends[at - 1], 0), texts.ends[at]


def _side_by_side(left: _Packed, right: _Packed, *, width: int) -> Rows:
    """Changes of short strings, the longest of so many bytes."""
    pair = (left, right)
    sizes = [ends - begins for _, begins, ends in pair]
    shorter = np.minimum(*sizes)
    words = [_words(data) for data, _, _ in pair]
    heads = [begins for _, begins, _ in pair]
    same = np.minimum(_agreed(words, heads, width), shorter)
    for _ in range(3):
        # Not amid a character of either.
        for (data, begins, _), size in zip(pair, sizes, strict=True):
            same -= (same < size) & _goes_on(data[begins + same])
    tails = [ends - _EIGHT for _, _, ends in pair]
    behind = np.minimum(_agreed(words, tails, width, back=True), shorter - same)
    for _ in range(3):
        behind -= (behind > 0) & _goes_on(left.data[left.ends - behind])
    sizes = [size - same - behind for size in sizes]
    ones = [
        np.where(size > 0, _BYTES[data[begins + same]], 0)
        for (data, begins, _), size in zip(pair, sizes, strict=True)
    ]
    found = np.where((ones[0] == sizes[0]) & (ones[1] == sizes[1]), 1, 2)
    found[np.maximum(*sizes) == 0] = 0
    two = np.flatnonzero((found == 2) & (sizes[0] == sizes[1]) & (sizes[0] <= _TWO))
    if len(two):
        some = [stretches(data, begins[two] + same[two], _TWO) for data, begins, _ in pair]
        found[two[_exchanged(some, sizes[0][two], ones[0][two])]] = 1
    return found


def _exchanged(heads: list[Bytes], size: Rows, first: Rows) -> npt.NDArray[np.bool_]:
    """Whether two characters, of so many bytes together, stand in the other order."""
    lane = np.arange(len(size))
    second = _BYTES[heads[0][lane, np.minimum(first, size - 1)]]
    equal: npt.NDArray[np.bool_] = first + second == size
    for at in range(int(size.max(initial=0))):
        here, there = at % size, (at + size - first) % size
        equal &= heads[0][lane, here] == heads[1][lane, there]
    return equal


def stretches(data: Bytes, begins: npt.NDArray[np.integer], width: int) -> Bytes:
    """So many bytes from each of some places on, shape (places, width)."""
    every = np.ndarray(len(data) - width + 1, dtype=f"V{width}", buffer=data, strides=(1,))
    held: Bytes = every[begins].view(np.uint8).reshape(-1, width)
    return held


def _words(data: Bytes) -> npt.NDArray[np.uint64]:
    """Eight bytes from each place on, as one number whose lowest byte is the first."""
    return np.ndarray(len(data) - _EIGHT + 1, dtype="<u8", buffer=data, strides=(1,))


def _agreed(
    words: list[npt.NDArray[np.uint64]], places: list[Rows], width: int, *, back: bool = False
) -> Rows:
    """How many bytes are equal before the first that differs, at most so many or a few more.

    Args:
        words: both sides' words.
        places: where the first word of each stands.
        width: bytes that are looked at.
        back: whether the bytes before are compared, from the last of the word on.
    """
    agreed = np.zeros(len(places[0]), dtype=np.int64)
    for at in range(0, width, _EIGHT):
        shift = -at if back else at
        differs = words[0][places[0] + shift] ^ words[1][places[1] + shift]
        if back:
            differs.byteswap(inplace=True)
        # All bits below the lowest that is set; all, where none is.
        below = (differs & (~differs + np.uint64(1))) - np.uint64(1)
        equal = (np.bitwise_count(below) >> 3).astype(np.int64)
        agreed += np.where(agreed == at, equal, 0)
    return agreed


def _goes_on(byte: Bytes) -> npt.NDArray[np.bool_]:
    """Whether a byte of UTF-8 goes on with a character that began before."""
    amid: npt.NDArray[np.bool_] = (byte & 0xC0) == 0x80
    return amid
