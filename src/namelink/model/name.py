"""A name after normalizing: what it is, what it is made of, and what was done to it.

>>> part = Part(text="吴", start=0, end=1, role=Role.SURNAME)
>>> part.role
<Role.SURNAME: 'surname'>
"""

from dataclasses import dataclass

from namelink.model.kinds import Kind, Role, Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a name with a role.

    Attributes:
        text: the piece as it stands in the normalized text.
        start: first character in the normalized text.
        end: one past the last character in the normalized text.
        role: what the piece does in the name.
    """

    text: str
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """One way to take a name apart.

    Attributes:
        parts: in text order, not overlapping.
        weight: natural logarithm of the share of belief among the parses of one name; 0 is
            certain.
    """

    parts: tuple[Part, ...]
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change made while normalizing.

    Attributes:
        action: name of the step, such as ``"width"`` or ``"honorific"``.
        before: text before the step.
        after: text after it.
    """

    action: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A normalized name.

    Attributes:
        raw: the string as given.
        text: the normalized string; normalizing it again changes nothing.
        script: of the normalized text.
        kind: the most probable kind (or the one that was given).
        kinds: every kind with its probability, best first; sums to 1.
        parses: ways to take the name apart, best first; at least one unless the text is empty.
        variants: the name once per script when it holds both ("马云 Jack Ma"), else empty.
        trail: what was done, in order.
    """

    raw: str
    text: str
    script: Script
    kind: Kind
    kinds: tuple[tuple[Kind, float], ...]
    parses: tuple[Parse, ...] = ()
    variants: tuple["Name", ...] = ()
    trail: tuple[Step, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Parts of the best parse."""
        return self.parses[0].parts if self.parses else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One Latin form that a Chinese name may take.

    Attributes:
        text: such as ``"Wu Yongming"``.
        system: the convention, such as ``"pinyin"`` or ``"passport"``.
        weight: log2 of its share of belief among the spellings of the name.
    """

    text: str
    system: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One way to read a Latin name as that of a Chinese person.

    Attributes:
        system: the romanization, such as ``"wade-giles"``; two with ``+`` between them where the
            surname and the given name follow different ones.
        surname: the part that is the surname.
        surnames: Chinese surnames that it may stand for, most common first.
        given: the part that is the Chinese given name, empty for none.
        syllables: syllables of the given name.
        western: a Western given name beside it, empty for none.
        weight: log2 of its share of belief among the ways to read the name.
    """

    system: str
    surname: str
    surnames: tuple[str, ...]
    given: str
    syllables: tuple[str, ...]
    western: str
    weight: float
