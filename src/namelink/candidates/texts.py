"""Many strings in two arrays: their UTF-8 bytes one after the other, and where each ends.

A million Python strings take 75 MB beside their bytes and cannot be mapped from a file; these can.

>>> texts = Texts.of(["Wu Yongming", "吴泳铭", ""])
>>> texts[1], len(texts), list(texts)[2]
('吴泳铭', 3, '')
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Self

import numpy as np
import numpy.typing as npt

# Strings may hold halves of surrogate pairs; they come back as they were.
_CODING = ("utf-8", "surrogatepass")
_AT_ONCE = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Texts(Sequence[str]):
    """Strings by position.

    Attributes:
        data: UTF-8 bytes of all strings, dtype uint8.
        ends: where each string ends in ``data``, dtype int64, shape (strings,).
    """

    data: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]

    @classmethod
    def of(cls, strings: Iterable[str]) -> Self:
        """Pack strings, in their order."""
        data, sizes = [b""], [np.zeros(0, np.int64)]
        left = iter(strings)
        # A part at a time: a million short strings of bytes take three times what is in them.
        while coded := [text.encode(*_CODING) for text in islice(left, _AT_ONCE)]:
            data.append(b"".join(coded))
            sizes.append(np.array([len(each) for each in coded], dtype=np.int64))
        ends = np.cumsum(np.concatenate(sizes), dtype=np.int64)
        return cls(np.frombuffer(b"".join(data), dtype=np.uint8), ends)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The strings of some parts, one part after the other."""
        sizes = [np.zeros(0, np.int64), *(np.diff(part.ends, prepend=0) for part in parts)]
        data = np.concatenate([np.zeros(0, np.uint8), *(part.data for part in parts)])
        return cls(data, np.cumsum(np.concatenate(sizes), dtype=np.int64))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - a sequence may be sliced; this is not
        if not 0 <= at < len(self.ends):
            raise IndexError(f"there is no string {at}: there are {len(self.ends)}")
        begin = self.ends[at - 1] if at else 0
        return self.data[begin : self.ends[at]].tobytes().decode(*_CODING)

    def __iter__(self) -> Iterator[str]:
        return (self[at] for at in range(len(self.ends)))

    def take(self, positions: npt.NDArray[np.integer]) -> list[str]:
        """The strings at some positions, in that order."""
        if not len(positions):
            return []
        begins = np.where(positions > 0, self.ends[positions - 1], 0)
        return [
            self.data[begin:end].tobytes().decode(*_CODING)
            for begin, end in zip(begins.tolist(), self.ends[positions].tolist(), strict=True)
        ]
