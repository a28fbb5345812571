"""Candidates by edit ratio: what comparing with every name would give."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

import namelink as nl
from namelink.errors import InvalidOptions

_LATIN = st.text("abw n", min_size=1, max_size=9).map(lambda text: " ".join(text.split()))
_NAMES = st.lists(_LATIN.filter(bool), min_size=1, max_size=12)


def ratio(one: str, other: str) -> float:
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


@settings(max_examples=60, deadline=None)
@given(_NAMES, _LATIN.filter(bool), st.sampled_from([50.0, 80.0, 90.0]), st.integers(1, 4))
def test_latin_names_are_those_of_brute_force(
    names: list[str], asked: str, cutoff: float, top_k: int
) -> None:
    index = nl.AliasIndex.build(names)
    expected = sorted(
        ((-score, text) for text in set(names) if (score := ratio(asked, text)) >= cutoff),
    )[:top_k]
    found = index.candidates([asked], top_k=top_k, cutoff=cutoff)
    assert list(dict.fromkeys((-row.similarity, row.right_name) for row in found)) == [
        (pytest.approx(score), text) for score, text in expected
    ]
    assert {row.right_id for row in found} == {
        at for at, text in enumerate(names) if text in {name for _, name in expected}
    }


def test_a_chinese_name_is_found_by_its_spellings_on_either_side() -> None:
    index = nl.AliasIndex.build(["吴泳铭", "Wu Yongming", "Bank of China", "李嘉诚"])
    assert {row.right_name for row in index.candidates(["Wu Yongmin"])} == {
        "吴泳铭",
        "Wu Yongming",
    }
    assert {row.right_name for row in index.candidates(["吴泳铭"])} == {"吴泳铭", "Wu Yongming"}
    assert [row.string for row in index.candidates(["Lee Ka-shing"])] == ["lee ka shing"]


@pytest.mark.parametrize("asked", ["蓝随", "蓝随康达", "李随康"])
def test_slips_are_found_whatever_their_ratio(asked: str) -> None:
    index = nl.AliasIndex.build(["蓝随康", "王伟"])
    assert index.candidates([asked], cutoff=100) == []
    found = index.candidates([asked], cutoff=100, slips=True)
    assert [row.right_name for row in found] == ["蓝随康"]
    assert found[0].similarity == pytest.approx(ratio(asked, "蓝随康"))


def test_added_and_removed_rows_are_seen_and_a_file_keeps_them(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    table = pl.DataFrame({"id": ["a", "b"], "name": ["Wu Yongming", "Wu Yong Ming"]})
    index = nl.AliasIndex.build(table)
    index.add(pl.DataFrame({"id": ["c"], "name": ["Wu Yongmin"]}))
    index.remove(["a"])
    path = tmp_path_factory.mktemp("similar") / "index"
    index.save(path)
    for each in (index, nl.AliasIndex.open(path, check=True)):
        found = each.candidates(["Wu Yongmin"], top_k=1)
        assert [row.right_id for row in found] == ["c"]
        assert {row.right_id for row in each.candidates(["Wu Yongming"])} == {"b", "c"}


def test_a_fast_search_finds_no_more() -> None:
    names = [f"{one}{other} ming" for one in "abcdefgh" for other in "aeiou"]
    index = nl.AliasIndex.build(names)
    for asked in ("ba min", "ce ming", "hu ling"):
        exact = {row.right_name for row in index.candidates([asked], top_k=None)}
        assert {row.right_name for row in index.candidates([asked], fast=True)} <= exact


@pytest.mark.parametrize("wrong", [{"top_k": 0}, {"cutoff": 101.0}, {"cutoff": -1.0}])
def test_cuts_that_cannot_work_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidOptions):
        nl.AliasIndex.build(["a"]).candidates(["a"], **wrong)  # type: ignore[arg-type]
