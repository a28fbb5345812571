"""Characters that look alike between two Chinese names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.readings.homophone import Homophones
from namelink.readings.look_alike import LOOK_ALIKE, LookAlikes
from namelink.tables.look_alikes import look_alikes
from tests.readings.batches import batch_of, rows_of

ALIKE = sorted(look_alikes())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("未", "末"),
        ("己", "已"),
        ("士", "土"),
        ("日", "曰"),
        ("戊", "戌"),
        ("冶", "治"),
        ("浩", "皓"),
        ("伟", "炜"),
    ],
)
def test_facts(one: str, other: str) -> None:
    assert other in look_alikes()[one]
    assert one in look_alikes()[other]


@pytest.mark.parametrize(("one", "other"), [("明", "伟"), ("王", "李"), ("龙", "虎")])
def test_characters_that_nobody_takes_for_each_other(one: str, other: str) -> None:
    assert other not in look_alikes().get(one, {})


@given(st.sampled_from(ALIKE), st.data())
def test_cells_speak_against_and_name_the_pair(one: str, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(sorted(look_alikes()[one])))
    batch = batch_of([(f"陈{one}", f"陈{other}")])
    cells = LookAlikes().cells(batch)
    rows = [row for row in rows_of(cells) if row[1] == row[3] == 1]
    heard = [row for row in rows_of(Homophones().cells(batch)) if row[1] == row[3] == 1]
    # What sounds alike as well is told as such, and once.
    assert len(rows) + len(heard) == 1
    if heard:
        return
    assert rows[0][-1] < 0
    assert set(cells.detail.tolist()) == {LOOK_ALIKE}
    assert one in str(LookAlikes().note([(one, "")], other, LOOK_ALIKE))


@pytest.mark.parametrize("name", ["陈未", "Chen Wei", ""])
def test_a_name_looks_like_nothing_but_another(name: str) -> None:
    assert not len(LookAlikes().cells(batch_of([(name, name)])))


@pytest.mark.parametrize(("one", "other"), [("陈末名", "陈未名"), ("李浩", "李皓")])
def test_look_alikes_are_told_and_contradict(one: str, other: str) -> None:
    found = compare(one, other, kind="person")
    assert found.verdict != "match"
    assert found.relation in ("contradicts", "homophone")
    # A character of another look speaks against more.
    assert found.bits > compare(one, f"{one[0]}麟{one[2:]}", kind="person").bits
