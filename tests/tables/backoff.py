"""The back-off rule of docs/decisions/0003, word for word, over the rows of the file."""

from collections.abc import Callable
from functools import cache
from math import log2
from pathlib import Path

from pypinyin import lazy_pinyin

from namelink.tables.dialects import jyutping

TABLE = Path(__file__).parents[2] / "src/namelink/tables/data/chunks.tsv"
INITIALS = {
    "~": "zh ch sh b p m f d t n l g k h j q x r z c s y w".split(),
    "=": "ng gw kw b p m f d t n l g k h z c s j w".split(),
}

Rule = Callable[[str, str, str], float]


@cache
def file_rows() -> dict[tuple[str, str], float]:
    """Bits by key and chunk, as the file has them."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    body = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    return {(key, chunk): float(bits) for key, chunk, bits in body[1:]}


def onset_and_rime(chunk: str) -> tuple[str, str]:
    """The consonants before the first vowel, and the rest."""
    rime = chunk.lstrip("bcdfghjklmnpqrstvwxz")
    return chunk[: len(chunk) - len(rime)], rime


def initial_and_final(language: str, syllable: str) -> tuple[str, str]:
    """The halves of a syllable of pinyin or Jyutping."""
    initial = next((each for each in INITIALS[language] if syllable.startswith(each)), "")
    return initial, syllable[len(initial) :]


def bits_of(char: str, syllable: str, chunk: str) -> float:
    """log2 P(chunk | character)."""
    rows = file_rows()
    if (char, chunk or "-") in rows:
        return rows[char, chunk or "-"]
    ways = (("~", syllable), ("=", jyutping(char) or "0"))
    below = sum(
        2 ** (rows[f"%{language}", "*"] + _of_syllable(language, said, chunk))
        for language, said in ways
    )
    return rows.get((char, "*"), 0.0) + log2(below)


def _of_syllable(language: str, syllable: str, chunk: str) -> float:
    rows, key = file_rows(), f"{language}{syllable}"
    if (key, chunk or "-") in rows:
        return rows[key, chunk or "-"]
    initial, final = initial_and_final(language, syllable)
    onset, rime = onset_and_rime(chunk)
    return (
        rows.get((key, "*"), 0.0)
        + _of_half(f"{language}{initial or '0'}-", f"{language}*-", onset)
        + _of_half(f"{language}-{final or '0'}", f"{language}-*", rime)
    )


def _of_half(key: str, common: str, piece: str) -> float:
    rows = file_rows()
    if (key, piece or "-") in rows:
        return rows[key, piece or "-"]
    weight = rows.get((key, "*"), 0.0)
    if (common, piece or "-") in rows:
        return weight + rows[common, piece or "-"]
    return weight + rows.get((common, "*"), 0.0) - log2(27) * (len(piece) + 1)


@cache
def best_explanation(span: str, letters: str) -> float:
    """Most bits with which the characters, one chunk each, spell the letters."""
    if not span:
        return 0.0 if not letters else float("-inf")
    said = lazy_pinyin(span[0])[0].replace("ü", "v")
    return max(
        bits_of(span[0], said, letters[:size]) + best_explanation(span[1:], letters[size:])
        for size in range(min(7, len(letters)) + 1)
    )
