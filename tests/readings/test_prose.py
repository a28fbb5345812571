"""Ordinary words, and words that lead up to a name, in either form of the characters."""

import pytest

from namelink.readings.prose import is_word, is_wording, leading_words


@pytest.mark.parametrize("han", ["主持", "下滑", "總部", "记者", "大", "高兴"])
def test_ordinary_words(han: str) -> None:
    assert is_word(han)
    assert is_wording(han) == (len(han) > 1)


@pytest.mark.parametrize("han", ["上海", "微软", "项目经理"])
def test_proper_nouns_and_several_words_are_no_ordinary_word(han: str) -> None:
    assert not is_word(han)


@pytest.mark.parametrize("han", ["项目经理", "據當地媒體", "名男子"])
def test_a_wording_may_be_led_up_to(han: str) -> None:
    assert is_wording(han)


@pytest.mark.parametrize("han", ["张弘", "通义实验室", "和", "的", "从对"])
def test_names_and_particles_are_no_wording(han: str) -> None:
    assert not is_wording(han)


def test_words_that_lead_up_to_a_name() -> None:
    text = "她即將決定任命陳文華"
    assert [text[start:end] for start, end, _ in leading_words(text)] == ["即將", "決定", "任命"]
    assert [sort for *_, sort in leading_words(text)] == ["function", "verb", "verb"]


@pytest.mark.parametrize("text", ["海天开发银行", "自然保护联盟", "北京大学", "Ab 12", ""])
def test_words_of_names_lead_up_to_nothing(text: str) -> None:
    assert leading_words(text) == ()
