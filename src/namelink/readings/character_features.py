"""Features that a name gets from its Han characters; see `namelink.readings.retrieval`.

What a character gives is worked out once: a table of names holds far fewer characters than names.

>>> dict(of_character("吴", "wu"))["s:wu"]
1.0
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from namelink.readings.engines import pinyin_readings
from namelink.readings.hearing import is_domestic
from namelink.readings.japanese import short
from namelink.readings.lexicon import associated, longest_word, translations
from namelink.readings.skeleton import runs, skeletons
from namelink.readings.spelled import SYSTEM_SHARES, readings, shares
from namelink.tables import japanese
from namelink.tables.chunks import known_chunks, known_emissions
from namelink.tables.syllables import BY_CHARACTER

SOUTHERN_SHARE = 0.7
_MOST_FORMS = 4
_READING_SHARE = (1.0, 0.7, 0.4)
_NEIGHBOR_SHARE = (1.0, 0.7)
# Letter pairs count less than syllables and words: there are many of them in every name.
SOUND = 0.8
_MOST_SOUND = 1.5
_LEAST = 0.03
_RARE_CHUNK = -6.0
# Translations, however improbable beside others, are what finds names that share no sound.
_MEANING = 1.2
_DAMPED = 0.5
_MOST_TRANSLATIONS = 8
_LEAST_SKELETON = 0.3
_PAIR_FORMS = 8
_LONGEST_JAPANESE = 6
_MOST_READINGS = 6
_JAPANESE_WORD = 3
_MOST_READ = 12
_LEAST_READING = 0.25

Features = dict[str, float]
Weighted = tuple[tuple[str, float], ...]


def raise_all(found: Features, features: Iterable[tuple[str, float]]) -> None:
    """Let features weigh as much as here, where they weighed less."""
    known = found.get
    for name, weight in features:
        if known(name, 0.0) < weight:
            found[name] = weight


@lru_cache(maxsize=20_000)
def of_character(char: str, surname: str) -> Weighted:
    """The character itself, its Mandarin syllables and its southern spellings.

    Args:
        char: the character, in simplified space.
        surname: its surname readings, empty outside surnames.

    Returns:
        Features with their weights.
    """
    found: Features = {f"h:{char}": 1.0}
    for (syllable, _), share in zip(readings(char, surname), _READING_SHARE, strict=False):
        raise_all(found, [(f"s:{syllable}", share)])
    for channel in BY_CHARACTER:
        forms = shares(char, surname, channel)
        for spelling in sorted(forms, key=lambda each: -forms[each])[:_MOST_FORMS]:
            found[f"y:{spelling}"] = SOUTHERN_SHARE
    return tuple(found.items())


@lru_cache(maxsize=20_000)
def of_neighbors(one: str, other: str) -> Weighted:
    """Mandarin syllables of two characters side by side, by their usual readings.

    Args:
        one: a character, in simplified space.
        other: the one after it.

    Returns:
        Features with their weights.
    """
    return tuple(
        (neighbors(mine, next_), share * further)
        for (mine, _), share in zip(readings(one, ""), _NEIGHBOR_SHARE, strict=False)
        for (next_, _), further in zip(readings(other, ""), _NEIGHBOR_SHARE, strict=False)
    )


def neighbors(one: str, other: str) -> str:
    """The feature of two syllables side by side."""
    return f"n:{one} {other}"


@lru_cache(maxsize=50_000)
def usual_forms(char: str, surname: str) -> tuple[str, ...]:
    """The most usual spellings of a character, over all romanizations."""
    found: dict[str, float] = {}
    for system, prior in SYSTEM_SHARES.items():
        for spelling, share in shares(char, surname, system).items():
            found[spelling] = found.get(spelling, 0.0) + prior * share
    ranked = sorted(found, key=lambda spelling: (-found[spelling], spelling))
    return tuple(ranked[:_PAIR_FORMS])


def of_words(chars: str) -> Weighted:
    """Translations of the words in a run of characters.

    Args:
        chars: the run, in simplified space.

    Returns:
        Features with their weights.
    """
    size = len(chars)
    return tuple(
        pair
        for start in range(size)
        for end in range(start + 1, min(start + longest_word(), size) + 1)
        for pair in _meanings(chars[start:end])
    )


@lru_cache(maxsize=50_000)
def _meanings(word: str) -> Weighted:
    options = translations(word)[:_MOST_TRANSLATIONS] + associated(word)
    return tuple(
        (f"w:{' '.join(option.words)}", min(_MEANING * option.share**_DAMPED, 1.0))
        for option in options
    )


def of_japanese(keys: tuple[str, ...]) -> Weighted:
    """Readings of single characters, and of a few neighbors together as one word.

    Args:
        keys: the atoms of a name.

    Returns:
        Features with their weights; none for a name that is longer than Japanese ones.
    """
    if len(keys) > _LONGEST_JAPANESE:
        return ()
    found = [pair for key in keys for pair in _japanese_character(key)]
    for start in range(len(keys)):
        for end in range(start + 1, min(start + _JAPANESE_WORD, len(keys)) + 1):
            words = _japanese_words(keys[start:end])
            if not words:
                break
            found += [(f"J:{word}", 1.0) for word in words]
    return tuple(found)


@lru_cache(maxsize=20_000)
def _japanese_character(key: str) -> Weighted:
    return tuple((f"j:{reading}", share) for reading, share in usual_readings(key))


@lru_cache(maxsize=20_000)
def _japanese_words(keys: tuple[str, ...]) -> dict[str, float]:
    """The likeliest readings of a few characters together, with their shares."""
    before = _japanese_words(keys[:-1]) if len(keys) > 1 else {"": 1.0}
    longer = {
        done + reading: so_far * share
        for done, so_far in before.items()
        for reading, share in usual_readings(keys[-1])
    }
    ranked = sorted([(-share, word) for word, share in longer.items()])[:_MOST_READ]
    return {word: -share for share, word in ranked}


@lru_cache(maxsize=20_000)
def usual_readings(char: str) -> tuple[tuple[str, float], ...]:
    """The most usual Japanese readings of a character, without the length of vowels."""
    found: dict[str, float] = {}
    for reading, share in japanese.readings(char).items():
        found[short(reading)] = found.get(short(reading), 0.0) + share
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        (reading, max(share, _LEAST_READING)) for reading, share in ranked[:_MOST_READINGS]
    )


@dataclass(frozen=True, slots=True)
class _Expected:
    """What letters a character is expected to stand for in foreign names.

    Attributes:
        inside: features of the letter pairs inside its chunk.
        first: probability of each first letter, likeliest first.
        last: probability of each last letter.
        silent: probability that it stands for nothing.
    """

    inside: Weighted
    first: Weighted
    last: dict[str, float]
    silent: float


@lru_cache(maxsize=20_000)
def expected(char: str) -> _Expected:
    """Letters expected of a character, from the learned table."""
    said = pinyin_readings(char)
    inside: dict[str, float] = {}
    first: dict[str, float] = {}
    last: dict[str, float] = {}
    if said:
        texts = known_chunks()
        row = known_emissions(char, said[0][0])
        for at in np.flatnonzero(row > _RARE_CHUNK).tolist():
            text, share = texts[at], float(np.exp2(row[at]))
            for one, other in pairwise(text):
                inside[one + other] = inside.get(one + other, 0.0) + share
            if text:
                first[text[0]] = first.get(text[0], 0.0) + share
                last[text[-1]] = last.get(text[-1], 0.0) + share
    return _Expected(
        inside=tuple(
            (f"k:{pair}", share * SOUND) for pair, share in inside.items() if share > _LEAST
        ),
        first=tuple(sorted(first.items(), key=lambda pair: -pair[1])),
        last=last,
        silent=max(0.0, 1.0 - sum(last.values())),
    )


def add_sound(chars: str, found: Features) -> None:
    """Add the letter pairs that a run of characters is expected to be spelled with.

    Args:
        chars: the run, in simplified space.
        found: the features so far.
    """
    if not chars:
        return
    if not is_domestic(chars):
        raise_all(found, _skeletons(chars))
    before = {"<": 1.0}
    for char in chars:
        each = expected(char)
        _add(found, each.inside)
        _add(found, _meeting(before, each.first))
        # A character that stands for nothing lets the letter before it meet the next one.
        last, silent = each.last, each.silent
        after = {
            letter: share + silent * before.get(letter, 0.0) for letter, share in last.items()
        }
        if silent > _LEAST:
            for letter, share in before.items():
                after.setdefault(letter, silent * share)
        before = after
    _add(found, _meeting(before, ((">", 1.0),)))


def _meeting(before: Features, first: Weighted) -> list[tuple[str, float]]:
    """Pairs of a last letter and a first one, likeliest first, that are probable enough."""
    found = []
    for one, share in before.items():
        for other, further in first:
            weight = share * further
            if weight <= _LEAST:
                break
            found.append((f"k:{one}{other}", weight * SOUND))
    return found


def _add(found: Features, features: Iterable[tuple[str, float]]) -> None:
    for name, weight in features:
        found[name] = min(found.get(name, 0.0) + weight, _MOST_SOUND)


@lru_cache(maxsize=2_000)
def _skeletons(chars: str) -> Weighted:
    known = skeletons(chars)
    most = max(known.values(), default=0.0)
    total = sum(known.values())
    found = [
        (f"Z:{classes}", max((share / most) ** 0.5, _LEAST_SKELETON))
        for classes, share in known.items()
        if len(classes) > 1
    ]
    likely: dict[str, float] = {}
    for classes, share in known.items():
        for run in runs(classes):
            likely[run] = likely.get(run, 0.0) + share / total
    found += [(f"z:{run}", min(share, 1.0)) for run, share in likely.items() if share > _LEAST]
    return tuple(found)
