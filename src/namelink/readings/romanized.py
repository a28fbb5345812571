"""Chinese characters spelled by a romanization of Mandarin or of a southern language.

A Latin unit is cut into syllables of one system; a left span of as many characters is compared
with them syllable by syllable, over all readings of each character. A syllable that no reading of
its character gives is a miss: "Zeming" against 泳铭 agrees on one syllable and misses on one.

Weights are log2 of P(spelling | character) / P(spelling), summed over the syllables. Two random
people agree on a given-name syllable in 1 of 100 cases (6.6 bits), on a surname as often as the
surname is common (collision arithmetic over national name counts).
"""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Cells, Floats, Ints, join_cells, make_cells
from namelink.model.kinds import Channel
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import Items, atom_codes, items_of, repeat_by
from namelink.tables.dialects import spellings
from namelink.tables.names import surname_bits
from namelink.tables.syllables import SOUTHERN, segmentations, spellings_of, systems

SYLLABLE_BITS = 6.6
# Marks a syllable that no reading of its character gives; what it costs is fitted (`miss`).
MISS_BITS = -1.0
# log2 of how probable a system is before the name is read: mainland spellings are the most
# frequent by far; Taiwan's passports leave the choice among several.
_SYSTEM_BITS = {
    "pinyin": -0.2,
    "wade-giles": -3.0,
    "tongyong": -5.0,
    "mps2": -6.0,
    "cantonese": -1.0,
    "minnan": -2.0,
}
_USUAL = "pinyin"
# Southern spellings have fewer distinct forms: two given names share one in 1 of 42 cases.
_RARITY = {"cantonese": 5.4, "minnan": 5.4}
_FIRST_SPELLING = 0.7
_NOTHING = -np.inf


class Romanized:
    """The channel of one romanization.

    Attributes:
        channel: the romanization's channel.
        system: its name in `namelink.tables.syllables`.
    """

    def __init__(self, channel: Channel) -> None:
        """Make the channel.

        Args:
            channel: a channel whose value names a system.
        """
        self.channel = channel
        self.system = channel.value

    def cells(self, batch: Batch) -> Cells:
        """Spans and units that agree on at least half of their syllables.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        cuts = [
            segmentations(unit.letters, self.system)
            if unit.shape == "latin" and len(unit.words) == 1
            else ()
            for unit in batch.units
        ]
        items = items_of(batch, np.array([bool(own) for own in cuts], dtype=bool))
        if not len(items.pair):
            return join_cells([])
        code: dict[tuple[str, str], int] = {}
        places = atom_codes(batch, code)
        table = _weights(list(code), cuts, self.system)
        return join_cells(_compare(batch, items, places, table, cuts, self.system))

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> str:
        """Tell a cell syllable by syllable.

        Args:
            left: characters of the span with their surname reading or an empty string.
            right: folded letters of the unit.
            detail: not used.

        Returns:
            Such as ``"yong = 泳, ze ≠ 铭 ming"``.
        """
        del detail
        told: list[tuple[int, str]] = []
        for cut in segmentations(right, self.system):
            if len(cut) != len(left):
                continue
            pieces, misses = [], 0
            for (char, surname), syllable in zip(left, cut, strict=True):
                if syllable in emissions(char, surname, self.system):
                    pieces.append(f"{syllable} = {char}")
                else:
                    misses += 1
                    pieces.append(f"{syllable} ≠ {char} {self._usual(char, surname)}")
            told.append((misses, ", ".join(pieces)))
        return min(told)[1] if told else ""

    def _usual(self, char: str, surname: str) -> str:
        """The most usual spelling of a character in this system."""
        forms = emissions(char, surname, self.system)
        return max(forms, key=forms.__getitem__) if forms else "?"


def romanizations() -> tuple[Romanized, ...]:
    """A channel for every romanization that there is a table of."""
    known = {*systems(), *SOUTHERN}
    return tuple(Romanized(channel) for channel in Channel if channel.value in known)


def readings(char: str, surname: str) -> tuple[tuple[str, float], ...]:
    """Readings of a character at its place in a name.

    Args:
        char: the character, in simplified space.
        surname: its surname readings with ``|`` between them, empty outside surnames.

    Returns:
        Pairs of syllable and share of belief.
    """
    ordinary = pinyin_readings(char)
    if not surname:
        return ordinary
    special = surname.split("|")
    shares = dict.fromkeys(special, 0.05)
    shares[special[0]] = 0.9
    # The ordinary readings stay possible: the span may not be a surname after all.
    for syllable, share in ordinary:
        shares.setdefault(syllable, 0.05 * share)
    return tuple(sorted(shares.items(), key=lambda pair: -pair[1]))


@lru_cache(maxsize=100_000)
def emissions(char: str, surname: str, system: str) -> dict[str, float]:
    """Bits of every spelling that a character may take in one system.

    Args:
        char: the character.
        surname: see `readings`.
        system: name of the system.

    Returns:
        log2 of P(spelling | character) / P(spelling), a spelling.
    """
    southern = system in SOUTHERN
    if southern:
        shares = spellings(system, char, surname=bool(surname))
    else:
        shares = _mandarin(char, surname, system)
    rarity = surname_bits(char) if surname else _RARITY.get(system, SYLLABLE_BITS)
    return {form: rarity + max(math.log2(share), -6.0) for form, share in shares.items() if share}


def _mandarin(char: str, surname: str, system: str) -> dict[str, float]:
    shares: dict[str, float] = {}
    table = spellings_of(system)
    for syllable, share in readings(char, surname):
        forms = table.get(syllable, ())
        for place, form in enumerate(forms):
            among = 1.0 if len(forms) == 1 else _FIRST_SPELLING
            if place:
                among = (1 - _FIRST_SPELLING) / (len(forms) - 1)
            shares[form] = shares.get(form, 0.0) + share * among
    return shares


def _weights(
    chars: list[tuple[str, str]], cuts: list[tuple[tuple[str, ...], ...]], system: str
) -> tuple[Floats, dict[str, int]]:
    """Bits of each character with each spelled syllable, shape (characters + 1, syllables)."""
    spelled: dict[str, int] = {}
    for own in cuts:
        for cut in own:
            for syllable in cut:
                spelled.setdefault(syllable, len(spelled))
    weights = np.full((len(chars) + 1, len(spelled)), MISS_BITS, dtype=np.float32)
    weights[0] = _NOTHING
    for row, (char, surname) in enumerate(chars, start=1):
        for form, bits in emissions(char, surname, system).items():
            column = spelled.get(form)
            if column is not None:
                weights[row, column] = bits
    return weights, spelled


def _compare(
    batch: Batch,
    items: Items,
    places: tuple[Ints, Ints],
    table: tuple[Floats, dict[str, int]],
    cuts: list[tuple[tuple[str, ...], ...]],
    system: str,
) -> list[Cells]:
    """Cells of the system, one block a number of syllables."""
    codes, groups = places
    weights, spelled = table
    headed = np.array([any(form.surname) for form in batch.left], dtype=bool)
    by_length: dict[int, list[tuple[int, list[int]]]] = {}
    for unit, own in enumerate(cuts):
        for cut in own:
            by_length.setdefault(len(cut), []).append((unit, [spelled[s] for s in cut]))
    found = []
    for length, entries in sorted(by_length.items()):
        if length > codes.shape[1]:
            continue
        order = np.array([unit for unit, _ in entries])
        syllables = np.array([cut for _, cut in entries], dtype=np.int32)
        counts = np.bincount(order, minlength=len(batch.units))
        first = np.cumsum(counts) - counts
        row, inside = repeat_by(counts[items.unit])
        cut_of = first[items.unit[row]] + inside
        left = batch.left_of[items.pair[row]]
        bits, missed = _slide(codes[left], groups[left], syllables[cut_of], weights)
        # Only a name that begins with a surname can be expected to be spelled by syllables; and a
        # difference is told once, in the usual system.
        allowed = np.where(headed[left] & (system == _USUAL), length // 2, 0)
        good = np.isfinite(bits) & (missed <= allowed[:, None])
        at, start = np.nonzero(good)
        cell = row[at]
        found.append(
            make_cells(
                items.pair[cell],
                (start, length),
                (items.start[cell], items.size[cell]),
                bits[at, start] + _SYSTEM_BITS[system],
                missed=missed[at, start],
            )
        )
    return found


def _slide(
    codes: Ints, groups: Ints, syllables: Ints, weights: Floats
) -> tuple[Floats, npt.NDArray[np.int32]]:
    """Sum of bits and number of misses of each item at each start, shape (items, starts)."""
    length = syllables.shape[1]
    starts = codes.shape[1] - length + 1
    bits = np.zeros((len(codes), starts), dtype=np.float32)
    missed = np.zeros((len(codes), starts), dtype=np.int32)
    for place in range(length):
        step = weights[codes[:, place : place + starts], syllables[:, place, None]]
        bits += step
        missed += step == MISS_BITS
    together = groups[:, :starts] == groups[:, length - 1 :]
    return np.where(together, bits, _NOTHING).astype(np.float32), missed
