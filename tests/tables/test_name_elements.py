"""The table of name elements: its form, and that it holds elements and no single person."""

import re
from collections import Counter

from namelink.tables.loader import rows
from namelink.tables.name_elements import covered, elements_at, usual_spellings
from namelink.text.variants import fold_han

ROWS = rows("name_elements")
SPELLING = re.compile(r"[a-z]+( [a-z]+){0,2}")


def test_cells_have_the_form_that_the_header_says() -> None:
    for row in ROWS:
        forms, spellings = row["han"].split("|"), row["latin"].split("|")
        assert all(form and fold_han(form) == form for form in forms), row
        assert all(SPELLING.fullmatch(spelling) for spelling in spellings), row
        assert len(set(forms)) == len(forms), row
        assert len(set(spellings)) == len(spellings), row
        assert row["bearers"] in {"many", "some"}
        assert row["source"] in {"muslim", "india", "church", "southeast"}


def test_rows_stand_in_order_and_once() -> None:
    firsts = [row["han"] for row in ROWS]
    assert firsts == sorted(set(firsts))
    assert max(Counter((row["source"], row["latin"].split("|")[0]) for row in ROWS).values()) == 1


def test_every_custom_is_there() -> None:
    counts = Counter(row["source"] for row in ROWS)
    assert min(counts.values()) >= 25
    assert counts.total() >= 400


def test_each_spelling_leads_to_the_first_one_of_its_elements() -> None:
    usual = usual_spellings()
    for row in ROWS:
        first, *others = (tuple(spelling.split()) for spelling in row["latin"].split("|"))
        assert all(first in usual[words] for words in (first, *others))


def test_what_is_covered_is_no_longer_than_the_name() -> None:
    for row in ROWS:
        for form in row["han"].split("|"):
            assert 0 <= covered(form) <= len(form)
            if len(form) > 1:
                assert covered(form) == len(form)
                assert any(each.form == form for each in elements_at(form, 0))
