"""Any string gets a result, and a long one costs no more than its length asks for."""

# ruff: noqa: RUF001
# The look-alikes are the point.

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.linker import compare, compare_pairs, link, normalize, spellings
from namelink.model.kinds import Kind, Verdict
from namelink.model.options import Limits, Options
from namelink.pairing import prepare
from tests.properties.strategies import any_text, names, odd_text

HOSTILE = {
    "empty": "",
    "space": "   ",
    "punctuation": "?!—…·-'\"()",
    "lone surrogate": "\ud800",
    "surrogates between letters": "W\ud800u\udfff",
    "zero width": "\u200b\u200d\ufeff",
    "null": "\x00",
    "one Han character": "吴",
    "one letter": "W",
    "one digit": "7",
    "unassigned": "\u0378\U000e1000",
    "last code point": "\U0010ffff",
    "combining marks only": "\u0301\u0308",
    "right to left": "\u202eгнимгнoY uW",
    "hangul": "김정은",
    "cyrillic": "Мао Цзэдун",
    "emoji": "👩‍👩‍👧 🇨🇳",
    "grows when folded": "ﷺﷺ㍿ẞ",
    "line breaks": "吴泳铭\r\n\tWu",
    "many dots": "····",
    "brackets unclosed": "吴泳铭 (Wu",
    "words beside characters": "п京ñg限h",
}
# Each makes a text of about so many characters.
LONG: dict[str, Callable[[int], str]] = {
    "one character": lambda size: "吴" * size,
    "one word": lambda size: "a" * size,
    "one number": lambda size: "9" * size,
    "words": lambda size: "Wu Yongming " * (size // 12),
    "letters": lambda size: "a " * (size // 2),
    "both scripts": lambda size: "吴 Wu " * (size // 5),
    "scripts touching": lambda size: "吴A" * (size // 2),
    "humps": lambda size: "aB" * (size // 2),
    "apostrophes": lambda size: "a'" * (size // 2),
    "marks": lambda size: "e\u0301" * (size // 2),
    "marks alone": lambda size: "\u0301" * size,
    "mixed marks": lambda size: "\u0301\u0323" * (size // 2),
    "surrogates": lambda size: "\ud800" * size,
    "brackets": lambda size: "(a)" * (size // 3),
    "commas": lambda size: "a," * (size // 2),
    "dots": lambda size: "·" * size,
    "tone numbers": lambda size: "wu2" * (size // 3),
    "nearly tone numbers": lambda size: "wu2" * (size // 3) + "!",
    "syllables": lambda size: "xianxian" * (size // 8),
    "short syllables": lambda size: "aiaoei " * (size // 7),
    "company": lambda size: "中国银行" * (size // 4) + "有限公司",
    "grows when folded": lambda size: "\ufdfa" * (size // 18),
}


@settings(max_examples=200)
@given(any_text() | odd_text(), names())
def test_any_string_gets_a_result(left: str, right: str) -> None:
    found = compare(left, right)
    assert 0.0 <= found.score <= 1.0
    assert isinstance(found.explain(), str)
    assert found.verdict in Verdict


@settings(max_examples=200)
@given(any_text() | odd_text(), st.sampled_from([None, *Kind]))
def test_any_string_is_normalized_and_spelled(raw: str, kind: Kind | None) -> None:
    assert normalize(raw, kind=kind).raw == raw
    assert isinstance(spellings(raw, kind=kind), list)


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_strings_in_every_call(raw: str) -> None:
    others = ["", "吴泳铭", "Wu Yongming", raw]
    singles = [compare(raw, other) for other in others]
    rows = compare_pairs([raw] * len(others), others)
    assert [row.bits for row in rows] == [one.bits for one in singles]
    assert len(link([raw], others, top_k=4, threshold=0.0)) <= len(others)
    assert [row.left_name for row in link([raw], others, unmatched=True)] == [raw]


@pytest.mark.parametrize("raw", ["", "?!", "\ud800", "\u200b"])
def test_what_holds_no_letter_matches_nothing(raw: str) -> None:
    for other in ("吴泳铭", "Wu Yongming", "Bank of China", ""):
        assert compare(raw, other).verdict == "no_match"


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_what_is_aligned_of_a_long_name_is_bounded(make: Callable[[int], str]) -> None:
    options = Options(limits=Limits(atoms=10))
    for form in prepare(make(20_000), Kind.UNKNOWN, options).forms:
        assert len(form.keys) <= 10


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_a_hundred_thousand_characters_get_a_result(make: Callable[[int], str]) -> None:
    text = make(100_000)
    assert compare(text, "Wu Yongming").score <= 1.0


def seconds(call: Callable[[], object]) -> float:
    """Processor time of the better of two calls; other work on the machine cannot shorten it.

    Garbage is collected outside, since that takes time by what other tests left in memory.
    """
    best = float("inf")
    for _ in range(2):
        gc.collect()
        gc.disable()
        try:
            begin = time.process_time()
            call()
            best = min(best, time.process_time() - begin)
        finally:
            gc.enable()
    return best


# Below this the fixed cost of a call hides how time grows, and clocks are coarse.
_FLOOR = 0.02


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
@pytest.mark.parametrize("call", ["normalize", "compare with itself"])
def test_time_grows_about_as_the_length_does(make: Callable[[int], str], call: str) -> None:
    """Ten times the length takes ten times as long; a hundred times would be quadratic."""

    def run(text: str) -> object:
        return normalize(text) if call == "normalize" else compare(text, text)

    short, long = make(4_000), make(40_000)
    run(short)
    assert seconds(lambda: run(long)) < 25 * max(seconds(lambda: run(short)), _FLOOR)
