"""The reader of the transliteration table against the plain rule, its builder's and laws."""

import math
from itertools import product
from string import ascii_lowercase

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.chunk_rest import Rest
from namelink.tables.chunks import (
    background,
    emissions,
    foreign_background,
    is_sound,
    known_chunks,
    piece_emissions,
    pieces,
    rows_of,
)
from namelink.tables.dialects import jyutping
from tests.tables.backoff import bits_of, file_rows, onset_and_rime
from tools import build_chunks as tool
from tools.chunk_pairs import syllable

# Characters with rows of their own, and some without, whose sound has to do.
KEYS = [
    ("特", "te"), ("朗", "lang"), ("普", "pu"), ("斯", "si"), ("约", "yue"), ("翰", "han"),
    ("埃", "ai"), ("尔", "er"), ("舒", "shu"), ("茨", "ci"), ("齉", "nang"), ("龘", "da"),
    ("鏊", "ao"), ("绿", "lv"), ("〇", ""),
]  # fmt: skip
strings = st.text(ascii_lowercase, max_size=7) | st.sampled_from(
    ["", "tr", "um", "ump", "john", "son", "s", "sch", "str", "x", "eau", "zzzzzzz"]
)


@given(st.lists(st.sampled_from(KEYS), min_size=1, max_size=6), st.lists(strings, max_size=8))
def test_emissions_follow_the_rule(keys: list[tuple[str, str]], wanted: list[str]) -> None:
    wanted = list(dict.fromkeys(wanted))
    found = emissions(keys, wanted)
    assert found.shape == (len(keys), len(wanted))
    for row, (char, said) in enumerate(keys):
        for column, chunk in enumerate(wanted):
            plain = bits_of(char, said, chunk)
            assert found[row, column] == pytest.approx(plain, abs=1e-4), (char, chunk)


@given(st.sampled_from([key for key in KEYS if key[1]]), strings)
def test_emissions_are_those_of_the_builder_s_reader(key: tuple[str, str], chunk: str) -> None:
    char = key[0]
    expected = tool.reader(file_rows())(char, chunk)
    found = emissions([(char, syllable(char)[1:])], [chunk])
    assert found[0, 0] == pytest.approx(expected, abs=1e-4)


def test_a_character_s_chunks_are_no_more_than_one_in_sum() -> None:
    short = ["", *ascii_lowercase, *(a + b for a, b in product(ascii_lowercase, repeat=2))]
    wanted = sorted({*short, *known_chunks()})
    for total in (2.0 ** emissions(KEYS, wanted).astype(float)).sum(axis=1):
        assert total <= 1.02
    # Next to nothing is lost to chunks of more letters where the character is well known.
    assert (2.0 ** emissions([("斯", "si")], wanted).astype(float)).sum() > 0.95


def test_characters_with_rows_are_those_of_transcription() -> None:
    assert all(is_sound(char) for char in "特朗普约翰逊克林顿")
    assert not any(is_sound(char) for char in "龘齉〇a~=%^|")


def test_known_chunks_are_those_of_characters_and_whole_syllables() -> None:
    expected = {
        "" if chunk == "-" else chunk
        for key, chunk in file_rows()
        if chunk != "*" and key not in "^|" and not (key[0] in "~=" and "-" in key)
    }
    assert set(known_chunks()) == expected
    assert list(known_chunks()) == sorted(expected)


def test_every_row_is_read_to_its_place() -> None:
    expected: dict[str, dict[str, float]] = {}
    for (key, chunk), bits in file_rows().items():
        expected.setdefault(key, {})[chunk] = bits
    for key, rows in expected.items():
        weight, own = rows_of(key)
        assert weight == rows.pop("*", 0.0)
        assert {chunk or "-": bits for chunk, bits in own.items()} == rows


@given(st.text(ascii_lowercase, min_size=1, max_size=12))
def test_the_background_is_what_the_builder_subtracts(letters: str) -> None:
    assert background(letters) == pytest.approx(-tool.surprise(file_rows(), letters), abs=1e-6)
    assert background(letters) > 0


@pytest.mark.parametrize(("usual", "odd"), [("anna", "xqzj"), ("martin", "ntrmia")])
def test_odd_spellings_take_more_bits(usual: str, odd: str) -> None:
    assert background(odd) > background(usual)
    assert math.isfinite(background(odd))


@given(st.lists(st.sampled_from(KEYS), min_size=1, max_size=6), strings)
def test_chunks_without_a_row_are_told_by_their_halves(
    keys: list[tuple[str, str]], chunk: str
) -> None:
    if not {(key, chunk or "-") for own in keys for key in keys_of(*own)}.isdisjoint(file_rows()):
        return
    onset, rime = onset_and_rime(chunk)
    rest = Rest(keys)
    at = Rest.places(np.array([number_of(onset)]), np.array([number_of(rime)]))
    found = rest.bits(np.arange(len(keys)), *at)
    assert found.tolist() == emissions(keys, [chunk])[:, 0].tolist()


def number_of(text: str) -> int:
    known = ["", *pieces()]
    return known.index(text) if text in known else len(known) + len(text)


@given(
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=6),
    st.sets(st.integers(0, len(pieces())), max_size=9),
)
def test_pieces_by_number_are_those_by_name(
    keys: list[tuple[str, str]], numbers: set[int]
) -> None:
    known = ["", *pieces()]
    found = piece_emissions(keys, np.array(sorted(numbers), dtype=np.intp))
    assert found.tolist() == emissions(keys, [known[at] for at in sorted(numbers)]).tolist()


def keys_of(char: str, syllable: str) -> tuple[str, str, str]:
    return char, f"~{syllable}", f"={jyutping(char) or '0'}"


def test_pieces_are_all_strings_of_the_table() -> None:
    assert set(pieces()) == {piece for _, piece in file_rows() if piece.isalpha()}


def cheapest(letters: str) -> float:
    """Bits of the best of all cuts into chunks of any character, each tried."""
    rows = file_rows()
    ways = product((False, True), repeat=len(letters) - 1)
    bits = []
    for way in ways:
        ends = [at for at, parted in enumerate(way, 1) if parted] + [len(letters)]
        cut = [letters[a:b] for a, b in zip([0, *ends], ends, strict=False)]
        bits.append(sum(rows.get(("|", piece), -math.inf) for piece in cut))
    return -max(bits)


@given(st.text(ascii_lowercase, min_size=1, max_size=9) | st.sampled_from(["johnson", "schmidt"]))
def test_as_a_foreign_name_letters_take_the_best_cut_and_what_letters_take(letters: str) -> None:
    chunks, bigrams = cheapest(letters) + 1.35, background(letters)
    assert foreign_background(letters) == pytest.approx(0.75 * chunks + 0.25 * bigrams, abs=1e-6)
    assert -tool.best_cut(letters, rows_of("|")[1]) == pytest.approx(chunks - 1.35, abs=1e-6)


def test_chunks_of_any_character_are_no_more_than_one_in_sum() -> None:
    bits = [bits for (key, _), bits in file_rows().items() if key == "|"]
    assert 0.7 < sum(2.0**each for each in bits) <= 1.0
    assert set(ascii_lowercase) <= rows_of("|")[1].keys()


@pytest.mark.parametrize(("usual", "odd"), [("johnson", "jnohson"), ("sherman", "rmsnahe")])
def test_odd_rows_of_chunks_take_more_bits(usual: str, odd: str) -> None:
    assert foreign_background(usual) < foreign_background(odd)
