"""One name in one script, as channels and scoring look at it."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from namelink.model.kinds import Role, Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One name in one script, cut into atoms.

    Attributes:
        text: normalized text of the name that this is a form of.
        script: `Script.LATIN`, or `Script.HAN` when any Han character is in it.
        keys: folded key an atom.
        spans: start and end in the text an atom.
        shapes: ``"han"``, ``"latin"``, ``"number"`` or ``"other"`` an atom.
        upper: whether the atom is written in capitals only.
        group: number of the group an atom stands in; a dot, space or hyphen starts a new one.
        roles: role an atom, from the best parse.
        surname: surname reading an atom, in pinyin with ``|`` between alternatives; empty for
            others.
        kinds: probability of each kind, in the order of `Kind`.
        word: number of the part of the best parse that an atom stands in; parts that are no words
            of a table hold all that is between two that are.
        beyond: atoms past the limit, which are not aligned.
        vector: of length one, where the options have an encoder, shape (dimensions,).
    """

    text: str
    script: Script
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    shapes: tuple[str, ...]
    upper: tuple[bool, ...]
    group: tuple[int, ...]
    roles: tuple[Role, ...]
    surname: tuple[str, ...]
    kinds: tuple[float, ...]
    word: tuple[int, ...] = ()
    beyond: int = 0
    vector: npt.NDArray[np.float32] | None = field(default=None, compare=False, repr=False)

    def __hash__(self) -> int:
        """By the text alone, since what is kept by form is asked for very often."""
        return hash(self.text)
