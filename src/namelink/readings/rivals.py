"""Other real names that a Chinese form sounds like.

约翰斯顿 sounds like Johnson, better than chance would have it. But it is what Johnston would be
written as, and so it tells hardly anything for Johnson. How probable letters are by chance is only
half of what else a form may mean: the other half are names that people really have.

For a form z, a sound of b(n) bits makes a name n 2^b(n) times as probable as it is anyway. The
chance of z without the name in question is that of letters by chance and of all other names, by
how common they are: log2(1 + Σ share(n) 2^b(n)) bits more than by letters alone.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from math import log2
from operator import neg

import numpy as np

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Ints
from namelink.model.kinds import Kind
from namelink.readings.hearing import Hearing, run_prefixes, word_prefixes
from namelink.tables.census_names import census_shares

# What is heard less well makes no name a rival, however common.
_LEAST = 2.0**-8
# Detail of a cell whose sound would fit a rival better.
OUTDONE = -4
# Names of which one is heard so little better than the other are heard alike.
_ALIKE = 2.0
# Bits that rivals have to take from a sound for that to be told.
_TOLD = 1.0
_NAMED_BY_SOUND = np.array([kind in (Kind.PERSON, Kind.PLACE, Kind.UNKNOWN) for kind in KINDS])
_MOST_RUNS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """Real names that a run of characters may stand for, the best first.

    Attributes:
        names: the names.
        bits: how well each is heard, falling.
        weight: how much more probable the run is by chance and by the names before each place, one
            place more than names.
    """

    names: tuple[str, ...]
    bits: tuple[float, ...]
    weight: tuple[float, ...]

    def loss(self, heard: float) -> float:
        """What names that are heard better take from a name, in bits.

        Names that are heard alike (Anne, Annie) are no rivals: a form may well mean either.

        Args:
            heard: bits of the name's own sound.
        """
        return log2(self.weight[self._better(heard)])

    def best(self, word: str) -> str:
        """The most probable of the names that are heard better than a word; empty for none."""
        at = self.names.index(word) if word in self.names else None
        better = len(self.names) if at is None else self._better(self.bits[at])
        gains = [self.weight[one + 1] - self.weight[one] for one in range(better)]
        return self.names[gains.index(max(gains))] if gains else ""

    def _better(self, heard: float) -> int:
        return bisect_left(self.bits, -heard - _ALIKE, key=neg)


@cache
def _hearing() -> Hearing:
    return Hearing(word_prefixes(census_shares()), run_prefixes(()))


@lru_cache(maxsize=_MOST_RUNS)
def rivals(run: str) -> Rivals:
    """Real names that a run of characters may stand for, as a whole.

    Args:
        run: simplified characters.

    Returns:
        The names, with what they make probable.
    """
    shares = census_shares()
    heard = sorted(
        ((bits, name) for name, bits in _hearing().whole(run).items()),
        key=lambda each: (-each[0], each[1]),
    )
    own = [(bits, name, shares[name] * 2.0**bits) for bits, name in heard]
    own = [each for each in own if each[2] >= _LEAST]
    return Rivals(
        names=tuple(name for _, name, _ in own),
        bits=tuple(bits for bits, _, _ in own),
        weight=tuple(accumulate((weight for *_, weight in own), initial=1.0)),
    )


def rival_bits(batch: Batch, cells: Cells, asked: Flags) -> tuple[Floats, Flags]:
    """Bits that rivals take from foreign sounds.

    Of what is heard as one word in names of people and places: of a part of a name as a whole, or
    also of a piece of it, where the word is all of the other name.

    Args:
        batch: the pairs.
        cells: what sounds alike.
        asked: which of them are asked for.

    Returns:
        The bits, and which cells are to be told as `OUTDONE`; each of shape (cells,).
    """
    found, told = np.zeros(len(cells), dtype=np.float32), np.zeros(len(cells), dtype=bool)
    asked = asked & (cells.right_size == 1) & _NAMED_BY_SOUND[batch.kind_of[cells.pair]]
    at = asked.nonzero()[0]
    if not len(at):
        return found, told
    left, right = batch.left_of[cells.pair[at]], batch.right_of[cells.pair[at]]
    start = cells.left_start[at]
    begin, end = _part(batch, left, start)
    whole = (start == begin) & (start + cells.left_size[at] == end)
    kept = np.flatnonzero(whole | (batch.theirs.size[right] == 1))
    columns = (column[kept].tolist() for column in (left, begin, end, cells.bits[at]))
    found[at[kept]] = [
        rivals("".join(batch.left[row].keys[one:other])).loss(bits)
        for row, one, other, bits in zip(*columns, strict=True)
    ]
    told[at] = whole & (cells.detail[at] == 0) & (found[at] >= _TOLD)
    return found, told


def _part(batch: Batch, left: Ints, start: Ints) -> tuple[Ints, Ints]:
    """Where the part of a left form begins and ends that an atom stands in."""
    group, size = batch.mine.group[left], batch.mine.size[left]
    own = group == group[np.arange(len(left)), start][:, None]
    own &= np.arange(group.shape[1]) < size[:, None]
    begin = own.argmax(axis=1).astype(np.int32)
    return begin, begin + own.sum(axis=1, dtype=np.int32)
