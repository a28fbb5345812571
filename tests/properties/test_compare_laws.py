"""Laws of comparing two names, for any two strings."""

import math
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from namelink.linker import compare, compare_pairs
from namelink.model.comparison import Comparison
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Kind, Outcome, Relation, Verdict
from namelink.model.name import Name
from namelink.model.options import Limits, Options
from namelink.model.remark import Remark
from namelink.text.atoms import atoms
from tests.properties.strategies import likely_names, names

# float32 holds 24 bits: sums of a hundred bits made of some dozen terms are right to about this.
ROUNDING = 2e-3
THOROUGH = settings(max_examples=200)

pairs = st.one_of(
    st.tuples(likely_names(), likely_names()),
    st.tuples(names(), names()),
    names().map(lambda name: (name, name)),
)


def mirrored(piece: Evidence) -> tuple[object, ...]:
    """Everything that a piece says, told from the other side; notes tell from the written form."""
    return (
        piece.channel, piece.outcome, piece.right, piece.left, piece.right_span, piece.left_span,
        piece.bits, piece.note,
    )  # fmt: skip


def told(piece: Evidence) -> tuple[object, ...]:
    return (
        piece.channel, piece.outcome, piece.left, piece.right, piece.left_span, piece.right_span,
        piece.bits, piece.note,
    )  # fmt: skip


@THOROUGH
@given(pairs)
def test_compare_is_symmetric(pair: tuple[str, str]) -> None:
    there, back = compare(*pair), compare(*reversed(pair))
    assert (there.bits, there.score, there.verdict, there.relation, there.kind) == (
        back.bits,
        back.score,
        back.verdict,
        back.relation,
        back.kind,
    )
    assert Counter(map(mirrored, there.evidence)) == Counter(map(told, back.evidence))


@THOROUGH
@given(pairs, st.sampled_from(Kind), st.floats(0.001, 0.999))
def test_evidence_adds_up(pair: tuple[str, str], kind: Kind, prior: float) -> None:
    found = compare(*pair, kind=kind, options=Options(prior=prior))
    assert found.prior == pytest.approx(math.log2(prior / (1 - prior)))
    total = found.prior + sum(piece.bits for piece in found.evidence)
    assert found.bits == pytest.approx(total, abs=ROUNDING)


@THOROUGH
@given(pairs, st.sampled_from(Kind))
def test_score_is_a_probability_and_the_verdict_follows_it(
    pair: tuple[str, str], kind: Kind
) -> None:
    options = Options(match_at=0.6, review_at=0.2)
    found = compare(*pair, kind=kind, options=options)
    assert 0.0 <= found.score <= 1.0
    expected = "match" if found.score >= 0.6 else "review" if found.score >= 0.2 else "no_match"
    if not any(piece.bits > 0 for piece in found.evidence):
        # There is nothing to review.
        expected = "no_match"
    assert found.verdict == expected


def variants(name: Name) -> list[Name]:
    return [name, *name.variants]


def covers_once(name: Name, spans: list[tuple[int, int]]) -> bool:
    """Whether the spans, which do not overlap, hold every atom of the name or of one variant.

    A variant's spans are places in the whole name's text, where the variant is one run, numbers
    that touch its letters included.
    """
    ordered = sorted(spans)
    if any(left[1] > right[0] for left, right in pairwise(ordered)):
        return False
    everything = atoms(name.text)
    held = [
        sum(start <= atom.start and atom.end <= end for start, end in spans) for atom in everything
    ]
    wanted = [[True] * len(everything)]
    for variant in name.variants:
        begin = name.text.index(variant.text)
        end = begin + len(variant.text)
        wanted.append([begin <= atom.start and atom.end <= end for atom in everything])
    return any(
        all(count == 1 for count, want in zip(held, each, strict=True) if want)
        and all(count <= 1 for count in held)
        for each in wanted
    )


@settings(max_examples=300)
@given(pairs)
def test_every_part_stands_in_one_piece_of_evidence(pair: tuple[str, str]) -> None:
    found = compare(*pair)
    assert_covered(found)


@given(pairs, st.integers(1, 6))
def test_what_lies_beyond_the_limit_stands_in_one_piece_too(
    pair: tuple[str, str], limit: int
) -> None:
    assert_covered(compare(*pair, options=Options(limits=Limits(atoms=limit))))


def assert_covered(found: Comparison) -> None:
    left = [piece.left_span for piece in found.evidence if piece.left_span]
    right = [piece.right_span for piece in found.evidence if piece.right_span]
    assert covers_once(found.left, left), (left, found.left.text)
    assert covers_once(found.right, right), (right, found.right.text)


def keys(text: str) -> list[str]:
    return [atom.key for atom in atoms(text)]


@given(pairs)
@example(("Ma, Yun 马云", "Ma Yun"))
def test_spans_and_outcomes_say_what_the_pieces_are(pair: tuple[str, str]) -> None:
    found = compare(*pair)
    for piece in found.evidence:
        for text, span, name in (
            (piece.left, piece.left_span, found.left),
            (piece.right, piece.right_span, found.right),
        ):
            assert (span is None) == (text == "")
            if span is not None:
                there = name.text[span[0] : span[1]]
                # A variant is told without the punctuation inside it in the whole name.
                assert there == text or (name.variants and keys(there) == keys(text))
        sides = (piece.left_span is not None) + (piece.right_span is not None)
        if piece.outcome is Outcome.LEFT_OVER:
            assert sides == 1
        elif piece.outcome is Outcome.WHOLE:
            assert sides == 0
            assert piece.note
        else:
            assert sides == 2


@settings(max_examples=60)
@given(st.lists(pairs, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_a_batch_equals_its_pairs_one_by_one_in_any_order(
    batch: list[tuple[str, str]], order: object
) -> None:
    rows = compare_pairs([left for left, _ in batch], [right for _, right in batch])
    single = [compare(*pair) for pair in batch]
    for row, one in zip(rows, single, strict=True):
        assert (row.bits, row.score, row.verdict, row.relation) == (
            one.bits,
            one.score,
            one.verdict,
            one.relation,
        )
    shuffled = list(range(len(batch)))
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    again = compare_pairs([batch[at][0] for at in shuffled], [batch[at][1] for at in shuffled])
    assert again == [rows[at] for at in shuffled]


@settings(max_examples=60)
@given(pairs)
def test_explaining_and_plain_data_always_work(pair: tuple[str, str]) -> None:
    found = compare(*pair)
    for lang in ("en", "zh"):
        lines = found.explain(lang).split("\n")
        assert f"{found.bits:+7.2f}" in found.explain(lang)
        assert len(lines) >= len(found.evidence) + 4
    plain = found.to_dict()
    assert plain["bits"] == found.bits
    assert len(plain["evidence"]) == len(found.evidence)


@settings(max_examples=60)
@given(pairs)
def test_a_channel_that_may_not_speak_does_not(pair: tuple[str, str]) -> None:
    options = Options(channels=())
    found = compare(*pair, options=options)
    assert {piece.channel.value for piece in found.evidence} <= {"structure"}
    assert not any(piece.outcome is Outcome.AGREES for piece in found.evidence)


@settings(max_examples=60)
@given(st.one_of(names(), likely_names()), st.sets(st.sampled_from(Channel)))
@example("张迪", set())
def test_equal_names_differ_in_nothing_whoever_may_speak(name: str, spoken: set[Channel]) -> None:
    found = compare(name, name, options=Options(channels=tuple(spoken)))
    if found.relation is Relation.EQUAL:
        # That the two may be of another kind is no difference.
        told = [each for each in found.evidence if each.remark != Remark("other_kinds")]
        assert not any(piece.bits < 0 for piece in told)
        assert found.verdict is Verdict.MATCH


@settings(max_examples=60)
@given(pairs, st.floats(0.01, 0.98))
def test_a_higher_prior_never_lowers_a_score(pair: tuple[str, str], prior: float) -> None:
    low = compare(*pair, options=Options(prior=prior))
    high = compare(*pair, options=Options(prior=prior + 0.01))
    assert high.score >= low.score
    assert high.bits >= low.bits


@THOROUGH
@given(st.one_of(names(), likely_names()))
@example("汤姆斯·哈里斯")
@example("Tan Chan-tan")
@example("Tom Harris, Jr.")
def test_a_name_equals_itself(name: str) -> None:
    found = compare(name, name)
    if found.relation is not Relation.EQUAL:
        # Nothing is left of it that could be compared.
        assert found.relation is Relation.INCOMPLETE
        assert not found.left.parts
    else:
        assert found.verdict is Verdict.MATCH


@settings(max_examples=60)
@given(likely_names(), st.lists(likely_names(), max_size=6))
@example("张伟", ["Zhang Wei"])
@example("Zhang Wei", ["Zhang Yi Wei", "张伟"])
def test_no_other_name_fits_better_than_the_same(name: str, others: list[str]) -> None:
    first, *rest = (compare(name, other) for other in (name, *others))
    if first.relation is Relation.EQUAL:
        others_bits = [found.bits for found in rest if found.relation is not Relation.EQUAL]
        assert max(others_bits, default=first.bits) <= first.bits


def test_the_same_words_in_another_order_fit_less_than_in_the_same() -> None:
    assert compare("Zhang Wei", "Wei Zhang").bits < compare("Zhang Wei", "Zhang Wei").bits


def test_long_names_that_differ_beyond_the_limit_are_not_equal() -> None:
    first = " ".join(["long"] * 50)
    assert compare(first, first).relation is Relation.EQUAL
    assert compare(first, f"{first} tail").relation is not Relation.EQUAL
