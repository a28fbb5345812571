"""Stems of English words are those of the algorithm, whether it was asked or not."""

from collections.abc import Callable

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.loader import rows
from namelink.tables.words import stem

# Every ending that a rule of the algorithm names, and some that none does.
_ENDINGS = (
    "'s s ied ies sses us ss ed eed ing edly eedly ingly y anci enci ogi li bli abli alli fulli "
    "lessli ousli entli aliti biliti iviti tional ational alism ation ization izer ator iveness "
    "fulness ousness ogist icate ative alize iciti ical ful ness ic ance ence able ible ate ive "
    "ize iti al ism ion er ous ant ent ment ement e l ng ia iu eh ok ap un"
).split()


@pytest.fixture(scope="module")
def algorithm() -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem_word


def test_words_of_the_tables_have_their_stems(algorithm: Callable[[str], str]) -> None:
    words = {row["name"] for row in rows("given_names_en")} | {
        row["short"] for row in rows("nicknames")
    }
    plain = [word for word in words if word.isascii() and word.isalpha() and len(word) > 2]
    assert len(plain) > 500
    assert {word: stem(word) for word in plain} == {word: algorithm(word) for word in plain}


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=6), st.sampled_from(_ENDINGS))
def test_made_words_have_their_stems(
    algorithm: Callable[[str], str], begin: str, ending: str
) -> None:
    word = begin + ending
    plain = word.isalpha() and len(word) > 2
    assert stem(word) == (algorithm(word) if plain else word)
