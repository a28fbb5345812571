"""Readings of given names that a dictionary of characters holds in other forms."""

import pytest

from tools.build_japanese import stems, verb_forms


@pytest.mark.parametrize(
    ("verb", "name"),
    [
        ("tsutomeru", "tsutomu"),  # 努, 勉
        ("osameru", "osamu"),  # 治, 修
        ("hajimeru", "hajimu"),  # 肇
        ("tasukeru", "tasuku"),  # 翼, 輔
        ("satosu", "satoshi"),  # 諭
        ("michiru", "mitsuru"),  # 満
        ("nozomu", "nozomi"),  # 望
        ("kaoru", "kaori"),  # 薫
        ("sakaeru", "sakae"),  # 栄
    ],
)
def test_verbs_have_the_forms_of_given_names(verb: str, name: str) -> None:
    assert name in verb_forms(verb)


@pytest.mark.parametrize("noun", ["haru", "hana", "hitotsu", "matsu", "yuki"])
def test_what_is_no_verb_has_no_forms(noun: str) -> None:
    assert verb_forms(noun) == ()


@pytest.mark.parametrize(("adjective", "name"), [("kiyoi", "kiyoshi"), ("tadashii", "tadashi")])
def test_adjectives_have_stem_and_classical_form(adjective: str, name: str) -> None:
    assert name in stems(adjective)
