"""The learned transliteration table: Han character → Latin chunk, with a letter background.

The table's own header names its source and licence; ``tools/build_chunks.py`` rebuilds it and
``docs/decisions/0003-transliteration-table.md`` says how it was learned. Only what a lower level
does not foretell has a row of its own:

* a character backs off to its pinyin syllable,
* a syllable to its initial (for the onset of the chunk) and its final (for the rime),
* these to what all onsets and all rimes have in common, and that to even letters.

Each step down costs the weight of the key that is left (the row with chunk ``*``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from namelink.tables.loader import columns_and_lines

LONGEST = 7
_VOWELS = "aeiouy"
_EVEN = float(np.log2(27.0))
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunks:
    """The table, read.

    Attributes:
        own: log2 P(chunk | key) where a key has a row of its own, by key and chunk.
        weight: log2 of what leaving a key for the level below costs, by key.
        letters: log2 P(letter | letter before), keyed by the two letters.
    """

    own: dict[str, dict[str, float]]
    weight: dict[str, float]
    letters: dict[str, float]


@cache
def chunks() -> Chunks:
    """Read the table on first use."""
    _, lines = columns_and_lines("chunks")
    own: dict[str, dict[str, float]] = {}
    weight: dict[str, float] = {}
    letters: dict[str, float] = {}
    for key, chunk, bits in lines:
        if key == "^":
            letters[chunk] = float(bits)
        elif chunk == "*":
            weight[key] = float(bits)
        else:
            own.setdefault(key, {})["" if chunk == "-" else chunk] = float(bits)
    return Chunks(own=own, weight=weight, letters=letters)


def is_sound(char: str) -> bool:
    """Whether a character has rows of its own: it is used to write foreign names.

    Args:
        char: one character, in simplified space.

    Returns:
        True for the few hundred characters of transcription.
    """
    return char in chunks().own


@cache
def known_chunks() -> tuple[str, ...]:
    """Every chunk that some character or syllable has a row for."""
    found = {
        chunk
        for key, own in chunks().own.items()
        if not key.startswith("~") or "-" not in key
        for chunk in own
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
    halves = [_halves(chunk) for chunk in wanted]
    onsets = {onset: at for at, onset in enumerate(dict.fromkeys(onset for onset, _ in halves))}
    rimes = {rime: at for at, rime in enumerate(dict.fromkeys(rime for _, rime in halves))}
    onset_of = np.array([onsets[onset] for onset, _ in halves], dtype=np.intp)
    rime_of = np.array([rimes[rime] for _, rime in halves], dtype=np.intp)
    said = {syllable: at for at, syllable in enumerate(dict.fromkeys(s for _, s in keys))}
    every_onset, every_rime = _even("~*-", onsets), _even("~-*", rimes)
    starts = {key: _over(key, every_onset, onsets) for key in map(_start, said)}
    ends = {key: _over(key, every_rime, rimes) for key in map(_end, said)}
    place = {chunk: at for at, chunk in enumerate(wanted)}
    by_syllable = []
    for syllable in said:
        parts = starts[_start(syllable)][onset_of] + ends[_end(syllable)][rime_of]
        by_syllable.append(_over(f"~{syllable}", parts, place))
    return np.array(
        [_over(char, by_syllable[said[syllable]], place) for char, syllable in keys],
        dtype=np.float32,
    ).reshape(len(keys), len(wanted))


def _even(common: str, place: dict[str, int]) -> Matrix:
    """What all onsets or all rimes have in common, over even letters."""
    sizes = np.array([len(piece) + 1 for piece in place], dtype=np.float32)
    return _over(common, -_EVEN * sizes, place)


def _over(key: str, below: Matrix, place: dict[str, int]) -> Matrix:
    """A key's own rows over what the level below says."""
    table = chunks()
    row = (below + table.weight.get(key, 0.0)).astype(np.float32)
    own = table.own.get(key)
    if own:
        for chunk in own.keys() & place.keys():
            row[place[chunk]] = own[chunk]
    return row


@lru_cache(maxsize=200_000)
def _halves(chunk: str) -> tuple[str, str]:
    """Onset (the consonants before the first vowel) and rime of a chunk."""
    cut = next((at for at, letter in enumerate(chunk) if letter in _VOWELS), len(chunk))
    return chunk[:cut], chunk[cut:]


def _initial(syllable: str) -> str:
    return next((each for each in _INITIALS if syllable.startswith(each)), "")


def _start(syllable: str) -> str:
    return f"~{_initial(syllable) or '0'}-"


def _end(syllable: str) -> str:
    return f"~-{syllable[len(_initial(syllable)) :] or '0'}"


def background(letters: str) -> float:
    """How many bits a Latin spelling takes when nothing is known of its Chinese form.

    Args:
        letters: folded letters a to z.

    Returns:
        Bits, positive; longer and odder spellings take more.
    """
    table = chunks().letters
    framed = f"<{letters}>"
    return -sum(table.get(framed[at : at + 2], -12.0) for at in range(len(framed) - 1))
