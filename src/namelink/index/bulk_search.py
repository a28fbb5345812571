"""Search an index for every row of a table, in any number of processes."""

from dataclasses import replace

from namelink.collector import collector_paused
from namelink.index.links import check_cuts
from namelink.index.search import Search
from namelink.index.segment import Progress, blocks_of, distinct_names
from namelink.index.workers import in_workers
from namelink.model.comparison import Link
from namelink.model.table import AliasTable

# Names that are searched at a time, in one process.
_AT_ONCE = 256


def links_by_row(
    search: Search,
    table: AliasTable,
    *,
    top_k: int,
    threshold: float | None,
    progress: Progress | None = None,
) -> list[list[Link]]:
    """Links of each row of a table; each distinct name is searched once.

    Args:
        search: the index.
        table: the rows.
        top_k: best ids a name, at most.
        threshold: lowest score that is kept; None keeps what is not ``no_match``.
        progress: called with the number of distinct names done and in all.

    Returns:
        The links of each row by rank, perhaps none, in the order of the rows.

    Raises:
        InvalidOptions: if ``top_k`` or ``threshold`` cannot work.
    """
    check_cuts(top_k, threshold)
    names, name_of = distinct_names(table.names, table.kinds)
    search.encode(names)
    blocks = list(blocks_of(len(names), _AT_ONCE))

    @collector_paused()
    def work(block: range) -> list[list[Link]]:
        own = names[block.start : block.stop]
        return search.ranked(own, top_k=top_k, threshold=threshold)

    each: list[list[Link]] = []
    for links in in_workers(work, blocks, workers=search.options.limits.workers):
        each += links
        if progress is not None:
            progress(len(each), len(names))
    return [
        [replace(link, left_id=identity) for link in each[name]]
        for identity, name in zip(table.ids, name_of.tolist(), strict=True)
    ]
