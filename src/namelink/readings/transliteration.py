"""Foreign names written in Chinese by sound, through the learned chunk table.

A Latin unit is explained by a span of characters, each emitting a chunk of letters. The weight is
a log-likelihood ratio: the best such explanation against a background model of letters.

`namelink.readings.sounding` searches the spans.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Form, Ints, join_cells
from namelink.model.kinds import Channel, Kind, Role
from namelink.model.remark import Remark
from namelink.model.side import distinct, running, span_sum
from namelink.readings.chosen import CHOSEN, chosen_names
from namelink.readings.elements import cuts_element
from namelink.readings.expand import Items, items_like, items_of, person_doubt
from namelink.readings.foreign_sounds import MUTE, TRANSLATED, ForeignSounds
from namelink.readings.japanese import is_romaji
from namelink.readings.misspelled import misspelled
from namelink.readings.noise import LEAST_BITS, least_bits
from namelink.readings.rivals import OUTDONE, rival_bits, rivals
from namelink.readings.short_names import (
    called,
    first_short,
    spelled_out,
    stands_for,
    whole_parts,
)
from namelink.readings.sounding import spans
from namelink.tables.chinese_places import place_spellings
from namelink.tables.latin_names import chinese_odds, ground_bits, is_chinese_person, is_spelled
from namelink.tables.names import LONGEST_PERSON, full_names
from namelink.tables.origin import SURELY_JAPANESE, chinese_bits, japanese_bits
from namelink.tables.syllables import segmentations

# Longer units than this are no single foreign name; joined units must not be longer either.
_MOST_LETTERS = 20
_VOWELS = frozenset("aeiouy")
# Joined units stand for names written apart in Latin and as one in Chinese (Los Angeles); with
# many words, a joined unit is nearly always an accident, and costs time.
_JOINED_WORDS = 5
_WHOLE_NAME = 2
# Latin words that one Chinese word stands for are rare enough to cost this for each joint.
_JOINT_BITS = 3.5
# As much that a short form stands in Chinese by its full name.
_SHORT_BITS = 3.0
# Names that seem most Chinese are a few times foreigners' chosen ones.
_MOST_ORIGIN = 20.0
_ROUNDING = 0.01
# Nine in ten single characters of companies' names that sound like a word do so by chance.
_MOST_SINGLE = 8.0


class Transliteration:
    """The channel of foreign names by sound."""

    channel = Channel.TRANSLITERATION

    def cells(self, batch: Batch) -> Cells:
        """Spans that explain a whole unit better than the letter background does.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        wanted = np.array(
            [_worth_trying(unit.letters, unit.shape) for unit in batch.units], dtype=bool
        )
        items = items_of(batch, wanted)
        items = items.take(_sounding(batch, items) & ~_never(batch, items))
        chosen = chosen_names(batch, ForeignSounds())
        if not len(items.pair):
            return chosen
        chinese, spelled = _chinese(batch), _spelled_odds(batch)
        doubt = chinese[items.pair] + _spelled(batch, items, spelled)
        letters = [unit.letters for unit in batch.units]
        short, full, detail = spelled_out(batch, items, letters)
        own = np.zeros_like(items.unit)
        if len(short):
            every = np.concatenate([np.arange(len(own)), short])
            items = replace(items.take(every), unit=np.concatenate([items.unit, full]))
            doubt, own = doubt[every], np.concatenate([own, detail])
        keep = _hopeful(items, doubt, letters)
        cells = spans(batch, items.take(keep), ForeignSounds(), letters, own[keep], LEAST_BITS)
        if not len(cells):
            return chosen
        loss = np.where(cells.detail > 0, _SHORT_BITS, _JOINT_BITS * _gaps(batch, cells))
        cells = replace(cells, bits=(cells.bits - loss).astype(np.float32))
        whole = (cells.bits >= LEAST_BITS) & whole_parts(batch, cells)
        cells = cells.take((cells.detail == 0) | whole)
        cells = cells.take(_as_many_syllables(batch, cells))
        cells = cells.take(~_half_foreign(batch, cells) & ~cuts_element(batch, cells))
        paid = (
            _unlikely_foreign(batch, cells)
            + chinese[cells.pair]
            + _spelled(batch, items_like(cells), spelled)
        )
        single = (cells.left_size == 1) & (batch.kind_of[cells.pair] == KINDS.index(Kind.ORG))
        bits = np.minimum(cells.bits, np.where(single, _MOST_SINGLE, np.inf)) - paid
        kept = bits >= least_bits(batch, cells)
        kept[kept] = ~misspelled(batch, cells.take(kept))
        loss, told = rival_bits(batch, cells, kept)
        cells = replace(cells, bits=bits - loss, detail=np.where(told, OUTDONE, cells.detail))
        return join_cells([cells.take(kept), chosen])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell: the span and the letters that it sounds like."""
        chars = "".join(char for char, _ in left)
        if detail > 0:
            name = stands_for(right)[detail - 1]
            if detail > len(called(right)):
                return Remark("adjective_of", (chars, name, right))
            return Remark(
                "short_for" if name in full_names(right) else "long_for", (chars, name, right)
            )
        if detail == OUTDONE:
            return Remark("fits_better", (chars, right, rivals(chars).best(right)))
        if detail == CHOSEN:
            return Remark("follows_loosely", (chars, right))
        return Remark("sounds_like", (chars, right))


def _hopeful(items: Items, doubt: Floats, letters: Sequence[str]) -> Flags:
    """Whether a span of each item could tell enough.

    It never tells more than the letters take, less what speaks against hearing the pair's names.
    """
    units, unit = distinct(items.unit, len(letters))
    ground = np.array([ground_bits(letters[at]) for at in units.tolist()])
    found: Flags = ground[unit] - doubt > LEAST_BITS - _ROUNDING
    return found


def _gaps(batch: Batch, cells: Cells) -> Ints:
    """Spaces inside the Latin words of each cell; parts of a run-together word have none."""
    group = batch.theirs.group
    right, last = batch.right_of[cells.pair], cells.right_start + cells.right_size - 1
    found: Ints = group[right, last] - group[right, cells.right_start]
    return found


def _as_many_syllables(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell of a Chinese person's name has a character a syllable.

    "Zeming" may sound like all of 吴泽明 to the letter, but two syllables are two characters. What
    is rather a foreigner's name may well have a surname and fall into syllables (席丹 Zidane).
    """
    theirs, left, right = batch.theirs, batch.left_of[cells.pair], batch.right_of[cells.pair]
    lengths = theirs.spread([_lengths(key) for key in theirs.keys], np.int64)
    here = lengths[right, cells.right_start]
    fine: Flags = (here >> cells.left_size) & 1 == 1
    fine |= (batch.mine.surname == 0)[left] | (cells.right_size > 1) | (here == 0)
    if not fine.all():
        latin = theirs.spread([chinese_odds((key,)) for key in theirs.keys], np.float64)
        fine |= _headed_odds(batch)[left] + latin[right, cells.right_start] <= 0
    return fine


def _never(batch: Batch, items: Items) -> Flags:
    """Whether no span can be heard as an item's words.

    Syllables of a Chinese person's name that are written apart (Tsang King-chung) are not one
    foreign word, and a Japanese name is not half read and half a foreign sound; a brand may well
    look like one.
    """
    left, right = batch.left_of[items.pair], batch.right_of[items.pair]
    theirs = batch.theirs
    joined = (batch.mine.surname > 0)[left] & (items.size > 1)
    if joined.any():
        other = running(theirs.spread([not is_spelled(key) for key in theirs.keys], bool))
        joined &= span_sum(other, right, items.start, items.size) == 0
    kind = batch.kind_of[items.pair]
    read = kind == KINDS.index(Kind.PERSON)
    read |= (kind == KINDS.index(Kind.PLACE)) & _headed(batch)[left]
    found: Flags = joined | (read & _japanese(batch)[left] & _romaji(batch)[right])
    return found


def _japanese(batch: Batch) -> Flags:
    said = ("".join(form.keys) for form in batch.left)
    return np.array([japanese_bits(chars) > SURELY_JAPANESE for chars in said], dtype=bool)


def _romaji(batch: Batch) -> Flags:
    """Whether all words of each right form could be Japanese ones."""
    theirs = batch.theirs
    other = theirs.spread([not is_romaji(key) for key in theirs.keys], bool)
    found: Flags = ~np.any(other, axis=1)
    return found


def _chinese(batch: Batch) -> Floats:
    """Bits against reading the name of a Chinese person as foreign words, a pair.

    Keung sounds like 權 and Qinglin like 庆龄, but in the whole name of a person who has a Chinese
    surname they are syllables, and those are others. 普京 may be a Chinese person and so may
    Putin; but Eisenhower hardly is one.
    """
    headed = batch.mine.surname > 0
    if not headed.any():
        return np.zeros(len(batch.left_of), dtype=np.float32)
    whole = np.array([is_chinese_person(form.keys) for form in batch.right], dtype=bool)
    latin = np.zeros(len(whole), dtype=np.float64)
    latin[whole] = [_latin_odds(batch.right[row]) for row in np.flatnonzero(whole).tolist()]
    odds = latin[batch.right_of] + _headed_odds(batch)[batch.left_of]
    odds *= headed[batch.left_of] & whole[batch.right_of]
    found: Floats = np.maximum(odds, 0.0).astype(np.float32)
    return found


def _spelled_odds(batch: Batch) -> Floats:
    """Weight of each right atom of bodies for a Chinese spelling, shape (right forms, atoms)."""
    theirs = batch.theirs
    if not (batch.kind_of == KINDS.index(Kind.ORG)).any():
        return np.zeros(theirs.key.shape, dtype=np.float32)
    found: Floats = theirs.spread(list(map(_word_odds, theirs.keys)), np.float32)
    return found * theirs.of_shape("latin")


@lru_cache(maxsize=50_000)
def _word_odds(word: str) -> float:
    return min(max(chinese_odds((word,)), 0.0), _MOST_ORIGIN)


def _spelled(batch: Batch, items: Items, odds: Floats) -> Floats:
    """Bits against hearing a foreign word where a body's own name is spelled in Chinese.

    大华 may sound like Dahe, but Dahe is spelled like a Chinese name, and is another one.
    """
    org = batch.kind_of[items.pair] == KINDS.index(Kind.ORG)
    here = odds[batch.right_of[items.pair], items.start]
    found: Floats = np.where(org & (items.size == 1), here, 0.0).astype(np.float32)
    return found


def _half_foreign(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell would read a part of a name as a foreign word that hardly can be one.

    An English given name beside Chinese syllables is chosen, not written by sound; and a part of a
    foreign person's name is hardly ever a single character, unless a dot parts it off (乔·拜登).
    """
    person = batch.kind_of[cells.pair] == KINDS.index(Kind.PERSON)
    single: Flags = person & (cells.left_size == 1)
    if not single.any():
        return single
    named = (batch.mine.surname > 0) | _japanese(batch)
    several = batch.theirs.size >= _WHOLE_NAME
    apart = np.array([len(set(form.group)) > 1 for form in batch.left], dtype=bool)
    left, right = batch.left_of[cells.pair], batch.right_of[cells.pair]
    found: Flags = single & named[left] & several[right] & ~apart[left]
    return found


def _headed_odds(batch: Batch) -> Floats:
    """Weight of each left form with a surname for a Chinese name, within bounds; 0 of others."""
    odds = np.zeros(len(batch.left), dtype=np.float64)
    for row in np.flatnonzero(batch.mine.surname).tolist():
        form = batch.left[row]
        odds[row] = chinese_bits("".join(form.keys[_head(form) :][:LONGEST_PERSON]))
    return np.clip(odds, -_MOST_ORIGIN, _MOST_ORIGIN)


def _latin_odds(form: Form) -> float:
    """Weight of the spelling for a Chinese name against a foreign one, within bounds."""
    return min(max(chinese_odds(form.keys), -_MOST_ORIGIN), _MOST_ORIGIN)


def _unlikely_foreign(batch: Batch, cells: Cells) -> Floats:
    """Bits that the characters of a Chinese person's name speak against each cell.

    沈志勤 may sound like a foreign name, but none is written so. What a cell takes of the name
    counts, if the surname is in it; a given name alone may well echo an English one.
    """
    own = np.array([_origin(form) for form in batch.left], dtype=np.float32)
    head = np.array([_head(form) for form in batch.left], dtype=np.int32)
    counts = cells.left_start <= head[batch.left_of[cells.pair]]
    return person_doubt(batch, cells, own) * counts


def _head(form: Form) -> int:
    """First atom of the surname."""
    return next((at for at, said in enumerate(form.surname) if said), 0)


def _origin(form: Form) -> float:
    """Weight for a Chinese name against a foreign one, where it is positive."""
    if not any(form.surname):
        return 0.0
    return min(max(chinese_bits("".join(form.keys[_head(form) :])), 0.0), _MOST_ORIGIN)


@lru_cache(maxsize=50_000)
def _lengths(letters: str) -> int:
    """Numbers of Chinese syllables that a spelling can be cut into, as bits."""
    bits = 0
    for cut in segmentations(letters, "pinyin"):
        bits |= 1 << len(cut)
    return bits


def _sounding(batch: Batch, items: Items) -> Flags:
    """Whether each item may be a foreign name: no legal form, and no word that is translated."""
    theirs, right = batch.theirs, batch.right_of[items.pair]
    mute, common, placed = (
        span_sum(running(theirs.has_role(roles)), right, items.start, items.size)
        for roles in (MUTE, TRANSLATED, (Role.PLACE,))
    )
    mute = mute - first_short(batch, items.pair, items.start)
    org = batch.kind_of[items.pair] == KINDS.index(Kind.ORG)
    # A place whose Chinese name has no word such as 河 may be spelled by sound whole (Dawson Creek
    # is 道森克里克); one that has translates the English one.
    place = batch.kind_of[items.pair] == KINDS.index(Kind.PLACE)
    translated = org | (place & _headed(batch)[batch.left_of[items.pair]])
    # Where a body is does not run into what it is called, nor does any place in China.
    apart = items.size > 1
    if apart.any():
        places = place_spellings()
        china = running(theirs.spread([key in places for key in theirs.keys], bool))
        in_china = span_sum(china, right, items.start, items.size) > 0
        apart &= (org & (placed > 0)) | in_china
    # A body's letters without a vowel are spelled out, not said (HSBC).
    vowels = np.array([not _VOWELS.isdisjoint(unit.letters) for unit in batch.units], dtype=bool)
    apart |= org & ~vowels[items.unit]
    few = ~apart & ((items.size == 1) | (theirs.size[right] <= _JOINED_WORDS))
    sounds: Flags = few & (mute == 0) & ~(translated & (common > 0))
    return sounds


def _headed(batch: Batch) -> Flags:
    """Whether each left name has a word such as 河, which is translated."""
    found: Flags = np.any(batch.mine.has_role(TRANSLATED), axis=1)
    return found


def _worth_trying(letters: str, shape: str) -> bool:
    fits = shape == "latin" and 2 <= len(letters) <= _MOST_LETTERS
    return fits and letters.isascii() and letters.isalpha()
