"""Words of a name that exclude others in the names of bodies, see `namelink.tables.contrasts`."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from namelink.model.form import Form
from namelink.model.kinds import TABLE_WORDS, Role, Script
from namelink.tables.contrasts import Concepts, english_contrasts, han_contrasts
from namelink.tables.words import stem

_LONGEST_HAN, _LONGEST_ENGLISH = 5, 2


class Contrast(NamedTuple):
    """A word of a name that stands in a system: its atoms as bits, and its concepts."""

    atoms: int
    concepts: Concepts


@lru_cache(maxsize=20_000)
def contrasts_of(form: Form) -> tuple[Contrast, ...]:
    """The words of a name that stand in a system.

    Args:
        form: a form of a name.

    Returns:
        The words in order.
    """
    return tuple(_han(form) if form.script is Script.HAN else _english(form))


def _han(form: Form) -> Iterator[Contrast]:
    known, first, at = han_contrasts(), _first_characters(), 0
    while at < len(form.keys):
        begins = form.keys[at] in first and _begins(form, at)
        sizes = range(_LONGEST_HAN, 0, -1) if begins else ()
        word = next((word for size in sizes if (word := _word(form, at, size)) in known), "")
        if word:
            yield Contrast(((1 << len(word)) - 1) << at, known[word])
        at += len(word) or 1


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(word[0] for word in han_contrasts())


def _word(form: Form, at: int, size: int) -> str:
    """Some characters of a name; a single one counts only as the head that ends it."""
    word = "".join(form.keys[at : at + size])
    head = at + size == len(form.keys) and form.roles[at] is Role.GENERIC
    return word if len(word) == size and (size > 1 or head) else ""


def _begins(form: Form, at: int) -> bool:
    """Whether an atom is not inside a word of a table."""
    if not at or len(form.word) != len(form.keys) or form.roles[at] not in TABLE_WORDS:
        return True
    return form.word[at] != form.word[at - 1]


def _english(form: Form) -> Iterator[Contrast]:
    known = english_contrasts()
    stems, at = tuple(map(stem, form.keys)), 0
    while at < len(stems):
        sizes = range(min(_LONGEST_ENGLISH, len(stems) - at), 0, -1)
        size = next((size for size in sizes if stems[at : at + size] in known), 0)
        if size:
            yield Contrast(((1 << size) - 1) << at, known[stems[at : at + size]])
        at += size or 1
