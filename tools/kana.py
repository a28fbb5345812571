"""Katakana to the letters of Hepburn, with long vowels spelled as kana spell them.

>>> morae("シンゾウ"), morae("ハットリ"), morae("リョウコ")
(('shi', 'n', 'zo', 'u'), ('ha', 't', 'to', 'ri'), ('ryo', 'u', 'ko'))
"""

from __future__ import annotations

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ",
    "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_OWN = {
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヰ": "i", "ヱ": "e", "ヲ": "o", "ン": "n",
    "ヴ": "vu",
}  # fmt: skip
_KANA = {
    kana: initial + vowel
    for initial, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
} | _OWN
_SMALL = {
    "ャ": "ya",
    "ュ": "yu",
    "ョ": "yo",
    "ァ": "a",
    "ィ": "i",
    "ゥ": "u",
    "ェ": "e",
    "ォ": "o",
}


def morae(kana: str) -> tuple[str, ...]:
    """Morae of a word in katakana, in Hepburn.

    Args:
        kana: katakana.

    Returns:
        A mora each; the first half of a doubled consonant and the lengthening of a vowel are
        morae of their own. Empty for what is no plain katakana.
    """
    found: list[str] = []
    for at, char in enumerate(kana):
        if char in _SMALL and found and found[-1][-1:] in ("i", "u", "e", "o"):
            found[-1] = _glided(found[-1], _SMALL[char])
        elif char == "ー" and found:
            found.append(found[-1][-1])
        elif char == "ッ":
            following = _KANA.get(kana[at + 1 : at + 2], "")
            # Hepburn doubles ch as tch.
            found.append({"c": "t"}.get(following[:1], following[:1]) or "tsu")
        elif char in _KANA:
            found.append(_KANA[char])
        else:
            return ()
    return tuple(found)


def _glided(mora: str, glide: str) -> str:
    if mora in ("shi", "chi", "ji"):
        return mora[:-1] + glide[-1]
    return mora[:-1] + glide
