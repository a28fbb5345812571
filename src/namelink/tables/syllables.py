"""Mandarin syllables and their spellings, and the cut of a solid spelling into syllables.

Southern spellings (`namelink.tables.dialects`) are cut by the same rule.

>>> segmentations("yongming", "pinyin")
(('yong', 'ming'),)
>>> sorted(segmentations("xian", "pinyin"))
[('xi', 'an'), ('xian',)]
"""

from collections.abc import Collection, Container
from functools import cache, lru_cache

from namelink.tables import dialects
from namelink.tables.loader import columns

# A name holds few syllables; eight letters at most make one ("chhiong" in church romanizations).
_LONGEST = 7
_MOST_SYLLABLES = 6

SOUTHERN = ("cantonese", "minnan")
# A character is a syllable there too, but the syllables are not those of Chinese.
KOREAN = "korean"
# Systems whose spellings are tables of characters, not rules over Mandarin syllables.
BY_CHARACTER = (*SOUTHERN, KOREAN)
# Its spellings hold the tone, so they are keyed by syllables with one.
GWOYEU = "gwoyeu"


@cache
def _systems() -> dict[str, dict[str, tuple[str, ...]]]:
    """Spellings of each syllable by system."""
    table = columns("syllables")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for syllable, system, forms in zip(
        table["syllable"], table["system"], table["spellings"], strict=True
    ):
        found.setdefault(system, {})[syllable] = tuple(forms.split("|"))
    return found


@cache
def systems() -> tuple[str, ...]:
    """Names of the romanizations, most usual first."""
    return tuple(_systems())


def spellings_of(system: str) -> dict[str, tuple[str, ...]]:
    """Spellings of each syllable in one system, most usual first."""
    return _systems().get(system, {})


@cache
def syllables_of(system: str) -> dict[str, tuple[str, ...]]:
    """Syllables that each spelling of one system may stand for."""
    found: dict[str, list[str]] = {}
    table = gwoyeu() if system == GWOYEU else spellings_of(system)
    for syllable, forms in table.items():
        for form in forms:
            found.setdefault(form, []).append(syllable.rstrip("1234"))
    return {form: tuple(dict.fromkeys(own)) for form, own in found.items()}


@cache
def gwoyeu() -> dict[str, tuple[str, ...]]:
    """Spellings of each syllable with its tone (``ming2``) in Gwoyeu Romatzyh."""
    table = columns("gwoyeu")
    return {
        syllable: (spelling,)
        for syllable, spelling in zip(table["syllable"], table["spelling"], strict=True)
    }


# Documents of Taiwan mix its systems, even inside a given name (Ma Ying-jeou).
TAIWAN = "taiwan"
_OF_TAIWAN = ("wade-giles", "tongyong", "mps2", GWOYEU)


@cache
def _inventory(system: str) -> Collection[str]:
    if system in BY_CHARACTER:
        return dialects.inventory(system)
    if system == GWOYEU:
        # Own spellings of Taiwan stand beside it.
        return syllables_of(system).keys() | dialects.inventory(system)
    if system == TAIWAN:
        return frozenset().union(*(_inventory(own) for own in _OF_TAIWAN))
    return syllables_of(system)


@cache
def _holders(names: tuple[str, ...]) -> dict[str, int]:
    """Which of some systems hold each spelling of a syllable, as bits."""
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        for form in _inventory(name):
            found[form] = found.get(form, 0) | 1 << at
    return found


@lru_cache(maxsize=1_000)
def cutting(letters: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Systems that cut a solid spelling into syllables, all asked at once.

    >>> cutting("hsing", ("pinyin", "wade-giles")), cutting("microsoft", ("pinyin", "wade-giles"))
    (('wade-giles',), ())

    Args:
        letters: folded Latin letters.
        names: of systems, as in `segmentations`.

    Returns:
        Those for which `segmentations` may have something, in their order.
    """
    held, last = _holders(names).get, len(letters)
    # Systems that cut what stands before each place.
    reached = [(1 << len(names)) - 1] + [0] * last
    for at, here in enumerate(reached):
        if here:
            for end in range(at + 1, min(at + _LONGEST, last) + 1):
                own = held(letters[at:end])
                if own:
                    reached[end] |= here & own
    whole = reached[last]
    return tuple([name for at, name in enumerate(names) if whole >> at & 1]) if whole else ()


@lru_cache(maxsize=20_000)
def segmentations(letters: str, system: str) -> tuple[tuple[str, ...], ...]:
    """Every cut of a solid spelling into spellings of syllables of one system.

    Args:
        letters: folded Latin letters.
        system: a name from `systems` or `BY_CHARACTER`, `GWOYEU`, or `TAIWAN` for a mixture of
            the systems of Taiwan.

    Returns:
        Cuts, fewest syllables first; empty when the letters cannot be cut.
    """
    if not letters or len(letters) > _LONGEST * _MOST_SYLLABLES:
        return ()
    ends = _syllable_ends(letters, _inventory(system))
    if len(letters) not in ends:
        return ()
    # Backward from the end, so that only ways that begin at the first letter are gone.
    cuts: list[tuple[str, ...]] = []
    stack: list[tuple[int, tuple[str, ...]]] = [(len(letters), ())]
    while stack:
        end, done = stack.pop()
        if end == 0:
            cuts.append(done)
        elif len(done) < _MOST_SYLLABLES:
            stack.extend((at, (letters[at:end], *done)) for at in ends[end])
    return tuple(sorted(cuts, key=lambda cut: (len(cut), cut)))


def _syllable_ends(letters: str, inventory: Container[str]) -> dict[int, list[int]]:
    """Where a syllable may end that syllables lead up to, with where it may begin."""
    found: dict[int, list[int]] = {0: []}
    last = len(letters)
    for at in range(last):
        if at in found:
            for end in range(at + 1, min(at + _LONGEST, last) + 1):
                if letters[at:end] in inventory:
                    found.setdefault(end, []).append(at)
    return found
