"""Words that are coined of parts of other words: Brunch of breakfast and lunch.

Names of characters, creatures and products are made so. What is looked for is letters that a
meaning of the Chinese name begins or ends with where a coined word begins or ends; meanings of
two Chinese words, one at either end, are its parts.

>>> parts("brunch")
('bru-', 'brun-', '-nch', '-unch')
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

import numpy as np

from namelink.model.batch import KINDS, NO_CELLS, Batch, Cells, join_cells, make_cells
from namelink.model.kinds import Kind
from namelink.readings.engines import pinyin_readings
from namelink.readings.expand import repeat_by
from namelink.readings.inner_words import LETTERS, whole_words
from namelink.readings.joins import Entry, join
from namelink.readings.told import Told
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
# Stands for the rest of a word: a part is written bru- at its head and -unch at its end.
_REST = "-"


def coined_words(batch: Batch, told: Told, words: Iterable[tuple[int, int, int, str]]) -> Cells:
    """Meanings of Chinese words that stand in parts at the ends of a coined word.

    Args:
        batch: the pairs.
        told: what the words of the left forms mean.
        words: row, first atom, number of atoms and letters of the words to look at.

    Returns:
        The cells of pairs of works; each takes the whole English word.
    """
    works = batch.kind_of == _WORK
    if not works.any():
        return NO_CELLS
    open_rights = set(batch.right_of[works].tolist())
    words = [each for each in words if each[0] in open_rights and is_coined(each[3])]
    if not words:
        return NO_CELLS
    open_lefts = set(batch.left_of[works].tolist())
    mine = [each for each in _parted(told, words) if each.row in open_lefts]
    wanted = {each.key for each in mine}
    theirs = [
        Entry(row, part, at * LETTERS + _cut(word, part), size, 0.0)
        for row, at, size, word in words
        for part in parts(word)
        if part in wanted
    ]
    ends = join(batch, mine, theirs)
    if not len(ends):
        return NO_CELLS
    heads, tails = ends.take(ends.detail == 0), ends.take(ends.detail == 1)
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


def _is_end(part: str) -> bool:
    return part.startswith(_REST)


def _cut(word: str, part: str) -> int:
    """Letters of a word before the cut that parts some from the rest."""
    size = len(part) - len(_REST)
    return len(word) - size if _is_end(part) else size


def _sounds(
    batch: Batch, lefts: AbstractSet[int], words: Sequence[tuple[int, int, int, str]]
) -> tuple[Cells, Cells]:
    """Characters whose syllable a word begins with, and those whose syllable it ends with."""
    theirs = [
        Entry(row, part, at * LETTERS + _cut(word, part), size, 0.0)
        for row, at, size, word in words
        for part in _syllables(word)
    ]
    heard = {str(entry.key) for entry in theirs}
    if not heard:
        return NO_CELLS, NO_CELLS
    mine = [
        Entry(row, part, at, 1, _SYLLABLE, detail)
        for row in sorted(lefts)
        for at, key in enumerate(batch.left[row].keys)
        if batch.left[row].shapes[at] == "han"
        for syllable, _ in pinyin_readings(key)[:1]
        for detail, part in enumerate((syllable + _REST, _REST + syllable))
        if part in heard
    ]
    cells = join(batch, mine, theirs)
    return cells.take(cells.detail == 0), cells.take(cells.detail == 1)


def _parted(told: Told, words: Iterable[tuple[int, int, int, str]]) -> Iterator[Entry]:
    """Parts of meanings that some word wants, as entries whose detail is 1 for ends.

    A part tells no more than the whole word would: China is in many names.
    """
    by_right: defaultdict[int, set[str]] = defaultdict(set)
    for row, _, _, word in words:
        by_right[row].update(parts(word))
    found = _wanted_parts(told.keys, set().union(*by_right.values()))
    for row, start, size, own, some in told.asked(by_right):
        for key, most in own.items():
            ways = found.get(key)
            if ways is None or ways.keys().isdisjoint(some):
                continue
            share = _SHARE * max(most - word_bits(key), _LEAST_SHARE)
            for part, bits in ways.items():
                tells = min(bits + share, most)
                if part in some and tells > _LEAST_PART:
                    yield Entry(row, part, start, size, tells, _is_end(part))


def _wanted_parts(keys: Iterable[str], wanted: AbstractSet[str]) -> dict[str, dict[str, float]]:
    """Parts that are wanted of each meaning of one word, with their bits."""
    begun = {part.lstrip(_REST)[:_SHORTEST] for part in wanted}
    ended = {part[-_SHORTEST:] for part in wanted if _is_end(part)}
    found: dict[str, dict[str, float]] = {}
    for key in keys:
        if key[:_SHORTEST] in begun or key[-_SHORTEST:] in ended:
            own = {part: bits for part, bits in _parts_of(key).items() if part in wanted}
            if own:
                found[key] = own
    return found


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
def parts(word: str) -> tuple[str, ...]:
    """Letters that a word begins with, and that it or its stem ends with.

    Args:
        word: folded letters.

    Returns:
        The letters, with a hyphen for the rest of the word.
    """
    found = [word[:size] + _REST for size in range(_SHORTEST, len(word) - 1)]
    for each in dict.fromkeys((word, stem(word))):
        found += [_REST + each[-size:] for size in range(_SHORTEST, len(each) - 1)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def _syllables(word: str) -> tuple[str, ...]:
    """Syllables of pinyin that a word begins with, or ends with: mi of Redmi; as `parts`."""
    sizes = range(_LEAST_REST, min(len(word) - _SHORTEST, _LONGEST_SYLLABLE) + 1)
    found = []
    for size in sizes:
        found += [word[:size] + _REST] if word[:size] in _pinyin() else []
        found += [_REST + word[-size:]] if word[-size:] in _pinyin() else []
    return tuple(found)


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(form for forms in spellings_of(_SYSTEM).values() for form in forms)


@lru_cache(maxsize=100_000)
def _parts_of(word: str) -> dict[str, float]:
    """Parts of a meaning that may stand at an end of a coined word, with their bits."""
    found: dict[str, float] = {}
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return found
    for size in {*range(_SHORTEST, min(len(word), _MOST_PARTED + 1)), len(word)}:
        base = _BITS + _LETTERS.get(size, _MORE_LETTERS)
        if size == len(word):
            found[word + _REST] = base + _WHOLE
            found[_REST + word] = base + _WHOLE + _WHOLE_END
            continue
        found[word[:size] + _REST] = base
        for letters, bits in ((word[-size:], base + _END), (word[:size], base + _BEGINS_END)):
            found[_REST + letters] = max(found.get(_REST + letters, 0.0), bits)
    return found


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
