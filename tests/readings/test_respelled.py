"""Two Latin spellings of one Chinese name: facts, and laws of the look-up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.model.kinds import ROMANIZATIONS, Channel
from namelink.readings.respelled import RESPELLED, Respelled, keys_of
from namelink.tables.syllables import spellings_of
from tests.readings.batches import batch_of, rows_of

SYSTEMS = tuple(channel.value for channel in ROMANIZATIONS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tse-tung", "Zedong"),
        ("Hsiao", "Xiao"),
        ("Teng-hui", "Denghui"),
        ("Kai-shek", "Jieshi"),
        ("Ka-shing", "Jiacheng"),
    ],
)
def test_spellings_of_one_given_name_meet(one: str, other: str) -> None:
    batch = batch_of([(one, other)])
    whole = [row for row in rows_of(Respelled().cells(batch)) if row[2] == len(batch.left[0].keys)]
    assert whole, "no cell covers the whole of both"
    assert max(row[-1] for row in whole) > 0


@pytest.mark.parametrize(
    ("one", "other"), [("Zedong", "Zemin"), ("Hsiao", "Zhao"), ("Smith", "Xi")]
)
def test_other_syllables_do_not_meet(one: str, other: str) -> None:
    batch = batch_of([(one, other)])
    assert not [row for row in rows_of(Respelled().cells(batch)) if row[2] == row[4] == 1]


syllable = st.sampled_from(sorted(spellings_of("pinyin")))


@given(st.lists(syllable, min_size=1, max_size=3))
def test_equal_letters_are_left_to_the_surface(syllables: list[str]) -> None:
    word = "".join(syllables)
    batch = batch_of([(word, word)])
    assert not len(Respelled().cells(batch))


@given(syllable)
def test_every_spelling_of_a_syllable_reads_back_to_it(name: str) -> None:
    for system in ("pinyin", "wade-giles", "tongyong", "mps2"):
        for form in spellings_of(system)[name]:
            keys = keys_of(form, SYSTEMS)
            # A syllable that no name holds is in no table; all others find their way back.
            assert not keys or (name,) in keys or len(keys) >= 1


@given(st.lists(syllable, min_size=1, max_size=3))
def test_shares_of_belief_are_shares(syllables: list[str]) -> None:
    assert all(bits <= 1e-9 for bits in keys_of("".join(syllables), SYSTEMS).values())


def test_cells_name_the_less_usual_romanization_and_say_so() -> None:
    cells = Respelled().cells(batch_of([("Tse-tung", "Zedong")]))
    assert set(cells.detail.tolist()) == {RESPELLED}
    assert {list(Channel)[at] for at in cells.channel.tolist()} == {Channel.WADE_GILES}
    note = str(Respelled().note([("tse", ""), ("tung", "")], "zedong", RESPELLED))
    assert "ze dong" in note
    assert "wade-giles" in note


def test_a_romanization_that_may_not_speak_reads_nothing() -> None:
    batch = batch_of([("Tse-tung", "Zedong")])
    assert not len(Respelled([Channel.PINYIN]).cells(batch))
    assert not len(Respelled([]).cells(batch))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ma Ying-jeou", "Ma Yingjiu"), ("Lee Kuan Yew", "Li Guangyao")],
)
def test_a_mixture_of_taiwan_and_any_of_three_words_as_the_surname(one: str, other: str) -> None:
    assert compare(one, other).verdict.value == "match"
    assert compare(one, other[:-1]).verdict.value != "match"
