"""P(spelling | character): the syllables that a character may be spelled with, a romanization.

>>> max(shares("习", "xi", "wade-giles").items(), key=lambda pair: pair[1])[0]
'hsi'
"""

from functools import lru_cache

from namelink.readings.engines import pinyin_readings, toned_readings
from namelink.tables.dialects import mixed, own_forms, spellings
from namelink.tables.readings import merged_readings
from namelink.tables.syllables import BY_CHARACTER, GWOYEU, gwoyeu, spellings_of
from namelink.text.variants import traditional

# Share of each romanization among the names of Chinese people in documents, by rough count of
# those who live where it is used; Taiwan's passports leave the choice among several. Tests hold
# the order, the fit holds the rest.
SYSTEM_SHARES = {
    "pinyin": 0.56,
    "wade-giles": 0.12,
    "tongyong": 0.02,
    "mps2": 0.01,
    "gwoyeu": 0.01,
    "cantonese": 0.18,
    "minnan": 0.08,
    "korean": 0.02,
}
_FIRST_SPELLING = 0.7
# Where rows name a character's own spellings of Taiwan, as many follow them as follow the table.
_OWN = 0.5
# Shares below this are noise of the tables, and would make any character fit any spelling.
_LEAST_SHARE = 0.004


@lru_cache(maxsize=50_000)
def readings(char: str, surname: str) -> tuple[tuple[str, float], ...]:
    """Mandarin readings of a character at its place in a name.

    Args:
        char: the character, in simplified space.
        surname: its surname readings with ``|`` between them, empty outside surnames.

    Returns:
        Pairs of syllable and share of belief, best first.
    """
    ordinary = _ordinary(char)
    if not surname:
        return ordinary
    special = surname.split("|")
    found = dict.fromkeys(special, 0.05)
    found[special[0]] = 0.9
    # The ordinary readings stay possible: the span may not be a surname after all.
    for syllable, share in ordinary:
        found.setdefault(syllable, 0.05 * share)
    return tuple(sorted(found.items(), key=lambda pair: -pair[1]))


def _ordinary(char: str) -> tuple[tuple[str, float], ...]:
    """Readings of whichever character stands behind a simplified one."""
    # Late simplified forms of rare characters are in no list of readings.
    found = pinyin_readings(char) or pinyin_readings(traditional(char))
    merged = merged_readings().get(char)
    if not merged:
        return found
    part = sum(merged.values())
    others = {reading: share / part for reading, share in merged.items()}
    return tuple(mixed(dict(found), others, part).items())


@lru_cache(maxsize=20_000)
def shares(char: str, surname: str, system: str) -> dict[str, float]:
    """How often a character is spelled in each way, in one romanization.

    Args:
        char: the character, in simplified space.
        surname: see `readings`.
        system: name of the romanization.

    Returns:
        Share by folded spelling; the shares of a well-known character sum to about 1.
    """
    if system in BY_CHARACTER:
        found = spellings(system, char, surname=bool(surname))
    elif system == GWOYEU:
        found = _gwoyeu(char, surname)
    else:
        found = _mandarin(char, surname, system)
    return {form: share for form, share in found.items() if share >= _LEAST_SHARE}


def _gwoyeu(char: str, surname: str) -> dict[str, float]:
    """Spellings with the tone in them, each as probable as its syllable."""
    known = dict(readings(char, surname))
    found: dict[str, float] = {}
    toned = toned_readings(char)
    for reading in toned:
        bare = reading[:-1]
        beside = sum(other[:-1] == bare for other in toned)
        for form in gwoyeu().get(reading, ()):
            found[form] = found.get(form, 0.0) + known.get(bare, 0.0) / beside
    own = own_forms(GWOYEU, char, surname=bool(surname))
    return mixed(found, own, _OWN) if own else found


def _mandarin(char: str, surname: str, system: str) -> dict[str, float]:
    found: dict[str, float] = {}
    table = spellings_of(system)
    for syllable, share in readings(char, surname):
        forms = table.get(syllable, ())
        for place, form in enumerate(forms):
            among = 1.0 if len(forms) == 1 else _FIRST_SPELLING
            if place:
                among = (1 - _FIRST_SPELLING) / (len(forms) - 1)
            found[form] = found.get(form, 0.0) + share * among
    return found
