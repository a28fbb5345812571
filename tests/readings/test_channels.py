"""Facts of the look-up channels: meaning, acronyms, equal writing, initials, homophones."""

import pytest

from namelink.model.batch import Cells
from namelink.model.kinds import Kind
from namelink.readings.acronym import Acronyms
from namelink.readings.homophone import Homophones
from namelink.readings.meaning import Meaning
from namelink.readings.surface import Initials, Surface
from tests.readings.batches import batch_of, form, rows_of


def spans(cells: Cells) -> set[tuple[int, int, int, int]]:
    return {row[1:5] for row in rows_of(cells)}


@pytest.mark.parametrize(
    ("han", "english"),
    [
        ("银行", "Bank"),
        ("大学", "University"),
        ("实验室", "Laboratory"),
        ("实验室", "Lab"),
        ("农业", "Agricultural"),
        ("马", "Horse"),
        ("快乐", "Happy"),
        ("公园", "Park"),
        ("中国", "China"),
        ("證券", "Securities"),
    ],
)
def test_words_are_translated_whole(han: str, english: str) -> None:
    batch = batch_of([(han, english)], Kind.ORG)
    assert (0, len(han), 0, 1) in spans(Meaning().cells(batch))


@pytest.mark.parametrize("english", ["Millionaire", "Young Millionaire"])
def test_a_word_that_is_cut_into_parts_is_read_whole_wherever_it_stands(english: str) -> None:
    batch = batch_of([("百万富翁", english)], Kind.WORK)
    first = len(english.split()) - 1
    assert any(
        left == 0 and size == 4 and right == first
        for _, left, size, right, *_ in rows_of(Meaning().cells(batch))
    )


@pytest.mark.parametrize(
    ("han", "english"), [("银行", "University"), ("马", "Bank"), ("特朗普", "Trump")]
)
def test_other_words_and_proper_nouns_are_not(han: str, english: str) -> None:
    assert spans(Meaning().cells(batch_of([(han, english)], Kind.ORG))) == set()


def test_common_words_tell_less_than_rare_ones() -> None:
    def bits(han: str, english: str) -> float:
        return max(
            row[-1] for row in rows_of(Meaning().cells(batch_of([(han, english)], Kind.ORG)))
        )

    assert bits("大学", "University") < bits("马", "Horse")


def test_meaning_keeps_function_words_out_of_spans() -> None:
    batch = batch_of([("中国银行", "Bank of China")], Kind.ORG)
    assert {(0, 2, 2, 1), (2, 2, 0, 1)} <= spans(Meaning().cells(batch))
    assert not [row for row in spans(Meaning().cells(batch)) if row[2] == 1]


@pytest.mark.parametrize(
    ("left", "right", "span"),
    [
        ("比亚迪", "BYD", (0, 3, 0, 1)),
        ("中国移动", "ZGYD", (0, 4, 0, 1)),
        ("通达海", "Tdh", (0, 3, 0, 1)),
        ("之信", "ZX", (0, 2, 0, 1)),
        ("Alibaba Token Hub", "ATH", (0, 3, 0, 1)),
        ("ATH", "Alibaba Token Hub", (0, 1, 0, 3)),
        ("泳铭", "Y", (0, 1, 0, 1)),
        ("泳铭", "M", (1, 1, 0, 1)),
    ],
)
def test_letters_stand_for_words_and_syllables(
    left: str, right: str, span: tuple[int, int, int, int]
) -> None:
    assert span in spans(Acronyms().cells(batch_of([(left, right)])))


@pytest.mark.parametrize(("left", "right"), [("比亚迪", "byd"), ("比亚迪", "BYX"), ("吴", "Z")])
def test_other_letters_do_not(left: str, right: str) -> None:
    assert spans(Acronyms().cells(batch_of([(left, right)]))) == set()


@pytest.mark.parametrize(
    ("left", "right", "span"),
    [
        ("习近平", "習近平", (1, 1, 1, 1)),
        ("习近平", "習近平", (0, 1, 0, 1)),
        ("Wu Yongming", "Yongming Wu", (0, 1, 1, 1)),
        ("Token Hub", "TokenHub", (0, 2, 0, 2)),
        ("Yong Ming", "Yongming", (0, 2, 0, 1)),
        ("Technologies", "Technology", (0, 1, 0, 1)),
        ("Alibaba", "Allibaba", (0, 1, 0, 1)),
        ("Model 7", "Model 007", (1, 1, 1, 1)),
    ],
)
def test_equal_writing(left: str, right: str, span: tuple[int, int, int, int]) -> None:
    assert span in spans(Surface().cells(batch_of([(left, right)])))


@pytest.mark.parametrize(
    ("left", "right"), [("吴", "王"), ("Wu", "Wa"), ("7", "8"), ("Mary", "Marx")]
)
def test_different_writing(left: str, right: str) -> None:
    assert spans(Surface().cells(batch_of([(left, right)]))) == set()


def test_a_slip_weighs_less_than_equality() -> None:
    def bits(right: str) -> float:
        return max(row[-1] for row in rows_of(Surface().cells(batch_of([("Alibaba", right)]))))

    assert bits("Alibaba") > bits("Allibaba") > 0


def test_initials_go_both_ways() -> None:
    assert (0, 1, 0, 1) in spans(Initials().cells(batch_of([("J Smith", "John Smith")])))
    assert (0, 1, 0, 1) in spans(Initials().cells(batch_of([("John Smith", "J Smith")])))
    assert spans(Initials().cells(batch_of([("Smith", "Smythe")]))) == set()


def test_homophones_differ_in_writing_and_speak_against() -> None:
    rows = rows_of(Homophones().cells(batch_of([("吴泽明", "吴则明")])))
    assert [row[1:6] for row in rows] == [(1, 1, 1, 1, 0)]
    assert rows[0][-1] < 0
    assert rows_of(Homophones().cells(batch_of([("吴", "王")]))) == []


def test_no_channel_minds_names_without_letters() -> None:
    batch = batch_of([("?!", "?!"), ("吴", "?!"), ("?!", "Wu")])
    for channel in (Meaning(), Acronyms(), Surface(), Initials(), Homophones()):
        assert len(channel.cells(batch)) == 0
    assert form("?!").keys == ()


def test_slips_are_looked_for_between_latin_names_only_whatever_stands_beside_them() -> None:
    mixed, latin = ("阿里Zaporizhzhia", "Zaporizhzha"), ("Zaporizhzhia", "Zaporizhzha")
    alone = rows_of(Surface().cells(batch_of([mixed], Kind.ORG)))
    beside = rows_of(Surface().cells(batch_of([mixed, latin], Kind.ORG)))
    assert [row for row in beside if row[0] == 0] == alone
    assert [row for row in beside if row[0] == 1]
