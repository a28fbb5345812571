"""One Chinese name spelled by two romanizations: Mao Tse-tung and Mao Zedong.

Both spellings are read back into Mandarin syllables, whatever romanization they follow (a
Cantonese spelling through the characters that it may stand for); names meet where the syllables
do. Equal letters are left to the surface channel.

Weights are log2 of P(both spellings | one name) / (P(one spelling) P(the other)), summed over the
syllables: the sum over Mandarin syllables m of P(m | one) P(m | other) / P(m).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Cells, Form, join_cells
from namelink.model.kinds import CHANNELS, ROMANIZATIONS, Channel, Role
from namelink.model.remark import Remark
from namelink.readings.expand import between
from namelink.readings.joins import Columns, join_columns
from namelink.readings.romanized import cuts_of
from namelink.tables.spellings import mandarin_of, mandarin_rarity
from namelink.tables.syllables import BY_CHARACTER, TAIWAN, segmentations, syllables_of

# Apart from what other cells of these channels carry as their detail.
RESPELLED = 1 << 30
# A syllable is known by at most so many Mandarin ones, a word by at most so many sequences.
_MOST_SYLLABLES = 12
_MOST_KEYS = 96
_LEAST_SHARE = 0.001
_RAREST = 2.0**-12
# Words that are one surname or given name: up to three hyphenated syllables.
_LONGEST = 3

Key = tuple[str, ...]
Doubles = npt.NDArray[np.float64]
_Word = tuple[int, int, int, str]


class Respelled:
    """The channels of the romanizations, between two Latin names."""

    def __init__(self, channels: Sequence[Channel] = ROMANIZATIONS) -> None:
        """Make the channels.

        Args:
            channels: channels that may speak; others than romanizations are passed over.
        """
        self.channels = tuple(channel for channel in ROMANIZATIONS if channel in channels)
        self._systems = tuple(channel.value for channel in self.channels)

    def cells(self, batch: Batch) -> Cells:
        """Differently spelled words that stand for the same syllables.

        Args:
            batch: the pairs.

        Returns:
            The cells, ``detail`` RESPELLED, each with the less usual of the two romanizations.
        """
        if not self.channels:
            return join_cells([])
        lefts, rights = between(batch, batch.mine.latin, batch.theirs.latin)
        if not lefts:
            return join_cells([])
        mine, theirs = self._words(batch.left, lefts), self._words(batch.right, rights)
        # Few of the many syllables that a word may stand for are met on the other side.
        shared = self._keys(mine) & self._keys(theirs)
        number = {key: at for at, key in enumerate(shared)}
        found = join_columns(
            batch,
            self._columns(batch.left, mine, number),
            self._columns(batch.right, theirs, number, halved=True),
        )
        return self._told(batch, found)

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell: the syllables that both spellings stand for."""
        del detail
        letters = "".join(key for key, _ in left)
        both = _meeting(letters, right)
        # In one order, whichever name is left.
        systems = sorted((_system(letters, both), _system(right, both)), key=ROMANIZATIONS.index)
        return Remark("respelled", (" ".join(both), *systems))

    def _words(self, forms: Sequence[Form], rows: Sequence[int]) -> list[_Word]:
        """Row, start, size and letters of words, and of words that belong together."""
        found = []
        for row in rows:
            form = forms[row]
            for start in range(len(form.keys)):
                for end in range(start + 1, min(start + _LONGEST, len(form.keys)) + 1):
                    if form.shapes[end - 1] != "latin":
                        break
                    words = form.keys[start:end]
                    if end - start > 1 and not _together(form, end - 1):
                        break
                    if end - start > 1 and not all(len(cuts_of(w, self._systems)) for w in words):
                        continue
                    found.append((row, start, end - start, "".join(words)))
        return found

    def _keys(self, words: Sequence[_Word]) -> set[Key]:
        return set().union(*(keys_of(each, self._systems) for each in {word[3] for word in words}))

    def _columns(
        self,
        forms: Sequence[Form],
        words: Sequence[_Word],
        number: Mapping[Key, int],
        *,
        halved: bool = False,
    ) -> Columns:
        """Entries of words under the sequences that have a number."""
        # A word stands in many names, and is looked at once as each part of them.
        told: dict[tuple[str, bool], list[tuple[int, float, float]]] = {}
        parts = []
        for row, start, _, letters in words:
            given = forms[row].roles[start] is not Role.SURNAME
            if (letters, given) not in told:
                told[letters, given] = [
                    (number[key], bits, _rarity(key, given=given))
                    for key, bits in keys_of(letters, self._systems).items()
                    if key in number
                ]
            parts.append(told[letters, given])
        place = np.array([word[:3] for word in words], dtype=np.int32).reshape(-1, 3)
        row, start, size = np.repeat(place, list(map(len, parts)), axis=0).T
        own = np.array(list(chain.from_iterable(parts)), dtype=np.float64).reshape(-1, 3)
        bits, rare = _coarse(own[:, 1]), _coarse(own[:, 2])
        return Columns(
            row=row,
            key=own[:, 0].astype(np.int32),
            start=start,
            size=size,
            bits=(bits + rare if halved else bits).astype(np.float32),
            detail=np.zeros_like(row),
            rarity=rare.astype(np.float32),
        )

    def _told(self, batch: Batch, cells: Cells) -> Cells:
        """The cells of unlike letters, each with its channel."""
        # Two words meet in many sequences of syllables and in many pairs, and are told once.
        span = np.stack(
            [
                batch.left_of[cells.pair], cells.left_start, cells.left_size,
                batch.right_of[cells.pair], cells.right_start, cells.right_size,
            ]
        ).astype(np.int64)  # fmt: skip
        packed = np.zeros(len(cells), dtype=np.int64)
        for column in span:
            packed = packed * (int(column.max(initial=0)) + 1) + column
        _, first, which = np.unique(packed, return_index=True, return_inverse=True)
        channels = [
            _told_as(
                "".join(batch.left[left].keys[start : start + size]),
                "".join(batch.right[right].keys[begin : begin + many]),
            )
            for left, start, size, right, begin, many in span[:, first].T.tolist()
        ]
        channel = np.array(channels, dtype=np.int32)[which]
        chosen = replace(cells, channel=channel, detail=np.full_like(channel, RESPELLED))
        return chosen.take(channel >= 0)


@lru_cache(maxsize=100_000)
def _told_as(one: str, other: str) -> int:
    """Number of the less usual of the romanizations of two words, -1 where they are one word."""
    if one == other:
        return -1
    key = _meeting(one, other)
    channel = max(_system(one, key), _system(other, key), key=ROMANIZATIONS.index)
    return CHANNELS.index(channel)


def _coarse(bits: Doubles) -> Doubles:
    """Bits in steps that add up exactly, so that it does not matter which name is left."""
    found: Doubles = np.rint(bits * 1024) / 1024
    return found


def _together(form: Form, at: int) -> bool:
    """Whether a word may belong to the one before it: by a hyphen or as one part of the name.

    Which of three words is the surname is a guess (Lee Kuan Yew).
    """
    between = form.text[form.spans[at - 1][1] : form.spans[at][0]]
    surnames = [form.roles[place] is Role.SURNAME for place in (at - 1, at)]
    return between == "-" or surnames[0] is surnames[1] or len(form.keys) == _LONGEST


@lru_cache(maxsize=50_000)
def _meeting(one: str, other: str) -> Key:
    """The Mandarin syllables that two spellings most probably both stand for."""
    systems = tuple(channel.value for channel in ROMANIZATIONS)
    mine, theirs = keys_of(one, systems), keys_of(other, systems)
    return max(
        sorted(mine.keys() & theirs.keys()), key=lambda key: mine[key] + theirs[key], default=()
    )


def _system(letters: str, key: Key) -> Channel:
    """The most usual romanization in which a word stands for some Mandarin syllables."""
    found = Channel.PINYIN
    if key and any(len(cut) == len(key) for cut in segmentations(letters, TAIWAN)):
        found = Channel.GWOYEU
    for channel in reversed(ROMANIZATIONS):
        for cut in segmentations(letters, channel.value):
            if len(cut) == len(key):
                found = channel if _reads(cut, key, channel) else found
    return found


def _reads(cut: Sequence[str], key: Key, channel: Channel) -> bool:
    if channel.value in BY_CHARACTER:
        return True
    table = syllables_of(channel.value)
    return all(said in table.get(form, ()) for form, said in zip(cut, key, strict=True))


@lru_cache(maxsize=100_000)
def _rarity(key: Key, *, given: bool) -> float:
    """How rare a sequence of Mandarin syllables is among names, in bits."""
    return -sum(math.log2(max(mandarin_rarity()[said][given], _RAREST)) for said in key)


@lru_cache(maxsize=50_000)
def keys_of(letters: str, systems: tuple[str, ...]) -> dict[Key, float]:
    """Mandarin syllables that a spelling may stand for.

    Args:
        letters: folded letters.
        systems: names of romanizations.

    Returns:
        log2 of the share of belief by sequence of syllables.
    """
    found: dict[Key, float] = {}
    cuts = cuts_of(letters, (*systems, TAIWAN) if Channel.GWOYEU in systems else systems)
    fewest = min(map(len, cuts), default=0)
    for cut in cuts:
        # A word is cut into as few syllables as it can be; more of them would only agree more.
        if len(cut) > fewest:
            continue
        options = [
            [(said, share) for said, share in mandarin_of(form) if share >= _LEAST_SHARE][
                :_MOST_SYLLABLES
            ]
            for form in cut
        ]
        # What is not among the best beginnings can be no beginning of the best.
        ways: list[tuple[Key, float]] = [((), 0.0)]
        for own in options:
            longer = [
                ((*key, said), bits + math.log2(share))
                for key, bits in ways
                for said, share in own
            ]
            ways = sorted(longer, key=lambda pair: (-pair[1], pair[0]))[:_MOST_KEYS]
        for key, bits in ways:
            found[key] = max(found.get(key, -math.inf), bits)
    best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_KEYS]
    return dict(best)
