"""What bodies do, where one name says it and the other does not.

The finance company of a mining group is not the group, and a glass company no power company,
though all else of their names agrees. Words such as technology or industry tell no bodies apart:
true names leave them out as they like.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from namelink.model.batch import KINDS, Batch, Flags, Form, Ints
from namelink.model.kinds import TABLE_WORDS, Kind, Role
from namelink.model.side import ragged
from namelink.scoring.align import Alignment
from namelink.scoring.leftovers import run_together
from namelink.tables.lexicon import is_subject

_SAID = frozenset({Role.WORD, *TABLE_WORDS}) - {Role.PLACE, Role.LEGAL_FORM}
_DOES = frozenset({Role.INDUSTRY, Role.TRADE_NAME})


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFacts:
    """Facts about pairs of a Chinese and a Latin name; each has shape (pairs,), false for people.

    Attributes:
        beyond: a subject without counterpart is the last word of the Latin name but for its form:
            what the body is, as English says it.
        differ: so does the Chinese one, another.
        vague: beside the Latin one's, the Chinese name has a word of what bodies do left over,
            whether or not it tells bodies apart.
    """

    beyond: Flags
    differ: Flags
    vague: Flags


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
    mine = bodies & _left_over(batch.left, batch.left_of, alignment.left_class)
    theirs = bodies & _left_over(batch.right, batch.right_of, alignment.right_class)
    does = batch.mine.has_role(_DOES)[batch.left_of]
    does &= alignment.left_class[:, : does.shape[1]] > 0
    last = _last(batch)[batch.right_of]
    beyond = theirs & (alignment.right_class[np.arange(len(last)), last] > 0)
    return SubjectFacts(beyond=beyond, differ=mine & theirs, vague=theirs & does.any(axis=1))


def _last(batch: Batch) -> Ints:
    """The atom of each Latin name that is a subject and ends it but for its form, else beyond all.

    What stands behind a preposition ends no name: University of Finance and Economics.
    """
    rows = [_last_of(form) for form in batch.right]
    return np.array(rows, dtype=np.int32)


@lru_cache(maxsize=20_000)
def _last_of(form: Form) -> int:
    plain = [at for at, role in enumerate(form.roles) if role is not Role.LEGAL_FORM]
    joined = any(form.roles[at] is Role.PARTICLE and form.keys[at] == "of" for at in plain)
    return plain[-1] if plain and not joined and _sizes(form)[plain[-1]] else -1


def _left_over(forms: Sequence[Form], form_of: Ints, classes: Ints) -> Flags:
    """Whether all atoms of a subject are left over, shape (pairs,)."""
    sizes = ragged([_sizes(form) for form in forms], classes.shape[1], np.int32)
    pair, start = np.nonzero(sizes[form_of])
    size = sizes[form_of[pair], start]
    running = np.zeros((classes.shape[0], classes.shape[1] + 1), dtype=np.int32)
    np.cumsum(classes > 0, axis=1, out=running[:, 1:])
    whole = running[pair, start + size] - running[pair, start] == size
    found = np.zeros(len(form_of), dtype=bool)
    found[pair[whole]] = True
    return found


@lru_cache(maxsize=20_000)
def _sizes(form: Form) -> tuple[int, ...]:
    """Atoms of the subject that begins at each atom, 0 where none does."""
    found = [0] * len(form.keys)
    for start, end in words_of(form):
        if is_subject("".join(form.keys[start:end])):
            found[start] = end - start
    return tuple(found)


def words_of(form: Form) -> list[tuple[int, int]]:
    """Where the words of a name begin and end that may say what a body does, or what it is.

    Args:
        form: a form of a name.

    Returns:
        Positions of the first atom and past the last one: parts of the parse of a Chinese name;
        of others atoms, without the parts of run-together words.
    """
    end = len(form.keys)
    if len(form.word) != end or "han" not in form.shapes:
        words = [(at, at + 1) for at in range(end) if run_together(form, at) == 1]
    else:
        edges = [at for at in range(1, end) if form.word[at] != form.word[at - 1]]
        words = list(zip([0, *edges], [*edges, end], strict=True))
    return [word for word in words if _SAID.issuperset(form.roles[slice(*word)])]
