"""Closed vocabularies and the words that tell them."""

import pytest

from namelink.errors import InvalidOptions
from namelink.model.kinds import Channel, Kind, Outcome, Relation, Role, Verdict
from namelink.model.labels import LABELS, labels


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PER", Kind.PERSON),
        ("Person", Kind.PERSON),
        ("人物", Kind.PERSON),
        ("ORG", Kind.ORG),
        ("机构", Kind.ORG),
        ("機構", Kind.ORG),
        ("GPE", Kind.PLACE),
        ("地名", Kind.PLACE),
        ("PRODUCT", Kind.WORK),
        (" org ", Kind.ORG),
        (None, Kind.UNKNOWN),
        ("", Kind.UNKNOWN),
        (Kind.WORK, Kind.WORK),
    ],
)
def test_labels_of_other_tools_are_understood(label: str | None, kind: Kind) -> None:
    assert Kind.parse(label) is kind


def test_an_unknown_label_is_told_with_the_known_ones() -> None:
    with pytest.raises(InvalidOptions, match=r"'dragon'.*person, org, place, work"):
        Kind.parse("dragon")


@pytest.mark.parametrize("lang", LABELS)
def test_every_member_has_a_word_in_every_language(lang: str) -> None:
    words = labels(lang)
    for vocabulary in (Kind, Channel, Role, Verdict, Relation):
        assert {member.value for member in vocabulary} <= words.keys()
    assert words.keys() == LABELS["en"].keys()


def test_another_language_is_refused() -> None:
    with pytest.raises(InvalidOptions, match="'en' or 'zh'"):
        labels("fr")


def test_members_are_their_values() -> None:
    assert [f"{member}" for member in Outcome] == [member.value for member in Outcome]
