"""Chinese words translated by meaning: a left span and the English words that say the same.

Every substring of a left name that a dictionary knows proposes its translations; a run of one to
three right atoms that holds the same stems is a cell. No segmentation is chosen beforehand:
spans compete in scoring.

The weight is log2 of P(words | span) / P(words): the share of the translation over how often the
words stand in names at all. Words that most names hold (company, limited) tell little.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log2

from namelink.model.batch import KINDS, Batch, Cells, Form, join_cells
from namelink.model.kinds import Channel, Kind
from namelink.model.remark import Remark
from namelink.readings.coined import coined_words
from namelink.readings.counted import NUMBER_BITS
from namelink.readings.inner_words import INSIDE, inner_words
from namelink.readings.joins import Entry, join
from namelink.readings.lexicon import (
    associated,
    is_reviewed,
    longest_word,
    reviewed_shares,
    shares,
    short_translations,
)
from namelink.readings.phrases import Begun, families, phrases, solid_words
from namelink.readings.titles import equal_titles
from namelink.readings.told import Meant, Told
from namelink.tables.lexicon import place_names
from namelink.tables.words import word_bits

# A phrase's words are not independent: each further one adds less than it would alone.
_FURTHER_WORD = 0.6
_MOST_BITS = 14.0
# A single character has many senses, and stands in many words that have none of them. Shares of
# the dictionary hold the first already; a word that is known is seldom read by its characters.
_LOSS = {1: 3.0}
_INSIDE_BITS = 1.0
_SETTLED_INSIDE_BITS = 2.0
_LEAST_INSIDE = 0.01
# A character may stand for many words, and mostly stands for itself.
_STANDS_BITS = 4.0
_LEAST_ORG = 0.3


class Meaning:
    """The channel of translation."""

    channel = Channel.MEANING

    def cells(self, batch: Batch) -> Cells:
        """Spans whose translation stands in the right name.

        Args:
            batch: the pairs.

        Returns:
            The cells; ``detail`` is INSIDE for a translation that is part of a word.
        """
        open_pairs = batch.translatable
        left_of, right_of = batch.left_of[open_pairs].tolist(), batch.right_of[open_pairs].tolist()
        told = Told(
            {row: list(_told(batch.left[row])) for row in sorted(set(left_of))},
            zip(left_of, right_of, strict=True),
        )
        rights = sorted(set(right_of))
        if not told.keys:
            return equal_titles(batch)
        # Most phrases begin with words that no translation begins with.
        begun = Begun(told.keys)
        right = [
            Entry(row, key, start, size, bits - loss)
            for row in rights
            for start, size, words, bits in phrases(batch.right[row], begun)
            for key, loss in families(words)
            if key in told.keys
        ]
        words = [(row, *each) for row in rights for each in solid_words(batch.right[row])]
        inside, coined = inner_words(batch, told, words), coined_words(batch, told, words)
        found = join_cells([join(batch, told.met(right), right), inside, coined])
        return join_cells([found.take(open_pairs[found.pair]), equal_titles(batch)])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell: the span and what it means."""
        means = "means_part" if detail == INSIDE else "means"
        return Remark(means, ("".join(char for char, _ in left), right))


def _told(form: Form) -> Iterator[tuple[int, int, Meant]]:
    """What the words of a form mean: start, size, and phrases with the bits of each."""
    runs = [run for run in spans(form) if _is_told(run[2])]
    if not runs:
        return
    may_be_short = _may_be_short(form)
    longer = [run for run in runs if run[1] > 1]
    # Atoms of words of several characters that the lexicon knows.
    inside = {
        at for start, size, word in longer if shares(word) for at in range(start, start + size)
    }
    places = [(start, size, word) for start, size, word in longer if word in place_names()]
    settled = [(start, start + size) for start, size, word in longer if is_reviewed(word)]
    for start, size, word in runs:
        if places and any(_other_place(word, start, size, place) for place in places):
            continue
        # A part of a known word is read by what is near to it as well as any other, but 学 of 大学
        # is no school: what a reviewed word means is settled.
        near = True
        for begin, end in settled:
            if begin <= start and start + size <= end and size < end - begin:
                near = False
                break
        single = size == 1
        for meant in _meant(word, single and may_be_short, single and start in inside, near):
            yield start, size, meant


@lru_cache(maxsize=20_000)
def _is_told(word: str) -> bool:
    """Whether a word may mean anything; a character may be short for others."""
    return len(word) == 1 or bool(shares(word) or is_reviewed(word) or associated(word))


@lru_cache(maxsize=100_000)
def _meant(word: str, short: bool, cut: bool, near: bool) -> tuple[Meant, ...]:  # noqa: FBT001 - kept by them
    """Phrases that a word may mean, with the bits of each.

    Args:
        word: simplified characters.
        short: whether a character may be short for words.
        cut: whether it is part of a known word.
        near: whether words that are only near to it tell anything.

    Returns:
        What is meant in one way, then what is so in a second: as another word's family, or near.
    """
    found: list[Meant] = []
    for words, bits in _weighed(word, short=short, cut=cut, near=near):
        for key, family in families(words):
            way = next((way for way in found if key not in way), None)
            if way is None:
                way = {}
                found.append(way)
            way[key] = max(bits - family, 0.0)
    return tuple(found)


def _weighed(word: str, *, short: bool, cut: bool, near: bool) -> Iterator[tuple[str, float]]:
    """As `_meant`, phrases as they stand."""
    single = _LOSS.get(len(word), 0.0)
    reviewed = reviewed_shares(word) if is_reviewed(word) else {}
    for words, share in shares(word).items():
        if not cut or share >= _LEAST_INSIDE:
            settled = words in reviewed
            loss = single + _SETTLED_INSIDE_BITS * cut if settled else _INSIDE_BITS * cut
            yield words, weight(words, share) - loss
    for option in short_translations(word) if short else ():
        words = " ".join(option.words)
        yield words, weight(words, option.share) - _STANDS_BITS
    for option in associated(word) if near else ():
        yield option.words[0], weight(option.words[0], option.share)


def _other_place(word: str, start: int, size: int, place: tuple[int, int, str]) -> bool:
    """Whether a place is a part of another's Chinese name alone: 马里 (Mali) of 索马里 (Somalia).

    几内亚 (Guinea) of 赤道几内亚 (Equatorial Guinea) is part of the English name too.
    """
    begin, length, whole = place
    if not (begin <= start and start + size <= begin + length and size < length):
        return False
    if word not in place_names():
        return False
    own, others = ([set(each.split(" ")) for each in shares(one)] for one in (word, whole))
    return not any(name <= other for name in own for other in others)


def _may_be_short(form: Form) -> bool:
    """Whether characters of a name may stand for words: 中科院, in names of bodies only."""
    return form.kinds[KINDS.index(Kind.ORG)] >= _LEAST_ORG


def spans(form: Form) -> list[tuple[int, int, str]]:
    """Runs of Han atoms short enough to be a dictionary word.

    Args:
        form: a written name.

    Returns:
        Start, number of atoms, and the text of each run.
    """
    keys, shapes, longest = form.keys, form.shapes, longest_word()
    found = []
    for start in range(len(keys)):
        word = ""
        for end in range(start, min(start + longest, len(keys))):
            if shapes[end] != "han":
                break
            word += keys[end]
            found.append((start, end - start + 1, word))
    return found


def weight(words: str, share: float) -> float:
    """Bits of a translation that was found.

    Args:
        words: stems of the translation, with a space between.
        share: probability of this rendering.

    Returns:
        log2 of the likelihood ratio, never negative.
    """
    if " " in words:
        rarest, *further = sorted(map(_bits, words.split(" ")), reverse=True)
        total = rarest + _FURTHER_WORD * sum(further) + log2(share)
    else:
        total = _bits(words) + log2(share)
    return min(max(total, 0.0), _MOST_BITS)


def _bits(word: str) -> float:
    return NUMBER_BITS if word.isdigit() else word_bits(word)
