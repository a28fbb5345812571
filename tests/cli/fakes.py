"""A linker for tests of the command line: names are the same when they are the same string.

What the command line does with results must not depend on how good they are.
"""

from collections.abc import Callable

from namelink.model.comparison import Link
from namelink.model.kinds import Relation, Verdict
from namelink.model.options import Options
from namelink.model.table import AliasTable


class FakeLinker:
    """Stands for ``link_tables`` and keeps what it was called with."""

    def __init__(self) -> None:
        self.tables: tuple[AliasTable, AliasTable] | None = None
        self.settings: dict[str, object] = {}

    def link_tables(
        self,
        left: AliasTable,
        right: AliasTable,
        *,
        unmatched: bool = False,
        progress: Callable[[int, int], None] | None = None,
        options: Options | None = None,
        **settings: object,
    ) -> list[Link]:
        """Links of equal names."""
        self.tables = (left, right)
        self.settings = {**settings, "unmatched": unmatched, "options": options}
        if progress is not None:
            progress(1, 1)
        ids = dict(zip(right.names, right.ids, strict=True))
        return [
            _link(identity, ids.get(name), name)
            for identity, name in zip(left.ids, left.names, strict=True)
            if unmatched or name in ids
        ]


def _link(left_id: object, right_id: object, name: str) -> Link:
    found = right_id is not None
    return Link(
        left_id=left_id,
        right_id=right_id,
        left_name=name,
        right_name=name if found else None,
        rank=1 if found else None,
        score=0.75 if found else None,
        bits=1.5 if found else None,
        confidence=0.7 if found else None,
        margin=None,
        verdict=Verdict.MATCH if found else Verdict.NO_MATCH,
        relation=Relation.EQUAL if found else None,
        channels="surface" if found else "",
    )
