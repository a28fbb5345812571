"""Records to files, whole or not at all.

What is written goes to a temporary file in the folder of the target and takes its name only when
everything of the run is written: a run that fails, or is stopped, leaves the folder as it was.
"""

import os
import secrets
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, BinaryIO, Self

from namelink.errors import InvalidInput
from namelink.io.formats import FileFormat, joined
from namelink.io.frames import narwhals_schema
from namelink.io.parquet import write_parquet
from namelink.io.records import (
    column_types,
    columns_of,
    declared_types,
    json_line,
    plain,
    record_data,
)

STDOUT = "-"


@contextmanager
def work_folder(path: str | Path) -> Iterator[Path]:
    """A folder beside a file that is to be written, for what is too large for memory.

    Args:
        path: the file.

    Yields:
        The folder; it is gone at the end, with all that is in it.

    Raises:
        InvalidInput: if no folder can be made there.
    """
    target = Path(path).resolve()
    try:
        folder = TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise InvalidInput(
            f"{path}: cannot be written ({error.strerror}); {_way_out(error)}"
        ) from error
    with folder as name:
        yield Path(name)


class WholeFiles:
    """Files that appear together when the block ends well, and not at all when it does not.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     target = Path(folder) / "out.csv"
    ...     with WholeFiles() as files:
    ...         written = files.open(target).write(b"left_id")
    ...         early = target.exists()
    ...     early, target.read_bytes()
    (False, b'left_id')
    """

    def __init__(self) -> None:
        self._streams: list[BinaryIO] = []
        self._pending: list[tuple[Path, Path]] = []

    def __enter__(self) -> Self:
        """Nothing is opened yet."""
        return self

    def open(self, path: str | Path) -> BinaryIO:
        """A stream for a file.

        Args:
            path: the file that shall hold what is written. A device or a pipe is written to
                at once.

        Returns:
            The stream; it is closed at the end of the block.

        Raises:
            InvalidInput: if the file cannot be written.
        """
        target = Path(path).resolve()
        try:
            if target.exists() and not stat.S_ISREG(target.stat().st_mode):
                stream: BinaryIO = target.open("wb")
            else:
                stream = self._temporary(target)
        except OSError as error:
            raise InvalidInput(
                f"{path}: cannot be written ({error.strerror}); {_way_out(error)}"
            ) from error
        self._streams.append(stream)
        return stream

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Name the files, or remove what was written of them."""
        try:
            if kind is None:
                for stream in self._streams:
                    stream.flush()
                    if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                        os.fsync(stream.fileno())
                    stream.close()
                for temporary, target in self._pending:
                    temporary.replace(target)
        except OSError as failure:
            raise _unwritten(failure) from failure
        finally:
            self._discard()
        # What is read stands in memory before; a reader that left is the caller's matter.
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise _unwritten(error) from error

    def _temporary(self, target: Path) -> BinaryIO:
        """A new file beside the target, with the rights that a new file there would have."""
        temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.tmp")
        rights = target.stat().st_mode & 0o777 if target.exists() else 0o666
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights)
        self._pending.append((temporary, target))
        return os.fdopen(handle, "wb")

    def _discard(self) -> None:
        for stream in self._streams:
            # Closing writes what is still held back; on a full disk that fails again.
            try:
                stream.close()
            except OSError:
                continue
        for temporary, _ in self._pending:
            temporary.unlink(missing_ok=True)


def _way_out(error: OSError) -> str:
    """What to do where a file cannot be opened for writing."""
    match error:
        case PermissionError():
            return "name a file in a folder that you may write to"
        case IsADirectoryError():
            return "it is a folder: name a file in it"
        case FileNotFoundError() | NotADirectoryError():
            return "name a file in a folder that exists"
        case _:
            return "name another file"


def _unwritten(error: OSError) -> InvalidInput:
    return InvalidInput(
        f"the output cannot be written ({error.strerror}); nothing was left behind"
    )


def write_records(
    rows: Sequence[Any],
    stream: BinaryIO,
    *,
    record: type,
    file_format: FileFormat = FileFormat.CSV,
    samples: Mapping[str, Sequence[Any]] | None = None,
) -> None:
    r"""Write records with a column a field.

    >>> import io
    >>> from namelink.model.table import Reject
    >>> stream = io.BytesIO()
    >>> write_records([Reject(row=1, reason="null", content="a,b")], stream, record=Reject)
    >>> stream.getvalue()
    b'row,reason,content\n1,null,"a,b"\n'

    Args:
        rows: frozen records.
        stream: takes the bytes; text is UTF-8, lone surrogates are written as escapes.
        record: class of the records, which names the columns when there are no rows.
        file_format: CSV, TSV, JSON Lines or Parquet.
        samples: values that decide the type of free fields in Parquet.

    Raises:
        MissingExtra: if Parquet is wanted and no library can write it.
    """
    match file_format:
        case FileFormat.CSV:
            _write_delimited(rows, stream, record, ",")
        case FileFormat.TSV:
            _write_delimited(rows, stream, record, "\t")
        case FileFormat.JSONL:
            stream.writelines(json_line(record_data(row, record)) for row in rows)
        case FileFormat.PARQUET:
            types = column_types(record, rows, samples)
            write_parquet(columns_of(rows, types), narwhals_schema(types), stream)


def same_file(one: str | Path, other: str | Path) -> bool:
    """Whether two paths lead to one file; standard input and output are none."""
    if STDOUT in (str(one), str(other)):
        return False
    return Path(one).resolve() == Path(other).resolve()


def standard_output() -> BinaryIO:
    """The bytes of standard output."""
    return sys.stdout.buffer


def _write_delimited(rows: Iterable[Any], stream: BinaryIO, record: type, delimiter: str) -> None:
    names = tuple(declared_types(record))
    stream.write(f"{delimiter.join(names)}\n".encode())
    for row in rows:
        line = joined([plain(getattr(row, name)) for name in names], delimiter)
        stream.write(f"{line}\n".encode("utf-8", "backslashreplace"))
