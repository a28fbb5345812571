"""A small scorer of its own for the tests of extraction, so that they depend on no other room.

It knows two things: pinyin in either order, and the consonants of foreign names. That is far less
than the library's scorer knows, and enough to see that extraction asks it and heeds it.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from pypinyin import lazy_pinyin
from rapidfuzz import fuzz

from namelink.model.comparison import Comparison, PairScore
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Kind, Outcome, Relation, Script, Verdict
from namelink.model.name import Name


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _consonants(text: str) -> str:
    classes = str.maketrans("bpdtgkqcjzsxvfwlrnm", "bbddggggjjsssffllnm")
    kept = "".join(char for char in text if char not in "aeiouyhwü").translate(classes)
    return "".join(b for a, b in pairwise(" " + kept) if a != b)


def bits_of(english: str, chinese: str) -> float:
    """Bits for one entity, between -8 and 8."""
    syllables = lazy_pinyin(chinese)
    latin, han = _letters(english), _letters("".join(syllables))
    if not latin or not han:
        return -4.0
    turned = _letters("".join([*syllables[1:], *syllables[:1]]))
    sound = max(fuzz.ratio(latin, han), fuzz.ratio(latin, turned)) / 100
    left, right = _consonants(latin), _consonants(han)
    # One or two consonants agree by chance too often.
    bones = fuzz.ratio(left, right) / 100 - 0.1 if min(len(left), len(right)) > 2 else 0.0
    return max(-8.0, min(8.0, 24.0 * (max(sound, bones) - 0.6)))


def _verdict(score: float) -> Verdict:
    if score >= 0.5:
        return Verdict.MATCH
    return Verdict.REVIEW if score >= 0.05 else Verdict.NO_MATCH


def _probability(bits: float) -> float:
    return 1.0 / (1.0 + math.exp(-bits * math.log(2.0)))


def score_many(english: Sequence[str], chinese: Sequence[str]) -> list[PairScore]:
    """Score row by row."""
    results = []
    for left, right in zip(english, chinese, strict=True):
        bits = bits_of(left, right)
        score = _probability(bits)
        relation = Relation.COMPATIBLE if bits > 0 else Relation.CONTRADICTS
        results.append(
            PairScore(score=score, bits=bits, verdict=_verdict(score), relation=relation)
        )
    return results


def _name(raw: str, script: Script) -> Name:
    return Name(raw=raw, text=raw, script=script, kind=Kind.UNKNOWN, kinds=((Kind.UNKNOWN, 1.0),))


def compare_one(english: str, chinese: str) -> Comparison:
    """Compare with one piece of evidence for the whole."""
    bits = bits_of(english, chinese)
    score = _probability(bits)
    whole = Evidence(
        channel=Channel.PINYIN,
        outcome=Outcome.WHOLE,
        left=english,
        right=chinese,
        left_span=(0, len(english)),
        right_span=(0, len(chinese)),
        bits=bits,
    )
    return Comparison(
        left=_name(english, Script.LATIN),
        right=_name(chinese, Script.HAN),
        kind=Kind.UNKNOWN,
        prior=0.0,
        evidence=(whole,),
        bits=bits,
        score=score,
        verdict=_verdict(score),
        relation=Relation.COMPATIBLE,
    )
