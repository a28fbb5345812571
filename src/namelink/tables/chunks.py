"""The learned transliteration table: Han character → Latin chunk, with a letter background.

The table's own header names its source and licence; ``tools/build_chunks.py`` rebuilds it and
``docs/decisions/0003-transliteration-table.md`` says how it was learned. Only what a lower level
does not foretell has a row of its own:

* a character backs off to its syllable, which is that of Mandarin (``~dun``) or, more rarely, that
  of Cantonese (``=deon``), since Hong Kong writes foreign names by its own sounds,
* a syllable to its initial (for the onset of the chunk) and its final (for the rime),
* these to what all onsets and all rimes have in common, and that to even letters.

Each step down costs the weight of the key that is left (the row with chunk ``*``). Two backgrounds
tell what letters take without their characters: bigrams (``^``), chunks of any character (``|``).
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from namelink.tables.dialects import jyutping
from namelink.tables.loader import columns, sorted_table

LONGEST = 7
# Stands for a letter in strings of which only the size counts.
UNKNOWN = "?"
_VOWELS = "aeiouy"
_EVEN = float(np.log2(27.0))
# Probabilities down to 2**-126 are numbers; what is less probable never counts.
LEAST = -120.0
_NEVER = 1e4
# Key of the rows of the letter background.
_LETTERS = "^"
_PIECE = re.compile(rb"\t([a-z]+)\t")
# Keys of what all onsets and all rimes of a language have in common.
_ONSETS, _RIMES = "{}*-", "{}-*"
# Key of the rows of chunks of any character.
_ANY = "|"
# Share of the chunks in what a spelling takes, beside its letters; and what makes up for three
# fifths of the bits by which chunks take less than letters do, on the average of names.
_CHUNKS_SHARE = 0.75
_CHUNKS_LESS = 1.35
_INITIALS = {
    "~": ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw"),
    "=": ("ng", "gw", "kw", *"bpmfdtnlgkhzcsjw"),
}

Matrix = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.integer]


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
    return char not in (_LETTERS, _ANY) and bool(rows_of(char)[1])


@cache
def pieces() -> tuple[str, ...]:
    """Every string of letters that the table has some row for: chunks, onsets and rimes."""
    found = set(_PIECE.findall(sorted_table("chunks").body))
    return tuple(sorted(piece.decode("ascii") for piece in found))


@cache
def known_chunks() -> tuple[str, ...]:
    """Every chunk that some character or syllable has a row for."""
    table = columns("chunks")
    found = {
        "" if chunk == "-" else chunk
        for key, chunk in zip(table["key"], table["chunk"], strict=True)
        if chunk != "*"
        and key not in (_LETTERS, _ANY)
        and (key[0] not in _INITIALS or "-" not in key)
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
    return _emissions(keys, _Texts(wanted))


def known_emissions(char: str, syllable: str) -> Matrix:
    """How probable it is that a character stands for each of `known_chunks`.

    Args:
        char: a character.
        syllable: its pinyin syllable, empty if it has none.

    Returns:
        As a row of `emissions`.
    """
    row: Matrix = _emissions([(char, syllable)], _known_wanted())[0]
    return row


def piece_emissions(keys: Sequence[tuple[str, str]], numbers: Numbers) -> Matrix:
    """As `emissions`, of strings of the table by number.

    Args:
        keys: characters, each with its pinyin syllable (an empty one if it has none).
        numbers: of the chunks, each once: 0 for the empty one, and from 1 as `pieces` has them.
    """
    return _emissions(keys, _Numbered(numbers))


@cache
def _known_wanted() -> "_Texts":
    """Kept, because taking thousands of chunks apart costs more than asking for them."""
    return _Texts(known_chunks())


class _Wanted(Protocol):
    """Chunks that are asked for: numbers of their onsets and rimes, and rows that keys have."""

    onset_of: Places
    rime_of: Places

    def own(self, key: str) -> tuple[Places, Matrix]:
        """Positions of the chunks that a key has rows for, and bits."""


class _Texts:
    """Chunks as strings."""

    __slots__ = ("_place", "onset_of", "rime_of")

    def __init__(self, wanted: Sequence[str]) -> None:
        cut = [_halves(chunk) for chunk in wanted]
        self._place = {chunk: at for at, chunk in enumerate(wanted)}
        self.onset_of = _places(0, [onset for onset, _ in cut])
        self.rime_of = _places(1, [rime for _, rime in cut])

    def own(self, key: str) -> tuple[Places, Matrix]:
        rows = rows_of(key)[1]
        met = list(rows.keys() & self._place.keys())
        places = np.array([self._place[chunk] for chunk in met], dtype=np.intp)
        return places, np.array([rows[chunk] for chunk in met], dtype=np.float32)


class _Numbered:
    """Chunks as numbers of pieces."""

    __slots__ = ("_column", "onset_of", "rime_of")

    def __init__(self, numbers: Numbers) -> None:
        onset_of, rime_of = _piece_halves()
        self.onset_of, self.rime_of = onset_of[numbers], rime_of[numbers]
        self._column = np.full(len(onset_of), -1, dtype=np.intp)
        self._column[numbers] = np.arange(len(numbers))

    def own(self, key: str) -> tuple[Places, Matrix]:
        numbers, bits = _numbered_rows(key)
        column = self._column[numbers]
        met = column >= 0
        return column[met], bits[met]


@cache
def _piece_halves() -> tuple[Places, Places]:
    """Numbers of the onset and of the rime of each piece, the empty one first."""
    cut = [_halves(piece) for piece in ("", *pieces())]
    return _places(0, [onset for onset, _ in cut]), _places(1, [rime for _, rime in cut])


@cache
def _piece_numbers() -> dict[str, int]:
    return {piece: at for at, piece in enumerate(("", *pieces()))}


@lru_cache(maxsize=20_000)
def _numbered_rows(key: str) -> tuple[Places, Matrix]:
    """The chunks that a key has rows for, as numbers of pieces, and bits."""
    own = rows_of(key)[1]
    numbers = np.array([_piece_numbers()[chunk] for chunk in own], dtype=np.intp)
    return numbers, np.array(list(own.values()), dtype=np.float32)


def _emissions(keys: Sequence[tuple[str, str]], wanted: _Wanted) -> Matrix:
    mandarin, cantonese = (
        _of_syllables(syllables, wanted)
        for syllables in zip(*(syllables_of(*key) for key in keys), strict=True)
    )
    found: Matrix = np.log2(mandarin + cantonese)
    found += weights_of(keys)[:, None]
    for row, (char, _) in enumerate(keys):
        column, bits = wanted.own(char)
        found[row, column] = bits
    return found


def syllables_of(char: str, syllable: str) -> tuple[str, str]:
    """Keys of the Mandarin and the Cantonese syllable of a character."""
    return f"~{syllable}", f"={jyutping(char) or '0'}"


def weights_of(keys: Sequence[tuple[str, str]]) -> Matrix:
    """What leaving each character for its syllables costs."""
    return np.array([rows_of(char)[0] for char, _ in keys], dtype=np.float32)


@cache
def _numbers() -> tuple[dict[str, int], dict[str, int]]:
    """Numbers of the onsets and of the rimes of the table's strings, and of bare sizes."""
    sizes = [UNKNOWN * size for size in range(2 * LONGEST)]
    cut = [_halves(piece) for piece in pieces()]
    onsets, rimes = (dict.fromkeys((*sizes, *(pair[at] for pair in cut))) for at in range(2))
    return {each: at for at, each in enumerate(onsets)}, {
        each: at for at, each in enumerate(rimes)
    }


def _places(half: int, wanted: Sequence[str]) -> Places:
    """Numbers of onsets (0) or rimes (1); of what the table does not have the size counts."""
    numbers = _numbers()[half]
    found = [numbers[each] if each in numbers else numbers[UNKNOWN * len(each)] for each in wanted]
    return np.array(found, dtype=np.intp)


@cache
def unknown_halves(half: int) -> Places:
    """What onsets (0) or rimes (1) count as, by number of piece and then by size alone.

    Args:
        half: which of them.

    Returns:
        Numbers as `shares_of` has them: of the empty string, of `pieces`, and of what is no piece
        by its size from 0.
    """
    return _places(half, ["", *pieces(), *(UNKNOWN * size for size in range(2 * LONGEST))])


@lru_cache(maxsize=2_000)
def shares_of(key: str) -> Matrix:
    """P(onset | initial), times the share of the language, or P(rime | final), by number.

    What all onsets and all rimes of a language have in common lies over even letters.
    """
    half = 0 if key.endswith("-") else 1
    place = _numbers()[half]
    common = (_ONSETS, _RIMES)[half].format(key[0])
    bits = _own_over(key, _own_over(common, _even(place), place), place)
    if not half:
        bits += np.float32(rows_of(f"%{key[0]}")[0])
    found: Matrix = np.exp2(bits)
    return found


def _of_syllables(syllables: Sequence[str], wanted: _Wanted) -> Matrix:
    """Share of the language times P(chunk | syllable), shape (syllables, chunks)."""
    number = {key: at for at, key in enumerate(dict.fromkeys(syllables))}
    language = syllables[0][0] if syllables else ""
    starts: dict[str, Matrix] = {}
    ends: dict[str, Matrix] = {}
    common = rows_of(f"%{language}")[0]
    found = np.zeros((len(number), len(wanted.onset_of)), dtype=np.float32)
    # Products of powers, since a power for every chunk would cost most of the time.
    for key, at in number.items():
        start, end = ends_of(key)
        if start not in starts:
            starts[start] = shares_of(start)[wanted.onset_of]
        if end not in ends:
            ends[end] = shares_of(end)[wanted.rime_of]
        np.multiply(starts[start], ends[end], out=found[at])
        found[at] *= 2.0 ** rows_of(key)[0]
    for key, at in number.items():
        column, bits = wanted.own(key)
        found[at, column] = np.exp2(bits + np.float32(common))
    np.maximum(found, 2.0**LEAST, out=found)
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
def ends_of(key: str) -> tuple[str, str]:
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


@lru_cache(maxsize=50_000)
def foreign_background(letters: str) -> float:
    """How many bits a Latin spelling takes if other characters of foreign names stand for it.

    A spelling that is a row of common chunks is explained well by many a Chinese form, so that it
    takes little. Chunks and letters are averaged, as neither tells names apart as well alone.

    Args:
        letters: folded letters a to z.

    Returns:
        Bits, positive.
    """
    bits = rows_of(_ANY)[1].get
    best = [0.0]
    for end in range(1, len(letters) + 1):
        starts = range(max(end - LONGEST, 0), end)
        best.append(min([best[at] - bits(letters[at:end], -_NEVER) for at in starts]))
    chunks = best[-1] + _CHUNKS_LESS
    return _CHUNKS_SHARE * chunks + (1.0 - _CHUNKS_SHARE) * background(letters)
