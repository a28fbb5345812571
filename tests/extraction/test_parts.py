"""The parts of extraction by themselves: labels, shapes, brackets, the two left boundaries."""

import pytest

from namelink.extraction.brackets import MAX_CONTENT, brackets, items
from namelink.extraction.chinese import chinese_names, expected_length
from namelink.extraction.english import english_names
from namelink.extraction.labels import Label, read_label
from namelink.extraction.shapes import Shape, is_citation, is_prose, shape_of


@pytest.mark.parametrize(
    ("item", "label", "rest"),
    [
        ("Chinese: 张迪", Label.HAN, "张迪"),
        ("Chinese name: 张迪", Label.HAN, "张迪"),
        ("in Chinese 张迪", Label.HAN, "张迪"),
        ("traditional Chinese: 張迪", Label.HAN, "張迪"),
        ("Chinese writer", Label.NONE, "Chinese writer"),
        ("中文名：张迪", Label.HAN, "张迪"),
        ("英文名 Jack", Label.LATIN, "Jack"),
        ("英语：Jack", Label.LATIN, "Jack"),
        ("法语：Jacques", Label.LATIN, "Jacques"),
        ("原名Jack", Label.LATIN, "Jack"),
        ("英国公司", Label.NONE, "英国公司"),
        ("简称MIT", Label.ALIAS, "MIT"),
        ("缩写：HD", Label.ALIAS, "HD"),
        ("又称为麻省", Label.ALIAS, "麻省"),
        ("also known as Lily", Label.ALIAS, "Lily"),
        ("pinyin: Zhāng Dí", Label.SOUND, "Zhāng Dí"),
        ("lit. 'great lake'", Label.OTHER, "'great lake'"),
        ("编曲：陈飞", Label.OTHER, "陈飞"),
        ("Oriental Pearl", Label.NONE, "Oriental Pearl"),
        ("", Label.NONE, ""),
    ],
)
def test_reads_the_label(item: str, label: Label, rest: str) -> None:
    got, length = read_label(item)
    assert (got, item[length:]) == (label, rest)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Tongyi Lab", Shape.NAME),
        ("iFlytek", Shape.NAME),
        ("The Old Man and the Sea", Shape.NAME),
        ("Pont Saint-Michel", Shape.NAME),
        ("3M", Shape.NAME),
        ("UNICEF", Shape.ACRONYM),
        ("data fingerprint", Shape.TERM),
        ("Hashing algorithms", Shape.TERM),
        ("A", Shape.REMARK),
        ("born 1970", Shape.REMARK),
        ("May 4 1919", Shape.REMARK),
        ("43 m³", Shape.REMARK),
        ("通义实验室", Shape.HAN),
        ("阿里AI核心事业群", Shape.HAN),
        ("约翰", Shape.HAN),
        ("1904年", Shape.REMARK),
        ("上图", Shape.REMARK),
        ("例如这个", Shape.REMARK),
        ("ひらがな漢字", Shape.REMARK),
        ("汉" * 200, Shape.REMARK),
    ],
)
def test_tells_the_shape(text: str, shape: Shape) -> None:
    assert shape_of(text) is shape


def test_code_and_addresses_are_no_prose() -> None:
    assert not any(map(is_prose, ["x = 1", "https://a.b", "`code`", "a -> b"]))
    assert all(map(is_prose, ["张迪", "ATH, 阿里", "Blade Runner 2049"]))


def test_citations_have_authors_and_a_year() -> None:
    assert all(map(is_citation, ["Smith, 2019", "Li and Wu 2020; Ng 2021", "Ng et al., 1999a"]))
    assert not any(map(is_citation, ["张迪", "Smith", "2019", "The Frugal Repast，1904年"]))


def test_brackets_pair_up_and_loose_ones_are_passed_over() -> None:
    text = ") a（（b）c (d [e]) (f"
    assert [text[pair.open : pair.close + 1] for pair in brackets(text)] == [
        "（b）",
        "[e]",
        "(d [e])",
    ]


def test_brackets_that_are_long_or_deep_are_left_out() -> None:
    assert not list(brackets("(" + "a" * MAX_CONTENT + ")"))
    assert len(list(brackets("(" * 50 + "a" + ")" * 50))) == 3


def test_items_keep_the_comma_of_a_company_and_inner_brackets_whole() -> None:
    text = "(Acme Co., Ltd.; 宇誠(海南)企業, “Acme”)"
    [*_, outer] = brackets(text)
    assert [text[item.start : item.end] for item in items(text, outer)] == [
        "Acme Co., Ltd.",
        "宇誠(海南)企業",
        "Acme",
    ]


def _best_english(text: str) -> str:
    best = max(english_names(text, len(text)), key=lambda start: start.prior)
    return text[best.start : best.end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("said model architect Zhang Di", "Zhang Di"),
        ("Alibaba's Tongyi Lab", "Tongyi Lab"),
        ("Inside WeChat", "WeChat"),
        ("opened. The Forbidden City", "Forbidden City"),
        ("the Dream of the Red Chamber", "Dream of the Red Chamber"),
        (
            "NSFC - National Natural Science Foundation of China",
            "National Natural Science Foundation of China",
        ),
        ("CEO Wu Yongming", "Wu Yongming"),
        ("led by J. K. Rowling", "J. K. Rowling"),
        ("Note: Mt. Everest", "Mt. Everest"),
        ("Beijing, Tianjin Port", "Tianjin Port"),
        ("1. Great Wall", "Great Wall"),
        ("Shanghai Bank Co., Ltd.", "Shanghai Bank Co., Ltd."),
    ],
)
def test_the_boundary_of_an_english_name(text: str, name: str) -> None:
    assert _best_english(text) == name


def test_no_english_name_ends_after_han_or_punctuation() -> None:
    for text in ("", "张迪", "Zhang Di!", "Zhang Di 张", "—"):
        assert english_names(text, len(text)) == ()


def _best_chinese(text: str, english: str) -> str:
    names = chinese_names(text, len(text), expect=expected_length(english))
    best = max(names, key=lambda start: start.prior)
    return text[best.start : best.end]


@pytest.mark.parametrize(
    ("text", "english", "name"),
    [
        ("著名作家史密斯", "Smith", "史密斯"),
        ("英国的大英博物馆", "British Museum", "大英博物馆"),
        ("小说《老人与海》", "The Old Man and the Sea", "老人与海"),
        ("所谓“尾调用优化”", "TCO", "尾调用优化"),
        ("他采访了雷军", "Lei Jun", "雷军"),
        ("昨天，雷军", "Lei Jun", "雷军"),
        ("一个美国程序员乔治·沃尔特曼", "George Woltman", "乔治·沃尔特曼"),
        ("他毕业于麻省理工学院", "Massachusetts Institute of Technology", "麻省理工学院"),
    ],
)
def test_the_boundary_of_a_chinese_name(text: str, english: str, name: str) -> None:
    assert _best_chinese(text, english) == name


def test_no_chinese_name_ends_after_punctuation_or_latin_alone() -> None:
    for text in ("", "张迪，", "Zhang Di", "》", "“Zhang Di”"):
        assert chinese_names(text, len(text), expect=(1, 9)) == ()


def test_a_latin_word_inside_a_chinese_name_is_never_cut() -> None:
    text = "处理器玄铁 910"
    starts = {
        text[name.start : name.end] for name in chinese_names(text, len(text), expect=(2, 8))
    }
    assert "玄铁 910" in starts
    assert not starts & {"910", "10", "0"}
