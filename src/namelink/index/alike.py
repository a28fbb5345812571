"""Rows of an index that are written nearly as some names are."""

import numpy as np

from namelink.index.search import Search
from namelink.model.comparison import CandidatePair
from namelink.model.table import AliasTable


def alike(
    search: Search,
    table: AliasTable,
    top_k: int | None,
    cutoff: float,
    *,
    fast: bool,
    slips: bool,
) -> list[CandidatePair]:
    """Find them; see `AliasIndex.candidates`.

    Args:
        search: the index.
        table: the names that are asked for.
        top_k: most names of the index for each name, None for all.
        cutoff: least edit ratio, 0 to 100.
        fast: whether a few may be missed.
        slips: whether names one character away are found whatever their ratio.

    Returns:
        Rows in the order of the names, the most alike first.
    """
    pairs = []
    for left_id, name, kind in zip(table.ids, table.names, table.kinds, strict=True):
        asked = search.prepared(name, kind)
        found = search.similar(asked, top_k, cutoff, fast=fast, slips=slips)
        bearers = search.bearers(np.array([number for number, _, _ in found], dtype=np.int64))
        pairs += [
            CandidatePair(
                left_id=left_id,
                right_id=right_id,
                left_name=name,
                right_name=text,
                similarity=similarity,
                string=string,
            )
            for (_, similarity, string), rows in zip(found, bearers, strict=True)
            for right_id, text in rows
        ]
    return pairs
