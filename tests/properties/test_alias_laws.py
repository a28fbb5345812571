"""Laws of alias tables, for any two names."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.linker import compare, compare_pairs, link
from namelink.model.aliases import Aliases
from namelink.model.kinds import Channel, Kind
from namelink.model.options import Options
from tests.properties.strategies import likely_names, names

# No name of the strategies holds these.
STRANGE = Options(aliases=Aliases.of([("龘靐齉", "Qqxzq"), ("Vvkvj Kjxx", "龘龘")]))
SILENT = tuple(channel for channel in Channel if channel is not Channel.ALIAS)
pairs = st.one_of(
    st.tuples(likely_names(), likely_names()),
    st.tuples(names(), names()),
)
groups = st.lists(
    st.lists(likely_names(), min_size=2, max_size=3, unique=True), min_size=1, max_size=4
)


@settings(max_examples=100)
@given(pairs)
def test_a_pair_that_holds_no_alias_is_as_without(pair: tuple[str, str]) -> None:
    assert compare(*pair, options=STRANGE) == compare(*pair)


@settings(max_examples=100)
@given(pairs, groups)
def test_switched_off_aliases_change_nothing(
    pair: tuple[str, str], known: list[list[str]]
) -> None:
    options = Options(channels=SILENT, aliases=Aliases.of(known))
    assert compare(*pair, options=options) == compare(*pair)


@settings(max_examples=100)
@given(groups, st.randoms(use_true_random=False), st.data())
def test_the_order_of_groups_does_not_matter(
    known: list[list[str]], order: object, data: st.DataObject
) -> None:
    left, right = data.draw(st.sampled_from(known[0])), data.draw(st.sampled_from(known[-1]))
    shuffled = [group[::-1] for group in known]
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (Options(aliases=Aliases.of(each)) for each in (known, shuffled))
    assert compare(left, right, options=one) == compare(left, right, options=other)
    table = [name for group in known for name in group]
    assert link(table, table, options=one) == link(table, table, options=other)


@settings(max_examples=100)
@given(groups)
def test_swapping_the_names_changes_nothing(known: list[list[str]]) -> None:
    options = Options(aliases=Aliases.of(known))
    left, right = known[0][:2]
    there = compare(left, right, options=options)
    back = compare(right, left, options=options)
    assert (there.bits, there.score, there.relation) == (back.bits, back.score, back.relation)


@given(st.sampled_from(Kind), st.sampled_from(["Quango Vextrim", "ZQX", "富士康", "蓝鲸"]))
def test_an_alias_is_a_match_for_each_kind(kind: Kind, right: str) -> None:
    options = Options(aliases=Aliases.of([("鸿海", right)]))
    found = compare("鴻海", right, kind=kind, options=options)
    assert (found.verdict, found.relation) == ("match", "compatible")
    told = [piece for piece in found.evidence if piece.bits > 0]
    # Without a kind the pair is scored as each that it may be of, which is told beside.
    told = [piece for piece in told if not (piece.remark and piece.remark.code == "other_kinds")]
    assert [piece.channel for piece in told] == [Channel.ALIAS]
    without = compare("鴻海", right, kind=kind, options=replace(options, aliases=Aliases()))
    assert without.bits < found.bits - 10


@settings(max_examples=60)
@given(st.lists(pairs, min_size=1, max_size=6), groups)
def test_a_batch_equals_its_pairs_one_by_one(
    batch: list[tuple[str, str]], known: list[list[str]]
) -> None:
    options = Options(aliases=Aliases.of(known))
    batch = [*batch, (known[0][0], known[0][1])]
    rows = compare_pairs(
        [left for left, _ in batch], [right for _, right in batch], options=options
    )
    single = [compare(*pair, options=options) for pair in batch]
    assert [row.bits for row in rows] == [one.bits for one in single]
