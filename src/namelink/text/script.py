"""Which script a character or a text is in.

>>> script_of("吴泳铭"), script_of("Wu Yongming"), script_of("阿里AI")
(<Script.HAN: 'han'>, <Script.LATIN: 'latin'>, <Script.MIXED: 'mixed'>)
"""

import re

from namelink.model.kinds import Script

# Unified ideographs with all extensions to date, compatibility ideographs, and the iteration mark
# and the number zero, which are written inside names (佐々木, 二〇一九).
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f"
    "\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff"
)

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(f"[{LATIN}]")
_OTHER = re.compile(r"[^\W\d_]")


def is_han(char: str) -> bool:
    """Whether a character is a Han ideograph.

    Args:
        char: one character.

    Returns:
        True for ideographs of every extension.
    """
    return _HAN.match(char) is not None


def script_of(text: str) -> Script:
    """The script of a text, by its letters.

    Args:
        text: any string.

    Returns:
        `Script.MIXED` when it holds both Han and Latin, `Script.NONE` when it holds no letter.
    """
    han, latin = _HAN.search(text), _LATIN.search(text)
    if han:
        return Script.MIXED if latin else Script.HAN
    if latin:
        return Script.LATIN
    return Script.OTHER if _OTHER.search(text) else Script.NONE
