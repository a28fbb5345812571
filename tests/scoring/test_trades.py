"""Brands that Chinese writes with their trade, and English bare."""

import pytest

import namelink as nl

CHAINS = [
    ("索菲特", "酒店", "Sofitel"),
    ("威斯汀", "酒店", "Westin"),
    ("诺富特", "酒店", "Novotel"),
    ("索菲特", "酒店", "Sofitel"),
    ("阿里昂兹", "保险", "Allianz"),
]


@pytest.mark.parametrize(("brand", "trade", "name"), CHAINS)
def test_a_bare_brand_is_the_one_with_its_trade(brand: str, trade: str, name: str) -> None:
    found = nl.compare(brand + trade, name)
    assert found.verdict is nl.Verdict.MATCH
    assert found.bits < nl.compare(brand, name, kind=found.kind).bits


@pytest.mark.parametrize(("brand", "trade", "name"), CHAINS)
def test_trade_costs_more_beside_a_word_that_is_left_over(
    brand: str, trade: str, name: str
) -> None:
    def cost(english: str) -> float:
        return (
            nl.compare(brand, english, kind="org").bits
            - nl.compare(brand + trade, english, kind="org").bits
        )

    assert cost(name) < cost(f"{name} Orchid")


@pytest.mark.parametrize("body", ["基金会", "分行", "俱乐部"])
def test_another_body_is_no_trade(body: str) -> None:
    alone = nl.compare("索菲特", "Sofitel", kind="org").bits
    assert nl.compare("索菲特" + body, "Sofitel", kind="org").bits < alone - 8


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("海港戏院", "Harbour Cinema"),
        ("白云火锅", "White Cloud Hot Pot"),
        ("黄河烤鸭店", "Yellow River Roast Duck Restaurant"),
        ("太平洋洗衣店", "Pacific Laundry"),
        ("和平药局", "Peace Pharmacy"),
        ("珠江轮渡", "Pearl River Ferry"),
    ],
)
def test_trades_of_shops_and_restaurants_are_read(zh: str, en: str) -> None:
    found = nl.compare(zh, en, kind="org")
    assert found.verdict is nl.Verdict.MATCH
    assert not [piece for piece in found.evidence if piece.bits < -2]
