"""Cantonese, other southern and Korean spellings of characters, and their inventories.

Five tables: readings of characters in (a variety of) Jyutping, spellings of those syllables in
the habits of Hong Kong, Macau, Malaysia and the scholarly systems, and spellings of surnames and
given names by speakers of Hokkien, Teochew, Hakka, Hainanese and Foochow, and of given-name
characters by the syllables of Hokkien; and spellings of characters in names of Koreans. Their
headers name the sources.

>>> max(spellings("cantonese", "张", surname=True).items(), key=lambda item: item[1])[0]
'cheung'
"""

from functools import cache, lru_cache

from namelink.tables.loader import columns, sorted_table

# How often each habit is met among names spelled from Cantonese, and each language among names
# spelled from the others: judgments from where such names are registered.
_CANTONESE = {
    "hk-government": 0.75,
    "malaysia": 0.1,
    "macau": 0.07,
    "yale": 0.04,
    "jyutping": 0.04,
}
_MINNAN = {
    "hokkien": 0.45,
    "teochew": 0.18,
    "hakka": 0.17,
    "hainanese": 0.07,
    "foochow": 0.05,
    "wu": 0.08,
}
# Surnames have spellings of their own; the rest is spelled like any syllable.
_OWN_SURNAME = 0.8
# What the syllables say beside rows that name a character's own spellings.
_BY_SYLLABLE = 0.4
# A surname's spelling on a given name, and the reverse, is a parse gone wrong more often than not.
_OTHER_ROLE = 0.2

# The table of syllables or characters of each channel.
_TABLES = {
    "cantonese": "cantonese_spellings",
    "minnan": "hokkien_spellings",
    "korean": "korean_spellings",
}

Shares = dict[str, float]


def _parsed(cell: str) -> tuple[tuple[str, float], ...]:
    pairs = (option.rpartition(":") for option in cell.split("|") if option)
    return tuple((_plain(form), float(share)) for form, _, share in pairs)


def _plain(text: str) -> str:
    return text.lower().replace("-", "").replace("'", "")


def _forms(table: str) -> set[str]:
    """Every form of a table; characters that sound alike share their cells, so few are parsed."""
    cells = set(sorted_table(table).body.decode("utf-8").replace("\n", "\t").split("\t"))
    options = {option for cell in cells if ":" in cell for option in cell.split("|")}
    return {_plain(option.rpartition(":")[0]) for option in options}


@lru_cache(maxsize=50_000)
def _cells(table: str, key: str) -> tuple[str, ...]:
    """The cells of the one row of a key, empty ones for an unknown key."""
    found = sorted_table(table).rows(key)
    return tuple(found[0]) if found else (key, "", "")


@lru_cache(maxsize=20_000)
def jyutping(char: str) -> str:
    """The usual Cantonese reading of a character.

    >>> jyutping("顿"), jyutping("知")
    ('deon', 'zi')

    Args:
        char: one simplified character.

    Returns:
        Jyutping without its tone; empty for what has no reading.
    """
    usual = _cells("jyutping", char)[1].partition(":")[0]
    # The table tells retroflex initials apart, which Cantonese does not.
    return usual[0] + usual[2:] if usual[:2] in {"zh", "ch", "sh"} else usual


@lru_cache(maxsize=5_000)
def _syllable(key: str) -> Shares:
    """Spellings of a Cantonese syllable, all habits together."""
    found: Shares = {}
    for _, system, cell in sorted_table("cantonese_spellings").rows(key):
        weight = _CANTONESE.get(system, 0.0)
        for form, share in _parsed(cell):
            found[form] = found.get(form, 0.0) + weight * share
    return found


@cache
def _names() -> dict[tuple[str, str, str], Shares]:
    """Spellings by (characters, channel, role)."""
    weights = {"cantonese": ("cantonese", 0.85), "macau": ("cantonese", 0.15)}
    weights |= {system: ("minnan", weight) for system, weight in _MINNAN.items()}
    weights["gwoyeu"] = ("gwoyeu", 1.0)
    table = columns("dialect_names")
    forms = _plain("|".join(table["spelling"])).replace(" ", "").split("|")
    found: dict[tuple[str, str, str], Shares] = {}
    for han, system, form, share, role in zip(
        table["han"], table["system"], forms, table["share"], table["role"], strict=True
    ):
        if system in weights:
            channel, weight = weights[system]
            own = found.setdefault((han, channel, role), {})
            own[form] = own.get(form, 0.0) + weight * float(share)
    return found


@lru_cache(maxsize=1_000)
def spellings(channel: str, char: str, *, surname: bool) -> Shares:
    """Spellings that a character may take.

    Args:
        channel: ``"cantonese"``, ``"minnan"`` or ``"korean"``.
        char: one character, in simplified space.
        surname: whether it stands where a surname does.

    Returns:
        Share by folded spelling; the shares of a well-known character sum to about 1.
    """
    if channel == "korean":
        _, as_surname, as_given = _cells("korean_spellings", char)
        return dict(_parsed((as_surname if surname else as_given) or as_given))
    roles = ("surname", "given") if surname else ("given", "surname")
    own = _names().get((char, channel, roles[0]), {})
    other = _names().get((char, channel, roles[1]), {})
    if channel == "minnan":
        return _minnan(char, own, other, surname=surname)
    found: Shares = {}
    for key, share in _parsed(_cells("jyutping", char)[1]):
        for form, each in _syllable(key).items():
            found[form] = found.get(form, 0.0) + share * each
    return mixed(found, own, _OWN_SURNAME) if own else found


def mixed(shares: Shares, others: Shares, part: float) -> Shares:
    """Two sets of spellings as one, of which the others make up a part."""
    found = {form: share * (1 - part) for form, share in shares.items()}
    for form, share in others.items():
        found[form] = found.get(form, 0.0) + share * part
    return found


def own_forms(channel: str, char: str, *, surname: bool) -> Shares:
    """Spellings that rows name for a character itself, whatever its sound would be spelled as.

    Args:
        channel: ``"cantonese"``, ``"minnan"`` or ``"gwoyeu"``.
        char: one character, in simplified space.
        surname: whether it stands where a surname does.

    Returns:
        Share by folded spelling; empty for most characters.
    """
    return _names().get((char, channel, "surname" if surname else "given"), {})


def _minnan(char: str, own: Shares, other: Shares, *, surname: bool) -> Shares:
    """Spellings by single characters, and in given names also by the syllables of Hokkien."""
    found = dict(own)
    for form, share in other.items():
        found.setdefault(form, share * _OTHER_ROLE)
    systematic = {} if surname else dict(_parsed(_cells("hokkien_spellings", char)[1]))
    if not systematic:
        return found
    return mixed(found, systematic, _BY_SYLLABLE if own else 1.0)


@cache
def inventory(channel: str) -> frozenset[str]:
    """Every spelling of one syllable that the tables of a channel hold."""
    forms = {
        form
        for (han, own, _), shares in _names().items()
        if own == channel and len(han) == 1
        for form in shares
    }
    if channel in _TABLES:
        forms |= _forms(_TABLES[channel])
    return frozenset(form for form in forms if form.isascii() and form.isalpha())
