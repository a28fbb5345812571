"""The channel of alias tables: which spans, how much, and what is left alone."""

import pytest

from namelink.model.aliases import Aliases
from namelink.model.kinds import Kind
from namelink.readings.alias import Alias
from tests.readings.batches import batch_of, form, rows_of

KNOWN = Alias(
    Aliases.of(
        [
            ("友邦保险", "AIA"),
            ("友邦", "AIA"),
            ("鸿海", "富士康", "Foxconn"),
            ("中国银行", "Bank of China", "BOC"),
            ("上海", "Shanghai"),
            ("推特", "X"),
            ("周杰伦", "Jay Chou"),
            ("一、二", "12 3"),
            ("國際商業機器", "IBM"),
            ("AIA", "美国建筑师学会"),
        ]
    )
)


def spans(left: str, right: str, kind: Kind = Kind.ORG) -> set[tuple[int, int, int, int]]:
    return {row[1:5] for row in rows_of(KNOWN.cells(batch_of([(left, right)], kind)))}


def bits(left: str, right: str, kind: Kind = Kind.ORG) -> float:
    rows = rows_of(KNOWN.cells(batch_of([(left, right)], kind)))
    return max((row[-1] for row in rows), default=0.0)


@pytest.mark.parametrize(
    ("left", "right", "span"),
    [
        ("友邦", "AIA", (0, 2, 0, 1)),
        ("友邦保险控股有限公司", "AIA Group", (0, 4, 0, 1)),
        ("鴻海", "富士康", (0, 2, 0, 3)),
        ("鸿海精密", "FOXCONN Technology", (0, 2, 0, 1)),
        ("中国银行", "Bank of China", (0, 4, 0, 3)),
        ("BOC Hong Kong", "Bank of China (Hong Kong)", (0, 1, 0, 3)),
        ("中国银行", "BankOfChina", (0, 4, 0, 3)),
        ("国际商业机器", "ibm", (0, 6, 0, 1)),
        ("推特", "X", (0, 2, 0, 1)),
    ],
)
def test_spans_that_the_table_states(
    left: str, right: str, span: tuple[int, int, int, int]
) -> None:
    assert span in spans(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("友邦", "Foxconn"),
        ("友邦", "美国建筑师学会"),  # Groups are not chained.
        ("推特", "Tesla Model X"),  # One letter stands in many names.
        ("友邦", "AIAX"),  # A span ends where an atom does.
        ("友邦", "A I"),
        ("", ""),
    ],
)
def test_spans_that_it_does_not_state(left: str, right: str) -> None:
    assert spans(left, right) == set()


@pytest.mark.parametrize("name", ["鸿海富士康", "富士康鸿海", "中国银行 BOC", "BOC Bank of China"])
def test_what_stands_on_both_sides_needs_no_table(name: str) -> None:
    assert spans(name, name) == set()


def test_a_name_inside_its_counterpart_is_not_on_both_sides() -> None:
    alias = Alias(Aliases.of([("友邦保险", "友邦")]))
    rows = rows_of(alias.cells(batch_of([("友邦保险", "友邦")], Kind.ORG)))
    assert [row[1:5] for row in rows] == [(0, 4, 0, 2)]


def test_a_longer_span_weighs_more() -> None:
    rows = rows_of(KNOWN.cells(batch_of([("友邦保险控股", "AIA")], Kind.ORG)))
    by_size = {row[2]: row[-1] for row in rows}
    assert by_size[4] > by_size[2] > 0


def test_a_whole_name_weighs_what_a_statement_does_and_a_part_what_it_is_rare() -> None:
    assert bits("上海", "Shanghai", Kind.PLACE) >= 20.0
    assert 0 < bits("上海银行", "Shanghai Museum") < 10.0
    # A legal form beside it leaves a name whole.
    assert bits("友邦保险有限公司", "AIA Ltd.") >= 20.0


def test_a_part_of_a_person_weighs_what_a_family_name_does_and_is_never_cut() -> None:
    assert bits("周杰伦", "Jay Chou", Kind.PERSON) >= 20.0
    assert 0 < bits("杰·周杰伦", "Jay Chou", Kind.PERSON) < 10.0
    assert bits("周杰伦敦", "Jay Chou", Kind.PERSON) == 0.0


def test_names_that_fold_to_one_say_nothing() -> None:
    alias = Alias(Aliases.of([("習近平", "习近平"), ("·", "AIA")]))
    assert rows_of(alias.cells(batch_of([("習近平", "习近平"), ("友邦", "AIA")]))) == []


def test_cells_belong_to_their_pairs() -> None:
    pairs = [("友邦", "AIA"), ("友邦", "Foxconn"), ("鸿海", "AIA"), ("鸿海", "Foxconn")]
    assert {row[0] for row in rows_of(KNOWN.cells(batch_of(pairs, Kind.ORG)))} == {0, 3}


def test_features_are_shared_by_names_of_a_group_and_by_no_others() -> None:
    mine, same, other = (
        set(KNOWN.features(form(name, Kind.ORG)))
        for name in ("鸿海精密", "Foxconn Technology Group", "Bank of China")
    )
    assert mine == same
    assert mine
    assert not mine & other
    assert KNOWN.features(form("中国移动", Kind.ORG)) == {}
    assert Alias().features(form("鸿海", Kind.ORG)) == {}


def test_features_do_not_depend_on_the_order_of_groups() -> None:
    groups = [("友邦", "AIA"), ("鸿海", "Foxconn"), ("推特", "X")]
    one, other = Alias(Aliases.of(groups)), Alias(Aliases.of([g[::-1] for g in groups[::-1]]))
    for name in ("友邦", "AIA", "鸿海 推特", "Foxconn"):
        own = form(name, Kind.ORG)
        assert list(one.features(own).items()) == list(other.features(own).items())
