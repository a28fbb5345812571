"""Labels inside a gloss: "Chinese: 汉字", "英文名：Name", "简称ABC", "also known as Name".

A label is the author's own word for what follows, so it weighs more than any shape.

>>> read_label("simplified Chinese: 长白山")
(<Label.HAN: 'han'>, 20)
>>> read_label("又称GIMPS"), read_label("通义实验室")
((<Label.ALIAS: 'alias'>, 2), (<Label.NONE: 'none'>, 0))
"""

import re
from enum import StrEnum

from namelink.text.script import HAN


class Label(StrEnum):
    """What an author says that an item of a gloss is."""

    NONE = "none"
    HAN = "han"
    LATIN = "latin"
    SOUND = "sound"
    ALIAS = "alias"
    OTHER = "other"


def _either(words: str) -> str:
    """A group of alternatives, written one to a word; ``_`` stands for space in the text."""
    return "(?:" + "|".join(words.replace("_", r"\s+").split()) + ")"


# What ends a label: a colon always does. A label in English may also end in space, when a name
# and not a clause follows; a label in Chinese may touch its name.
_COLON = r"\s*[:：]\s*"
_THEN_CAPITAL = r"(?-i:(?=[A-ZÀ-Þ]))"
_THEN_NO_WORD = r"(?-i:(?![a-z]))"
_IS = r"[为為是叫作]\s*"

_NAME = r"(?:\s+(?:name|title|characters?))?"
_CHINESE = _either("chinese mandarin cantonese hanzi kanji")
_VARIANT = _either("simplified traditional")
_ZH_CHINESE = _either("中文 [简簡繁][体體](?:中文)? [汉漢][语語字] [华華][语語文]")
_ZH_LANGUAGE = _either("[英法德俄外葡西][语語文]? 西班牙[语語文] 意大利[语語文] 拉丁[语語文]?")
_ZH_NAME = _either("原?名[称稱字]? 全[称稱名]")
_ZH_ORIGINAL = _either("原名 原文 全[称稱名] 本名 [学學]名 外文名?")
_ZH_ALSO = _either(
    "[简簡][称稱写寫] [缩縮][写寫] [又亦也旧舊俗别別或][称稱名译譯作叫] 曾用名 即 或"
)
_SOUND = _either("pinyin wade[-–]giles jyutping yale romanization romanized(?:_as)?")
_KNOWN = _either("also formerly previously better commonly") + r"\s+"
_CALLED = _either("known_as called spelled written named") + r"\s+"
_BEFORE = _either("formerly previously originally now née also") + r"\s+"
_SHORT = _either(r"known_as [af]\.?k\.?a\.? or abbreviated(?:_as|_to)? short_for") + r"\s+"
_OTHER = _either(
    r"""lit(?:erally)?\.? literal_translation meaning born died ipa pronounced pronunciation ticker
    stock_code nasdaq nyse hkex sehk sse szse korean vietnamese"""
)
_ZH_OTHER = _either("日[语語文] [韩韓][语語文] [音意][译譯] (?:股票)?代[码碼号號] [编編][号號]")

_PATTERNS = (
    (Label.HAN, rf"(?:{_CHINESE}\s+)?(?:{_VARIANT}|japanese){_COLON}"),
    (Label.HAN, rf"(?:in\s+)?(?:{_VARIANT}\s+)?{_CHINESE}{_NAME}(?:{_COLON}|\s+{_THEN_NO_WORD})"),
    (Label.HAN, rf"{_ZH_CHINESE}(?:{_ZH_NAME}|名)?(?:{_COLON}|{_IS}|\s+)"),
    (Label.LATIN, rf"(?:in\s+)?english{_NAME}(?:{_COLON}|\s+{_THEN_CAPITAL})"),
    (Label.LATIN, rf"{_ZH_LANGUAGE}{_ZH_NAME}?(?:{_COLON}|(?:{_IS})?\s*{_THEN_CAPITAL})"),
    (Label.LATIN, rf"(?![日韩韓朝])[{HAN}]{{1,5}}[语語文]{_COLON}"),
    (Label.LATIN, rf"{_ZH_ORIGINAL}(?:{_COLON}|(?:{_IS})?\s*{_THEN_CAPITAL})"),
    (Label.SOUND, rf"(?:hanyu\s+)?{_SOUND}(?:{_COLON}|\s+)|(?:[汉漢][语語])?拼音{_COLON}"),
    (Label.ALIAS, rf"{_KNOWN}{_CALLED}|{_SHORT}|{_BEFORE}{_THEN_CAPITAL}"),
    (Label.ALIAS, r"(?:hereinafter|the)\s+(?=[“\"])"),
    (Label.ALIAS, rf"(?:abbr(?:eviation)?\.?|acronym|alias(?:es)?){_COLON}"),
    (Label.ALIAS, rf"(?:以下|英文|一般)?{_ZH_ALSO}(?:{_COLON}|{_IS}|\s*)"),
    (Label.OTHER, rf"{_OTHER}(?:{_COLON}|\s+)|{_ZH_OTHER}(?:{_COLON})?"),
)
_LABELS = tuple((label, re.compile(pattern, re.IGNORECASE)) for label, pattern in _PATTERNS)
# A short word and a colon that is no label of ours: the item is about something else (编曲：某人).
_FOREIGN = re.compile(r"[^\s:：]{1,16}(?:\s[^\s:：]{1,16})?[:：]\s*")

# A title and its subtitle, both with a capital: that colon belongs to the name.
_SUBTITLE = re.compile(rf"[A-ZÀ-Þ][^:：{HAN}]*: [A-ZÀ-Þ][^:：{HAN}]*\s[^:：{HAN}]*")


def read_label(item: str) -> tuple[Label, int]:
    """Read the label at the head of an item.

    Args:
        item: an item of a bracket, trimmed.

    Returns:
        The label and the length of its text, 0 for none.
    """
    for label, pattern in _LABELS:
        hit = pattern.match(item)
        if hit is not None and hit.end() > 0:
            return label, hit.end()
    foreign = _FOREIGN.match(item)
    if foreign is not None and not _SUBTITLE.fullmatch(item):
        return Label.OTHER, foreign.end()
    return Label.NONE, 0
