"""Words of two names that exclude each other."""

import pytest

import namelink as nl
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.pairing import prepare
from namelink.scoring.concepts import contrasts_of
from namelink.tables.contrasts import english_contrasts, han_contrasts

FACT = "excluded"


def said(one: str, other: str) -> set[str]:
    found = nl.compare(one, other, kind="org")
    return {piece.remark.code for piece in found.evidence if piece.remark}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("兰屿海军", "Lanyu Army"),
        ("兰屿大学物理学系", "Department of Chemistry, Lanyu University"),
        ("兰屿晚报", "Lanyu Weekly"),
        ("兰屿记者协会", "Lanyu Lawyers Association"),
        ("兰屿市人民检察院", "Lanyu People's Court"),
        ("明达轮胎", "Mingda Glass"),
    ],
)
def test_another_concept_is_another_body(zh: str, en: str) -> None:
    assert FACT in said(zh, en)
    assert nl.compare(zh, en).verdict is not nl.Verdict.MATCH


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("兰屿海军", "Lanyu Navy"),
        ("兰屿大学物理学系", "Department of Physics, Lanyu University"),
        ("兰屿市人民检察院", "Lanyu People's Procuratorate"),
        ("明达科技股份有限公司", "Mingda Glass Co., Ltd."),
        ("明达轮胎橡胶有限公司", "Mingda Tire Co., Ltd."),
    ],
)
def test_what_has_a_counterpart_or_tells_nothing_excludes_nothing(zh: str, en: str) -> None:
    assert FACT not in said(zh, en)


def test_every_concept_is_written_in_both_languages_and_is_of_one_system() -> None:
    han = {concept for own in han_contrasts().values() for concept in own}
    english = {concept for own in english_contrasts().values() for concept in own}
    assert han == english
    assert len({number for _, number in han}) == len(han)


@pytest.mark.parametrize("name", ["上海上港集团", "Samsung Electronics", "Lanyu Air Force"])
def test_words_lie_inside_the_name_and_apart(name: str) -> None:
    form = prepare(name, Kind.ORG, Options()).forms[0]
    seen = 0
    for word in contrasts_of(form):
        assert word.atoms
        assert word.atoms < 1 << len(form.keys)
        assert not word.atoms & seen
        seen |= word.atoms


def test_a_word_is_not_cut_out_of_another() -> None:
    form = prepare("上海上港集团", Kind.ORG, Options()).forms[0]
    assert not contrasts_of(form)
