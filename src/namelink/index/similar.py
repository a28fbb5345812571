"""The names of a segment as strings, for finding those that are written nearly alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.deletions import DeletionIndex
from namelink.candidates.letters import LetterIndex
from namelink.candidates.likeness import Scorer, alike
from namelink.candidates.storage import MEMORY, Storage
from namelink.candidates.texts import Texts
from namelink.readings.strings import MOST_SPELLINGS

Array = npt.NDArray[Any]
Alike = dict[int, tuple[float, str]]

# A name in two scripts has strings of each, and every Chinese one its spellings.
_MOST_STRINGS = 3 * (MOST_SPELLINGS + 1)


@dataclass(frozen=True, slots=True, eq=False)
class NamedStrings:
    """Strings of some names.

    Attributes:
        texts: the strings, one name after the other.
        sizes: how many each name has.
    """

    texts: Texts
    sizes: npt.NDArray[np.int64]

    @classmethod
    def of(cls, strings: Sequence[Sequence[str]]) -> Self:
        """Take the strings of each name, in order."""
        sizes = np.array([len(own) for own in strings], dtype=np.int64)
        return cls(Texts.of(text for own in strings for text in own), sizes)


class Similar:
    """Strings of names. The indexes over them are made when they are first asked for."""

    def __init__(
        self,
        strings: Texts,
        owner: npt.NDArray[np.int32],
        arrays: Mapping[str, Array] | None,
        storage: Storage = MEMORY,
    ) -> None:
        """Take strings.

        Args:
            strings: the strings.
            owner: the name that each belongs to.
            arrays: the indexes, None to make them.
            storage: where they are kept, if they are made.
        """
        self._strings = strings
        self._owner = owner
        self._arrays = arrays
        self._storage = storage

    @classmethod
    def of(cls, parts: Sequence[NamedStrings], storage: Storage = MEMORY) -> Self:
        """Take the strings of names, in order.

        Args:
            parts: strings of some names each.
            storage: where the indexes over them are kept.
        """
        sizes = np.concatenate([np.zeros(0, np.int64), *(part.sizes for part in parts)])
        owner = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        return cls(Texts.joined([part.texts for part in parts]), owner, None, storage)

    @classmethod
    def picked(cls, parts: Sequence[tuple["Similar", int]], names: npt.NDArray[np.int64]) -> Self:
        """The strings of some names of several parts.

        Args:
            parts: the parts, with the number of names of each; names are counted one part after
                the other.
            names: numbers of names, in the order that they shall have.
        """
        every: list[list[str]] = []
        for part, size in parts:
            own: list[list[str]] = [[] for _ in range(size)]
            for text, name in zip(part._strings, part._owner.tolist(), strict=True):  # noqa: SLF001
                own[name].append(text)
            every += own
        return cls.of([NamedStrings.of([every[name] for name in names.tolist()])])

    @cached_property
    def _letters(self) -> LetterIndex:
        if self._arrays is None:
            return LetterIndex.build(self._strings)
        return LetterIndex.from_arrays(self._strings, under("letters.", self._arrays))

    @cached_property
    def _changes(self) -> DeletionIndex:
        if self._arrays is None:
            return DeletionIndex.build(self._strings, self._storage)
        return DeletionIndex.from_arrays(self._strings, under("changes.", self._arrays))

    def search(
        self, asked: Sequence[str], *, top_k: int | None, cutoff: float, fast: bool
    ) -> Alike:
        """Names of which a string is like one of those that are asked for.

        Args:
            asked: strings of one name.
            top_k: names, at least, if so many are alike.
            cutoff: least likeness, 0 to 100.
            fast: whether some may be missed.

        Returns:
            By name the greatest likeness, and the string that has it.
        """
        found = self._letters.search(
            asked,
            top_k=None if top_k is None else top_k * _MOST_STRINGS,
            cutoff=cutoff,
            scorer=Scorer.BEST,
            fast=fast,
        )
        best: Alike = {}
        for position, score in zip(found.position.tolist(), found.score.tolist(), strict=True):
            name = int(self._owner[position])
            if score > best.get(name, (-1.0, ""))[0]:
                best[name] = (score, self._strings[position])
        return best

    def changed(self, asked: Sequence[str], *, beside: Alike) -> Alike:
        """Names of which a string becomes one of the asked by one change at most.

        Args:
            asked: strings of one name.
            beside: names that are found already.

        Returns:
            The other names, with their likeness.
        """
        near = self._changes.search(asked)
        best: Alike = {}
        for query, position in zip(near.query.tolist(), near.position.tolist(), strict=True):
            name, text = int(self._owner[position]), self._strings[position]
            score = alike(asked[query], text)
            if name not in beside and score > best.get(name, (-1.0, ""))[0]:
                best[name] = (score, text)
        return best

    def arrays(self) -> dict[str, Array]:
        """Everything as arrays by name, for a file."""
        return {
            "data": self._strings.data,
            "ends": self._strings.ends,
            "owner": self._owner,
            **{f"letters.{name}": array for name, array in self._letters.arrays().items()},
            **{f"changes.{name}": array for name, array in self._changes.arrays().items()},
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> Self:
        """Take what `arrays` gave; nothing is copied."""
        return cls(Texts(arrays["data"], arrays["ends"]), arrays["owner"], arrays)


def under(prefix: str, arrays: Mapping[str, Array]) -> dict[str, Array]:
    """The arrays whose names begin so, by the rest of their names."""
    return {
        name.removeprefix(prefix): array
        for name, array in arrays.items()
        if name.startswith(prefix)
    }
