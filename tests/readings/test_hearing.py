"""Finding foreign names by ear, against trying every word with every cut."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.model.kinds import Kind
from namelink.readings.engines import pinyin_readings
from namelink.readings.hearing import (
    Hearing,
    heard_in,
    run_prefixes,
    runs_of,
    word_prefixes,
    words_of,
)
from namelink.tables.chunks import foreign_background, known_chunks
from tests.readings.batches import form
from tests.tables.backoff import bits_of

WORDS = (
    "trump", "johnson", "clinton", "biden", "george", "martin", "martinez", "smith", "lang",
    "flecker", "becker", "rossi", "moscow", "johnston", "jonson",
)  # fmt: skip
RUNS = ("特朗普", "约翰逊", "克林顿", "拜登", "乔治", "马丁", "马丁内斯", "史密斯", "朗", "罗西")
NEVER = float("-inf")
KNOWN = frozenset(known_chunks())
LEAST = -13.0
_HEARD = heard_in(form(word, Kind.PERSON) for word in (*WORDS, *RUNS))
HEARING = Hearing(word_prefixes(_HEARD[0]), run_prefixes(_HEARD[1]))


@cache
def explained(chars: str, letters: str) -> float:
    """Most bits with which the characters spell the letters by chunks that are worth trying."""
    if not chars:
        return 0.0 if not letters else NEVER
    said = pinyin_readings(chars[0])[0][0]
    best = NEVER
    for size in range(min(7, len(letters)) + 1):
        own = bits_of(chars[0], said, letters[:size])
        if letters[:size] in KNOWN and own > LEAST:
            best = max(best, own + explained(chars[1:], letters[size:]))
    return best


@settings(max_examples=40, deadline=None)
@given(st.text("特朗普斯约翰逊克林顿拜登乔治马丁罗西内", min_size=1, max_size=4))
def test_words_heard_in_a_whole_run_are_those_of_trying_each(chars: str) -> None:
    found = HEARING.whole(chars)
    for word in WORDS:
        best = explained(chars, word) + foreign_background(word)
        if best >= 4.001:
            assert found[word] == pytest.approx(best, abs=1e-2)
        elif best < 3.999:
            assert word not in found


@settings(max_examples=60, deadline=None)
@given(st.text("特朗普斯约翰逊克林顿拜登乔治马丁罗西内", min_size=2, max_size=4))
def test_words_heard_are_those_of_trying_each(chars: str) -> None:
    found = HEARING.words(chars)
    for word in WORDS:
        spans = [
            chars[start:end]
            for start in range(len(chars) - 1)
            for end in range(start + 2, len(chars) + 1)
        ]
        best = max(explained(span, word) for span in spans) + foreign_background(word)
        if best >= 4.001:
            assert found[word] == pytest.approx(best, abs=1e-3)
        else:
            assert found.get(word, 4.0) <= 4.001


@pytest.mark.parametrize("at", range(len(RUNS)))
def test_it_works_both_ways(at: int) -> None:
    run = RUNS[at]
    for word, bits in HEARING.words(run).items():
        # A part of a longer run may be heard in it; back, runs are compared whole.
        back = HEARING.runs(word)
        assert max(back.values(), default=0.0) <= bits + 1e-3 or run not in back
        if run in back:
            assert back[run] <= bits + 1e-3


@pytest.mark.parametrize(
    ("run", "word"), [("特朗普", "trump"), ("约翰逊", "johnson"), ("马丁", "martin")]
)
def test_well_known_names_are_heard_best(run: str, word: str) -> None:
    forth, back = HEARING.words(run), HEARING.runs(word)
    assert max(forth, key=forth.__getitem__) == word
    assert max(back, key=back.__getitem__) == run
    assert forth[word] == pytest.approx(back[run], abs=1e-3)


def test_nothing_is_heard_among_no_names() -> None:
    nothing = Hearing(word_prefixes([]), run_prefixes([]))
    assert nothing.words("特朗普") == nothing.runs("trump") == {}


def test_what_is_asked_of_a_name() -> None:
    assert set(words_of(form("Los Angeles", Kind.PLACE))) == {"los", "angeles", "losangeles"}
    assert runs_of(form("唐纳德·特朗普", Kind.PERSON)) == ("唐纳德", "特朗普")
    # The people of countries that write in characters are found by their readings.
    assert runs_of(form("沈志勤", Kind.PERSON)) == ()
