"""Laws of cleaning, folding, cutting and normalizing, for any string."""

import unicodedata
from itertools import pairwise

from hypothesis import given, settings

from namelink.model.kinds import Kind
from namelink.normalization.names import normalize
from namelink.text.atoms import atoms
from namelink.text.clean import clean, steps
from namelink.text.fold import fold_latin
from namelink.text.variants import fold_han
from tests.properties.strategies import any_text, mixed_names, names, odd_text

THOROUGH = settings(max_examples=400)


@THOROUGH
@given(any_text() | odd_text() | mixed_names())
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@THOROUGH
@given(names())
def test_the_steps_end_in_the_cleaned_text(raw: str) -> None:
    done = steps(raw)
    assert (done[-1][1] if done else raw) == clean(raw)
    texts = [raw, *(text for _, text in done)]
    assert all(before != after for before, after in pairwise(texts)), "a step that changed nothing"


@THOROUGH
@given(names())
def test_cleaned_text_is_composed_and_has_no_loose_space(raw: str) -> None:
    text = clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert text == " ".join(text.split())
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in text)


@THOROUGH
@given(names())
def test_normalizing_twice_changes_nothing(raw: str) -> None:
    once = normalize(raw)
    twice = normalize(once.text)
    assert twice.text == once.text
    assert twice.trail == ()
    assert twice.parses == once.parses
    assert twice.kinds == once.kinds


@given(names())
def test_parts_are_pieces_of_the_text_in_order(raw: str) -> None:
    name = normalize(raw)
    for part in name.parts:
        assert part.text == name.text[part.start : part.end]
        assert part.text
    assert all(left.end <= right.start for left, right in pairwise(name.parts))


@given(names())
def test_every_atom_stands_in_one_part(raw: str) -> None:
    name = normalize(raw)
    for atom in atoms(name.text):
        holders = [p for p in name.parts if p.start <= atom.start and atom.end <= p.end]
        assert len(holders) == 1, atom


@given(names())
def test_kinds_are_a_distribution(raw: str) -> None:
    name = normalize(raw)
    assert {kind for kind, _ in name.kinds} == set(Kind)
    assert abs(sum(share for _, share in name.kinds) - 1.0) < 1e-9
    assert [share for _, share in name.kinds] == sorted((s for _, s in name.kinds), reverse=True)
    assert name.kind is name.kinds[0][0]


@given(names())
def test_the_trail_leads_from_the_raw_string_to_the_text(raw: str) -> None:
    name = normalize(raw)
    texts = [raw, *(step.after for step in name.trail)]
    assert [step.before for step in name.trail] == texts[:-1]
    assert texts[-1] == name.text


@THOROUGH
@given(any_text() | odd_text() | mixed_names())
def test_atoms_lie_in_order_and_limit_takes_the_first(raw: str) -> None:
    text = clean(raw)
    found = atoms(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(atom.key and 0 <= atom.start < atom.end <= len(text) for atom in found)
    assert atoms(text, limit=3) == found[:3]


@THOROUGH
@given(any_text() | odd_text() | mixed_names())
def test_every_letter_and_digit_stands_in_an_atom(raw: str) -> None:
    text = clean(raw)
    taken = {at for atom in atoms(text) for at in range(atom.start, atom.end)}
    # An English possessive is grammar, not a part of the name.
    possessive = {
        at + 1
        for at, char in enumerate(text)
        if char == "'" and text[at + 1 : at + 2] in ("s", "S")
    }
    lost = {text[at] for at in range(len(text)) if at not in taken | possessive}
    assert not any(char.isalpha() or char.isdecimal() for char in lost), lost


@THOROUGH
@given(any_text() | odd_text() | mixed_names())
def test_folding_cleaned_text_twice_changes_nothing(raw: str) -> None:
    once = fold_latin(clean(raw))
    assert fold_latin(once) == once


@given(names())
def test_folding_characters_keeps_places_and_is_done_once(raw: str) -> None:
    once = fold_han(raw)
    assert len(once) == len(raw)
    assert fold_han(once) == once
