"""Lists, arrays and data frames to alias tables, and results back in the caller's own kind.

A list comes in, a list of records goes out; a pandas, polars or pyarrow frame comes in, a frame
of the same library goes out. narwhals reads the frames, and only when one was handed in.

>>> table_of(["吴泳铭", "张迪"]).ids
(0, 1)
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from namelink.errors import InvalidInput, InvalidOptions
from namelink.io.columns import ColumnChoice, listed
from namelink.io.files import FileReading, read_table
from namelink.io.parquet import cells_of
from namelink.io.records import ColumnType, column_types, columns_of
from namelink.io.rows import TableBuilder
from namelink.model.options import Columns
from namelink.model.table import AliasTable, Reject

if TYPE_CHECKING:
    import narwhals as nw
    import numpy as np
    import numpy.typing as npt

RecordT = TypeVar("RecordT")

_WANTED = "a list of strings, an array, a pandas, polars or pyarrow frame, or a Path"


def names_of(data: object) -> Sequence[Any]:
    """The names of a list, an array or a series, by position and never by label.

    Args:
        data: a list or other sequence, or an array or series of numpy, pandas, polars or pyarrow.

    Returns:
        What stands in it, None for every null of a series.

    Raises:
        InvalidInput: if it is of another sort: a string would be taken for its characters, a
            frame for the names of its columns, and a set has no order.

    >>> names_of(("吴泳铭", "张迪"))
    ('吴泳铭', '张迪')
    """
    if isinstance(data, Sequence) and not isinstance(data, str | bytes):
        return data
    if isinstance(data, str | bytes):
        raise InvalidInput(
            f"names come in a list, not in a {type(data).__name__}: give [{data!r}]"
        )
    if _library(data) == "numpy":
        return _array_of_names(cast("npt.NDArray[np.generic]", data))
    import narwhals as nw

    native = nw.from_native(_wrapped(data), series_only=True, pass_through=True)
    if isinstance(native, nw.Series):
        return cells_of(native)
    raise InvalidInput(
        f"names come in a list or series, not in a {type(data).__name__}: give one column of them"
    )


def table_of(
    data: object,
    columns: Columns | None = None,
    *,
    rejects: list[Reject] | None = None,
    compact: bool = False,
) -> AliasTable:
    """Make an alias table of what the caller has.

    Args:
        data: a list, tuple, numpy array or series of strings (ids are positions), a frame, or the
            path of a file.
        columns: which columns of a frame hold what. The default id column may be missing: ids are
            positions then.
        rejects: list that takes rows which cannot be used; None raises the first one.
        compact: whether names and ids are packed as they come; see `TableBuilder`.

    Returns:
        The table.

    Raises:
        InvalidInput: if the data is of another sort, a column is missing, or (without `rejects`) a
            row holds no name.
    """
    given: object = columns or Columns()
    # Callers without a type checker hand in the name of a column, or a dict.
    if not isinstance(given, Columns):
        raise InvalidOptions(f"columns is {given!r}: give Columns(id=..., name=...)")
    columns = given
    if isinstance(data, Path):
        return _of_file(data, columns, rejects, compact=compact)
    builder = TableBuilder(
        next_step="mend or leave out the row",
        rejects=rejects,
        empty_names=True,
        compact=compact,
    )
    numbered = True
    if isinstance(data, list | tuple):
        rows = _of_names(data)
    elif _library(data) == "numpy":
        rows = _of_names(_array_of_names(cast("npt.NDArray[np.generic]", data)))
    else:
        rows, numbered = _of_native(data, columns)
    for position, (identity, names, kind) in enumerate(rows):
        problem = builder.add(position, identity, names, kind)
        if problem:
            content = ", ".join(map(repr, names))
            place = f"row {position + 1} (position {position})"
            builder.reject(position, place, problem, content)
    return builder.table(numbered=numbered)


def ids_of(data: object, columns: Columns, table: AliasTable) -> Sequence[Any]:
    """Ids of a table, or values of their type where it has no row: empty batches are usual.

    Args:
        data: what the caller handed in.
        columns: which columns of a frame hold what.
        table: what `table_of` made of it.

    Returns:
        Values that tell the type of the ids; none where nothing tells it.

    >>> ids_of([], Columns(), table_of([]))
    (0,)
    """
    if table.ids:
        return table.ids
    if table.numbered:
        return (0,)
    if _frame_namespace(data) is None:
        return ()
    import narwhals as nw

    kept: Any = data
    dtype = nw.from_native(_wrapped(kept), eager_only=True)[columns.id].dtype
    return (0,) if dtype.is_integer() else (0.0,) if dtype.is_float() else ()


def like(
    original: object,
    rows: Sequence[RecordT],
    *,
    record: type[RecordT],
    samples: Mapping[str, Sequence[Any]] | None = None,
) -> Any:  # noqa: ANN401 - a frame of a library that is not imported here
    """Give results back in the caller's own kind.

    Args:
        original: what the caller handed in.
        rows: frozen records.
        record: their class, which names and types the columns when there are no rows.
        samples: values for fields that may hold anything (such as the ids of the input), which
            decide their type when the rows hold none.

    Returns:
        The records as a list, or a frame of the library of `original` with a column a field.
    """
    namespace = _frame_namespace(original)
    if namespace is None:
        return list(rows)
    types = column_types(record, rows, samples)
    values = columns_of(rows, types)
    if namespace.__name__ == "pandas":
        return _pandas_frame(namespace, values, types)
    import narwhals as nw

    frame = nw.from_dict(values, schema=narwhals_schema(types), backend=namespace)
    return frame.to_native()


def narwhals_schema(types: Mapping[str, ColumnType]) -> dict[str, Any]:
    """The types of columns as narwhals names them."""
    import narwhals as nw

    names = {
        ColumnType.TEXT: nw.String,
        ColumnType.INTEGER: nw.Int64,
        ColumnType.NUMBER: nw.Float64,
    }
    return {name: names[kind]() for name, kind in types.items()}


def _of_file(
    path: Path, columns: Columns, rejects: list[Reject] | None, *, compact: bool
) -> AliasTable:
    """The rows of a file; columns that are not named are guessed as the command line does."""
    usual = Columns()
    chosen = ColumnChoice(
        id=None if columns.id == usual.id else columns.id,
        name=() if columns.name == usual.name else columns.names,
        kind=columns.kind,
    )
    reading = FileReading(columns=chosen)
    return read_table(str(path), reading=reading, rejects=rejects, compact=compact)[0]


# (id, names, kind) of each row.
_Cells = tuple[object, Sequence[object], object]


def _library(data: object) -> str:
    return type(data).__module__.partition(".")[0]


def _of_names(names: Sequence[object]) -> Iterator[_Cells]:
    return ((position, (name,), None) for position, name in enumerate(names))


def _array_of_names(data: "npt.NDArray[np.generic]") -> list[Any]:
    if data.ndim != 1:
        raise InvalidInput(f"an array with {data.ndim} dimensions holds no list of names: use one")
    found: list[Any] = data.tolist()
    return found


def _of_native(data: object, columns: Columns) -> tuple[Iterator[_Cells], bool]:
    """Rows of a series or a frame, and whether their ids are positions."""
    import narwhals as nw

    native = _native(data)
    if isinstance(native, nw.Series):
        return _of_names(cells_of(native)), True
    if isinstance(native, nw.LazyFrame):
        raise InvalidInput(
            "a lazy frame or relation holds no rows yet: call .collect() first, or .pl(), .df() "
            "or .to_arrow_table() of a DuckDB relation"
        )
    return _of_frame(native, columns)


def _native(data: object) -> "nw.Series[Any] | nw.DataFrame[Any] | nw.LazyFrame[Any]":
    """A series or frame as narwhals sees it."""
    import narwhals as nw

    try:
        found: nw.Series[Any] | nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(
            _wrapped(data), allow_series=True
        )
    except TypeError as error:
        raise InvalidInput(
            f"cannot read names from a {type(data).__name__}: give {_WANTED}"
        ) from error
    except nw.exceptions.DuplicateError as error:
        told = " ".join(str(error).split())
        raise InvalidInput(
            f"two columns of the frame have one name ({told}): rename one of them"
        ) from error
    return found


def _wrapped(data: Any) -> Any:  # noqa: ANN401 - arrays and frames of three libraries
    """What holds names and is neither a series nor a frame as one of them; all else as it is.

    Such are the batches that engines hand to functions, and what pandas gives for ``.values``,
    ``.unique()`` and an index.
    """
    library = _library(data)
    if library == "pandas" and getattr(data, "ndim", None) == 1:
        import pandas as pd

        return pd.Series(data)
    if library == "pyarrow":
        import pyarrow as pa

        if isinstance(data, pa.Array):
            return pa.chunked_array([data])
        if isinstance(data, pa.RecordBatch | pa.RecordBatchReader):
            return pa.table(data)
    return data


def _of_frame(frame: "nw.DataFrame[Any]", columns: Columns) -> tuple[Iterator[_Cells], bool]:
    header = list(frame.columns)
    names = columns.names
    positional = columns.id == Columns().id and columns.id not in header
    wanted = [*names, columns.kind, columns.language, columns.source]
    for column in wanted if positional else [columns.id, *wanted]:
        if column is not None and column not in header:
            raise InvalidInput(
                f'there is no column "{column}"; {listed(header)}: set Columns(...)'
            )
    height = len(frame)
    ids = range(height) if positional else cells_of(frame[columns.id])
    kinds = [None] * height if columns.kind is None else cells_of(frame[columns.kind])
    cells = zip(*(cells_of(frame[name]) for name in names), strict=True)
    return zip(ids, cells, kinds, strict=True), positional


def _frame_namespace(original: object) -> ModuleType | None:
    """The library of a frame as a module, None for anything else."""
    if isinstance(original, list | tuple | Path) or _library(original) == "numpy":
        return None
    if _library(original) == "pyarrow" and hasattr(original, "schema"):
        import pyarrow as pa

        # A reader of batches has been read to its end by now.
        namespace: ModuleType = pa
        return namespace
    import narwhals as nw

    native = nw.from_native(original, allow_series=True, pass_through=True)
    return nw.get_native_namespace(native) if isinstance(native, nw.DataFrame) else None


def _pandas_frame(
    pandas: ModuleType, values: Mapping[str, list[Any]], types: Mapping[str, ColumnType]
) -> object:
    """A pandas frame whose types do not depend on whether a null is among the values.

    Plain ``int64`` cannot hold the null of an unmatched row, and plain ``object`` says nothing, so
    integers and text take the types that can be null; numbers have not-a-number for it.
    """
    dtypes = {
        ColumnType.TEXT: "string",
        ColumnType.INTEGER: "Int64",
        ColumnType.NUMBER: "float64",
    }
    return pandas.DataFrame(
        {name: pandas.Series(column, dtype=dtypes[types[name]]) for name, column in values.items()}
    )
