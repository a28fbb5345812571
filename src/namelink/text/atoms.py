"""Cut a text into atoms: the smallest pieces that an alignment may take.

A Han character is an atom; so is a run of Latin letters (cut where a lower-case letter meets a
capital, as in HappyHorse), a run of digits, and a run of letters of any other script.
An apostrophe inside a Latin run belongs to it (Xi'an, O'Neill); a possessive ``'s`` does not.

>>> [atom.key for atom in atoms("阿里AI-2 People's HappyHorse")]
['阿', '里', 'ai', '2', 'people', 'happy', 'horse']
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from namelink.text.fold import fold_latin
from namelink.text.script import HAN, LATIN
from namelink.text.variants import fold_han


@dataclass(frozen=True, slots=True)
class Atom:
    """A smallest piece of a text.

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


_ATOM = re.compile(
    rf"(?P<han>[{HAN}])"
    rf"|(?P<latin>[{LATIN}]+(?:'[{LATIN}]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<other>[^\W\d_]+)"
)
# Two letters at least on the left, or one that is not part of an abbreviation: "iPhone" is cut,
# "McDonald" too (the alignment may join neighbors again), "KFC" and "USA" are not.
_HUMP = re.compile(
    r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|(?<=[a-zß-öø-ÿ]{2})(?=[A-ZÀ-ÖØ-Þ])"
)
_POSSESSIVE = re.compile(r"'[sS]$")


def atoms(text: str, *, limit: int | None = None) -> list[Atom]:
    """Cut a cleaned text into atoms.

    Args:
        text: a cleaned text, see `namelink.text.clean`.
        limit: stop after so many atoms; None for all.

    Returns:
        Atoms in text order.
    """
    found: list[Atom] = []
    last = 0
    for match in _ATOM.finditer(text):
        shape = match.lastgroup or "other"
        apart = match.start() > last or not found
        if shape == "latin":
            found.extend(_words(match.group(), match.start(), apart=apart))
        else:
            key = match.group()
            if shape == "han":
                key = fold_han(key)
            elif shape == "number":
                key = _plain_number(key)
            else:
                key = key.casefold()
            found.append(
                Atom(
                    key=key,
                    start=match.start(),
                    end=match.end(),
                    shape=shape,
                    upper=False,
                    apart=apart,
                )
            )
        last = match.end()
        if limit is not None and len(found) >= limit:
            return found[:limit]
    return found


def _words(run: str, start: int, *, apart: bool) -> list[Atom]:
    bare = _POSSESSIVE.sub("", run)
    cuts = [0, *(m.start() for m in _HUMP.finditer(bare)), len(bare)]
    words = []
    for begin, end in pairwise(cuts):
        piece = bare[begin:end]
        key = fold_latin(piece).replace("'", "")
        if key:
            words.append(
                Atom(
                    key, start + begin, start + end, "latin", piece.isupper(), apart and not begin
                )
            )
    return words


def _plain_number(digits: str) -> str:
    plain = digits.replace(",", "")
    return plain.lstrip("0") or "0"
