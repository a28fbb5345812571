"""Japanese names: a word of letters against the readings of the characters.

山田 is Yamada by 山 yama and 田 da; what the characters do not explain (五十嵐, Igarashi) is read
as a whole. The weight is log2 P(letters | characters) / P(letters), the second for any Japanese
name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from math import log2
from operator import itemgetter

import numpy as np

from namelink.model.batch import Batch, Cells, Floats, Form, join_cells
from namelink.model.kinds import Channel
from namelink.model.remark import Remark
from namelink.readings.expand import Index, items_of, portion
from namelink.readings.joins import Entry, join
from namelink.readings.numbered import Numbered
from namelink.readings.sounding import LEAST_BITS, spans
from namelink.tables.japanese import (
    LONGEST,
    background,
    emissions,
    forms_of,
    is_read,
    modern,
    spelled,
    surname_readings,
)
from namelink.tables.origin import japanese_odds

_REPEATED = "\u3005"
_LONGEST_WHOLE = 5
_SHORTEST = 2
_MOST_LETTERS = 20
_MOST_BITS = 13.0
# Characters of a name below this are not read in Japanese at all.
_NEVER = -10.0
# Among names in characters, so much fewer are Japanese than Chinese.
_PRIOR = -4.0
_LONGEST_NAME = 6
_LENGTH = re.compile("(?<=o)(?:u|o|h(?![aeiouy]))|(?<=u)u")
_MORA = re.compile("(?:[kgsztdnhbpmr]y|sh|ch|ts|[kgsztdnhbpmyrwjfv])?[aeiou]|[a-z]")
_LONGEST_RUN = 4
_MOST_GROUND = 40.0
_ROUNDING = 0.01
_FEW_WORDS = 100


class Japanese:
    """The channel of Japanese readings."""

    channel = Channel.JAPANESE

    def cells(self, batch: Batch) -> Cells:
        """Spans of characters that are read as a word.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        wanted = np.array(
            [len(unit.words) == 1 and is_romaji(unit.letters) for unit in batch.units], dtype=bool
        )
        items = items_of(batch, wanted)
        # What a character of the name pays at least must leave something to tell.
        against = _against(batch)
        least = against / np.maximum(batch.mine.size, 1)
        hopeful = least < _MOST_BITS - LEAST_BITS + _ROUNDING
        items = items.take(hopeful[batch.left_of[items.pair]])
        if not len(items.pair):
            return join_cells([])
        cells = join_cells([spans(batch, items, _Readings()), self._wholes(batch)])
        if not len(cells):
            return cells
        # Common names have rare morae too; what they tell is bounded by how common names are.
        doubt = against[batch.left_of[cells.pair]] * portion(batch, cells)
        bits = np.minimum(cells.bits, _MOST_BITS) - doubt.astype(np.float32)
        return replace(cells, bits=bits).take(bits >= LEAST_BITS)

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell."""
        del detail
        return Remark("read_in_japanese", ("".join(char for char, _ in left), right))

    def _wholes(self, batch: Batch) -> Cells:
        """Surnames that are read as wholes."""
        keys = set(batch.theirs.keys)
        left = [
            Entry(row=row, key=form, start=start, size=size, bits=log2(share) + background(form))
            for row, own in enumerate(batch.left)
            for start in range(len(own.keys))
            for size in range(2, min(_LONGEST_WHOLE, len(own.keys) - start) + 1)
            for reading in surname_readings("".join(own.keys[start : start + size]))
            for form, share in spelled(reading)
            if form in keys
        ]
        if not left:
            return join_cells([])
        right = [
            Entry(row=row, key=key, start=at, size=1, bits=0.0)
            for row, own in enumerate(batch.right)
            for at, key in enumerate(own.keys)
        ]
        return join(batch, left, right)


def _against(batch: Batch) -> Floats:
    """Bits by which the characters of a short name are rather a Chinese or foreign one's.

    Each cell pays for what it takes of the name. Parts between dots have origins of their own: one
    of 丹尼尔·井上 is Japanese. Shape (left forms,).
    """
    against = np.zeros(len(batch.left), dtype=np.float32)
    for row, form in enumerate(batch.left):
        parts = _parts(form)
        if all(1 < len(part) <= _LONGEST_NAME for part in parts):
            odds = max(map(japanese_odds, parts)) + _PRIOR
            against[row] = max(-odds, 0.0) if odds > _NEVER else np.inf
    return against


def _parts(form: Form) -> list[str]:
    """The characters of a name between its dots; where one stands alone, the name as a whole."""
    each = [
        "".join(key for _, key in run)
        for _, run in groupby(zip(form.group, form.keys, strict=True), key=itemgetter(0))
    ]
    return each if min(map(len, each), default=0) > 1 else ["".join(form.keys)]


@lru_cache(maxsize=50_000)
def is_romaji(letters: str) -> bool:
    """Whether a word could be a Japanese name in letters.

    >>> is_romaji("shinzo"), is_romaji("trump")
    (True, False)

    Args:
        letters: folded letters.

    Returns:
        True if it can be cut into morae.
    """
    return _SHORTEST <= len(letters) <= _MOST_LETTERS and background(letters) < float("inf")


def heard_chunks(letters: str) -> set[str]:
    """Runs of morae in a word, each of which some character may be read as.

    >>> sorted(heard_chunks("ohno")), "yama" in heard_chunks("yamada")
    (['no', 'o', 'ono'], True)

    Args:
        letters: folded letters of a Japanese name.

    Returns:
        Runs of up to four morae, without the length of vowels.
    """
    said = _MORA.findall(short(letters))
    return {
        "".join(said[start:end])
        for start in range(len(said))
        for end in range(start + 1, min(start + _LONGEST_RUN, len(said)) + 1)
    }


def short(letters: str) -> str:
    """A reading as of today, without the length of its vowels."""
    return _LENGTH.sub("", modern(letters))


class _Readings:
    """Japanese readings, for the search of spans."""

    longest = LONGEST

    def heard(self, batch: Batch) -> list[tuple[str, ...]]:
        """Characters that Japanese names have; a repetition mark is heard as what it repeats."""
        found = []
        for form in batch.left:
            keys = [
                form.keys[at - 1] if key == _REPEATED and at else key
                for at, key in enumerate(form.keys)
            ]
            found.append(tuple(key if is_read(key) else "" for key in keys))
        return found

    def chunks(self, chars: Sequence[str], words: Sequence[Sequence[str]]) -> Numbered:
        """What documents print for some of them."""
        forms = list({form: None for char in chars for form in forms_of(char) if form})
        if sum(map(len, words)) <= _FEW_WORDS:
            # Most forms stand in none of a few words, and are told faster than numbered.
            text = " ".join(word for own in words for word in own)
            forms = [form for form in forms if form in text]
        return Numbered(forms)

    def emissions(self, chars: Sequence[str], chunks: Numbered, wanted: Index) -> Floats:
        """Of the table."""
        return emissions(chars, [chunks.string(number) for number in wanted.tolist()])

    def others(self, chars: Sequence[str]) -> None:
        """Nothing."""

    def ground(self, letters: str) -> float:
        """As the morae of any Japanese name."""
        return min(background(letters), _MOST_GROUND)
