"""Renderings by two dictionaries: what the table holds, and what it is worth."""

import pytest

import namelink as nl
from namelink.readings.dictionary import rendered
from namelink.readings.lexicon import is_known, translations
from namelink.readings.renderings import weighed
from namelink.tables.lexicon import PARTICLES, english_of
from namelink.tables.loader import columns_and_lines
from namelink.tables.renderings import renderings
from namelink.tables.words import stem

ROWS = columns_and_lines("renderings")[1]
WORDS = [first + word.partition(":")[0] for first, row in ROWS for word in row.split("|")]


def test_words_have_up_to_five_characters_and_each_stem_once() -> None:
    assert len(WORDS) == len(set(WORDS)) > 50_000
    for word in WORDS:
        stems = [each for level in renderings(word) for each in level]
        assert 1 <= len(word) <= 5
        assert 0 < len(stems) == len(set(stems))
        assert all(each.isascii() and each.isalpha() for each in stems)


@pytest.mark.parametrize("word", ["", "囧囧", "x", "很长很长的词", "\ud800"])
def test_words_that_the_table_has_not_render_nothing(word: str) -> None:
    assert renderings(word) == ()


def test_the_first_rendering_of_every_word_is_a_translation() -> None:
    for word in WORDS[::40]:
        assert is_known(word)
        shares = {option.words: option.share for option in translations(word)}
        assert all(0 < share <= 1 for share in shares.values())
        # Behind empty levels stands what tells next to nothing, which is not looked up.
        best = renderings(word)[0]
        assert word in PARTICLES or {(each,) for each in best} <= shares.keys()


def test_what_both_dictionaries_say_counts_more_than_what_one_says() -> None:
    for word in WORDS[::40]:
        glossed = {words: share for words, share in rendered(word).items() if share >= 0.1}
        alone = weighed(word, {("zzz",): 0.3})
        for stems in renderings(word):
            for each in stems:
                if (each,) in glossed:
                    assert weighed(word, glossed)[(each,)] > alone.get((each,), 0.0)


def test_a_gloss_that_is_not_seconded_counts_no_more_than_before() -> None:
    for word in [each for each in WORDS[::40] if each not in english_of()]:
        seconded = {each for level in renderings(word) for each in level}
        for words, share in rendered(word).items():
            if words[0] not in seconded:
                assert weighed(word, rendered(word))[words] <= share


def test_later_levels_count_less() -> None:
    for word in WORDS[::40]:
        shares = weighed(word, {})
        firsts = [shares.get((level[0],), 0.0) for level in renderings(word) if level]
        assert firsts == sorted(firsts, reverse=True)


@pytest.mark.parametrize(
    ("han", "english"), [("典狱官", "warden"), ("传令官", "herald"), ("男巫士", "sorcerer")]
)
def test_words_that_the_other_dictionary_does_not_render_so(han: str, english: str) -> None:
    assert (stem(english),) not in rendered(han)
    assert (stem(english),) in {option.words for option in translations(han)}


def test_joining_characters_mean_nothing_and_are_not_missed() -> None:
    assert not translations("的")
    assert not translations("之")
    plain, joined = (nl.compare(han, "Rabbit Lantern", kind="work") for han in ("兔灯", "兔之灯"))
    assert plain.bits - joined.bits < 1
    # What is at the end is no joint: 无为之.
    assert nl.compare("兔灯之", "Rabbit Lantern", kind="work").bits < joined.bits
