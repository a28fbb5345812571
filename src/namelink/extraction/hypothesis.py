"""The values that the steps of extraction hand to each other.

A site is one gloss: an English and a Chinese name of which at least one has an open left boundary.
Every hypothesis of a site carries what is known without the names themselves: how well a name may
begin there, and how often a pattern of this shape is a gloss at all.
"""

from dataclasses import dataclass

from namelink.model.remark import Remark

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Start:
    """A hypothesis about the span of a name.

    Attributes:
        start: first character in the text.
        end: one past the last character.
        prior: how well a name may begin here, in bits.
        proper: whether the name is written with capitals; for Han, whether the boundary shows.
        quoted: whether marks of quotation or emphasis bound it.
        tail: whether its last word is in lower case and others are not.
    """

    start: int
    end: int
    prior: float
    proper: bool
    quoted: bool = False
    tail: bool = False


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to take a site.

    Attributes:
        english: span of the English name.
        chinese: span of the Chinese name.
        boundary: bits for the boundary, which only help to choose.
        gloss: bits for the pattern, which are evidence.
    """

    english: Span
    chinese: Span
    boundary: float
    gloss: float


@dataclass(frozen=True, slots=True)
class Site:
    """One gloss.

    Attributes:
        hypotheses: ways to take it, at least one; at most one of them holds.
        aliases: spans of further names in the same gloss.
        note: the pattern, for the evidence.
    """

    hypotheses: tuple[Hypothesis, ...]
    aliases: tuple[Span, ...]
    note: Remark
