"""Features by which names that may match are found: what both scripts can be reduced to.

Syllables in Hanyu Pinyin (whatever the system of the spelling), stems of English words (through
translation), pairs of neighboring consonants (for foreign names by sound), written characters,
words and numbers, and initials. A name and its counterpart share several; the index in
`namelink.candidates` weighs them by rarity.
"""

from functools import lru_cache

import numpy as np

from namelink.model.batch import Form
from namelink.readings.engines import pinyin_readings
from namelink.readings.lexicon import translations
from namelink.readings.meaning import phrases, spans
from namelink.readings.romanized import readings
from namelink.readings.transliteration import character_row
from namelink.tables.chunks import chunks
from namelink.tables.syllables import segmentations, syllables_of, systems
from namelink.tables.words import stem

# Consonants that the sound patterns of Chinese and the habits of transcription mix up are one.
_CLASS = {
    **dict.fromkeys("bp", "b"), **dict.fromkeys("dt", "d"), **dict.fromkeys("gkcq", "k"),
    **dict.fromkeys("fv", "f"), **dict.fromkeys("szx", "s"), **dict.fromkeys("lr", "l"),
    "j": "j", "m": "m", "n": "n", "h": "h", "w": "w", "y": "y",
}  # fmt: skip
_DIGRAPHS = {
    "ch": "j",
    "sh": "j",
    "zh": "j",
    "ph": "f",
    "th": "d",
    "ts": "s",
    "tz": "s",
    "ck": "k",
}
_SYSTEM_SHARE = (1.0, 0.7, 0.4, 0.3)
_READING_SHARE = (1.0, 0.7, 0.4)
_CONSONANTS = 0.7
_SINGLE = 0.25
_DICTIONARY = 0.6
_LONGEST_ACRONYM = 6

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
    for key, shape in zip(form.keys, form.shapes, strict=True):
        if shape != "han":
            _spelled(key, shape, found)
    acronyms = [key for key, up in zip(form.keys, form.upper, strict=True) if up]
    _initials(form, found)
    for key in acronyms:
        if 2 <= len(key) <= _LONGEST_ACRONYM:
            _raise(found, f"a:{key}", 1.0)
    for _, _, words in phrases(form):
        if len(words) > 1:
            _raise(found, f"w:{' '.join(words)}", 1.0)
    return found


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
        if form.group[at] != last:
            _skeleton("".join(group), found)
            group, last = [], form.group[at]
        group.append(usual_chunk(key))
    _skeleton("".join(group), found)
    for _, _, word in spans(form):
        for option in translations(word)[:8]:
            weight = option.share * (1.0 if option.reviewed else _DICTIONARY)
            name = " ".join(option.words)
            _raise(found, f"w:{name}", min(2 * weight, 1.0))


def _spelled(key: str, shape: str, found: Features) -> None:
    _raise(found, f"t:{key}", 1.0)
    if shape != "latin":
        return
    _raise(found, f"w:{stem(key)}", 1.0)
    _skeleton(key, found)
    for system, share in zip(systems(), _SYSTEM_SHARE, strict=True):
        cuts = segmentations(key, system)
        for cut in cuts[:2]:
            for spelling in cut:
                for syllable in syllables_of(system)[spelling]:
                    _raise(found, f"s:{syllable}", share)


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


@lru_cache(maxsize=20_000)
def usual_chunk(char: str) -> str:
    """The Latin chunk that a character most often stands for in foreign names, empty if none."""
    table = chunks()
    row = table.bits[character_row(char)]
    best = int(np.argmax(row))
    if not np.isfinite(row[best]):
        return ""
    return _chunk_texts()[best]


@lru_cache(maxsize=1)
def _chunk_texts() -> tuple[str, ...]:
    table = chunks().chunk_id
    return ("", *sorted(table, key=table.__getitem__))


@lru_cache(maxsize=200_000)
def skeleton(letters: str) -> str:
    """Consonant classes of a spelling, vowels dropped, doubled consonants once."""
    classes = []
    at = 0
    while at < len(letters):
        digraph = _DIGRAPHS.get(letters[at : at + 2])
        name = digraph or _CLASS.get(letters[at], "")
        at += 2 if digraph else 1
        if name and (not classes or classes[-1] != name):
            classes.append(name)
    return "".join(classes)


def _skeleton(letters: str, found: Features) -> None:
    if len(letters) < 2:
        return
    framed = f"<{skeleton(letters)}>"
    for at in range(len(framed) - 1):
        _raise(found, f"k:{framed[at : at + 2]}", _CONSONANTS)
        if 0 < at:
            _raise(found, f"c:{framed[at]}", _SINGLE)
