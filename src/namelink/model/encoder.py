"""A sentence encoder of the caller, and what its cosines are worth.

namelink ships no encoder and needs none. A caller may hand one in: any function from strings to
vectors, made comparable with all other evidence by `namelink.calibrate_encoder`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, Any, Protocol, Self

from namelink.errors import InvalidOptions
from namelink.model.kinds import Kind

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

# Nearness of meaning is a hint. It may not outweigh a fact such as another number (-24 bits) or
# another place (-16), nor may distance outweigh a name that is spelled out.
LEAST_BITS, MOST_BITS = -6.0, 6.0


class Encoder(Protocol):
    """A function from strings to vectors, such as a sentence encoder.

    The vector of a string shall not depend on the strings beside it; then results do not depend
    on batches either. Lengths of vectors do not matter, and a zero vector says nothing.
    """

    def __call__(self, texts: Sequence[str], /) -> "ArrayLike":
        """Encode some strings.

        Args:
            texts: distinct names, never none.

        Returns:
            One vector a string, shape (texts, dimensions).
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """What a cosine weighs for pairs of one kind: straight between knots, flat past the ends.

    Attributes:
        kind: the kind.
        cosines: cosines of the knots, rising.
        bits: weight at each knot, log2 of a likelihood ratio, never falling.
    """

    kind: Kind
    cosines: tuple[float, ...]
    bits: tuple[float, ...]

    def __post_init__(self) -> None:
        """Check that a nearer name never weighs less, and that the weight is bounded."""
        problem = _problem(self)
        if problem:
            raise InvalidOptions(f"the curve of an encoder for {self.kind} {problem}")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CalibratedEncoder:
    """An encoder with curves from its cosines to bits; made by `namelink.calibrate_encoder`.

    Two are equal if they call the same function and have the same name and curves.

    Attributes:
        encoder: the function.
        name: what it is called in evidence and in plain data.
        curves: one a kind, at most; about pairs of other kinds the encoder is silent.
    """

    encoder: Encoder = field(hash=False)
    name: str
    curves: tuple[Curve, ...]

    def __post_init__(self) -> None:
        """Check the parts, so that a wrong one is told where it was set."""
        if not callable(self.encoder):
            raise InvalidOptions(
                f"encoder is {self.encoder!r}: give a function from strings to vectors"
            )
        kinds = [curve.kind for curve in self.curves]
        if len(set(kinds)) < len(kinds):
            raise InvalidOptions("an encoder has two curves for one kind: give one a kind")

    @property
    def floor(self) -> float:
        """Cosine above which a pair of some kind is favored, 1 if none is.

        >>> curve = Curve(kind=Kind.WORK, cosines=(0.2, 0.6), bits=(-1.0, 3.0))
        >>> round(CalibratedEncoder(encoder=list, name="x", curves=(curve,)).floor, 3)
        0.3
        """
        return min((_floor(curve) for curve in self.curves), default=1.0)

    def __repr__(self) -> str:
        """In short: a model's own description may fill the screen."""
        return f"CalibratedEncoder({self.name!r})"

    def to_dict(self) -> dict[str, Any]:
        """Name and curves as plain data, ready for JSON. The function itself is not data."""
        return {
            "name": self.name,
            "curves": [
                {key: list(value) if isinstance(value, tuple) else str(value)
                 for key, value in asdict(curve).items()}
                for curve in self.curves
            ],
        }  # fmt: skip

    @classmethod
    def from_dict(cls, plain: dict[str, Any], encoder: Encoder) -> Self:
        """Read what `to_dict` wrote.

        Args:
            plain: the fields ``name`` and ``curves``.
            encoder: the function that the curves were learned for.

        Returns:
            The calibrated encoder.

        Raises:
            InvalidOptions: if a field is missing or not known, or a curve cannot work.
        """
        try:
            name, curves = _fields(**plain)
            read = tuple(_curve(**each) for each in curves)
        except (TypeError, AttributeError) as error:
            raise InvalidOptions(f"the curves of an encoder cannot be read: {error}") from error
        return cls(encoder=encoder, name=str(name), curves=read)


def _fields(*, name: str, curves: Iterable[dict[str, Any]]) -> tuple[str, Iterable[Any]]:
    return name, curves


def _curve(*, kind: str, cosines: Iterable[float], bits: Iterable[float]) -> Curve:
    return Curve(kind=Kind.parse(kind), cosines=tuple(cosines), bits=tuple(bits))


def _floor(curve: Curve) -> float:
    knots = list(zip(curve.cosines, curve.bits, strict=True))
    if knots[0][1] > 0:
        return -1.0
    for (low, less), (high, more) in pairwise(knots):
        if more > 0:
            return low + (high - low) * -less / (more - less)
    return 1.0


def _problem(curve: Curve) -> str:
    """What is wrong with a curve, empty for nothing."""
    # Plain data may hold anything.
    values: tuple[object, ...] = (*curve.cosines, *curve.bits)
    if not all(isinstance(value, float | int) and isfinite(value) for value in values):
        return "holds what is no number"
    if not curve.cosines or len(curve.cosines) != len(curve.bits):
        return f"has {len(curve.cosines)} cosines and {len(curve.bits)} weights: give as many"
    if any(one >= other for one, other in pairwise(curve.cosines)):
        return "has cosines that do not rise"
    if any(one > other for one, other in pairwise(curve.bits)):
        return "falls: a nearer name may not weigh less"
    if curve.bits[0] < LEAST_BITS or curve.bits[-1] > MOST_BITS:
        return f"leaves {LEAST_BITS:g} to {MOST_BITS:g} bits: what is near is no proof"
    return ""
