"""What an English name says beside a Chinese one that is whole, as a register has it.

A listed company as an exchange prints it (复星旅游) leaves most out. Where both names end in a
legal form, hardly any true pair leaves out that it is international, a
group, or what stands in brackets: 汇丰银行(中国) is no 汇丰银行.
"""

from dataclasses import dataclass

from namelink.model.batch import Flags
from namelink.scoring.align import Alignment
from namelink.scoring.own_names import OwnFacts
from namelink.scoring.subjects import SubjectFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class BeyondFacts:
    """Facts about pairs of a whole Chinese name and a Latin one; each has shape (pairs,).

    Attributes:
        reach: the Latin name of a company says how far it reaches, and the Chinese one does not.
        bracket: a word in brackets has no counterpart.
        group: the Latin name is a group's, where the own names agree and the Chinese one says of
            more what the body does.
        own: beside the own names, which agree, the Latin name has one more, and the Chinese one
            has a word of what the body does.
    """

    reach: Flags
    bracket: Flags
    group: Flags
    own: Flags


def beyond_facts(alignment: Alignment, own: OwnFacts, subjects: SubjectFacts) -> BeyondFacts:
    """Facts about what the Latin names of a batch say beyond whole Chinese ones.

    Args:
        alignment: chosen correspondences and leftovers.
        own: how the own names stand to each other.
        subjects: what the bodies do.

    Returns:
        The facts.
    """
    theirs = alignment.theirs
    companies = own.whole & alignment.mine["formed"] & theirs["form"]
    known = own.known & companies & subjects.lacking

    def left(name: str) -> Flags:
        found: Flags = (theirs[name] & alignment.right_over) != 0
        return found

    return BeyondFacts(
        reach=companies & left("reach"),
        bracket=own.whole & left("bracketed"),
        group=known & ~alignment.mine["grouped"] & left("group"),
        own=known & left("more_own"),
    )
