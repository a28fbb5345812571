"""Numbered strings and the bound of the search of spans against plain rules."""

from string import ascii_lowercase

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.readings.decoding import Decoder
from namelink.readings.foreign_sounds import ForeignSounds
from namelink.readings.numbered import Numbered, letter_codes

letters = st.text("abcn", min_size=1, max_size=4)


@given(st.lists(letters, unique=True), st.integers(1, 8), st.data())
def test_every_numbered_string_is_found_wherever_it_stands(
    strings: list[str], size: int, data: st.DataObject
) -> None:
    word = st.text("abcnz", min_size=size, max_size=size)
    words = data.draw(st.lists(word, min_size=1, max_size=4))
    found = Numbered(strings).walk(letter_codes(words), 4)
    assert found.shape == (min(4, size) + 1, size + 1, len(words))
    for row, text in enumerate(words):
        for place in range(size + 1):
            for taken in range(5):
                piece = text[place : place + taken]
                expected = strings.index(piece) + 1 if piece in strings else 0
                if len(piece) == taken:
                    assert found[taken, place + taken, row] == expected


@settings(max_examples=60)
@given(
    st.lists(st.text("特朗普斯约翰尔龘", min_size=1, max_size=6), min_size=1, max_size=4),
    st.integers(2, 9),
    st.data(),
)
def test_what_may_tell_enough_tells_as_much_as_if_all_is_asked(
    names: list[str], size: int, data: st.DataObject
) -> None:
    word = st.text(ascii_lowercase, min_size=size, max_size=size)
    words = data.draw(st.lists(word, min_size=1, max_size=4))
    chars = sorted(set("".join(names)))
    rows = np.zeros((len(names), 6), dtype=np.int32)
    for at, name in enumerate(names):
        rows[at, : len(name)] = [chars.index(char) + 1 for char in name]
    decoder = Decoder(ForeignSounds(), chars, (rows, np.zeros_like(rows)), [words])
    cut = decoder.words[0]
    # So many rows that what may tell enough is looked for.
    form, which = np.divmod(np.arange(64 * len(names) * len(words)) // 64, len(words))
    form = form.astype(np.int32)
    bits = decoder.bits(form, cut, which, -np.inf)
    few = decoder.bits(form, cut, which, 1.0)
    assert np.array_equal(few[bits > 1.01], bits[bits > 1.01])
    assert np.all(few <= bits)


@settings(max_examples=40)
@given(st.lists(st.text(ascii_lowercase, min_size=2, max_size=9), min_size=1, max_size=4))
def test_words_of_several_lengths_are_searched_together_as_alone(words: list[str]) -> None:
    chars = ["特", "朗", "普"]
    rows = np.array([[1, 2, 3]], dtype=np.int32)
    form = np.zeros(1, dtype=np.int32)
    together = Decoder(ForeignSounds(), chars, (rows, np.zeros_like(rows)), [words])
    for at, word in enumerate(words):
        alone = Decoder(ForeignSounds(), chars, (rows, np.zeros_like(rows)), [[word]])
        own = together.beginnings(form, together.words[0], np.array([at]))
        expected = alone.beginnings(form, alone.words[0], np.array([0]))
        assert np.array_equal(own[..., : len(word) + 1], expected)
        assert np.all(own[..., len(word) + 1 :] == -np.inf)
