"""Tables about people's names: surnames with their readings and commonness, titles, given names.

>>> surname_reading("张"), surname_reading("欧阳"), surname_reading("们")
('zhang', 'ou yang', '')
"""

from functools import cache

from namelink.tables.loader import rows

# Longest name of a Chinese person: a compound or double surname with two given characters.
LONGEST_PERSON = 4
# log2 of one over the share of people who bear a surname of each band, for surnames that nobody
# counted (`namelink.tables.commonness`); the bands are coarse because only ranks are published.
_BAND_BITS = {"a": 4.2, "b": 6.0, "c": 7.5, "d": 9.0, "e": 13.0, "f": 16.0}


@cache
def _surnames() -> dict[str, tuple[str, str]]:
    found = {}
    for row in rows("surnames"):
        alternatives = [*row["pinyin"].split("|"), *filter(None, row["other"].split("|"))]
        found[row["han"]] = ("|".join(dict.fromkeys(alternatives)), row["band"])
    return found


def surname_reading(surname: str) -> str:
    """Pinyin readings of a surname.

    Args:
        surname: simplified characters.

    Returns:
        Readings with ``|`` between them, best first, syllables apart; empty if it is no surname.
    """
    return _surnames().get(surname, ("", ""))[0]


def surname_bits(surname: str) -> float:
    """How much agreement on a surname tells, by its coarse band.

    Args:
        surname: simplified characters.

    Returns:
        log2 of one over the share of people who bear it, capped for rare ones.
    """
    return _BAND_BITS[_surnames().get(surname, ("", "f"))[1]]


@cache
def compound_surnames() -> frozenset[str]:
    """Surnames of two characters."""
    return frozenset(surname for surname in _surnames() if len(surname) == 2)


@cache
def single_surnames() -> frozenset[str]:
    """Surnames of one character."""
    return frozenset(surname for surname in _surnames() if len(surname) == 1)


def surname_length(text: str) -> int:
    """Number of characters of the surname at the head of a Chinese name.

    Args:
        text: simplified characters.

    Returns:
        0 when it begins with no known surname, 1, or 2 for compound and double surnames.
    """
    if len(text) > 2 and text[:2] in compound_surnames():
        return 2
    if not surname_reading(text[:1]):
        return 0
    if len(text) == LONGEST_PERSON and surname_reading(text[1]):
        return 2
    return 1


@cache
def surname_spellings() -> frozenset[str]:
    """Pinyin spellings of all surnames, solid."""
    return frozenset(
        reading.replace(" ", "").replace("v", "u")
        for readings, _ in _surnames().values()
        for reading in readings.split("|")
    )


@cache
def western_given_names() -> frozenset[str]:
    """Common given names of Western languages, folded."""
    return frozenset(row["name"] for row in rows("given_names_en"))


@cache
def _full_names() -> dict[str, tuple[str, ...]]:
    return {row["short"]: tuple(row["full"].split("|")) for row in rows("nicknames")}


def full_names(short: str) -> tuple[str, ...]:
    """Full given names of which an English name may be the short form.

    >>> full_names("liz")
    ('elizabeth', 'lisa')

    Args:
        short: folded name.

    Returns:
        Folded names, the likeliest first; empty for what is no short form.
    """
    return _full_names().get(short, ())


@cache
def _short_names() -> dict[str, tuple[str, ...]]:
    return {row["full"]: tuple(row["short"].split("|")) for row in rows("short_names")}


def short_names(full: str) -> tuple[str, ...]:
    """Short forms of an English given name.

    >>> short_names("timothy")
    ('tim', 'timmy')

    Args:
        full: folded name.

    Returns:
        Folded names; empty for what no short form is known of.
    """
    return _short_names().get(full, ())


# Degrees and letters stand after a Latin name.
_PLACES = {"before": ("before", "both"), "after": ("after", "both", "suffix")}
# The son or the father, before a foreign name that dots part (小约翰·史密斯); `title_pairs` has
# their English.
GENERATIONS = frozenset("小老")


@cache
def titles(script: str, position: str) -> frozenset[str]:
    """Titles and honorifics that stand before or after a person's name.

    Args:
        script: ``"han"`` or ``"latin"``.
        position: ``"before"`` or ``"after"``.

    Returns:
        Folded titles.
    """
    return frozenset(
        row["title"]
        for row in rows("titles")
        if row["script"] == script and row["position"] in _PLACES[position]
    )


@cache
def longest_title(script: str, position: str) -> int:
    """Characters, or words of a Latin one, in the longest title of a kind.

    Args:
        script: as for `titles`.
        position: as for `titles`.

    Returns:
        Their number.
    """
    known = titles(script, position)
    return max(len(title) if script == "han" else len(title.split()) for title in known)
