"""Entries of rows that may be among the wanted ones, found without the place of every entry.

>>> ends, held = np.array([3, 4]), np.array([7, 8, 9, 7], dtype=np.int32)
>>> sieve = new_sieve()
>>> sieve[in_sieve(np.array([7]))] = True
>>> [found.tolist() for found in sifted(ends, held, np.array([1, 0]), sieve)]
[[3, 0], [0, 1]]
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import Counts, Positions, ranges

Flags = npt.NDArray[np.bool_]

# Places of a sieve of features, a power of two: it stays near the processor.
_SIEVE = 1 << 15
# Entries that are read at once: 32 bytes, half of what memory gives.
_RUN = 8
# Rows that are read at once, so that their entries stay near the processor.
_ROWS = 1 << 10


def new_sieve() -> Flags:
    """A sieve that lets nothing through."""
    return np.zeros(_SIEVE, dtype=bool)


def in_sieve(numbers: npt.NDArray[np.integer]) -> npt.NDArray[np.integer]:
    """The places of numbers in a sieve; others share them."""
    return numbers & (_SIEVE - 1)


def sifted(
    ends: npt.NDArray[Any], held: Counts, rows: Positions, sieve: Flags
) -> tuple[Positions, Positions]:
    """Entries of some rows that a sieve lets through.

    Entries are read in runs of several: few of all that rows hold is wanted, and the places of
    all entries would be more than they themselves.

    Args:
        ends: where the entries of each row end.
        held: the entries of all rows, one row after the other.
        rows: the rows.
        sieve: what may be wanted.

    Returns:
        Places of the entries, one row after the other, and which of ``rows`` holds each.
    """
    places, owners = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for first in range(0, len(rows), _ROWS):
        entries, owner = _sifted(ends, held, rows[first : first + _ROWS], sieve)
        places.append(entries)
        owners.append(owner + first)
    return np.concatenate(places), np.concatenate(owners)


def _sifted(
    ends: npt.NDArray[Any], held: Counts, rows: Positions, sieve: Flags
) -> tuple[Positions, Positions]:
    begins = np.where(rows > 0, ends[rows - 1], 0)
    last = ends[rows]
    whole = len(held) // _RUN
    first = begins // _RUN
    runs, sizes = ranges(first, (last - 1) // _RUN + 1 - first)
    if whole:
        read = held[: whole * _RUN].reshape(-1, _RUN).take(runs, axis=0, mode="clip")
    else:
        read = np.zeros((len(runs), _RUN), dtype=held.dtype)
    # What is left at the end of all is no whole run.
    read[runs >= whole, : len(held) - whole * _RUN] = held[whole * _RUN :]
    some = np.flatnonzero(sieve.take(in_sieve(read.ravel())))
    run = some // _RUN
    owner = np.repeat(np.arange(len(rows)), sizes).take(run)
    entries = runs.take(run) * _RUN + some % _RUN
    # Runs begin and end among what the rows beside hold.
    own = (entries >= begins.take(owner)) & (entries < last.take(owner))
    return entries[own], owner[own]
