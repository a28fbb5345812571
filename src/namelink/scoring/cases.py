"""Names that may be of several kinds: scored as each, and every kind counts by its share.

A case is a pair of forms; an entry of a batch is a case as one kind.
"""

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Flags, Floats, Ints
from namelink.model.kinds import Kind

Doubles = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]

# A pair is scored as each kind that is at least so probable as the likeliest one is.
_LEAST_LIKELY = 0.1
# Names of people are not translated; the dictionary is opened unless both are surely people's.
_SURE_PERSON = 0.9
# Two names that each may be a Chinese person's are so much rather people than their guesses say.
_BOTH_PEOPLE = 2.0
_PERSON = KINDS.index(Kind.PERSON)
_UNKNOWN = KINDS.index(Kind.UNKNOWN)

# What the other kinds of a case add to its bits, of what they would add to its odds.
_SHARED = 0.5
# From this share on both are surely bodies or neither is; two guesses tell two bits at most.
_SURELY_ALIKE = 0.9
_LEAST_ALIKE = 0.25


def kinds_of(
    shares: Doubles, people: Flags, one: Index, other: Index
) -> tuple[Index, Ints, Floats, Flags]:
    """The kinds that each pair may be of by both guesses together.

    Args:
        shares: of the kinds, shape (forms, kinds).
        people: whether each form may be a Chinese person's name, shape (forms,).
        one: form of one name a pair, shape (pairs,).
        other: form of the other.

    Returns:
        Position of the pair, kind, probability of the kind, and whether the pair may be translated
        as it; entries by rising pair.
    """
    together = shares[one] * shares[other]
    together[people[one] & people[other], _PERSON] *= _BOTH_PEOPLE
    # It is no kind of its own, but the word for none.
    together[together.argmax(axis=1) != _UNKNOWN, _UNKNOWN] = 0.0
    together[together < _LEAST_LIKELY * together.max(axis=1, keepdims=True)] = 0.0
    together /= together.sum(axis=1, keepdims=True)
    case, kind = np.nonzero(together)
    translatable = together[case, _PERSON] < _SURE_PERSON
    return case, kind.astype(np.int32), together[case, kind].astype(np.float32), translatable


def pool(batch: Batch, bits: Doubles, chance: Floats) -> tuple[Doubles, Floats]:
    """Let one entry of a case speak for all: the kind that does most for a match.

    As a case is of one kind, its probability is the mean of those as each kind, by their shares;
    so a kind that takes everything easily makes no match alone. Its bits lie midway between those
    of the kind that speaks and the mean of odds: with the first alone the order of candidates
    jumps where their kinds are guessed apart, with the second the kind that weighs most freely
    decides it, and among names of all kinds brings up what is of another.

    How far both guesses part over whether they are bodies takes from the bits, which order
    candidates, and not from the probability: 泰和生物 is rather some Biotech Ltd. than Biovert,
    but a brand beside a body is guessed to be a work, and may be its name all the same.

    Args:
        batch: the entries.
        bits: prior and evidence of each entry as its kind, shape (entries,).
        chance: probability of a match as its kind, in the same shape.

    Returns:
        Both in the same shape: of the whole case where the entry speaks for it, and of every
        other entry its part, which is less.
    """
    parts = chance * batch.share
    bits = bits + np.log2(batch.share)
    bits += np.log2(np.clip(batch.alike / _SURELY_ALIKE, _LEAST_ALIKE, 1.0))
    if len(batch.case_of) == batch.case_of.max(initial=-1) + 1:
        return bits, parts
    order = np.lexsort((-bits, -parts, batch.case_of))
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = batch.case_of[order][1:] != batch.case_of[order][:-1]
    starts = np.flatnonzero(begins)
    speaks = order[starts]
    bits[speaks] += _SHARED * (np.logaddexp2.reduceat(bits[order], starts) - bits[speaks])
    parts[speaks] = np.add.reduceat(parts[order], starts)
    return bits, np.minimum(parts, 1.0)
