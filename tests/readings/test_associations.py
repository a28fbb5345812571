"""English words near to Chinese ones: what the table holds, and what it is worth."""

import pytest

import namelink as nl
from namelink.readings.lexicon import associated, translations
from namelink.tables.associations import associated_words, associations
from namelink.tables.loader import columns_and_lines
from namelink.tables.words import stem

FIRST = [line[0] for line in columns_and_lines("associations")[1]]
WORDS = [first + rest for first in FIRST for rest in associated_words(first)]


def test_words_are_of_one_to_three_characters_with_their_stems_once() -> None:
    assert len(WORDS) == len(set(WORDS)) > 10_000
    for word in WORDS:
        near = [each for level in associations(word) for each in level]
        assert len(word) <= 3
        assert near
        assert len(near) == len(set(near))
        assert all(each.isascii() and each.isalpha() for each in near)


def test_what_is_near_is_no_gloss_and_nearer_counts_more() -> None:
    for word in WORDS[::50]:
        given = {option.words: option.share for option in translations(word)}
        for option in associated(word):
            assert given.get(option.words, 0.0) < option.share < 0.5
        fresh = [option.share for option in associated(word) if option.words not in given]
        assert fresh == sorted(fresh, reverse=True)


def test_a_hint_of_the_dictionary_is_worth_more_with_the_encoders() -> None:
    hinted: list[float] = []
    fresh: list[float] = []
    for word in WORDS:
        given = {option.words for option in translations(word)}
        for option in associated(word):
            (hinted if option.words in given else fresh).append(option.share)
    assert len(hinted) > 100
    assert sum(hinted) / len(hinted) > sum(fresh) / len(fresh)


@pytest.mark.parametrize("word", ["", "囧囧", "x", "很长很长的词"])
def test_words_that_the_table_has_not_are_near_to_nothing(word: str) -> None:
    assert associated(word) == ()


@pytest.mark.parametrize(
    ("han", "english"), [("篮", "basketball"), ("健", "health"), ("仇", "revenge")]
)
def test_senses_that_the_dictionary_does_not_gloss(han: str, english: str) -> None:
    assert (stem(english),) in {option.words for option in associated(han)}


@pytest.mark.parametrize(
    ("han", "right", "wrong"),
    [
        ("女篮高手", "Basketball Girl", "Football Girl"),
        ("复仇之夜", "Night of Revenge", "Night of Music"),
        ("魔术师之城", "City of the Wizard", "City of the Pilot"),
    ],
)
def test_a_near_word_tells_a_name_from_another(han: str, right: str, wrong: str) -> None:
    near, far = (nl.compare(han, name, kind="work") for name in (right, wrong))
    assert near.bits > far.bits + 1
