"""Letters that stand for the words or syllables of the other name.

BYD for 比亚迪, ATH for Alibaba Token Hub, Y. M. for 泳铭.

Little evidence each: many names share a few letters, so the weight is capped.
"""

from collections.abc import Sequence

from namelink.model.batch import Batch, Cells, Form, join_cells
from namelink.model.kinds import Channel, Role
from namelink.readings.engines import pinyin_readings
from namelink.readings.joins import Entry, join

# A letter begins a syllable or word in one of nine cases on average (letter frequencies of pinyin
# initials); the cost is that of all ways in which letters may be chosen from a name.
_LETTER_BITS = 3.0
_CHOICE_BITS = -2.5
_MOST_BITS = 10.0
_SIZES = range(2, 7)


class Acronyms:
    """The channel of acronyms and of initials of Chinese syllables."""

    channel = Channel.ACRONYM

    def cells(self, batch: Batch) -> Cells:
        """Letters against the initials of as many neighboring atoms.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        return join_cells(
            [
                join(batch, _spelled_out(batch.left), _acronyms(batch.right)),
                join(batch, _acronyms(batch.left), _spelled_out(batch.right)),
                join(batch, _single(batch.left), _single_letters(batch.right)),
            ]
        )

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> str:
        """Tell a cell."""
        del detail
        return f"{right} by initials of {''.join(char for char, _ in left)}"


def _initial(key: str, shape: str) -> str:
    if shape == "latin":
        return key[0]
    readings = pinyin_readings(key) if shape == "han" else ()
    return readings[0][0][0] if readings else ""


def _spelled_out(forms: Sequence[Form]) -> list[Entry]:
    found = []
    for row, form in enumerate(forms):
        # Function words lend no letter: the U of HKUST is followed by S, not by the O of "of".
        places = [at for at, role in enumerate(form.roles) if role is not Role.PARTICLE]
        initials = [_initial(form.keys[at], form.shapes[at]) for at in places]
        for start in range(len(initials)):
            for size in _SIZES:
                piece = initials[start : start + size]
                if len(piece) < size or not all(piece):
                    break
                bits = min(_LETTER_BITS * size + _CHOICE_BITS, _MOST_BITS)
                first, last = places[start], places[start + size - 1]
                found.append(
                    Entry(
                        row=row, key="".join(piece), start=first, size=last - first + 1, bits=bits
                    )
                )
    return found


def _acronyms(forms: Sequence[Form]) -> list[Entry]:
    return [
        Entry(row=row, key=key, start=at, size=1, bits=0.0)
        for row, form in enumerate(forms)
        for at, (key, upper) in enumerate(zip(form.keys, form.upper, strict=True))
        if upper and len(key) in _SIZES and key.isascii()
    ]


def _single(forms: Sequence[Form]) -> list[Entry]:
    """Every Han atom under the initials of its readings."""
    found = []
    for row, form in enumerate(forms):
        for at, (key, shape) in enumerate(zip(form.keys, form.shapes, strict=True)):
            if shape == "han":
                letters = dict.fromkeys(reading[0] for reading, _ in pinyin_readings(key)[:2])
                found += [
                    Entry(row=row, key=letter, start=at, size=1, bits=_LETTER_BITS)
                    for letter in letters
                ]
    return found


def _single_letters(forms: Sequence[Form]) -> list[Entry]:
    return [
        Entry(row=row, key=key, start=at, size=1, bits=0.0)
        for row, form in enumerate(forms)
        for at, (key, shape) in enumerate(zip(form.keys, form.shapes, strict=True))
        if shape == "latin" and len(key) == 1
    ]
