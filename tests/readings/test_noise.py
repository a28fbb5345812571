"""Sounds that tell little still tell something, where little else is written."""

import pytest

import namelink as nl


@pytest.mark.parametrize(
    ("zh", "right", "wrong"),
    [
        ("固特异", "Goodyear", "Allianz"),
        ("固特异", "Goodyear", "Pirelli"),
        ("礼来", "Lilly", "Abbott"),
    ],
)
def test_a_weak_sound_ranks_above_none(zh: str, right: str, wrong: str) -> None:
    ranked = sorted([right, wrong], key=lambda name: nl.compare(zh, name, kind="work").bits)
    assert ranked == [wrong, right]


def test_a_weak_sound_is_no_reason_to_take_two_people_for_one() -> None:
    assert nl.compare("理查德·切尼", "Liz Cheney").verdict is not nl.Verdict.MATCH


def test_a_brand_may_look_like_a_japanese_name() -> None:
    assert nl.compare("爱茉莉", "Amore").bits > 0
