"""Lines of two names, and the offices that stand before a name, with the scorer of the library."""

import pytest

import namelink as nl


def pairs(text: str) -> list[tuple[str, str]]:
    return [(mention.english, mention.chinese) for mention in nl.extract(text)]


NAMES = [
    ("Zhang Di", "张迪"),
    ("Li Feifei", "李飞飞"),
    ("Tongyi Lab", "通义实验室"),
    ("Huawei", "华为"),
    ("Alibaba AI Lab", "阿里 AI 实验室"),
]


@pytest.mark.parametrize("line", ["{0} / {1}", "{0}/{1}", "{1} / {0}", "{0} — {1}", "{1} {0}"])
@pytest.mark.parametrize("names", NAMES)
def test_a_line_of_two_names_is_cut_between_them(line: str, names: tuple[str, str]) -> None:
    assert pairs(line.format(*names)) == [names]


def test_each_line_of_a_list_is_a_pair() -> None:
    assert pairs("\n".join(f"- {english} / {chinese}" for english, chinese in NAMES)) == NAMES


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("VP 李明 (Li Ming)", [("Li Ming", "李明")]),
        ("The VP 李明 (Li Ming) said so.", [("Li Ming", "李明")]),
        (
            "CEO 张勇 (Daniel Zhang), CFO 武卫 (Maggie Wu)",
            [("Daniel Zhang", "张勇"), ("Maggie Wu", "武卫")],
        ),
        ("公司 CEO 张勇（Daniel Zhang）表示", [("Daniel Zhang", "张勇")]),
        ("总干事陈冯富珍（Margaret Chan）", [("Margaret Chan", "陈冯富珍")]),
        ("Prof. 李飞飞 said", []),
        ("Alibaba Cloud CEO 张建锋 said", []),
        ("AI 实验室 (AI Lab)", [("AI Lab", "AI 实验室")]),
    ],
)
def test_an_office_is_no_part_of_a_name_and_no_name(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert pairs(text) == wanted
