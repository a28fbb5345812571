"""What an alias table of the caller says: two names of one group mean the same.

A span of the left name that equals one name of a group, and a span of the right name that equals
another name of it, are a cell. Both are compared after folding, as names are. Nothing else is
known about the two, so nothing is concluded: groups are not chained, and a name that stands
written on both sides needs no table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from namelink.model.aliases import Aliases
from namelink.model.batch import KINDS, Batch, Cells, Form
from namelink.model.kinds import Channel, Kind, Role, Script
from namelink.model.remark import Remark
from namelink.readings.joins import Entry, join
from namelink.readings.surface import written_bits
from namelink.text.atoms import atoms
from namelink.text.clean import clean

# A table is a statement, not a guess. What is left is the chance that two names which are not one
# thing stand in one row all the same: a slip in a table of a million names, one in 2**20.
_STATED = 20.0
# A longer name of the table says more than a shorter one inside it; this much an atom, in bits,
# lets it win where leftovers are free, and is too little to change a verdict.
_LONGER = 0.25
# A part of a person's name is shared by a family. One of about 250 people has a given surname
# among those that tables of names are made for.
_PART_OF_PERSON = 8.0
# What may stand beside a name of the table without making it a part of another name.
_BESIDE = frozenset({Role.LEGAL_FORM, Role.PARTICLE, Role.TITLE})
# Roles of a person's name, whose two parts stand in either order, and the share of belief from
# which a name is taken for a person's.
_OF_PERSON = frozenset({Role.SURNAME, Role.GIVEN})
_LIKELY = 0.5
# Weights of a feature of retrieval. A word shared is 1; a whole name is nearly an answer, and a
# part must not crowd out what shares the rest.
_WHOLE_FEATURE = 4.0
_PART_FEATURE = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """Alias groups, ready to be looked up; numbers do not depend on the order of groups.

    Attributes:
        numbers: number of each folded name.
        groups_of: groups of a name, by its number.
        names_of: names of a group, by its number.
        longest: letters in the longest name.
    """

    numbers: dict[str, int]
    groups_of: tuple[tuple[int, ...], ...]
    names_of: tuple[frozenset[int], ...]
    longest: int


@dataclass(frozen=True, slots=True)
class _Span:
    """A span of a form that is a name of the book."""

    start: int
    size: int
    name: int

    def holds(self, other: "_Span") -> bool:
        """Whether another span lies inside this one."""
        return self.start <= other.start and other.start + other.size <= self.start + self.size


class Alias:
    """The channel of alias tables.

    >>> from namelink.model.aliases import Aliases
    >>> Alias(Aliases.of([("友邦", "AIA")])).channel.value
    'alias'
    """

    channel = Channel.ALIAS

    def __init__(self, aliases: Aliases | None = None) -> None:
        """Take the groups; they are read when a name is first looked up.

        Args:
            aliases: what the caller knows, None for nothing.
        """
        self._aliases = aliases or Aliases()

    def cells(self, batch: Batch) -> Cells:
        """Spans that are names of one group.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        if not self._aliases:
            return join(batch, [], [])
        book = _book(self._aliases)
        mine = [_held(form, book) for form in batch.left]
        theirs = [_held(form, book) for form in batch.right]
        there = {span.name for spans in theirs for span in spans}
        left = _entries(mine, [_partners(spans, book, there) for spans in mine], turned=False)
        met = {key for entry in left if isinstance(key := entry.key, tuple)}
        back: dict[int, set[int]] = {}
        for name, partner in met:
            back.setdefault(partner, set()).add(name)
        right = _entries(theirs, [back] * len(theirs), turned=True)
        return _weighed(batch, join(batch, left, right), (mine, theirs))

    def features(self, form: Form) -> dict[str, float]:
        """Features of retrieval: the groups that a name holds a name of.

        Args:
            form: one name in one script.

        Returns:
            Weight by feature, on the scale of `namelink.readings.retrieval.features`.
        """
        found: dict[str, float] = {}
        if not self._aliases:
            return found
        book = _book(self._aliases)
        for span in _held(form, book):
            weight = _WHOLE_FEATURE if _is_whole(form, span.start, span.size) else _PART_FEATURE
            for group in book.groups_of[span.name]:
                feature = f"al:{group}"
                found[feature] = max(found.get(feature, 0.0), weight)
        return dict(sorted(found.items()))

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell."""
        del left, right, detail
        return Remark("alias_table")


@lru_cache(maxsize=4)
def _book(aliases: Aliases) -> _Book:
    """Fold and number the groups; those whose names are one after folding say nothing."""
    folded = {tuple(sorted({key for name in group if (key := _key(name))})) for group in
              aliases.groups}  # fmt: skip
    groups = sorted(group for group in folded if len(group) > 1)
    numbers = {name: at for at, name in enumerate(sorted({n for group in groups for n in group}))}
    groups_of: list[list[int]] = [[] for _ in numbers]
    for at, group in enumerate(groups):
        for name in group:
            groups_of[numbers[name]].append(at)
    return _Book(
        numbers=numbers,
        groups_of=tuple(map(tuple, groups_of)),
        names_of=tuple(frozenset(numbers[name] for name in group) for group in groups),
        longest=max(map(len, numbers), default=0),
    )


def stated(aliases: Aliases, left: str, right: str) -> bool:
    """Whether two whole names stand in one group.

    >>> stated(Aliases.of([("友邦", "AIA")]), "AIA", "友邦")
    True
    >>> stated(Aliases.of([("友邦", "AIA")]), "友邦", "AIA Tower")
    False

    Args:
        aliases: what the caller knows.
        left: a name.
        right: another name.

    Returns:
        Whether the caller said that they mean one thing.
    """
    if not aliases:
        return False
    book = _book(aliases)
    one, other = (book.numbers.get(_key(name)) for name in (left, right))
    return one is not None and any(other in book.names_of[at] for at in book.groups_of[one])


def _key(name: str) -> str:
    """A name as one folded string: writing solid or apart, case and script variant are no matter.

    >>> _key("AIA 友邦保險"), _key("Wal-Mart") == _key("Walmart")
    ('aia友邦保险', True)
    """
    found, last = "", ""
    for atom in atoms(clean(name)):
        found, last = _longer(found, last, atom.key, atom.shape), atom.shape
    return found


def _longer(text: str, last: str, key: str, shape: str) -> str:
    """A folded string with one atom more; two numbers stay two."""
    return f"{text} {key}" if last == shape == "number" else f"{text}{key}"


def _held(form: Form, book: _Book) -> list[_Span]:
    """Spans of a form that are names of the book.

    One character is a name only where it is the whole: X and 京 stand in many other names.
    """
    found = []
    for start in range(len(form.keys)):
        text, last = "", ""
        for end in range(start, len(form.keys)):
            text = _longer(text, last, form.keys[end], form.shapes[end])
            last = form.shapes[end]
            if len(text) > book.longest:
                break
            size = end + 1 - start
            name = book.numbers.get(text)
            if name is not None and (len(text) > 1 or _is_whole(form, start, size)):
                found.append(_Span(start, size, name))
    turned = _turned(form, book)
    if turned is not None and not any(each.name == turned.name for each in found):
        found.append(turned)
    return found


def _turned(form: Form, book: _Book) -> _Span | None:
    """A person's name in Latin letters that the book has in the other order: MA, Jack."""
    if form.script is not Script.LATIN or form.kinds[KINDS.index(Kind.PERSON)] < _LIKELY:
        return None
    own = [at for at, role in enumerate(form.roles) if role in _OF_PERSON]
    turns = [at for at in own[1:] if form.roles[at] is not form.roles[at - 1]]
    if len(turns) != 1 or own != list(range(own[0], own[-1] + 1)):
        return None
    text, last = "", ""
    for at in (*range(turns[0], own[-1] + 1), *range(own[0], turns[0])):
        text, last = _longer(text, last, form.keys[at], form.shapes[at]), form.shapes[at]
    name = book.numbers.get(text)
    return None if name is None else _Span(own[0], len(own), name)


def _is_whole(form: Form, start: int, size: int) -> bool:
    """Whether a span is the name, but for a legal form or a title beside it."""
    roles = (*form.roles[:start], *form.roles[start + size :])
    return not form.beyond and all(role in _BESIDE for role in roles)


def _partners(spans: Sequence[_Span], book: _Book, there: set[int]) -> dict[int, set[int]]:
    """Other names of the groups of each name held, as far as they are there."""
    return {
        span.name: {
            other
            for group in book.groups_of[span.name]
            for other in book.names_of[group] & there
            if other != span.name
        }
        for span in spans
    }


def _entries(
    held: Sequence[Sequence[_Span]], partners: Sequence[dict[int, set[int]]], *, turned: bool
) -> list[Entry]:
    """Entries under the pair of a left and a right name; `turned` where the right one is held."""
    return [
        Entry(
            row=row,
            key=(other, span.name) if turned else (span.name, other),
            start=span.start,
            size=span.size,
            bits=0.0,
        )
        for row, spans in enumerate(held)
        for span in spans
        for other in sorted(partners[row].get(span.name, ()))
    ]


def _weighed(
    batch: Batch, cells: Cells, held: tuple[Sequence[Sequence[_Span]], Sequence[Sequence[_Span]]]
) -> Cells:
    """The cells with their bits, without those of names that stand on both sides."""
    mine, theirs = ([{(s.start, s.size): s for s in spans} for spans in side] for side in held)
    person = KINDS.index(Kind.PERSON)
    kept = np.zeros(len(cells), dtype=bool)
    bits = np.zeros(len(cells), dtype=np.float32)
    columns = (
        batch.left_of[cells.pair], batch.right_of[cells.pair], batch.kind_of[cells.pair],
        cells.left_start, cells.left_size, cells.right_start, cells.right_size,
    )  # fmt: skip
    for at, (one, other, kind, *place) in enumerate(
        zip(*(column.tolist() for column in columns), strict=True)
    ):
        ours, own = mine[one][place[0], place[1]], theirs[other][place[2], place[3]]
        kept[at] = not (
            _elsewhere(ours, theirs[other].values(), own)
            or _elsewhere(own, mine[one].values(), ours)
        )
        sides = (batch.left[one], ours), (batch.right[other], own)
        bits[at] = _bits(*sides, person=kind == person)
    return replace(cells, bits=bits).take(kept & (bits > 0))


def _elsewhere(span: _Span, spans: Iterable[_Span], taken: _Span) -> bool:
    """Whether the name of a span stands on the other side too, beyond its counterpart there."""
    return any(each.name == span.name and not taken.holds(each) for each in spans)


def _bits(left: tuple[Form, _Span], right: tuple[Form, _Span], *, person: bool) -> float:
    """Weight of a cell: what the table states of whole names, at most how rare a part is.

    That 上海 is Shanghai says of 上海银行 and Shanghai Museum no more than that both hold it.
    A cell of no weight is none.
    """
    sides = (left, right)
    longer = _LONGER * sum(span.size for _, span in sides)
    if all(_is_whole(form, span.start, span.size) for form, span in sides):
        return _STATED + longer
    if person and any(_cut(form, span) for form, span in sides):
        return 0.0
    part = min(_rarity(form, span) for form, span in sides)
    return min(part, _PART_OF_PERSON if person else _STATED) + longer


def _cut(form: Form, span: _Span) -> bool:
    """Whether a span ends inside a run of characters: the person 王菲菲 does not hold 王菲."""
    end = span.start + span.size
    return any(0 < at < len(form.keys) and form.group[at - 1] == form.group[at]
               and _BESIDE.isdisjoint(form.roles[at - 1 : at + 1])
               for at in (span.start, end))  # fmt: skip


def _rarity(form: Form, span: _Span) -> float:
    """How much it tells that two names share what stands in a span."""
    return sum(
        written_bits(form.keys[at], form.shapes[at], form.roles[at])
        for at in range(span.start, span.start + span.size)
    )
