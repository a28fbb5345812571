"""An alias table in memory: what every input becomes before it is linked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any, Self

from namelink.model.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasTable:
    """Rows of names with ids; the three columns have one length.

    Attributes:
        ids: entity id a row; several rows may share one.
        names: name a row.
        kinds: kind a row, `Kind.UNKNOWN` where none was given.
        rows: position of the row in the input, counted from 0.
        numbered: whether ids are those positions, because the input has none.
    """

    ids: Sequence[Any]
    names: Sequence[str]
    kinds: Sequence[Kind]
    rows: Sequence[int]
    numbered: bool = False

    def of_kind(self, kind: Kind | None) -> Self:
        """The same rows, of a kind where none was given; None changes nothing."""
        if kind is None:
            return self
        kinds = tuple(kind if each is Kind.UNKNOWN else each for each in self.kinds)
        return replace(self, kinds=kinds)

    def rows_where(self, kept: Sequence[bool]) -> Self:
        """Those of the rows that are kept."""
        return replace(
            self,
            ids=tuple(compress(self.ids, kept)),
            names=tuple(compress(self.names, kept)),
            kinds=tuple(compress(self.kinds, kept)),
            rows=tuple(compress(self.rows, kept)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An input row that could not be used.

    Attributes:
        row: position in the input, counted from 1 at the first data row.
        reason: what is wrong and what to do.
        content: the row as read.
    """

    row: int
    reason: str
    content: str
