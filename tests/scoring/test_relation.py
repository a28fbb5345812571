"""How two names stand to each other."""

import pytest

from namelink.linker import compare


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("吴泳铭", "吴泳铭", "equal"),
        ("习近平", "習近平", "equal"),
        ("Wu Yongming", "wu yongming", "equal"),
        ("Wu Yongming", "Yongming Wu", "equal"),
        ("吴泳铭", "Wu Yongming", "compatible"),
        ("吴泳铭", "Yongming Wu", "compatible"),
        ("吴泳铭", "Wu Y. M.", "compatible"),
        ("中国银行", "Bank of China", "compatible"),
        ("唐纳德·特朗普", "Donald Trump", "compatible"),
        ("吴泽明", "Wu Yongming", "contradicts"),
        ("吴泽明", "Li Zeming", "contradicts"),
        ("吴泳铭", "Zhang Wei", "contradicts"),
        ("吴泳铭", "Eddie Wu", "unexplained"),
        ("马云", "Jack Ma", "unexplained"),
        ("吴泽明", "吴则明", "homophone"),
        ("特朗普", "Donald Trump", "incomplete"),
        ("吴泳铭", "Wu", "incomplete"),
    ],
)
def test_relations(left: str, right: str, relation: str) -> None:
    assert compare(left, right, kind=None if "银行" in left else "person").relation == relation
    assert compare(right, left, kind=None if "银行" in left else "person").relation == relation


@pytest.mark.parametrize("raw", ["", "?!"])
def test_nothing_against_something_is_no_agreement(raw: str) -> None:
    assert compare(raw, "Wu Yongming").relation not in ("equal", "compatible", "homophone")
