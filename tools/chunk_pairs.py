"""The pairs that `chunks.tsv` is learned from: foreign names in Chinese, read from each source.

Every reader drops the names that accuracy is measured on, folds both sides and keeps only what can
be a transliteration. A source that gives several spellings of one name (Sadat, Sadate) says so, so
that the builder keeps the one that fits best.
"""

import csv
import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from opencc import OpenCC
from pypinyin import lazy_pinyin

from namelink.tables.dialects import jyutping
from namelink.tables.origin import chinese_bits, japanese_bits

Pair = tuple[str, str, int]  # simplified Han, Latin letters, how often seen

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SPELLED = {ord(a): b for a, b in zip("øłæđðþœıəħ", "o l ae d d th oe i a h".split(), strict=True)}
CONVERTER = OpenCC("t2s")
SEPARATOR = re.compile(r"[·‧・･•\s-]+")
# Countries whose names are written with characters of their own, not by sound.
HAN_COUNTRIES = frozenset({"CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN", "SG"})
# How a dictionary says so, in its labels of countries and languages.
HAN_LABELS = re.compile("[中日朝韩韓越]|台湾|新加坡")
HAN_WORD = "([\u4e00-\u9fff]+)"
# Marks of names in a dictionary: [地名] [美国] 里德; (Reid)人名；(英)里德；(德)赖德; 里德（姓氏）.
TAGGED_NAME = re.compile(rf"\[[人地]名\] *((?:\[[^\]]*\] *)*){HAN_WORD}")
NAME_LIST = re.compile(r"\(([A-Za-z']+)\)人名；([^\n]*)")
LISTED_NAME = re.compile(rf"\(([^()]*)\){HAN_WORD}")
CALLED_NAME = re.compile(rf"{HAN_WORD} *[（(]([^（）()]*)(?:姓氏|男子名|女子名)")
# What a name once meant may follow without a space: 汉斯福德住所名称.
ORIGIN = re.compile("住所|地貌|地区|职业|绰号|昵称|取自|来源|可能|盖尔语|姓氏")
# A plural and its like repeat what the word that they are made of means.
INFLECTED = re.compile(r"\([A-Za-z]+ 的")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Pairs of one source.

    Attributes:
        pairs: sorted, each once.
        choices: sets of pairs of which one alone is meant: spellings of one name.
        dropped: name parts that the exclude list took out.
    """

    pairs: tuple[Pair, ...]
    choices: tuple[tuple[tuple[str, str], ...], ...] = ()
    dropped: int = 0


def fold_latin(text: str) -> str:
    """Letters a to z of a Latin form: marks removed, ł and its like spelled out."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(SPELLED)
    return "".join(c for c in plain if c in LETTERS)


def exclusion_hash(text: str) -> str:
    """The hash under which a name of the measuring sets is listed in the exclude file."""
    folded = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(c for c in folded if not unicodedata.combining(c)).strip()
    return hashlib.sha1(kept.encode(), usedforsecurity=False).hexdigest()[:12]


def read_hidden(path: Path | None) -> frozenset[str]:
    """The exclude list."""
    return frozenset(path.read_text().split()) if path else frozenset()


@cache
def syllable(key: str) -> str:
    """The toneless syllable key of a character, ü as v: 特 is `~te`."""
    return "~" + lazy_pinyin(key[0])[0].replace("ü", "v")


@cache
def cantonese(key: str) -> str:
    """The toneless Cantonese syllable key of a character: 顿 is `=deon`; `=0` for no reading."""
    return "=" + (jyutping(key[0]) or "0")


def read_parts(path: Path, hidden: frozenset[str], longest: int) -> Source:
    """Rows of zh, en, count: name parts, or names with dots, used part by part.

    Args:
        path: the file, with a header line.
        hidden: the exclude list.
        longest: letters in the longest chunk.

    Returns:
        The pairs with their counts.
    """
    counts: Counter[tuple[str, str]] = Counter()
    dropped = 0
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        han, latin, count = line.split("\t")[:3]
        for part, spelled in _parts(han, latin):
            if {exclusion_hash(spelled), exclusion_hash(latin)} & hidden:
                dropped += 1
            elif pair := _pair(part, spelled, longest):
                counts[pair] += int(count)
    return Source(pairs=ordered(counts), dropped=dropped)


def read_groups(path: Path, hidden: frozenset[str], longest: int) -> Source:
    """Lines of spellings of one name in all scripts: ``aaron, aron, 亚伦 => Q7427``.

    Of a name with any Latin spelling on the exclude list, nothing is used. Names with hiragana,
    and those whose characters are a Chinese or Japanese person's, are no transliterations.

    Args:
        path: the file.
        hidden: the exclude list.
        longest: letters in the longest chunk.

    Returns:
        The pairs, and the sets of spellings.
    """

    def names() -> Iterator[tuple[list[str], list[str]]]:
        for line in path.read_text(encoding="utf-8").splitlines():
            forms = [form.strip() for form in line.rpartition(" => ")[0].split(",")]
            if not any(_in_script(form, "HIRAGANA") for form in forms):
                yield [form for form in forms if _is_latin(form)], forms

    return _read_names(names(), hidden, longest, _is_chosen)


def read_places(path: Path, hidden: frozenset[str], longest: int) -> Source:
    """A JSON object of places with ``name``, ``countrycode`` and ``alternatenames``.

    Args:
        path: the file.
        hidden: the exclude list.
        longest: letters in the longest chunk.

    Returns:
        The pairs of places outside the countries that write in characters.
    """

    def names() -> Iterator[tuple[list[str], list[str]]]:
        for place in json.loads(path.read_text(encoding="utf-8")).values():
            if place["countrycode"] not in HAN_COUNTRIES:
                yield [place["name"]], place["alternatenames"]

    return _read_names(names(), hidden, longest, lambda _han, _spellings: False)


def read_dictionary(path: Path, hidden: frozenset[str], longest: int) -> Source:
    """A CSV of ``word`` and ``translation``: an English-Chinese dictionary that marks names.

    Args:
        path: the file.
        hidden: the exclude list.
        longest: letters in the longest chunk.

    Returns:
        The pairs of single words that are marked as names of people or places.
    """
    found: set[tuple[str, str]] = set()
    dropped = 0
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            meaning = row["translation"].replace("\\n", "\n")
            for word, han in _marked(row["word"], meaning):
                pair = _is_latin(word) and _pair(han, word, longest)
                if not pair or SEPARATOR.search(word):
                    continue
                if exclusion_hash(word) in hidden:
                    dropped += 1
                else:
                    found.add(pair)
    return Source(pairs=ordered(Counter(found)), dropped=dropped)


def _marked(word: str, meaning: str) -> Iterator[tuple[str, str]]:
    """Names among the meanings of a word, but for those of people who write in characters."""
    for name, listed in NAME_LIST.findall(meaning):
        for label, han in LISTED_NAME.findall(listed):
            if not HAN_LABELS.search(label):
                yield name, han
    if INFLECTED.search(meaning):
        return
    for label, han in TAGGED_NAME.findall(meaning):
        if not HAN_LABELS.search(label):
            yield word, ORIGIN.split(han)[0]
    for han, label in CALLED_NAME.findall(meaning):
        if not HAN_LABELS.search(label):
            yield word, han


def _read_names(
    names: Iterable[tuple[list[str], list[str]]],
    hidden: frozenset[str],
    longest: int,
    refused: Callable[[str, set[str]], bool],
) -> Source:
    """Pairs of names that each have Latin spellings and forms of which some are Chinese."""
    counts: Counter[tuple[str, str]] = Counter()
    choices: set[tuple[tuple[str, str], ...]] = set()
    dropped = 0
    for latin, forms in names:
        written = [form for form in forms if _is_han(form)]
        if not latin or not written:
            continue
        parts = {spelled for form in latin for spelled in SEPARATOR.split(form)}
        if {exclusion_hash(form) for form in parts.union(latin)} & hidden:
            dropped += 1
            continue
        # A script's variants are one form; so are spellings that differ in marks alone.
        for han in {_simplified(form) for form in written}:
            found = {
                pair
                for form in latin
                if len(SEPARATOR.split(form)) == 1 and (pair := _pair(han, form, longest))
            }
            if found and not refused(han, {spelled for _, spelled in found}):
                counts.update(found)
                choices.add(tuple(sorted(found)))
    several = tuple(sorted(each for each in choices if len(each) > 1))
    return Source(pairs=ordered(counts), choices=several, dropped=dropped)


def _parts(han: str, latin: str) -> Iterable[tuple[str, str]]:
    """Parts of a name with dots, if both sides have as many."""
    left, right = SEPARATOR.split(han.strip()), SEPARATOR.split(latin.strip())
    return zip(left, right, strict=True) if len(left) == len(right) else ()


def _pair(han: str, latin: str, longest: int) -> tuple[str, str] | None:
    """Both sides folded, or nothing if they are no transliteration by their looks."""
    short, letters = _simplified(han), fold_latin(latin)
    fits = _is_han(short) and 2 <= len(letters) <= longest * len(short) <= 70
    return (short, letters) if fits else None


def _is_chosen(han: str, spellings: set[str]) -> bool:
    """Whether a form is the own name of somebody who writes in characters."""
    own = "".join(syllable(char)[1:] for char in han)
    return len(han) == 1 or own in spellings or chinese_bits(han) > 0 or japanese_bits(han) > 0


def _simplified(han: str) -> str:
    return "".join(map(CONVERTER.convert, han))


@cache
def _in_script(text: str, script: str) -> bool:
    return any(script in unicodedata.name(char, "") for char in text)


def _is_han(text: str) -> bool:
    """Kana, digits and Latin letters on the Chinese side are no transliteration."""
    return bool(text) and all(
        unicodedata.name(char, "").startswith("CJK UNIFIED") for char in text
    )


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(char, "") for char in letters)


def ordered(counts: Counter[tuple[str, str]]) -> tuple[Pair, ...]:
    """Counted pairs as `Source` holds them."""
    return tuple((han, latin, n) for (han, latin), n in sorted(counts.items()))
