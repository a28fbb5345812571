"""Choose among correspondences those that hold together: no atom of either name in two of them.

The gain of a cell is what it adds over leaving its atoms over. Cells are taken by falling gain,
each round one cell in every pair at once, until none is left that gains and does not overlap.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from namelink.model.batch import Batch, Cells, Floats, Ints
from namelink.scoring.leftovers import leftover_table
from namelink.scoring.weights import CHANNELS, Weights

Masks = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The chosen cells of every pair, and what is left over.

    Attributes:
        cells: the chosen cells, in pair order and by falling gain inside a pair.
        channel: channel a chosen cell, as a position in `namelink.scoring.weights.CHANNELS`.
        weight: bits a chosen cell, fitted scaling included.
        left_class: leftover class an atom of the pair's left name (0 where it is taken), (pairs, atoms + 1).
        right_class: the same for the right name.
        left_cost: bits that each leftover takes away, in the same shape.
        right_cost: the same for the right name.
    """

    cells: Cells
    channel: Ints
    weight: Floats
    left_class: Ints
    right_class: Ints
    left_cost: Floats
    right_cost: Floats


def align(batch: Batch, cells: Cells, channel: Ints, table: Weights) -> Alignment:
    """Align all pairs of a batch.

    Args:
        batch: the pairs.
        cells: correspondences of all channels.
        channel: channel a cell, as a position in `CHANNELS`.
        table: fitted numbers.

    Returns:
        The alignment.
    """
    left_class, left_cost = _costs(batch.left, batch.left_of, batch.kind_of, table)
    right_class, right_cost = _costs(batch.right, batch.right_of, batch.kind_of, table)
    kind = batch.kind_of[cells.pair]
    weight = cells.bits * table.scale[kind, channel] + cells.missed * table.miss[kind]
    gain = (
        weight
        + _over(left_cost, cells.pair, cells.left_start, cells.left_size)
        + _over(right_cost, cells.pair, cells.right_start, cells.right_size)
    )
    chosen, left_used, right_used = _take(cells, gain, len(batch.left_of), channel)
    _clear(left_class, left_cost, left_used)
    _clear(right_class, right_cost, right_used)
    return Alignment(
        cells=cells.take(chosen),
        channel=channel[chosen],
        weight=weight[chosen].astype(np.float32),
        left_class=left_class,
        right_class=right_class,
        left_cost=left_cost,
        right_cost=right_cost,
    )


def _costs(forms: object, form_of: Ints, kind_of: Ints, table: Weights) -> tuple[Ints, Floats]:
    classes, shares = leftover_table(forms)  # type: ignore[arg-type]
    mine = classes[form_of]
    cost = table.cost[kind_of[:, None], mine] * shares[form_of]
    return mine, cost.astype(np.float32)


def _over(cost: Floats, pair: Ints, start: Ints, size: Ints) -> Floats:
    """Sum of the costs of a run of atoms."""
    running = np.zeros((cost.shape[0], cost.shape[1] + 1), dtype=np.float32)
    np.cumsum(cost, axis=1, out=running[:, 1:])
    total: Floats = running[pair, start + size] - running[pair, start]
    return total


def _mask(start: Ints, size: Ints) -> Masks:
    one = np.uint64(1)
    return ((one << size.astype(np.uint64)) - one) << start.astype(np.uint64)


def _take(
    cells: Cells, gain: Floats, pairs: int, channel: Ints
) -> tuple[npt.NDArray[np.intp], Masks, Masks]:
    left, right = (
        _mask(cells.left_start, cells.left_size),
        _mask(cells.right_start, cells.right_size),
    )
    # Ties fall by place, never by the order in which channels were asked.
    order = np.lexsort(
        (
            channel,
            cells.right_size,
            cells.left_size,
            cells.right_start,
            cells.left_start,
            -gain,
            cells.pair,
        )
    )
    order = order[gain[order] > 0]
    left_used = np.zeros(pairs, dtype=np.uint64)
    right_used = np.zeros(pairs, dtype=np.uint64)
    taken = []
    while len(order):
        pair = cells.pair[order]
        first = np.ones(len(order), dtype=bool)
        first[1:] = pair[1:] != pair[:-1]
        now = order[first]
        taken.append(now)
        left_used[cells.pair[now]] |= left[now]
        right_used[cells.pair[now]] |= right[now]
        clash = (left[order] & left_used[pair]) | (right[order] & right_used[pair])
        order = order[clash == 0]
    if not taken:
        return np.zeros(0, dtype=np.intp), left_used, right_used
    chosen = np.concatenate(taken)
    # Stable: inside a pair the cells keep the order of falling gain.
    return chosen[np.argsort(cells.pair[chosen], kind="stable")], left_used, right_used


def _clear(classes: Ints, cost: Floats, used: Masks) -> None:
    """Atoms that are taken are no leftovers."""
    width = min(classes.shape[1], 64)
    taken = ((used[:, None] >> np.arange(width, dtype=np.uint64)) & np.uint64(1)) == 1
    taken[:, classes.shape[1] - 1 :] = False
    classes[:, :width][taken] = 0
    cost[:, :width][taken] = 0.0
