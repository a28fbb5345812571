"""Cleaning makes alike what looks alike, and tells what it did."""

import pytest

from namelink.text.clean import clean, steps

ONE_DOT = "唐纳德·特朗普"


@pytest.mark.parametrize("dot", "\u00b7\u2022\u2027\u30fb\uff65\u2219\u22c5\u2e31")
def test_every_middle_dot_is_the_one_of_the_standard(dot: str) -> None:
    assert clean(f"唐纳德{dot}特朗普") == ONE_DOT


@pytest.mark.parametrize("apostrophe", "'\u2019\u2018\u02bc\u02bb`\u00b4\u2032\uff07")
def test_every_apostrophe_is_one(apostrophe: str) -> None:
    assert clean(f"Xi{apostrophe}an") == "Xi'an"


@pytest.mark.parametrize("hyphen", "-\u2010\u2011\u2012\u2013\u2212\uff0d\ufe63")
def test_every_hyphen_is_one(hyphen: str) -> None:
    assert clean(f"Wu Yong{hyphen}ming") == "Wu Yong-ming"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ｗｕ　Ｙｏｎｇｍｉｎｇ", "Wu Yongming"),  # noqa: RUF001
        ("  Wu \t Yongming\r\n", "Wu Yongming"),
        ("阿里（中国）", "阿里(中国)"),
        ("Wu\u200bYong\ufeffming", "WuYongming"),
        ("吴\ud800泳铭", "吴泳铭"),
        ("\u202eWu\u202c", "Wu"),
        ("Yo\u030cngmi\u0301ng", "Yǒngmíng"),
        ("㈱", "(株)"),
        ("", ""),
        ("\u3164\u115f", ""),
        ("Case and Áccents stay", "Case and Áccents stay"),
        ("習近平", "習近平"),
    ],
)
def test_examples(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_steps_are_named_in_their_order() -> None:
    assert [action for action, _ in steps("\u200bＷｕ’s  x")] == [  # noqa: RUF001
        "invisible",
        "width",
        "punctuation",
        "space",
    ]
    assert steps("Wu Yongming") == []
