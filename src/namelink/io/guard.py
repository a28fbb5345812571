"""A file that was read, changed in memory and is written again, by one process at a time.

Whole files replace each other, so two processes that read one file and write it again would lose
what one of them changed, silently. The one that comes second is told instead.

>>> import tempfile
>>> from namelink.io.arrays import read_arrays
>>> with tempfile.TemporaryDirectory() as folder:
...     path = Path(folder) / "index"
...     _ = write_arrays(path, {}, about={"by": "me"})
...     seen = Seen(read_arrays(path))
...     _ = write_arrays(path, {}, about={"by": "another process"})
...     seen.write(path, {}, about={"by": "me again"})
Traceback (most recent call last):
    ...
namelink.errors.InvalidInput: .../index: another process changed it since it was opened; ...
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, BinaryIO

from namelink.errors import InvalidInput
from namelink.io.arrays import Array, ArrayFile, stamp_of, write_arrays

try:
    import fcntl
except ImportError:
    _flock = None
else:
    _flock = fcntl.flock


class Seen:
    """Files of arrays as they were when they were last read or written here."""

    def __init__(self, file: ArrayFile | None = None) -> None:
        """Remember a file, if one was read."""
        self._read = file
        self._stamps = {Path(file.path).resolve(): file.stamp} if file is not None else {}

    def write(
        self, path: str | Path, arrays: Mapping[str, Array], *, about: Mapping[str, Any]
    ) -> None:
        """Write a file, as `write_arrays` does.

        Args:
            path: the file. One that was not seen is replaced whatever it is; one that is gone has
                nothing to lose.
            arrays: by name.
            about: what the file is.

        Raises:
            InvalidInput: if the file is another one by now, or cannot be written, or the one that
                was read is damaged.
        """
        if self._read is not None:
            # What is written gets new checksums, which would hide damage for good.
            self._read.verify()
        target = Path(path).resolve()
        seen = self._stamps.get(target)
        with _locked(target) if seen is not None else nullcontext():
            # Who waited finds another file under the name when the first one is done.
            if seen is not None and stamp_of(target) not in (seen, None):
                raise InvalidInput(
                    f"{path}: another process changed it since it was opened; nothing was "
                    "written: open it anew and do it again"
                )
            self._stamps[target] = write_arrays(path, arrays, about=about)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Wait until no other process holds a file, and hold it."""
    try:
        stream = path.open("rb")
    except OSError:
        yield
        return
    with stream:
        _lock(stream)
        yield


def _lock(stream: BinaryIO) -> None:
    """Wait until no other process holds the file; it is let go when it is closed.

    Where there are no such locks, as on Windows and on some network drives, two processes that
    finish within the same moment are not told apart.
    """
    if _flock is None:
        return
    with suppress(OSError):
        _flock(stream, fcntl.LOCK_EX)
