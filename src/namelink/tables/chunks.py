"""The learned transliteration table: Han character → Latin chunk, with a letter background.

The table's own header names its source and licence; ``tools/build_chunks.py`` rebuilds it and
``docs/decisions/0003-transliteration-table.md`` says how it was learned. Only what a lower level
does not foretell has a row of its own:

* a character backs off to its syllable, which is that of Mandarin (``~dun``) or, more rarely, that
  of Cantonese (``=deon``), since Hong Kong writes foreign names by its own sounds,
* a syllable to its initial (for the onset of the chunk) and its final (for the rime),
* these to what all onsets and all rimes have in common, and that to even letters.

Each step down costs the weight of the key that is left (the row with chunk ``*``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from namelink.tables.dialects import jyutping
from namelink.tables.loader import columns, sorted_table

LONGEST = 7
_VOWELS = "aeiouy"
_EVEN = float(np.log2(27.0))
# Probabilities down to 2**-126 are numbers; what is less probable never counts.
_LEAST = -120.0
# Key of the rows of the letter background.
_LETTERS = "^"
_INITIALS = {
    "~": ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw"),
    "=": ("ng", "gw", "kw", *"bpmfdtnlgkhzcsjw"),
}

Matrix = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]


@lru_cache(maxsize=50_000)
def rows_of(key: str) -> tuple[float, dict[str, float]]:
    """What the table says of a character, a syllable or a half of one.

    Args:
        key: first cell of the table's rows.

    Returns:
        log2 of what leaving the key for the level below costs, and log2 P(chunk | key) of the
        chunks that it has rows for; 0 and nothing for an unknown key.
    """
    found = {chunk: float(bits) for _, chunk, bits in sorted_table("chunks").rows(key)}
    weight = found.pop("*", 0.0)
    if "-" in found:
        found[""] = found.pop("-")
    return weight, found


@cache
def _letters() -> dict[str, float]:
    """log2 P(letter | letter before), keyed by the two letters."""
    return rows_of(_LETTERS)[1]


def is_sound(char: str) -> bool:
    """Whether a character has rows of its own: it is used to write foreign names.

    Args:
        char: one character, in simplified space.

    Returns:
        True for the few hundred characters of transcription.
    """
    return char != _LETTERS and bool(rows_of(char)[1])


@cache
def known_chunks() -> tuple[str, ...]:
    """Every chunk that some character or syllable has a row for."""
    table = columns("chunks")
    found = {
        "" if chunk == "-" else chunk
        for key, chunk in zip(table["key"], table["chunk"], strict=True)
        if chunk != "*" and key != _LETTERS and (key[0] not in _INITIALS or "-" not in key)
    }
    return tuple(sorted(found))


def emissions(keys: Sequence[tuple[str, str]], wanted: Sequence[str]) -> Matrix:
    """How probable it is that characters stand for chunks.

    Args:
        keys: characters, each with its pinyin syllable (an empty one if it has none).
        wanted: chunks of letters a to z, perhaps empty.

    Returns:
        log2 P(chunk | character), shape (keys, chunks).
    """
    return _emissions(keys, *_wanted(wanted))


def known_emissions(char: str, syllable: str) -> Matrix:
    """How probable it is that a character stands for each of `known_chunks`.

    Args:
        char: a character.
        syllable: its pinyin syllable, empty if it has none.

    Returns:
        As a row of `emissions`.
    """
    row: Matrix = _emissions([(char, syllable)], *_known_wanted())[0]
    return row


def _wanted(wanted: Sequence[str]) -> tuple["_Halves", dict[str, int]]:
    return _Halves.of(wanted), {chunk: at for at, chunk in enumerate(wanted)}


@cache
def _known_wanted() -> tuple["_Halves", dict[str, int]]:
    """Kept, because taking thousands of chunks apart costs more than asking for them."""
    return _wanted(known_chunks())


def _emissions(
    keys: Sequence[tuple[str, str]], halves: "_Halves", place: dict[str, int]
) -> Matrix:
    mandarin = _of_syllables([f"~{syllable}" for _, syllable in keys], halves, place)
    cantonese = _of_syllables([f"={jyutping(char) or '0'}" for char, _ in keys], halves, place)
    found: Matrix = np.log2(mandarin + cantonese)
    chars = [char for char, _ in keys]
    weight = [rows_of(char)[0] for char in chars]
    found += np.array(weight, dtype=np.float32)[:, None]
    row, column, bits = _own_of(chars, place)
    found[row, column] = bits
    return found


def _own_of(keys: Sequence[str], place: dict[str, int]) -> tuple[Places, Places, Matrix]:
    """Rows that keys have of their own: position of the key, of the chunk, and bits."""
    row: list[int] = []
    column: list[int] = []
    bits: list[float] = []
    for at, key in enumerate(keys):
        own = rows_of(key)[1]
        met = own.keys() & place.keys()
        row += [at] * len(met)
        column += [place[chunk] for chunk in met]
        bits += [own[chunk] for chunk in met]
    return (
        np.array(row, dtype=np.intp),
        np.array(column, dtype=np.intp),
        np.array(bits, dtype=np.float32),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Halves:
    """Onsets and rimes of chunks: the number of each, which a chunk has, what is common of them.

    What all onsets and all rimes of a language have in common lies over even letters.
    """

    onsets: dict[str, int]
    rimes: dict[str, int]
    any_onset: dict[str, Matrix]
    any_rime: dict[str, Matrix]
    onset_of: Places
    rime_of: Places

    @classmethod
    def of(cls, wanted: Sequence[str]) -> "_Halves":
        cut = [_halves(chunk) for chunk in wanted]
        onsets: dict[str, int] = {}
        rimes: dict[str, int] = {}
        onset_of = [onsets.setdefault(onset, len(onsets)) for onset, _ in cut]
        rime_of = [rimes.setdefault(rime, len(rimes)) for _, rime in cut]
        return cls(
            onsets=onsets,
            rimes=rimes,
            any_onset={lang: _own_over(f"{lang}*-", _even(onsets), onsets) for lang in _INITIALS},
            any_rime={lang: _own_over(f"{lang}-*", _even(rimes), rimes) for lang in _INITIALS},
            onset_of=np.array(onset_of, dtype=np.intp),
            rime_of=np.array(rime_of, dtype=np.intp),
        )


def _of_syllables(syllables: Sequence[str], halves: _Halves, place: dict[str, int]) -> Matrix:
    """Share of the language times P(chunk | syllable), shape (syllables, chunks)."""
    number = {key: at for at, key in enumerate(dict.fromkeys(syllables))}
    language = syllables[0][0] if syllables else ""
    starts: dict[str, Matrix] = {}
    ends: dict[str, Matrix] = {}
    common = rows_of(f"%{language}")[0]
    found = np.zeros((len(number), len(place)), dtype=np.float32)
    # Products of powers, since a power for every chunk would cost most of the time.
    for key, at in number.items():
        start, end = _ends(key)
        if start not in starts:
            own = _own_over(start, halves.any_onset[language].copy(), halves.onsets) + np.float32(
                common
            )
            starts[start] = np.exp2(own)[halves.onset_of]
        if end not in ends:
            own = _own_over(end, halves.any_rime[language].copy(), halves.rimes)
            ends[end] = np.exp2(own)[halves.rime_of]
        np.multiply(starts[start], ends[end], out=found[at])
        found[at] *= 2.0 ** rows_of(key)[0]
    row, column, bits = _own_of(list(number), place)
    found[row, column] = np.exp2(bits + np.float32(common))
    np.maximum(found, 2.0**_LEAST, out=found)
    return found[[number[key] for key in syllables]]


def _even(pieces: Iterable[str]) -> Matrix:
    """What onsets or rimes of even letters take."""
    sizes = np.array([len(piece) + 1 for piece in pieces], dtype=np.float32)
    found: Matrix = -_EVEN * sizes
    return found


def _own_over(key: str, row: Matrix, place: dict[str, int]) -> Matrix:
    """A key's own rows over what the level below says, in place."""
    weight, own = rows_of(key)
    row += weight
    for chunk in own.keys() & place.keys():
        row[place[chunk]] = own[chunk]
    return row


@lru_cache(maxsize=200_000)
def _halves(chunk: str) -> tuple[str, str]:
    """Onset (the consonants before the first vowel) and rime of a chunk."""
    cut = next((at for at, letter in enumerate(chunk) if letter in _VOWELS), len(chunk))
    return chunk[:cut], chunk[cut:]


@lru_cache(maxsize=5_000)
def _ends(key: str) -> tuple[str, str]:
    """Initial and final of a syllable key: ``~dun`` is ``~d-`` and ``~-un``."""
    language, syllable = key[0], key[1:]
    initial = next((each for each in _INITIALS[language] if syllable.startswith(each)), "")
    return f"{language}{initial or '0'}-", f"{language}-{syllable[len(initial) :] or '0'}"


@lru_cache(maxsize=100_000)
def background(letters: str) -> float:
    """How many bits a Latin spelling takes when nothing is known of its Chinese form.

    Args:
        letters: folded letters a to z.

    Returns:
        Bits, positive; longer and odder spellings take more.
    """
    framed = f"<{letters}>"
    return sum(map(letter_bits, framed, framed[1:]))


def letter_bits(before: str, letter: str) -> float:
    """What a letter costs in the background, after the one before it.

    Args:
        before: a letter, or ``<`` at the start.
        letter: a letter, or ``>`` at the end.

    Returns:
        Bits, positive.
    """
    return -_letters().get(before + letter, -12.0)
