"""Features that a name gets from its Latin words and numbers; see `namelink.readings.retrieval`.

>>> dict(of_word("wu", "latin"))["s:wu"]
1.0
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from namelink.readings.character_features import (
    SOUND,
    SOUTHERN_SHARE,
    Features,
    Weighted,
    neighbors,
    raise_all,
)
from namelink.readings.coined import words_inside
from namelink.readings.japanese import heard_chunks, is_romaji, short
from namelink.readings.skeleton import runs, skeleton
from namelink.tables.chunks import background
from namelink.tables.spellings import mandarin_of, word_bits
from namelink.tables.syllables import (
    BY_CHARACTER,
    GWOYEU,
    cutting,
    segmentations,
    syllables_of,
    systems,
)
from namelink.tables.words import stem

_SYSTEM_SHARE = (1.0, 0.7, 0.4, 0.3)
_WAYS = 2
# Systems whose syllables are written solid in words.
_SOLID = ("pinyin", "wade-giles")
_MOST_WORD = 40.0


def of_word(key: str, shape: str) -> Weighted:
    """The word, its stem, its letters, and its syllables in Chinese and Japanese.

    Args:
        key: folded key of an atom.
        shape: its shape; what is not ``"latin"`` gives itself alone.

    Returns:
        Features with their weights.
    """
    found: Features = {f"t:{key}": 1.0}
    if shape != "latin":
        return tuple(found.items())
    found[f"w:{stem(key)}"] = 1.0
    for part in words_inside(key):
        found[f"w:{part}"] = 1.0
    for one, other in pairwise(f"<{key}>"):
        found[f"k:{one}{other}"] = SOUND
    # Most words are cut by few systems: all are asked at once which it is.
    able = cutting(key, _northern() + tuple(BY_CHARACTER))
    _syllables(key, able, found)
    _neighbors(key, able, found)
    if is_romaji(key):
        found[f"J:{short(key)}"] = 1.0
        for run in heard_chunks(key):
            found[f"j:{run}"] = 1.0
    return tuple(found.items())


@cache
def _northern() -> tuple[str, ...]:
    return (*systems(), GWOYEU)


def _syllables(key: str, able: Sequence[str], found: Features) -> None:
    """Syllables of every way to cut a spelling, northern ones as pinyin, southern as spelled."""
    for system, share in zip(_northern(), (*_SYSTEM_SHARE, SOUTHERN_SHARE), strict=True):
        if system not in able:
            continue
        said = syllables_of(system)
        for cut in segmentations(key, system)[:_WAYS]:
            raise_all(
                found,
                [(f"s:{each}", share) for form in cut for each in said.get(form) or _meant(form)],
            )
    for channel in BY_CHARACTER:
        if channel not in able:
            continue
        for cut in segmentations(key, channel)[:_WAYS]:
            for spelling in cut:
                found[f"y:{spelling}"] = SOUTHERN_SHARE


def _meant(form: str) -> list[str]:
    """Syllables that a character's own spelling, which is none of its sound, stands for."""
    return [syllable for syllable, _ in mandarin_of(form)[:_WAYS]]


def _neighbors(key: str, able: Sequence[str], found: Features) -> None:
    """Syllables side by side, as pinyin: two together are rare where each is frequent."""
    for system in _SOLID:
        if system not in able:
            continue
        said = syllables_of(system)
        for cut in segmentations(key, system)[:_WAYS]:
            for one, other in pairwise(cut):
                raise_all(
                    found,
                    [(neighbors(mine, next_), 1.0) for mine in said[one] for next_ in said[other]],
                )


def skeleton_of(word: str) -> Weighted:
    """The consonants of a word that may be a foreign name, whole and in runs.

    Args:
        word: folded letters.

    Returns:
        Features with their weights.
    """
    classes = skeleton(word)
    whole = ((f"Z:{classes}", 1.0),) if len(classes) > 1 else ()
    return (*whole, *((f"z:{run}", 1.0) for run in runs(classes)))


@lru_cache(maxsize=50_000)
def chinese_gain(word: str) -> float:
    """How much rather a word is of a Chinese person's name than of others, in bits."""
    return min(background(word), _MOST_WORD) - word_bits(word)
