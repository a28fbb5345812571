"""The learned transliteration table as arrays: Han character → Latin chunk, and a letter background.

The table's own header names its source and licence; ``tools/build_chunks.py`` rebuilds it. A
character that the table does not hold falls back on the chunks of its pinyin syllables.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from namelink.tables.loader import columns_and_lines

LONGEST = 7
_NEVER = -np.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunks:
    """The table, read.

    Attributes:
        chunk_id: number of each chunk, from 1; 0 stands for a chunk that is not in the table.
        row: row of each key in ``bits``; row 0 is for characters that emit nothing known.
        bits: log2 P(chunk | key), shape (keys + 1, chunks + 1), minus infinity where never seen.
        letters: log2 P(letter | letter before), keyed by the two letters.
    """

    chunk_id: dict[str, int]
    row: dict[str, int]
    bits: npt.NDArray[np.float32]
    letters: dict[str, float]


@cache
def chunks() -> Chunks:
    """Read the table on first use."""
    _, lines = columns_and_lines("chunks")
    letters = {chunk: float(bits) for key, chunk, bits in lines if key == "^"}
    entries = [
        (key, chunk.replace("-", ""), float(bits)) for key, chunk, bits in lines if key != "^"
    ]
    chunk_id: dict[str, int] = {}
    row: dict[str, int] = {}
    for key, chunk, _ in entries:
        chunk_id.setdefault(chunk, len(chunk_id) + 1)
        row.setdefault(key, len(row) + 1)
    table = np.full((len(row) + 1, len(chunk_id) + 1), _NEVER, dtype=np.float32)
    table[
        [row[key] for key, _, _ in entries],
        [chunk_id[chunk] for _, chunk, _ in entries],
    ] = [bits for _, _, bits in entries]
    return Chunks(chunk_id=chunk_id, row=row, bits=table, letters=letters)


def background(letters: str) -> float:
    """How many bits a Latin spelling takes when nothing is known of its Chinese form.

    Args:
        letters: folded letters a to z.

    Returns:
        Bits, positive; longer and odder spellings take more.
    """
    table = chunks().letters
    framed = f"<{letters}>"
    return -sum(table.get(framed[at : at + 2], -12.0) for at in range(len(framed) - 1))
