"""Words that are coined of parts of other words: Brunch of breakfast and lunch.

Names of characters, creatures and products are made so. What is looked for is letters that a
meaning of the Chinese name begins or ends with where a coined word begins or ends; meanings of
two Chinese words, one at either end, are its parts.

>>> sorted(parts("brunch"))[:2]
[(False, 'bru'), (False, 'brun')]
"""

from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import groupby

import numpy as np

from namelink.model.batch import KINDS, NO_CELLS, Batch, Cells, Form, join_cells, make_cells
from namelink.model.kinds import Kind
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import repeat_by
from namelink.readings.inner_words import LETTERS, whole_words
from namelink.readings.joins import Entry, join
from namelink.tables.lexicon import english_words
from namelink.tables.syllables import segmentations, spellings_of
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem, word_bits

_SHORTEST = 3
_SHORTEST_WORD = 5
_LEAST_REST = 2
_SYSTEM = "pinyin"
_WORK = KINDS.index(Kind.WORK)
# How much oftener than by chance a part is found, counted on the titles and characters of the
# fit against 20 draws of other names: by the letters that agree, whether they are the whole word,
# where they stand, and how likely the meaning is (log2 of its share). Three bits are off: what
# takes a word saves the cost of leaving it over as well, and one part in five is there by chance.
_BITS = 0.94
_END = -0.91
_BEGINS_END = -0.19
_WHOLE = 0.46
_WHOLE_END = -0.08
_LETTERS = {3: 0.0, 4: 1.99}
_MORE_LETTERS = 2.52
_SHARE = 0.38
_LEAST_SHARE = -8.0
_MOST_PARTED = 5
# A word that two meanings have parts of is theirs; a character between them is left out.
_BOTH = 3.0
_BETWEEN = 2.0
_MOST_BETWEEN = 1
# A part that is heard, beside one that is meant.
_SYLLABLE = 4.0
_LONGEST_SYLLABLE = 6
_MOST_BITS = 14.0
# What tells less is not looked at, even beside another part.
_LEAST_PART = -1.0
# Whether letters stand at the end of a word, and the letters.
Part = tuple[bool, str]


def coined_words(
    batch: Batch,
    keys: Iterable[tuple[str, ...]],
    left: Callable[[Collection[Hashable]], Sequence[Entry]],
    rights: Iterable[int],
) -> Cells:
    """Meanings of Chinese words that stand in parts at the ends of a coined word.

    Args:
        batch: the pairs.
        keys: phrases of stems, all that words of the left forms mean.
        left: gives what the words of the left forms mean, under some of those.
        rights: the right forms to look at.

    Returns:
        The cells of pairs of works; each takes the whole English word.
    """
    works = batch.kind_of == _WORK
    open_rights = set(batch.right_of[works].tolist())
    words = [
        (row, at, size, word)
        for row in rights
        if row in open_rights
        for at, size, word in _coined(batch.right[row])
    ]
    wanted = {part for *_, word in words for part in parts(word)}
    if not wanted:
        return NO_CELLS
    open_lefts = set(batch.left_of[works].tolist())
    found_parts = _wanted_parts(keys, wanted)
    meant = (entry for entry in left(found_parts) if entry.row in open_lefts)
    mine = list(_told(meant, found_parts))
    heads, tails = (
        join(
            batch,
            [entry for end, entry in mine if end is side],
            [
                Entry(row, letters, at * LETTERS + _cut(word, letters, end=end), size, 0.0)
                for row, at, size, word in words
                for end, letters in parts(word)
                if end is side
            ],
        )
        for side in (False, True)
    )
    before, behind = _sounds(batch, open_lefts, words)
    found = join_cells(
        [
            heads,
            tails,
            _both(heads, tails),
            _both(heads, behind, filled=True),
            _both(before, tails, filled=True),
        ]
    )
    found = found.take((found.bits > 0) & works[found.pair])
    return whole_words(found, np.minimum(found.bits, _MOST_BITS))


def _cut(word: str, letters: str, *, end: bool) -> int:
    """Letters of a word before the cut that parts some from the rest."""
    return len(word) - len(letters) if end else len(letters)


def _sounds(
    batch: Batch, lefts: AbstractSet[int], words: Sequence[tuple[int, int, int, str]]
) -> tuple[Cells, Cells]:
    """Characters whose syllable a word begins with, and those whose syllable it ends with."""
    theirs = [
        (end, Entry(row, letters, at * LETTERS + _cut(word, letters, end=end), size, 0.0))
        for row, at, size, word in words
        for end, letters in _syllables(word)
    ]
    if not theirs:
        return NO_CELLS, NO_CELLS
    mine = [
        Entry(row, syllable, at, 1, _SYLLABLE)
        for row in sorted(lefts)
        for at, key in enumerate(batch.left[row].keys)
        if batch.left[row].shapes[at] == "han"
        for syllable, _ in pinyin_readings(key)[:1]
    ]
    before, behind = (
        join(batch, mine, [entry for end, entry in theirs if end is side])
        for side in (False, True)
    )
    return before, behind


def _wanted_parts(
    keys: Iterable[tuple[str, ...]], wanted: AbstractSet[Part]
) -> dict[Hashable, list[tuple[Part, float]]]:
    """Parts that are wanted of each meaning of one word, with their bits."""
    begun = {letters[:_SHORTEST] for _, letters in wanted}
    ended = {letters[-_SHORTEST:] for end, letters in wanted if end}
    found: dict[Hashable, list[tuple[Part, float]]] = {}
    for key in keys:
        if len(key) == 1 and (key[0][:_SHORTEST] in begun or key[0][-_SHORTEST:] in ended):
            own = [each for each in _parts_of(key[0]) if each[0] in wanted]
            if own:
                found[key] = own
    return found


def _told(
    meant: Iterable[Entry], found: Mapping[Hashable, Sequence[tuple[Part, float]]]
) -> Iterator[tuple[bool, Entry]]:
    """Parts of meanings that are wanted: whether they are ends, and the letters as entries.

    A part tells no more than the whole word would: China is in many names.
    """
    for entry in meant:
        if isinstance(entry.key, tuple):
            share = _SHARE * max(entry.bits - word_bits(entry.key[0]), _LEAST_SHARE)
            for (end, letters), bits in found[entry.key]:
                told = min(bits + share, entry.bits)
                if told > _LEAST_PART:
                    yield end, entry._replace(key=letters, bits=told)


def _both(heads: Cells, tails: Cells, *, filled: bool = False) -> Cells:
    """Words with a part at either end, of words that stand side by side.

    Args:
        heads: cells of what words begin with.
        tails: cells of what they end with.
        filled: whether the two stand in one order in both names and leave no letter.

    Returns:
        The cells.
    """
    if not len(heads) or not len(tails):
        return NO_CELLS
    tails = tails.take(np.argsort(tails.pair, kind="stable"))
    begin = np.searchsorted(tails.pair, heads.pair, side="left")
    one, inside = repeat_by(np.searchsorted(tails.pair, heads.pair, side="right") - begin)
    heads, tails = heads.take(one), tails.take(begin[one] + inside)
    first = np.minimum(heads.left_start, tails.left_start)
    last = np.maximum(heads.left_start + heads.left_size, tails.left_start + tails.left_size)
    between = last - first - heads.left_size - tails.left_size
    beside = (between >= 0) & (between <= _MOST_BETWEEN)
    if filled:
        beside &= (heads.right_start == tails.right_start) & (between == 0)
        beside &= heads.left_start < tails.left_start
    else:
        beside &= heads.right_start // LETTERS == tails.right_start // LETTERS
    heads, tails = heads.take(beside), tails.take(beside)
    first, last, between = first[beside], last[beside], between[beside]
    return make_cells(
        heads.pair,
        (first, last - first),
        (heads.right_start, heads.right_size),
        heads.bits + tails.bits + _BOTH - _BETWEEN * between,
    )


def _coined(form: Form) -> Iterator[tuple[int, int, str]]:
    """First atom, number of atoms and letters of each Latin word that no table holds."""
    for _, atoms in groupby(range(len(form.keys)), key=form.group.__getitem__):
        run = list(atoms)
        if all(form.shapes[at] == "latin" for at in run):
            word = "".join(form.keys[at] for at in run)
            if is_coined(word):
                yield run[0], len(run), word


@lru_cache(maxsize=100_000)
def is_coined(word: str) -> bool:
    """Whether a word may be coined of others: long enough, in no table, and no pinyin.

    >>> is_coined("brunchlet"), is_coined("breakfast")
    (True, False)

    Args:
        word: folded letters.
    """
    if not (_SHORTEST_WORD <= len(word) < LETTERS and word.isascii()):
        return False
    # Changsha is Chinese, and has nothing of Shanghai.
    known = synonyms(stem(word)) or word in english_words() or segmentations(word, _SYSTEM)
    return not known


@lru_cache(maxsize=20_000)
def parts(word: str) -> tuple[Part, ...]:
    """Letters that a word begins with, and that it or its stem ends with.

    Args:
        word: folded letters.

    Returns:
        Whether they are its end, and the letters.
    """
    found = [(False, word[:size]) for size in range(_SHORTEST, len(word) - 1)]
    for each in dict.fromkeys((word, stem(word))):
        found += [(True, each[-size:]) for size in range(_SHORTEST, len(each) - 1)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def _syllables(word: str) -> tuple[Part, ...]:
    """Syllables of pinyin that a word begins with, or ends with: mi of Redmi."""
    sizes = range(_LEAST_REST, min(len(word) - _SHORTEST, _LONGEST_SYLLABLE) + 1)
    found = [
        (end, word[-size:] if end else word[:size]) for size in sizes for end in (False, True)
    ]
    return tuple(part for part in found if part[1] in _pinyin())


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(form for forms in spellings_of(_SYSTEM).values() for form in forms)


@lru_cache(maxsize=100_000)
def _parts_of(word: str) -> tuple[tuple[Part, float], ...]:
    """Parts of a meaning that may stand at an end of a coined word, with their bits."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return ()
    found: dict[Part, float] = {}
    for size in {*range(_SHORTEST, min(len(word), _MOST_PARTED + 1)), len(word)}:
        base = _BITS + _LETTERS.get(size, _MORE_LETTERS)
        if size == len(word):
            found[False, word] = base + _WHOLE
            found[True, word] = base + _WHOLE + _WHOLE_END
            continue
        found[False, word[:size]] = base
        for letters, bits in ((word[-size:], base + _END), (word[:size], base + _BEGINS_END)):
            found[True, letters] = max(found.get((True, letters), 0.0), bits)
    return tuple(found.items())


@lru_cache(maxsize=20_000)
def words_inside(word: str) -> tuple[str, ...]:
    """Stems of words of tables that a coined word begins or ends with.

    Args:
        word: folded letters.

    Returns:
        Stems; empty for a word that is not coined.
    """
    if not is_coined(word):
        return ()
    found = (
        stem(part)
        for cut in range(_LEAST_REST, len(word) - _LEAST_REST + 1)
        for part in (word[:cut], word[cut:])
        if len(part) > _SHORTEST
        and (synonyms(stem(part)) or part in english_words() or stem(part) in english_words())
    )
    return tuple(dict.fromkeys(found))
