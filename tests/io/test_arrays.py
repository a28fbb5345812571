"""A file of arrays comes back as it was, or is refused."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.errors import InvalidInput
from namelink.io.arrays import FORMAT, Array, read_arrays, write_arrays

_ARRAYS: dict[str, Array] = {
    "bytes": np.arange(200, dtype=np.uint8),
    "none": np.zeros(0, dtype=np.int32),
    "numbers": np.array([1.5, -2.0], dtype=np.float32),
    "flags": np.array([True, False]),
    "table": np.arange(6, dtype=np.int32).reshape(2, 3),
    "large": np.array([2**63], dtype=np.uint64),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "index"
    write_arrays(found, _ARRAYS, about={"kind": "test", "name": "吴"})
    return found


def test_arrays_come_back_and_cannot_be_changed(path: Path) -> None:
    file = read_arrays(path)
    file.verify()
    arrays = file.arrays
    assert file.about == {"kind": "test", "name": "吴"}
    assert list(arrays) == list(_ARRAYS)
    for name, array in _ARRAYS.items():
        assert arrays[name].dtype == array.dtype
        assert arrays[name].tolist() == array.tolist()
        assert not arrays[name].flags.writeable


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_changed_byte_is_seen(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("arrays") / "index"
    write_arrays(path, _ARRAYS, about={})
    whole = path.read_bytes()
    ends = np.cumsum([-(-array.nbytes // 64) * 64 for array in _ARRAYS.values()])
    begin = len(whole) - int(ends[-1])
    # Filling between two arrays is not read.
    filling = {
        begin + int(end) - 1 - at
        for array, end in zip(_ARRAYS.values(), ends, strict=True)
        for at in range(-array.nbytes % 64)
    }
    at = data.draw(st.integers(0, len(whole) - 1).filter(lambda at: at not in filling))
    flip = data.draw(st.integers(1, 255))
    path.write_bytes(whole[:at] + bytes([whole[at] ^ flip]) + whole[at + 1 :])
    with pytest.raises(InvalidInput, match="index"):
        read_arrays(path).verify()


@pytest.mark.parametrize("size", [0, 5, 47, 48, 100, 700])
def test_a_file_that_is_cut_off_is_refused(path: Path, size: int) -> None:
    whole = path.read_bytes()
    assert size < len(whole)
    path.write_bytes(whole[:size])
    with pytest.raises(InvalidInput, match="index"):
        read_arrays(path)


def test_other_files_and_formats_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("id,name\n1,Wu Yongming\n" * 20)
    with pytest.raises(InvalidInput, match="no index of namelink"):
        read_arrays(other)
    with pytest.raises(InvalidInput, match="cannot be opened"):
        read_arrays(tmp_path / "missing")
    monkeypatch.setattr("namelink.io.arrays.FORMAT", FORMAT + 1)
    write_arrays(tmp_path / "newer", {}, about={})
    monkeypatch.undo()
    with pytest.raises(InvalidInput, match=f"format {FORMAT + 1}"):
        read_arrays(tmp_path / "newer")


def test_a_failed_write_leaves_the_old_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ValueError, match="type"):
        write_arrays(path, {"objects": np.array([None])}, about={})
    assert path.read_bytes() == before
