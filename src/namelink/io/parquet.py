"""Parquet in and out, through whichever library is there: polars, else pyarrow.

Both are reached through narwhals, so nothing here depends on one of them. Only the columns that
are needed are read.
"""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from namelink.errors import InvalidInput, MissingExtra
from namelink.io.decoding import ByteSource
from namelink.io.formats import Row

if TYPE_CHECKING:
    import narwhals as nw

_Library = Literal["polars", "pyarrow"]
_LIBRARIES: tuple[_Library, ...] = ("polars", "pyarrow")
_MAGIC = b"PAR1"


def library() -> _Library:
    """The first library that can read and write Parquet.

    Raises:
        MissingExtra: if there is none.
    """
    import narwhals as nw

    for name in _LIBRARIES:
        try:
            nw.from_dict({"probe": [0]}, backend=name)
        except ImportError:
            continue
        return name
    raise MissingExtra('Parquet needs polars or pyarrow: pip install "namelink[cli]"')


def parquet_rows(
    stream: ByteSource, *, place: str, pick: Callable[[Sequence[str]], Sequence[int]]
) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Read the wanted columns of a Parquet file.

    Args:
        stream: the bytes.
        place: the file, for messages.
        pick: given the header, the positions of the wanted columns.

    Returns:
        The header, and rows whose cells stand at the positions of the header; those of unwanted
        columns are None.

    Raises:
        InvalidInput: if the bytes are no Parquet file.
        MissingExtra: if no library can read it.
    """
    import narwhals as nw

    backend = library()
    content = stream.read()
    if not (content.startswith(_MAGIC) and content.endswith(_MAGIC)):
        raise InvalidInput(
            f"{place}: not a whole Parquet file; was it cut off, or is it another format?"
        )
    data = io.BytesIO(content)
    try:
        lazy = nw.scan_parquet(data, backend=backend)
        header = tuple(lazy.collect_schema().names())
    except Exception as error:
        # The libraries raise errors of their own, with no base that can be named without them.
        raise InvalidInput(
            f"{place}: not a Parquet file ({type(error).__name__}: {error})"
        ) from error
    wanted = list(dict.fromkeys(pick(header)))
    frame = lazy.select([header[position] for position in wanted]).collect()
    columns = [cells_of(frame[header[position]]) for position in wanted]

    def rows() -> Iterator[Row]:
        for values in zip(*columns, strict=True):
            cells: list[object] = [None] * len(header)
            for position, value in zip(wanted, values, strict=True):
                cells[position] = value
            yield Row(0, cells)

    return header, rows()


def cells_of(series: "nw.Series[Any]") -> list[Any]:
    """The values of a narwhals series, None for every null.

    Libraries write a null as None, NaN or NA; only the mask of nulls is the same everywhere.
    """
    if not series.is_null().any():
        return list(series.to_list())
    return [
        None if hole else value
        for value, hole in zip(series.to_list(), series.is_null().to_list(), strict=True)
    ]


def write_parquet(
    columns: Mapping[str, Sequence[Any]], schema: Mapping[str, Any], stream: BinaryIO
) -> None:
    """Write columns as a Parquet file.

    Args:
        columns: values by name.
        schema: narwhals type by name.
        stream: takes the bytes.

    Raises:
        MissingExtra: if no library can write it.
    """
    import narwhals as nw

    backend = library()
    buffer = io.BytesIO()
    nw.from_dict(dict(columns), schema=dict(schema), backend=backend).write_parquet(buffer)
    stream.write(buffer.getbuffer())
