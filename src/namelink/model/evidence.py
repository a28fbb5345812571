"""One aligned piece of two names, with its weight."""

from dataclasses import dataclass, replace
from typing import Self

from namelink.model.kinds import Channel, Outcome
from namelink.model.remark import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One aligned piece of two names.

    Attributes:
        channel: the kind of relation.
        outcome: whether the spans agree, differ, or one is left over.
        left: the piece of the left name, empty when there is none.
        right: the piece of the right name, empty when there is none.
        left_span: start and end in the left normalized text, None when there is none.
        right_span: the same for the right name.
        bits: weight, log2 of a likelihood ratio; positive speaks for one entity.
        remark: what was found, to be told in any language; None where the spans say it all.
    """

    channel: Channel
    outcome: Outcome
    left: str
    right: str
    left_span: tuple[int, int] | None
    right_span: tuple[int, int] | None
    bits: float
    remark: Remark | None = None

    @property
    def note(self) -> str:
        """What was found, in English, such as ``"ze ≠ yong"``; may be empty."""
        return str(self.remark) if self.remark else ""

    def flipped(self) -> Self:
        """The same evidence with left and right exchanged."""
        return replace(
            self,
            left=self.right,
            right=self.left,
            left_span=self.right_span,
            right_span=self.left_span,
        )

    def moved(self, left: int, right: int) -> Self:
        """The same evidence in texts that begin so many characters earlier."""
        return replace(
            self,
            left_span=_shifted(self.left_span, left),
            right_span=_shifted(self.right_span, right),
        )


def _shifted(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return None if span is None else (span[0] + by, span[1] + by)
