"""What a body is called says that a name is one; parts of bodies stand behind them."""

import pytest

import namelink as nl
from namelink.tables.lexicon import body_heads, phrase_words
from namelink.tables.short_forms import parts_of


@pytest.mark.parametrize(
    "name",
    [
        "International Monetary Fund",
        "Bank of Lanyu",
        "Consulate-General of Lanyu in Osaka",
        "Lanyu Procuratorate",
        "明达律师事务所",
        "兰屿检察院",
    ],
)
def test_a_head_makes_a_body(name: str) -> None:
    assert nl.normalize(name).kind is nl.Kind.ORG


@pytest.mark.parametrize("name", ["The Dark Tower of Lanyu", "Bank"])
def test_a_word_inside_a_title_is_no_head(name: str) -> None:
    assert nl.normalize(name).kind is not nl.Kind.ORG


def test_heads_are_folded() -> None:
    assert all(word == word.casefold() and " " not in word for word in body_heads("latin"))
    assert all(len(word) > 1 for word in body_heads("han"))


def test_the_place_of_a_part_stands_behind_the_body_that_it_is_of() -> None:
    name = "中国农业科学院兰州兽医研究所"
    near = "Harbin Veterinary Research Institute, Chinese Academy of Agricultural Sciences"
    true = near.replace("Harbin", "Lanzhou")
    assert nl.compare(name, true).verdict is nl.Verdict.MATCH
    found = nl.compare(name, near)
    assert found.verdict is not nl.Verdict.MATCH
    assert "place_differs" in {piece.remark.code for piece in found.evidence if piece.remark}
    assert nl.compare(name, "Lanzhou Veterinary Research Institute").verdict is nl.Verdict.MATCH


def test_the_full_name_of_the_state_is_no_more_than_its_short_one() -> None:
    court = "Supreme People's Court of the People's Republic of China"
    assert nl.compare("最高人民法院", court).verdict is nl.Verdict.MATCH


@pytest.mark.parametrize("word", ["cyberspace", "musicians", "promotion"])
def test_words_of_reviewed_phrases_are_whole(word: str) -> None:
    assert word in phrase_words()
    assert parts_of(word) == (word,)
