"""`AliasIndex`: a table of aliases, built once, kept in a file, searched many times."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from namelink.errors import InvalidInput, InvalidName
from namelink.index.alike import alike
from namelink.index.build_file import build_file
from namelink.index.bulk_search import links_by_row
from namelink.index.contents import Contents
from namelink.index.damage import tells_damage
from namelink.index.file import check_path, read_index, write_index
from namelink.index.links import check_ratio, row_after_row
from namelink.index.named import ids_written
from namelink.index.search import Search
from namelink.index.segment import Progress
from namelink.index.why import compared_link, why
from namelink.io.arrays import ArrayFile
from namelink.io.frames import ids_of, like, table_of
from namelink.io.guard import Seen
from namelink.model.comparison import CandidatePair, Comparison, Link
from namelink.model.kinds import Kind
from namelink.model.options import Columns, Options
from namelink.model.table import AliasTable
from namelink.model.why import Why
from namelink.readings.provenance import digest_of_tables


class AliasIndex:
    """Names of a table, ready to be searched from either script.

    Its file is mapped into memory and not read when it is opened. Rows can be added and removed;
    the file changes only when the index is saved.

    >>> index = AliasIndex.build(["Wu Yongming", "Wu Zeming"])
    >>> [(row.right_name, row.verdict.value) for row in index.search("吴泳铭")]
    [('Wu Yongming', 'match')]
    """

    def __init__(
        self, contents: Contents, options: Options, file: ArrayFile | None = None
    ) -> None:
        """Use `build` or `open` instead.

        Args:
            contents: what the index holds.
            options: prior, cuts, channels, limits.
            file: where it stays, if it does not stand in memory.
        """
        self._contents = contents
        self._options = options
        self.file = file
        self._seen = Seen(file)

    @classmethod
    def build(
        cls,
        table: Any,  # noqa: ANN401 - lists, arrays, frames of three libraries
        columns: Columns = Columns(),
        *,
        path: str | Path | None = None,
        options: Options = Options(),
        progress: Progress | None = None,
    ) -> Self:
        """Build an index of a table.

        Args:
            table: a list or array of names (ids are positions), a pandas, polars or pyarrow frame,
                or the `Path` of a file.
            columns: which columns of a frame hold what; several names may share an id.
            path: file to build it in: what is large stands in files beside it, not in memory.
            options: prior, cuts, channels, limits of the searches to come.
            progress: called with the number of distinct names done and in all.

        Returns:
            The index, in memory or opened.

        Raises:
            InvalidInput: if the table cannot be read or the file written, or a name is null.
        """
        options = Options.checked(options)
        if path is not None:
            check_path(path, "saved")
            build_file(table_of(table, columns, compact=True), path, options, progress)
            return cls.open(path, options=options)
        return cls.of_table(table_of(table, columns), options=options, progress=progress)

    @classmethod
    def of_table(
        cls,
        table: AliasTable,
        *,
        options: Options = Options(),
        progress: Progress | None = None,
        as_strings: bool = True,
    ) -> Self:
        """Build an index of rows that are already read; see `build` and `Segment.of`."""
        return cls(Contents.of(table, options, progress, as_strings=as_strings), options)

    @classmethod
    def open(cls, path: str | Path, *, options: Options = Options(), check: bool = False) -> Self:
        """Open the file of an index.

        Args:
            path: the file.
            options: prior, cuts, channels, limits of the searches to come. Aliases and the limit
                of atoms have to be those that the index was built with.
            check: whether to read the whole file and compare its checksums first.

        Returns:
            The index; its arrays stay in the file.

        Raises:
            InvalidInput: if the file is no index, is damaged, or was built by another version or
                with other tables.
            InvalidOptions: if it was built with other aliases or another limit of atoms.
        """
        check_path(path, "opened")
        contents, file = read_index(path, Options.checked(options), check=check)
        return cls(contents, options, file)

    @tells_damage
    def save(self, path: str | Path) -> None:
        """Write the index to a file, whole or not at all.

        Args:
            path: the file; one that is there is replaced, unless it is the one that was opened
                and another process changed it since.

        Raises:
            InvalidInput: if the file cannot be written, another process changed it, the one that
                was opened is damaged, or an id is neither a string nor a number.
        """
        check_path(path, "saved")
        write_index(path, self._contents, self._options, seen=self._seen)

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._contents)

    @property
    def next_id(self) -> int | None:
        """The id that the next row without one gets, None if the rows have ids."""
        return self._contents.next_id

    @property
    @tells_damage
    def ids(self) -> list[Any]:
        """The ids that are there, each once: numbers, then all others, in order."""
        return self._contents.ids()

    @tells_damage
    def info(self) -> dict[str, int | str]:
        """What the index holds, as plain data: rows, distinct ids and names, segments, tables."""
        return {
            "rows": len(self),
            "ids": self._search.pool,
            **self._contents.sizes(),
            "tables": digest_of_tables(),
        }

    def add(self, table: Any, columns: Columns = Columns()) -> int:  # noqa: ANN401 - as in build
        """Add the rows of a table; no other row is read again.

        Args:
            table: as in `build`. Where neither these rows nor those of the index have ids,
                numbers go on: the first row gets the number after the last one.
            columns: as in `build`.

        Returns:
            How many are new: what is there already, of one id, name and kind, is not doubled.

        Raises:
            InvalidInput: if the table cannot be read, a name is null, or the rows have ids and
                those of the index have none, or the other way.
        """
        return self.add_table(table_of(table, columns))[0]

    @tells_damage
    def add_table(self, table: AliasTable) -> tuple[int, int]:
        """Add rows that are already read; how many are new, and how many were there already."""
        contents, known = self._contents.added(table, self._options)
        new = len(contents) - len(self)
        self._change(contents)
        return new, known

    @tells_damage
    def remove(self, ids: Iterable[Any]) -> int:
        """Remove all rows of some ids.

        Args:
            ids: the ids.

        Returns:
            How many rows were removed.

        Raises:
            InvalidInput: if an id is not there, nothing is removed then; or if it is one id in
                place of several.
        """
        if isinstance(ids, str | bytes) or not isinstance(ids, Iterable):
            raise InvalidInput(f"remove takes the ids in a list: give [{ids!r}]")
        before = len(self)
        self._change(self._contents.without(ids))
        return before - len(self)

    def search(
        self,
        name: str,
        *,
        top_k: int = 10,
        threshold: float | None = None,
        kind: Kind | str | None = None,
    ) -> list[Link]:
        """The ids whose names fit a name best.

        Args:
            name: a name, Chinese, English or both.
            top_k: best ids, at most.
            threshold: lowest score that is kept; None keeps what is not ``no_match``.
            kind: what the name denotes, if that is known.

        Returns:
            Links, best first; their ``left_id`` is 0.

        Raises:
            InvalidName: if the name is not a string.
            InvalidOptions: if an option cannot work.
        """
        if not isinstance(name, str):
            raise InvalidName(f"a name is a string, not {type(name).__name__}: {name!r}")
        found: list[Link] = self.search_many([name], top_k=top_k, threshold=threshold, kind=kind)
        return found

    def search_many(
        self,
        names: Any,  # noqa: ANN401 - lists, arrays, frames of three libraries
        columns: Columns = Columns(),
        *,
        top_k: int = 10,
        threshold: float | None = None,
        unmatched: bool = False,
        kind: Kind | str | None = None,
    ) -> Any:  # noqa: ANN401 - a frame for a frame
        """The same for many names.

        Args:
            names: a list or array of names (ids are positions), or a frame.
            columns: which columns of a frame hold what.
            top_k: best ids a name, at most.
            threshold: lowest score that is kept; None keeps what is not ``no_match``.
            unmatched: whether each row that nothing fits has a row with nothing on the right.
            kind: what names without a kind denote, if that is known.

        Returns:
            Links in the order of the names, then by rank; a frame for a frame.

        Raises:
            InvalidInput: if the names cannot be read.
            InvalidOptions: if an option cannot work.
        """
        table = table_of(names, columns).of_kind(Kind.parse(kind))
        found = self.links_by_row(table, top_k=top_k, threshold=threshold)
        links = row_after_row(found, table, unmatched=unmatched)
        return like(names, links, record=Link, samples=self.samples(names, columns, table))

    @tells_damage
    def candidates(
        self,
        names: Any,  # noqa: ANN401 - as in search_many
        columns: Columns = Columns(),
        *,
        top_k: int | None = 5,
        cutoff: float = 85.0,
        fast: bool = False,
        slips: bool = False,
    ) -> Any:  # noqa: ANN401 - a frame for a frame
        """Names of the index that are written nearly as each name is, by edit ratio alone.

        No evidence is scored. A Chinese name is compared by its characters and by its best
        spellings, whichever side it is on.

        Args:
            names: a list or array of names (ids are positions), or a frame.
            columns: which columns of a frame hold what.
            top_k: most names of the index for each name, None for all.
            cutoff: least edit ratio, 0 to 100.
            fast: whether a few may be missed for speed; else the answer is exactly what comparing
                with every name would give.
            slips: whether names one character away (wrong, missing, added, or two exchanged) are
                found as well, whatever their ratio; short Chinese names have low ones.

        Returns:
            `CandidatePair` rows in the order of the names, the most alike first; a frame for a
            frame.

        Raises:
            InvalidInput: if the names cannot be read.
            InvalidOptions: if an option cannot work.

        >>> index = AliasIndex.build(["Wu Yongming", "Wu Zeming"])
        >>> [(row.right_name, round(row.similarity)) for row in index.candidates(["Wu Yongmin"])]
        [('Wu Yongming', 95)]
        """
        check_ratio(top_k, cutoff)
        table = table_of(names, columns)
        found = alike(self._search, table, top_k, cutoff, fast=fast, slips=slips)
        samples = self.samples(names, columns, table)
        return like(names, found, record=CandidatePair, samples=samples)

    @tells_damage
    def known_id(self, text: str) -> str | int | float:
        """The id that a text names, where ids may be numbers: the text itself, or its number.

        Args:
            text: an id as it is written.

        Returns:
            The id that is there; the text when there is none.

        >>> AliasIndex.build(["Wu Yongming"]).known_id("0")
        0
        """
        there = (each for each in ids_written(text) if self._search.numbers_of(each))
        return next(there, text)

    @tells_damage
    def why(self, name: str, id: object, *, kind: Kind | str | None = None) -> Why:  # noqa: A002
        """Tell why a search for a name finds an id or not.

        Args:
            name: the name that is searched.
            id: the id that was expected.
            kind: what the name denotes, if that is known.

        Returns:
            The stage at which the pair was won or lost, with what led to it.

        Raises:
            InvalidName: if the name is not a string.

        >>> index = AliasIndex.build(["Wu Yongming", "Wu Zeming"])
        >>> index.why("吴泳铭", 1).stage.value
        'vetoed'
        """
        return why(self._search, (name, Kind.parse(kind)), id)

    @tells_damage
    def comparison(self, link: Link, *, kind: Kind | str | None = None) -> Comparison:
        """The evidence of a link that a search gave; nothing is searched.

        Args:
            link: a row of `search` or `search_many`, with an id on the right.
            kind: what the name was said to denote in the search.

        Returns:
            The pair, compared. Its verdict is that of the two names alone: rivals are not counted.

        Raises:
            InvalidInput: if the index has no such row, or the link has nothing on the right.

        >>> index = AliasIndex.build(["Wu Yongming", "Wu Zeming"])
        >>> index.comparison(index.search("吴泳铭")[0]).reason()
        '泳铭 = Yongming (yong = 泳, ming = 铭)'
        """
        return compared_link(self._search, link, Kind.parse(kind))

    @tells_damage
    def links_by_row(
        self,
        table: AliasTable,
        *,
        top_k: int,
        threshold: float | None,
        progress: Progress | None = None,
    ) -> list[list[Link]]:
        """Links of rows that are already read; see `namelink.index.bulk_search`."""
        return links_by_row(
            self._search, table, top_k=top_k, threshold=threshold, progress=progress
        )

    @tells_damage
    def samples(self, names: object, columns: Columns, table: AliasTable) -> dict[str, Any]:
        """Ids that tell the types of both columns of ids, whatever is found; see `like`."""
        return {"left_id": ids_of(names, columns, table), "right_id": self._contents.few_ids}

    @cached_property
    def _search(self) -> Search:
        return Search(self._contents.segments, self._contents.alive, self._options)

    def _change(self, contents: Contents) -> None:
        self._contents = contents
        self.__dict__.pop("_search", None)

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs: the arrays themselves, not the file that they stay in."""
        kept = {"_contents": self._contents, "_options": self._options}
        return {**kept, "file": None, "_seen": Seen()}
