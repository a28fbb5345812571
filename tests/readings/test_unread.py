"""Names with a character that nobody says how to read."""

import pytest

import namelink as nl
from namelink.readings.spelled import readings

# A Cantonese character beyond the basic plane, without a Mandarin reading.
UNREAD = "𡃁"


def test_it_has_no_reading() -> None:
    assert not readings(UNREAD, "")


@pytest.mark.parametrize("kind", ["person", "place"])
def test_what_is_known_is_spelled_and_the_rest_stands_as_it_is(kind: str) -> None:
    texts = [spelling.text for spelling in nl.spellings(f"王{UNREAD}", kind=kind)]
    assert all(UNREAD in text for text in texts)
    assert any("Wang" in text for text in texts)


def test_what_is_not_known_at_all_has_no_spelling() -> None:
    assert nl.spellings(UNREAD) == []
    assert nl.spellings(UNREAD * 2, kind="person") == []


def test_a_form_of_ji_beyond_the_basic_plane_is_read_as_its_base() -> None:
    assert nl.spellings("王𠮷", kind="person")[0].text == "Wang Ji"
    assert nl.compare("王𠮷", "Wang Ji").verdict == "match"
    assert nl.compare("王𠮷", "王吉").verdict == "match"
