"""Edit distances of many pairs at once.

The distance is that behind an edit ratio: letters inserted and deleted. Many pairs of short
strings are worked through side by side, a pair a machine word, a letter a step (the bit-parallel
algorithm of Allison and Dix in Hyyrö's form): no string is made of the packed ones, which would
cost more than comparing them. The rest is rapidfuzz's.

>>> texts = Texts.of(["wang wei", "wan wei"])
>>> distances(["wang wie"], np.array([0, 0]), texts, np.array([0, 1]))[0].tolist()
[2, 3]
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Indel

from namelink.candidates.changes import stretches
from namelink.candidates.texts import Texts

Rows = npt.NDArray[np.integer]

_WORD = 64
_ASCII = 128
# Pairs worked through side by side, and pairs below which rapidfuzz is faster.
_LANES, _FEW = 4096, 384


def distances(
    queries: Sequence[str], query: Rows, texts: Texts, position: Rows
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Insertions and deletions between queries and texts.

    Args:
        queries: the queries.
        query: number of the query, by pair.
        texts: the texts.
        position: position of the text, by pair.

    Returns:
        The distance and the characters of the text, by pair.
    """
    if len(query) < _FEW:
        return _one_by_one(queries, query, texts, position)
    begin = np.where(position > 0, texts.ends[position - 1], 0)
    size = texts.ends[position] - begin
    short = np.array([len(text) <= _WORD for text in queries])[query]
    side = np.flatnonzero(short & (size <= _WORD) & (begin + _WORD <= len(texts.data)))
    # Bytes are sorted much faster than wider numbers.
    side = side[np.argsort((_WORD - size[side]).astype(np.uint8), kind="stable")]
    matches = _matches(queries)
    found = np.full(len(query), -1, dtype=np.int64)
    for at in range(0, len(side), _LANES):
        lanes = side[at : at + _LANES]
        found[lanes] = _common(matches, query[lanes], texts.data, begin[lanes], size[lanes])
    alone = np.flatnonzero(found < 0)
    far = np.array([len(text) for text in queries])[query] + size - 2 * found
    far[alone], size[alone] = _one_by_one(queries, query[alone], texts, position[alone])
    return far, size


def _one_by_one(
    queries: Sequence[str], query: Rows, texts: Texts, position: Rows
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    left = [queries[at] for at in query.tolist()]
    right = texts.take(position)
    far = process.cpdist(left, right, scorer=Indel.distance, dtype=np.int64)
    return far, np.array([len(text) for text in right], dtype=np.int64)


def _matches(queries: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Where each ASCII character stands in each query, as bits; flat, 128 words a query."""
    heads = [text[:_WORD] for text in queries]
    sizes = np.array([len(head) for head in heads])
    coded = "".join(heads).encode("utf-32-le", "surrogatepass")
    points = np.frombuffer(coded, dtype="<u4").astype(np.int64)
    at = np.arange(len(points)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    slots = np.repeat(np.arange(len(queries)) * _ASCII, sizes) + points
    plain = points < _ASCII
    matches = np.zeros(len(queries) * _ASCII, dtype=np.uint64)
    np.bitwise_or.at(matches, slots[plain], np.uint64(1) << at[plain].astype(np.uint64))
    return matches


def _common(
    matches: npt.NDArray[np.uint64],
    query: Rows,
    data: npt.NDArray[np.uint8],
    begin: Rows,
    size: Rows,
) -> npt.NDArray[np.int64]:
    """Letters that queries and texts have in common, in one order; -1 for texts beyond ASCII.

    Args:
        matches: what ``_matches`` returns.
        query: number of the query, by pair.
        data: bytes of all texts, at least 64 more from the beginning of each of these.
        begin: where the text begins, by pair.
        size: its bytes, at most 64, falling.
    """
    width = max(1, int(size[0]))
    # A row a place, so that what is read together stands together.
    codes = np.ascontiguousarray(stretches(data, begin, width).T)
    inside = np.arange(width)[:, None] < size
    plain = ~((codes >= _ASCII) & inside).any(axis=0)
    codes &= _ASCII - 1
    head = query * _ASCII
    row = np.full(len(query), ~np.uint64(0))
    slot, hit, sums = np.empty_like(head), np.empty_like(row), np.empty_like(row)
    for code, lanes in zip(codes, np.count_nonzero(inside, axis=1).tolist(), strict=True):
        state, hits, more = row[:lanes], hit[:lanes], sums[:lanes]
        np.add(head[:lanes], code[:lanes], out=slot[:lanes])
        matches.take(slot[:lanes], out=hits, mode="clip")
        hits &= state
        np.add(state, hits, out=more)
        np.subtract(state, hits, out=hits)
        np.bitwise_or(more, hits, out=state)
    return np.where(plain, np.bitwise_count(~row).astype(np.int64), -1)
