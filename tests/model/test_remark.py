"""What evidence says is a template with its twin, told in one language at a time."""

import re
from string import Formatter

import pytest

import namelink as nl
from namelink.cli.demo import bundled, bundled_article
from namelink.errors import InvalidOptions
from namelink.model.comparison import Comparison
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Outcome, Role
from namelink.model.remark import TEMPLATES, Remark
from namelink.scoring.weights import STRUCTURES

LATIN = re.compile(r"[A-Za-z]")
# Equations of syllables, and the syllables that a remark names: "yong = 泳, ze ≠ 铭 ming".
SYLLABLES = re.compile(r"[a-zü'?]+( [=≠,]? ?[a-zü'?\u3400-\U0003ffff]+)*(, .+)?")


def holes(template: str) -> list[str]:
    return sorted(field for _, field, *_ in Formatter().parse(template) if field is not None)


@pytest.mark.parametrize("code", TEMPLATES)
def test_both_twins_are_filled_by_the_same(code: str) -> None:
    english, chinese = TEMPLATES[code]
    assert holes(english) == holes(chinese)
    assert not LATIN.search(re.sub(r"\{\d\}", "", chinese))


def test_every_fact_of_scoring_has_its_sentence() -> None:
    assert set(STRUCTURES) <= TEMPLATES.keys()


@pytest.mark.parametrize("role", Role)
def test_roles_and_channels_are_told_by_their_labels(role: Role) -> None:
    assert not LATIN.search(Remark("different", (role,)).told("zh"))
    assert "_" not in Remark("different", (role,)).told("en")
    assert "拼音与威妥玛" in Remark(
        "respelled", ("ze dong", Channel.PINYIN, Channel.WADE_GILES)
    ).told("zh")


def test_a_remark_is_told_in_known_languages_only() -> None:
    with pytest.raises(InvalidOptions, match="'en' or 'zh'"):
        Remark("means", ("黄", "yellow")).told("fr")


def pairs() -> list[tuple[str, str]]:
    """True pairs of all kinds, and each left name with the right one of another pair."""
    left, right, truth = bundled()
    true = [
        (left.names[left.ids.index(one)], right.names[right.ids.index(other)])
        for one, other in sorted(truth)
    ]
    more = [
        ("习近平主席", "Professor Xi Jinping"), ("毛泽东", "Mao Tse-tung"), ("吴泳铭", "Eddie Wu"),
        ("安倍晋三", "Abe Shinzo"), ("友邦保险", "AIA"), ("贵州茅台", "Kweichow Moutai"),
        ("陕西", "West"), ("罗伯特", "Bob"), ("王伟", "王玮"), ("陈未", "陈末"), ("", ""),
        ("", "马云"), ("第一中学", "No. 2 Middle School"), ("魅族 PRO 7", "Meizu PRO 6"),
        ("张伟", "Zhang Weiming"),
        ("Mao Tse-tung", "Mao Zedong"), ("Y. M. Wu", "Yongming Wu"), ("Walmart", "Wallmart"),
        ("华为北京有限公司", "Huawei Shanghai Co., Ltd."), ("单霁翔", "Dan Jixiang"),
    ]  # fmt: skip
    true += more
    names = [english for _, english in true]
    # Two that have nothing to do with each other differ in other ways than two that nearly agree.
    others = [
        (chinese, names[at - step]) for at, (chinese, _) in enumerate(true) for step in (1, 9)
    ]
    return [*true, *others]


@pytest.fixture(scope="module")
def comparisons() -> list[Comparison]:
    return [nl.compare(*pair) for pair in pairs()]


def args_of(piece: Evidence) -> list[str]:
    return [arg for arg in piece.remark.args if type(arg) is str] if piece.remark else []


def test_nothing_in_a_chinese_explanation_is_english_but_the_names(
    comparisons: list[Comparison],
) -> None:
    for found in comparisons:
        text = found.explain("zh")
        quoted = [found.left.raw, found.right.raw]
        for piece in found.evidence:
            quoted += [piece.left, piece.right, *args_of(piece)]
        for each in sorted(filter(None, quoted), key=len, reverse=True):
            text = text.replace(each, "")
        assert not LATIN.search(text), text


def test_what_fills_a_remark_is_no_sentence(comparisons: list[Comparison]) -> None:
    for found in comparisons:
        for piece in found.evidence:
            for arg in args_of(piece):
                words = len(re.findall(r"[A-Za-z]+", arg))
                assert words < 2 or SYLLABLES.fullmatch(arg), arg


def test_the_pairs_say_much_of_what_can_be_said(comparisons: list[Comparison]) -> None:
    """Guards the tests above: pairs that all say the same would prove little."""
    said = {piece.remark.code for found in comparisons for piece in found.evidence if piece.remark}
    assert len(said) > 25, sorted(TEMPLATES.keys() - said)


def test_what_differs_is_not_said_to_agree(comparisons: list[Comparison]) -> None:
    agreeing = {
        "sounds_like",
        "short_for",
        "means",
        "read_in_japanese",
        "initials_of",
        "respelled",
    }
    differing = [
        piece
        for found in comparisons
        for piece in found.evidence
        if piece.outcome is Outcome.DIFFERS and piece.remark
    ]
    assert any(piece.remark.code == "too_faint" for piece in differing if piece.remark)
    for piece in differing:
        assert piece.remark
        assert piece.remark.code not in agreeing
        assert piece.remark.code != "equations" or "≠" in piece.note


def test_where_a_text_gives_both_names_is_told_in_chinese() -> None:
    texts = (bundled_article(), "阿里巴巴，英文名 Alibaba Group，是一家公司。", "张迪 / Zhang Di")
    for mention in [each for text in texts for each in nl.extract(text)]:
        gloss = mention.comparison.evidence[-1]
        assert gloss.channel is Channel.GLOSS
        assert gloss.remark
        assert not LATIN.search(gloss.remark.told("zh"))


def test_an_empty_name_lacks_a_part_and_disagrees_in_none() -> None:
    for pair in (("", ""), ("", "马云"), ("Jack Ma", "…")):
        assert nl.compare(*pair).relation == "incomplete"
