"""How common each Latin syllable is in Chinese names, and what it may stand for.

The table sums over characters, by how common they are in names, and over romanizations: Wong is
frequent because 王 and 黄 are, Tsz because Hong Kong spells 子 so.

>>> rarity("wang", surname=True) < rarity("pang", surname=True)
True
"""

from functools import cache, lru_cache

from namelink.tables.loader import columns

# A spelling that the table does not hold is rarer than those that it does.
_RARE_BITS = 24.0
_LONGEST = 6
_NEVER = float("inf")


@cache
def _table() -> dict[str, tuple[float, float, str]]:
    table = columns("spellings")
    surname, given = map(float, table["surname"]), map(float, table["given"])
    rows = zip(surname, given, table["mandarin"], strict=True)
    return dict(zip(table["spelling"], rows, strict=True))


def rarity(form: str, *, surname: bool) -> float:
    """How much it tells that a name holds a syllable.

    Args:
        form: a folded Latin syllable.
        surname: whether it is met as a surname or in a given name.

    Returns:
        log2 of one over the share of Chinese people who spell theirs so, capped for rare ones.
    """
    row = _table().get(form)
    if row is None:
        return _RARE_BITS
    return row[0] if surname else row[1]


@cache
def mandarin_of(form: str) -> tuple[tuple[str, float], ...]:
    """Mandarin syllables that a Latin syllable of any romanization may stand for.

    Args:
        form: a folded Latin syllable.

    Returns:
        Pairs of syllable in Hanyu Pinyin and share, best first; empty for no syllable.
    """
    row = _table().get(form)
    if row is None:
        return ()
    pairs = (option.rpartition(":") for option in row[2].split("|") if option)
    return tuple((syllable, float(share)) for syllable, _, share in pairs)


@cache
def mandarin_rarity() -> dict[str, tuple[float, float]]:
    """Share of names with each Mandarin syllable, however it is spelled: surname and given."""
    found: dict[str, tuple[float, float]] = {}
    for form, (surname, given, _) in _table().items():
        for syllable, share in mandarin_of(form):
            one, other = found.get(syllable, (0.0, 0.0))
            found[syllable] = (one + share * 2.0**-surname, other + share * 2.0**-given)
    return found


@lru_cache(maxsize=50_000)
def word_bits(letters: str) -> float:
    """How much it tells that a Chinese name holds a word: its syllables, however it is cut.

    Args:
        letters: folded letters of one word.

    Returns:
        log2 of one over the share of Chinese names with these syllables, in the likeliest cut;
        infinity for what no romanization spells.
    """
    known = _either().get
    best = [_NEVER] * (len(letters) + 1)
    best[0] = 0.0
    for start, before in enumerate(best):
        if before == _NEVER:
            continue
        for end in range(start + 1, min(start + _LONGEST, len(letters)) + 1):
            bits = known(letters[start:end])
            if bits is not None and before + bits < best[end]:
                best[end] = before + bits
    return best[-1]


@cache
def _either() -> dict[str, float]:
    """What each syllable tells at least, as a surname or in a given name."""
    return {form: min(surname, given) for form, (surname, given, _) in _table().items()}
