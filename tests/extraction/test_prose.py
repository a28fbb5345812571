"""Prose of many kinds, with the library's own scorer: what is a gloss, what a remark."""

import pytest

import namelink as nl


def pairs(text: str) -> list[tuple[str, str]]:
    return [(mention.english, mention.chinese) for mention in nl.extract(text)]


@pytest.mark.parametrize(
    "text",
    [
        # What somebody does, got or where one is from, behind a person's name.
        "Helen Carter (项目经理) and Zhao Rui (主持) will join the call.",
        "Winners: Anna Keller (三等奖), Helen Carter (优秀奖).",
        "Zhou Lei (杭州) and Sun Ting (成都) won the heats.",
        # Ordinary words behind other names.
        "Sales by region: Europe (下滑) 1,205; Japan (持平) 880.",
        "Pay at the counter (柜台) and keep the receipt (收据).",
        "The red ones (红色的) are fine, said Peter (我的老板).",
        "总部（Geneva）没有回应，记者（Reuters）多次致电。",
        "他和丈夫（Canadian）住在那里，门票每人30元（Student）。",
        # Terms and their short forms.
        "监督学习（supervised learning）比强化学习（reinforcement learning）容易。",
        "腾讯音乐（TME.US）领涨，见附件（Appendix A）和第三章（Chapter 3）。",
        "Entrance is ¥90 (半价 for students), 4 h 18 min (最快).",
    ],
)
def test_remarks_are_no_names(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # An ordinary word that is a name is like the other name.
        ("Apple (苹果) and Oracle (甲骨文)", [("Apple", "苹果"), ("Oracle", "甲骨文")]),
        ("甲骨文（Oracle）发布了财报", [("Oracle", "甲骨文")]),
        # Titles behind a Chinese name, and roles before it.
        ("昨天见到李文博老师（Li Wenbo）", [("Li Wenbo", "李文博")]),
        ("聘请王雅琴女士（Wang Yaqin）为顾问", [("Wang Yaqin", "王雅琴")]),
        ("Ms. Wang Yaqin (王雅琴女士) resigned", [("Wang Yaqin", "王雅琴")]),
        ("執行長陳文華（Vincent Chen）出席", [("Vincent Chen", "陳文華")]),
        ("公司副会长陈文华（Vincent Chen）", [("Vincent Chen", "陈文华")]),
        # Verbs and adverbs before it.
        ("今日宣布任命陈文华（Chen Wenhua）为总裁", [("Chen Wenhua", "陈文华")]),
        # The last word in lower case.
        (
            "Guests of the Binjiang District government (滨江区政府) attended.",
            [("Binjiang District government", "滨江区政府")],
        ),
        # Labels and other names in one bracket.
        ("WANG, Yaqin (Chinese Simplified: 王雅琴), born 1982", [("WANG, Yaqin", "王雅琴")]),
        (
            "QIANLI (a.k.a. HAITIAN TRADING CO LTD; a.k.a. 海天贸易有限公司), Hebei",
            [("QIANLI", "海天贸易有限公司"), ("HAITIAN TRADING CO LTD", "海天贸易有限公司")],
        ),
        ("明珠桥（捷克语：Perlový most，英语：Pearl Bridge）", [("Pearl Bridge", "明珠桥")]),
        (
            "《枪炮、病菌与钢铁》（Guns, Germs, and Steel）",
            [("Guns, Germs, and Steel", "枪炮、病菌与钢铁")],
        ),
    ],
)
def test_glosses_of_many_kinds(text: str, wanted: list[tuple[str, str]]) -> None:
    assert pairs(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Side by side in Chinese prose, where the names are alike.
        ("导演李文博 Li Wenbo 说", [("Li Wenbo", "李文博")]),
        ("我是 Mike Ross，迈克·罗斯。", [("Mike Ross", "迈克·罗斯")]),
        ("我用 MacBook Pro 写论文，还有微软 Office 365 和北京 Apple Store 的评测。", []),
        # Slashes and commas in running text.
        (
            "Cast: Wang Yaqin / 王雅琴, Li Wenbo / 李文博. It is long and in English.",
            [("Wang Yaqin", "王雅琴"), ("Li Wenbo", "李文博")],
        ),
        ("It honors Wang Yaqin, 王雅琴, who was a minister then.", [("Wang Yaqin", "王雅琴")]),
        # Tables: the cell beside it whose name fits.
        (
            "Rank\tName\tChinese\tCity\n1\tHarbour Pearl Bank\t港珠银行\tBeijing",
            [("Harbour Pearl Bank", "港珠银行")],
        ),
        ("| Pearl Square | 明珠广场 | 1, 2 |", [("Pearl Square", "明珠广场")]),
        # Lines: a label first, brackets of a name, one name below the other.
        ("攝影 Cinematographer: 李文博 Li Wenbo", [("Li Wenbo", "李文博")]),
        (
            "Harbour Pearl Trading (HK) Ltd. 港珠貿易（香港）有限公司",
            [("Harbour Pearl Trading (HK) Ltd.", "港珠貿易（香港）有限公司")],
        ),
        ("Senior Manager 高級經理", []),
        (
            "明珠科学研究所\nPearl Institute of Science\n",
            [("Pearl Institute of Science", "明珠科学研究所")],
        ),
    ],
)
def test_names_without_brackets(text: str, wanted: list[tuple[str, str]]) -> None:
    assert pairs(text) == wanted
