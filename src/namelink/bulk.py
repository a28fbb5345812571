"""Link two alias tables: an index of the right one, searched for every name of the left one."""

from collections.abc import Sequence

from namelink.index.alias_index import AliasIndex
from namelink.index.links import check_cuts, row_after_row
from namelink.index.segment import Progress, distinct_names
from namelink.linking.assignment import settle
from namelink.model.batch import Ints
from namelink.model.comparison import Link
from namelink.model.kinds import Kind, Relation
from namelink.model.options import Options
from namelink.model.table import AliasTable
from namelink.pairing import Prepared, prepare

# Right ids that each left name may be given to where every id stands in one link only.
_CHOICES = 8
# Names that are equal are given to each other first, whatever others would gain by their parting.
_EQUAL_FIRST = 1000.0


def link_tables(  # noqa: PLR0913 - the public signature of `link`
    left: AliasTable,
    right: AliasTable | AliasIndex,
    *,
    top_k: int = 1,
    threshold: float | None = None,
    one_to_one: bool = False,
    unmatched: bool = False,
    options: Options = Options(),
    progress: Progress | None = None,
) -> list[Link]:
    """Link two alias tables; see `link`.

    Args:
        left: the left table.
        right: the right table, or an index of it.
        top_k: best right ids a left name, at most.
        threshold: lowest score that is kept; None keeps what is not ``no_match``.
        one_to_one: whether an id may stand in one link only.
        unmatched: whether a left row without a link has one with nothing on the right. Of several
            names in a left row the surest speaks.
        options: prior, cuts, channels, limits; an index has its own.
        progress: called with the number of names done and in all, first while the right table is
            read, then while it is searched.

    Returns:
        Rows in the order of the left table, then by rank.

    Raises:
        InvalidOptions: if ``top_k`` or ``threshold`` cannot work.
    """
    check_cuts(top_k, threshold)
    index = (
        right
        if isinstance(right, AliasIndex)
        else AliasIndex.of_table(right, options=options, progress=progress, as_strings=False)
    )
    # A name that has to give its first choice up needs others to take.
    depth = max(top_k, _CHOICES) if one_to_one else top_k
    found = index.links_by_row(left, top_k=depth, threshold=threshold, progress=progress)
    return row_after_row(_one_to_one(found) if one_to_one else found, left, unmatched=unmatched)


def _one_to_one(found: Sequence[Sequence[Link]]) -> list[list[Link]]:
    """The links of each row, but for those whose ids are given to others."""
    every = [link for links in found for link in links]
    row_of = [row for row, links in enumerate(found) for _ in links]
    kept: list[list[Link]] = [[] for _ in found]
    for at in settle([(link.left_id, link.right_id, _worth(link)) for link in every]):
        kept[row_of[at]].append(every[at])
    return kept


def _worth(link: Link) -> float:
    return (link.bits or 0.0) + _EQUAL_FIRST * (link.relation is Relation.EQUAL)


def prepare_all(
    given: Sequence[str], kinds: Sequence[Kind], options: Options
) -> tuple[list[Prepared], Ints]:
    """Prepare distinct names once.

    Args:
        given: names, with repetitions.
        kinds: kind a name, as far as known.
        options: the limits.

    Returns:
        The prepared names, and which of them each row is.

    Raises:
        InvalidName: if a name is not a string; says which row.
    """
    distinct, rows = distinct_names(given, kinds)
    return [prepare(name, kind, options) for name, kind in distinct], rows
