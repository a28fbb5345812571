"""Entries of a package's own text file, found by their first character without parsing the file.

The files of the language packages hold up to 350,000 entries, and a name needs a few of them. So
the text is kept as it lies there, beside three arrays: the code that each entry is filed under,
and where it starts and ends. The arrays are made anew by every process, in milliseconds and from
the version that is installed: nothing is written, so nothing can be damaged or out of date.

>>> words = file_entries("ab 1,ac 2,b 3".replace(",", chr(10)).encode(), first_codes)
>>> words.of(ord("a")), words.of(ord("x"))
(['ab 1', 'ac 2'], [])
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]

NO_ENTRY = -1
# Bits of the code point in the first byte of a character of one to four bytes.
_LEAD = np.array((0x7F, 0x1F, 0x0F, 0x07), dtype=np.uint8)
_TAIL = 0x3F


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """A text with its entries by code.

    Attributes:
        text: the file's bytes, UTF-8.
        codes: code of each entry, rising; entries of one code are in the order of the file.
        starts: first byte of each entry.
        ends: byte after the last of each entry.
    """

    text: bytes
    codes: Numbers
    starts: Numbers
    ends: Numbers

    def of(self, code: int) -> list[str]:
        """Entries filed under a code, in the order of the file, without the newline at the end."""
        first, end = np.searchsorted(self.codes, (code, code + 1)).tolist()
        places = zip(self.starts[first:end].tolist(), self.ends[first:end].tolist(), strict=True)
        return [self.text[start:stop].decode("utf-8").rstrip("\r\n") for start, stop in places]


def file_entries(text: bytes, codes_of: Callable[[Bytes, Places], Places]) -> Entries:
    """File the entries of a text.

    Args:
        text: the file's bytes, UTF-8, less than 2 GB.
        codes_of: from the bytes and the places where lines start to the code that each line's
            entry is filed under; `NO_ENTRY` for a line that goes on with the entry before it.

    Returns:
        The entries; what stands before the first one is left out.
    """
    array = np.frombuffer(text, dtype=np.uint8)
    lines = np.append(0, np.flatnonzero(array == ord("\n")) + 1)
    lines = lines[lines < len(text)]
    codes = codes_of(array, lines)
    heads = codes != NO_ENTRY
    codes, starts = codes[heads], lines[heads]
    ends = np.append(starts, len(text))[1:]
    order = np.argsort(codes, kind="stable")
    return Entries(
        text=text,
        codes=codes[order].astype(np.int32),
        starts=starts[order].astype(np.int32),
        ends=ends[order].astype(np.int32),
    )


def first_codes(text: Bytes, places: Places) -> Places:
    """Code points of characters of a UTF-8 text.

    Args:
        text: bytes.
        places: where the characters start.

    Returns:
        Code points.
    """
    lead = text[places]
    tails = (lead >= 0xC0).astype(np.int64) + (lead >= 0xE0) + (lead >= 0xF0)
    codes = (lead & _LEAD[tails]).astype(np.int64)
    for place in range(1, len(_LEAD)):
        longer = tails >= place
        codes[longer] = codes[longer] << 6 | text[places[longer] + place] & _TAIL
    return codes


def after_space(text: Bytes, lines: Places) -> Places:
    """Places after the first space of lines.

    Args:
        text: bytes.
        lines: where the lines start.

    Returns:
        Places; that of a later line's space, or the last byte of all, for a line without one.
    """
    spaces = np.append(np.flatnonzero(text == ord(" ")), len(text) - 2)
    return spaces[np.minimum(np.searchsorted(spaces, lines), len(spaces) - 1)] + 1


def numbers_at(text: Bytes, places: Places) -> Places:
    """Decimal numbers of a text.

    Args:
        text: bytes.
        places: where the numbers start.

    Returns:
        The numbers; 0 where there is no digit.
    """
    found = np.zeros(len(places), dtype=np.int64)
    open_ = np.arange(len(places))
    while len(open_):
        digits = text[places].astype(np.int64) - ord("0")
        more = (digits >= 0) & (digits <= 9)
        open_ = open_[more]
        found[open_] = found[open_] * 10 + digits[more]
        places = places[more] + 1
        inside = places < len(text)
        open_, places = open_[inside], places[inside]
    return found
