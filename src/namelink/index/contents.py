"""What an index holds: segments, which of their rows are there, and how rows get their ids."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import numpy as np

from namelink.candidates.storage import MEMORY, Storage
from namelink.errors import InvalidInput
from namelink.index.change import there, tidied, without
from namelink.index.segment import Flags, Progress, Segment
from namelink.model.options import Options
from namelink.model.table import AliasTable

# Segments past which those that were added are put together.
_MOST_SEGMENTS = 8
# Ids of a segment that are looked at to tell the type of all.
_FEW = 100
_NO_IDS = (
    "the rows to add have no ids, and those of the index have: give a table with a column of ids"
)
_IDS = (
    "the rows to add have ids, and those of the index were numbered because they had none: "
    "leave the ids out, or build the index anew of a table with ids"
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Contents:
    """The names of an index; a change makes new contents.

    Attributes:
        segments: names that were added together.
        alive: for each segment, whether each row is there.
        next_id: the id that the next row gets where rows are numbered because none was given,
            None where ids were given. Numbers of rows that were removed do not come back.
    """

    segments: tuple[Segment, ...]
    alive: tuple[Flags, ...]
    next_id: int | None

    @classmethod
    def of(
        cls,
        table: AliasTable,
        options: Options,
        progress: Progress | None = None,
        *,
        as_strings: bool = True,
        storage: Storage = MEMORY,
    ) -> Self:
        """Take a first table in; see `Segment.of`."""
        segment = Segment.of(table, options, progress, as_strings=as_strings, storage=storage)
        return cls(
            segments=(segment,),
            alive=(np.ones(len(segment.ids), dtype=bool),),
            next_id=max(table.rows, default=-1) + 1 if table.numbered else None,
        )

    def __len__(self) -> int:
        """Number of rows."""
        return sum(int(living.sum()) for living in self.alive)

    @property
    def names(self) -> int:
        """Number of distinct names, those of removed rows among them."""
        return sum(map(len, self.segments))

    def ids(self) -> list[Any]:
        """The ids that are there, each once: numbers, then all others, in order."""
        found: dict[int, Any] = {}
        for segment, living in zip(self.segments, self.alive, strict=True):
            rows = np.flatnonzero(living)
            for number, row in zip(segment.numbers[rows].tolist(), rows.tolist(), strict=True):
                if number not in found:
                    found[number] = segment.ids[row]
        return sorted(found.values(), key=_place)

    @cached_property
    def few_ids(self) -> tuple[Any, ...]:
        """Some ids of each segment, removed ones among them: they tell the type of all."""
        numbered = [] if self.next_id is None else [self.next_id]
        few = (segment.ids[row] for segment in self.segments
               for row in range(min(_FEW, len(segment.ids))))  # fmt: skip
        return (*numbered, *few)

    def sizes(self) -> dict[str, int]:
        """How many names, removed rows, segments, features and bytes there are."""
        arrays = (array for each in self.segments for array in each.arrays().values())
        return {
            "names": self.names,
            "removed": sum(int((~living).sum()) for living in self.alive),
            "segments": len(self.segments),
            "features": sum(len(each.features.vocabulary) for each in self.segments),
            "bytes": sum(array.nbytes for array in arrays),
        }

    def added(self, table: AliasTable, options: Options) -> tuple[Self, int]:
        """The same with further rows; those that are there already are not doubled.

        Args:
            table: the rows; if they have no ids, numbers go on from those that are there.
            options: as the index was built with.

        Returns:
            The new contents, and how many rows were there already: with the same id, name and
            kind, or, of rows that get a number, with the same name and kind.

        Raises:
            InvalidInput: if the rows have ids and those that are there were numbered, or the other
                way: a number would be taken for an id that was given.
        """
        if not table.names:
            return self, 0
        if self.names and table.numbered != (self.next_id is not None):
            raise InvalidInput(_NO_IDS if table.numbered else _IDS)
        known = there(self.segments, self.alive, table)
        next_id = None
        if not table.numbered:
            table = table.rows_where([not each for each in known])
        else:
            first = self.next_id or 0
            table = replace(table, ids=tuple(first + row for row in table.rows))
            next_id = max(table.ids) + 1
        if not table.names:
            return self, sum(known)
        own = Contents.of(table, options)
        segments, alive = (*self.segments, *own.segments), (*self.alive, *own.alive)
        if len(segments) > _MOST_SEGMENTS:
            segments, alive = tidied(segments, alive)
        changed = replace(self, segments=segments, alive=alive, next_id=next_id)
        return changed, sum(known)

    def without(self, ids: Iterable[Any]) -> Self:
        """The same without the rows of some ids.

        Raises:
            InvalidInput: if an id is not there.
        """
        return replace(self, alive=without(self.segments, self.alive, ids)[0])


def _place(identity: object) -> tuple[bool, float, str]:
    if isinstance(identity, int | float):
        return False, float(identity), ""
    return True, 0.0, str(identity)
