"""Chinese words translated by meaning: a left span and the English words that say the same.

Every substring of a left name that a dictionary knows proposes its translations; a run of one to
three right atoms that holds the same stems is a cell. No segmentation is chosen beforehand:
spans compete in scoring.

The weight is log2 of P(words | span) / P(words): the share of the translation over how often the
words stand in names at all. Words that most names hold (company, limited) tell little.
"""

from collections.abc import Sequence
from math import log2

import numpy as np

from namelink.model.batch import Batch, Cells, Form
from namelink.model.kinds import Channel
from namelink.readings.joins import Entry, join
from namelink.readings.lexicon import longest_word, stems, translations
from namelink.tables.words import word_bits

# A phrase's words are not independent: each further one adds less than it would alone.
_FURTHER_WORD = 0.6
_MOST_BITS = 14.0
# A single character has many senses, and stands in many words that have none of them.
_LOSS = {1: 3.0}


class Meaning:
    """The channel of translation."""

    channel = Channel.MEANING

    def cells(self, batch: Batch) -> Cells:
        """Spans whose translation stands in the right name.

        Args:
            batch: the pairs.

        Returns:
            The cells; ``detail`` is 1 for a reviewed translation, 0 for the dictionary's.
        """
        open_pairs = batch.translatable
        lefts = np.unique(batch.left_of[open_pairs]).tolist()
        rights = np.unique(batch.right_of[open_pairs]).tolist()
        right = [
            Entry(row=row, key=words, start=start, size=size, bits=0.0)
            for row in rights
            for start, size, words in phrases(batch.right[row])
        ]
        if not right:
            return join(batch, [], [])
        wanted = {entry.key for entry in right}
        left = []
        for row in lefts:
            for start, size, word in spans(batch.left[row]):
                left += [
                    Entry(
                        row=row,
                        key=option.words,
                        start=start,
                        size=size,
                        bits=max(weight(option.words, option.share) - _LOSS.get(size, 0.0), 0.0),
                        detail=int(option.reviewed),
                    )
                    for option in translations(word)
                    if option.words in wanted
                ]
        found = join(batch, left, right)
        return found.take(open_pairs[found.pair])

    def note(self, left: Sequence[tuple[str, str]], right: str, detail: int) -> str:
        """Tell a cell: the span and what it means."""
        del detail
        return f"{''.join(char for char, _ in left)} means {right}"


def spans(form: Form) -> list[tuple[int, int, str]]:
    """Runs of Han atoms short enough to be a dictionary word.

    Args:
        form: a written name.

    Returns:
        Start, number of atoms, and the text of each run.
    """
    found = []
    for start in range(len(form.keys)):
        for end in range(start + 1, min(start + longest_word(), len(form.keys)) + 1):
            if form.shapes[end - 1] != "han":
                break
            found.append((start, end - start, "".join(form.keys[start:end])))
    return found


def phrases(form: Form) -> list[tuple[int, int, tuple[str, ...]]]:
    """Runs of one to three spelled atoms as phrases.

    Args:
        form: a spelled name.

    Returns:
        Start, number of atoms, and the stems of each run; runs never begin or end with an article
        or preposition, which belong to no translation.
    """
    found = []
    for start in range(len(form.keys)):
        for end in range(start + 1, min(start + Batch.UNIT, len(form.keys)) + 1):
            if "han" in form.shapes[start:end]:
                break
            words = stems(form.keys[start:end])
            if words and stems(form.keys[start : start + 1]) and stems(form.keys[end - 1 : end]):
                found.append((start, end - start, words))
    return found


def weight(words: tuple[str, ...], share: float) -> float:
    """Bits of a translation that was found.

    Args:
        words: stems of the translation.
        share: probability of this rendering.

    Returns:
        log2 of the likelihood ratio, never negative.
    """
    rarest, *further = sorted((word_bits(word) for word in words), reverse=True)
    total = rarest + _FURTHER_WORD * sum(further) + log2(share)
    return min(max(total, 0.0), _MOST_BITS)
