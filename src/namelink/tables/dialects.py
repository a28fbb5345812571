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

from namelink.tables.loader import columns_and_lines

# How often each habit is met among names spelled from Cantonese, and each language among names
# spelled from the others: judgments from where such names are registered.
_CANTONESE = {
    "hk-government": 0.75,
    "malaysia": 0.1,
    "macau": 0.07,
    "yale": 0.04,
    "jyutping": 0.04,
}
_MINNAN = {"hokkien": 0.5, "teochew": 0.2, "hakka": 0.2, "hainanese": 0.05, "foochow": 0.05}
# Surnames have spellings of their own; the rest is spelled like any syllable.
_OWN_SURNAME = 0.8
# What the syllables say beside rows that name a character's own spellings.
_BY_SYLLABLE = 0.4
# A surname's spelling on a given name, and the reverse, is a parse gone wrong more often than not.
_OTHER_ROLE = 0.2

Shares = dict[str, float]


def _parsed(cell: str) -> tuple[tuple[str, float], ...]:
    pairs = (option.rpartition(":") for option in cell.split("|") if option)
    return tuple(
        (form.lower().replace("-", "").replace("'", ""), float(share)) for form, _, share in pairs
    )


@cache
def _readings() -> dict[str, str]:
    # Lists, not dictionaries: the table is large, and a single comparison reads it.
    return dict(columns_and_lines("jyutping")[1])


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
    usual = _readings().get(char, "").partition(":")[0]
    # The table tells retroflex initials apart, which Cantonese does not.
    return usual[0] + usual[2:] if usual[:2] in {"zh", "ch", "sh"} else usual


@cache
def _syllables() -> dict[str, Shares]:
    """Spellings of each Cantonese syllable, all habits together."""
    found: dict[str, Shares] = {}
    for syllable, system, cell in columns_and_lines("cantonese_spellings")[1]:
        weight = _CANTONESE.get(system, 0.0)
        own = found.setdefault(syllable, {})
        for form, share in _parsed(cell):
            own[form] = own.get(form, 0.0) + weight * share
    return found


@cache
def _names() -> dict[tuple[str, str, str], Shares]:
    """Spellings by (characters, channel, role)."""
    found: dict[tuple[str, str, str], Shares] = {}
    cantonese = {"cantonese": 0.85, "macau": 0.15}
    for han, system, spelling, share, role, _ in columns_and_lines("dialect_names")[1]:
        for channel, weights in (("cantonese", cantonese), ("minnan", _MINNAN)):
            weight = weights.get(system, 0.0)
            if weight:
                own = found.setdefault((han, channel, role), {})
                form = spelling.lower().replace("-", "").replace("'", "").replace(" ", "")
                own[form] = own.get(form, 0.0) + weight * float(share)
    return found


@lru_cache(maxsize=100_000)
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
        own, other = _korean().get(char, ({}, {}))
        return (own if surname else other) or other
    roles = ("surname", "given") if surname else ("given", "surname")
    own = _names().get((char, channel, roles[0]), {})
    other = _names().get((char, channel, roles[1]), {})
    if channel == "minnan":
        return _minnan(char, own, other, surname=surname)
    found: Shares = {}
    for key, share in _parsed(_readings().get(char, "")):
        for form, each in _syllables().get(key, {}).items():
            found[form] = found.get(form, 0.0) + share * each
    if not own:
        return found
    mixed = {form: share * (1 - _OWN_SURNAME) for form, share in found.items()}
    for form, share in own.items():
        mixed[form] = mixed.get(form, 0.0) + share * _OWN_SURNAME
    return mixed


def _minnan(char: str, own: Shares, other: Shares, *, surname: bool) -> Shares:
    """Spellings by single characters, and in given names also by the syllables of Hokkien."""
    found = dict(own)
    for form, share in other.items():
        found.setdefault(form, share * _OTHER_ROLE)
    systematic = {} if surname else _hokkien().get(char, {})
    if not systematic:
        return found
    weight = _BY_SYLLABLE if own else 1.0
    found = {form: share * (1 - weight) for form, share in found.items()}
    for form, share in systematic.items():
        found[form] = found.get(form, 0.0) + share * weight
    return found


@cache
def _hokkien() -> dict[str, Shares]:
    return {han: dict(_parsed(cell)) for han, cell in columns_and_lines("hokkien_spellings")[1]}


@cache
def _korean() -> dict[str, tuple[Shares, Shares]]:
    lines = columns_and_lines("korean_spellings")[1]
    return {han: (dict(_parsed(one)), dict(_parsed(other))) for han, one, other in lines}


@cache
def inventory(channel: str) -> frozenset[str]:
    """Every spelling of one syllable in a channel."""
    forms = {
        form
        for (han, own, _), shares in _names().items()
        if own == channel and len(han) == 1
        for form in shares
    }
    if channel == "korean":
        forms |= {form for pair in _korean().values() for shares in pair for form in shares}
    elif channel == "cantonese":
        forms |= {form for shares in _syllables().values() for form in shares}
    else:
        forms |= {form for shares in _hokkien().values() for form in shares}
    return frozenset(form for form in forms if form.isascii() and form.isalpha())
