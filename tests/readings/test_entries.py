"""Entries are found by the first character of their key, whatever the text is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from namelink.readings.entries import (
    NO_ENTRY,
    Bytes,
    Places,
    after_space,
    file_entries,
    first_codes,
    numbers_at,
)

# Characters of one to four bytes, close together so that some fall under one code.
words = st.text(st.sampled_from("aé吴\u3400𠮷𠀀b"), min_size=1, max_size=3)
lines = st.lists(words, min_size=1, max_size=12)


@given(lines, st.sampled_from(["", "\n"]))
def test_lines_are_found_by_their_first_character(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    entries = file_entries(text.encode("utf-8"), first_codes)
    for char in {line[0] for line in lines} | {"z"}:
        assert entries.of(ord(char)) == [line for line in lines if line[0] == char]


@given(lines)
def test_a_line_that_begins_nothing_belongs_to_the_one_before(lines: list[str]) -> None:
    def codes_of(text: Bytes, starts: Places) -> Places:
        codes = first_codes(text, starts)
        return np.where(codes == ord("a"), NO_ENTRY, codes)

    entries = file_entries("\n".join(lines).encode("utf-8"), codes_of)
    expected: list[str] = []
    for line in lines:
        if line[0] != "a":
            expected.append(line)
        elif expected:
            expected[-1] += f"\n{line}"
    for char in {line[0] for line in expected} | {"a"}:
        assert entries.of(ord(char)) == [each for each in expected if each[0] == char]


def test_a_text_of_nothing_has_no_entries() -> None:
    assert file_entries(b"", first_codes).of(ord("a")) == []


@given(st.lists(st.tuples(words, st.integers(0, 10**15)), min_size=1, max_size=8))
def test_numbers_are_read_where_they_stand(rows: list[tuple[str, int]]) -> None:
    text = "\n".join(f"{word} {number}" for word, number in rows).encode("utf-8")
    array = np.frombuffer(text, dtype=np.uint8)
    starts = np.append(0, np.flatnonzero(array == ord("\n")) + 1)
    places = after_space(array, starts)
    assert numbers_at(array, places).tolist() == [number for _, number in rows]
    # At the word itself there is no digit.
    assert numbers_at(array, starts).tolist() == [0] * len(rows)
