"""Scripts of characters and texts."""

import unicodedata

import pytest

from namelink.model.kinds import Script
from namelink.text.script import is_han, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("吴泳铭", Script.HAN),
        ("Wu", Script.LATIN),
        ("Łódź", Script.LATIN),
        ("阿里AI", Script.MIXED),
        ("Жуков", Script.OTHER),
        ("김", Script.OTHER),
        ("123", Script.NONE),
        ("?!", Script.NONE),
        ("", Script.NONE),
        ("\ud800", Script.NONE),
        ("7吴", Script.HAN),
        ("𠮷", Script.HAN),
        ("吴 Ж", Script.HAN),
    ],
)
def test_script_of(text: str, script: Script) -> None:
    assert script_of(text) is script


def test_is_han_agrees_with_the_names_that_unicode_gives() -> None:
    for code in range(0x3000, 0x31400):
        char = chr(code)
        title = unicodedata.name(char, "")
        if title.startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")):
            assert is_han(char), hex(code)
        elif title and code not in (0x3005, 0x3007):
            assert not is_han(char), hex(code)
