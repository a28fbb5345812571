"""From Latin back to romanizations and surnames: facts, and the way there and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.linker import spellings, systems
from namelink.tables.names import western_given_names


@pytest.mark.parametrize(
    ("name", "system", "surname", "syllables"),
    [
        ("Mao Tse-tung", "wade-giles", "毛", ("tse", "tung")),
        ("Mao Zedong", "pinyin", "毛", ("ze", "dong")),
        ("Wu Yongming", "pinyin", "吴", ("yong", "ming")),
        ("Yongming Wu", "pinyin", "吴", ("yong", "ming")),
        ("Lyu Bo", "pinyin", "吕", ("bo",)),
        ("Li Ka-shing", "cantonese", "李", ("ka", "shing")),
        ("Tony Leung Chiu-wai", "cantonese", "梁", ("chiu", "wai")),
        ("LEE Ka-chiu John", "cantonese", "李", ("ka", "chiu")),
        ("Tan Ah Kow", "minnan", "陈", ("ah", "kow")),
        ("Hsieh Chang-ting", "wade-giles", "谢", ("chang", "ting")),
        ("Au Yeung Chun-wah", "cantonese", "欧阳", ("chun", "wah")),
        ("Zhuge Liang", "pinyin", "诸葛", ("liang",)),
    ],
)
def test_the_first_reading(
    name: str, system: str, surname: str, syllables: tuple[str, ...]
) -> None:
    first = systems(name)[0]
    assert first.system == system
    assert first.surnames[0] == surname
    assert first.syllables == syllables


def test_chang_is_zhang_or_chang() -> None:
    found: dict[str, tuple[str, ...]] = {}
    for each in systems("Chang Wei"):
        found.setdefault(each.system, each.surnames)
    assert "张" in found["wade-giles"]
    assert "常" in found["pinyin"]
    assert "张" not in found["pinyin"]


def test_a_western_given_name_is_told_apart() -> None:
    assert systems("Tony Leung Chiu-wai")[0].western == "Tony"
    assert systems("Wu Yongming")[0].western == ""


def test_a_mixture_stands_behind_what_one_system_reads() -> None:
    found = systems("Chiang Kai-shek")
    assert any("+" in each.system for each in found)
    assert "+" not in found[0].system


@pytest.mark.parametrize("name", ["Smith", "Donald Trump", "吴泳铭", "", "?!", "Wu 3", "x" * 400])
def test_what_is_no_spelling_has_none(name: str) -> None:
    assert systems(name) == []


names = st.builds(
    "".join,
    st.tuples(
        st.sampled_from("吴张陈李欧王谢曾"), st.text("泳铭伟文志国华", min_size=1, max_size=2)
    ),
)


@settings(max_examples=60)
@given(names)
def test_every_spelling_leads_back_to_its_surname(name: str) -> None:
    for spelling in spellings(name, kind="person")[:25]:
        if "." in spelling.text or any(
            word.lower() in western_given_names() for word in spelling.text.split()
        ):
            continue
        known = {surname for each in systems(spelling.text) for surname in each.surnames}
        assert name[0] in known or len(known) >= 8, spelling


@given(names)
def test_shares_of_belief_sum_to_no_more_than_one(name: str) -> None:
    text = spellings(name, kind="person")[0].text
    found = systems(text)
    assert sum(2.0**each.weight for each in found) <= 1.0 + 1e-9
    assert [each.weight for each in found] == sorted((e.weight for e in found), reverse=True)
