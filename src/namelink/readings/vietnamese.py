"""Names of Vietnamese people, which Chinese writes in the characters that they come from.

Nguyen Van Linh is 阮文灵: each syllable is the Vietnamese reading of a character, not a sound that
Chinese writes down. Vietnamese names stand apart in syllables, as many as the characters, surname
first; a name of this shape whose every word is such a syllable is read so, character by character.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from namelink.model.batch import KINDS, NO_CELLS, Batch, Cells, Form
from namelink.model.kinds import Channel, Kind, Script
from namelink.model.remark import Remark
from namelink.readings.expand import between
from namelink.readings.joins import Entry, join
from namelink.tables.vietnamese import (
    FEWEST,
    MOST,
    given_readings,
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
# Syllables, each with whether it is the surname.
_Key = tuple[tuple[str, bool], ...]


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
        people = batch.kind_of == KINDS.index(Kind.PERSON)
        same = (batch.mine.size[batch.left_of] == batch.theirs.size[batch.right_of]) & people
        if not same.any():
            return NO_CELLS
        lefts, rights = between(batch, batch.mine.han, batch.theirs.latin)
        right = [
            Entry(row=row, key=key, start=start, size=len(key), bits=0.0)
            for row in rights
            if is_vietnamese(batch.right[row].keys)
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
        found = [form.keys] if is_vietnamese(form.keys) else []
    else:
        said = _syllables(form)
        found = list(product(*said))[:_MOST_READINGS] if said else []
    return {f"v:{' '.join(words)}": _FEATURE for words in found}


def _told(form: Form) -> Iterator[tuple[int, _Key]]:
    """The whole name and its words, with their places: the surname stands first."""
    words = tuple((word, at == 0) for at, word in enumerate(form.keys))
    yield 0, words
    for at, word in enumerate(words):
        yield at, (word,)


def _read(form: Form) -> Iterator[tuple[int, _Key, float]]:
    """Place, readings and bits of a whole name and of each character that one may have.

    The whole name is read at once, since its pieces may be read in other ways as well.
    """
    said = [[(word, at == 0) for word in words] for at, words in enumerate(_syllables(form))]
    if not said:
        return
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


def _bits(syllable: tuple[str, bool]) -> float:
    return _COMMON_BITS if syllable[0] in _COMMON else _BITS
