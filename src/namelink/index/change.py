"""What becomes of the segments of an index when rows are added and removed."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from namelink.errors import InvalidInput
from namelink.index.named import number_of
from namelink.index.segment import Flags, Segment
from namelink.model.table import AliasTable


def without(
    segments: Sequence[Segment], alive: Sequence[Flags], ids: Iterable[Any]
) -> tuple[tuple[Flags, ...], int]:
    """Which rows are left when some ids are removed.

    Args:
        segments: the segments.
        alive: for each, whether each row is there.
        ids: the ids.

    Returns:
        The new flags, and how many rows go.

    Raises:
        InvalidInput: if an id is not there.
    """
    wanted = {number_of(identity): identity for identity in ids}
    numbers = np.array(sorted(wanted), dtype=np.uint64)
    left, gone, seen = [], 0, set()
    for segment, living in zip(segments, alive, strict=True):
        hit = np.isin(segment.numbers, numbers) & living
        seen.update(segment.numbers[hit].tolist())
        gone += int(hit.sum())
        left.append(living & ~hit)
    if len(seen) < len(wanted):
        missing = next(wanted[number] for number in wanted if number not in seen)
        raise InvalidInput(f"there is no id {missing!r}; nothing was removed")
    return tuple(left), gone


def there(segments: Sequence[Segment], alive: Sequence[Flags], table: AliasTable) -> list[bool]:
    """Which rows of a table are there already: the same id, name and kind.

    Args:
        segments: the segments.
        alive: for each, whether each row is there.
        table: the rows; those that have no ids of their own are there if their names are.
    """
    bearers = {
        name: {
            number
            for segment, living in zip(segments, alive, strict=True)
            for number in segment.numbers[segment.rows_named(name, living)].tolist()
        }
        for name in set(zip(table.names, table.kinds, strict=True))
    }
    return [
        bool(bearers[name, kind]) if table.numbered else number_of(identity) in bearers[name, kind]
        for identity, name, kind in zip(table.ids, table.names, table.kinds, strict=True)
    ]


def tidied(
    segments: Sequence[Segment], alive: Sequence[Flags]
) -> tuple[tuple[Segment, ...], tuple[Flags, ...]]:
    """The first segment, and one of all that were added; one of all when these are many.

    Args:
        segments: the segments.
        alive: for each, whether each row is there; those that are not are left out.
    """
    added = sum(map(len, segments[1:]))
    first = 0 if 2 * added > len(segments[0]) else 1
    merged = Segment.merged(segments[first:], alive[first:])
    whole = np.ones(len(merged.ids), dtype=bool)
    return (*segments[:first], merged), (*alive[:first], whole)
