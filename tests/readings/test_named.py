"""What sound may not say: names that belong to another place, and parts that have no sound."""

import pytest

from namelink.linker import compare
from namelink.model.batch import Cells, make_cells
from namelink.model.kinds import Channel, Kind
from namelink.readings.named import no_legal_form, not_another_place
from namelink.readings.romanized import Romanized
from namelink.tables.lexicon import place_names
from tests.readings.batches import batch_of, rows_of


def whole(left: int, right: int) -> Cells:
    """One cell, of the first atoms of both names."""
    return make_cells([0], ([0], [left]), ([0], [right]), [9.0])


@pytest.mark.parametrize(
    ("place", "word", "fine"),
    [
        ("陕西", "Shanxi", False),
        ("陕西", "Shaanxi", True),
        ("陕西", "Shensi", True),
        ("山西", "Shanxi", True),
        ("山西", "Shansi", True),
        ("山西", "Shaanxi", False),
        ("三溪", "Shanxi", True),
        ("陕西", "Shangxi", True),
    ],
)
def test_a_place_keeps_its_own_english_name(place: str, word: str, *, fine: bool) -> None:
    batch = batch_of([(place, word)], Kind.PLACE)
    assert not_another_place(batch, whole(2, 1)).tolist() == [fine]


def test_pinyin_alone_would_take_one_province_for_the_other() -> None:
    batch = batch_of([("陕西", "Shanxi")], Kind.PLACE)
    cells = Romanized([Channel.PINYIN]).cells(batch)
    said = [row for row in rows_of(cells) if row[2] == 2]
    assert said, "nothing is left for the table to forbid"
    kept = cells.take(not_another_place(batch, cells))
    assert not [row for row in rows_of(kept) if row[2] == 2]


@pytest.mark.parametrize(("written", "other"), [("陕西", "Shanxi"), ("山西", "Shaanxi")])
def test_provinces_are_told_apart_from_end_to_end(written: str, other: str) -> None:
    own = {"Shanxi": "Shaanxi", "Shaanxi": "Shanxi"}[other]
    for right, wrong in ((own, other), (f"{own} Province", f"{other} Province")):
        left = written if " " not in right else f"{written}省"
        assert compare(left, right).verdict == "match"
        assert compare(left, wrong).verdict != "match"


def test_no_place_of_the_table_loses_its_own_name() -> None:
    pairs = [
        (han, name)
        for han, names in sorted(place_names().items())
        for name in sorted(names)
        if len(han) == 2
    ]
    assert len(pairs) > 50
    batch = batch_of(pairs[:300], Kind.PLACE)
    size = range(len(batch.left_of))
    cells = make_cells(size, ([0] * len(size), [2] * len(size)), ([0] * len(size), 1), 9.0)
    assert not_another_place(batch, cells).all()


@pytest.mark.parametrize(
    ("left", "right", "spans", "fine"),
    [
        ("北京有限公司", "Beijing Ltd", ((0, 2), (0, 1)), True),
        ("北京有限公司", "Beijing Ltd", ((2, 1), (0, 1)), False),
        ("北京有限公司", "Beijing Ltd", ((0, 2), (1, 1)), False),
        ("北京有限公司", "Beijing Ltd", ((1, 3), (0, 1)), False),
        ("北京有限公司", "Beijing Ltd", ((2, 4), (1, 1)), False),
        ("中国银行", "Bank of China", ((0, 2), (2, 1)), True),
        ("中国银行", "Bank of China", ((0, 2), (1, 2)), False),
    ],
)
def test_legal_forms_and_function_words_are_mute(
    left: str, right: str, spans: tuple[tuple[int, int], tuple[int, int]], *, fine: bool
) -> None:
    batch = batch_of([(left, right)], Kind.ORG)
    (one, many), (other, words) = spans
    cells = make_cells([0], ([one], [many]), ([other], [words]), [9.0])
    assert no_legal_form(batch, cells).tolist() == [fine]
