"""Arrays in one file that is mapped into memory, not read: how an index is kept.

A file begins with a mark, the length and the checksum of its header, and the header itself: JSON
that says what the file is, and where each array stands, of what type, and with which checksum.
No code is stored and none is run. Opening checks the header and the size of the file; `verify`
also reads all arrays.

>>> import tempfile, numpy as np
>>> with tempfile.TemporaryDirectory() as folder:
...     path = Path(folder) / "squares"
...     write_arrays(path, {"squares": np.arange(4) ** 2}, about={"kind": "example"})
...     about, arrays = read_arrays(path)
...     about["kind"], arrays["squares"].tolist()
('example', [0, 1, 4, 9])
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from namelink.errors import InvalidInput
from namelink.io.output import WholeFiles

Array = npt.NDArray[Any]

FORMAT = 1
_MARK = b"namelink"
_PLACE = np.dtype("<u8")
_DIGEST = 32
_HEAD = len(_MARK) + _PLACE.itemsize + _DIGEST
# Arrays begin at multiples of this, so that each is aligned whatever its type.
_ALIGNED = 64
_TYPES = frozenset({"|u1", "|b1", "<u2", "<i2", "<i4", "<i8", "<u4", "<u8", "<f4", "<f8"})
_BLOCK = 1 << 24


def write_arrays(
    path: str | Path, arrays: Mapping[str, Array], *, about: Mapping[str, Any]
) -> None:
    """Write arrays to a file, whole or not at all.

    Args:
        path: the file; one that is there is replaced.
        arrays: by name, of a plain type.
        about: what the file is, as plain data.

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
    with WholeFiles() as files:
        stream = files.open(path)
        stream.write(_MARK)
        stream.write(np.array(len(header), dtype=_PLACE).tobytes())
        stream.write(blake2b(header, digest_size=_DIGEST).digest())
        stream.write(header)
        for array in plain.values():
            stream.write(array.data)
            stream.write(bytes(_padded(array.nbytes) - array.nbytes))


def read_arrays(path: str | Path) -> tuple[dict[str, Any], dict[str, Array]]:
    """Map the arrays of a file.

    Args:
        path: a file that `write_arrays` wrote.

    Returns:
        What the file is, and its arrays, which cannot be written to.

    Raises:
        InvalidInput: if it is no such file, of another format, cut off or damaged in its header.
    """
    try:
        data: Array = np.memmap(path, dtype=np.uint8, mode="r")
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "it is empty"
        raise InvalidInput(f"{path}: cannot be opened ({told})") from error
    header, begin = _header(path, data)
    arrays = {}
    for place in header["arrays"]:
        first = begin + place["offset"]
        size = prod(place["shape"]) * np.dtype(place["type"]).itemsize
        if place["type"] not in _TYPES or first + size > len(data):
            raise InvalidInput(f"{path}: it is cut off or damaged: {_NEXT}")
        flat = np.asarray(data[first : first + size]).view(place["type"])
        arrays[place["name"]] = flat.reshape(place["shape"])
    return header["about"], arrays


def verify(path: str | Path) -> None:
    """Read a whole file and compare its checksums.

    Args:
        path: a file that `write_arrays` wrote.

    Raises:
        InvalidInput: as `read_arrays`, or if an array is damaged.
    """
    _, arrays = read_arrays(path)
    header, _ = _header(path, np.memmap(path, dtype=np.uint8, mode="r"))
    for place in header["arrays"]:
        digest = blake2b(digest_size=_DIGEST)
        for block in _blocks(arrays[place["name"]].reshape(-1).view(np.uint8)):
            digest.update(block.data)
        if digest.hexdigest() != place["digest"]:
            raise InvalidInput(f"{path}: its array {place['name']} is damaged: {_NEXT}")


_NEXT = "build it anew, or copy it again"


def _header(path: str | Path, data: Array) -> tuple[dict[str, Any], int]:
    """The header, and where the arrays begin."""
    if len(data) < _HEAD or data[: len(_MARK)].tobytes() != _MARK:
        raise InvalidInput(f"{path}: it is no index of namelink")
    length = int(data[len(_MARK) : len(_MARK) + _PLACE.itemsize].view(_PLACE)[0])
    text = data[_HEAD : _HEAD + length].tobytes()
    digest = data[_HEAD - _DIGEST : _HEAD].tobytes()
    if len(text) != length or blake2b(text, digest_size=_DIGEST).digest() != digest:
        raise InvalidInput(f"{path}: its header is damaged: {_NEXT}")
    header: dict[str, Any] = json.loads(text)
    if header["format"] != FORMAT:
        raise InvalidInput(
            f"{path}: it is of format {header['format']}, and this version reads format "
            f"{FORMAT}: build it anew"
        )
    return header, _HEAD + length


def _padded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def _blocks(data: Array) -> Iterator[Array]:
    return (data[begin : begin + _BLOCK] for begin in range(0, len(data), _BLOCK))
