"""Words of Chinese syllables that spell some characters of a name, and others not.

品高 may well be a Bingo. But who spells 大 as Da spells 华 as Hua, so that Dahe is no 大华,
however well it may sound so as a foreign word. What is nearly the syllable may be an older
spelling of it: 茅台 is Moutai.
"""

from functools import lru_cache

import numpy as np
from rapidfuzz.distance import Indel

from namelink.model.batch import KINDS, Batch, Cells, Flags
from namelink.model.kinds import Kind
from namelink.readings.engines import pinyin_readings
from namelink.tables.latin_names import is_syllabic
from namelink.tables.syllables import segmentations

# Of three syllables two are alike in loose brands as well.
_SIZE = 2
# Share of its letters that a syllable has in common with another one that it may stand for.
_NEAR = 0.6


def misspelled(batch: Batch, cells: Cells) -> Flags:
    """Whether a body's characters are heard in one word that spells a part of them otherwise.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        Shape (cells,).
    """
    found: Flags = (cells.left_size == _SIZE) & (cells.right_size == 1)
    found &= batch.kind_of[cells.pair] == KINDS.index(Kind.ORG)
    for at in np.flatnonzero(found).tolist():
        pair, start = int(cells.pair[at]), int(cells.left_start[at])
        keys = batch.left[batch.left_of[pair]].keys[start : start + int(cells.left_size[at])]
        word = batch.right[batch.right_of[pair]].keys[int(cells.right_start[at])]
        found[at] = _in_part(keys, word)
    return found


@lru_cache(maxsize=20_000)
def _in_part(chars: tuple[str, ...], word: str) -> bool:
    """Whether some syllables of a word are those of as many characters, and others far from it.

    >>> _in_part(("大", "华"), "dahe"), _in_part(("大", "华"), "dahua")
    (True, False)
    >>> _in_part(("茅", "台"), "moutai")
    False
    """
    ways = [way for way in segmentations(word, "pinyin") if len(way) == len(chars)]
    if not ways or not is_syllabic(word):
        return False
    said = [frozenset(form for form, _ in pinyin_readings(char)) for char in chars]
    alike = [list(map(_likeness, way, said)) for way in ways]
    return any(max(each) == 1 for each in alike) and all(min(each) < _NEAR for each in alike)


def _likeness(syllable: str, said: frozenset[str]) -> float:
    """The greatest share of letters in common with any reading of a character."""
    return max((Indel.normalized_similarity(syllable, one) for one in said), default=0.0)
