"""Names of Vietnamese people and places, which Chinese writes in the characters they come from.

Nguyen Van Linh is 阮文灵: each syllable is the Vietnamese reading of a character, not a sound that
Chinese writes down. Vietnamese names stand apart in syllables, as many as the characters, surname
first; a name of this shape whose every word is such a syllable is read so, character by character.
So is a place with a word for what it is behind its name (河静省, Ha Tinh).
"""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from namelink.model.batch import KINDS, NO_CELLS, Batch, Cells, Form
from namelink.model.kinds import Channel, Kind, Script
from namelink.model.remark import Remark
from namelink.readings.expand import between
from namelink.readings.joins import Entry, join
from namelink.tables.vietnamese import (
    FEWEST,
    MOST,
    given_readings,
    is_place,
    is_vietnamese,
    surname_readings,
)

# On the scale of sounds: one in sixteen characters of names is read like a given word.
_BITS = 12.0
# What every third name holds tells less.
_COMMON_BITS = 8.0
# That one language reads all of a name tells more than that several read its pieces.
_WHOLE_BITS = 6.0
_COMMON = frozenset({"nguyen", "van", "thi"})
# Weight of a feature of retrieval; a word shared is 1. One name is read in a few ways at most.
_FEATURE = 3.0
_MOST_READINGS = 4
# Tells these cells from those of other sounds.
VIETNAMESE = 1 << 21
# What a place of Vietnam is.
_DIVISIONS = frozenset("省市县区郡")
# Syllables, each with whether it is a person's surname; None in a place.
_Key = tuple[tuple[str, bool | None], ...]
_Said = list[list[tuple[str, bool | None]]]


class Vietnamese:
    """Characters by their Vietnamese readings, told as sounds."""

    channel = Channel.TRANSLITERATION

    def cells(self, batch: Batch) -> Cells:
        """Characters and words of people's names that are one syllable.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        sizes = batch.mine.size[batch.left_of], batch.theirs.size[batch.right_of]
        divided = np.array([bool(_division(form)) for form in batch.left], dtype=bool)
        divided = np.append(divided, False)[batch.left_of]
        people = (batch.kind_of == KINDS.index(Kind.PERSON)) & (sizes[0] == sizes[1])
        places = (batch.kind_of == KINDS.index(Kind.PLACE)) & divided & (sizes[0] == sizes[1] + 1)
        same = people | places
        if not same.any():
            return NO_CELLS
        lefts, rights = between(batch, batch.mine.han, batch.theirs.latin)
        right = [
            Entry(row=row, key=key, start=start, size=len(key), bits=0.0)
            for row in rights
            for start, key in _told(batch.right[row])
        ]
        if not right:
            return NO_CELLS
        left = [
            Entry(row=row, key=key, start=start, size=len(key), bits=bits, detail=VIETNAMESE)
            for row in lefts
            for start, key, bits in _read(batch.left[row])
        ]
        cells = join(batch, left, right)
        return cells.take(same[cells.pair] & (cells.left_start == cells.right_start))

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark | None:
        """Tell a cell; one of another sound is told by its own channel."""
        if detail != VIETNAMESE:
            return None
        return Remark("read_in_vietnamese", ("".join(char for char, _ in left), right))


def vietnamese_features(form: Form) -> dict[str, float]:
    """Features of retrieval: all of a name as it is read.

    Args:
        form: one name in one script.

    Returns:
        Weight by feature, on the scale of `namelink.readings.retrieval.features`.
    """
    if form.script is Script.LATIN:
        found = [form.keys] if is_vietnamese(form.keys) or is_place(form.keys) else []
    else:
        said = _syllables(form) or _division(form)
        found = list(product(*said))[:_MOST_READINGS] if said else []
    return {f"v:{' '.join(words)}": _FEATURE for words in found}


def _told(form: Form) -> Iterator[tuple[int, _Key]]:
    """The whole name and its words, with their places: the surname of a person stands first."""
    ways: list[_Key] = []
    if is_vietnamese(form.keys):
        ways.append(tuple((word, at == 0) for at, word in enumerate(form.keys)))
    if is_place(form.keys):
        ways.append(tuple((word, None) for word in form.keys))
    for words in ways:
        yield 0, words
        for at, word in enumerate(words):
            yield at, (word,)


def _read(form: Form) -> Iterator[tuple[int, _Key, float]]:
    """Place, readings and bits of a whole name and of each character that one may have.

    The whole name is read at once, since its pieces may be read in other ways as well.
    """
    person: _Said = [
        [(word, at == 0) for word in each] for at, each in enumerate(_syllables(form))
    ]
    place: _Said = [[(word, None) for word in each] for each in _division(form)]
    for said in filter(None, (person, place)):
        for whole in product(*said):
            yield 0, whole, _WHOLE_BITS + sum(map(_bits, whole))
        for at, syllables in enumerate(said):
            for syllable in syllables:
                yield at, (syllable,), _bits(syllable)


def _syllables(form: Form) -> list[tuple[str, ...]]:
    """Readings of each character; none of a name that cannot be a Vietnamese person's."""
    chars = form.keys
    if form.script is not Script.HAN or not FEWEST <= len(chars) <= MOST:
        return []
    head = surname_readings(chars[0])
    return [head, *map(given_readings, chars[1:])] if head else []


def _division(form: Form) -> list[tuple[str, ...]]:
    """Readings of each character before a word for a division; none of other names."""
    chars = form.keys
    if form.script is not Script.HAN or not FEWEST < len(chars) <= MOST:
        return []
    if chars[-1] not in _DIVISIONS:
        return []
    said = [tuple(dict.fromkeys(given_readings(c) + surname_readings(c))) for c in chars[:-1]]
    return said if all(said) else []


def _bits(syllable: tuple[str, bool | None]) -> float:
    return _COMMON_BITS if syllable[0] in _COMMON else _BITS
