"""What characters emit beside the chunks that they and their syllables have rows for.

The levels below: a syllable backs off to its initial and its final, which emit the onset and the
rime of a chunk; see `namelink.tables.chunks`.
"""

from collections.abc import Sequence

import numpy as np

from namelink.tables.chunks import (
    LEAST,
    Matrix,
    Numbers,
    Places,
    ends_of,
    rows_of,
    shares_of,
    syllables_of,
    unknown_halves,
    weights_of,
)


class Rest:
    """What some characters emit by the halves of their syllables.

    Onsets and rimes have the numbers of `places`.
    """

    __slots__ = ("_end_of", "_ends", "_scale", "_start_of", "_starts", "_weight")

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """Look the halves up.

        Args:
            keys: characters, each with its pinyin syllable (an empty one if it has none).
        """
        said = [syllables_of(*key) for key in keys]
        # A language's initials and finals, and which of them each character has.
        (self._starts, self._start_of), (self._ends, self._end_of) = (
            _shares([[ends_of(each)[half] for each in both] for both in said]) for half in range(2)
        )
        self._scale = np.array(
            [[2.0 ** rows_of(each)[0] for each in both] for both in said], dtype=np.float32
        )
        self._weight = weights_of(keys)

    @staticmethod
    def places(onset: Numbers, rime: Numbers) -> tuple[Places, Places]:
        """Numbers of onsets and rimes.

        Args:
            onset: number of each onset: of `namelink.tables.chunks.pieces` from 1, 0 for none,
                and past the last one its size more.
            rime: number of each rime, the same.
        """
        return unknown_halves(0)[onset], unknown_halves(1)[rime]

    def bits(self, char: Numbers, onset: Numbers, rime: Numbers) -> Matrix:
        """log2 P(chunk | character) of chunks without a row.

        Args:
            char: position of the character.
            onset: number of the chunk's onset, of a shape that goes with that of ``char``.
            rime: number of its rime, the same.
        """
        found = 0.0
        for language in range(2):
            share = (
                self._starts[self._start_of[char, language], onset]
                * self._ends[self._end_of[char, language], rime]
            )
            share *= self._scale[char, language]
            found = found + np.maximum(share, np.float32(2.0**LEAST))
        bits: Matrix = np.log2(found)
        bits += self._weight[char]
        return bits


def _shares(keys: Sequence[Sequence[str]]) -> tuple[Matrix, Places]:
    """Shares of distinct keys, and which of them each of the given ones is."""
    number = {key: at for at, key in enumerate(dict.fromkeys(key for own in keys for key in own))}
    which = np.array([[number[key] for key in own] for own in keys], dtype=np.intp)
    return np.array([shares_of(key) for key in number]), which
