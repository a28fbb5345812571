"""What a piece of text looks like: a Han or Latin name, an acronym, a common term, a remark.

>>> [latin_shape(text) for text in ("Tongyi Lab", "ATH", "data fingerprint", "19 m³")]
[<Shape.NAME: 'name'>, <Shape.ACRONYM: 'acronym'>, <Shape.TERM: 'term'>, <Shape.REMARK: 'remark'>]
>>> han_shape("通义实验室"), han_shape("1904年")
(<Shape.HAN: 'han'>, <Shape.REMARK: 'remark'>)
"""

import re
from enum import StrEnum

from namelink.extraction.words import (
    CONNECTORS,
    FORMATS,
    HAN_CONJUNCTIONS,
    HAN_REMARK_STARTS,
    HAN_REMARKS,
    LATIN_REMARKS,
)
from namelink.text.script import HAN, LATIN

MAX_LATIN = 120
MAX_WORDS = 16
MAX_HAN = 32

HAN_CHAR = re.compile(f"[{HAN}]")
LATIN_CHAR = re.compile(f"[{LATIN}]")
# A word of a Latin name: letters and digits, with the marks that stand inside words.
WORD = re.compile(rf"[{LATIN}\d](?:[{LATIN}\d]|['’.&+\-–·_@](?=[{LATIN}\d]))*")
_KANA_HANGUL = re.compile("[\u3041-\u30ff\u31f0-\u31ff\u1100-\u11ff\uac00-\ud7af]")
_LATIN_ALLOWED = re.compile(rf"[{LATIN}\d\s'’‘\"“”.,&+\-–—:!?·/()（）#*]*")
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9][A-Z0-9&.\-]{1,9}")
_HAN_STOP = re.compile(r"[。！？；;:：=<>\\{}@%~～#$]|\d+(?:年|月|日|岁|歲|世纪)")
_NUMBERED = re.compile(r"[第约約]?[\d.,\s]+[^\W\d]{0,3}")
# "4 HP", "3.5 GB": a number and its unit.
_MEASURE = re.compile(r"\d[\d.,]*\s[A-Za-z]{1,4}")
# A part of a document: "Part II", "Article 142".
_DOCUMENT_PART = re.compile(
    r"(?:Part|Chapter|Article|Section|Figure|Table|Appendix|Annex|Volume|Episode|Lesson)s?\s(?:[\dIVX–-]+|[A-Z])"
)
# "09618.HK", "TME.US": the code of a share.
_TICKER = re.compile(r"[A-Z\d]{2,6}\.[A-Z]{2}")
# "半价 for students": a clause in English around Chinese words.
_MIXED_CLAUSE = re.compile(r"\s[a-z]{2,}(?:\s|\Z)")
_CITATION = re.compile(
    rf"[A-Z][{LATIN}'’\-]+(?:\s(?:and|&)\s[A-Z][{LATIN}'’\-]+)?(?:\set\sal\.?)?,?\s(?:19|20)\d\d[a-z]?(?=[;,；，]|$)"
)
_NOT_PROSE = re.compile(r"://|www\.|`|[{}=<>]|->|\)\s*\{|@\w")


class Shape(StrEnum):
    """What a piece of text looks like."""

    HAN = "han"
    NAME = "name"
    ACRONYM = "acronym"
    TERM = "term"
    REMARK = "remark"


def has_han(text: str) -> bool:
    """Whether a text holds a Han character."""
    return HAN_CHAR.search(text) is not None


def has_latin(text: str) -> bool:
    """Whether a text holds a Latin letter."""
    return LATIN_CHAR.search(text) is not None


def is_prose(content: str) -> bool:
    """Whether the content of a bracket may hold names: no code, no address.

    >>> is_prose("Chinese: 张迪"), is_prose("f(x) = 1"), is_prose("https://example.org")
    (True, False, False)
    """
    return not _NOT_PROSE.search(content)


def is_citation(content: str) -> bool:
    """Whether the content of a bracket cites a publication by its authors and year.

    >>> is_citation("Smith et al., 2019"), is_citation("Blade Runner 2049, Denis Villeneuve")
    (True, False)
    """
    return _CITATION.match(content.strip()) is not None


def shape_of(text: str) -> Shape:
    """The shape of an item by its script."""
    return han_shape(text) if has_han(text) else latin_shape(text)


def capital(word: str) -> bool:
    """Whether a word is written like a part of a name: a capital in it, or a digit at its head.

    >>> [capital(word) for word in ("Wu", "iFlytek", "3M", "lab")]
    [True, True, True, False]
    """
    return word[:1].isdigit() or any(char.isupper() for char in word)


def latin_shape(text: str) -> Shape:
    """The shape of an item without Han characters.

    Args:
        text: the item.

    Returns:
        Acronym, name, term or remark.
    """
    words = WORD.findall(text[: MAX_LATIN + 1])
    if _no_latin_name(text, words):
        return Shape.REMARK
    if len(words) == 1 and _ACRONYM.fullmatch(words[0]):
        return Shape.REMARK if words[0] in FORMATS else Shape.ACRONYM
    content = [word for word in words if word not in CONNECTORS]
    if not any(char.isupper() for word in content for char in word):
        return Shape.TERM
    return Shape.NAME if all(capital(word) for word in content) else Shape.TERM


def _no_latin_name(text: str, words: list[str]) -> bool:
    """Whether a Latin text cannot be a name: by its length, its characters or a word in it."""
    if len(text) > MAX_LATIN or not has_latin(text) or not _LATIN_ALLOWED.fullmatch(text):
        return True
    if not words or len(words) > MAX_WORDS or len(text) == 1:
        return True
    if _MEASURE.fullmatch(text) or _TICKER.fullmatch(text) or _DOCUMENT_PART.fullmatch(text):
        return True
    return _remark_words(words)


def _remark_words(words: list[str]) -> bool:
    # A capitalized "May" or "March" may open a name; a remark has its word in lower case or
    # beside a number.
    number = any(word[0].isdigit() for word in words)
    return any(
        word in LATIN_REMARKS or (number and word.casefold() in {*LATIN_REMARKS, "may"})
        for word in words
    )


def han_shape(text: str) -> Shape:
    """The shape of an item that holds Han characters, perhaps beside Latin ones.

    Args:
        text: the item.

    Returns:
        Han or remark.
    """
    bare = "".join(text.split())
    han = len(HAN_CHAR.findall(bare))
    too_long = han > MAX_HAN or len(bare) > 2 * MAX_HAN
    if too_long or _KANA_HANGUL.search(bare) or _HAN_STOP.search(bare):
        return Shape.REMARK
    if _MIXED_CLAUSE.search(text):
        return Shape.REMARK
    if bare in HAN_REMARKS or bare.startswith(HAN_REMARK_STARTS):
        return Shape.REMARK
    # "Data Domain 和 Service Now" is a Latin list with a Chinese conjunction.
    if has_latin(bare) and all(char in HAN_CONJUNCTIONS for char in HAN_CHAR.findall(bare)):
        return Shape.REMARK
    return Shape.REMARK if _NUMBERED.fullmatch(bare) else Shape.HAN
