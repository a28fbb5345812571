"""What tells one version of a product or work from another: numbers, model codes, editions.

Qwen2 is not Qwen3, MX4 not MX, 13 Pro not 13 Pro Max; nor is a game its sequel.
"""

from dataclasses import dataclass

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Floats
from namelink.model.kinds import Kind
from namelink.scoring.align import Alignment
from namelink.scoring.weights import sorts_where

# What is left of a pair that differs in a version alone, in bits: too little for a match, and yet
# more than names have of which little agrees. Of more than that a twentieth is kept, so that
# pairs stay in their order.
_LEFT = -10.0
_TAKEN = 0.95
# The part of that which counts for the curve alone: in a list, the season of a title is the one
# thing that others share with it.
_UNSURE = 0.4
# What the curve takes off where a title or product has a number that the other has not.
_DOUBT = -6.0
_TITLED = np.array([kind in (Kind.WORK, Kind.UNKNOWN) for kind in KINDS])

_VERSIONS = sorts_where(lambda name: name.endswith(("_version", "_number")))


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """Facts about pairs that are not of people; each has shape (pairs,), false for people.

    Attributes:
        only: a version is left over on one side, and of the other name nothing but a version.
        differ: a version is left over on each side.
    """

    only: Flags
    differ: Flags


def version_facts(batch: Batch, alignment: Alignment, distinctive: int) -> VersionFacts:
    """Facts about the versions that the names of a batch tell.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.
        distinctive: leftover classes that help to say what is meant, as bits.

    Returns:
        The facts.
    """
    things = batch.kind_of != KINDS.index(Kind.PERSON)
    left, right, but = alignment.left_sorts, alignment.right_sorts, distinctive & ~_VERSIONS
    one, other = (left & _VERSIONS) != 0, (right & _VERSIONS) != 0
    more, beyond = (left & but) != 0, (right & but) != 0
    return VersionFacts(
        only=things & (one | other) & ~(one & beyond) & ~(other & more),
        differ=things & one & other,
    )


def digit_left(batch: Batch, alignment: Alignment) -> Flags:
    """Whether a character that is a number by itself is left over in a Chinese name.

    It may be one of a word (三 of 三星), but beside a number that is left over in the other name
    (湘雅三医院, Second Xiangya Hospital) it is another number.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        False for people, shape (pairs,).
    """
    over = (alignment.mine["digits"] & alignment.left_over) != 0
    found: Flags = over & (batch.kind_of != KINDS.index(Kind.PERSON))
    return found


def month_left(alignment: Alignment) -> Flags:
    """Whether the name of a month is left over in the right name: 八一 is the first of August.

    Args:
        alignment: chosen correspondences and leftovers.

    Returns:
        Shape (pairs,).
    """
    found: Flags = (alignment.theirs["months"] & alignment.right_over) != 0
    return found


def doubt_bits(batch: Batch, number_left: Flags) -> Floats:
    """Bits by which a pair is less likely than others of its sum.

    A title beside its sequel agrees in all but a number, as does a title beside itself where one
    list leaves the season out. Among other titles it is the likeliest all the same; whether it is
    the one meant is not told.

    Args:
        batch: the pairs.
        number_left: whether one name alone has a number, shape (pairs,).

    Returns:
        Bits for the curve alone, never positive, shape (pairs,).
    """
    found: Floats = _DOUBT * (number_left & _TITLED[batch.kind_of])
    return found


def version_bits(weight: Floats, rest: Floats) -> Floats:
    """What it weighs that names differ in a version alone.

    It outweighs whatever agrees, and takes no more than that: a season left out (暗杀教室 第二季,
    Assassination Classroom) is no other title.

    >>> version_bits(np.full(3, -40.0), np.array([25.0, 5.0, -20.0])).tolist()
    [-33.25, -14.25, -0.0]

    Args:
        weight: what it may weigh at most, never positive, shape (pairs,).
        rest: bits of all other evidence, shape (pairs,).

    Returns:
        Bits, shape (pairs,).
    """
    found: Floats = np.maximum(weight, -_TAKEN * np.maximum(rest - _LEFT, 0.0))
    return found


def version_doubt(batch: Batch, bits: Floats) -> Floats:
    """The part of `version_bits` that makes a title less probable, and not less alike.

    Args:
        batch: the pairs.
        bits: see `version_bits`, shape (pairs,).

    Returns:
        Bits for the curve alone, never positive, shape (pairs,).
    """
    found: Floats = _UNSURE * bits * _TITLED[batch.kind_of]
    return found
