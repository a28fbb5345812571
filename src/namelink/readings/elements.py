"""Names of peoples whose Chinese forms are set by the custom of the press: 阿都拉 is Abdullah.

The press of Malaysia and Singapore writes Malay and Indian names by the sounds of southern
languages and cuts them short (莫哈末, Mohd; 阿都拉欣, Abdul Rahim), and churches write the names
of saints as Latin or Greek had them (若望, John). The sounds of the table of chunks, learned from
other names, do not explain them; but the elements are few and everybody writes them alike. They
are read as pieces of names that are written solid, as these mostly are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from namelink.model.batch import KINDS, NO_CELLS, Batch, Cells, Flags, Form
from namelink.model.kinds import Channel, Kind, Script
from namelink.model.remark import Remark
from namelink.readings.expand import between
from namelink.readings.hearing import is_domestic
from namelink.readings.joins import Entry, join
from namelink.tables.name_elements import Words, elements_at, usual_spellings

# On the scale of sounds: as much as a name of two syllables that is heard clearly, less for what
# one in ten of those who bear such names has.
_BITS = 18.0
_COMMON_BITS = 12.0
# What a second word adds: as a rule the first of two is as common as Abdul.
_FURTHER = 12.0
_MOST_WORDS = 2
# Tells these cells from those of other sounds.
ELEMENT = 1 << 20
# Weight of a feature of retrieval; a word shared is 1.
_FEATURE = 1.0


class Elements:
    """Set forms of name elements, told as sounds."""

    channel = Channel.TRANSLITERATION

    def cells(self, batch: Batch) -> Cells:
        """Spans of characters and words that are one element.

        Args:
            batch: the pairs.

        Returns:
            The cells.
        """
        people = batch.kind_of == KINDS.index(Kind.PERSON)
        if not people.any():
            return NO_CELLS
        lefts, rights = between(batch, batch.mine.han, batch.theirs.latin)
        right = [
            Entry(
                row=row,
                key=words,
                start=start,
                size=len(words),
                bits=(len(words) - 1) * _FURTHER,
            )
            for row in rights
            for start, words in spelled(batch.right[row])
        ]
        if not right:
            return NO_CELLS
        left = [
            Entry(row=row, key=words, start=start, size=size, bits=bits)
            for row in lefts
            for start, size, spellings, bits in written(batch.left[row])
            for words in spellings
        ]
        cells = join(batch, left, right)
        cells = replace(cells, detail=np.full_like(cells.detail, ELEMENT))
        return cells.take(people[cells.pair])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> Remark | None:
        """Tell a cell; one of another sound is told by its own channel."""
        if detail != ELEMENT:
            return None
        return Remark("name_element", ("".join(char for char, _ in left), right))


def written(form: Form) -> Iterator[tuple[int, int, tuple[Words, ...], float]]:
    """Elements in the characters of a name.

    Args:
        form: one name in one script.

    Yields:
        First atom, number of atoms, Latin spellings and bits of each.
    """
    chars = "".join(form.keys)
    if form.script is not Script.HAN or len(chars) != len(form.keys):
        return
    if len(set(form.group)) == 1 and is_domestic(chars):
        return
    for start in range(len(chars)):
        for each, spellings, common in elements_at(chars, start):
            size = len(each)
            yield start, size, spellings, _COMMON_BITS if common or size == 1 else _BITS


def cuts_element(batch: Batch, cells: Cells) -> Flags:
    """Whether cells of people take a piece of an element: 都拉欣 in 旺阿都拉欣 is no Ibrahim.

    Args:
        batch: the pairs.
        cells: cells of sounds.

    Returns:
        Shape (cells,).
    """
    person: Flags = batch.kind_of[cells.pair] == KINDS.index(Kind.PERSON)
    if not person.any():
        return person
    # The last column is for what ends with the name.
    inner = np.zeros((len(batch.left), batch.mine.key.shape[1] + 1), dtype=bool)
    for row, form in enumerate(batch.left):
        inner[row, list(_inner_borders(form))] = True
    left = batch.left_of[cells.pair]
    cut = inner[left, cells.left_start] | inner[left, cells.left_start + cells.left_size]
    found: Flags = person & cut
    return found


def _inner_borders(form: Form) -> frozenset[int]:
    """Places in a solid name at which an element would be cut, and no other one begins or ends."""
    if len(set(form.group)) > 1:
        return frozenset()
    spans = [(start, start + size) for start, size, _, _ in written(form)]
    inner = {at for start, end in spans for at in range(start + 1, end)}
    return frozenset(inner.difference(*spans))


def spelled(form: Form) -> Iterator[tuple[int, Words]]:
    """Elements in the words of a name.

    Args:
        form: one name in one script.

    Yields:
        First atom and words of each.
    """
    known = usual_spellings()
    for start in range(len(form.keys)):
        for size in range(1, _MOST_WORDS + 1):
            words = tuple(form.keys[start : start + size])
            if len(words) == size and words in known:
                yield start, words


def element_features(form: Form) -> dict[str, float]:
    """Features of retrieval: the elements that a name may hold, by their first spelling.

    Args:
        form: one name in one script.

    Returns:
        Weight by feature, on the scale of `namelink.readings.retrieval.features`.
    """
    found = {f"e:{' '.join(all_[0])}" for _, _, all_, _ in written(form)}
    if form.script is Script.LATIN:
        usual = usual_spellings()
        found |= {f"e:{' '.join(one)}" for _, words in spelled(form) for one in usual[words]}
    return dict.fromkeys(sorted(found), _FEATURE)
