"""Letters that stand for the words or syllables of the other name.

BYD for 比亚迪, ATH for Alibaba Token Hub, Y. M. for 泳铭.

Little evidence each: many names share a few letters, so the weight is capped.
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product

import numpy as np

from namelink.model.batch import KINDS, Batch, Cells, Flags, Form, join_cells
from namelink.model.kinds import Channel, Kind, Role, Script
from namelink.model.remark import Remark
from namelink.model.side import Side, distinct
from namelink.readings.engines import pinyin_readings
from namelink.readings.joins import Entry, join
from namelink.readings.lexicon import longest_word, short_translations, translations
from namelink.readings.spelled import SYSTEM_SHARES, shares
from namelink.tables.chinese_places import chinese_places
from namelink.tables.names import LONGEST_PERSON
from namelink.tables.short_forms import expansions
from namelink.text.numerals import is_code

# A letter begins a syllable or word in one of nine cases on average (letter frequencies of pinyin
# initials); the cost is that of all ways in which letters may be chosen from a name.
_LETTER_BITS = 3.0
_CHOICE_BITS = -2.5
_MOST_BITS = 10.0
_SIZES = range(2, 7)
# First letters that fewer spellings of a character begin with are left out.
_LEAST_LETTER = 0.005
# Who writes initials alone (T. V. Soong) is less often spelled in pinyin than others are, and
# about twice as often by a southern speech.
_INITIALED = {"pinyin": 0.8, "minnan": 2.0}
# So that letters which stand together are taken together.
_TOGETHER = 0.1
# Letters in any order: what it tells that two short words have the same ones is less by this.
_ORDER_BITS = 2.5
_SHORTEST_UNORDERED = 2
_MOST_WAYS = 256
_LEAST_ORG = 0.1
_VOWELS = frozenset("aeiouy")
# What has no vowel and is a word all the same: Ltd, Mr, and what has two letters.
_WORDS = frozenset({Role.LEGAL_FORM, Role.TITLE, Role.PARTICLE})
_SHORTEST_WORD = 2

Numbered = Sequence[tuple[int, Form]]
Entries = Callable[[Numbered], list[Entry]]


class Acronyms:
    """The channel of acronyms and of initials of Chinese syllables."""

    channel = Channel.ACRONYM

    def cells(self, batch: Batch) -> Cells:
        """Letters against the initials of as many neighboring atoms.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        mine, theirs = batch.mine, batch.theirs
        letters = theirs.spread([len(key) == 1 for key in theirs.keys], bool)
        # A character is no letter, and most Chinese names hold nothing else.
        single = np.any(letters & ~theirs.of_shape("han"), axis=1)
        own, other = (_acronyms(list(enumerate(forms))) for forms in (batch.left, batch.right))
        few = [(row, batch.right[row]) for row in np.flatnonzero(single).tolist()]
        return join_cells(
            [
                _met(batch, _spelled_out, _every(mine), other),
                _met(batch, _spelled_out, _every(theirs), own, turned=True),
                _met(batch, _single, _every(mine), _single_letters(few)),
                _met(batch, _people, mine.surname > 0, _runs(few)),
                _met(batch, _translated, mine.han, _scrambled(other)),
            ]
        )

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark:
        """Tell a cell."""
        del detail
        return Remark("initials_of", (right, "".join(char for char, _ in left)))


def _every(side: Side) -> Flags:
    return np.ones(len(side.size), dtype=bool)


def _met(
    batch: Batch, words: Entries, able: Flags, letters: Sequence[Entry], *, turned: bool = False
) -> Cells:
    """Letters of the right side, or of the left one, joined to words of the other.

    Letters are few, so only forms that meet some, and that may have such words, are looked at.
    """
    if not letters:
        return join_cells([])
    sides = [(batch.left, batch.left_of), (batch.right, batch.right_of)]
    (forms, form_of), (others, other_of) = sides[::-1] if turned else sides
    here = np.zeros(len(others), dtype=bool)
    here[[entry.row for entry in letters]] = True
    rows = distinct(form_of[able[form_of] & here[other_of]], len(forms))[0].tolist()
    found = words([(row, forms[row]) for row in rows])
    return join(batch, letters, found) if turned else join(batch, found, letters)


def _initial(key: str, shape: str) -> str:
    if shape == "latin":
        return key[0]
    readings = pinyin_readings(key) if shape == "han" else ()
    return readings[0][0][0] if readings else ""


def _spelled_out(forms: Numbered) -> list[Entry]:
    found = []
    for row, form in forms:
        if any(form.surname) and len(form.keys) <= LONGEST_PERSON:
            found += _of_person(row, form)
            continue
        # Function words lend no letter: the U of HKUST is followed by S, not by the O of "of".
        places = [
            at
            for at, (role, shape) in enumerate(zip(form.roles, form.shapes, strict=True))
            if role is not Role.PARTICLE or shape == "han"
        ]
        initials = [_initial(form.keys[at], form.shapes[at]) for at in places]
        for start in range(len(initials)):
            for size in _SIZES:
                piece = initials[start : start + size]
                if len(piece) < size or not all(piece):
                    break
                bits = min(_LETTER_BITS * size + _CHOICE_BITS, _MOST_BITS)
                first, last = places[start], places[start + size - 1]
                found.append(
                    Entry(
                        row=row,
                        key="".join(piece),
                        start=first,
                        size=last - first + 1,
                        bits=bits,
                        rarity=_LETTER_BITS * size,
                    )
                )
    return found


def _translated(forms: Numbered) -> list[Entry]:
    """Whole names of bodies, by the initials of their translation in any order.

    中国工商银行 is the Industrial and Commercial Bank of China: what order the words take in
    English is not known, so the letters are compared without it, and pay for that.
    """
    found = []
    org = KINDS.index(Kind.ORG)
    for row, form in forms:
        if form.script is not Script.HAN or form.kinds[org] < _LEAST_ORG:
            continue
        end = len(form.keys)
        while end and form.roles[end - 1] is Role.LEGAL_FORM:
            end -= 1
        for letters in _initials_of("".join(form.keys[:end])):
            if len(letters) in _SIZES and len(letters) > _SHORTEST_UNORDERED:
                bits = _LETTER_BITS * len(letters) + _CHOICE_BITS - _ORDER_BITS
                key = "".join(sorted(letters))
                found.append(
                    Entry(row=row, key=key, start=0, size=end, bits=min(bits, _MOST_BITS))
                )
    return found


def _scrambled(acronyms: Sequence[Entry]) -> list[Entry]:
    """Acronyms by their letters without order."""
    return [
        entry._replace(key="".join(sorted(str(entry.key))))
        for entry in acronyms
        if len(str(entry.key)) > _SHORTEST_UNORDERED
    ]


@lru_cache(maxsize=1_000)
def _initials_of(text: str) -> tuple[str, ...]:
    """Initials of the translations of a name, word by word, in its fewest words or one more.

    Places without an English name of their own, and what no table translates, give the initials
    of their pinyin, the former as one word.
    """
    best: list[tuple[int, frozenset[str]]] = [(0, frozenset({""}))]
    for end in range(1, len(text) + 1):
        ways = []
        for start in range(max(0, end - longest_word()), end):
            options = _first_letters(text[start:end])
            # A character counts as two words, so that words are preferred.
            cost = best[start][0] + (1 if end - start > 1 else 2)
            letters = [before + own for before in best[start][1] for own in options]
            if letters:
                ways.append((cost, letters))
        fewest = min((cost for cost, _ in ways), default=2 * len(text))
        # A compound of tables (交通大学) may as well be read part by part.
        found = {each for cost, letters in ways if cost <= fewest + 1 for each in letters}
        best.append((fewest, frozenset(sorted(found)[:_MOST_WAYS])))
    return tuple(sorted(best[-1][1]))


def _first_letters(word: str) -> frozenset[str]:
    found = {
        "".join(each[0] for each in option.words)
        for option in translations(word)
        if option.reviewed and all(each.isalpha() for each in option.words)
    }
    if word in chinese_places():
        found.add(chinese_places()[word][0])
    spelled = "".join(_initial(char, "han") for char in word)
    # 交通 is J and T in the name of a university.
    if found and len(word) <= _SHORTEST_UNORDERED and len(spelled) == len(word):
        found.add(spelled)
    short = short_translations(word) if len(word) == 1 else ()
    if short:
        # In a short form 银 stands for a bank, and for no silver.
        found = {option.words[0][0] for option in short} | {spelled}
    return frozenset(found - {""})


def _people(forms: Numbered) -> list[Entry]:
    """Initials of people's characters, as they stand in a run of single letters (H. H. Kung).

    There is no choice of letters to pay for; and the run keeps their order.
    """
    return [
        entry._replace(bits=entry.bits - _CHOICE_BITS + _TOGETHER)
        for row, form in forms
        if any(form.surname) and len(form.keys) <= LONGEST_PERSON
        for entry in _of_person(row, form)
    ]


def _runs(forms: Numbered) -> list[Entry]:
    """Neighboring single letters, two or three."""
    found = []
    for row, form in forms:
        for start in range(len(form.keys)):
            for size in (2, 3):
                keys = form.keys[start : start + size]
                if len(keys) == size and all(len(key) == 1 and key.isalpha() for key in keys):
                    found.append(
                        Entry(row=row, key="".join(keys), start=start, size=size, bits=0.0)
                    )
    return found


def _of_person(row: int, form: Form) -> list[Entry]:
    """Initials of a Chinese person's characters, as any romanization would write them.

    杨振宁 is C. N. Yang: the initials are those of Wade-Giles.
    """
    options = [letters_of(key, said) for key, said in zip(form.keys, form.surname, strict=True)]
    found = []
    for start in range(len(options)):
        for size in _SIZES:
            piece = options[start : start + size]
            if len(piece) < size or size > LONGEST_PERSON:
                break
            bits = min(_LETTER_BITS * size + _CHOICE_BITS, _MOST_BITS)
            found += [
                Entry(
                    row=row,
                    key="".join(letter for letter, _ in way),
                    start=start,
                    size=size,
                    bits=bits + sum(math.log2(share) for _, share in way),
                    rarity=_LETTER_BITS * size,
                )
                for way in product(*piece)
            ]
    return found


@lru_cache(maxsize=50_000)
def letters_of(char: str, surname: str) -> tuple[tuple[str, float], ...]:
    """First letters of the spellings of a character, with the share of each.

    Args:
        char: the character, in simplified space.
        surname: its surname readings, empty outside surnames.

    Returns:
        Letters whose share is not negligible, most probable first.
    """
    found: dict[str, float] = {}
    for system, prior in SYSTEM_SHARES.items():
        weight = prior * _INITIALED.get(system, 1.0)
        for form, share in shares(char, surname, system).items():
            found[form[0]] = found.get(form[0], 0.0) + weight * share
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(pair for pair in ranked if pair[1] >= _LEAST_LETTER)


def _acronyms(forms: Numbered) -> list[Entry]:
    return [
        Entry(row=row, key=key, start=at, size=1, bits=0.0)
        for row, form in forms
        for at, (key, upper) in enumerate(zip(form.keys, form.upper, strict=True))
        if (upper or _is_letters(form, at)) and len(key) in _SIZES and key.isascii()
    ]


def _is_letters(form: Form, at: int) -> bool:
    """Whether a word can only be letters, however it is written (Tdh): none of it is a vowel."""
    key = form.keys[at]
    return (
        form.shapes[at] == "latin"
        and form.roles[at] not in _WORDS
        and len(key) > _SHORTEST_WORD
        and _VOWELS.isdisjoint(key)
        and not expansions(key)
    )


def _single(forms: Numbered) -> list[Entry]:
    """Every Han atom under the initials of its readings."""
    found = []
    for row, form in forms:
        for at, (key, shape) in enumerate(zip(form.keys, form.shapes, strict=True)):
            if shape == "han":
                found += [
                    Entry(
                        row=row,
                        key=letter,
                        start=at,
                        size=1,
                        bits=_LETTER_BITS + math.log2(share),
                        rarity=_LETTER_BITS,
                    )
                    for letter, share in letters_of(key, form.surname[at])
                ]
    return found


def _single_letters(forms: Numbered) -> list[Entry]:
    return [
        Entry(row=row, key=key, start=at, size=1, bits=0.0)
        for row, form in forms
        for at, (key, shape) in enumerate(zip(form.keys, form.shapes, strict=True))
        # The S of 2S is a model's.
        if shape == "latin"
        and len(key) == 1
        and not is_code(form.keys, form.shapes, form.spans, at)
    ]
