"""Options: one frozen value, plain data, handed in.

>>> Options(match_at=0.8).match_at
0.8
>>> Options.from_dict(Options().to_dict()) == Options()
True
"""

from dataclasses import asdict, dataclass, field, fields
from numbers import Integral, Real
from typing import Any, Literal, Self

from namelink.errors import InvalidOptions
from namelink.model.aliases import Aliases
from namelink.model.encoder import CalibratedEncoder, Encoder
from namelink.model.kinds import Channel

# An alignment keeps the atoms that it has used as bits of one 64-bit word.
MOST_ATOMS = 60
NameOrder = Literal["any", "surname_first", "given_first"]
NAME_ORDERS: tuple[NameOrder, ...] = ("any", "surname_first", "given_first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds that keep odd input in near-linear time.

    Attributes:
        atoms: pieces of a name that are aligned; what is beyond stands in one leftover piece.
        candidates: candidates a left name that `link` scores with full evidence; of titles of
            works, which are translated freely, twice as many.
        workers: processes that build and search an index, at most; results are the same.
    """

    atoms: int = 40
    candidates: int = 64
    workers: int = 1

    def __post_init__(self) -> None:
        """Check the values, so that a wrong one is told where it was set."""
        numbers = (self.atoms, self.candidates, self.workers)
        if (
            not all(_is(each, Integral) and each >= 1 for each in numbers)
            or self.atoms > MOST_ATOMS
        ):
            raise InvalidOptions(
                f"limits are {self!r}: atoms is 1 to {MOST_ATOMS}, candidates and workers at "
                "least 1, all whole numbers"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller may set.

    Attributes:
        prior: probability of one entity before the names are read. Lower it when most pairs are
            false.
        match_at: lowest score of the verdict ``match``. Higher gives fewer wrong matches.
        review_at: lowest score of the verdict ``review``. Lower gives fewer losses. Where nothing
            of two names agrees the verdict is ``no_match``, whatever the score.
        confidence_at: lowest confidence of a link whose verdict is ``match``: in a table, a pair
            that fits is ``review`` while another row, or none, is more probable. 0 leaves each
            pair its own verdict. Names that are equal or in `aliases` need none.
        channels: channels that may speak; leave one out to see what it carries.
        name_order: how the Latin names of Chinese people are known to be written, where a table
            keeps to one convention; ``any`` lets the evidence decide, name by name.
        aliases: names that are known to mean one thing, see `Aliases`; none unless given.
        encoder: a sentence encoder that speaks too, see `calibrate_encoder`; none unless given.
        limits: bounds on the work a name may cause.
    """

    prior: float = 0.5
    match_at: float = 0.6
    review_at: float = 0.11
    confidence_at: float = 0.5
    channels: tuple[Channel, ...] = tuple(Channel)
    name_order: NameOrder = "any"
    aliases: Aliases = field(default_factory=Aliases)
    encoder: CalibratedEncoder | None = None
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Check the values, so that a wrong one is told where it was set."""
        object.__setattr__(self, "channels", _channels(self.channels))
        if not (_is(self.prior, Real) and 0.0 < self.prior < 1.0):
            raise InvalidOptions(
                f"prior is {self.prior!r}: give a probability above 0 and below 1"
            )
        cuts = _is(self.review_at, Real) and _is(self.match_at, Real)
        if not (cuts and 0.0 <= self.review_at <= self.match_at <= 1.0):
            raise InvalidOptions(
                f"review_at is {self.review_at!r} and match_at {self.match_at!r}: "
                "both lie in 0 to 1 and review_at is not above match_at"
            )
        if not (_is(self.confidence_at, Real) and 0.0 <= self.confidence_at <= 1.0):
            raise InvalidOptions(f"confidence_at is {self.confidence_at!r}: it lies in 0 to 1")
        if self.name_order not in NAME_ORDERS:
            raise InvalidOptions(
                f"name_order is {self.name_order!r}: use one of {', '.join(NAME_ORDERS)}"
            )
        # Callers without a type checker hand in plain data or the bare function.
        if not _is(self.aliases, Aliases):
            raise InvalidOptions(
                f"aliases is a {type(self.aliases).__name__}: give what read_aliases or "
                "Aliases.of makes"
            )
        if self.encoder is not None and not _is(self.encoder, CalibratedEncoder):
            name = getattr(self.encoder, "__name__", type(self.encoder).__name__)
            raise InvalidOptions(
                f"encoder is the bare {name}: what its cosines weigh is not known; "
                "hand in what calibrate_encoder makes of it"
            )
        if not _is(self.limits, Limits):
            raise InvalidOptions(f"limits is {self.limits!r}: give Limits(...)")

    @classmethod
    def checked(cls, given: object) -> "Options":
        """What a caller handed in as options, which may be anything.

        Raises:
            InvalidOptions: if it is no `Options`.
        """
        if isinstance(given, Options):
            return given
        told = "a dict" if isinstance(given, dict) else repr(given)
        step = "Options.from_dict(...) of it" if isinstance(given, dict) else "Options(...)"
        raise InvalidOptions(f"options is {told}: give {step}")

    @property
    def speaking_encoder(self) -> CalibratedEncoder | None:
        """The encoder, unless its channel is left out."""
        return self.encoder if Channel.ENCODER in self.channels else None

    def to_dict(self) -> dict[str, Any]:
        """The options as plain data, ready for JSON; of an encoder its name and curves."""
        plain = {item.name: getattr(self, item.name) for item in fields(self)}
        plain["channels"] = [channel.value for channel in self.channels]
        plain["aliases"] = self.aliases.to_dict()
        plain["encoder"] = self.encoder.to_dict() if self.encoder is not None else None
        plain["limits"] = asdict(self.limits)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any], *, encoder: Encoder | None = None) -> Self:
        """Read what `to_dict` wrote.

        Args:
            plain: field names with their values; those left out keep their default.
            encoder: the function whose curves are among them, if there are any.

        Returns:
            The options.

        Raises:
            InvalidOptions: if a field is not known, a value cannot work, or curves of an encoder
                are there and the encoder is not.
        """
        if not _is(plain, dict):
            raise InvalidOptions(f"options are read from a dict, not from {plain!r}")
        unknown = sorted(set(map(str, plain)) - {item.name for item in fields(cls)})
        if unknown:
            raise InvalidOptions(f"unknown options: {', '.join(unknown)}")
        values = dict(plain)
        if values.get("encoder") is not None:
            values["encoder"] = _encoder(values["encoder"], encoder)
        try:
            if "aliases" in values:
                values["aliases"] = Aliases.from_dict(values["aliases"])
            if "limits" in values:
                values["limits"] = Limits(**values["limits"])
        except (TypeError, ValueError) as error:
            raise InvalidOptions(f"aliases or limits cannot be read: {error}") from error
        return cls(**values)


def _is(value: object, sort: type[Any]) -> bool:
    """Whether a value is of a sort, told at run time: not everybody has a type checker."""
    return isinstance(value, sort)


def _channels(given: Any) -> tuple[Channel, ...]:  # noqa: ANN401 - checked here
    """The channels, which may be told by their values."""
    if isinstance(given, str):
        raise InvalidOptions(f"channels is {given!r}: give several in a tuple, or ({given!r},)")
    try:
        return tuple(map(Channel, given))
    except (TypeError, ValueError) as error:
        raise InvalidOptions(f"channels cannot be read: {error}") from error


def _encoder(plain: dict[str, Any], encoder: Encoder | None) -> CalibratedEncoder:
    """An encoder from its curves, which are data, and its function, which is none."""
    if encoder is None:
        raise InvalidOptions(
            "the options have curves of an encoder, whose function is not among them: "
            "call from_dict(plain, encoder=...) with it"
        )
    return CalibratedEncoder.from_dict(plain, encoder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns of an alias table hold what.

    Attributes:
        id: column of the entity id; several rows may share one.
        name: column of the name, or several columns.
        kind: column of the kind, None if there is none.
        language: column of the language, None if there is none.
        source: column of the source, None if there is none.
    """

    id: str = "id"
    name: str | tuple[str, ...] = "name"
    kind: str | None = None
    language: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        """Check the names, so that a wrong one is told where it was set."""
        given: Any = self.name
        several = (given,) if isinstance(given, str) else given
        if not isinstance(several, list | tuple) or not several:
            raise InvalidOptions(
                f"Columns.name is {given!r}: give the name of a column, or several in a tuple"
            )
        others = (each for each in (self.kind, self.language, self.source) if each is not None)
        for each in (self.id, *several, *others):
            if not isinstance(each, str):
                raise InvalidOptions(
                    f"Columns names a column by {each!r}, which is no string: give the columns "
                    "of the frame names first"
                )

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of names, however many."""
        return (self.name,) if isinstance(self.name, str) else tuple(self.name)
