"""Forms: what channels and scoring see of a name."""

import pytest

from namelink.model.batch import KINDS, Form
from namelink.model.kinds import Kind, Role, Script
from namelink.normalization.forms import forms_of
from namelink.normalization.names import normalize


def form(text: str, kind: Kind = Kind.UNKNOWN, limit: int = 40) -> Form:
    return forms_of(normalize(text, kind=kind), limit)[0]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("曾国藩", "zeng"),
        ("单田芳", "shan"),
        ("解缙", "xie"),
        ("仇英", "qiu"),
        ("查慎行", "zha"),
        ("翟志刚", "zhai"),
        ("区寄", "ou"),
        ("朴树", "piao"),
        ("盖叫天", "ge"),
        ("任正非", "ren"),
        ("华罗庚", "hua"),
        ("缪荃孙", "miao"),
        ("覃塞", "qin"),
        ("冼星海", "xian"),
    ],
)
def test_surnames_are_read_as_surnames_at_the_head_only(name: str, first: str) -> None:
    readings = form(name, Kind.PERSON).surname
    assert readings[0].split("|")[0] == first
    assert not any(readings[1:])


def test_a_compound_surname_is_read_syllable_by_syllable() -> None:
    assert form("欧阳娜娜", Kind.PERSON).surname == ("ou", "yang", "", "")
    assert form("尉迟恭", Kind.PERSON).surname[:2] == ("yu", "chi")
    assert form("万俟卨", Kind.PERSON).surname[:2] == ("mo", "qi")


def test_columns_have_one_length() -> None:
    found = form("阿里AI-2 Group Co., Ltd.")
    columns = (
        found.keys,
        found.spans,
        found.shapes,
        found.upper,
        found.group,
        found.roles,
        found.surname,
    )
    assert len({len(column) for column in columns}) == 1
    assert found.beyond == 0


def test_groups_are_parted_by_what_stands_between() -> None:
    assert form("唐纳德·特朗普").group == (0, 0, 0, 1, 1, 1)
    assert form("Wu Yong-ming").group == (0, 1, 2)


def test_kinds_follow_the_order_of_the_vocabulary() -> None:
    assert form("吴泳铭", Kind.ORG).kinds == tuple(float(kind is Kind.ORG) for kind in KINDS)


def test_what_is_beyond_the_limit_is_cut_and_told() -> None:
    long = form("a b c d e", limit=3)
    assert long.keys == ("a", "b", "c")
    assert long.beyond
    assert not form("a b c", limit=3).beyond


def test_each_variant_has_a_form() -> None:
    found = forms_of(normalize("马云 Jack Ma"), 40)
    assert [each.text for each in found] == ["马云 Jack Ma", "马云", "Jack Ma"]
    assert [each.script for each in found] == [Script.HAN, Script.HAN, Script.LATIN]


def test_a_name_without_letters_has_an_empty_form() -> None:
    assert form("?!").keys == ()


def test_titles_keep_their_role() -> None:
    assert form("吴泳铭先生", Kind.PERSON).roles[-2:] == (Role.TITLE, Role.TITLE)
