"""One part of an index: names that were added together, with what they are found by."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.features import FeatureIndex
from namelink.candidates.packing import FeatureRows, Packed, RowParts
from namelink.candidates.storage import MEMORY, Storage
from namelink.candidates.texts import Texts
from namelink.errors import InvalidName
from namelink.index.forms import Forms, FormsMaking
from namelink.index.found_by import known_aliases
from namelink.index.named import CodedIds, NamedRows, coded_texts
from namelink.index.similar import NamedStrings, Similar, under
from namelink.index.workers import in_workers
from namelink.model.batch import KINDS, Form
from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.model.table import AliasTable
from namelink.pairing import Prepared, prepare
from namelink.readings.character_features import raise_all
from namelink.readings.expand import repeat_by
from namelink.readings.hearing import Hearing, heard_in, run_prefixes, word_prefixes
from namelink.readings.prefixes import Prefixes
from namelink.readings.retrieval import Piece, pieces
from namelink.readings.strings import strings_of

Progress = Callable[[int, int], None]
Array = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]
Positions = npt.NDArray[np.int64]

_NODES = ("word", "price", "begin", "target", "piece")
# What pieces of names gave is kept for so many, a kilobyte each.
_PIECES = 100_000
# Names that a worker takes at a time.
_NAMES_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Segment:
    """Distinct names, in an order of their own, and the rows that bear them.

    Attributes:
        names: the names as given.
        kinds: kind of each as a position in `Kind`, dtype uint8.
        row_ends: where the rows of each name end.
        ids: id of each row.
        numbers: the same ids as 64 bits.
        words: Latin words of the names that may be foreign names, by `Hearing`.
        runs: runs of characters that may be.
        features: what the names are found by.
        forms: the names taken apart.
        similar: the names as strings.
    """

    names: Texts
    kinds: npt.NDArray[np.uint8]
    row_ends: Positions
    ids: Sequence[Any]
    numbers: npt.NDArray[np.uint64]
    words: Prefixes
    runs: Prefixes
    features: FeatureIndex
    forms: Forms
    similar: Similar

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
        """Take a table in.

        Args:
            table: the rows.
            options: limits, channels and aliases.
            progress: called with the number of distinct names done and in all.
            as_strings: whether the names are kept as strings as well; without, no name is found
                as similar.
            storage: where large arrays are kept.

        Raises:
            InvalidName: if a name is not a string; says which row.
        """
        named = NamedRows.of(table)
        blocks = list(blocks_of(len(named.names), _NAMES_AT_ONCE))
        packing = _Packing(named, options, as_strings=as_strings)
        # Of each pack only arrays are kept, and each word once.
        rows, forms, strings = RowParts(storage), [], []
        words, runs, done = set[str](), set[str](), 0
        for pack in in_workers(packing, blocks, workers=options.limits.workers):
            rows.add(pack.rows)
            forms.append(pack.forms)
            strings.append(pack.strings)
            words.update(pack.words)
            runs.update(pack.runs)
            done += pack.rows.size
            if progress is not None:
                progress(done, len(named.names))
        return cls(
            names=named.names,
            kinds=named.kinds,
            row_ends=named.row_ends,
            ids=named.ids,
            numbers=named.numbers,
            words=word_prefixes(words),
            runs=run_prefixes(runs),
            features=FeatureIndex.of(rows.done(), storage),
            forms=Forms.picked(forms, np.arange(len(named.names))),
            similar=Similar.of(strings, storage),
        )

    @classmethod
    def merged(cls, segments: Sequence["Segment"], alive: Sequence[Flags]) -> Self:
        """Put segments together.

        Args:
            segments: the segments.
            alive: for each, whether each row is kept.
        """
        places: dict[tuple[str, Kind], list[tuple[Segment, Positions]]] = {}
        numbers: dict[tuple[str, Kind], int] = {}
        first = 0
        for segment, living in zip(segments, alive, strict=True):
            for at in range(len(segment)):
                rows = segment.rows_of(at, living)
                if len(rows):
                    places.setdefault(segment.name(at), []).append((segment, rows))
                    numbers[segment.name(at)] = first + at
            first += len(segment)
        distinct = sorted(places)
        kept = [places[name] for name in distinct]
        each = [(segment, row) for own in kept for segment, rows in own for row in rows.tolist()]
        sizes = [sum(len(rows) for _, rows in own) for own in kept]
        order = np.array([numbers[name] for name in distinct], dtype=np.int64)
        return cls(
            names=Texts.of(name for name, _ in distinct),
            kinds=np.array([KINDS.index(kind) for _, kind in distinct], dtype=np.uint8),
            row_ends=np.cumsum(sizes, dtype=np.int64),
            ids=tuple(segment.ids[row] for segment, row in each),
            numbers=np.array([segment.numbers[row] for segment, row in each], dtype=np.uint64),
            words=word_prefixes(word for segment in segments for word in segment.words.words),
            runs=run_prefixes(run for segment in segments for run in segment.runs.words),
            features=FeatureIndex.picked([segment.features for segment in segments], order),
            forms=Forms.picked([segment.forms for segment in segments], order),
            similar=Similar.picked(
                [(segment.similar, len(segment)) for segment in segments], order
            ),
        )

    def __len__(self) -> int:
        return len(self.names)

    def name(self, at: int) -> tuple[str, Kind]:
        """A name and its kind."""
        return self.names[at], KINDS[self.kinds[at]]

    def forms_of(self, names: Positions) -> list[tuple[Form, ...]]:
        """The forms of each of some names."""
        return self.forms.of_names(names, self.names.take(names))

    def bearers(self, names: Positions, alive: Flags) -> list[list[tuple[Any, str]]]:
        """Id and name of every row that bears each of some names, of those that are alive."""
        begins = np.where(names > 0, self.row_ends[names - 1], 0)
        sizes = self.row_ends[names] - begins
        owner, inside = repeat_by(sizes)
        rows = begins[owner] + inside
        living = alive[rows]
        texts = self.names.take(names)
        found: list[list[tuple[Any, str]]] = [[] for _ in texts]
        for at, identity in zip(owner[living].tolist(), self._ids(rows[living]), strict=True):
            found[at].append((identity, texts[at]))
        return found

    def _ids(self, rows: Positions) -> list[Any]:
        if isinstance(self.ids, CodedIds):
            return self.ids.take(rows)
        return [self.ids[row] for row in rows.tolist()]

    def rows_of(self, at: int, alive: Flags) -> Positions:
        """The rows that bear a name, those that are alive."""
        begin, end = int(self.row_ends[at - 1]) if at else 0, int(self.row_ends[at])
        return np.flatnonzero(alive[begin:end]) + begin

    def rows_named(self, name: tuple[str, Kind], alive: Flags) -> Positions:
        """The rows that bear a name of a kind, those that are alive."""
        at = bisect_left(range(len(self)), name, key=self.name)
        if at == len(self) or self.name(at) != name:
            return np.zeros(0, dtype=np.int64)
        return self.rows_of(at, alive)

    def hearing(self) -> Hearing:
        """What finds its foreign names by ear."""
        return Hearing(self.words, self.runs)

    def arrays(self) -> dict[str, Array]:
        """Everything as arrays by name, for a file.

        Raises:
            InvalidInput: if an id is neither a string nor a number.
        """
        texts = {
            "names": self.names,
            "ids": coded_texts(self.ids),
            "words": Texts.of(self.words.words),
            "runs": Texts.of(self.runs.words),
        }
        found: dict[str, Array] = {
            "kinds": self.kinds,
            "row_ends": self.row_ends,
            "numbers": self.numbers,
        }
        for name, own in texts.items():
            found[f"{name}.data"], found[f"{name}.ends"] = own.data, own.ends
        for name, prefixes in (("words", self.words), ("runs", self.runs)):
            for part in _NODES:
                found[f"{name}.{part}"] = getattr(prefixes, part)
        parts = {
            "features": self.features.arrays(),
            "forms": self.forms.arrays(),
            "similar": self.similar.arrays(),
        }
        return found | {
            f"{name}.{part}": array
            for name, inner in parts.items()
            for part, array in inner.items()
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> Self:
        """Take what `arrays` gave; nothing is copied."""
        names, ids, words, runs = (
            Texts(arrays[f"{name}.data"], arrays[f"{name}.ends"])
            for name in ("names", "ids", "words", "runs")
        )
        return cls(
            names=names,
            kinds=arrays["kinds"],
            row_ends=arrays["row_ends"],
            ids=CodedIds(ids),
            numbers=arrays["numbers"],
            words=Prefixes(words=words, **{part: arrays[f"words.{part}"] for part in _NODES}),
            runs=Prefixes(words=runs, **{part: arrays[f"runs.{part}"] for part in _NODES}),
            features=FeatureIndex.from_arrays(under("features.", arrays)),
            forms=Forms.from_arrays(under("forms.", arrays)),
            similar=Similar.from_arrays(under("similar.", arrays)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pack:
    """What one block of names gives."""

    rows: FeatureRows
    forms: Forms
    words: list[str]
    runs: list[str]
    strings: NamedStrings


class _Packing:
    """Prepares names and takes what they are found by."""

    def __init__(self, rows: NamedRows, options: Options, *, as_strings: bool) -> None:
        self._names = rows.names
        self._kinds = rows.kinds
        self._options = options
        self._as_strings = as_strings
        self._known = known_aliases(options)

    def __call__(self, span: range) -> _Pack:
        forms, words, runs = FormsMaking(), set[str](), set[str]()
        strings: list[tuple[str, ...]] = []

        # One name after the other: what no longer stands, no collector has to look through.
        def found() -> Iterator[tuple[list[Packed], dict[str, float]]]:
            for at in span:
                name = prepare(self._names[at], KINDS[self._kinds[at]], self._options)
                forms.add(name.name.raw, name.forms)
                heard_words, heard_runs = heard_in(name.forms)
                words.update(heard_words)
                runs.update(heard_runs)
                strings.append(strings_of_name(name) if self._as_strings else ())
                yield self._found_by(name)

        rows = FeatureRows.packed(found())
        return _Pack(
            rows=rows,
            forms=forms.done(),
            words=sorted(words),
            runs=sorted(runs),
            strings=NamedStrings.of(strings),
        )

    def _found_by(self, name: Prepared) -> tuple[list[Packed], dict[str, float]]:
        """What a name is found by, as `features_of` tells it: for its words, and else."""
        shared: list[Packed] = []
        found: dict[str, float] = {}
        for form in name.forms:
            each, own = pieces(form)
            shared += map(_packed, each)
            raise_all(found, (own | self._known.features(form)).items())
        return shared, found


@lru_cache(maxsize=_PIECES)
def _packed(piece: Piece) -> Packed:
    """What a piece of many names gives."""
    give, about = piece
    features = dict(give(*about))
    return Packed.of(list(features), list(features.values()))


def strings_of_name(name: Prepared) -> tuple[str, ...]:
    """Strings of all forms of a name, each once."""
    every = (text for form in name.forms for text in strings_of(form, name.name.kind))
    return tuple(dict.fromkeys(every))


def distinct_names(
    given: Sequence[str], kinds: Sequence[Kind]
) -> tuple[list[tuple[str, Kind]], npt.NDArray[np.int32]]:
    """Names without repetitions, in an order of their own: that of rows can decide nothing.

    Args:
        given: names, with repetitions.
        kinds: kind a name, as far as known.

    Returns:
        The distinct names with their kinds, and which of them each row bears.

    Raises:
        InvalidName: if a name is not a string; says which row.
    """
    # Callers without a type checker hand in nulls and numbers.
    rows_given: Sequence[object] = given
    wrong = next((row for row, name in enumerate(rows_given) if not isinstance(name, str)), None)
    if wrong is not None:
        raise InvalidName(f"row {wrong}: a name is a string, not {given[wrong]!r}")
    distinct = sorted(set(zip(given, kinds, strict=True)))
    numbers = {name: at for at, name in enumerate(distinct)}
    rows = [numbers[name] for name in zip(given, kinds, strict=True)]
    return distinct, np.array(rows, dtype=np.int32)


def blocks_of(size: int, at_once: int) -> Iterator[range]:
    """Consecutive ranges that cover so many."""
    return (range(begin, min(begin + at_once, size)) for begin in range(0, size, at_once))
