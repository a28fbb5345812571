"""Turn a `Name` into the forms that channels and scoring work on: one a script variant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Flags, Form, Ints
from namelink.model.kinds import Kind, Role, Script
from namelink.model.name import Name, Part
from namelink.normalization.names import normalize, parted_atoms
from namelink.tables.names import LONGEST_PERSON, surname_reading
from namelink.tables.origin import chinese_surname_length
from namelink.tables.syllables import segmentations
from namelink.text.atoms import Atom

Numbers = npt.NDArray[np.intp]


def forms_of(name: Name, limit: int) -> tuple[Form, ...]:
    """Forms of a name: itself, and each of its variants.

    Args:
        name: the name.
        limit: atoms that are aligned; what is beyond is counted and costs once.

    Returns:
        At least one form.
    """
    return tuple(_form(each, limit) for each in (name, *name.variants))


def taken_as(person: Flags, of: Numbers, kind_of: Ints) -> Numbers:
    """Numbers of the forms that stand in pairs of a kind, to be made by `forms_at`.

    What looks like a person's name alone is taken apart as a body's beside one: 瑞和数智 and Ruihe
    Data Technology Holdings. (曹操 beside Cao, which may be a place, stays a person.)

    Args:
        person: whether a form is guessed to be a person's name, shape (forms,).
        of: form of each entry, shape (entries,).
        kind_of: kind of the pair of each entry, as a position in `Kind`, shape (entries,).

    Returns:
        Shape (entries,).
    """
    found: Numbers = of + len(person) * (person[of] & (kind_of == KINDS.index(Kind.ORG)))
    return found


def forms_at(forms: Sequence[Form], numbers: Numbers, limit: int) -> list[Form]:
    """Forms by number: as they are, or from ``len(forms)`` on as those of bodies.

    Args:
        forms: the forms as their names were guessed.
        numbers: see `taken_as`.
        limit: atoms that are aligned.

    Returns:
        A form a number.
    """
    found = []
    for number in numbers.tolist():
        body, at = divmod(number, len(forms))
        form = forms[at]
        found.append(replace(_body(form.text, limit), vector=form.vector) if body else form)
    return found


@lru_cache(maxsize=20_000)
def _body(text: str, limit: int) -> Form:
    return _form(normalize(text, kind=Kind.ORG, limit=limit), limit)


def _form(name: Name, limit: int) -> Form:
    cut, beyond = parted_atoms(name.text, name.kind, limit)
    pieces = cut[:limit]
    columns = zip(*pieces, strict=True) if pieces else [()] * len(Atom._fields)
    keys, starts, ends, shapes, upper, apart = columns
    shares = dict(name.kinds)
    parts = _parts_of(name, pieces)
    return Form(
        text=name.text,
        script=Script.HAN if "han" in shapes else Script.LATIN,
        keys=keys,
        spans=tuple(zip(starts, ends, strict=True)),
        shapes=shapes,
        upper=upper,
        group=tuple(accumulate(apart[1:], initial=0)) if pieces else (),
        roles=tuple([part.role if part else Role.WORD for _, part in parts]),
        word=tuple([number for number, _ in parts]),
        surname=_surname(pieces, name),
        kinds=tuple([shares[kind] for kind in KINDS]),
        beyond=int(beyond),
    )


def _parts_of(name: Name, pieces: Sequence[Atom]) -> list[tuple[int, Part | None]]:
    """The part of the best parse that each atom stands in, with its number."""
    number, found = 0, []
    parts = name.parts
    for atom in pieces:
        while number < len(parts) and parts[number].end <= atom.start:
            number += 1
        found.append((number, parts[number] if number < len(parts) else None))
    return found


def _surname(pieces: Sequence[Atom], name: Name) -> tuple[str, ...]:
    """Surname readings of the head, whatever kind was guessed: the pair decides what it is."""
    begin = next((at for at, part in enumerate(name.parts) if part.role is not Role.TITLE), 0)
    begin = min(begin, len(pieces))
    body = pieces[begin:]
    nobody = ("",) * len(pieces)
    if not 1 <= len(body) <= LONGEST_PERSON + 2 or any(atom.shape != "han" for atom in body):
        return nobody
    if any(atom.apart for atom in body[1:]):
        return nobody
    readings = list(nobody)
    keys = "".join([atom.key for atom in body])
    length = chinese_surname_length(keys[:LONGEST_PERSON])
    whole = surname_reading(keys[:2]) if length == 2 else ""
    if whole:
        split = [_syllables(reading) for reading in whole.split("|")]
        for at in range(2):
            readings[begin + at] = "|".join(
                dict.fromkeys(cut[at] for cut in split if len(cut) == 2)
            )
    else:
        for at in range(length):
            readings[begin + at] = surname_reading(keys[at])
    return tuple(readings)


def _syllables(reading: str) -> tuple[str, ...]:
    """A compound surname's reading, written apart or solid, as syllables."""
    apart = tuple(re.split(r"[ '\-]", reading))
    if len(apart) == 2:
        return apart
    return next((cut for cut in segmentations(reading, "pinyin") if len(cut) == 2), ())
