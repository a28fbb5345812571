"""Chinese words translated by meaning: a left span and the English words that say the same.

Every substring of a left name that a dictionary knows proposes its translations; a run of one to
three right atoms that holds the same stems is a cell. No segmentation is chosen beforehand:
spans compete in scoring.

The weight is log2 of P(words | span) / P(words): the share of the translation over how often the
words stand in names at all. Words that most names hold (company, limited) tell little.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log2
from operator import or_

from namelink.model.batch import KINDS, Batch, Cells, Form, join_cells
from namelink.model.kinds import Channel, Kind
from namelink.model.remark import Remark
from namelink.model.side import distinct
from namelink.readings.coined import coined_words
from namelink.readings.counted import NUMBER_BITS
from namelink.readings.dictionary import Words, stems
from namelink.readings.inner_words import INSIDE, inner_words
from namelink.readings.joins import Entry, join
from namelink.readings.lexicon import (
    Translation,
    associated,
    is_reviewed,
    longest_word,
    short_translations,
    translations,
)
from namelink.readings.playful import playful
from namelink.readings.titles import equal_titles
from namelink.tables.lexicon import place_names
from namelink.tables.roots import root
from namelink.tables.short_forms import cut_off, expansions
from namelink.tables.word_forms import base_form
from namelink.tables.words import word_bits

Ways = tuple[tuple[Words, float], ...]

# A phrase's words are not independent: each further one adds less than it would alone.
_FURTHER_WORD = 0.6
_MOST_BITS = 14.0
# A single character has many senses, and stands in many words that have none of them. Shares of
# the dictionary hold the first already; a word that is known is seldom read by its characters.
_LOSS = {1: 3.0}
_INSIDE_BITS = 1.0
_SETTLED_INSIDE_BITS = 2.0
_LEAST_INSIDE = 0.01
# A short form may stand for several words, and the rest of a name may be cut off at any of many.
_SHORT_BITS = 1.0
_CUT_BITS = 2.0
_PLAYFUL_BITS = 1.0
_WAYS_INSIDE = 2
# Words of a phrase with those that belong to no translation (political science and law).
_LONGEST_PHRASE = 7
# Words of one family do not always stand for each other.
_FAMILY_BITS = 1.0
# A character may stand for many words, and mostly stands for itself.
_STANDS_BITS = 4.0
_LEAST_ORG = 0.3
_SILENT: Ways = (((), 0.0),)


class Meaning:
    """The channel of translation."""

    channel = Channel.MEANING

    def cells(self, batch: Batch) -> Cells:
        """Spans whose translation stands in the right name.

        Args:
            batch: the pairs.

        Returns:
            The cells; ``detail`` is 1 for a reviewed translation, 0 for the dictionary's, INSIDE
            for one that is part of a word.
        """
        open_pairs = batch.translatable
        lefts = distinct(batch.left_of[open_pairs], len(batch.left))[0].tolist()
        rights = distinct(batch.right_of[open_pairs], len(batch.right))[0].tolist()
        told = {row: list(_told(batch.left[row])) for row in lefts}
        keys = {key for own in told.values() for _, _, key, *_ in own}
        # Most phrases begin with words that no translation begins with.
        begun = _Begun(keys)
        right = [
            Entry(row=row, key=key, start=start, size=size, bits=bits - loss)
            for row in rights
            for start, size, words, bits in phrases(batch.right[row], begun)
            for key, loss in _families(words)
            if key in keys
        ]
        wanted = {entry.key for entry in right}
        places: dict[Words, list[tuple[int, int, int, float, int]]] = defaultdict(list)
        for row, own in told.items():
            for start, size, key, bits, detail in own:
                places[key].append((row, start, size, bits, detail))

        def left(some: Collection[Hashable]) -> list[Entry]:
            return [
                Entry(row=row, key=key, start=start, size=size, bits=bits, detail=detail)
                for key, own in places.items()
                if key in some
                for row, start, size, bits, detail in own
            ]

        inside = inner_words(batch, keys, left, rights)
        coined = coined_words(batch, keys, left, rights)
        found = join_cells([join(batch, left(wanted), right), inside, coined])
        return join_cells([found.take(open_pairs[found.pair]), equal_titles(batch)])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell: the span and what it means."""
        means = "means_part" if detail == INSIDE else "means"
        return Remark(means, ("".join(char for char, _ in left), right))


def _told(form: Form) -> Iterator[tuple[int, int, Words, float, int]]:
    """What the words of a form mean: start, size, key, bits, and whether it was reviewed."""
    may_be_short = _may_be_short(form)
    runs = spans(form)
    inside = _inside(runs)
    places = [(start, size, word) for start, size, word in runs if word in place_names()]
    settled = [
        (start, start + size) for start, size, word in runs if size > 1 and is_reviewed(word)
    ]
    for start, size, word in runs:
        short, cut = size == 1 and may_be_short, size == 1 and start in inside
        if any(_other_place(word, start, size, place) for place in places):
            continue
        for option, loss in _options(word, short=short, cut=cut):
            for key, bits in _weighed(option.words, option.share, loss):
                yield start, size, key, bits, int(option.reviewed)
        # A part of a known word is read by what is near to it as well as any other, but 学 of 大学
        # is no school: what a reviewed word means is settled.
        if not any(
            begin <= start and start + size <= end and size < end - begin for begin, end in settled
        ):
            for option in associated(word):
                for key, bits in _weighed(option.words, option.share, 0.0):
                    yield start, size, key, bits, 0


def _other_place(word: str, start: int, size: int, place: tuple[int, int, str]) -> bool:
    """Whether a place is a part of another's Chinese name alone: 马里 (Mali) of 索马里 (Somalia).

    几内亚 (Guinea) of 赤道几内亚 (Equatorial Guinea) is part of the English name too.
    """
    begin, length, whole = place
    if not (begin <= start and start + size <= begin + length and size < length):
        return False
    if word not in place_names():
        return False
    own, others = ([set(each.words) for each in translations(one)] for one in (word, whole))
    return not any(name <= other for name in own for other in others)


def _inside(runs: Sequence[tuple[int, int, str]]) -> frozenset[int]:
    """Atoms that stand in a word of several characters that the lexicon knows."""
    return frozenset(
        at
        for start, size, word in runs
        if size > 1 and translations(word)
        for at in range(start, start + size)
    )


@lru_cache(maxsize=50_000)
def _options(word: str, *, short: bool, cut: bool) -> tuple[tuple[Translation, float], ...]:
    """Translations of a word, with what each loses."""
    single = _LOSS.get(len(word), 0.0)
    found = [
        (
            option,
            single + _SETTLED_INSIDE_BITS * cut if option.reviewed else _INSIDE_BITS * cut,
        )
        for option in translations(word)
        if not cut or option.share >= _LEAST_INSIDE
    ]
    if short:
        found += [(option, _STANDS_BITS) for option in short_translations(word)]
    return tuple(found)


@lru_cache(maxsize=100_000)
def _weighed(words: Words, share: float, loss: float) -> tuple[tuple[Words, float], ...]:
    """Keys of a translation, with the bits of each."""
    bits = weight(words, share) - loss
    return tuple((key, max(bits - family, 0.0)) for key, family in _families(words))


def _may_be_short(form: Form) -> bool:
    """Whether characters of a name may stand for words: 中科院, in names of bodies only."""
    return form.kinds[KINDS.index(Kind.ORG)] >= _LEAST_ORG


@lru_cache(maxsize=100_000)
def _families(words: Words) -> tuple[tuple[Words, float], ...]:
    """Stems as they are, and as the roots of their families: commerce beside commercial."""
    roots = tuple(root(word) for word in words)
    return ((words, 0.0),) if roots == words else ((words, 0.0), (roots, _FAMILY_BITS))


def spans(form: Form) -> list[tuple[int, int, str]]:
    """Runs of Han atoms short enough to be a dictionary word.

    Args:
        form: a written name.

    Returns:
        Start, number of atoms, and the text of each run.
    """
    found = []
    for start in range(len(form.keys)):
        for end in range(start + 1, min(start + longest_word(), len(form.keys)) + 1):
            if form.shapes[end - 1] != "han":
                break
            found.append((start, end - start, "".join(form.keys[start:end])))
    return found


class _Begun(dict[Words, bool]):
    """Whether some key begins with words, as they stand or by their families."""

    def __init__(self, keys: Iterable[Words]) -> None:
        super().__init__()
        self._beginnings = {key[:size] for key in keys for size in range(len(key) + 1)}

    def __missing__(self, words: Words) -> bool:
        found = any(own in self._beginnings for own, _ in _families(words))
        self[words] = found
        return found


def phrases(
    form: Form, begun: Mapping[Words, bool] | None = None
) -> list[tuple[int, int, Words, float]]:
    """Runs of a few spelled atoms as phrases, and what each may be short for.

    Args:
        form: a spelled name.
        begun: whether what begins with some stems is wanted at all; None for everything.

    Returns:
        Start, number of atoms, the stems, and what they lose for being guessed, in bits; runs
        never begin or end with an article or preposition, which belong to no translation.
    """
    last = len(form.keys) - 1
    solid = [_touches(form, at) for at in range(last + 2)]
    read = [
        _readings(key, shape == "latin", inside, at == last and form.upper[at])
        for at, (key, shape, inside) in enumerate(
            zip(form.keys, form.shapes, map(or_, solid, solid[1:]), strict=True)
        )
    ]
    ways = [own for own, _ in read]
    return [
        each
        for start, (_, own) in enumerate(read)
        # At most atoms begins nothing that is wanted.
        if solid[start + 1] or begun is None or any(map(begun.__getitem__, own))
        for each in _from(form, start, ways, begun)
    ]


def _from(
    form: Form, start: int, ways: Sequence[Ways], begun: Mapping[Words, bool] | None
) -> Iterator[tuple[int, int, Words, float]]:
    """The phrases that begin at an atom."""
    if form.shapes[start] == "han":
        return
    last = min(start + _LONGEST_PHRASE, len(form.keys))
    solid = start + 1
    while solid < last and form.shapes[solid] != "han" and _touches(form, solid):
        solid += 1
        # A word that was cut into parts may be one all the same: what its first part begins
        # (mill, of millionaire) says nothing of it.
        yield start, solid - start, stems(("".join(form.keys[start:solid]),)), 0.0
    if begun is not None and not any(begun[words[:1]] for words, _ in ways[start]):
        return
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
                found = _longer(found, own[:most], begun)
        found = _longer(found, ways[end - 1][:most], begun)
        if ways[start] and ways[end - 1]:
            for words, bits in found:
                yield start, size, words, bits


def _longer(found: Ways, own: Ways, begun: Mapping[Words, bool] | None) -> Ways:
    """Phrases with one atom more, those that some translation begins with."""
    return tuple(
        [
            (longer, bits + loss)
            for words, bits in found
            for option, loss in own or _SILENT
            for longer in (words + option,)
            if begun is None or begun[longer]
        ]
    )


@lru_cache(maxsize=100_000)
def _readings(key: str, latin: bool, inside: bool, last: bool) -> tuple[Ways, tuple[Words, ...]]:  # noqa: FBT001 - kept by them
    """Stems of an atom, and what they begin with; see `_ways`."""
    ways = _ways(key, latin=latin, inside=inside, last=last)
    return ways, tuple(dict.fromkeys([words[:1] for words, _ in ways]))


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
        return ((plain, 0.0),) if plain else ()
    found = [(plain, 0.0)]
    base = base_form(key)
    if base:
        found.append((stems((base,)), 0.0))
    found += [(stems(full), -_SHORT_BITS) for full in expansions(key, inside=inside)]
    found += [(stems((word,)), -_PLAYFUL_BITS) for word in playful(key)]
    if last:
        found += [(stems(full), -_CUT_BITS) for full in cut_off(key)]
    return tuple(found)


def _touches(form: Form, at: int) -> bool:
    """Whether an atom is written solid with the one before it."""
    return 0 < at < len(form.keys) and form.group[at - 1] == form.group[at]


def weight(words: tuple[str, ...], share: float) -> float:
    """Bits of a translation that was found.

    Args:
        words: stems of the translation.
        share: probability of this rendering.

    Returns:
        log2 of the likelihood ratio, never negative.
    """
    bits = (NUMBER_BITS if word.isdigit() else word_bits(word) for word in words)
    rarest, *further = sorted(bits, reverse=True)
    total = rarest + _FURTHER_WORD * sum(further) + log2(share)
    return min(max(total, 0.0), _MOST_BITS)
