"""Names that an index keeps taken apart are what taking them apart gives."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import namelink as nl
from namelink.index.forms import Forms
from namelink.io.arrays import read_arrays, write_arrays
from namelink.model.form import Form
from namelink.pairing import prepare

_NAMES = (
    "Wu Yongming", "吳泳銘", "歐陽娜娜", "Xi'an Jiaotong University", "Łódź", "ICBC", "", "...",
    "马云 Jack Ma", "内蒙古自治区", "HappyHorse", "亨利八世", "No. 12 Middle School", "O’Neill",
    "Мария", "\ud800 Wu", "北京(上海)有限公司", "Mr. Deng", " padded ", "ﬁne", "a\nb",
    "中" * 400, "word " * 200,
)  # fmt: skip


def _made(name: str, kind: nl.Kind = nl.Kind.UNKNOWN) -> tuple[Form, ...]:
    return prepare(name, kind, nl.Options()).forms


@given(st.lists(st.text(max_size=30) | st.sampled_from(_NAMES), max_size=6), st.data())
def test_what_is_kept_is_what_was_made(names: list[str], data: st.DataObject) -> None:
    kinds = [data.draw(st.sampled_from(nl.Kind)) for _ in names]
    made = [_made(name, kind) for name, kind in zip(names, kinds, strict=True)]
    kept = Forms.of(names, made)
    assert kept.of_names(np.arange(len(names)), names) == made


@given(st.lists(st.lists(st.sampled_from(_NAMES), max_size=5), max_size=4), st.data())
def test_names_are_picked_from_several_parts(blocks: list[list[str]], data: st.DataObject) -> None:
    every = [name for block in blocks for name in block]
    wanted = data.draw(st.lists(st.integers(0, len(every) - 1))) if every else []
    parts = [Forms.of(block, [_made(name) for name in block]) for block in blocks]
    picked = Forms.picked(parts, np.array(wanted, dtype=np.int64))
    given = [every[number] for number in wanted]
    assert picked.of_names(np.arange(len(wanted)), given) == list(map(_made, given))
    # In any order as well.
    backwards = np.arange(len(wanted))[::-1]
    assert picked.of_names(backwards, given[::-1]) == list(map(_made, given[::-1]))
    assert len(picked.ends) == len(wanted)


def test_parts_with_more_than_a_byte_counts() -> None:
    # What fits a byte in a part may not in the whole.
    names = [f"{word} Company {number}" for number in range(300) for word in ("Wu", "泳铭")]
    half = len(names) // 2
    parts = [
        Forms.of(block, [_made(name) for name in block]) for block in (names[:half], names[half:])
    ]
    order = np.arange(len(names))[::-1]
    picked = Forms.picked(parts, order)
    given = [names[number] for number in order.tolist()]
    assert picked.of_names(np.arange(len(names)), given) == list(map(_made, given))


def test_forms_come_back_from_a_file(tmp_path: Path) -> None:
    kept = tmp_path / "forms"
    write_arrays(kept, Forms.of(_NAMES, list(map(_made, _NAMES))).arrays(), about={})
    read = Forms.from_arrays(read_arrays(kept).arrays)
    assert read.of_names(np.arange(len(_NAMES)), _NAMES) == list(map(_made, _NAMES))
