"""Different characters of one sound, where both names are written in Han.

Same sound is not same person: the characters are known on both sides and differ, so a homophone
speaks against, only less than a character of another sound does.
"""

from collections.abc import Sequence

import numpy as np

from namelink.model.batch import Batch, Cells, Form, join_cells
from namelink.model.kinds import Channel
from namelink.model.remark import Remark
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import between
from namelink.readings.joins import Entry, join

# Misspelled characters in records are homophones more often than anything else, so one speaks
# against less than a leftover on each side does, and still against.
_BITS = -12.0
HOMOPHONE = 1


class Homophones:
    """The channel of characters that sound alike."""

    channel = Channel.PINYIN

    def cells(self, batch: Batch) -> Cells:
        """Different characters that share a reading.

        Args:
            batch: the pairs.

        Returns:
            The cells; each has ``detail`` HOMOPHONE and negative bits.
        """
        lefts, rights = between(batch, batch.mine.han, batch.theirs.han)
        if not lefts:
            return join_cells([])
        left, right = _sounds(batch.left, lefts, _BITS), _sounds(batch.right, rights, 0.0)
        found = join(batch, left, right)
        columns = (found.pair.tolist(), found.left_start.tolist(), found.right_start.tolist())
        different = [
            at
            for at, (pair, mine, theirs) in enumerate(zip(*columns, strict=True))
            if batch.left[batch.left_of[pair]].keys[mine]
            != batch.right[batch.right_of[pair]].keys[theirs]
        ]
        return found.take(np.array(different, dtype=np.intp))

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell."""
        del detail
        char = left[0][0] if left else ""
        said = pinyin_readings(char)
        return Remark("homophones", (char, right, said[0][0] if said else "?"))


def _sounds(forms: Sequence[Form], rows: Sequence[int], bits: float) -> list[Entry]:
    return [
        Entry(row=row, key=reading, start=at, size=1, bits=bits, detail=HOMOPHONE)
        for row in rows
        for at, (key, shape) in enumerate(zip(forms[row].keys, forms[row].shapes, strict=True))
        if shape == "han"
        for reading, _ in pinyin_readings(key)[:1]
    ]
