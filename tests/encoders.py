"""A small deterministic sentence encoder: a bilingual table of words, and hashed n-grams."""

import re
from collections.abc import Sequence
from functools import cache
from hashlib import sha256

import numpy as np

import namelink as nl

SIZE = 64
# Words that no dictionary and no sound joins, so that what is found was found by the encoder.
WORDS = {
    "玄霜": "velquar", "青冥": "ostrin", "赤焰": "mubbeck", "白泽": "hirdle", "紫电": "gwoffen",
    "流光": "taspin", "沧海": "brockle", "孤城": "dweem", "惊鸿": "lusker", "长歌": "pindle",
    "破晓": "yorvax", "归墟": "crettle",
}  # fmt: skip
THINGS = {"传说": "legend", "王国": "kingdom", "花园": "garden", "骑士": "knight", "迷宫": "maze"}
TABLE = WORDS | THINGS
PAIRS = [
    (f"{word}{thing}", f"{WORDS[word].title()} {THINGS[thing].title()}")
    for word in WORDS
    for thing in THINGS
]
_KNOWN = {text: latin for latin in TABLE.values() for text in (latin, *TABLE) if TABLE.get(text, text) == latin}  # fmt: skip  # noqa: E501
_PIECE = re.compile("|".join(sorted(_KNOWN, key=len, reverse=True)) + r"|[a-z]+|\S")


@cache
def _direction(word: str) -> np.ndarray:
    """A direction for a word, the same in every run."""
    seed = int.from_bytes(sha256(word.encode()).digest()[:8])
    found: np.ndarray = np.random.default_rng(seed).standard_normal(SIZE)
    found /= np.linalg.norm(found)
    return found


def _vector(text: str) -> np.ndarray:
    total = np.zeros(SIZE)
    for piece in _PIECE.findall(text.lower()):
        if piece in _KNOWN:
            total += _direction(_KNOWN[piece])
        else:
            grams = [f"<{piece}>"[at : at + 3] for at in range(len(piece))]
            total += 0.5 * sum(_direction(gram) for gram in grams) / len(grams)
    return total


class Small:
    """The encoder; it counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.calls = 0

    def __call__(self, texts: Sequence[str], /) -> np.ndarray:
        self.calls += 1
        self.asked += texts
        return np.array([_vector(text) for text in texts])


def small_options(encoder: Small | None = None, **options: object) -> nl.Options:
    """Options with the small encoder, calibrated on names of works."""
    curves = calibrated().to_dict()
    return nl.Options(
        encoder=nl.CalibratedEncoder.from_dict(curves, encoder or Small()),
        **options,  # type: ignore[arg-type]
    )


@cache
def calibrated() -> nl.CalibratedEncoder:
    """The small encoder with its curves."""
    return nl.calibrate_encoder(Small(), PAIRS, kind="work")
