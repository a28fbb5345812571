"""Consonants of foreign names by sound: what survives the way into Chinese and back.

Vowels are written in many ways and voiced consonants for voiceless ones, but 弗莱克 keeps the F, L
and K of Flecker. A name is reduced to classes of consonants; the few likeliest skeletons of a run
of characters are features by which names are found among many.

>>> skeleton("flecker"), skeleton("schwarz")
('FLKL', 'SFLS')
>>> "FLK" in skeletons("弗莱克")
True
"""

import re
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from namelink.readings.engines import pinyin_readings
from namelink.tables.chunks import known_chunks, known_emissions

# Spellings of one sound, longest first; vowels and silent letters are dropped.
_SOUNDS = (
    ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("chr", "KL"), ("chl", "KL"),
    ("ck", "K"), ("ch", "S"), ("sh", "S"), ("ph", "F"), ("th", "T"), ("gh", ""), ("kh", "K"),
    ("wh", "F"), ("ts", "S"), ("tz", "S"), ("dz", "S"), ("cz", "S"), ("ce", "S"), ("ci", "S"),
    ("cy", "S"), ("ge", "G"), ("gi", "G"), ("x", "KS"), ("q", "K"),
    ("b", "P"), ("p", "P"), ("f", "F"), ("v", "F"), ("w", "F"), ("d", "T"), ("t", "T"),
    ("g", "K"), ("k", "K"), ("c", "K"), ("s", "S"), ("z", "S"), ("j", "G"), ("m", "M"), ("n", "N"),
    ("l", "L"), ("r", "L"), ("h", "H"),
)  # fmt: skip
_PATTERN = re.compile("|".join(letters for letters, _ in _SOUNDS))
_CLASS = dict(_SOUNDS)
_RARE = -6.0
_LEAST = 0.04
_MOST_OF_ONE = 5
_MOST = 10
_RUN = 3


@lru_cache(maxsize=100_000)
def skeleton(letters: str) -> str:
    """Classes of the consonants of a Latin word.

    Args:
        letters: folded letters.

    Returns:
        One capital a class; equal neighbors are one.
    """
    found = "".join(_CLASS[match.group()] for match in _PATTERN.finditer(letters))
    return _single(found)


def _single(classes: str) -> str:
    return "".join(
        [one for one, before in zip(classes, " " + classes, strict=False) if one != before]
    )


@lru_cache(maxsize=20_000)
def _of_character(char: str) -> tuple[tuple[str, float], ...]:
    """The likeliest skeletons of what a character stands for."""
    said = pinyin_readings(char)
    if not said:
        return ()
    texts = known_chunks()
    row = known_emissions(char, said[0][0])
    found: dict[str, float] = {}
    for at in np.flatnonzero(row > _RARE).tolist():
        own = skeleton(texts[at])
        found[own] = found.get(own, 0.0) + float(np.exp2(row[at]))
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(pair for pair in ranked[:_MOST_OF_ONE] if pair[1] >= _LEAST)


@lru_cache(maxsize=1_000)
def skeletons(chars: str) -> dict[str, float]:
    """The likeliest skeletons of a run of characters.

    Args:
        chars: characters, in simplified space.

    Returns:
        Probability by skeleton, at most ten; empty where a character has no sound.
    """
    found = {"": 1.0}
    for char in chars:
        longer: dict[str, float] = {}
        for done, so_far in found.items():
            for own, share in _of_character(char):
                joined = done + own
                longer[joined] = longer.get(joined, 0.0) + so_far * share
        found = _likeliest(longer, 2 * _MOST)
    merged: dict[str, float] = {}
    for each, share in found.items():
        single = _single(each)
        merged[single] = merged.get(single, 0.0) + share
    return _likeliest(merged, _MOST)


def _likeliest(shares: Mapping[str, float], most: int) -> dict[str, float]:
    ranked = sorted([(-share, each) for each, share in shares.items()])[:most]
    return {each: -share for share, each in ranked}


def runs(classes: str) -> set[str]:
    """Runs of three classes, the ends among them.

    Args:
        classes: a skeleton.

    Returns:
        The runs.
    """
    framed = f"<{classes}>"
    return {framed[at : at + _RUN] for at in range(len(framed) - _RUN + 1)}
