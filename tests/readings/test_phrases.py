"""Phrases of English names: what is passed over is wanted by nothing."""

from hypothesis import given
from hypothesis import strategies as st

from namelink.readings.phrases import Begun, families, phrases, solid_words
from namelink.tables.roots import root
from tests.readings.batches import form

WORDS = (
    "bank of the commercial hldgs commerce intl livin xtreme wolves political science law "
    "neusoft happyhorse petrochemical 21 CO"
).split()
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


def _met(found: list[tuple[int, int, str, float]], keys: set[str]) -> list[tuple[object, ...]]:
    return [
        (start, size, key, bits - loss)
        for start, size, words, bits in found
        for key, loss in families(words)
        if key in keys
    ]


@given(names, st.data())
def test_looking_for_keys_finds_what_is_theirs_among_all_phrases(
    name: str, data: st.DataObject
) -> None:
    own = form(name)
    every = phrases(own)
    able = sorted({key for _, _, words, _ in every for key, _ in families(words)} | {"bank sea"})
    keys = data.draw(st.sets(st.sampled_from(able)))
    assert _met(phrases(own, Begun(keys)), keys) == _met(every, keys)


@given(names)
def test_phrases_are_runs_of_words_that_stand_in_the_name(name: str) -> None:
    own = form(name)
    for start, size, words, _ in phrases(own):
        assert 0 <= start < start + size <= len(own.keys)
        assert "" not in words.split(" ")
        assert families(words)[-1][0] == " ".join(map(root, words.split()))


def test_words_that_were_cut_are_whole_again() -> None:
    assert [word for *_, word in solid_words(form("Neusoft Bank 21"))] == ["neusoft", "bank"]
