"""Chinese characters spelled by a romanization of Mandarin or of a southern language.

A Latin word is cut into the syllables of every romanization; a left span of as many characters is
compared with them syllable by syllable, over all readings of each character. A syllable that no
reading of its character gives is a miss: "Zeming" against 泳铭 agrees on one syllable and misses
on one.

Weights are log2 of P(spelling | character) / P(spelling). The second is the share of Chinese
people of any character and any romanization who spell theirs so: agreement on Wang tells little,
on Pang (逄) much, and that Hsiao can only be Wade-Giles costs nothing, since it can only be that
for everyone else.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Cells, Flags, Floats, Form, Ints, join_cells, make_cells
from namelink.model.kinds import CHANNELS, ROMANIZATIONS, Channel
from namelink.model.losses import pack_losses
from namelink.model.remark import Remark
from namelink.model.side import numbered
from namelink.readings.expand import Items, atom_codes, items_of, person_doubt, repeat_by
from namelink.readings.spelled import SYSTEM_SHARES, shares
from namelink.tables.origin import foreign_bits
from namelink.tables.spellings import rarity
from namelink.tables.syllables import cutting, segmentations

# Marks a syllable that no reading of its character gives; what it costs is fitted (`miss`).
MISS_BITS = -1.0
_USUAL = "pinyin"
_LEAST_BITS = -8.0
# Rarer spellings tell no more than this: a slip of the pen makes rare ones too.
_MOST_RARITY = {True: 9.5, False: 12.0}
_NOTHING = -np.inf
# Names that seem most foreign are a few times Chinese ones, and many foreign names sound as their
# syllables do.
_CHANCE = 3.0
_MOST_FOREIGN = 12.0

Cut = tuple[str, ...]


class Romanized:
    """The channels of the romanizations, looked at together.

    Attributes:
        channels: the romanizations that may speak, most usual first.
    """

    def __init__(self, channels: Sequence[Channel] = ROMANIZATIONS) -> None:
        """Make the channels.

        Args:
            channels: channels that may speak; others than romanizations are passed over.
        """
        self.channels = tuple(channel for channel in ROMANIZATIONS if channel in channels)
        self._systems = tuple(channel.value for channel in self.channels)

    def cells(self, batch: Batch) -> Cells:
        """Spans and words that agree on at least half of their syllables.

        Args:
            batch: the pairs.

        Returns:
            The cells, each with the channel that reads it best; ``detail`` packs how well each
            romanization reads it, see `namelink.model.losses`.
        """
        # Nothing is cut into more syllables than there are characters.
        longest = int((batch.mine.of_shape("han")).sum(axis=1).max(initial=0))
        cuts = [
            _cuts_within(unit.letters, unit.joint, longest, self._systems)
            if unit.shape == "latin" and len(unit.words) == 1
            else ()
            for unit in batch.units
        ]
        items = items_of(batch, np.array([bool(own) for own in cuts], dtype=bool))
        if not len(items.pair):
            return join_cells([])
        code: dict[tuple[str, str], int] = {}
        places = atom_codes(batch, code)
        cut = _Cuts(cuts)
        table = _weights(list(code), cut.syllables, self._systems)
        cells = join_cells(self._compare(batch, items, places, table, cut))
        own = np.array([_foreign(form) for form in batch.left], dtype=np.float32)
        return replace(cells, bits=cells.bits - person_doubt(batch, cells, own))

    def note(
        self, left: Sequence[tuple[str, str]], right: str, channel: Channel = Channel.PINYIN
    ) -> Remark | None:
        """Tell a cell syllable by syllable.

        Args:
            left: characters of the span with their surname reading or an empty string.
            right: folded letters of the unit.
            channel: the romanization.

        Returns:
            Such as ``"yong = 泳, ze ≠ 铭 ming"``.
        """
        told: list[tuple[int, str]] = []
        for cut in segmentations(right, channel.value):
            if len(cut) != len(left):
                continue
            pieces, misses = [], 0
            for (char, surname), syllable in zip(left, cut, strict=True):
                known = shares(char, surname, channel.value)
                if syllable in known:
                    pieces.append(f"{syllable} = {char}")
                else:
                    misses += 1
                    usual = max(known, key=known.__getitem__) if known else "?"
                    pieces.append(f"{syllable} ≠ {char} {usual}")
            told.append((misses, ", ".join(pieces)))
        return Remark("equations", (min(told)[1],)) if told else None

    def _compare(
        self,
        batch: Batch,
        items: Items,
        places: tuple[Ints, Ints],
        table: "_Table",
        cuts: "_Cuts",
    ) -> list[Cells]:
        """Cells of all systems, one block a number of syllables."""
        codes, groups = places
        headed = batch.mine.surname > 0
        numbers = np.array([ROMANIZATIONS.index(channel) for channel in self.channels])
        channels = np.array([CHANNELS.index(channel) for channel in self.channels])
        found = []
        for length, unit_of, syllables in cuts.by_length():
            if length > codes.shape[1]:
                continue
            counts = np.bincount(unit_of, minlength=len(batch.units))
            first = np.cumsum(counts) - counts
            row, inside = repeat_by(counts[items.unit])
            cut_of = first[items.unit[row]] + inside
            left = batch.left_of[items.pair[row]]
            # Only a name that begins with a surname can be expected to be spelled by syllables.
            allowed = np.where(headed[left], length // 2, 0)
            at, start = _readable(codes[left], groups[left], syllables[cut_of], allowed, table)
            if not len(at):
                continue
            bits, missed, rare = _read(codes[left[at]], start, syllables[cut_of[at]], table)
            good = np.isfinite(bits) & (missed <= allowed[at])
            kept: Flags = np.any(good, axis=0)
            chosen = np.where(good, bits, _NOTHING).argmax(axis=0)
            cell, here = row[at], (chosen, np.arange(len(at)))
            packed = pack_losses(
                bits[here] - np.where(good, bits, 0.0), good & (missed == 0), numbers
            )
            cells = make_cells(
                items.pair[cell],
                (start, length),
                (items.start[cell], items.size[cell]),
                bits[here],
                missed=missed[here],
                detail=packed,
                channel=channels[chosen],
                rarity=np.where(missed[here] > 0, 0.0, rare),
            )
            found.append(cells if kept.all() else cells.take(kept))
        return found


def _foreign(form: Form) -> float:
    """Bits that syllables have to beat where the characters are those of a foreign name.

    马奥尼 is Maroni in Cantonese, by chance: nobody in Hong Kong is named so.
    """
    shaped = zip(form.keys, form.shapes, strict=True)
    chars = "".join(key for key, shape in shaped if shape == "han")
    bits = foreign_bits(chars) - _CHANCE if len(chars) > 1 else 0.0
    return min(max(bits, 0.0), _MOST_FOREIGN)


@lru_cache(maxsize=50_000)
def cuts_of(letters: str, systems: tuple[str, ...]) -> tuple[Cut, ...]:
    """Every cut of a word into the syllables of some romanization.

    Args:
        letters: folded Latin letters.
        systems: names of romanizations.

    Returns:
        Distinct cuts; those of the earlier romanizations first.
    """
    # Most words of other languages are no syllables of any of them.
    names = cutting(letters, systems)
    return tuple(dict.fromkeys([cut for name in names for cut in segmentations(letters, name)]))


def _cuts_within(
    letters: str, joint: int, longest: int, systems: tuple[str, ...]
) -> Sequence[Cut]:
    """The cuts of a word into no more than so many syllables."""
    every = cuts_of(letters, systems)
    if not every:
        return every
    return [cut for cut in _parted(every, joint) if len(cut) <= longest]


def _parted(cuts: tuple[Cut, ...], joint: int) -> tuple[Cut, ...]:
    """The cuts that have a boundary where an apostrophe stands, if any has."""
    if not joint:
        return cuts
    fit = [cut for cut in cuts if joint in accumulate(map(len, cut))]
    return tuple(fit) or cuts


@lru_cache(maxsize=50_000)
def _emitted(
    char: str, surname: str, systems: tuple[str, ...]
) -> dict[str, tuple[tuple[int, float], ...]]:
    """Every spelling that a character may take: position of each system that has it, and bits."""
    found: dict[str, tuple[tuple[int, float], ...]] = {}
    for at, system in enumerate(systems):
        for form, bits in emissions(char, surname, system).items():
            found[form] = (*found.get(form, ()), (at, bits))
    return found


@lru_cache(maxsize=1_000)
def emissions(char: str, surname: str, system: str) -> dict[str, float]:
    """Bits of every spelling that a character may take in one system.

    Args:
        char: the character.
        surname: its surname readings with ``|`` between them, empty outside surnames.
        system: name of the system.

    Returns:
        log2 of P(spelling, system | character) / P(spelling), a spelling.
    """
    prior = math.log2(SYSTEM_SHARES[system])
    role = bool(surname)
    return {
        form: max(
            math.log2(share) + prior + min(rarity(form, surname=role), _MOST_RARITY[role]),
            _LEAST_BITS,
        )
        for form, share in shares(char, surname, system).items()
    }


class _Table:
    """Bits of each character with each syllable in each system.

    Attributes:
        weights: shape (systems, characters + 1, syllables); the first row is for what is no Han
            character.
        read: whether some system reads a character so, shape (characters + 1, syllables).
        rarity: shape (2, syllables): in given names, and as a surname.
        surname: whether a row is a surname, shape (characters + 1,).
    """

    __slots__ = ("rarity", "read", "surname", "weights")

    def __init__(self, weights: Floats, rare: Floats, surname: npt.NDArray[np.intp]) -> None:
        self.weights = weights
        self.read = (np.isfinite(weights) & (weights != MISS_BITS)).any(axis=0)
        self.rarity = rare
        self.surname = surname


class _Cuts:
    """Cuts of all units.

    Attributes:
        syllables: column of each distinct syllable.
    """

    __slots__ = ("_column", "_size", "_unit", "syllables")

    def __init__(self, cuts: Sequence[Sequence[Cut]]) -> None:
        every = list(chain.from_iterable(cuts))
        self._unit = np.repeat(np.arange(len(cuts)), list(map(len, cuts)))
        self._size = np.fromiter(map(len, every), dtype=np.intp, count=len(every))
        self.syllables, columns = numbered(chain.from_iterable(every))
        self._column = np.array(columns, dtype=np.int32)

    def by_length(self) -> Iterator[tuple[int, npt.NDArray[np.intp], Ints]]:
        """Cuts by number of syllables: the unit of each, and its syllables as columns."""
        begin = np.cumsum(self._size) - self._size
        for length in np.flatnonzero(np.bincount(self._size)).tolist():
            own = np.flatnonzero(self._size == length)
            yield length, self._unit[own], self._column[begin[own][:, None] + np.arange(length)]


def _weights(
    chars: Sequence[tuple[str, str]], number: Mapping[str, int], systems: tuple[str, ...]
) -> _Table:
    usual, *rare = zip(*map(_told_of, number), strict=True)
    weights = np.full((len(systems), len(chars) + 1, len(number)), _NOTHING, dtype=np.float32)
    if _USUAL in systems:
        # A difference is told once, in the usual system.
        weights[systems.index(_USUAL), 1:, np.array(usual)] = MISS_BITS
    for row, (char, surname) in enumerate(chars, start=1):
        emitted = _emitted(char, surname, systems)
        for form in emitted.keys() & number.keys():
            for at, bits in emitted[form]:
                weights[at, row, number[form]] = bits
    surnames = np.array([0, *(int(bool(surname)) for _, surname in chars)])
    return _Table(weights, np.array(rare, dtype=np.float32), surnames)


@lru_cache(maxsize=20_000)
def _told_of(form: str) -> tuple[bool, float, float]:
    """Whether a syllable is one of Hanyu Pinyin; its rarity in given names and as a surname."""
    usual = bool(segmentations(form, _USUAL))
    return usual, rarity(form, surname=False), rarity(form, surname=True)


def _readable(
    codes: Ints, groups: Ints, syllables: Ints, allowed: Ints, table: _Table
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Items and starts at which no more syllables than allowed are read by no system at all.

    What the systems say is asked for these alone: one look-up finds that most are nothing.
    """
    length = syllables.shape[1]
    starts = codes.shape[1] - length + 1
    together = (groups[:, :starts] == groups[:, length - 1 :]) & (codes[:, :starts] > 0)
    at, start = np.nonzero(together)
    unread = np.zeros(len(at), dtype=np.int32)
    width = table.read.shape[1]
    for place in range(length):
        flat = codes[at, start + place] * width + syllables[at, place]
        unread += ~table.read.ravel()[flat]
        keep = unread <= allowed[at]
        at, start, unread = at[keep], start[keep], unread[keep]
    return at, start


def _read(
    codes: Ints, start: npt.NDArray[np.intp], syllables: Ints, table: _Table
) -> tuple[Floats, npt.NDArray[np.int32], Floats]:
    """Bits and misses of each item at its start, shape (systems, items), and rarity."""
    shape = (len(table.weights), len(codes))
    bits = np.zeros(shape, dtype=np.float32)
    missed = np.zeros(shape, dtype=np.int32)
    rare = np.zeros(len(codes), dtype=np.float32)
    row = np.arange(len(codes))
    for place in range(syllables.shape[1]):
        here, column = codes[row, start + place], syllables[:, place]
        step = table.weights[:, here, column]
        bits += step
        missed += step == MISS_BITS
        rare += table.rarity[table.surname[here], column]
    return bits, missed, rare
