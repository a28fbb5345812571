"""How often a Chinese word's English renderings stand in names, as two dictionaries say.

CC-CEDICT explains the Chinese word, `namelink.tables.renderings` the English one by it. What both
say is likely, what one says is less so, and a word that only one of them has is better known by
it than a word of which the other says something else.

>>> shares = weighed("灰烬", {("ash",): 0.3, ("cinder",): 0.1})
>>> shares["ash",] > shares["cinder",] > shares["ember",] > 0
True
"""

from collections.abc import Mapping

from namelink.readings.dictionary import Words
from namelink.tables.renderings import renderings

# Shares of the first level by size, and the fall to each next.
Kind = tuple[tuple[float, ...], float]

# How often a rendering of the first level stands in the English name where the Chinese one holds
# the word, for one, two and more characters, and what each further level has of that: for a word
# that the dictionary does not have; that it renders otherwise; that a table of our own has; that
# it hints at, up to the share; that it says itself. Counted on the pairs of the fit.
_FRESH = ((0.01, 0.13, 0.25), 0.7)
_OTHER = ((0.01, 0.06, 0.06), 0.4)
_SETTLED = ((0.008, 0.015, 0.05), 0.4)
_HINTED = (
    (0.02, ((0.05, 0.1, 0.2), 0.5)),
    (0.1, ((0.1, 0.2, 0.3), 0.6)),
    (2.0, ((0.13, 0.42, 0.5), 0.75)),
)
# A synonym of a gloss, which is no hint.
_LEAST_HINT = 0.004
# Less than this is two bits at most of the rarest word, and costs time in every name.
_LEAST = 0.002
# What a gloss has of its share that the other dictionary does not second, but for longer words,
# of which it has few.
_ALONE = 0.7
_LEAST_ALONE = 0.02
_LONG = 3


def weighed(
    word: str, glossed: Mapping[Words, float], *, settled: bool = False
) -> dict[Words, float]:
    """Shares of a word's renderings by both dictionaries.

    Args:
        word: simplified characters.
        glossed: shares by the glosses alone; empty for a word that has none.
        settled: whether a table of our own says what the word means.

    Returns:
        Shares by stems, in no order.
    """
    size = min(len(word), _LONG) - 1
    levels = renderings(word)
    other = _SETTLED if settled else _OTHER if glossed else _FRESH
    found: dict[Words, float] = {}
    for place, stems in enumerate(levels):
        for stem in stems:
            first, fall = _kind(glossed.get((stem,), 0.0), other)
            share = first[size] * fall**place
            if share >= _LEAST:
                found[(stem,)] = share
    few = len(word) >= _LONG and not levels
    for words, share in glossed.items():
        if words not in found:
            alone = len(words) == 1 and share >= _LEAST_ALONE and not few
            found[words] = share * _ALONE if alone else share
    return found


def _kind(share: float, other: Kind) -> Kind:
    """How often a rendering stands, by the share that the glosses give it."""
    if share < _LEAST_HINT:
        return other
    return next(kind for most, kind in _HINTED if share < most)
