"""Phrases of English names: runs of a few words, as stems, and what each may be short for.

A phrase is its stems with a space between.

>>> list(families("commercial bank"))
[('commercial bank', 0.0), ('commerc bank', 1.0)]
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from namelink.model.batch import Batch, Form
from namelink.readings.dictionary import stems
from namelink.readings.playful import playful
from namelink.tables.roots import root
from namelink.tables.short_forms import cut_off, expansions
from namelink.tables.word_forms import base_form

# Stems with what they lose for being guessed, in bits.
Ways = tuple[tuple[str, float], ...]
# Those of an atom, then by their families too: the first word of each, and all words.
_Read = tuple[Ways, tuple[str, ...], tuple[str, ...]]

# A short form may stand for several words, and the rest of a name may be cut off at any of many.
_SHORT_BITS = 1.0
_CUT_BITS = 2.0
_PLAYFUL_BITS = 1.0
_WAYS_INSIDE = 2
# Words of a phrase with those that belong to no translation (political science and law).
_LONGEST_PHRASE = 7
# Words of one family do not always stand for each other.
_FAMILY_BITS = 1.0
_SILENT: Ways = (("", 0.0),)


def families(words: str) -> Ways:
    """A phrase as it stands, and by the roots of its words' families: commerce for commercial.

    Args:
        words: stems.

    Returns:
        One or two phrases, with what each loses in bits.
    """
    roots = " ".join(map(root, words.split())) if " " in words else root(words)
    return ((words, 0.0),) if roots == words else ((words, 0.0), (roots, _FAMILY_BITS))


class Begun(dict[str, bool]):
    """Whether some key begins with the words of a phrase, as they stand or by their families.

    Attributes:
        beginnings: what keys begin with, themselves too.
        continued: what keys begin with that have words more.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        """Keep what the keys begin with.

        Args:
            keys: phrases.
        """
        super().__init__()
        self.continued: set[str] = set()
        for key in [key for key in keys if " " in key]:
            at = key.find(" ")
            while at > 0:
                self.continued.add(key[:at])
                at = key.find(" ", at + 1)
        self.beginnings = {"", *keys, *self.continued}

    def __missing__(self, words: str) -> bool:
        """Look a phrase up that is met for the first time."""
        found = any(own in self.beginnings for own, _ in families(words))
        self[words] = found
        return found


def solid_words(form: Form) -> list[tuple[int, int, str]]:
    """The Latin words of a name, those that were cut into parts as a whole.

    Args:
        form: a spelled name.

    Returns:
        First atom, number of atoms and letters of each.
    """
    keys, shapes, group = form.keys, form.shapes, form.group
    if len(set(group)) == len(group):
        return [(at, 1, key) for at, key in enumerate(keys) if shapes[at] == "latin"]
    found = []
    start, last = 0, len(keys)
    for end in range(1, last + 1):
        if end == last or group[end] != group[start]:
            if all(shape == "latin" for shape in shapes[start:end]):
                found.append((start, end - start, "".join(keys[start:end])))
            start = end
    return found


def phrases(form: Form, begun: Begun | None = None) -> list[tuple[int, int, str, float]]:
    """Runs of a few spelled atoms as phrases, and what each may be short for.

    Args:
        form: a spelled name.
        begun: whether what begins with some stems is wanted at all; None for everything.

    Returns:
        Start, number of atoms, the stems, and what they lose for being guessed, in bits; runs
        never begin or end with an article or preposition, which belong to no translation.
    """
    keys, shapes, group, upper = form.keys, form.shapes, form.group, form.upper
    size = len(keys)
    last = size - 1
    solid = [False] * (size + 1)
    if len(set(group)) < size:
        solid = [0 < at < size and group[at - 1] == group[at] for at in range(size + 1)]
    read = [
        _readings(key, shapes[at] == "latin", solid[at] or solid[at + 1], at == last and upper[at])
        for at, key in enumerate(keys)
    ]
    # At most atoms begins nothing that is wanted.
    starts = [
        start
        for start in range(size)
        if shapes[start] != "han"
        and (solid[start + 1] or begun is None or not begun.beginnings.isdisjoint(read[start][1]))
    ]
    found: list[tuple[int, int, str, float]] = []
    for start in starts:
        if solid[start + 1]:
            found += _written_solid(form, start, solid)
        found += _from(form, start, read, begun)
    if begun is not None:
        found += _written_apart(form, solid, begun)
    return found


def _written_apart(
    form: Form, solid: Sequence[bool], begun: Begun
) -> Iterator[tuple[int, int, str, float]]:
    """Two words that are one in the dictionary: firefly, Fire Fly."""
    keys, shapes = form.keys, form.shapes
    for at in range(len(keys) - 1):
        if shapes[at] == shapes[at + 1] == "latin" and not solid[at + 1]:
            joined = _joined(keys[at], keys[at + 1])
            if joined and begun[joined]:
                yield at, 2, joined, 0.0


def _written_solid(
    form: Form, start: int, solid: Sequence[bool]
) -> Iterator[tuple[int, int, str, float]]:
    """The words that begin at an atom, and were cut into parts.

    They may be one all the same: what the first part begins (mill, of millionaire) says nothing
    of it.
    """
    last = min(start + _LONGEST_PHRASE, len(form.keys))
    end = start + 1
    while end < last and form.shapes[end] != "han" and solid[end]:
        end += 1
        yield start, end - start, " ".join(stems(("".join(form.keys[start:end]),))), 0.0


def _from(
    form: Form, start: int, read: Sequence[_Read], begun: Begun | None
) -> Iterator[tuple[int, int, str, float]]:
    """The phrases that begin at an atom."""
    last = min(start + _LONGEST_PHRASE, len(form.keys))
    begins = None if begun is None else begun.__getitem__
    own, first, whole = read[start]
    if begun is not None:
        if begun.beginnings.isdisjoint(first):
            return
        if begun.continued.isdisjoint(whole):
            yield from ((start, 1, words, bits) for words, bits in own if begun[words])
            return
    ways = [own for own, *_ in read]
    most: int | None = None
    found: Ways = _SILENT
    for end in range(start + 1, last + 1):
        size = end - start
        if form.shapes[end - 1] == "han" or not found:
            return
        # Inside a phrase a word is read one way more than as it stands.
        fewer = None if size == 1 else _WAYS_INSIDE if size <= Batch.UNIT else 1
        if fewer != most:
            most, found = fewer, _SILENT
            for own in ways[start : end - 1]:
                found = _longer(found, own[:most], begins)
        found = _longer(found, ways[end - 1][:most], begins)
        if ways[start] and ways[end - 1]:
            for words, bits in found:
                yield start, size, words, bits


@lru_cache(maxsize=50_000)
def _joined(one: str, other: str) -> str:
    """The stem of two words as one; none beside a letter or an article."""
    apart = min(len(one), len(other)) > 1 and stems((one,)) and stems((other,))
    return " ".join(stems((one + other,))) if apart else ""


def _longer(found: Ways, own: Ways, begins: Callable[[str], bool] | None) -> Ways:
    """Phrases with one atom more, those that some translation begins with."""
    return tuple(
        [
            (longer, bits + loss)
            for words, bits in found
            for option, loss in own or _SILENT
            for longer in (f"{words} {option}" if words and option else words or option,)
            if begins is None or begins(longer)
        ]
    )


@lru_cache(maxsize=20_000)
def _readings(key: str, latin: bool, inside: bool, last: bool) -> _Read:  # noqa: FBT001 - kept by them
    """How an atom is read; see `_ways`."""
    ways = _ways(key, latin=latin, inside=inside, last=last)
    first = [own for words, _ in ways for own, _ in families(words.partition(" ")[0])]
    whole = [own for words, _ in ways for own, _ in families(words)]
    return ways, tuple(dict.fromkeys(first)), tuple(dict.fromkeys(whole))


def _ways(key: str, *, latin: bool, inside: bool, last: bool) -> Ways:
    """Stems of an atom as it stands, then of what it may be short for; none for function words.

    Args:
        key: the atom's key.
        latin: whether it is a Latin word.
        inside: whether it is written solid with a neighbor.
        last: whether it ends its name in capitals, and may be cut off.
    """
    plain = stems((key,))
    if not plain or not latin:
        return ((plain[0], 0.0),) if plain else ()
    found: list[tuple[tuple[str, ...], float]] = [(plain, 0.0)]
    base = base_form(key)
    if base:
        found.append((stems((base,)), 0.0))
    found += [(stems(full), -_SHORT_BITS) for full in expansions(key, inside=inside)]
    found += [(stems((word,)), -_PLAYFUL_BITS) for word in playful(key)]
    if last:
        found += [(stems(full), -_CUT_BITS) for full in cut_off(key)]
    return tuple((" ".join(words), loss) for words, loss in found)
