"""What an English name says beside a Chinese one that is whole, or made of common words alone."""

import pytest

import namelink as nl

TOLD = [
    # Names of common words alone: each of them tells what body it is.
    ("航空航天部", "Ministry of Aviation", "common words"),
    ("文化部", "Ministry of Culture and Tourism", "common words"),
    ("南方医学院", "Southern College of Chinese Medicine", "common words"),
    # How far a company reaches.
    ("红枫电器有限公司", "Hongfeng Electric International Co., Ltd.", "how far the body reaches"),
    ("红枫银行股份有限公司", "Hongfeng Bank (Asia) Company Limited", "in brackets"),
    ("红枫地产有限公司", "Hongfeng Group Limited", "a group's"),
    ("红枫汽车制造有限公司", "Hongfeng Toyota Motor Co., Ltd.", "beside the own name"),
    # A known word is not heard in part.
    ("中国太平洋航运有限公司", "China Taiping Shipping Co., Ltd.", "part of a known word"),
    # Who spells one character in pinyin spells the other so.
    ("大华技术有限公司", "Dahe Technology Co., Ltd.", "spelled differently"),
    # A month is a number.
    ("八一电影制片厂", "July First Film Studio", "numbers differ"),
]


@pytest.mark.parametrize(("zh", "en", "fact"), TOLD)
def test_what_one_name_says_alone_tells_bodies_apart(zh: str, en: str, fact: str) -> None:
    found = nl.compare(zh, en, kind="org")
    assert [piece.bits for piece in found.evidence if fact in piece.note and piece.bits < -3]
    assert sum(piece.bits for piece in found.evidence) == pytest.approx(found.bits, abs=0.01)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("航空航天部", "Ministry of Aviation and Aerospace"),
        ("南方中医学院", "Southern College of Chinese Medicine"),
        ("红枫国际电器有限公司", "Hongfeng International Electric Co., Ltd."),
        ("红枫银行(亚洲)股份有限公司", "Hongfeng Bank (Asia) Company Limited"),
        ("红枫地产集团有限公司", "Hongfeng Properties Group Limited"),
        ("中国太平洋航运有限公司", "China Pacific Shipping Co., Ltd."),
        ("八一电影制片厂", "August First Film Studio"),
        ("大华技术有限公司", "Dahua Technology Co., Ltd."),
    ],
)
def test_the_right_name_is_not_spoken_against(zh: str, en: str) -> None:
    found = nl.compare(zh, en, kind="org")
    assert found.verdict is nl.Verdict.MATCH
    assert not [piece for piece in found.evidence if piece.bits < -5]


@pytest.mark.parametrize(
    ("zh", "en", "fact"),
    [
        # That a body sees to affairs says nothing more of what it does.
        ("教育事务委员会", "Education Commission", "common words"),
        # A holding is a group, and an ordinary word may be what a body does, rendered freely.
        ("红枫金融控股股份有限公司", "Hongfeng Group Limited", "a group's"),
        ("红枫汽车制造有限公司", "Hongfeng Wagon Co., Ltd.", "beside the own name"),
    ],
)
def test_what_true_names_leave_out_is_no_such_fact(zh: str, en: str, fact: str) -> None:
    assert not [piece for piece in nl.compare(zh, en, kind="org").evidence if fact in piece.note]


def test_a_short_name_may_leave_out_how_far_a_body_reaches() -> None:
    found = nl.compare("红枫电器", "Hongfeng Electric International Co., Ltd.", kind="org")
    assert not [piece for piece in found.evidence if "reaches" in piece.note]


@pytest.mark.parametrize("name", ["财政部", "环境保护部", "国资委", "发改委"])
def test_an_office_behind_what_it_sees_to_is_a_body(name: str) -> None:
    assert nl.normalize(name).kinds[0][0] is nl.Kind.ORG


@pytest.mark.parametrize("name", ["轻音部", "东南部"])
def test_what_is_no_field_makes_no_office(name: str) -> None:
    assert nl.normalize(name).kinds[0][0] is not nl.Kind.ORG
