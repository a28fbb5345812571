"""Features by which names that may match are found: what both scripts can be reduced to.

Syllables in Hanyu Pinyin (whatever the system of the spelling), stems of English words (through
translation), pairs of neighboring consonants (for foreign names by sound), written characters,
words and numbers, and initials. A name and its counterpart share several; the index in
`namelink.candidates` weighs them by rarity.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain, combinations, groupby, product
from typing import Any

from namelink.model.batch import KINDS, Form
from namelink.model.kinds import TABLE_WORDS, Kind, Role, Script
from namelink.readings.character_features import (
    Features,
    Weighted,
    add_sound,
    of_character,
    of_japanese,
    of_neighbors,
    of_words,
    raise_all,
    usual_forms,
)
from namelink.readings.elements import element_features
from namelink.readings.engines import pinyin_readings
from namelink.readings.hearing import Hearing, runs_of, words_of
from namelink.readings.phrases import phrases
from namelink.readings.romanized import cuts_of
from namelink.readings.spelled import SYSTEM_SHARES
from namelink.readings.vietnamese import vietnamese_features
from namelink.readings.word_features import chinese_gain, of_word, skeleton_of
from namelink.tables.feature_factors import feature_factors
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.names import LONGEST_PERSON, western_given_names
from namelink.tables.words import stem

# What gives features, and what of.
Piece = tuple[Callable[..., Weighted], tuple[Any, ...]]

# What pieces of queries gave is kept for so many.
_PIECES = 20_000
_LONGEST_ACRONYM = 6
_MOST_WORDS = 6
_INITIALS = 0.5
_LETTERS = frozenset({"han", "latin"})
# Bits above which a spelling is a Chinese person's name.
_SURE = 5.0
_SYSTEMS = tuple(SYSTEM_SHARES)
# Words that are translated and never spelled, beside others.
_SILENT = frozenset({Role.LEGAL_FORM, Role.GENERIC})
# Beyond this share a name is surely no person's.
_SURE_BODY = 0.9
_ORG = KINDS.index(Kind.ORG)
# That a name is a body's is a feature of its own: among names of all kinds those of people and
# places are shorter, and sound like something more often. Twice as much again cost names that do
# not look like bodies (SYSTEX) what it brought others.
_BODY, _LEAST_BODY = 1.4, 0.25
# A name heard weighs half a syllable at least, and a syllable more for so many bits.
_LEAST_HEARD = 0.5
_HEARD_BITS = 24.0
_MOST_HEARD = 2.0


def features(form: Form) -> Features:
    """Features of a form, each with how sure it is that the counterpart has it.

    Args:
        form: one name in one script.

    Returns:
        Weight by feature.
    """
    shared, found = pieces(form)
    for piece in shared:
        raise_all(found, _given(piece))
    return found


def pieces(form: Form) -> tuple[list[Piece], Features]:
    """The features of a form, those of its Latin words apart.

    Many names share a word, so who needs the features of a million names keeps what each gave. A
    feature that several pieces give is as strong as the strongest has it.

    Args:
        form: one name in one script.

    Returns:
        Functions with their arguments, equal ones give the same; and what is the form's own.
    """
    silent = _silent(form)
    shared: list[Piece] = []
    found: Features = {}
    if form.keys and form.kinds[_ORG] > _LEAST_BODY:
        found["c:body"] = _BODY * form.kinds[_ORG]
    latin = [at for at, shape in enumerate(form.shapes) if shape != "han"]
    if len(latin) < len(form.keys):
        _han(form, found, silent)
        spoken = [key for key, still in zip(form.keys, silent, strict=True) if not still]
        raise_all(found, of_japanese(tuple(spoken)))
    _person_pairs(form, found)
    for at in latin:
        key = form.keys[at]
        shared.append((of_word, (key, "" if silent[at] else form.shapes[at])))
        if silent[at]:
            shared.append((_stemmed, (key,)))
    shared += [(skeleton_of, (word,)) for word in _with_skeletons(form, silent)]
    for word in (*words_of(form), *runs_of(form)):
        found[f"f:{word}"] = 1.0
    raise_all(found, element_features(form).items())
    raise_all(found, vietnamese_features(form).items())
    _initials(form, found)
    for key, up in zip(form.keys, form.upper, strict=True):
        if up and 2 <= len(key) <= _LONGEST_ACRONYM:
            found[f"a:{key}"] = 1.0
    if latin:
        # Single words as well: INTL is short for one.
        found |= {f"w:{words}": 1.0 for _, _, words, _ in phrases(form)}
    return shared, found


@lru_cache(maxsize=_PIECES)
def _given(piece: Piece) -> Weighted:
    give, about = piece
    return give(*about)


def _stemmed(key: str) -> Weighted:
    return ((f"w:{stem(key)}", 1.0),)


def heard(form: Form, hearing: Hearing) -> Features:
    """Features of what a name may be on the other side, by ear.

    Args:
        form: one name in one script.
        hearing: the names of the other side.

    Returns:
        Weight by feature, on the scale of `features`.
    """
    found: Features = {}
    for run in runs_of(form):
        for word, bits in hearing.words(run).items():
            raise_all(found, [(f"f:{word}", _weight(bits))])
    words = words_of(form)
    hearing.expect(words)
    for word in words:
        for run, bits in hearing.runs(word).items():
            raise_all(found, [(f"f:{run}", _weight(bits))])
    return found


def weighed(form: Form, found: Features) -> Features:
    """Features as a name asks for them: each by what its sort tells of such a name.

    A title shares words with its counterpart, a person sounds.

    Args:
        form: the name that is looked for.
        found: its features, of `features` or `heard`.

    Returns:
        The same features with other weights.
    """
    factors = _factors("latin" if form.script is Script.LATIN else "han", form.kinds)
    return {
        feature: weight * factors.get(feature.partition(":")[0], 1.0)
        for feature, weight in found.items()
    }


@lru_cache(maxsize=_PIECES)
def _factors(script: str, kinds: tuple[float, ...]) -> dict[str, float]:
    """Factor by sort for a name that is of each kind with some probability."""
    return {
        sort: sum(share * told[kind] for share, kind in zip(kinds, KINDS, strict=True))
        for sort, told in feature_factors(script).items()
    }


def _silent(form: Form) -> tuple[bool, ...]:
    """Whether each atom has no sound in the other name: forms and heads of bodies.

    公司 is translated, and Holdings sounds like nothing. Were they spelled, their syllables and
    letters would be most of what a long name is looked for by.
    """
    if Role.LEGAL_FORM not in form.roles and form.kinds[_ORG] < _SURE_BODY:
        return (False,) * len(form.keys)
    silent = tuple([role in _SILENT for role in form.roles])
    return (False,) * len(form.keys) if all(silent) else silent


def _weight(bits: float) -> float:
    return min(_LEAST_HEARD + bits / _HEARD_BITS, _MOST_HEARD)


def _person_pairs(form: Form, found: Features) -> None:
    """Pairs of spelled syllables that the name of a Chinese person holds, in either order.

    Single syllables of Hong Kong or Taiwan are too frequent to find a person among many; two
    together are rare.
    """
    if any(form.surname):
        if len(form.keys) <= LONGEST_PERSON:
            options = map(usual_forms, form.keys, form.surname)
            for mine, theirs in combinations(options, 2):
                found |= pairs_of(mine, theirs)
    elif form.script is Script.LATIN and 1 < len(form.keys) <= _MOST_WORDS:
        # CHOW SANG SANG HLDGS INTL is a body's name that begins as a person's.
        own = zip(form.keys, form.roles, strict=True)
        found |= _latin_pairs([key for key, role in own if role not in TABLE_WORDS])


def _latin_pairs(keys: Sequence[str]) -> Features:
    """Pairs of syllables of Latin words, none where a word is neither cut nor a given name."""
    cuts = [_cuts(key) for key in keys]
    western = western_given_names()
    for key, own in zip(keys, cuts, strict=True):
        if not own and len(key) > 1 and key not in western:
            return {}
    found: Features = {}
    for cut in chain.from_iterable(cuts):
        for one, other in combinations(cut, 2):
            found |= pairs_of((one,), (other,))
    for own, others in combinations(cuts, 2):
        for cut, other_cut in product(own, others):
            found |= pairs_of(cut, other_cut)
    return found


def pairs_of(mine: Sequence[str], theirs: Sequence[str]) -> Features:
    """Pairs of spellings of two syllables, in either order."""
    return {
        f"p:{one} {other}" if one <= other else f"p:{other} {one}": 1.0
        for one in mine
        for other in theirs
    }


@lru_cache(maxsize=50_000)
def _cuts(key: str) -> tuple[tuple[str, ...], ...]:
    return cuts_of(key, _SYSTEMS)[:2]


def _han(form: Form, found: Features, silent: Sequence[bool]) -> None:
    atoms = zip(form.keys, form.shapes, form.surname, form.group, silent, strict=True)
    run, last = "", -1
    for key, shape, surname, group, still in atoms:
        if shape != "han":
            continue
        if still:
            found[f"h:{key}"] = 1.0
            add_sound(run, found)
            run, last = "", -1
            continue
        raise_all(found, of_character(key, surname))
        if group != last:
            add_sound(run, found)
            run, last = "", group
        elif run:
            raise_all(found, of_neighbors(run[-1], key))
        run += key
    add_sound(run, found)
    for han, run_of in groupby(zip(form.keys, form.shapes, strict=True), _is_han):
        if han:
            raise_all(found, of_words("".join([key for key, _ in run_of])))


def _is_han(atom: tuple[str, str]) -> bool:
    return atom[1] == "han"


def _initials(form: Form, found: Features) -> None:
    letters = "".join(
        [
            key[0] if shape == "latin" else _initial(key)
            for key, shape in zip(form.keys, form.shapes, strict=True)
            if shape in _LETTERS
        ]
    )
    for size in range(2, _LONGEST_ACRONYM + 1):
        for start in range(min(len(letters) - size + 1, _LONGEST_ACRONYM)):
            found[f"a:{letters[start : start + size]}"] = _INITIALS


@lru_cache(maxsize=20_000)
def _initial(char: str) -> str:
    """First letter of a character's pinyin, a space for one without."""
    said = pinyin_readings(char)
    return said[0][0][0] if said else " "


def _with_skeletons(form: Form, silent: Sequence[bool]) -> list[str]:
    """Words whose consonants may be those of a foreign name."""
    words = [
        key
        for key, shape, still in zip(form.keys, form.shapes, silent, strict=True)
        if shape == "latin" and not still
    ]
    # Syllables of Chinese names are found as such.
    chinese = is_chinese_person(form.keys) and sum(map(chinese_gain, words)) > _SURE
    return [] if chinese else words
