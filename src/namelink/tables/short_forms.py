"""Short forms of English words: abbreviations, and the parts of run-together words.

>>> expansions("hldgs")
(('holdings',),)
>>> expansions("engy")
(('energy',),)
>>> parts_of("neusoft"), parts_of("hamilton")
(('neu', 'soft'), ('hamilton',))
"""

from functools import cache, lru_cache

from namelink.tables.lexicon import english_words, phrase_words, place_parts
from namelink.tables.loader import columns, rows
from namelink.tables.syllables import segmentations
from namelink.tables.words import stem

Words = tuple[str, ...]

_SHORTEST_COMPOUND = 5
# A part that no table holds needs letters enough to be a syllable, and a known one enough not to
# be chance.
_SHORTEST_UNKNOWN = 2
_SHORTEST_KNOWN = 3
# Letters that a part has to have to stand beside one that is not known, unless it is one that is
# seldom anything else.
_SURE = 4
_SURE_ENDS = frozenset("tek tech tec tel tex bio med net web soft opt chem chip".split())
# Abbreviations drop letters of a word but the first; shorter ones are a matter of the table.
_SHORTEST_DROPPED = 4
_MOST_EXPANSIONS = 4
# Beginnings that make another word of a common one (subcommittee), rather than stand beside it.
_PREFIXES = frozenset("sub non pre post anti over under out".split())
# What words end in is no part beside them (dreamer, bullets).
_ENDINGS = frozenset(
    "al an ed en er ers es est ian ic ing ion ism ist ity ly ment ness or ous".split()
)
_VOWELS = frozenset("aeiou")
_OTHER_SYSTEMS = ("cantonese", "wade-giles")


@cache
def _table(use: str) -> dict[str, tuple[Words, ...]]:
    return {
        row["form"]: tuple(tuple(option.split()) for option in row[use].split("|"))
        for row in rows("short_forms")
        if row[use]
    }


@lru_cache(maxsize=2_000)
def expansions(word: str, *, inside: bool = False) -> tuple[Words, ...]:
    """Words that a Latin word may be short for.

    Args:
        word: folded letters.
        inside: whether it is a part of a run-together word.

    Returns:
        Phrases, each as its words; empty for a word that is short for nothing.
    """
    found = _table("part").get(word, ()) if inside else abbreviated(word)
    if not found and not inside:
        found = tuple((full,) for full in _dropped(word))
    return tuple(option for option in found if option != (word,))


def abbreviated(word: str) -> tuple[Words, ...]:
    """Words that a common abbreviation is short for.

    Args:
        word: folded letters.

    Returns:
        As `expansions`, of those that a table holds.
    """
    return _table("word").get(word, ())


@lru_cache(maxsize=100_000)
def cut_off(word: str) -> tuple[Words, ...]:
    """Words that the last word of a name may be the beginning of, where names are cut at a width.

    Args:
        word: folded letters.

    Returns:
        As `expansions`.
    """
    if len(word) < _SHORTEST_KNOWN or word in english_words():
        return ()
    full = [other for other in _by_initial().get(word[0], ()) if other.startswith(word)]
    return tuple((other,) for other in full[:_MOST_EXPANSIONS])


def _dropped(word: str) -> list[str]:
    """Common words that this is one of, with some letters dropped (engy, univsty)."""
    if len(word) < _SHORTEST_DROPPED or word in english_words() or _is_chinese(word):
        return []
    found = [
        full
        for full in _by_ends().get(word[0] + word[-1], ())
        if len(word) < len(full) and _inside(word, full)
    ]
    # Too many say that the letters tell nothing.
    return found if len(found) <= _MOST_EXPANSIONS else []


def _is_chinese(word: str) -> bool:
    """Whether a word is spelled like Chinese: pinyin, or a syllable such as Hing and Tung."""
    return bool(segmentations(word, "pinyin")) or any(
        len(way) == 1 for system in _OTHER_SYSTEMS for way in segmentations(word, system)
    )


@cache
def _by_initial() -> dict[str, tuple[str, ...]]:
    """Common words by their first letter, sorted: a set would give them in another order a run."""
    found: dict[str, list[str]] = {}
    for word in sorted(english_words()):
        found.setdefault(word[0], []).append(word)
    return {letter: tuple(own) for letter, own in found.items()}


@cache
def _by_ends() -> dict[str, tuple[str, ...]]:
    """Common words by their first and last letter, sorted."""
    found: dict[str, list[str]] = {}
    for word in sorted(english_words()):
        found.setdefault(word[0] + word[-1], []).append(word)
    return {ends: tuple(own) for ends, own in found.items()}


def _inside(short: str, full: str) -> bool:
    """Whether the consonants of both are nearly the same and the letters stand in order."""
    place = iter(full)
    if not all(letter in place for letter in short):
        return False
    lost = [letter for letter in full if letter not in _VOWELS]
    kept = [letter for letter in short if letter not in _VOWELS]
    return len(lost) - len(kept) <= len(short) // 3


@lru_cache(maxsize=100_000)
def parts_of(word: str) -> Words:
    """Cut a run-together word into its parts.

    Known parts are those of the table and common words; at most one part is not known (Linktel
    is link and tel, Neusoft an unknown part and soft). Words of English and words that are
    syllables of Chinese names are whole.

    >>> parts_of("happyhorse"), parts_of("working")
    (('happy', 'horse'), ('working',))

    Args:
        word: folded letters.

    Returns:
        The parts, which together are the word.
    """
    found = cut_by_parts(word)
    # Bio and chemicals are parts whatever else English has.
    sure = all(is_known(part) for part in found)
    whole = not sure and (stem(word) in _english() or bool(_dropped(word)))
    return (word,) if whole else found


def cut_by_parts(word: str) -> Words:
    """As `parts_of`, whether English has the word or not.

    Args:
        word: folded letters.

    Returns:
        The parts, which together are the word.
    """
    if len(word) < _SHORTEST_COMPOUND or not word.isascii() or not word.isalpha():
        return (word,)
    whole = word in english_words() or word in place_parts() or word in _table("word")
    if whole or is_known(word) or word in phrase_words():
        return (word,)
    # Netease could be syllables too; with a part that is not known, they are (Shangan).
    syllables = bool(segmentations(word, "pinyin"))
    ways: list[tuple[float, Words]] = []
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if is_known(first) and is_known(second):
            ways.append((float(len(word)), (first, second)))
        elif syllables:
            continue
        elif _ends(first, second):
            ways.append((float(len(first)), (first, second)))
        elif _ends(second, first):
            ways.append((float(len(second)), (first, second)))
    return max(ways)[1] if ways else (word,)


@cache
def _english() -> frozenset[str]:
    """Stems of English words that would be cut by parts that they only seem to have."""
    return frozenset(columns("whole_words")["stem"])


def is_known(part: str) -> bool:
    """Whether a table holds a part of a run-together word.

    Args:
        part: folded letters.

    Returns:
        False for what is too short, and for a beginning such as under.
    """
    known = len(part) >= _SHORTEST_KNOWN and part not in _PREFIXES
    return known and (part in _table("part") or part in english_words())


def _ends(known: str, rest: str) -> bool:
    """Whether a known part may stand beside one that is not."""
    sure = known in _SURE_ENDS or (len(known) >= _SURE and known in _table("part"))
    return sure and len(rest) >= _SHORTEST_UNKNOWN and rest not in _ENDINGS
