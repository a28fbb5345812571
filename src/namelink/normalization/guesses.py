"""What kinds a form may be of, as far as its own guess may be doubted, as columns."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Floats, Form, Ints
from namelink.model.kinds import Kind, Role
from namelink.normalization.kinds import ends_in_trade, may_be_chinese_person

# A guess of kind leaves this much for each other kind, so that one name's wrong guess cannot
# overrule the other name's right one.
_DOUBT = 0.02
_LEAST_DOUBT = 0.002
_NO_GUESS = 0.5
_PERSON = KINDS.index(Kind.PERSON)
_BODY = KINDS.index(Kind.ORG)
_GUESSES = np.dtype(
    [("shares", "<f8", (len(KINDS),)), ("body", "<f4"), ("chinese", "?"), ("person", "?")]
)


def guesses_of(forms: Sequence[Form]) -> npt.NDArray[Any]:
    """What the forms of a batch are guessed to be.

    Args:
        forms: the forms.

    Returns:
        Shape (forms,). ``shares`` of the kinds, as far as they may be doubted; how probable it is
        a ``body``, as it is guessed; whether a form may be the name of a Chinese person,
        ``chinese``; and whether it is guessed to be that of a ``person``.
    """
    return np.frombuffer(b"".join(map(_told, forms)), dtype=_GUESSES)


def alike_of(guesses: npt.NDArray[Any], one: Ints, other: Ints) -> Floats:
    """How probable both guesses make it that two names are bodies, or that neither is.

    Args:
        guesses: see `guesses_of`.
        one: form a pair.
        other: another.

    Returns:
        Probabilities, shape (pairs,).
    """
    mine, theirs = guesses["body"][one], guesses["body"][other]
    alike: Floats = mine * theirs + (1.0 - mine) * (1.0 - theirs)
    return alike


@lru_cache(maxsize=16_000)
def _told(form: Form) -> bytes:
    """The guesses of a form, packed.

    A legal form behind other words leaves little doubt: 唐山三孚硅业股份有限公司 is no city, and
    阳明海运 is nobody.
    """
    doubt = [_LEAST_DOUBT if Role.LEGAL_FORM in form.roles[1:] else _DOUBT] * len(KINDS)
    if ends_in_trade("".join(form.keys)):
        doubt[_PERSON] = _LEAST_DOUBT
    shares = [own + other for own, other in zip(doubt, form.kinds, strict=True)]
    person = form.kinds.index(max(form.kinds)) == _PERSON
    # Capitals alone may stand for anything, whatever they are guessed to be.
    body = _NO_GUESS if form.upper == (True,) else form.kinds[_BODY]
    return np.array(
        [(shares, body, may_be_chinese_person(form), person)], dtype=_GUESSES
    ).tobytes()
