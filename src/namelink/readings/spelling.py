"""From Han to Latin: the spellings that a Chinese name may take, ranked, each with its convention.

People: surname and given name by every reading, in either order, with and without a hyphen, as
initials (GB/T 28039-2011), as on passports (capitals, ü as YU), and in the other romanizations of
Mandarin. Other names: the pinyin of their characters, written solid or word by word.
"""

from collections.abc import Callable, Sequence
from itertools import islice, product
from math import log2

from namelink.model.batch import Form
from namelink.model.kinds import Kind, Role
from namelink.model.name import Spelling
from namelink.readings.engines import cut_words
from namelink.readings.romanized import readings
from namelink.tables.syllables import spellings_of

# A surname takes its table reading nearly always; given names of two characters with two readings
# each have four, more are rarely asked for.
_MOST_READINGS = 4
_MOST_PRODUCTS = 8

Syllables = tuple[str, ...]
Style = Callable[[Syllables, Syllables], str]


def spellings_of_form(form: Form, kind: Kind) -> list[Spelling]:
    """Spellings of a form in Han characters.

    Args:
        form: the name.
        kind: whether it is a person.

    Returns:
        Spellings, most probable first; empty when a character has no reading.
    """
    chars = [at for at, shape in enumerate(form.shapes) if shape == "han"]
    options = [readings(form.keys[at], form.surname[at])[:_MOST_READINGS] for at in chars]
    if not options or not all(options):
        return []
    surname = [at for at in chars if form.roles[at] is Role.SURNAME]
    person = kind is Kind.PERSON and 0 < len(surname) < len(chars)
    cuts = () if person else _word_ends("".join(form.keys[at] for at in chars))
    found: dict[tuple[str, str], float] = {}
    ranked = sorted(product(*options), key=lambda way: -_share(way))
    for way in islice(ranked, _MOST_PRODUCTS):
        said = tuple(syllable for syllable, _ in way)
        for system, style, weight in _PERSON if person else _OTHER:
            split = len(surname) if person else 0
            surname_forms, forms = _spelled(said, split, system)
            text = _apart(forms, cuts) if style is _by_word else style(surname_forms, forms)
            share = _share(way) * weight
            if share > found.get((text, system), 0.0):
                found[text, system] = share
    best: dict[str, Spelling] = {}
    total = sum(found.values())
    for (text, system), share in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(text, Spelling(text=text, system=system, weight=log2(share / total)))
    return list(best.values())


def _word_ends(text: str) -> tuple[int, ...]:
    """Where the words of a Chinese text end, by frequency of words."""
    ends, at = [], 0
    for word in cut_words(text):
        at += len(word)
        ends.append(at)
    return tuple(ends)


def _apart(syllables: Syllables, ends: tuple[int, ...]) -> str:
    """Syllables written word by word (GB/T 16159: Beijing Daxue)."""
    starts = (0, *ends[:-1])
    return " ".join(_solid(syllables[start:end]) for start, end in zip(starts, ends, strict=True))


def _share(way: Sequence[tuple[str, float]]) -> float:
    share = 1.0
    for _, each in way:
        share *= each
    return share


def _spelled(said: Syllables, split: int, system: str) -> tuple[Syllables, Syllables]:
    table = spellings_of(_TABLE.get(system, "pinyin"))
    forms = [table.get(syllable, (syllable,)) for syllable in said]
    spelled = tuple(_umlaut(own, said[at], system) for at, own in enumerate(forms))
    return spelled[:split], spelled[split:]


def _umlaut(forms: Syllables, syllable: str, system: str) -> str:
    """Hyphenless pinyin prints ü; passports print YU (LYU), but LUE and NUE."""
    if system in ("pinyin", "order", "initials") and "v" in syllable:
        return syllable.replace("v", "ü")
    return forms[0]


def _solid(syllables: Syllables) -> str:
    """Syllables in one word, with the apostrophe before a vowel (GB/T 28039-2011: Xi'an)."""
    text = syllables[0] if syllables else ""
    for syllable in syllables[1:]:
        text += f"'{syllable}" if syllable[0] in "aeo" else syllable
    return text.capitalize()


def _plain(surname: Syllables, given: Syllables) -> str:
    return f"{''.join(surname).capitalize()} {_solid(given)}".strip()


def _given_first(surname: Syllables, given: Syllables) -> str:
    return f"{_solid(given)} {''.join(surname).capitalize()}"


def _hyphen(surname: Syllables, given: Syllables) -> str:
    return f"{'-'.join(surname).capitalize()} {'-'.join(given).capitalize()}"


def _passport(surname: Syllables, given: Syllables) -> str:
    return f"{''.join(surname)}, {''.join(given)}".upper()


def _short(surname: Syllables, given: Syllables) -> str:
    return f"{''.join(surname).capitalize()} {' '.join(each[0].upper() + '.' for each in given)}"


def _short_first(surname: Syllables, given: Syllables) -> str:
    return f"{' '.join(each[0].upper() + '.' for each in given)} {''.join(surname).capitalize()}"


def _whole(surname: Syllables, given: Syllables) -> str:
    return _solid(surname + given)


def _by_word(surname: Syllables, given: Syllables) -> str:
    """Stands for writing word by word; where the words end is not to be seen from syllables."""
    return _whole(surname, given)


# System, how it is written, and how usual that is in documents, in rough shares.
_PERSON: tuple[tuple[str, Style, float], ...] = (
    ("pinyin", _plain, 0.4),
    ("order", _given_first, 0.25),
    ("passport", _passport, 0.1),
    ("hyphen", _hyphen, 0.08),
    ("initials", _short, 0.05),
    ("initials", _short_first, 0.05),
    ("wade-giles", _hyphen, 0.05),
    ("tongyong", _hyphen, 0.01),
    ("mps2", _hyphen, 0.005),
)
_OTHER: tuple[tuple[str, Style, float], ...] = (
    ("pinyin", _by_word, 0.6),
    ("pinyin", _whole, 0.2),
    ("wade-giles", _whole, 0.1),
    ("tongyong", _whole, 0.05),
    ("mps2", _whole, 0.02),
)
_TABLE = {"wade-giles": "wade-giles", "tongyong": "tongyong", "mps2": "mps2"}
