"""What the dictionary's entries are rendered by, and how they compare."""

import pytest

from namelink.readings.dictionary import rendered
from namelink.readings.engines import glosses
from namelink.tables.synonyms import WAYS, synonyms
from namelink.tables.words import stem


def test_shares_are_probabilities_and_fall() -> None:
    for word in ("魔法", "城市", "火", "冒险", "银行"):
        shares = list(rendered(word).values())
        assert shares == sorted(shares, reverse=True)
        assert all(0 < share <= 1 for share in shares)


@pytest.mark.parametrize("word", ["城市", "骑士", "银行"])
def test_the_first_gloss_is_the_most_probable(word: str) -> None:
    first = glosses(word[0])[word].split("/")[0].split(";")[0].split(",")[0].strip()
    assert next(iter(rendered(word))) == (stem(first),)


def test_words_of_a_gloss_are_less_probable_than_one_of_their_own() -> None:
    # CC-CEDICT: 曲棍球 is field hockey, 排球 is volleyball.
    assert rendered("曲棍球")["hockey",] < rendered("排球")["volleybal",]


def test_an_entry_that_refers_to_another_has_its_glosses() -> None:
    # CC-CEDICT: 縂 is a variant of 总, which is glossed.
    referring = "縂"
    assert glosses(referring)[referring].startswith("variant of")
    assert set(rendered("总")) & set(rendered(referring))


def test_a_word_near_to_a_gloss_counts_little() -> None:
    shares = rendered("碎块")
    assert stem("shard") in synonyms(stem("fragment"))["same"]
    assert 0 < shares[stem("shard"),] < shares[stem("fragment"),] / 10


def test_a_word_of_no_dictionary_has_no_rendering() -> None:
    assert rendered("囧囧囧囧") == {}
    assert rendered("") == {}


def test_no_word_is_its_own_synonym() -> None:
    for word in ("fragment", "demon", "shadow", "rain", "magic"):
        for way, others in synonyms(stem(word)).items():
            assert way in WAYS
            assert stem(word) not in others
            assert len(set(others)) == len(others)
    assert synonyms("qwxz") == {}
