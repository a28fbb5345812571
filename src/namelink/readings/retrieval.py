"""Features by which names that may match are found: what both scripts can be reduced to.

Syllables in Hanyu Pinyin (whatever the system of the spelling), stems of English words (through
translation), pairs of neighboring consonants (for foreign names by sound), written characters,
words and numbers, and initials. A name and its counterpart share several; the index in
`namelink.candidates` weighs them by rarity.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from namelink.model.batch import Form
from namelink.model.kinds import Script
from namelink.readings.engines import pinyin_readings
from namelink.readings.hearing import Hearing, is_domestic, runs_of, words_of
from namelink.readings.japanese import heard_chunks, is_romaji, short
from namelink.readings.lexicon import translations
from namelink.readings.meaning import phrases, spans
from namelink.readings.romanized import cuts_of
from namelink.readings.skeleton import runs, skeleton, skeletons
from namelink.readings.spelled import SYSTEM_SHARES, readings, shares
from namelink.tables import japanese
from namelink.tables.chunks import background, emissions, known_chunks
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.names import western_given_names
from namelink.tables.spellings import word_bits
from namelink.tables.syllables import (
    BY_CHARACTER,
    GWOYEU,
    segmentations,
    syllables_of,
    systems,
)
from namelink.tables.words import stem

_SYSTEM_SHARE = (1.0, 0.7, 0.4, 0.3)
_SOUTHERN_SHARE = 0.7
_MOST_FORMS = 4
_READING_SHARE = (1.0, 0.7, 0.4)
# Letter pairs count less than syllables and words: there are many of them in every name.
_SOUND = 0.8
_LEAST = 0.03
_RARE_CHUNK = -6.0
# Translations, however improbable beside others, are what finds names that share no sound.
_MEANING = 1.2
_DAMPED = 0.5
_LONGEST_ACRONYM = 6
_LONGEST_PERSON = 4
_MOST_WORDS = 6
_LEAST_SKELETON = 0.3
# Bits above which a spelling is a Chinese person's name.
_SURE = 5.0
_MOST_WORD = 40.0
_PAIR_FORMS = 8
_SYSTEMS = tuple(SYSTEM_SHARES)
_LONGEST_JAPANESE = 6
_MOST_READINGS = 6
_JAPANESE_WORD = 3
_MOST_READ = 12
_LEAST_READING = 0.25
# A name heard weighs half a syllable at least, and a syllable more for so many bits.
_LEAST_HEARD = 0.5
_HEARD_BITS = 24.0
_MOST_HEARD = 2.0

Features = dict[str, float]


def features(form: Form) -> Features:
    """Features of a form, each with how sure it is that the counterpart has it.

    Args:
        form: one name in one script.

    Returns:
        Weight by feature.
    """
    found: Features = {}
    if "han" in form.shapes:
        _han(form, found)
        _japanese(form, found)
    for pair in _person_pairs(form):
        _raise(found, f"p:{pair}", 1.0)
    for key, shape in zip(form.keys, form.shapes, strict=True):
        if shape != "han":
            _spelled(key, shape, found)
    _latin_skeletons(form, found)
    for word in (*words_of(form), *runs_of(form)):
        _raise(found, f"f:{word}", 1.0)
    acronyms = [key for key, up in zip(form.keys, form.upper, strict=True) if up]
    _initials(form, found)
    for key in acronyms:
        if 2 <= len(key) <= _LONGEST_ACRONYM:
            _raise(found, f"a:{key}", 1.0)
    for _, _, words, _ in phrases(form):
        if len(words) > 1:
            _raise(found, f"w:{' '.join(words)}", 1.0)
    return found


def heard(form: Form, hearing: Hearing) -> Features:
    """Features of what a name may be on the other side, by ear.

    Args:
        form: one name in one script.
        hearing: the names of the other side.

    Returns:
        Weight by feature, on the scale of `features`.
    """
    found: Features = {}
    for run in runs_of(form):
        for word, bits in hearing.words(run).items():
            _raise(found, f"f:{word}", min(_LEAST_HEARD + bits / _HEARD_BITS, _MOST_HEARD))
    for word in words_of(form):
        for run, bits in hearing.runs(word).items():
            _raise(found, f"f:{run}", min(_LEAST_HEARD + bits / _HEARD_BITS, _MOST_HEARD))
    return found


def _person_pairs(form: Form) -> set[str]:
    """Pairs of spelled syllables that the name of a Chinese person holds, in either order.

    Single syllables of Hong Kong or Taiwan are too frequent to find a person among many; two
    together are rare.
    """
    options: list[tuple[str, ...]] = []
    if any(form.surname):
        if len(form.keys) <= _LONGEST_PERSON:
            options = [
                usual_forms(key, surname)
                for key, surname in zip(form.keys, form.surname, strict=True)
            ]
    elif form.script is Script.LATIN and 1 < len(form.keys) <= _MOST_WORDS:
        cuts = [cuts_of(key, _SYSTEMS)[:2] for key in form.keys]
        if not all(
            cut or len(key) == 1 or key in western_given_names()
            for key, cut in zip(form.keys, cuts, strict=True)
        ):
            return set()
        return {
            _joined(one, other)
            for at, own in enumerate(cuts)
            for cut in own
            for one, other in (
                *combinations(cut, 2),
                *(
                    (mine, theirs)
                    for later in cuts[at + 1 :]
                    for their_cut in later
                    for mine in cut
                    for theirs in their_cut
                ),
            )
        }
    return {
        _joined(one, other)
        for mine, theirs in combinations(options, 2)
        for one in mine
        for other in theirs
    }


def _joined(one: str, other: str) -> str:
    return f"{one} {other}" if one <= other else f"{other} {one}"


@lru_cache(maxsize=50_000)
def usual_forms(char: str, surname: str) -> tuple[str, ...]:
    """The most usual spellings of a character, over all romanizations."""
    found: dict[str, float] = {}
    for system, prior in SYSTEM_SHARES.items():
        for spelling, share in shares(char, surname, system).items():
            found[spelling] = found.get(spelling, 0.0) + prior * share
    ranked = sorted(found, key=lambda spelling: (-found[spelling], spelling))
    return tuple(ranked[:_PAIR_FORMS])


def _raise(found: Features, name: str, weight: float) -> None:
    found[name] = max(found.get(name, 0.0), weight)


def _han(form: Form, found: Features) -> None:
    group: list[str] = []
    last = -1
    for at, (key, shape) in enumerate(zip(form.keys, form.shapes, strict=True)):
        if shape != "han":
            continue
        _raise(found, f"h:{key}", 1.0)
        for (syllable, _), share in zip(
            readings(key, form.surname[at]), _READING_SHARE, strict=False
        ):
            _raise(found, f"s:{syllable}", share)
        for channel in BY_CHARACTER:
            forms = shares(key, form.surname[at], channel)
            for spelling in sorted(forms, key=lambda each: -forms[each])[:_MOST_FORMS]:
                _raise(found, f"y:{spelling}", _SOUTHERN_SHARE)
        if form.group[at] != last:
            _sound(group, found)
            group, last = [], form.group[at]
        group.append(key)
    _sound(group, found)
    for _, _, word in spans(form):
        for option in translations(word)[:8]:
            name = " ".join(option.words)
            _raise(found, f"w:{name}", min(_MEANING * option.share**_DAMPED, 1.0))


def _japanese(form: Form, found: Features) -> None:
    """Readings of single characters, and of a few neighbors together as one word."""
    if len(form.keys) > _LONGEST_JAPANESE:
        return
    for reading, share in (pair for key in form.keys for pair in usual_readings(key)):
        _raise(found, f"j:{reading}", share)
    for start in range(len(form.keys)):
        words = {"": 1.0}
        for key in form.keys[start : start + _JAPANESE_WORD]:
            longer = {
                done + reading: so_far * share
                for done, so_far in words.items()
                for reading, share in usual_readings(key)
            }
            best = sorted(longer, key=lambda word: (-longer[word], word))[:_MOST_READ]
            words = {word: longer[word] for word in best}
            for word in words:
                _raise(found, f"J:{word}", 1.0)


def _spelled(key: str, shape: str, found: Features) -> None:
    _raise(found, f"t:{key}", 1.0)
    if shape != "latin":
        return
    _raise(found, f"w:{stem(key)}", 1.0)
    for pair in _pairs(f"<{key}>"):
        _raise(found, f"k:{pair}", _SOUND)
    _syllables(key, found)
    if is_romaji(key):
        _raise(found, f"J:{short(key)}", 1.0)
        for run in heard_chunks(key):
            _raise(found, f"j:{run}", 1.0)


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


def _syllables(key: str, found: Features) -> None:
    """Syllables of every way to cut a spelling, northern ones as pinyin, southern as spelled."""
    northern = (*systems(), GWOYEU)
    for system, share in zip(northern, (*_SYSTEM_SHARE, _SOUTHERN_SHARE), strict=True):
        spelled = (form for cut in segmentations(key, system)[:2] for form in cut)
        for syllable in (said for form in spelled for said in syllables_of(system)[form]):
            _raise(found, f"s:{syllable}", share)
    for channel in BY_CHARACTER:
        for cut in segmentations(key, channel)[:2]:
            for spelling in cut:
                _raise(found, f"y:{spelling}", _SOUTHERN_SHARE)


def _initials(form: Form, found: Features) -> None:
    letters = []
    for key, shape in zip(form.keys, form.shapes, strict=True):
        if shape == "latin":
            letters.append(key[0])
        elif shape == "han":
            said = pinyin_readings(key)
            letters.append(said[0][0][0] if said else " ")
    for size in range(2, _LONGEST_ACRONYM + 1):
        for start in range(min(len(letters) - size + 1, _LONGEST_ACRONYM)):
            _raise(found, f"a:{''.join(letters[start : start + size])}", 0.5)


@dataclass(frozen=True, slots=True)
class _Expected:
    """What letters a character is expected to stand for in foreign names.

    Attributes:
        inside: expected number of each letter pair inside its chunk.
        first: probability of each first letter.
        last: probability of each last letter.
    """

    inside: dict[str, float]
    first: dict[str, float]
    last: dict[str, float]


@lru_cache(maxsize=20_000)
def expected(char: str) -> _Expected:
    """Letters expected of a character, from the learned table."""
    said = pinyin_readings(char)
    texts = known_chunks()
    row = emissions([(char, said[0][0])], texts)[0] if said else np.full(len(texts), -np.inf)
    known = np.flatnonzero(row > _RARE_CHUNK)
    inside: dict[str, float] = {}
    first: dict[str, float] = {}
    last: dict[str, float] = {}
    for at in known.tolist():
        text, share = texts[at], float(np.exp2(row[at]))
        for pair in _pairs(text):
            inside[pair] = inside.get(pair, 0.0) + share
        if text:
            first[text[0]] = first.get(text[0], 0.0) + share
            last[text[-1]] = last.get(text[-1], 0.0) + share
    return _Expected(inside, first, last)


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _latin_skeletons(form: Form, found: Features) -> None:
    words = [key for key, shape in zip(form.keys, form.shapes, strict=True) if shape == "latin"]
    gain = sum(min(background(word), _MOST_WORD) - word_bits(word) for word in words)
    # Syllables of Chinese names are found as such.
    if is_chinese_person(form.keys) and gain > _SURE:
        return
    for word in words:
        classes = skeleton(word)
        if len(classes) > 1:
            _raise(found, f"Z:{classes}", 1.0)
        for run in runs(classes):
            _raise(found, f"z:{run}", 1.0)


def _skeletons(chars: str, found: Features) -> None:
    known = skeletons(chars)
    most = max(known.values(), default=0.0)
    for classes, share in known.items():
        if len(classes) > 1:
            _raise(found, f"Z:{classes}", max((share / most) ** 0.5, _LEAST_SKELETON))
    likely: dict[str, float] = {}
    total = sum(known.values())
    for classes, share in known.items():
        for run in runs(classes):
            likely[run] = likely.get(run, 0.0) + share / total
    for run, share in likely.items():
        if share > _LEAST:
            _raise(found, f"z:{run}", min(share, 1.0))


def _sound(chars: Sequence[str], found: Features) -> None:
    """Letter pairs that a run of characters is expected to be spelled with."""
    if not chars:
        return
    if not is_domestic("".join(chars)):
        _skeletons("".join(chars), found)
    before = {"<": 1.0}
    for char in chars:
        each = expected(char)
        for pair, share in each.inside.items():
            _add(found, f"k:{pair}", share)
        for one, share in before.items():
            for other, further in each.first.items():
                _add(found, f"k:{one}{other}", share * further)
        # A character that stands for nothing lets the letter before it meet the next one.
        silent = max(0.0, 1.0 - sum(each.last.values()))
        before = {
            letter: each.last.get(letter, 0.0) + silent * before.get(letter, 0.0)
            for letter in each.last.keys() | (before.keys() if silent > _LEAST else ())
        }
    for one, share in before.items():
        _add(found, f"k:{one}>", share)


def _add(found: Features, name: str, weight: float) -> None:
    if weight > _LEAST:
        found[name] = min(found.get(name, 0.0) + weight * _SOUND, 1.5)
