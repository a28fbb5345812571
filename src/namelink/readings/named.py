"""What sound may not say: legal forms have no sound, and some places have a fixed English name.

陕西 is read Shanxi in pinyin, but Shanxi is the English name of 山西; 陕西 is Shaanxi. Sound
cannot tell, the reviewed table of names can.
"""

from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Form
from namelink.model.kinds import CHANNELS, TABLE_WORDS, Channel, Kind, Role
from namelink.model.side import distinct, running, span_sum
from namelink.readings.foreign_sounds import MUTE
from namelink.readings.short_names import first_short
from namelink.readings.vietnamese import VIETNAMESE
from namelink.tables.chinese_places import chinese_places
from namelink.tables.lexicon import place_names
from namelink.tables.words import stem, word_bits

# Bits of a word that stands in no table of words: one in sixteen thousand names.
_RAREST = 14.0
# Words that sound never takes apart: 行 of 银行 is not Hang.
_HEADS = frozenset({Role.GENERIC})
_FOREIGN = CHANNELS.index(Channel.TRANSLITERATION)


@cache
def _owners() -> dict[str, frozenset[str]]:
    """Places by each of their English names, written solid."""
    found: dict[str, set[str]] = {}
    for han, names in place_names().items():
        for name in names:
            found.setdefault(name, set()).add(han)
    for han, name in chinese_places().items():
        # 陕西 is Shaanxi in English, whatever its pinyin.
        if han not in place_names():
            found.setdefault(name, set()).add(han)
    return {name: frozenset(places) for name, places in found.items()}


@cache
def _places() -> frozenset[str]:
    return frozenset(place_names().keys() | chinese_places().keys())


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of each place."""
    return frozenset(place[:2] for place in _places())


def by_sound(batch: Batch, cells: Cells, heard: Flags, spelled: int) -> Cells:
    """The cells that stand, where sound may not propose all that it does.

    Args:
        batch: the pairs.
        cells: of all channels.
        heard: whether each is proposed by sound.
        spelled: cells of the romanizations, which are the first.

    Returns:
        The cells, with the bits that they may have.
    """
    at = heard.nonzero()[0]
    if not len(at):
        return cells
    some = cells if len(at) == len(cells.pair) else cells.take(at)
    fine = no_legal_form(batch, some) & not_written(batch, some)
    fine &= (breaking(batch, some, _HEADS) == 0) & not_another_place(batch, some)
    foreign = some.channel == _FOREIGN
    if foreign.any():
        fine &= ~foreign | no_chinese_place(batch, some)
    some = no_rarer(batch, some)
    # The romanizations are first, and so are what they read.
    first, rest = slice(spelled), slice(spelled, None)
    read = fine[first] & (some.missed[first] == 0) & (some.bits[first] > 0)
    fine[rest] &= _unread(some, rest, read)
    keep, bits = ~heard, cells.bits.copy()
    keep[at] = fine
    bits[at] = some.bits
    return cells.changed(bits=bits).take(keep)


def _unread(cells: Cells, rest: slice, read: Flags) -> Flags:
    """Whether no romanization reads a cell: a Chinese syllable is told as one, not as a sound.

    One that reads it by chance speaks against the pair, and does not count.
    """
    packed = _packed(cells)
    known = set(packed[: len(read)][read].tolist())
    return np.array([span not in known for span in packed[rest].tolist()], dtype=bool)


def _packed(cells: Cells) -> npt.NDArray[np.int64]:
    """One number a (pair, left span, right span); a span has fewer than 64 atoms."""
    packed = cells.pair.astype(np.int64)
    for column in (cells.left_start, cells.left_size, cells.right_start, cells.right_size):
        packed = packed * 64 + column
    return packed


def no_legal_form(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell keeps off legal forms and function words: 有 does not sound like Ltd.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        Shape (cells,).
    """
    free: Flags = np.ones(len(cells), dtype=bool)
    for side, row, start, size in (
        (batch.mine, batch.left_of[cells.pair], cells.left_start, cells.left_size),
        (batch.theirs, batch.right_of[cells.pair], cells.right_start, cells.right_size),
    ):
        mute = span_sum(running(side.has_role(MUTE)), row, start, size)
        given = side is batch.theirs and first_short(batch, cells.pair, start)
        free &= mute - given == 0
    # Van and Thi are no particles where they are read in a Vietnamese name.
    free |= (cells.channel == _FOREIGN) & (cells.detail == VIETNAMESE)
    return free


def not_another_place(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell may stand.

    False where its word is the English name of another place than its span.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        Shape (cells,).
    """
    owners, places, beginnings = _owners(), _places(), _beginnings()
    fine = np.ones(len(cells), dtype=bool)
    named = np.zeros(batch.mine.key.shape, dtype=bool)
    for row, form in enumerate(batch.left):
        named[row, : len(form.keys)] = [
            "".join(two) in beginnings for two in pairwise((*form.keys, ""))
        ]
        # What is a place as a whole is no other by a part of it: 索马里 is not Mali.
        named[row, : len(form.keys)] |= "".join(form.keys) in places
    left_of = batch.left_of[cells.pair]
    starts = cells.left_start.tolist()
    asked = (cells.left_size >= 2) & named[left_of, cells.left_start]
    for at in asked.nonzero()[0].tolist():
        form = batch.left[left_of[at]]
        whole = "".join(form.keys)
        own = "".join(form.keys[starts[at] : starts[at] + int(cells.left_size[at])])
        span = whole if whole in places else own
        other = batch.right[batch.right_of[cells.pair[at]]]
        begin = int(cells.right_start[at])
        word = "".join(other.keys[begin : begin + int(cells.right_size[at])])
        if span in places and word in owners and span not in owners[word]:
            fine[at] = False
    return fine


def not_written(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell may stand: False where its English word is written in the other name.

    In 阿里AI研究院 and AI Institute, AI is AI; 阿里 does not sound like it.

    Args:
        batch: the pairs.
        cells: correspondences by sound, of Han characters.

    Returns:
        Shape (cells,).
    """
    fine = np.ones(len(cells), dtype=bool)
    han, latin = (batch.mine.of_shape(shape) for shape in ("han", "latin"))
    mixed: Flags = np.any(han, axis=1) & np.any(latin, axis=1)
    if not mixed.any():
        return fine
    left, right = batch.left_of[cells.pair], batch.right_of[cells.pair]
    for at in np.flatnonzero(mixed[left] & (cells.right_size == 1)).tolist():
        form = batch.left[left[at]]
        start = int(cells.left_start[at])
        word = batch.right[right[at]].keys[int(cells.right_start[at])]
        fine[at] = form.shapes[start] != "han" or word not in form.keys
    return fine


def no_chinese_place(batch: Batch, cells: Cells) -> Flags:
    """Whether each cell keeps off where a body is: 成都 may sound like Sinder.

    What Chinese places are called in English is known.

    Args:
        batch: the pairs.
        cells: correspondences by a foreign sound.

    Returns:
        Shape (cells,); true for other kinds.
    """
    org = batch.kind_of[cells.pair] == KINDS.index(Kind.ORG)
    chinese = np.zeros(batch.mine.key.shape, dtype=bool)
    for row, form in enumerate(batch.left):
        chinese[row, : len(form.keys)] = _in_chinese_place(form)
    left = batch.left_of[cells.pair]
    free: Flags = ~org | (span_sum(running(chinese), left, cells.left_start, cells.left_size) == 0)
    return free


def _in_chinese_place(form: Form) -> list[bool]:
    """Whether each atom stands in the name of a Chinese place."""
    if not form.word:
        return [False] * len(form.keys)
    whole: dict[int, str] = {}
    for key, role, word in zip(form.keys, form.roles, form.word, strict=True):
        if role is Role.PLACE:
            whole[word] = whole.get(word, "") + key
    return [whole.get(word, "") in chinese_places() for word in form.word]


def no_rarer(batch: Batch, cells: Cells) -> Cells:
    """Cells that tell no more than their words are rare.

    That 深圳 is Shenzhen tells little where every tenth company is in Shenzhen. In names of other
    kinds few words are shared by many.

    Args:
        batch: the pairs.
        cells: correspondences by sound.

    Returns:
        The cells with what they may tell at most.
    """
    theirs, right = batch.theirs, batch.right_of[cells.pair]
    org = batch.kind_of[cells.pair] == KINDS.index(Kind.ORG)
    if not org.any():
        return cells
    bits = np.zeros(len(theirs.keys), dtype=np.float32)
    present = theirs.key[distinct(right[org], len(theirs.key))[0]]
    keys = distinct(present[present >= 0], len(bits))[0].tolist()
    bits[keys] = [word_bits(stem(theirs.keys[at]), rare=_RAREST) for at in keys]
    rare = running(theirs.spread(bits, np.float32))
    most = span_sum(rare, right, cells.right_start, cells.right_size)
    most[~org] = np.inf
    return cells.changed(bits=np.minimum(cells.bits, most))


def breaking(
    batch: Batch, cells: Cells, roles: frozenset[Role] = TABLE_WORDS
) -> npt.NDArray[np.int32]:
    """How many words of a table each cell cuts in two, in names that are no people's.

    行 of 银行 may sound like Hang, and 会 of 委员会 may mean a meeting; but a name is read word by
    word where the words are known.

    Args:
        batch: the pairs.
        cells: correspondences of any channel.
        roles: roles of the words that count.

    Returns:
        0 to 2 a cell, shape (cells,).
    """
    mine, left = batch.mine, batch.left_of[cells.pair]
    inside = np.zeros((mine.key.shape[0], mine.key.shape[1] + 1), dtype=np.int32)
    same = (mine.word[:, 1:] == mine.word[:, :-1]) & (mine.word[:, 1:] >= 0)
    inside[:, 1:-1] = same & mine.has_role(roles)[:, 1:] & mine.han[:, None]
    cuts = inside[left, cells.left_start] + inside[left, cells.left_start + cells.left_size]
    cuts[batch.kind_of[cells.pair] == KINDS.index(Kind.PERSON)] = 0
    cuts[~batch.theirs.latin[batch.right_of[cells.pair]]] = 0
    found: npt.NDArray[np.int32] = cuts
    return found
