"""A caller's sentence encoder: vectors of names, and the weight of their cosines.

Names get their vectors before they are scored; cosines get their weight from pairs that are known
to be true. Nothing of this is called unless `Options.encoder` is set.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from namelink.errors import InvalidOptions
from namelink.model.batch import KINDS, Floats, Form
from namelink.model.encoder import CalibratedEncoder, Curve, Encoder
from namelink.model.kinds import Kind, Script
from namelink.model.options import Options
from namelink.pairing import Formed, Prepared, prepare
from namelink.readings.encoded import told_text, unit_vectors
from namelink.scoring.nearness import Cosines, Positions, cosines, learned

Name = TypeVar("Name", bound=Formed)

# Kinds of which nearness in meaning tells enough; what was measured is in decision 0010.
_KINDS = (Kind.ORG, Kind.WORK, Kind.UNKNOWN)
# Pairs below which nothing is learned, and below which a kind has no curve of its own.
_LEAST_PAIRS = 50
_OWN_PAIRS = 200
# What a guess of kind leaves for each other kind.
_DOUBT = 0.02
# False pairs that are made for each true one, at most.
_SHIFTS = 100


class Vectors:
    """Vectors of names by their text, each asked for once; mute without an encoder."""

    def __init__(self, options: Options) -> None:
        """Take the encoder of some options, if they have one that may speak."""
        self.encoder = options.speaking_encoder
        self._kept: dict[str, Floats] = {}
        self._passing: dict[str, Floats] = {}

    def learn(self, kept: Iterable[Formed], passing: Iterable[Formed] = ()) -> None:
        """Encode names that are new.

        Args:
            kept: names whose vectors stay.
            passing: names whose vectors are wanted until the next ones are learned.

        Raises:
            InvalidOptions: if the encoder's result cannot be used.
        """
        if self.encoder is None:
            return
        stay, go = ({text for each in own for text in _texts(each)} for own in (kept, passing))
        # In an order of their own, so that the order of rows can decide nothing.
        new = sorted((stay | go) - self._kept.keys())
        found = dict(zip(new, unit_vectors(new, self.encoder), strict=True))
        self._kept |= {text: vector for text, vector in found.items() if text in stay}
        self._passing = {text: vector for text, vector in found.items() if text not in stay}

    def of(self, name: Name) -> Name:
        """A name with the vectors of its forms, encoded now if they are not known."""
        if self.encoder is None:
            return name
        if any(text not in self._kept and text not in self._passing for text in _texts(name)):
            self.learn([], [name])
        return replace(name, forms=tuple(map(self._with_vector, name.forms)))

    def _with_vector(self, form: Form) -> Form:
        if not form.keys:
            return form
        text = told_text(form)
        vector = self._kept[text] if text in self._kept else self._passing[text]
        return replace(form, vector=vector)


def _texts(name: Formed) -> list[str]:
    return [told_text(form) for form in name.forms if form.keys]


def with_vectors(
    sides: Sequence[Sequence[Prepared]], options: Options
) -> tuple[list[Prepared], ...]:
    """Names with the vectors of their forms, if the options have an encoder that may speak.

    Args:
        sides: the names of a call; those of one text are encoded once.
        options: the encoder.

    Returns:
        The same names, side by side.

    Raises:
        InvalidOptions: if the encoder's result cannot be used.
    """
    vectors = Vectors(options)
    vectors.learn(each for side in sides for each in side)
    return tuple([vectors.of(each) for each in side] for side in sides)


def calibrate(
    encoder: Encoder,
    pairs: Iterable[tuple[str, str]],
    *,
    kind: Kind = Kind.UNKNOWN,
    name: str | None = None,
) -> CalibratedEncoder:
    """Learn what an encoder's cosines weigh; see `namelink.linker.calibrate_encoder`.

    Args:
        encoder: the function.
        pairs: a Chinese and a Latin name each, in either order, which mean one thing.
        kind: what the names denote, if it is known.
        name: what the encoder shall be called.

    Returns:
        The encoder with its curves.

    Raises:
        InvalidName: if a name is not a string.
        InvalidOptions: if the pairs are too few, or the encoder's result cannot be used.
    """
    # Callers without a type checker hand in worse.
    given: object = encoder
    if not callable(given):
        raise InvalidOptions(f"encoder is {given!r}: give a function from strings to vectors")
    known = sorted(each for each in _known(pairs, kind) if each.kind in _KINDS)
    _check_enough(len(known), "of a Chinese and a Latin name, of organizations or works")
    nearness = _Nearness(known, encoder)
    # About the others the encoder says nothing, so nothing can be learned from them.
    every = nearness.spoken()
    _check_enough(len(every), "for which the encoder gives vectors that are not zero")
    kinds = np.array([KINDS.index(each.kind) for each in known])
    curves = []
    for each in _KINDS:
        own = every[kinds[every] == KINDS.index(each)]
        at, bits = learned(*nearness.of(own if len(own) >= _OWN_PAIRS else every))
        curves.append(Curve(kind=each, cosines=at, bits=bits))
    own_name = getattr(encoder, "__name__", type(encoder).__name__)
    return CalibratedEncoder(encoder=encoder, name=name or own_name, curves=tuple(curves))


def _check_enough(count: int, wanted: str) -> None:
    if count < _LEAST_PAIRS:
        raise InvalidOptions(
            f"{count} pairs are left to calibrate an encoder on: give at least {_LEAST_PAIRS} "
            f"{wanted}"
        )


@dataclass(frozen=True, slots=True, order=True)
class _Known:
    """A true pair: the Chinese and the Latin text, and the kind that scoring takes it for."""

    han: str
    latin: str
    kind: Kind


def _known(pairs: Iterable[tuple[str, str]], kind: Kind) -> set[_Known]:
    """The pairs of a Chinese and a Latin name."""
    found = set()
    for number, pair in enumerate(pairs, start=1):
        # Callers without a type checker hand in worse.
        given: object = pair
        if not isinstance(given, tuple | list) or len(given) != 2:
            raise InvalidOptions(f"pair {number} is {given!r}: give a Chinese and a Latin name")
        left, right = (prepare(name, kind, Options()) for name in pair)
        texts = _crossing(left, right) or _crossing(right, left)
        if texts is not None:
            found.add(_Known(*texts, _guessed(left, right)))
    return found


def _guessed(left: Prepared, right: Prepared) -> Kind:
    """The kind that both names together are most probably of, as in scoring."""
    one, other = (np.array(each.forms[0].kinds) + _DOUBT for each in (left, right))
    return KINDS[int((one * other).argmax())]


def _crossing(left: Prepared, right: Prepared) -> tuple[str, str] | None:
    """The Chinese form of one name and the Latin form of the other, if they have them."""
    han = [told_text(form) for form in left.forms if form.script is Script.HAN]
    latin = [told_text(form) for form in right.forms if form.script is Script.LATIN and form.keys]
    # Variants stand behind the name itself, which may hold both scripts.
    return (han[-1], latin[-1]) if han and latin else None


class _Nearness:
    """Cosines of true pairs, and of the same Chinese names with Latin names of other pairs."""

    def __init__(self, pairs: Sequence[_Known], encoder: Encoder) -> None:
        texts = sorted({text for each in pairs for text in (each.han, each.latin)})
        row = {text: at for at, text in enumerate(texts)}
        self._vectors = unit_vectors(texts, encoder)
        self._han = np.array([row[each.han] for each in pairs])
        self._latin = np.array([row[each.latin] for each in pairs])

    def spoken(self) -> Positions:
        """The pairs of which both vectors say something."""
        says = (self._vectors != 0).any(axis=1)
        return np.flatnonzero(says[self._han] & says[self._latin])

    def of(self, pairs: Positions) -> tuple[Cosines, Cosines]:
        """Cosines of some of the pairs, and of false ones that are made of these alone."""
        han, latin = self._han[pairs], self._latin[pairs]
        stated = set(zip(han.tolist(), latin.tolist(), strict=True))
        # In even steps over all the others, which stand sorted: near ones are not preferred.
        most = min(_SHIFTS, len(pairs) - 1)
        false = {
            pair
            for shift in np.unique(np.linspace(1, len(pairs) - 1, most).astype(int)).tolist()
            for pair in zip(han.tolist(), np.roll(latin, shift).tolist(), strict=True)
        }
        found = []
        for each in (stated, false - stated):
            one, other = np.array(sorted(each), dtype=np.intp).reshape(-1, 2).T
            nearness = cosines(self._vectors, self._vectors, one, other)
            found.append(nearness[~np.isnan(nearness)])
        return found[0], found[1]
