"""What says that two bodies are two, told as pieces of evidence."""

import pytest

import namelink as nl

FACTS = [
    ("上海交通大学", "Xi'an Jiaotong University", "the places differ"),
    ("第十三届全国人民代表大会", "14th National People's Congress", "the numbers differ"),
    ("浙江大华技术股份有限公司", "Zhejiang Yushi Technology Co., Ltd.", "spelled differently"),
    ("厦门大学", "Xiamen University Malaysia", "a place beyond it"),
    ("周大福珠宝集团有限公司", "Chow Tai Seng Jewellery Company Limited", "spelled differently"),
]


@pytest.mark.parametrize(("zh", "en", "fact"), FACTS)
def test_a_fact_is_told_and_speaks_against(zh: str, en: str, fact: str) -> None:
    found = [piece for piece in nl.compare(zh, en, kind="org").evidence if fact in piece.note]
    assert len(found) == 1
    assert found[0].bits < -5


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("上海交通大学", "Shanghai Jiao Tong University"),
        ("第十三届全国人民代表大会", "13th National People's Congress"),
        ("北京大学第三医院", "Peking University Third Hospital"),
        ("中国工商银行", "ICBC"),
        ("东软集团股份有限公司", "Neusoft Corporation"),
        ("中国科学院", "CAS"),
    ],
)
def test_the_right_name_has_no_such_fact(zh: str, en: str) -> None:
    found = nl.compare(zh, en)
    assert found.verdict is nl.Verdict.MATCH
    assert not [piece for piece in found.evidence if piece.bits < -5]


def test_a_part_of_a_run_together_word_is_no_syllable() -> None:
    found = nl.compare("长亮科技股份有限公司", "Sunline Technology Co., Ltd.", kind="org")
    assert not [piece for piece in found.evidence if "spelled differently" in piece.note]


def test_letters_without_a_vowel_are_not_heard_in_names_of_bodies() -> None:
    channels = {
        piece.channel for piece in nl.compare("建滔控股", "SBC Holdings", kind="org").evidence
    }
    assert nl.Channel.TRANSLITERATION not in channels


def test_a_known_word_is_not_cut_by_sound() -> None:
    pieces = nl.compare("永隆银行有限公司", "Wing Hang Bank, Limited").evidence
    assert not [piece for piece in pieces if piece.left == "行" and piece.right == "Hang"]


@pytest.mark.parametrize("extra", ["Foundation", "Beijing Branch", "Alumni Association"])
def test_a_body_beside_is_another(extra: str) -> None:
    name = "Tsinghua University"
    alone = nl.compare("清华大学", name, kind="org").bits
    assert nl.compare("清华大学", f"{name} {extra}", kind="org").bits < alone - 8


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("龙腾达", "Alibaba Group Co., Ltd.", "org"),
        ("美睿", "Mr Bean", "work"),
        ("杜润生", "Dr Watson", "person"),
    ],
)
def test_forms_and_titles_without_a_vowel_are_no_acronyms(zh: str, en: str, kind: str) -> None:
    found = nl.compare(zh, en, kind=kind)
    assert found.verdict is nl.Verdict.NO_MATCH
    assert nl.Channel.ACRONYM not in {piece.channel for piece in found.evidence}


def test_a_single_letter_at_the_end_is_no_legal_form_cut_off() -> None:
    one, other = (f"Samsung Galaxy Tab Active Series {size}" for size in "LS")
    assert nl.compare(one, other, kind="work").relation is nl.Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("zh", "en", "fact"),
    [
        ("兰屿航空公司", "Lanyu Airlines Cargo", "subject_beyond"),
        ("明达塑胶股份有限公司", "Mingda Glass Co., Ltd.", "subject_differs"),
        ("明达科技股份有限公司", "Mingda Plastics Co., Ltd.", "subject_differs"),
    ],
)
def test_what_a_body_does_tells_it_from_another(zh: str, en: str, fact: str) -> None:
    found = nl.compare(zh, en, kind="org")
    assert fact in {piece.remark.code for piece in found.evidence if piece.remark}
    assert found.verdict is not nl.Verdict.MATCH


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("兰屿航空公司", "Lanyu Airlines"),
        ("明达塑胶股份有限公司", "Mingda Plastics Industry Co., Ltd."),
        ("明达塑胶科技股份有限公司", "Mingda Plastics Co., Ltd."),
    ],
)
def test_words_that_names_leave_out_tell_no_bodies_apart(zh: str, en: str) -> None:
    found = nl.compare(zh, en, kind="org")
    said = {piece.remark.code for piece in found.evidence if piece.remark}
    assert not said & {"subject_beyond", "subject_differs"}
    assert found.verdict is nl.Verdict.MATCH


def test_a_character_beside_another_number_is_a_number() -> None:
    name = "兰屿大学长乐三医院"
    second, third = (
        nl.compare(name, f"{number} Changle Hospital of Lanyu University", kind="org")
        for number in ("Second", "Third")
    )
    assert third.verdict is nl.Verdict.MATCH
    assert second.bits < third.bits - 20


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("中华人民共和国外交部", "Ministry of Foreign Affairs"),
        ("中国科学院自动化研究所", "Institute of Automation"),
    ],
)
def test_the_state_and_the_academy_may_be_left_out(zh: str, en: str) -> None:
    found = nl.compare(zh, en)
    assert found.verdict is nl.Verdict.MATCH
    assert not [piece for piece in found.evidence if piece.bits < -5]


def test_a_school_beside_a_body_is_another_still() -> None:
    found = nl.compare("中国科学院大学经济与管理学院", "University of Chinese Academy of Sciences")
    assert found.verdict is not nl.Verdict.MATCH


@pytest.mark.parametrize("word", ["Publishing", "Sunsoft", "Kingland"])
def test_words_of_english_are_no_spelled_name(word: str) -> None:
    found = nl.compare("恒泽股份有限公司", f"{word} Co., Ltd.", kind="org")
    assert not [piece for piece in found.evidence if "spelled differently" in piece.note]


def test_what_a_run_together_word_ends_in_is_nothing_beyond_a_whole_name() -> None:
    notes = [
        [
            piece.note
            for piece in nl.compare("索菲尔股份有限公司", f"{name} Inc.", kind="org").evidence
        ]
        for name in ("Sofiltek", "Sofil Chemicals")
    ]
    beyond = [any("the English one says more" in note for note in found) for found in notes]
    assert beyond == [False, True]


@pytest.mark.parametrize(
    ("zh", "en", "own", "english"),
    [
        ("中铝山东有限公司", "CHALCO Shandong Co., Ltd.", "中铝", "CHALCO"),
        ("中粮贸易有限公司", "COFCO Trading Co., Ltd.", "中粮", "COFCO"),
        ("招商邮轮有限公司", "China Merchants Cruises Co., Ltd.", "招商", "China Merchants"),
    ],
)
def test_a_group_is_called_by_its_english_name(zh: str, en: str, own: str, english: str) -> None:
    found = nl.compare(zh, en, kind="org").evidence
    assert [piece.left for piece in found if piece.right == english] == [own]
