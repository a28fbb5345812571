"""How Japanese names read their characters, and how common each mora is in them.

>>> max(readings("山").items(), key=lambda pair: pair[1])[0]
'yama'
>>> sorted(surname_readings("五十岚"))
['igarashi']
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from namelink.tables.loader import columns_and_lines, sorted_table

# Letters of the longest reading of one character (kokorozashi is none of a name).
LONGEST = 9
# How documents print a long vowel: with a macron or not at all, as kana spell it, with an h.
_LONG = {
    "ou": (("o", 0.6), ("ou", 0.28), ("oh", 0.12)),
    "oo": (("o", 0.6), ("oo", 0.25), ("oh", 0.15)),
    "uu": (("u", 0.7), ("uu", 0.3)),
}
# Official spellings of before 1954 that some passports keep, beside Hepburn.
_OTHER = (("shi", "si"), ("chi", "ti"), ("tsu", "tu"), ("fu", "hu"), ("ji", "zi"), ("sh", "sy"))
_OTHER_SHARE = 0.03
# n is m before b, m and p (Homma), of which the next character may have one; and what is e today
# was ye behind a vowel (Inouye).
_LABIAL = re.compile("n(?=[bmp]|$)")
_LABIAL_SHARE = 0.05
_OLD_E = re.compile("(?<=[aiou])e")
_OLD_E_SHARE = 0.02
_AS_M, _AS_YE = re.compile("m(?=[bmp][aeiouy])"), re.compile("(?<=[aiou])ye")
_VOICED = tuple("aiueoy")
_LENGTHENED = 0.05
_NEVER = float("-inf")
# Key of the rows about all morae of names.
_MORAE = "^"
_LONGEST_MORA = 4

Shares = dict[str, float]


@lru_cache(maxsize=20_000)
def _bits_of(key: str) -> Shares:
    return {chunk: float(bits) for _, chunk, bits in sorted_table("japanese_sounds").rows(key)}


def is_read(char: str) -> bool:
    """Whether Japanese names are written with a character, in simplified space."""
    return bool(readings(char))


@lru_cache(maxsize=20_000)
def readings(char: str) -> Shares:
    """Readings of a character in names.

    Args:
        char: one character, in simplified space.

    Returns:
        Share by reading in Hepburn, long vowels as kana spell them; empty for none.
    """
    if char == _MORAE:
        return {}
    return {reading: 2.0**-bits for reading, bits in _bits_of(char).items()}


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    return {han: tuple(said.split("|")) for han, said in columns_and_lines("japanese_parts")[1]}


def surname_readings(chars: str) -> tuple[str, ...]:
    """Readings of a surname that is read as a whole.

    Args:
        chars: characters, in simplified space.

    Returns:
        Readings as in `readings`; empty for a surname that its characters explain.
    """
    return _parts().get(chars, ())


@lru_cache(maxsize=50_000)
def spelled(reading: str) -> tuple[tuple[str, float], ...]:
    """How documents print a reading.

    >>> [form for form, _ in spelled("ou")]
    ['o', 'ou', 'oh']

    Args:
        reading: Hepburn, long vowels as kana spell them.

    Returns:
        Pairs of letters and share.
    """
    forms = {"": 1.0}
    at = 0
    while at < len(reading):
        options = _LONG.get(reading[at : at + 2], ((reading[at], 1.0),))
        at += 2 if reading[at : at + 2] in _LONG else 1
        if reading[at : at + 1] in _VOICED:
            # An h before a vowel would begin a mora.
            options = tuple(pair for pair in options if not pair[0].endswith("h")) or options
        forms = {
            done + piece: share * likely
            for done, share in forms.items()
            for piece, likely in options
        }
    for hepburn, other in _OTHER:
        if hepburn in reading:
            for form, share in list(forms.items()):
                if hepburn in form:
                    forms.setdefault(form.replace(hepburn, other), share * _OTHER_SHARE)
    for pattern, letter, part in ((_LABIAL, "m", _LABIAL_SHARE), (_OLD_E, "ye", _OLD_E_SHARE)):
        for form, share in list(forms.items()):
            if pattern.search(form):
                forms.setdefault(pattern.sub(letter, form), share * part)
    return tuple(forms.items())


@lru_cache(maxsize=20_000)
def forms_of(char: str) -> Shares:
    """Letters that documents print for a character, with the share of each."""
    found: Shares = {}
    for reading, share in readings(char).items():
        for form, likely in spelled(reading):
            found[form] = found.get(form, 0.0) + share * likely
    return found


def emissions(chars: Sequence[str], wanted: Sequence[str]) -> npt.NDArray[np.float32]:
    """How probable it is that characters are printed so.

    Args:
        chars: characters, in simplified space.
        wanted: chunks of letters.

    Returns:
        log2 P(chunk | character), shape (chars, chunks).
    """
    place = {chunk: at for at, chunk in enumerate(wanted)}
    found = np.full((len(chars), len(wanted)), _NEVER, dtype=np.float32)
    for row, char in enumerate(chars):
        own = forms_of(char)
        for chunk in own.keys() & place.keys():
            found[row, place[chunk]] = np.log2(own[chunk])
    return found


# Characters that no table has, in half bits and as a share.
_RAREST = -17.5
# Bits that a surname of one or three characters, and one of four, has against one of two.
_UNUSUAL = {1: 2.0, 2: 0.0, 3: 2.0}
_LONG_SURNAME = 6.0


@cache
def _commonness() -> tuple[Shares, Shares]:
    surname: Shares = {}
    given: Shares = {}
    for han, one, other in columns_and_lines("japanese_characters")[1]:
        if one:
            surname[han] = -int(one) / 2
        if other:
            given[han] = -int(other) / 2
    return surname, given


@lru_cache(maxsize=1_000)
def best_split(chars: str) -> tuple[float, int]:
    """The likeliest cut of characters into a Japanese surname and given name.

    A surname that is read as a whole is one, whatever its characters say.

    >>> best_split("安倍晋三")[1], best_split("五十岚大介")[1]
    (2, 3)

    Args:
        chars: two characters at least, in simplified space.

    Returns:
        log2 of the probability of such a name, and the number of characters of its surname.
    """
    surname, given = _commonness()
    head, tail = 0.0, sum([given.get(char, _RAREST) for char in chars])
    ways = []
    # Bits are halves of whole numbers, so sums are exact whatever their order.
    for cut, char in enumerate(chars[:-1], start=1):
        head += surname.get(char, _RAREST)
        tail -= given.get(char, _RAREST)
        ways.append((head + tail - _UNUSUAL.get(cut, _LONG_SURNAME), cut))
    whole = next((way for way in ways[::-1] if surname_readings(chars[: way[1]])), None)
    return (max(ways)[0], whole[1]) if whole else max(ways)


@cache
def _printed() -> Shares:
    """Bits of every mora as it is printed."""
    found: Shares = {}
    for mora, bits in _bits_of(_MORAE).items():
        for form, share in spelled(mora):
            if form == "m":
                continue  # told by what follows
            found[form] = found.get(form, 0.0) + share * 2.0**-bits
            if form.endswith("o"):
                found[f"{form}h"] = _LENGTHENED * share * 2.0**-bits
    return {form: -float(np.log2(share)) for form, share in found.items()}


def modern(letters: str) -> str:
    """Letters of a name with n before b, m and p, and without the older ye.

    >>> modern("homma"), modern("inouye"), modern("yemoto")
    ('honma', 'inoue', 'yemoto')

    Args:
        letters: folded letters.

    Returns:
        The letters as they are read today.
    """
    return _AS_YE.sub("e", _AS_M.sub("n", letters))


@lru_cache(maxsize=20_000)
def background(letters: str) -> float:
    """Bits that a word takes as any Japanese name, by its morae.

    Args:
        letters: folded letters.

    Returns:
        Bits of the likeliest cut into morae; infinity for what is no Japanese name.
    """
    common = _printed().get
    never = float("inf")
    letters = modern(letters)
    best = [never] * (len(letters) + 1)
    best[0] = 0.0
    for start, before in enumerate(best):
        if before == never:
            continue
        for end in range(start + 1, min(start + _LONGEST_MORA, len(letters)) + 1):
            bits = common(letters[start:end])
            if bits is not None and before + bits < best[end]:
                best[end] = before + bits
    return best[-1]
