"""Names that are told twice are scored by the best pair of their variants."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.cli.demo import bundled
from namelink.model.kinds import Outcome

LEFT, RIGHT, TRUTH = bundled()
PAIRS = [
    (LEFT.names[LEFT.ids.index(one)], RIGHT.names[RIGHT.ids.index(other)])
    for one, other in sorted(TRUTH)
]
TOLD = st.sampled_from(["{zh} {en}", "{zh} ({en})", "{zh}（{en}）", "{en} {zh}", "{en} ({zh})"])


@settings(max_examples=40)
@given(st.sampled_from(PAIRS), TOLD)
def test_a_variant_of_its_own_is_equal_and_leaves_nothing_over(
    pair: tuple[str, str], told: str
) -> None:
    both = told.format(zh=pair[0], en=pair[1])
    variants = nl.normalize(both).variants
    for variant in variants:
        found, alone = nl.compare(both, variant.text), nl.compare(variant.text, variant.text)
        assert found.relation == alone.relation == "equal"
        assert (found.kind, found.bits, found.score) == (alone.kind, alone.bits, alone.score)
        # That the names are the same is said of both as wholes, and nothing is left over.
        outcomes = {piece.outcome for piece in found.evidence}
        assert Outcome.AGREES in outcomes
        assert outcomes <= {Outcome.AGREES, Outcome.WHOLE}


@settings(max_examples=40)
@given(st.sampled_from(PAIRS), st.sampled_from(PAIRS), TOLD)
def test_no_verdict_is_worse_than_that_of_a_variant(
    pair: tuple[str, str], other: tuple[str, str], told: str
) -> None:
    """But where two Chinese people have other characters: those speak, and nothing else."""
    both = told.format(zh=pair[0], en=pair[1])
    variants = nl.normalize(both).variants
    for name in other:
        alone = [nl.compare(variant.text, name) for variant in variants]
        if alone and not any(each.relation == "equal" for each in alone):
            spoken = [each for each in alone if _are_two_people(each)]
            assert nl.compare(both, name).score >= max(each.score for each in spoken or alone)


def _are_two_people(found: nl.Comparison) -> bool:
    return found.kind == "person" and "another character" in found.explain()


@pytest.mark.parametrize(
    ("both", "other", "kind"),
    [
        ("吴泽明 Wu Zeming", "Wu Zeming", "person"),
        ("吴泽明 (Wu Zeming)", "Wu Zeming", "person"),
        ("HappyHorse 快乐马", "HappyHorse", "work"),
        ("HappyHorse 快乐马", "快乐马", "work"),
    ],
)
def test_kinds_are_guessed_on_the_variant(both: str, other: str, kind: str) -> None:
    found = nl.compare(both, other)
    assert (found.kind, found.relation, found.verdict) == (kind, "equal", "match")


@pytest.mark.parametrize("other", ["Wu Yongming", "吴泳铭"])
def test_another_person_is_told_by_either_variant(other: str) -> None:
    assert nl.compare("吴泽明 Wu Zeming", other).verdict == "no_match"


def test_a_whole_with_a_counterpart_for_all_of_it_stays_whole() -> None:
    found = nl.compare("Tesla 中国", "Tesla China")
    parts = [piece for piece in found.evidence if piece.outcome is not Outcome.WHOLE]
    assert [(piece.left, piece.right) for piece in parts] == [
        ("Tesla", "Tesla"),
        ("中国", "China"),
    ]


def test_a_whole_is_none_only_where_all_of_one_script_is_left_over() -> None:
    found = nl.compare("KFC 疯狂星期四", "KFC Crazy Day")
    assert ("KFC", "KFC") in [(piece.left, piece.right) for piece in found.evidence]


def test_two_names_told_twice_meet_in_one_variant() -> None:
    found = nl.compare("马云 Jack Ma", "Ma Yun (马云)")
    assert (found.relation, found.verdict) == ("equal", "match")
