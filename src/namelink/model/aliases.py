"""Alias knowledge of the caller: groups of names that mean one thing.

>>> Aliases.of([("友邦保险", "AIA"), ("鸿海", "富士康", "Foxconn")])
Aliases(2 groups)
>>> bool(Aliases())
False
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from namelink.errors import InvalidOptions


@dataclass(frozen=True, slots=True, repr=False)
class Aliases:
    """Groups of names; every name of a group means the same as every other name of it.

    Names are compared after folding, so it does not matter in which script variant, case or width
    they are given. Groups are not chained: a name may stand in two groups, and those stay two.

    Attributes:
        groups: two names at least in each.
    """

    groups: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        """Check the groups, so that a wrong one is told where it was set."""
        for number, group in enumerate(self.groups, start=1):
            problem = _problem(group)
            if problem:
                raise InvalidOptions(f"alias group {number} {problem}")

    @classmethod
    def of(cls, groups: Iterable[Iterable[str]]) -> Self:
        """Take pairs of names, or larger groups.

        Args:
            groups: each the names of one thing, in any order.

        Returns:
            The aliases.

        Raises:
            InvalidOptions: if a group is not two names or more; says which.

        >>> Aliases.of([["友邦保险", "AIA", "AIA"]]).groups
        (('友邦保险', 'AIA'),)
        >>> Aliases.of(["AIA"])
        Traceback (most recent call last):
            ...
        namelink.errors.InvalidOptions: alias group 1 is 'AIA': give the names of one thing, ...
        """
        # A string is a sequence of strings too, and callers without a type checker hand in worse.
        return cls(tuple(_distinct(group) for group in groups))  # type: ignore[misc]

    def __bool__(self) -> bool:
        """Whether there is any group."""
        return bool(self.groups)

    def __hash__(self) -> int:
        """Of the ends only: a pack holds 100,000 groups, and options are looked up often."""
        return hash((len(self.groups), self.groups[:1], self.groups[-1:]))

    def __repr__(self) -> str:
        """In short: a pack would fill the screen."""
        return f"Aliases({len(self.groups)} groups)"

    def to_dict(self) -> dict[str, Any]:
        """The groups as plain data, ready for JSON.

        >>> Aliases.from_dict(Aliases.of([("友邦", "AIA")]).to_dict()).groups
        (('友邦', 'AIA'),)
        """
        return {"groups": [list(group) for group in self.groups]}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """Read what `to_dict` wrote.

        Args:
            plain: the field ``groups`` with lists of names.

        Returns:
            The aliases.

        Raises:
            InvalidOptions: if there is another field or a group is not two names or more.
        """
        unknown = sorted(set(plain) - {"groups"})
        if unknown:
            raise InvalidOptions(f"unknown fields of aliases: {', '.join(unknown)}")
        groups = plain.get("groups", ())
        if not isinstance(groups, list | tuple):
            raise InvalidOptions(f"aliases are groups in a list, not {groups!r}")
        return cls.of(groups)


def _distinct(group: object) -> object:
    """The names of a group, each once; what is no group stays for the check to tell."""
    if isinstance(group, str) or not isinstance(group, Iterable):
        return group
    return tuple(dict.fromkeys(group))


def _problem(group: object) -> str:
    """What is wrong with a group, empty for nothing."""
    step = "give the names of one thing, two or more, such as ('友邦保险', 'AIA')"
    if not isinstance(group, tuple):
        return f"is {group!r}: {step}"
    wrong = [name for name in group if not isinstance(name, str) or not name.strip()]
    if wrong:
        return f"holds {wrong[0]!r}, which is no name: {step}"
    return "" if len(group) > 1 else f"is {group!r}: {step}"
