"""One aligned piece of two names, with its weight."""

from dataclasses import dataclass

from namelink.model.kinds import Channel, Outcome


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
        note: what was found, such as ``"ze ≠ yong"``; may be empty.
    """

    channel: Channel
    outcome: Outcome
    left: str
    right: str
    left_span: tuple[int, int] | None
    right_span: tuple[int, int] | None
    bits: float
    note: str = ""
