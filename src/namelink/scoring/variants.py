"""Names that are told twice (吴泽明 Wu Zeming): which of their forms a pair is scored by.

Such a name may be taken as a whole (Tesla 中国), or as either of its variants. All forms of the
one name are scored with all forms of the other, and the best pair of forms stands for the names.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Flags, Ints
from namelink.model.kinds import RELATIONS, Kind, Relation
from namelink.model.side import Side
from namelink.scoring.score import DISTINCTIVE, Scored
from namelink.scoring.weights import STRUCTURES

_EQUAL = RELATIONS.index(Relation.EQUAL)
_PERSON = KINDS.index(Kind.PERSON)
_OTHER_CHARACTER = STRUCTURES.index("other_character")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPairs:
    """Which form pairs stand for which name pairs; arrays have shape (form pairs,).

    Two forms that may be of several kinds are a form pair as each.

    Attributes:
        pair: position of the name pair.
        left_form: form of the left name.
        right_form: form of the right name.
        flipped: whether the right form is the written one.
        left_whole: whether the left form is a whole that was set apart into variants.
        right_whole: the same for the right form.
    """

    pair: npt.NDArray[np.intp]
    left_form: npt.NDArray[np.intp]
    right_form: npt.NDArray[np.intp]
    flipped: Flags
    left_whole: Flags
    right_whole: Flags

    def best(self, scored: Scored) -> npt.NDArray[np.intp]:
        """The form pair that stands for each name pair.

        Forms that are equal, else those that are most probably one, the first of equals. A name
        that is told twice is no whole where all of it in one script has no counterpart: what is
        left over is its other variant. (KFC 疯狂星期四 is a whole beside KFC Crazy Day.)

        Args:
            scored: the form pairs' result.

        Returns:
            One position a name pair, in their order.
        """
        if (self.pair[1:] != self.pair[:-1]).all():
            # Nearly all names have one form of one kind, so each pair has one.
            return np.arange(len(self.pair))
        batch, alignment = scored.batch, scored.alignment
        over = [
            _untold(side, of, classes)
            for side, of, classes in (
                (batch.mine, batch.left_of, alignment.left_class),
                (batch.theirs, batch.right_of, alignment.right_class),
            )
        ]
        apart = self.left_whole & np.where(self.flipped, over[1], over[0])
        apart |= self.right_whole & np.where(self.flipped, over[0], over[1])
        differs = scored.relation != _EQUAL
        overruled = self._overruled(scored)
        order = np.lexsort((-scored.bits, -scored.score, differs, apart, overruled, self.pair))
        first = np.ones(len(order), dtype=bool)
        first[1:] = self.pair[order][1:] != self.pair[order][:-1]
        chosen: npt.NDArray[np.intp] = order[first]
        return chosen

    def _overruled(self, scored: Scored) -> Flags:
        """Form pairs beside which the characters of two Chinese people speak.

        李伟 and Li Wei (李薇) are two people, though Li Wei is either. A foreigner may well be
        written in two ways.
        """
        batch = scored.batch
        spoken = scored.structure[:, _OTHER_CHARACTER] & (batch.kind_of == _PERSON)
        spoken &= ~self.left_whole & ~self.right_whole
        spoken &= (batch.mine.surname[batch.left_of] > 0) & (
            batch.theirs.surname[batch.right_of] > 0
        )
        settled = np.zeros(int(self.pair.max(initial=-1)) + 1, dtype=bool)
        settled[self.pair[spoken]] = True
        overruled: Flags = settled[self.pair] & ~spoken
        return overruled


def _untold(side: Side, of: Ints, classes: Ints) -> Flags:
    """Whether all that is a form's own in one script is left over, shape (form pairs,)."""
    left = classes[:, : side.shape.shape[1]]
    found = np.zeros(len(of), dtype=bool)
    for shape in ("han", "latin"):
        written = side.of_shape(shape)[of]
        over = DISTINCTIVE[left] & written
        found |= over.any(axis=1) & ~(written & (left == 0)).any(axis=1)
    return found
