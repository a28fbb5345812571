"""Names of Vietnamese people are read as Vietnamese reads their characters."""

import pytest

import namelink as nl
from namelink.tables.names import single_surnames
from namelink.tables.vietnamese import given_readings, is_vietnamese, surname_readings

PEOPLE = [
    ("武文杰", "Vo Van Kiet"),
    ("陈德良", "Tran Duc Luong"),
    ("黎德寿", "Lê Đức Thọ"),
    ("武元甲", "Vo Nguyen Giap"),
    ("吳廷琰", "Ngo Dinh Diem"),
    ("孙德胜", "Ton Duc Thang"),
]


@pytest.mark.parametrize(("chinese", "english"), PEOPLE)
def test_people_of_vietnam_match(chinese: str, english: str) -> None:
    found = nl.compare(chinese, english)
    assert found.verdict == "match"
    assert "in Vietnamese" in found.explain()
    assert "越南语" in found.explain(lang="zh")


def test_nobody_is_another() -> None:
    pairs = [(one, other) for one, mine in PEOPLE for _, other in PEOPLE if other != mine]
    found = nl.compare_pairs([one for one, _ in pairs], [other for _, other in pairs])
    assert "match" not in {each.verdict for each in found}


def test_they_are_found_among_others() -> None:
    others = ["Vo Van Thuong", "Tran Van Tra", "David Owen", "Tan Teck Liang", "Ng Ting Yim"]
    table = [english for _, english in PEOPLE] + others
    links = nl.link([chinese for chinese, _ in PEOPLE], table, top_k=1)
    assert [link.right_name for link in links] == [english for _, english in PEOPLE]


@pytest.mark.parametrize(("chinese", "english"), [("陈德良", "Chen Deliang"), ("何文", "Ho Man")])
def test_a_chinese_person_is_read_as_before(chinese: str, english: str) -> None:
    assert "Vietnamese" not in nl.compare(chinese, english).explain()


def test_a_family_of_vietnam_is_also_read_in_given_names() -> None:
    said = {char: surname_readings(char) for char in single_surnames() if surname_readings(char)}
    assert len(said) > 60
    assert {"nguyen", "tran", "le", "pham"} <= {one for own in said.values() for one in own}
    assert given_readings("福") == ("phuc", "phuoc")


@pytest.mark.parametrize(
    "words", [("nguyen",), ("cao", "mai"), ("john", "tran"), ("nguyen", "smith"), (*["tran"] * 6,)]
)
def test_what_is_no_vietnamese_name(words: tuple[str, ...]) -> None:
    assert not is_vietnamese(words)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("河静省", "Hà Tĩnh"), ("清化省", "Thanh Hoa"), ("太原省", "Thai Nguyen")],
)
def test_places_of_vietnam_are_read_so(chinese: str, english: str) -> None:
    found = nl.compare(chinese, english)
    assert found.verdict == "match"
    assert "in Vietnamese" in found.explain()


def test_a_place_is_no_other() -> None:
    assert nl.compare("永福省", "Thai Nguyen").verdict != "match"
    assert nl.compare("清化省", "Vinh Phuc").verdict != "match"
