"""What the bits of a pair are a weighted sum of, for those who fit the weights."""

import numpy as np

from namelink.model.batch import Floats
from namelink.model.kinds import CHANNELS
from namelink.scoring.leftovers import leftovers_of
from namelink.scoring.score import Scored
from namelink.scoring.weights import LEFTOVER_NUMBER, LEFTOVERS, STRUCTURES, weights


def feature_counts(scored: Scored) -> tuple[Floats, list[str]]:
    """What the bits of each pair as one of its kind are a weighted sum of, for fitting.

    Returns:
        The features, shape (pairs, features), and their names as ``sort:feature``.
    """
    batch, alignment = scored.batch, scored.alignment
    pairs = len(batch.left_of)
    raw = np.zeros((pairs, len(CHANNELS)), dtype=np.float32)
    np.add.at(raw, (alignment.cells.pair, alignment.cells.channel), alignment.cells.bits)
    count = np.zeros_like(raw)
    np.add.at(count, (alignment.cells.pair, alignment.cells.channel), 1.0)
    missed = np.zeros((pairs, 1), dtype=np.float32)
    np.add.at(missed[:, 0], alignment.cells.pair, alignment.cells.missed)
    left_over = np.zeros((pairs, len(LEFTOVER_NUMBER)), dtype=np.float32)
    for forms, form_of, classes in (
        (batch.left, batch.left_of, alignment.left_class),
        (batch.right, batch.right_of, alignment.right_class),
    ):
        share = leftovers_of(forms, form_of, scored.batch.profile_of)[1]
        at, atom = np.nonzero(classes)
        np.add.at(left_over, (at, classes[at, atom]), -share[at, atom])
    names = [f"scale:{channel.value}" for channel in CHANNELS]
    names += [f"base:{channel.value}" for channel in CHANNELS] + ["miss:syllable"]
    names += [f"cost:{name}" for name in LEFTOVERS] + [f"structure:{name}" for name in STRUCTURES]
    # A fact may count in part: one that takes no more than all that agrees.
    whole = weights().structure[batch.profile_of]
    facts = scored.structure.astype(np.float32)
    np.divide(scored.structure_bits, whole, out=facts, where=whole != 0)
    return np.hstack([raw, count, missed, left_over, facts]), names
