"""What bodies do, where one name says it and the other does not.

The finance company of a mining group is not the group, and a glass company no power company,
though all else of their names agrees. Words such as technology or industry tell no bodies apart:
true names leave them out as they like.
"""

from dataclasses import dataclass

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags
from namelink.model.kinds import Kind
from namelink.scoring.align import Alignment
from namelink.scoring.facts import Facts, Masks

_ONE = np.uint64(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFacts:
    """Facts about pairs of a Chinese and a Latin name; each has shape (pairs,), false for people.

    Attributes:
        beyond: a subject without counterpart is the last word of the Latin name but for its form:
            what the body is, as English says it.
        lacking: the Chinese name has a word of what bodies do left over.
        differ: it has so beside a subject of the Latin one.
    """

    beyond: Flags
    lacking: Flags
    differ: Flags


def subject_facts(batch: Batch, alignment: Alignment) -> SubjectFacts:
    """Facts about the pairs of a batch that are not of people.

    Args:
        batch: the pairs.
        alignment: chosen correspondences and leftovers.

    Returns:
        The facts.
    """
    bodies = batch.kind_of != KINDS.index(Kind.PERSON)
    bodies = bodies & batch.mine.han[batch.left_of] & batch.theirs.latin[batch.right_of]
    theirs = bodies & _left_over(alignment.theirs, alignment.right_over)
    lacking = bodies & ((alignment.mine["does"] & alignment.left_over) != 0)
    if not theirs.any():
        return SubjectFacts(beyond=theirs, lacking=lacking, differ=theirs)
    return SubjectFacts(
        beyond=theirs & ((alignment.theirs["last_subject"] & alignment.right_over) != 0),
        lacking=lacking,
        differ=theirs & lacking,
    )


def _left_over(facts: Facts, over: Masks) -> Flags:
    """Whether all atoms of a subject are left over, shape (pairs,)."""
    first, rest = facts["subjects"], facts["subject_rest"]
    # A subject of which an atom is taken is so from its first atom on.
    taken = (first | rest) & ~over
    more = (taken & rest) >> _ONE
    while (more & ~taken).any():
        taken |= more
        more = (taken & rest) >> _ONE
    found: Flags = (first & ~taken) != 0
    return found
