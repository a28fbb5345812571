"""Names of the other script that are nearest by an encoder's cosine: exact, in tiles.

What two names share by meaning alone is no feature of either, so such names meet here or nowhere.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Floats, Form
from namelink.model.kinds import Script

Positions = npt.NDArray[np.intp]
_TILE = 4096
# A cosine and a position as one number, so that equal cosines stand by position.
_STEPS = 1e4
_PLACE = 32


class Nearest:
    """Vectors of names, by script. Built once, asked often; never changed."""

    def __init__(self, names: Sequence[Sequence[Form]]) -> None:
        """Take the vectors of some names.

        Args:
            names: forms of each name; those without a vector cannot be found.
        """
        self._banks = {han: _stacked(names, han=han) for han in (True, False)}

    def best(
        self, names: Sequence[Sequence[Form]], count: int, floor: float = -1.0
    ) -> list[Positions]:
        """The nearest names of the other script.

        Args:
            names: forms of each name that is asked for.
            count: how many, at most.
            floor: cosine above which a name is worth a look.

        Returns:
            Positions for each, nearest first, equals by position.
        """
        found: list[dict[int, int]] = [{} for _ in names]
        for han, (bank, owner) in self._banks.items():
            asked, asker = _stacked(names, han=not han)
            if not len(asked) or not len(bank):
                continue
            for name, row in zip(asker.tolist(), _tops(asked, bank, count).tolist(), strict=True):
                for packed in row:
                    step, at = _unpacked(packed)
                    if step <= floor * _STEPS:
                        continue
                    right = int(owner[at])
                    found[name][right] = max(step, found[name].get(right, step))
        return [
            np.array(sorted(own, key=lambda at, own=own: (-own[at], at))[:count], dtype=np.intp)  # type: ignore[misc]
            for own in found
        ]


def with_nearest(best: Sequence[Positions], nearest: Sequence[Positions]) -> list[Positions]:
    """Candidates found by features, then those that only an encoder finds.

    Args:
        best: candidates of each name.
        nearest: further ones of each.

    Returns:
        Their union, each in its order.
    """
    return [
        np.concatenate([own, other[~np.isin(other, own)]])
        for own, other in zip(best, nearest, strict=True)
    ]


def _stacked(names: Sequence[Sequence[Form]], *, han: bool) -> tuple[Floats, Positions]:
    """Vectors of the forms of one script, and which name each is of."""
    held = [
        (at, form.vector)
        for at, forms in enumerate(names)
        for form in forms
        if form.vector is not None and form.vector.any() and (form.script is Script.HAN) is han
    ]
    owner = np.array([at for at, _ in held], dtype=np.intp)
    return (np.stack([vector for _, vector in held]) if held else np.zeros((0, 0), np.float32),
            owner)  # fmt: skip


def _tops(asked: Floats, bank: Floats, count: int) -> npt.NDArray[np.int64]:
    """The best rows of a bank for each vector, packed, shape (vectors, at most count)."""
    kept = np.zeros((len(asked), 0), dtype=np.int64)
    for begin in range(0, len(bank), _TILE):
        tile = bank[begin : begin + _TILE]
        steps = np.rint((asked @ tile.T) * _STEPS).astype(np.int64)
        packed = (steps << _PLACE) - np.arange(begin, begin + len(tile))
        kept = np.concatenate([kept, packed], axis=1)
        if kept.shape[1] > count:
            kept = np.partition(kept, -count, axis=1)[:, -count:]
    return kept


def _unpacked(packed: int) -> tuple[int, int]:
    """Steps of the cosine and position."""
    at = -packed & ((1 << _PLACE) - 1)
    return (packed + at) >> _PLACE, at
