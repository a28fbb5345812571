"""Different characters that look alike, where both names are written in Han: 未 and 末.

A slip of the pen or of an optical reader makes one of the other. The characters are known on both
sides and differ, so it speaks against all the same, only less than any other difference.
"""

from collections.abc import Sequence

from namelink.model.batch import Batch, Cells, Form, join_cells
from namelink.model.kinds import Channel
from namelink.model.remark import Remark
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import between
from namelink.readings.joins import Entry, join
from namelink.tables.look_alikes import look_alikes

# Less against than a leftover on each side, more than a homophone, which is the commoner slip.
_BITS = -16.0
LOOK_ALIKE = 3
_TOLD = {
    "look": "look_alike",
    "shape": "look_alike",
    "component": "one_component",
}


class LookAlikes:
    """The channel of characters that look alike; it speaks of writing, as the surface does."""

    channel = Channel.SURFACE

    def cells(self, batch: Batch) -> Cells:
        """Different characters that are taken for each other.

        Args:
            batch: the pairs.

        Returns:
            The cells; each has ``detail`` LOOK_ALIKE and negative bits.
        """
        lefts, rights = between(batch, batch.mine.han, batch.theirs.han)
        if not lefts:
            return join_cells([])
        left = [
            Entry(row=row, key=(key, other), start=at, size=1, bits=_BITS, detail=LOOK_ALIKE)
            for row, at, key in _characters(batch.left, lefts)
            for other in look_alikes().get(key, ())
            # What sounds alike too is told as such: it is the commoner slip.
            if _said(key) != _said(other)
        ]
        right = [
            Entry(row=row, key=(other, key), start=at, size=1, bits=0.0)
            for row, at, key in _characters(batch.right, rights)
            for other in look_alikes().get(key, ())
        ]
        return join(batch, left, right)

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell."""
        del detail
        char = left[0][0] if left else ""
        return Remark(_TOLD[look_alikes()[char][right]], (char, right))


def _characters(forms: Sequence[Form], rows: Sequence[int]) -> list[tuple[int, int, str]]:
    return [
        (row, at, key)
        for row in rows
        for at, (key, shape) in enumerate(zip(forms[row].keys, forms[row].shapes, strict=True))
        if shape == "han"
    ]


def _said(char: str) -> str:
    """The usual Mandarin reading of a character; the character itself if it has none."""
    said = pinyin_readings(char)
    return said[0][0] if said else char
