"""Arrays in one file that is mapped into memory, not read: how an index is kept.

A file begins with a mark, the length and the checksum of its header, and the header itself: JSON
that says what the file is, and where each array stands, of what type, and with which checksum.
No code is stored and none is run. Opening checks the header and the size of the file;
`ArrayFile.verify` also reads all arrays.

>>> import tempfile, numpy as np
>>> with tempfile.TemporaryDirectory() as folder:
...     path = Path(folder) / "squares"
...     _ = write_arrays(path, {"squares": np.arange(4) ** 2}, about={"kind": "example"})
...     file = read_arrays(path)
...     file.about["kind"], file.arrays["squares"].tolist()
('example', [0, 1, 4, 9])
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from namelink.errors import InvalidInput
from namelink.io.output import WholeFiles

Array = npt.NDArray[Any]

# Changes with the header and with how arrays are laid out; what a file holds has its own numbers.
FORMAT = 2
_MARK = b"namelink"
_PLACE = np.dtype("<u8")
_DIGEST = 32
_HEAD = len(_MARK) + _PLACE.itemsize + _DIGEST
# Arrays begin at multiples of this, so that each is aligned whatever its type.
_ALIGNED = 64
_TYPES = frozenset({"|u1", "|b1", "<u2", "<i2", "<i4", "<i8", "<u4", "<u8", "<f4", "<f8"})
_BLOCK = 1 << 24
_NEXT = "build it anew, or copy it again"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArrayFile:
    """A file that is mapped.

    Attributes:
        path: the file, for messages.
        about: what it is.
        arrays: by name; they cannot be written to.
        digests: checksum of each.
        stamp: first bytes of the file, which hold the checksum of its header, and with it of all.
    """

    path: str | Path
    about: dict[str, Any]
    arrays: dict[str, Array]
    digests: dict[str, str]
    stamp: bytes

    def verify(self) -> None:
        """Read all that is mapped and compare checksums.

        Raises:
            InvalidInput: if an array is damaged.
        """
        for name, array in self.arrays.items():
            digest = blake2b(digest_size=_DIGEST)
            for block in _blocks(array.reshape(-1).view(np.uint8)):
                digest.update(block.data)
            if digest.hexdigest() != self.digests[name]:
                raise InvalidInput(f"{self.path}: its array {name} is damaged: {_NEXT}")


def stamp_of(path: str | Path) -> bytes | None:
    """What tells a file of arrays from another one, in its first bytes.

    Args:
        path: the file.

    Returns:
        The bytes; None where no file is, or it cannot be read.
    """
    if not Path(path).is_file():
        return None
    try:
        with Path(path).open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return None


def write_arrays(
    path: str | Path, arrays: Mapping[str, Array], *, about: Mapping[str, Any]
) -> bytes:
    """Write arrays to a file, whole or not at all.

    Args:
        path: the file; one that is there is replaced.
        arrays: by name, of a plain type.
        about: what the file is, as plain data.

    Returns:
        The stamp of the file, see `stamp_of`.

    Raises:
        InvalidInput: if the file cannot be written.
        ValueError: if an array is of another type.
    """
    placed, offset = [], 0
    plain = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    for name, array in plain.items():
        if array.dtype.str not in _TYPES:
            raise ValueError(f"{name} is of type {array.dtype}")
        digest = blake2b(array.data, digest_size=_DIGEST).hexdigest()
        shape = list(array.shape)
        place = {"name": name, "type": array.dtype.str, "shape": shape, "offset": offset}
        placed.append(place | {"digest": digest})
        offset += _padded(array.nbytes)
    header = json.dumps(
        {"format": FORMAT, "about": dict(about), "arrays": placed}, ensure_ascii=False
    ).encode()
    header += b" " * (_padded(_HEAD + len(header)) - _HEAD - len(header))
    size = np.array(len(header), dtype=_PLACE).tobytes()
    stamp = _MARK + size + blake2b(header, digest_size=_DIGEST).digest()
    with WholeFiles() as files:
        stream = files.open(path)
        stream.write(stamp + header)
        for array in plain.values():
            stream.write(array.data)
            stream.write(bytes(_padded(array.nbytes) - array.nbytes))
    return stamp


def read_arrays(path: str | Path) -> ArrayFile:
    """Map the arrays of a file.

    Args:
        path: a file that `write_arrays` wrote.

    Returns:
        The file.

    Raises:
        InvalidInput: if it is no such file, of another format, cut off or damaged in its header.
    """
    try:
        data: Array = np.memmap(path, dtype=np.uint8, mode="r")
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "it is empty"
        raise InvalidInput(f"{path}: cannot be opened ({told})") from error
    text, begin = _header(path, data)
    try:
        header = json.loads(text)
        _check_format(path, header["format"])
        arrays, end = {}, begin
        for place in header["arrays"]:
            arrays[place["name"]] = _array(path, data[begin:], place)
            end = max(end, begin + place["offset"] + _padded(arrays[place["name"]].nbytes))
        about, digests = dict(header["about"]), {e["name"]: e["digest"] for e in header["arrays"]}
    except InvalidInput:
        raise
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        # Its checksum is right, so it was written so.
        raise InvalidInput(
            f"{path}: its header is of another version of namelink: build it anew"
        ) from error
    if end != len(data):
        raise InvalidInput(f"{path}: it is cut off or damaged: {_NEXT}")
    return ArrayFile(
        path=path, about=about, arrays=arrays, digests=digests, stamp=data[:_HEAD].tobytes()
    )


def _check_format(path: str | Path, written: object) -> None:
    if written != FORMAT:
        raise InvalidInput(
            f"{path}: it is of format {written}, and this version of namelink reads format "
            f"{FORMAT}: build it anew"
        )


def _array(path: str | Path, data: Array, place: Mapping[str, Any]) -> Array:
    """The array that a header describes, of all that stands behind the header."""
    if place["type"] not in _TYPES:
        raise ValueError(f"arrays of type {place['type']} are not known")
    first = place["offset"]
    size = prod(place["shape"]) * np.dtype(place["type"]).itemsize
    if first < 0 or size < 0 or first + size > len(data):
        raise InvalidInput(f"{path}: it is cut off or damaged: {_NEXT}")
    flat: Array = np.asarray(data[first : first + size]).view(place["type"])
    return flat.reshape(place["shape"])


def _header(path: str | Path, data: Array) -> tuple[bytes, int]:
    """The bytes of the header, whose checksum is right, and where the arrays begin."""
    if len(data) < _HEAD or data[: len(_MARK)].tobytes() != _MARK:
        raise InvalidInput(f"{path}: it is no index of namelink")
    length = int(data[len(_MARK) : len(_MARK) + _PLACE.itemsize].view(_PLACE)[0])
    text = data[_HEAD : _HEAD + length].tobytes()
    digest = data[_HEAD - _DIGEST : _HEAD].tobytes()
    if len(text) != length or blake2b(text, digest_size=_DIGEST).digest() != digest:
        raise InvalidInput(f"{path}: its header is damaged: {_NEXT}")
    return text, _HEAD + length


def _padded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def _blocks(data: Array) -> Iterator[Array]:
    return (data[begin : begin + _BLOCK] for begin in range(0, len(data), _BLOCK))
