"""The vectorized comparison of syllables against plain enumeration, and facts of spellings."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.model.batch import Batch
from namelink.model.kinds import Channel
from namelink.readings.romanized import MISS_BITS, Romanized, emissions
from namelink.readings.spelled import readings
from namelink.tables.syllables import segmentations, systems
from tests.readings.batches import batch_of, rows_of

CHANNELS = [channel for channel in Channel if channel.value in systems()]


def enumerated(batch: Batch, channel: Channel) -> list[tuple[int, int, int, int, int, int, float]]:
    """Each pair, each cut of each word, each start, syllable by syllable; without the prior."""
    found = []
    for pair, (left, right) in enumerate(zip(batch.left_of, batch.right_of, strict=True)):
        written, spelled = batch.left[left], batch.right[right]
        for at, (word, shape) in enumerate(zip(spelled.keys, spelled.shapes, strict=True)):
            if shape != "latin":
                continue
            for cut in segmentations(word, channel.value):
                for start in range(len(written.keys) - len(cut) + 1):
                    end = start + len(cut)
                    if written.shapes[start:end] != ("han",) * len(cut):
                        continue
                    if len(set(written.group[start:end])) > 1:
                        continue
                    each = [
                        emissions(written.keys[place], written.surname[place], channel.value).get(
                            said
                        )
                        for place, said in zip(range(start, end), cut, strict=True)
                    ]
                    missed = each.count(None)
                    # A difference is told once, in pinyin, and of names that begin with a surname.
                    headed = any(written.surname) and channel is Channel.PINYIN
                    if missed > (len(cut) // 2 if headed else 0):
                        continue
                    bits = sum(MISS_BITS if one is None else one for one in each)
                    found.append((pair, start, len(cut), at, 1, missed, bits))
    return sorted(found)


written = st.text("吴泽明泳铭曾单长重西安乐·A7", min_size=1, max_size=5)
spelled = st.lists(
    st.sampled_from(
        ["wu", "zeming", "Yongming", "xian", "Xi'an", "Chang", "tseng", "lü", "smith", "y"]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)


@settings(max_examples=150)
@given(st.lists(st.tuples(written, spelled), min_size=1, max_size=4), st.sampled_from(CHANNELS))
def test_cells_are_those_of_plain_enumeration(
    pairs: list[tuple[str, str]], channel: Channel
) -> None:
    batch = batch_of(pairs)
    found = rows_of(Romanized([channel]).cells(batch))
    expected = enumerated(batch, channel)
    assert [row[:-1] for row in found] == [row[:-1] for row in expected]
    # Every cell of a system carries the same log share of that system.
    gaps = {
        round(mine[-1] - theirs[-1], 3)
        for mine, theirs in zip(by_bits(found), by_bits(expected), strict=True)
    }
    assert len(gaps) <= 1
    assert all(gap <= 0 for gap in gaps)


def by_bits(rows: list[tuple[int, int, int, int, int, int, float]]) -> list[tuple[float, ...]]:
    return sorted(rows)


def test_more_usual_systems_are_more_probable() -> None:
    shares = {}
    for channel in CHANNELS:
        # 李 is spelled li in every system, so only the system's share differs.
        (row,) = rows_of(Romanized([channel]).cells(batch_of([("李", "li")])))
        shares[channel] = row[-1]
    assert max(shares, key=lambda channel: shares[channel]) is Channel.PINYIN


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("吴泳铭", "Yongming"),
        ("曾", "Zeng"),
        ("曾", "Ceng"),
        ("吕", "lv"),
        ("吕", "lu"),
        ("吕", "lyu"),
        ("西安", "Xi'an"),
        ("西安", "Xian"),
        ("重庆", "Chongqing"),
        ("重庆", "Zhongqing"),
        ("欧阳", "Ouyang"),
    ],
)
def test_spans_that_agree(name: str, spelling: str) -> None:
    found = rows_of(Romanized([Channel.PINYIN]).cells(batch_of([(name, spelling)])))
    assert any(missed == 0 for *_, missed, _ in found)


def test_the_surname_reading_is_the_more_probable_one() -> None:
    for char, surname, ordinary in (
        ("曾", "zeng", "ceng"),
        ("单", "shan", "dan"),
        ("解", "xie", "jie"),
        ("仇", "qiu", "chou"),
        ("查", "zha", "cha"),
        ("翟", "zhai", "di"),
        ("区", "ou", "qu"),
        ("朴", "piao", "pu"),
        ("盖", "ge", "gai"),
    ):
        head = dict(readings(char, surname))
        assert head[surname] > head.get(ordinary, 0.0), char
        assert ordinary in head, char


def test_the_ordinary_reading_stands_outside_surnames() -> None:
    assert dict(readings("单", ""))["dan"] > dict(readings("单", "")).get("shan", 0.0)


def test_the_note_names_the_syllable_that_differs() -> None:
    note = str(Romanized([Channel.PINYIN]).note([("泽", ""), ("明", "")], "yongming"))
    assert "yong ≠ 泽" in note
    assert "ming = 明" in note


@pytest.mark.parametrize("char", "吴曾单重长")
def test_a_spelling_weighs_no_more_than_agreement_can(char: str) -> None:
    bits = emissions(char, "", "pinyin")
    assert bits
    assert all(math.isfinite(weight) and weight <= 12.0 for weight in bits.values())


def test_an_apostrophe_parts_two_syllables() -> None:
    pairs = [("王佳楠", "Wang Jian'an"), ("王建安", "Wang Jian'an"), ("陈庆", "Ch'en Ch'ing")]
    cells = Romanized().cells(batch_of(pairs))
    agreed = {(row[0], row[1], row[2]) for row in rows_of(cells) if not row[5]}
    assert (0, 1, 2) not in agreed
    assert (1, 1, 2) in agreed
    assert {(2, 0, 1), (2, 1, 1)} <= agreed
