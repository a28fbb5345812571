"""An index with a sentence encoder: asked once for all names, alike in any number of segments."""

from pathlib import Path

import pandas as pd
import pytest

import namelink as nl
from tests.encoders import Small, small_options

OTHERS = [f"Xuan {a}ing {b}ing" for a in "BDLMPT" for b in "BDLMPT"]
FEW = nl.Limits(candidates=4)
HAN, LATIN = "玄霜青冥", "Velquar Ostrin"


def frame(names: list[str], first: int = 0) -> pd.DataFrame:
    return pd.DataFrame({"id": range(first, first + len(names)), "name": names})


def found(index: nl.AliasIndex) -> dict[str, str]:
    rows = index.search(HAN, top_k=4, threshold=0.0)
    return {row.right_name: row.channels for row in rows if row.right_name is not None}


def test_what_only_the_encoder_finds_is_found_and_told() -> None:
    index = nl.AliasIndex.build([*OTHERS, LATIN], options=small_options(limits=FEW))
    assert found(index)[LATIN] == "encoder"
    why = index.why(HAN, len(OTHERS))
    assert why.key_rank is None or why.key_rank > FEW.candidates
    assert why.comparison is not None
    assert "encoder" in [each.channel.value for each in why.comparison.evidence]
    assert why.stage.value not in ("no_shared_key", "not_a_candidate")
    without = nl.AliasIndex.build([*OTHERS, LATIN], options=nl.Options(limits=FEW))
    assert LATIN not in found(without)
    assert without.why(HAN, len(OTHERS)).stage.value == "not_a_candidate"


def test_rows_come_and_go() -> None:
    index = nl.AliasIndex.build(frame(OTHERS), options=small_options(limits=FEW))
    assert LATIN not in found(index)
    index.add(frame([LATIN], first=100))
    assert found(index)[LATIN] == "encoder"
    index.remove([100])
    assert LATIN not in found(index)


def test_a_file_and_workers_change_nothing(tmp_path: Path) -> None:
    names = [HAN, "玄霜传说", "沧海花园", "孤城迷宫"] * 2
    table = [*OTHERS, LATIN, "Velquar Legend", "Brockle Garden"]
    options = small_options(limits=FEW)
    index = nl.AliasIndex.build(table, options=options)
    index.save(tmp_path / "names.index")
    again = nl.AliasIndex.open(tmp_path / "names.index", options=options)
    forked = nl.AliasIndex.build(
        table, options=small_options(limits=nl.Limits(candidates=4, workers=2))
    )
    rows = index.search_many(names, threshold=0.0)
    assert rows == again.search_many(names, threshold=0.0)
    assert rows == forked.search_many(names, threshold=0.0)
    assert rows == [
        nl.Link(**{each: getattr(row, each) for each in nl.Link.__slots__})
        for row in nl.link(names, index, top_k=10, threshold=0.0)
    ]


def test_names_of_the_index_are_encoded_once_for_all_searches() -> None:
    encoder = Small()
    index = nl.AliasIndex.build([*OTHERS, LATIN], options=small_options(encoder))
    assert encoder.calls == 0
    index.search(HAN)
    assert sorted(encoder.asked) == sorted([*OTHERS, LATIN, HAN])
    index.search("孤城")
    index.search("Velquar Ostrin")
    assert encoder.asked[len(OTHERS) + 2 :] == ["孤城"]


def test_a_wrong_result_is_told_before_anything_is_searched() -> None:
    options = small_options()
    assert options.encoder is not None
    bad = nl.CalibratedEncoder.from_dict(options.encoder.to_dict(), lambda _: [[float("nan")]])
    with pytest.raises(nl.InvalidOptions, match="shape"):
        nl.AliasIndex.build([LATIN], options=nl.Options(encoder=bad)).search(HAN)
