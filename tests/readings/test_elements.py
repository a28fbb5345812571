"""Elements of names that are written in set ways, as pieces of whole names."""

import pytest

import namelink as nl
from namelink.model.kinds import Kind
from namelink.readings.elements import ELEMENT, Elements
from namelink.readings.retrieval import features
from tests.readings.batches import batch_of, form, rows_of


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("穆罕默德", "Muhammad"),
        ("莫哈末", "Mohd"),
        ("阿都拉", "Abdullah"),
        ("阿都拉欣", "Abdul Rahim"),
        ("易卜拉欣", "Ibrahim"),
        ("依斯迈", "Ismail"),
        ("若望", "John"),
        ("若望", "Jean"),
    ],
)
def test_an_element_is_read_whole(chinese: str, english: str) -> None:
    cells = Elements().cells(batch_of([(chinese, english)], Kind.PERSON))
    assert (0, len(chinese), 0, len(english.split())) in {row[1:5] for row in rows_of(cells)}


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("旺阿都拉欣", "Wan Abdul Rahim"),
        ("莫哈末沙末", "Mohamad Samad"),
        ("東姑阿都拉曼", "Tunku Abdul Rahman"),
        ("莫哈末拉昔", "Mohd Rashid"),
        ("若望·保祿", "John Paul"),
        ("方济各·沙勿略", "Francis Xavier"),
        ("乌斯曼·阿旺", "Usman Awang"),
    ],
)
def test_names_written_solid_or_apart_match(chinese: str, english: str) -> None:
    assert nl.compare(chinese, english).verdict == "match"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("阿都拉欣", "Abdul Razak"),
        ("莫哈末沙末", "Ahmad Samad"),
        ("若望·保祿", "Peter Paul"),
        ("旺阿都拉欣", "Wan Ibrahim"),
    ],
)
def test_another_element_is_another_name(chinese: str, english: str) -> None:
    assert nl.compare(chinese, english).verdict != "match"


def test_names_of_chinese_people_hold_no_elements() -> None:
    """旺 may be Wan; but a Chinese person's characters are syllables."""
    pairs = [("陈志旺", "Wan Chan"), ("李民旺", "Wan Lee"), ("王伟民", "Win Min")]
    assert not len(Elements().cells(batch_of(pairs, Kind.PERSON)))


def test_one_character_stands_at_an_end_of_a_longer_name() -> None:
    found = Elements().cells(batch_of([("卡巴星", "Karpal Singh")], Kind.PERSON))
    assert (2, 1, 1, 1) in {row[1:5] for row in rows_of(found)}
    assert not len(Elements().cells(batch_of([("星", "Singh")], Kind.PERSON)))


def test_names_of_bodies_and_places_are_left_to_other_channels() -> None:
    for kind in (Kind.ORG, Kind.PLACE, Kind.WORK):
        assert not len(Elements().cells(batch_of([("阿里", "Ali")], kind)))


def test_a_rarer_element_tells_more() -> None:
    def bits(chinese: str, english: str) -> float:
        cells = Elements().cells(batch_of([(chinese, english)], Kind.PERSON))
        assert (cells.detail == ELEMENT).all()
        return float(cells.bits.max())

    assert bits("阿里", "Ali") < bits("扎吉", "Zaki") < bits("阿都拉欣", "Abdul Rahim")


def test_the_remark_says_that_it_is_custom() -> None:
    assert (
        "阿都拉欣 is how abdul rahim is written" in nl.compare("阿都拉欣", "Abdul Rahim").explain()
    )


@pytest.mark.parametrize(
    ("chinese", "english"), [("阿都拉欣", "Abdurrahim"), ("莫哈末沙末", "Muhamed Samat")]
)
def test_elements_find_each_other_whatever_the_spelling(chinese: str, english: str) -> None:
    mine, theirs = (features(form(name, Kind.PERSON)) for name in (chinese, english))
    assert any(feature.startswith("e:") for feature in mine.keys() & theirs.keys())


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("Tan Sri Dato Lee Chong Wei", "Tan Sri Dato"),
        ("丹斯里拿督李宗伟", "丹斯里拿督"),
        ("Datuk Seri Najib Razak", "Datuk Seri"),
    ],
)
def test_titles_of_malaysia_stand_together(name: str, titles: str) -> None:
    found = nl.normalize(name, kind="person")
    said = [part.text for part in found.parses[0].parts if part.role == "title"]
    assert " ".join(said) == titles


def test_what_begins_with_a_title_and_holds_a_name_is_no_title_alone() -> None:
    """东姑 is a title, but 东姑安南 heard as a whole is Tengku Adnan."""
    found = nl.compare("东姑阿兹兰", "Tengku Azlan", kind="person")
    assert found.relation != "contradicts"
