"""Options: one frozen value, plain data, handed in.

>>> Options(match_at=0.8).match_at
0.8
>>> Options.from_dict(Options().to_dict()) == Options()
True
"""

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, Self

from namelink.errors import InvalidOptions
from namelink.model.aliases import Aliases
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
        candidates: candidates a left name that `link` scores with full evidence.
        workers: processes that build and search an index, at most; results are the same.
    """

    atoms: int = 40
    candidates: int = 64
    workers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller may set.

    Attributes:
        prior: probability of one entity before the names are read. Lower it when most pairs are
            false.
        match_at: lowest score of the verdict ``match``. Higher gives fewer wrong matches.
        review_at: lowest score of the verdict ``review``. Lower gives fewer losses.
        channels: channels that may speak; leave one out to see what it carries.
        name_order: how the Latin names of Chinese people are known to be written, where a table
            keeps to one convention; ``any`` lets the evidence decide, name by name.
        aliases: names that are known to mean one thing, see `Aliases`; none unless given.
        limits: bounds on the work a name may cause.
    """

    prior: float = 0.5
    match_at: float = 0.6
    review_at: float = 0.11
    channels: tuple[Channel, ...] = tuple(Channel)
    name_order: NameOrder = "any"
    aliases: Aliases = field(default_factory=Aliases)
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Check the values, so that a wrong one is told where it was set."""
        if not 0.0 < self.prior < 1.0:
            raise InvalidOptions(
                f"prior is {self.prior!r}: give a probability above 0 and below 1"
            )
        if not 0.0 <= self.review_at <= self.match_at <= 1.0:
            raise InvalidOptions(
                f"review_at is {self.review_at!r} and match_at {self.match_at!r}: "
                "both lie in 0 to 1 and review_at is not above match_at"
            )
        if self.name_order not in NAME_ORDERS:
            raise InvalidOptions(
                f"name_order is {self.name_order!r}: use one of {', '.join(NAME_ORDERS)}"
            )
        if (
            not 1 <= self.limits.atoms <= MOST_ATOMS
            or self.limits.candidates < 1
            or self.limits.workers < 1
        ):
            raise InvalidOptions(
                f"limits are {self.limits!r}: atoms is 1 to {MOST_ATOMS}, "
                "candidates and workers at least 1"
            )

    def to_dict(self) -> dict[str, Any]:
        """The options as plain data, ready for JSON."""
        plain = asdict(self)
        plain["channels"] = [channel.value for channel in self.channels]
        plain["aliases"] = self.aliases.to_dict()
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """Read what `to_dict` wrote.

        Args:
            plain: field names with their values; those left out keep their default.

        Returns:
            The options.

        Raises:
            InvalidOptions: if a field is not known or a value cannot work.
        """
        unknown = sorted(set(plain) - {item.name for item in fields(cls)})
        if unknown:
            raise InvalidOptions(f"unknown options: {', '.join(unknown)}")
        values = dict(plain)
        try:
            if "channels" in values:
                values["channels"] = tuple(Channel(value) for value in values["channels"])
            if "aliases" in values:
                values["aliases"] = Aliases.from_dict(values["aliases"])
            if "limits" in values:
                values["limits"] = Limits(**values["limits"])
        except (TypeError, ValueError) as error:
            raise InvalidOptions(f"channels, aliases or limits cannot be read: {error}") from error
        return cls(**values)


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
