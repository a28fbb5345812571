"""Chinese names that foreigners were given: 司徒拔 for Reginald Stubbs, 陸克文 for Kevin Rudd.

Hong Kong gives officials, judges and politicians names such as Chinese people bear, of three
characters with a surname first. They echo the foreign surname, or the first character or two its
beginning and the others the given name. What speaks against a foreign name in these characters
does not count here, since whoever gives such a name looks for them; but few foreigners have one.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, NO_CELLS, Batch, Cells, Flags, Floats, Form, make_cells
from namelink.model.kinds import Kind, Role, Script
from namelink.model.side import distinct, numbered, ragged
from namelink.readings.decoding import Decoder, Sounds, cuts
from namelink.tables.chunks import foreign_background
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.origin import chinese_bits

Index = npt.NDArray[np.intp]

# Detail of the cells that tell a chosen name.
CHOSEN = -1
_SIZE = 3
_WHOLE_NAME = 2
_SILENT = frozenset({Role.TITLE, Role.PARTICLE, Role.LEGAL_FORM, Role.NUMBER})
_LEAST_LETTERS, _MOST_LETTERS = 2, 20
# Bits that it costs that the end of a word is not heard, and that surname and given name share the
# characters.
_UNHEARD = np.float32(4.0)
_SHARED = np.float32(3.0)
# What it costs that a foreigner has such a name at all. Characters of chosen names are less those
# of Chinese people than these people's own: half of them lie below 8 bits, and five in a hundred
# people do.
_RARE = 2.0
_USUAL, _SLOPE = 6.0, 0.5
# Bits below which a name tells nothing.
_LEAST = 0.0
_ROWS_AT_ONCE = 2_048


class _Named(NamedTuple):
    """What is heard of a foreigner's name: letters of two words, and atoms that they begin at."""

    given: str
    surname: str
    given_at: int
    surname_at: int
    end: int


def chosen_names(batch: Batch, sounds: Sounds) -> Cells:
    """Cells of pairs in which a foreigner may have a name such as Chinese people bear.

    Args:
        batch: the pairs.
        sounds: how characters are heard.

    Returns:
        The cells, one a pair at most.
    """
    pair = np.flatnonzero(_looks_chinese(batch))
    rights, right = distinct(batch.right_of[pair], len(batch.right))
    named = [_named(batch.right[at]) for at in rights.tolist()]
    foreign = np.array([own is not None for own in named], dtype=bool)[right]
    pair, right = pair[foreign], right[foreign]
    if not len(pair):
        return NO_CELLS
    # A pair of forms is looked at once, however many pairs it stands in.
    both = batch.left_of[pair].astype(np.int64) * len(named) + right
    both, which = np.unique(both, return_inverse=True)
    form, name = np.divmod(both, len(named))
    said = [own for own in (named[at] for at in name.tolist()) if own is not None]
    words = [*(own.surname for own in said), *(own.given for own in said)]
    spans = _spans(batch, sounds, np.append(form, form), words)
    last, first = spans[: len(form)], spans[len(form) :]
    whole = last[:, 0, 2]
    shared = np.maximum(last[:, 0, 0] + first[:, 1, 1], last[:, 0, 1] + first[:, 2, 0]) - _SHARED
    doubt = np.array([_doubt(batch.left[at]) for at in form.tolist()], dtype=np.float32)
    bits = np.maximum(whole, shared) - doubt
    begin = np.where(
        shared > whole, [own.given_at for own in said], [own.surname_at for own in said]
    )
    size = np.array([own.end for own in said]) - begin
    on = np.flatnonzero(bits[which] >= _LEAST)
    at = which[on]
    return make_cells(pair[on], (0, _SIZE), (begin[at], size[at]), bits[at], detail=CHOSEN)


def _looks_chinese(batch: Batch) -> Flags:
    """Pairs of people of which the left name has the form of a chosen one."""
    mine = batch.mine
    whole = mine.han & (mine.size == _SIZE) & (mine.surname > 0)
    width = min(mine.group.shape[1], _SIZE)
    whole &= (mine.group[:, :width] == mine.group[:, :1]).all(axis=1)
    people = batch.kind_of == KINDS.index(Kind.PERSON)
    found: Flags = whole[batch.left_of] & people
    return found


def _doubt(form: Form) -> float:
    """Bits against a chosen name."""
    return _RARE + _SLOPE * max(chinese_bits("".join(form.keys)) - _USUAL, 0.0)


def _named(form: Form) -> _Named | None:
    """The first given name and the surname of what may be a foreigner's name."""
    if form.script is not Script.LATIN or is_chinese_person(form.keys):
        return None
    told = [at for at, role in enumerate(form.roles) if role not in _SILENT]
    words = [list(atoms) for _, atoms in groupby(told, key=form.group.__getitem__)]
    letters = ["".join(form.keys[at] for at in atoms) for atoms in words]
    if len(words) < _WHOLE_NAME or not all(map(_is_word, (letters[0], letters[-1]))):
        return None
    return _Named(
        given=letters[0],
        surname=letters[-1],
        given_at=words[0][0],
        surname_at=words[-1][0],
        end=words[-1][-1] + 1,
    )


def _is_word(letters: str) -> bool:
    plain = letters.isascii() and letters.isalpha()
    return plain and _LEAST_LETTERS <= len(letters) <= _MOST_LETTERS


def _spans(batch: Batch, sounds: Sounds, form: Index, said: Sequence[str]) -> Floats:
    """Bits of every span of a form for a word a row, of which the end may not be heard.

    Shape (rows, starts, sizes), the sizes from 1; minus infinity for what is no span.
    """
    forms, row = np.unique(form, return_inverse=True)
    numbers, words = numbered(said)
    letters, word = list(numbers), np.array(words)
    chars: dict[str, int] = {}
    rows = np.array(
        [
            [chars.setdefault(key, len(chars) + 1) for key in batch.left[at].keys]
            for at in forms.tolist()
        ],
        dtype=np.int32,
    )
    both, which = np.unique(row.astype(np.int64) * len(letters) + word, return_inverse=True)
    row, word = np.divmod(both, len(letters))
    sizes = np.array(list(map(len, letters)))
    order = np.argsort(sizes, kind="stable")
    alike = np.split(order, cuts(sizes[order]))
    decoder = Decoder(
        sounds,
        list(chars),
        (rows, np.zeros_like(rows)),
        [[letters[at] for at in own.tolist()] for own in alike],
    )
    found = np.full((len(both), _SIZE, _SIZE), -np.inf, dtype=np.float32)
    for own, cut in zip(alike, decoder.words, strict=True):
        ground = ragged(
            [_grounds(letters[at]) for at in own.tolist()], int(sizes[own].max()), np.float32
        )
        place_of = np.full(len(letters), -1)
        place_of[own] = np.arange(len(own))
        mine = np.flatnonzero(place_of[word] >= 0)
        for begin in range(0, len(mine), _ROWS_AT_ONCE):
            at = mine[begin : begin + _ROWS_AT_ONCE]
            place = place_of[word[at]]
            reached = decoder.beginnings(row[at].astype(np.int32), cut, place)
            gain = reached[..., 1:] + ground[place][:, None, None]
            found[at] = _best(gain, sizes[word[at]])
    spans: Floats = found[which]
    return spans


@lru_cache(maxsize=50_000)
def _grounds(letters: str) -> tuple[float, ...]:
    """Bits that the first letter takes without the characters, the first two and so on."""
    return tuple(foreign_background(letters[:end]) for end in range(1, len(letters) + 1))


def _best(gain: Floats, letters: Index) -> Floats:
    """Bits of the whole word, or of a beginning of a letter a character at least."""
    found: Floats = gain[np.arange(len(gain)), :, :, letters - 1]
    for size in range(1, _SIZE + 1):
        # The whole word among them, as a beginning, never tells more than as the whole.
        begun = gain[:, :, size - 1, size - 1 :]
        if begun.shape[-1]:
            np.maximum(
                found[:, :, size - 1],
                begun.max(axis=-1) - _UNHEARD,
                out=found[:, :, size - 1],
            )
    return found
