"""The door of the room: a raw string becomes a `Name`."""

import re
from functools import lru_cache
from itertools import pairwise

from namelink.errors import InvalidName
from namelink.model.kinds import Kind, Role, Script
from namelink.model.name import Name, Parse, Part, Step
from namelink.normalization import kinds, persons, words
from namelink.normalization.catalogs import without_catalog
from namelink.tables.syllables import syllables_of
from namelink.text.atoms import Atom, atoms
from namelink.text.clean import steps
from namelink.text.script import HAN, LATIN, script_of

# Two variants of one name in one string are set apart by a space, a slash, or brackets; letters
# that touch Han characters belong to the Chinese name (阿里AI).
_TOKEN = re.compile(r"[^\s()/|,;]+")
# Registers set names of two characters apart, to line them up with those of three (王　伟).
_SPACED_PERSON = re.compile(rf"^([{HAN}]{{1,2}}) ([{HAN}]{{1,2}})$")
_LONGEST_SPACED = 5
# What says that another name of the same bearer follows.
_ALSO = re.compile(
    r"[ ,;(]+(?:a\.k\.a\.|a/k/a|aka|alias|also known as|f\.k\.a\.|formerly known as):? +"
    r"|[ ,;(]+(?:又名|又称|别名|亦名|亦称|原名|本名|曾用名):? ?",
    re.IGNORECASE,
)
# Few of those that a catalog marks as a person's names look less like one.
_LEAST_PERSON, _LIKELY_PERSON, _LONGEST_PLAIN = 0.05, 0.2, 3
# Texts whose atoms are kept: a name is taken apart first, and made a form of next.
_KEPT = 64
_TONED = re.compile(r"([A-Za-z:\u00fc\u00dc]+)[1-5]")
_TONED_NAME = re.compile(r"(?:[A-Za-z:\u00fc\u00dc]+[1-5][ '\-]*){2,}")


def normalize(name: str, *, kind: Kind = Kind.UNKNOWN, limit: int | None = None) -> Name:
    """Normalize one name.

    Args:
        name: any string.
        kind: the kind if it is known; `Kind.UNKNOWN` has it guessed.
        limit: atoms that are taken apart; what is beyond stands in one part. None for no limit.

    Returns:
        The name; normalizing its text again gives the same text.

    Raises:
        InvalidName: if the name is not a string.
    """
    if not isinstance(name, str):
        raise InvalidName(f"a name is a string, not {type(name).__name__}: {name!r}")
    text, trail = _cleaned(name)
    person = without_catalog(text) if kind in (Kind.PERSON, Kind.UNKNOWN) else text
    if person != text and (kind is Kind.PERSON or _may_be_person(person, text, limit)):
        trail = (*trail, Step(action="catalog", before=text, after=person))
        text, kind = person, Kind.PERSON
    return _taken_apart(name, text, trail, kind, limit, split=True)


def _may_be_person(person: str, text: str, limit: int | None) -> bool:
    """Whether what a catalog's marks stand beside may be a person's name (中国通史 is none).

    Short names, and what follows a country in brackets, tell little of themselves.
    """
    shares = dict(kinds.guess(_atoms(person, limit)[:limit], person))
    plain = len(person) <= _LONGEST_PLAIN or text[0] in "(["
    return shares[Kind.PERSON] >= (_LEAST_PERSON if plain else _LIKELY_PERSON)


def _taken_apart(
    raw: str, text: str, trail: tuple[Step, ...], kind: Kind, limit: int | None, *, split: bool
) -> Name:
    whole = _atoms(text, limit)[:limit]
    shares = kinds.guess(whole, text) if kind is Kind.UNKNOWN else kinds.certain(kind)
    script = script_of(text)
    found = shares[0][0]
    cut, beyond = parted_atoms(text, found, limit)
    pieces = list(cut)
    apart: frozenset[int] = frozenset()
    if found is not Kind.PERSON and script in (Script.HAN, Script.MIXED):
        apart = words.word_starts(pieces)
    parts = _parts(text, pieces, _roles(pieces, script, found), apart)
    if beyond:
        start = pieces[-1].end
        parts = (*parts, Part(text=text[start:], start=start, end=len(text), role=Role.WORD))
    variants = _also_known(text, kind, limit) if split else ()
    if split and not variants and script is Script.MIXED:
        variants = _variants(text, kind, limit)
    return Name(
        raw=raw,
        text=text,
        script=script,
        kind=found,
        kinds=shares,
        parses=(Parse(parts=parts),) if parts else (),
        variants=variants,
        trail=trail,
    )


@lru_cache(maxsize=_KEPT)
def _atoms(text: str, limit: int | None) -> tuple[Atom, ...]:
    # One atom more than the limit tells whether something lies beyond it.
    return tuple(atoms(text, limit=None if limit is None else limit + 1))


@lru_cache(maxsize=_KEPT)
def parted_atoms(text: str, kind: Kind, limit: int | None) -> tuple[tuple[Atom, ...], bool]:
    """Atoms of a normalized text, run-together words cut.

    Args:
        text: the text.
        kind: what it denotes.
        limit: atoms that are taken apart.

    Returns:
        The atoms, and whether something lies beyond the limit.
    """
    whole = _atoms(text, limit)
    return tuple(words.parted(whole[:limit], kind)), limit is not None and len(whole) > limit


def _cleaned(raw: str) -> tuple[str, tuple[Step, ...]]:
    trail, before = [], raw
    for action, after in steps(raw):
        trail.append(Step(action=action, before=before, after=after))
        before = after
    together = _SPACED_PERSON.sub(r"\1\2", before) if len(before) <= _LONGEST_SPACED else before
    if together != before:
        trail.append(Step(action="spaced_name", before=before, after=together))
        before = together
    plain = _without_tone_numbers(before)
    if plain != before:
        trail.append(Step(action="tone_numbers", before=before, after=plain))
    return plain, tuple(trail)


def _without_tone_numbers(text: str) -> str:
    """Drop tone numbers, only when every run is a syllable with one (Wu2 Yong3ming2)."""
    if not text.isascii() and "\u00fc" not in text.lower():
        return text
    if not _TONED_NAME.fullmatch(text):
        return text
    inventory = syllables_of("pinyin")
    for syllable in _TONED.findall(text):
        if syllable.lower().replace("\u00fc", "v").replace("u:", "v") not in inventory:
            return text
    return _TONED.sub(
        lambda match: match.group(1).replace("u:", "\u00fc").replace("U:", "\u00dc"), text
    )


def _roles(pieces: list[Atom], script: Script, kind: Kind) -> list[Role]:
    han = script in (Script.HAN, Script.MIXED)
    if kind is Kind.PERSON:
        return persons.han_roles(pieces) if han else persons.latin_roles(pieces)
    return words.han_roles(pieces) if han else words.latin_roles(pieces)


def _parts(
    text: str, pieces: list[Atom], roles: list[Role], apart: frozenset[int]
) -> tuple[Part, ...]:
    """Runs of one role that touch, as parts. A space, a dot or a known word begins a new one."""
    starts = [
        at
        for at, (atom, role) in enumerate(zip(pieces, roles, strict=True))
        if at == 0
        or atom.apart
        or at in apart
        or role is not roles[at - 1]
        or atom.shape != pieces[at - 1].shape
    ]
    parts = []
    for first, after in pairwise([*starts, len(pieces)]):
        start, end = pieces[first].start, pieces[after - 1].end
        parts.append(Part(text=text[start:end], start=start, end=end, role=roles[first]))
    return tuple(parts)


def _also_known(text: str, kind: Kind, limit: int | None) -> tuple[Name, ...]:
    """Names that are said to be of one bearer: Li Xiaolong a.k.a. Bruce Lee, 张三 (又名李四)."""
    if not _ALSO.search(text):
        return ()
    pieces = [piece.strip(" ,;()") for piece in _ALSO.split(text)]
    if not all(len(piece) > 1 for piece in pieces):
        return ()
    return tuple(_taken_apart(piece, piece, (), kind, limit, split=False) for piece in pieces)


def _variants(text: str, kind: Kind, limit: int | None) -> tuple[Name, ...]:
    """The Chinese and the Latin name in a text that holds one of each, set apart."""
    tokens = list(_TOKEN.finditer(text))
    scripts = [script_of(token.group()) for token in tokens]
    # 魅族 PRO 7 is one name: models have numbers, names that are told twice have none.
    if Script.MIXED in scripts or any(char.isdigit() for char in text):
        return ()
    pieces = []
    inside: set[int] = set()
    for wanted in (Script.HAN, Script.LATIN):
        places = [at for at, script in enumerate(scripts) if script is wanted]
        other = Script.LATIN if wanted is Script.HAN else Script.HAN
        if not places or other in scripts[places[0] : places[-1] + 1]:
            return ()
        inside.update(range(places[0], places[-1] + 1))
        pieces.append(text[tokens[places[0]].start() : tokens[places[-1]].end()])
    # A number that belongs to neither would be lost.
    if any(at not in inside and atoms(tokens[at].group()) for at in range(len(tokens))):
        return ()
    if len(re.findall(rf"[{LATIN}]", pieces[1])) < 2 or script_of(pieces[0]) is not Script.HAN:
        return ()
    return tuple(_taken_apart(piece, piece, (), kind, limit, split=False) for piece in pieces)
