"""Names taken apart, in arrays: a look-up need not take its candidates apart again.

Of a form everything is kept but what follows from the name as given: its text where that is the
name itself, and keys that are the text in small letters.

>>> from namelink.model.kinds import Kind
>>> from namelink.model.options import Options
>>> from namelink.pairing import prepare
>>> given = ["Wu Yongming", "吴泳铭 Eddie"]
>>> made = [prepare(name, Kind.UNKNOWN, Options()).forms for name in given]
>>> kept = Forms.of(given, made)
>>> kept.of_names(np.arange(2), given) == made
True
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from namelink.candidates.packing import spread
from namelink.candidates.texts import Texts
from namelink.model.batch import KINDS
from namelink.model.form import Form
from namelink.model.kinds import Role, Script
from namelink.model.side import ROLES, SHAPES

Array = npt.NDArray[Any]
Positions = npt.NDArray[np.int64]
# Roles, shapes and capitals of atoms.
_Told = tuple[tuple[Role, ...], tuple[str, ...], tuple[bool, ...]]

_CODES = [(role, shape, upper) for role in ROLES for shape in SHAPES for upper in (False, True)]
_CODE = {told: code for code, told in enumerate(_CODES)}
# Columns of an atom: start, end, code, group, part.
_WIDTH = 5
_NO_REST: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Forms:
    """Forms of names by the position of the name.

    Attributes:
        ends: where the forms of each name end, shape (names,).
        atom_ends: where the atoms of each form end, shape (forms,).
        atoms: start, end, role with shape and capitals, group and part of each atom, in the
            smallest integers that hold them, shape (atoms, 5).
        share_of: row of ``shares`` of each form.
        shares: distinct probabilities of the kinds, shape (rows, kinds).
        odd: forms of which ``rest`` tells more, ascending.
        rest: what does not follow from the name as given, in JSON by attribute.
    """

    ends: Array
    atom_ends: Array
    atoms: Array
    share_of: Array
    shares: npt.NDArray[np.float64]
    odd: Array
    rest: Texts

    @classmethod
    def of(cls, given: Sequence[str], forms: Sequence[Sequence[Form]]) -> "Forms":
        """Take forms in.

        Args:
            given: the names as given.
            forms: the forms of each.
        """
        making = FormsMaking()
        for name, own in zip(given, forms, strict=True):
            making.add(name, own)
        return making.done()

    @classmethod
    def picked(cls, parts: Sequence["Forms"], names: Positions) -> Self:
        """The forms of some names of several parts.

        Args:
            parts: the parts; names are counted one part after the other.
            names: numbers of names, in the order that they shall have.
        """
        sizes = np.concatenate([np.zeros(0, np.int64), *(_sizes(part.ends) for part in parts)])
        atoms = np.concatenate([np.zeros(0, np.int64), *(_sizes(p.atom_ends) for p in parts)])
        firsts = np.cumsum([0, *(len(part.atom_ends) for part in parts)])
        rows = np.cumsum([0, *(len(part.shares) for part in parts)])
        share_of = np.concatenate(
            [np.zeros(0, np.int64)]
            + [
                part.share_of.astype(np.int64) + row
                for part, row in zip(parts, rows.tolist(), strict=False)
            ]
        )
        shares, merged = np.unique(
            np.concatenate([np.zeros((0, len(KINDS))), *(part.shares for part in parts)]),
            axis=0,
            return_inverse=True,
        )
        chosen = _within(np.cumsum(sizes), names)
        rests = {
            int(form) + first: text
            for part, first in zip(parts, firsts.tolist(), strict=False)
            for form, text in zip(part.odd.tolist(), part.rest, strict=True)
        }
        told = [rests.get(form) for form in chosen.tolist()]
        widest = [np.zeros((0, _WIDTH), np.uint8), *(part.atoms for part in parts)]
        return cls(
            ends=_small(np.cumsum(sizes[names])),
            atom_ends=_small(np.cumsum(atoms[chosen])),
            atoms=_small(np.concatenate(widest)[_within(np.cumsum(atoms), chosen)]),
            share_of=_small(merged.ravel()[share_of[chosen]]),
            shares=shares,
            odd=_small([at for at, text in enumerate(told) if text is not None]),
            rest=Texts.of(text for text in told if text is not None),
        )

    def of_names(self, names: Positions, given: Sequence[str]) -> list[tuple[Form, ...]]:
        """The forms of each of some names.

        Args:
            names: the names, each once.
            given: the names as given.
        """
        forms, sizes = spread(self.ends, names)
        if len(forms) > len(self.atom_ends):
            raise ValueError("names have more forms than there are")
        atoms, atom_sizes = spread(self.atom_ends, forms)
        columns = self.atoms.take(atoms, axis=0).T.tolist()
        rest = self._rest_of(forms)
        kinds = list(map(tuple, self.shares.take(self.share_of.take(forms), axis=0).tolist()))
        ends = np.cumsum(atom_sizes).tolist()
        found: list[tuple[Form, ...]] = []
        form = begin = 0
        for text, size in zip(given, sizes.tolist(), strict=True):
            own = []
            for at in range(form, form + size):
                end = ends[at]
                told = [column[begin:end] for column in columns]
                own.append(_form(text, told, kinds[at], rest[at]))
                begin = end
            found.append(tuple(own))
            form += size
        return found

    def _rest_of(self, forms: Positions) -> list[Mapping[str, Any]]:
        """What does not follow from the names as given, of each of some forms."""
        places = self.odd.searchsorted(forms)
        places[places == len(self.odd)] = 0
        odd = self.odd.take(places) == forms if len(self.odd) else np.zeros(len(forms), bool)
        found: list[Mapping[str, Any]] = [_NO_REST] * len(forms)
        for at in odd.nonzero()[0].tolist():
            found[at] = json.loads(self.rest[int(places[at])])
        return found

    def arrays(self) -> dict[str, Array]:
        """Everything as arrays by name, for a file."""
        plain = {item.name: getattr(self, item.name) for item in fields(self)}
        rest = plain.pop("rest")
        return plain | {"rest.data": rest.data, "rest.ends": rest.ends}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> Self:
        """Take what `arrays` gave; nothing is copied."""
        plain = {name: array for name, array in arrays.items() if not name.startswith("rest.")}
        return cls(**plain, rest=Texts(arrays["rest.data"], arrays["rest.ends"]))


class FormsMaking:
    """Forms of names as they come; plain numbers are kept of each, so that it can be let go."""

    def __init__(self) -> None:
        """Begin with none."""
        self._sizes: list[int] = []
        self._atom_sizes: list[int] = []
        # Start, end, code, group and part of every atom.
        self._atoms = array("q")
        self._shares: dict[tuple[float, ...], int] = {}
        self._share_of: list[int] = []
        self._odd: list[int] = []
        self._rest: list[str] = []

    def add(self, given: str, forms: Sequence[Form]) -> None:
        """Take the forms of the next name.

        Args:
            given: the name as given.
            forms: its forms.
        """
        for form in forms:
            told = zip(form.roles, form.shapes, form.upper, strict=True)
            for (start, end), each, group, part in zip(
                form.spans, told, form.group, form.word, strict=True
            ):
                self._atoms.extend((start, end, _CODE[each], group, part))
            if rest := _rest(form, given):
                self._odd.append(len(self._atom_sizes))
                self._rest.append(json.dumps(rest, ensure_ascii=False))
            self._share_of.append(self._shares.setdefault(form.kinds, len(self._shares)))
            self._atom_sizes.append(len(form.keys))
        self._sizes.append(len(forms))

    def done(self) -> Forms:
        """All of them."""
        return Forms(
            ends=_small(np.cumsum(self._sizes)),
            atom_ends=_small(np.cumsum(self._atom_sizes)),
            atoms=_small(np.array(self._atoms, dtype=np.int64).reshape(-1, _WIDTH)),
            share_of=_small(self._share_of),
            shares=np.array(list(self._shares), dtype=np.float64).reshape(-1, len(KINDS)),
            odd=_small(self._odd),
            rest=Texts.of(self._rest),
        )


def _form(
    given: str, atoms: Sequence[list[int]], kinds: tuple[float, ...], rest: Mapping[str, Any]
) -> Form:
    """A form of its columns: where atoms start and end, codes, groups, parts."""
    starts, ends, codes, group, parts = atoms
    text: str = rest.get("text", given)
    spans = tuple(zip(starts, ends, strict=True))
    roles, shapes, upper = _told(tuple(codes))
    keys = rest.get("keys")
    return Form(
        text=text,
        script=Script.HAN if "han" in shapes else Script.LATIN,
        keys=_keys(text, spans) if keys is None else tuple(keys),
        spans=spans,
        shapes=shapes,
        upper=upper,
        group=tuple(group),
        roles=roles,
        surname=tuple(rest["surname"]) if "surname" in rest else ("",) * len(spans),
        kinds=kinds,
        word=tuple(parts),
        beyond=rest.get("beyond", 0),
    )


def _rest(form: Form, given: str) -> dict[str, Any]:
    """What does not follow from the name as given."""
    found: dict[str, Any] = {}
    if form.text != given:
        found["text"] = form.text
    if form.keys != _keys(form.text, form.spans):
        found["keys"] = form.keys
    if any(form.surname):
        found["surname"] = form.surname
    if form.beyond:
        found["beyond"] = form.beyond
    return found


def _keys(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple([text[start:end].lower() for start, end in spans])


@lru_cache(maxsize=20_000)
def _told(codes: tuple[int, ...]) -> _Told:
    """Roles, shapes and capitals; many names are built alike and share them."""
    told = [_CODES[code] for code in codes]
    return (
        tuple([role for role, _, _ in told]),
        tuple([shape for _, shape, _ in told]),
        tuple([upper for _, _, upper in told]),
    )


def _small(values: Any) -> Array:  # noqa: ANN401 - a list or an array
    """Whole numbers in as few bytes as hold the greatest."""
    array = np.asarray(values, dtype=np.int64)
    return array.astype(np.min_scalar_type(array.max(initial=0)))


def _sizes(ends: Array) -> Positions:
    sizes: Positions = np.diff(ends, prepend=np.int64(0)).astype(np.int64)
    return sizes


def _within(ends: Positions, chosen: Positions) -> Positions:
    """Positions of what stands in some ranges, one range after the other."""
    sizes = np.diff(ends, prepend=0)[chosen]
    begins = np.cumsum(sizes) - sizes
    return np.repeat((ends[chosen] - sizes) - begins, sizes) + np.arange(int(sizes.sum()))
