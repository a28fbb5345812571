"""Cut a text into atoms: the smallest pieces that an alignment may take.

A Han character is an atom; so is a run of Latin letters (cut where a lower-case letter meets a
capital, as in HappyHorse), a number, and a run of letters of any other script. The number of a
king, pope or sequel is one however it is written: 八世, 十四 at the end of a name, VIII.
An apostrophe inside a Latin run belongs to it (Xi'an, O'Neill); a possessive ``'s`` does not.

>>> [atom.key for atom in atoms("阿里AI-2 People's HappyHorse")]
['阿', '里', 'ai', '2', 'people', 'happy', 'horse']
>>> [atom.key for atom in atoms("亨利八世 Henry VIII")]
['亨', '利', '8', 'henry', '8']
>>> [atom.key for atom in atoms("HappyHorse GmbH, Fiat S.p.A.")]
['happy', 'horse', 'gmbh', 'fiat', 'spa']
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from namelink.tables.lexicon import legal_forms
from namelink.tables.names import western_given_names
from namelink.text.fold import fold_latin
from namelink.text.script import HAN, LATIN
from namelink.text.variants import fold_han


class Atom(NamedTuple):
    """A smallest piece of a text; a tuple, because names are made of millions.

    Attributes:
        key: folded form, by which atoms are compared.
        start: first character in the text.
        end: one past the last character.
        shape: ``"han"``, ``"latin"``, ``"number"`` or ``"other"``.
        upper: whether it is written in capitals only.
        apart: whether something (a space, a dot, a hyphen) stands between it and the atom before.
    """

    key: str
    start: int
    end: int
    shape: str
    upper: bool
    apart: bool


_DIGITS = "一二三四五六七八九十"
# After a name of two characters at least; 世 begins other words too (二十一世纪); without it, only
# kings named Louis are so counted.
_REGNAL = (
    rf"(?<=[{HAN}]{{2}})(?<![{_DIGITS}第])"
    rf"(?:[{_DIGITS}]+世(?![界纪紀代家])|十[{_DIGITS[:9]}](?![{HAN}]))"
)
# One letter may be an initial, but for V at the end, and I there after a given name (Elizabeth I);
# XI is a surname more often than eleven.
_ROMAN = {
    tens + ones: 10 * at + number
    for at, tens in enumerate(("", "X", "XX", "XXX"))
    for number, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if len(tens + ones) > 1 and tens + ones != "XI"
}
_AFTER_NAME = rf"(?:(?<=[{LATIN}.\d] )|(?<=[{HAN}]))"
_ATOM = re.compile(
    rf"(?P<regnal>{_REGNAL})"
    rf"|(?P<han>[{HAN}])"
    rf"|(?P<roman>{_AFTER_NAME}(?:(?:{'|'.join(_ROMAN)})(?![{LATIN}'’])|[VI]$))"
    rf"|(?P<latin>[{LATIN}]+(?:'[{LATIN}]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:(?<=1)st|(?<=2)nd|(?<=3)rd|(?<=\d)th)?(?![a-zA-Z]))"
    r"|(?P<plain>\d+(?:[.,]\d+)*)"
    r"|(?P<other>[^\W\d_]+)"
)
# Two letters at least on the left, or one that is not part of an abbreviation: "iPhone" is cut,
# "McDonald" too (the alignment may join neighbors again), "KFC" and "USA" are not.
_HUMP = re.compile(
    r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|(?<=[a-zß-öø-ÿ]{2})(?=[A-ZÀ-ÖØ-Þ])"
    r"|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})"
)
_DOTTED = re.compile(rf"(?<![{LATIN}.])(?:[{LATIN}]\.){{2,}}[{LATIN}](?:\.|(?![{LATIN}]))")
_POSSESSIVE = re.compile(r"'[sS]$")


# Characters and marks between them: each character is an atom, whatever stands beside it.
_ONLY_HAN = re.compile(rf"[{HAN} ·()<>,.:\-'\"&]+")
_MARKS = frozenset(" ·()<>,.:-'\"&")
_NUMERIC = frozenset("世十")
# What is a number only after a name or at the end of one, and marks that leave no letter.
_PLACED = re.compile(
    rf"(?:{'|'.join(_ROMAN)})(?![{LATIN}'’])|.*(?:[VI]\s*\Z|[\u0300-\u036f])", re.DOTALL
)
_LONGEST_KEPT = 40
_MOST_KEPT = 200


def atoms(text: str, *, limit: int | None = None) -> list[Atom]:
    """Cut a cleaned text into atoms.

    Args:
        text: a cleaned text, see `namelink.text.clean`.
        limit: stop after so many atoms; None for all.

    Returns:
        Atoms in text order.
    """
    return list(_cut(text, limit)) if len(text) <= _MOST_KEPT else _read(text, limit)


@lru_cache(maxsize=1024)
def _cut(text: str, limit: int | None) -> tuple[Atom, ...]:
    """The atoms of a name; kept for a while, because a name is cut again for its forms."""
    if _ONLY_HAN.fullmatch(text) and _NUMERIC.isdisjoint(text):
        return tuple(_characters(text)[:limit])
    found: list[Atom] = []
    start = 0
    for token in text.split(" "):
        pieces = _alone(token) if len(token) <= _LONGEST_KEPT else None
        if pieces is None:
            return tuple(_read(text, limit))
        for key, begin, end, shape, upper, apart in pieces:
            found.append(Atom(key, start + begin, start + end, shape, upper, apart))
        start += len(token) + 1
    return tuple(found[:limit])


def _characters(text: str) -> list[Atom]:
    found = []
    apart = True
    for at, key in enumerate(fold_han(text)):
        if key in _MARKS:
            apart = True
        else:
            found.append(Atom(key, at, at + 1, "han", upper=False, apart=apart))
            apart = False
    return found


@lru_cache(maxsize=100_000)
def _alone(token: str) -> tuple[Atom, ...] | None:
    """Atoms of what stands between two spaces, None where they depend on what stands beside it."""
    return None if _PLACED.match(token) else tuple(_read(token, None))


def _read(text: str, limit: int | None) -> list[Atom]:
    found: list[Atom] = []
    last = 0
    forms = _dotted_forms(text) if "." in text else {}
    for match in _ATOM.finditer(text):
        if match.start() < last:
            continue
        shape = _SHAPES.get(match.lastgroup or "", match.lastgroup or "other")
        apart = match.start() > last or not found
        last = forms.get(match.start(), match.end())
        if match.start() in forms:
            form = text[match.start() : last].replace(".", "")
            key = fold_latin(form)
            found.append(Atom(key, match.start(), last, "latin", form.isupper(), apart))
        elif shape == "latin" or (match.group() == "I" and not _follows_given(found)):
            found.extend(_words(match.group(), match.start(), apart=apart))
        else:
            key = match.group()
            if shape == "han":
                key = fold_han(key)
            elif shape == "number":
                key = _NUMBERS[match.lastgroup or ""](key)
            else:
                key = key.casefold()
            found.append(Atom(key, match.start(), match.end(), shape, upper=False, apart=apart))
        if limit is not None and len(found) >= limit:
            return found[:limit]
    return found


def _dotted_forms(text: str) -> dict[int, int]:
    """Where legal forms stand that have a dot behind each letter (S.p.A.): start and end of each.

    Two such letters are sooner the initials of a person.
    """
    return {
        match.start(): match.end()
        for match in _DOTTED.finditer(text)
        if fold_latin(match.group().replace(".", "")) in _solid_forms()
    }


@cache
def _solid_forms() -> frozenset[str]:
    """Latin legal forms of one word, which no capital inside cuts (GmbH)."""
    return frozenset(form for form in legal_forms("latin") if " " not in form)


def _follows_given(found: Sequence[Atom]) -> bool:
    return bool(found) and found[-1].key in western_given_names()


def _words(run: str, start: int, *, apart: bool) -> list[Atom]:
    bare = _POSSESSIVE.sub("", run) if "'" in run else run
    # Most words are in one case but for their first letter.
    even = bare.isupper() or bare[1:].islower()
    humps = [] if even else [match.start() for match in _HUMP.finditer(bare)]
    if humps and fold_latin(bare) in _solid_forms():
        humps = []
    cuts = [0, *humps, len(bare)]
    words = []
    for begin, end in pairwise(cuts):
        piece = bare[begin:end]
        key = fold_latin(piece).replace("'", "")
        if key:
            first = apart and not begin
            words.append(Atom(key, start + begin, start + end, "latin", piece.isupper(), first))
    return words


def _plain_number(digits: str) -> str:
    plain = digits.replace(",", "").rstrip("sthndr")
    return plain.lstrip("0") or "0"


def _han_number(text: str) -> str:
    """Below a hundred: 八世, 十四, 二十三."""
    tens, ten, ones = text.removesuffix("世").rpartition("十")
    count = 10 * (_DIGITS.find(tens) + 1 or 1) if ten else 0
    return str(count + (_DIGITS.find(ones) + 1 if ones else 0))


def _roman_number(text: str) -> str:
    return str(_ROMAN.get(text) or (1 if text == "I" else 5))


_SHAPES = {"regnal": "number", "roman": "number", "plain": "number"}
_NUMBERS = {
    "number": _plain_number,
    "plain": _plain_number,
    "regnal": _han_number,
    "roman": _roman_number,
}
