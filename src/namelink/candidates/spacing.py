"""Whether the words of strings stand apart by single spaces, as in normalized keys.

Where they do, sorting the words changes no letter count. Where they do not, rapidfuzz's sorting
drops blanks, and takes two characters (next line, no-break space) for blanks in some strings only.

>>> uneven(Texts.of(["wang wei", " wang", "wang  wei", "王 伟", "王　伟"])).tolist()
[1, 2, 4]
"""

import numpy as np
import numpy.typing as npt

from namelink.candidates.texts import Texts

_SPACE, _CONTROL, _ASCII = 32, 32, 128
_DOUBTFUL = frozenset("\x85\xa0")


def respaced(text: str) -> str | None:
    """A string with single spaces between its words; None where it is doubtful what they are."""
    return None if _DOUBTFUL & set(text) else " ".join(text.split())


def uneven(texts: Texts) -> npt.NDArray[np.int64]:
    """Positions of strings whose words do not stand apart by single spaces alone."""
    data, ends = texts.data, texts.ends
    space = data == _SPACE
    # Only these bytes can be part of something amiss; few strings of ASCII have one.
    odd = (data < _CONTROL) | (data >= _ASCII)
    odd[1:] |= space[1:] & space[:-1]
    full = ends > np.concatenate([[0], ends[:-1]])
    begins = np.concatenate([[0], ends[:-1]])[full]
    edges = np.concatenate([begins, ends[full] - 1])
    odd[edges] |= space[edges]
    owner = np.searchsorted(ends, np.flatnonzero(odd), side="right")
    doubtful = owner[np.diff(owner, prepend=-1) > 0]
    amiss = [respaced(text) != text for text in texts.take(doubtful)]
    found: npt.NDArray[np.int64] = doubtful[np.array(amiss, dtype=bool)]
    return found
