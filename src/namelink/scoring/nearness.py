"""What an encoder's cosine weighs: a fact about two whole names, beside their aligned pieces.

Only for a Chinese name and one in Latin letters, of kinds that the encoder has a curve for.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Flags, Floats, Form
from namelink.model.encoder import LEAST_BITS, MOST_BITS, CalibratedEncoder
from namelink.model.kinds import Script

Cosines = npt.NDArray[np.float64]
Positions = npt.NDArray[np.integer[Any]]
# The last digits of a product depend on how many are made at once; nothing else may.
_DIGITS = 4
_ROWS_AT_ONCE = 4096
# Knots of a curve, at most, and true pairs that each stands for, at least.
_KNOTS = 16
_PER_KNOT = 10
# Columns of a bin: true pairs and the sum of their cosines, false pairs and the sum of theirs.
_TRUE, _FALSE = 0, 2


def cosines(left: Floats, right: Floats, left_of: Positions, right_of: Positions) -> Cosines:
    """Cosines of pairs of unit vectors.

    Args:
        left: shape (left names, dimensions).
        right: shape (right names, dimensions).
        left_of: row of the left vector a pair, shape (pairs,).
        right_of: row of the right vector a pair.

    Returns:
        Shape (pairs,), to four digits; not a number where a vector is zero.
    """
    spoken = (left != 0).any(axis=1)[left_of] & (right != 0).any(axis=1)[right_of]
    found = np.empty(len(left_of), dtype=np.float64)
    for begin in range(0, len(found), _ROWS_AT_ONCE):
        here = slice(begin, begin + _ROWS_AT_ONCE)
        products = left[left_of[here]] * right[right_of[here]]
        found[here] = np.round(products.sum(axis=1, dtype=np.float64), _DIGITS)
    return np.where(spoken, found, np.nan)


def encoder_evidence(
    batch: Batch, encoder: CalibratedEncoder | None
) -> tuple[Cosines | None, Floats]:
    """Cosine of each pair and its weight.

    Args:
        batch: the pairs; with an encoder, forms that hold anything have their vectors.
        encoder: the encoder that may speak, if any.

    Returns:
        Cosines, not a number where the encoder is silent, None without one; bits, 0 there. Shape
        (pairs,).
    """
    bits = np.zeros(len(batch.left_of), dtype=np.float32)
    if encoder is None:
        return None, bits
    found = np.full(len(bits), np.nan)
    crossing = _crossing(batch)
    left, right = _vectors(batch.left), _vectors(batch.right)
    for curve in encoder.curves:
        here = np.flatnonzero(crossing & (batch.kind_of == KINDS.index(curve.kind)))
        if not len(here):
            continue
        nearness = cosines(left, right, batch.left_of[here], batch.right_of[here])
        found[here] = nearness
        bits[here] = np.nan_to_num(np.interp(nearness, curve.cosines, curve.bits))
    return found, bits


def _vectors(forms: Sequence[Form]) -> Floats:
    """Vectors of forms, shape (forms, dimensions); zero for a form that holds nothing."""
    assert all(form.vector is not None for form in forms if form.keys), "encoded before scored"
    size = max((len(form.vector) for form in forms if form.vector is not None), default=0)
    found = np.zeros((len(forms), size), dtype=np.float32)
    for row, form in enumerate(forms):
        if form.vector is not None:
            found[row] = form.vector
    return found


def _crossing(batch: Batch) -> Flags:
    """Pairs of a Chinese and a Latin name, both of which hold something."""
    sides = []
    for forms, form_of in ((batch.left, batch.left_of), (batch.right, batch.right_of)):
        han = np.array([form.script is Script.HAN for form in forms], dtype=bool)
        held = np.array([bool(form.keys) for form in forms], dtype=bool)
        sides.append((han[form_of], held[form_of]))
    (left, mine), (right, theirs) = sides
    found: Flags = (left != right) & mine & theirs
    return found


def learned(true: Cosines, false: Cosines) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Learn what a cosine weighs, from cosines of true pairs and of false ones.

    Cosines are counted in bins of as many true pairs each; neighbors between which the ratio
    falls are made one (pool adjacent violators).

    Args:
        true: cosines of true pairs, one at least.
        false: cosines of false pairs, one at least.

    Returns:
        Cosines and bits of the knots, as in `namelink.model.encoder.Curve`.

    >>> learned(np.array([0.5]), np.array([0.5, 0.5]))
    ((0.5,), (0.0,))
    """
    many = int(np.clip(len(true) // _PER_KNOT, 1, _KNOTS))
    # The first bin is what lies below all true pairs.
    edges = np.unique(np.quantile(true, np.linspace(0, 1, many + 1)[:-1]))
    columns = [
        np.bincount(np.searchsorted(edges, own, side="right"), weights, minlength=len(edges) + 1)
        for own in (true, false)
        for weights in (None, own)
    ]
    pooled: list[npt.NDArray[np.float64]] = []
    for own in np.stack(columns, axis=1).astype(np.float64):
        merged = own
        while pooled and _ratio(merged) <= _ratio(pooled[-1]):
            merged = merged + pooled.pop()
        if merged[_TRUE] or merged[_FALSE]:
            pooled.append(merged)
    total = np.sum(pooled, axis=0) + 0.5 * len(pooled)
    knots: dict[float, float] = {}
    for own in pooled:
        count, nearness = own[:2] if own[_TRUE] else own[2:]
        bits = np.log2(_ratio(own) * total[_FALSE] / total[_TRUE])
        # Equal after rounding: the last one holds.
        knots[round(float(nearness / count), _DIGITS)] = round(
            float(np.clip(bits, LEAST_BITS, MOST_BITS)), 2
        )
    return tuple(knots), tuple(knots.values())


def _ratio(counts: npt.NDArray[np.float64]) -> float:
    """True pairs to false ones, each with half a pair more than were counted."""
    return float((counts[_TRUE] + 0.5) / (counts[_FALSE] + 0.5))
