"""Words that exclude each other in the names of bodies: 海军 is no army, and physics no chemistry.

>>> han_contrasts()["海军"] & english_contrasts()[stem("army"),]
frozenset()
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from namelink.tables.loader import rows
from namelink.tables.words import stem

Word = TypeVar("Word")
# System, and which of its concepts.
Concepts = frozenset[tuple[str, int]]


@cache
def han_contrasts() -> Mapping[str, Concepts]:
    """Concepts of every Chinese word that stands in a system, in simplified characters."""
    return _by_word(
        (word, (row["system"], at))
        for at, row in enumerate(rows("contrasts"))
        for word in row["han"].split("|")
    )


@cache
def english_contrasts() -> Mapping[tuple[str, ...], Concepts]:
    """Concepts of every English word or run of words, by their stems."""
    return _by_word(
        (tuple(map(stem, words.split(" "))), (row["system"], at))
        for at, row in enumerate(rows("contrasts"))
        for words in row["english"].split("|")
    )


def _by_word(told: Iterable[tuple[Word, tuple[str, int]]]) -> dict[Word, Concepts]:
    found: dict[Word, Concepts] = {}
    for word, concept in told:
        found[word] = found.get(word, frozenset()) | {concept}
    return found
