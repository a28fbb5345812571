"""Laws of a sentence encoder as a channel, for any two names."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.linker import align, calibrate_encoder, compare, compare_pairs, link
from namelink.model.encoder import LEAST_BITS, MOST_BITS
from namelink.model.kinds import Channel, Kind, Outcome
from namelink.model.options import Options
from tests.encoders import PAIRS, Small, small_options
from tests.properties.strategies import likely_names, names

ON = small_options()
SILENT = replace(ON, channels=tuple(each for each in Channel if each is not Channel.ENCODER))
told_names = st.sampled_from([name for pair in PAIRS for name in pair])
pairs = st.one_of(
    st.tuples(told_names, told_names),
    st.tuples(told_names, likely_names()),
    st.tuples(likely_names(), likely_names()),
    st.tuples(names(), names()),
)
kinds = st.sampled_from([None, *Kind])


@settings(max_examples=75)
@given(pairs, st.sampled_from([kind for kind in Kind if kind is not Kind.UNKNOWN]))
def test_evidence_is_what_it_was_and_one_fact_more(pair: tuple[str, str], kind: Kind) -> None:
    # Of a kind that is given: what a guess weighs is moved by all evidence, the encoder's too.
    with_it, without = compare(*pair, kind=kind, options=ON), compare(*pair, kind=kind)
    added = [piece for piece in with_it.evidence if piece.channel is Channel.ENCODER]
    rest = [piece for piece in with_it.evidence if piece.channel is not Channel.ENCODER]
    assert tuple(rest) == without.evidence
    assert with_it.relation == without.relation
    assert len(added) <= 1
    for piece in added:
        assert (piece.outcome, piece.left, piece.right) == (Outcome.WHOLE, "", "")
        assert (piece.left_span, piece.right_span) == (None, None)
        assert LEAST_BITS <= piece.bits <= MOST_BITS
    assert with_it.bits == pytest.approx(
        without.bits + sum(piece.bits for piece in added), abs=2e-3, rel=1e-5
    )
    assert math.isfinite(with_it.score)


@settings(max_examples=50)
@given(pairs)
def test_switched_off_or_for_people_and_places_it_changes_nothing(pair: tuple[str, str]) -> None:
    assert compare(*pair, options=SILENT) == compare(*pair)
    for kind in ("person", "place"):
        assert compare(*pair, kind=kind, options=ON) == compare(*pair, kind=kind)


@settings(max_examples=50)
@given(pairs)
def test_swapping_the_names_changes_nothing(pair: tuple[str, str]) -> None:
    there, back = compare(*pair, options=ON), compare(*pair[::-1], options=ON)
    assert (there.bits, there.score, there.verdict) == (back.bits, back.score, back.verdict)


@settings(max_examples=25)
@given(st.lists(pairs, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_alone_in_bulk_and_in_any_order_is_the_same(
    batch: list[tuple[str, str]], order: object
) -> None:
    single = [compare(*pair, options=ON) for pair in batch]
    rows = compare_pairs([one for one, _ in batch], [two for _, two in batch], options=ON)
    assert [(row.bits, row.score) for row in rows] == [(one.bits, one.score) for one in single]
    shuffled = list(range(len(batch)))
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    again = compare_pairs(
        [batch[at][0] for at in shuffled], [batch[at][1] for at in shuffled], options=ON
    )
    assert again == [rows[at] for at in shuffled]


@settings(max_examples=15)
@given(st.lists(told_names | likely_names(), min_size=1, max_size=8))
def test_link_gives_the_bits_of_compare(table: list[str]) -> None:
    for row in link(table, table, top_k=3, threshold=0.0, options=ON):
        assert row.bits == compare(row.left_name, row.right_name, options=ON).bits


@settings(max_examples=20)
@given(st.lists(pairs, min_size=1, max_size=5), st.floats(-3, 3))
def test_a_constant_encoder_changes_nothing(batch: list[tuple[str, str]], value: float) -> None:
    known = calibrate_encoder(lambda texts: np.full((len(texts), 4), value + 3.5), PAIRS[:50],
                              kind="work")  # fmt: skip
    one, two = [left for left, _ in batch], [right for _, right in batch]
    options = Options(encoder=known)
    assert compare_pairs(one, two, options=options) == compare_pairs(one, two)
    assert align(one, two, options=options) == align(one, two)
    assert link(one, two, threshold=0.0, options=options) == link(one, two, threshold=0.0)


@settings(max_examples=20)
@given(st.lists(pairs, min_size=1, max_size=6))
def test_each_distinct_text_is_encoded_once_a_call(batch: list[tuple[str, str]]) -> None:
    left, right = [one for one, _ in batch], [two for _, two in batch]
    for call in (compare_pairs, link):
        encoder = Small()
        call([*left, *right], [*right, *left], options=small_options(encoder))
        assert len(set(encoder.asked)) == len(encoder.asked)
        assert encoder.calls <= 1
