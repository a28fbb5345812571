"""The feature index against a look at every row."""

import math
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.candidates import features as module
from namelink.candidates import lists
from namelink.candidates.features import FeatureIndex, Scratch
from namelink.candidates.groups import REPEATED
from namelink.candidates.packing import Asked, FeatureRows, Packed, hashed
from namelink.candidates.sifting import in_sieve, new_sieve, sifted
from namelink.candidates.storage import MEMORY, Folder

Row = dict[str, float]
rows = st.dictionaries(
    st.sampled_from(["s:wu", "s:ming", "h:吴", "w:bank", "k:<t", "a:ym"]),
    st.sampled_from([0.25, 0.5, 0.7, 1.0]),
    max_size=5,
)


def built(table: list[Row]) -> FeatureIndex:
    return FeatureIndex.of([FeatureRows.of(table[:3]), FeatureRows.of(table[3:])])


def found(index: FeatureIndex, query: Row, count: int) -> list[int]:
    positions: list[int] = index.best(Asked.of(query), count).positions.tolist()
    return positions


def brute(table: list[Row], query: Row) -> list[float]:
    """Worth of every row, from the definition in the module's own words."""
    held = {name: sum(name in row for row in table) for row in table for name in row}
    rarity = {
        name: max(math.log((len(table) + 1) / (count + 0.5)), 0.05) for name, count in held.items()
    }
    worths = []
    for row in table:
        shared = sum(weight * rarity[name] * query.get(name, 0.0) for name, weight in row.items())
        worths.append(shared / max(sum(row.values()), 1.0) ** module._LENGTH_POWER)
    return worths


@settings(max_examples=300)
@given(st.lists(rows, max_size=12), rows, st.integers(1, 14))
def test_best_are_the_best_of_all(table: list[Row], query: Row, count: int) -> None:
    best = found(built(table), query, count)
    worths = brute(table, query)
    sharing = [at for at, worth in enumerate(worths) if worth > 0]
    assert len(best) == min(count, len(sharing))
    assert len(set(best)) == len(best)
    assert set(best) <= set(sharing)
    # Worths of the found fall, and nobody left out is worth more; equal within float32.
    values = [worths[at] for at in best]
    assert all(a >= b - 1e-5 * max(a, 1) for a, b in pairwise(values))
    left_out = [worths[at] for at in sharing if at not in best]
    if best and left_out:
        assert max(left_out) <= min(values) * (1 + 1e-5) + 1e-6


@given(st.lists(rows, min_size=1, max_size=8), rows)
def test_more_candidates_begin_with_the_fewer(table: list[Row], query: Row) -> None:
    index = built(table)
    every = found(index, query, len(table))
    for count in range(1, len(table)):
        assert found(index, query, count) == every[:count]


@given(st.lists(rows, max_size=6), st.lists(rows, max_size=6), rows)
def test_beside_counts_as_one_index(one: list[Row], other: list[Row], query: Row) -> None:
    whole = built(one + other).best(Asked.of(query), 20)
    first, second = built(one), built(other)
    mine = first.beside([second]).best(Asked.of(query), 20)
    theirs = second.beside([first]).best(Asked.of(query), 20)
    apart = dict(zip(mine.positions.tolist(), mine.worths.tolist(), strict=True))
    apart |= dict(zip((theirs.positions + len(one)).tolist(), theirs.worths.tolist(), strict=True))
    together = dict(zip(whole.positions.tolist(), whole.worths.tolist(), strict=True))
    assert apart == pytest.approx(together)


@given(st.lists(rows, min_size=1, max_size=8), rows, st.data())
def test_without_counts_as_if_never_there(
    table: list[Row], query: Row, data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.integers(0, len(table) - 1)))
    kept = [at for at in range(len(table)) if at not in gone]
    alive = np.array([at not in gone for at in range(len(table))])
    index = built(table).without(np.array(sorted(gone), dtype=np.int64))
    best = index.best(Asked.of(query), 20, alive=alive)
    picked = FeatureIndex.picked([built(table)], np.array(kept, dtype=np.int64))
    anew = built([table[at] for at in kept]).best(Asked.of(query), 20)
    again = picked.best(Asked.of(query), 20)
    assert [kept.index(at) for at in best.positions.tolist()] == anew.positions.tolist()
    assert best.worths.tolist() == pytest.approx(anew.worths.tolist())
    assert again.positions.tolist() == anew.positions.tolist()


def test_rows_that_are_gone_keep_none_out() -> None:
    """More rows that share the query's feature better than are worked out, and all are gone."""
    gone = module._FEWEST_WEIGHED + 100
    table = [{"s:hua": 1.0}] * gone + [{"s:hua": 1.0} | {f"other {at}": 1.0 for at in range(5)}]
    alive = np.arange(len(table)) >= gone
    index = built(table).without(np.flatnonzero(~alive))
    best = index.best(Asked.of({"s:hua": 1.0}), 3, alive=alive)
    assert best.positions.tolist() == [gone]


@given(st.lists(rows, max_size=8), st.lists(rows, min_size=1, max_size=4))
def test_working_arrays_are_left_clean(table: list[Row], queries: list[Row]) -> None:
    index = built(table)
    scratch = Scratch(index)
    for query in queries:
        one = index.best(Asked.of(query), 3, scratch=scratch)
        assert one.positions.tolist() == found(index, query, 3)
        assert not scratch.sums.any()
        assert not scratch.asked.any()
        assert not scratch.named.any()
        assert not scratch.holds.any()


@given(st.lists(rows, min_size=1, max_size=12), rows, st.integers(1, 14), st.data())
def test_walking_the_entries_finds_what_walking_all_rows_finds(
    table: list[Row], query: Row, count: int, data: st.DataObject
) -> None:
    alive = np.array(data.draw(st.lists(st.booleans(), min_size=len(table), max_size=len(table))))
    index, asked = built(table), Asked.of(query)
    scratch = Scratch(index)
    walked = index.best(asked, count, alive=alive, scratch=scratch)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_WALKED", 0)
        again = index.best(asked, count, alive=alive, scratch=scratch)
    assert not scratch.named.any()
    assert not scratch.sums.any()
    assert again.positions.tolist() == walked.positions.tolist()
    assert again.worths.tolist() == walked.worths.tolist()


@pytest.mark.parametrize("table", [[], [{}], [{"s:wu": 1.0}, {}]])
def test_nothing_shared_is_nothing_found(table: list[Row]) -> None:
    assert found(built(table), {"s:li": 1.0}, 5) == []
    assert found(built(table), {}, 5) == []


def test_a_rare_feature_outweighs_a_common_one() -> None:
    table = [{"common": 1.0}, {"common": 1.0}, {"common": 1.0}, {"rare": 1.0}]
    assert found(built(table), {"common": 1.0, "rare": 1.0}, 1) == [3]


def test_equals_come_by_position() -> None:
    assert found(built([{"s:wu": 1.0}] * 5), {"s:wu": 1.0}, 3) == [0, 1, 2]


def test_the_list_of_a_frequent_feature_names_the_shortest_rows() -> None:
    long = {"common": 1.0} | {f"other {at}": 1.0 for at in range(5)}
    table = [long] * module._LISTED + [{"common": 1.0}] * 3
    assert found(built(table), {"common": 1.0}, 3) == [module._LISTED + at for at in range(3)]


def test_the_budget_keeps_the_rarest_features(monkeypatch: pytest.MonkeyPatch) -> None:
    table = [{"common": 1.0}] * 50 + [{"common": 1.0, "rare": 1.0}]
    monkeypatch.setattr(module, "_MOST_ENTRIES", 10)
    assert found(built(table), {"common": 1.0, "rare": 1.0}, 5) == [50]


def test_arrays_make_the_same_index() -> None:
    index = built([{"s:wu": 1.0}, {"s:wu": 0.5, "w:bank": 1.0}])
    again = FeatureIndex.from_arrays(index.arrays())
    assert found(again, {"w:bank": 1.0, "s:wu": 1.0}, 2) == [1, 0]


@given(st.lists(rows, max_size=9), st.integers(1, 4))
def test_the_vocabulary_is_every_feature_once(table: list[Row], strokes: int) -> None:
    parts = [FeatureRows.of(table[:4]), FeatureRows.of(table[4:])]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lists, "_NUMBERS_AT_ONCE", strokes)
        vocabulary = lists.vocabulary_of(parts, MEMORY)
    assert vocabulary.tolist() == sorted({hashed(name) for row in table for name in row})


@given(st.lists(rows, max_size=9))
def test_rows_come_back_from_their_features(table: list[Row]) -> None:
    packed = FeatureRows.of(table)
    held, weight, sizes = packed.forward()
    assert sizes.tolist() == list(map(len, table))
    told = iter(zip(packed.numbers[held].tolist(), (weight / 100).tolist(), strict=True))
    for row in table:
        own = [next(told) for _ in row]
        assert own == sorted((hashed(name), share) for name, share in row.items())


@given(st.lists(st.tuples(st.lists(rows, max_size=3), rows), max_size=6))
def test_shared_pieces_count_as_if_each_row_had_them(table: list[tuple[list[Row], Row]]) -> None:
    kept: dict[str, Packed] = {}
    shared = [
        [kept.setdefault(repr(piece), Packed.of([*piece], [*piece.values()])) for piece in pieces]
        for pieces, _ in table
    ]
    packed = FeatureRows.packed(
        (pieces, own) for pieces, (_, own) in zip(shared, table, strict=True)
    )
    plain = FeatureRows.of(
        {
            name: max(each.get(name, 0.0) for each in (*pieces, own))
            for each_row in (*pieces, own)
            for name in each_row
        }
        for pieces, own in table
    )
    for item in fields(FeatureRows):
        assert np.array_equal(getattr(packed, item.name), getattr(plain, item.name)), item.name


def test_an_index_in_files_is_the_index_in_memory(tmp_path: Path) -> None:
    table = [{f"f{at % 7}": 1.0, f"g{at % 3}": 0.5} for at in range(40)]
    parts = [FeatureRows.of(table[:15]), FeatureRows.of(table[15:])]
    inside = FeatureIndex.of(parts, Folder(tmp_path)).arrays()
    for name, array in FeatureIndex.of(parts).arrays().items():
        assert array.dtype == inside[name].dtype, name
        assert array.tolist() == inside[name].tolist(), name


def test_lists_do_not_depend_on_strokes(monkeypatch: pytest.MonkeyPatch) -> None:
    table = [
        {f"f{at % 7}": 1.0, f"g{at % 3}": 0.5, "all": 0.25 * (1 + at % 2)} for at in range(40)
    ]
    whole = built(table).arrays()
    monkeypatch.setattr(lists, "_ENTRIES_AT_ONCE", 5)
    for name, array in built(table).arrays().items():
        assert array.tolist() == whole[name].tolist(), name


def test_of_alternatives_the_best_counts() -> None:
    """A row that holds two spellings of one character, and one that holds two characters."""
    table: list[Row] = [{"y:chang": 1.0, "y:chiang": 1.0}, {"y:chang": 1.0, "s:kai": 1.0}]
    table += [{"y:chiang": 1.0}, {"s:kai": 1.0}]
    query = {"y:chang": 1.0, "y:chiang": 1.0, "s:kai": 0.9}
    index = built(table)
    groups = {"y:chang": 3, "y:chiang": 3}
    assert found(index, query, 1) == [0]
    asked = Asked.of(query, groups)
    assert index.best(asked, 1).positions.tolist() == [1]


@settings(max_examples=200)
@given(st.lists(rows, max_size=12), rows, st.lists(st.integers(-1, 3), min_size=6, max_size=6))
def test_worth_is_that_of_the_best_of_each_group(
    table: list[Row], query: Row, group: list[int]
) -> None:
    groups = dict(zip(query, group, strict=False))
    index = built(table)
    plain = index.best(Asked.of(query), 100)
    best = index.best(Asked.of(query, groups), 100)
    worth = dict(zip(plain.positions.tolist(), plain.worths.tolist(), strict=True))
    assert set(worth) == set(best.positions.tolist())
    told = dict(zip(query, index.told(Asked.of(query)).tolist(), strict=True))
    for at, found_worth in zip(best.positions.tolist(), best.worths.tolist(), strict=True):
        shared = {name: told[name] * table[at][name] for name in query if name in table[at]}
        parts: dict[object, list[float]] = {}
        for name, value in shared.items():
            own = groups.get(name, -1)
            parts.setdefault(name if own < 0 else own, []).append(value)
        counted = sum(max(part) + REPEATED * (sum(part) - max(part)) for part in parts.values())
        whole = sum(shared.values())
        assert found_worth == pytest.approx(worth[at] * counted / whole, rel=1e-4)


@given(st.lists(st.integers(0, 20), max_size=12), st.sets(st.integers(0, 70_000)), st.data())
def test_a_sieve_keeps_what_is_wanted(
    sizes: list[int], wanted: set[int], data: st.DataObject
) -> None:
    numbers = st.integers(0, 70_000) | st.sampled_from(sorted(wanted) or [0])
    held = data.draw(st.lists(numbers, min_size=sum(sizes), max_size=sum(sizes)))
    rows = data.draw(st.lists(st.integers(0, len(sizes) - 1))) if sizes else []
    ends = np.cumsum(sizes, dtype=np.int64)
    sieve = new_sieve()
    sieve[in_sieve(np.array(sorted(wanted), dtype=np.int64))] = True
    places, owner = sifted(ends, np.array(held, dtype=np.int32), np.array(rows, np.int64), sieve)
    every = [
        (place, at)
        for at, row in enumerate(rows)
        for place in range(ends[row] - sizes[row], ends[row])
    ]
    kept = list(zip(places.tolist(), owner.tolist(), strict=True))
    # In order, of the rows alone, and nothing that is wanted is missing.
    assert kept == [each for each in every if each in set(kept)]
    assert {each for each in every if held[each[0]] in wanted} <= set(kept)
