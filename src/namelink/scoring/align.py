"""Choose among correspondences those that hold together: no atom of either name in two of them.

The gain of a cell is what it adds over leaving its atoms over. Cells are taken in some order,
each round one cell in every pair at once, until none is left that gains and does not overlap.
Several orders are tried, and each pair keeps the one with the largest sum of gains:

* by falling gain: right when one long cell explains much (a foreign name);
* by falling gain an atom: right when a long cell would swallow two that fit better (宋丽 against
  Li Song: 宋丽 sounds like Song, but 宋 is Song and 丽 is Li);
* by falling gain without each pair's first choice: a way out when that one was wrong;
* by falling gain, keeping the order of the parts, for people: 陈冯富珍 is Chan Fung Fu-chun,
  though 陈 may be Chun and 珍 Chan. Whatever breaks the order of a name pays for it in every try.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from namelink.model.batch import KINDS, Batch, Cells, Flags, Floats, Form, Ints
from namelink.model.kinds import Kind
from namelink.scoring.facts import Facts, Masks, facts_of, mask
from namelink.scoring.halves import heard_whole, one_word
from namelink.scoring.leftovers import leftovers_of
from namelink.scoring.order import crossings
from namelink.scoring.weights import STRUCTURES, Sorts, Weights, sorts_of

Index = npt.NDArray[np.intp]
_ROUNDING = 1e-3
# What no place, size or number of a channel reaches.
_WIDEST = 1 << 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The chosen cells of every pair, and what is left over.

    Attributes:
        cells: the chosen cells, in pair order and by falling gain inside a pair.
        weight: bits a chosen cell, fitted scaling included.
        agrees: whether a chosen cell speaks for one entity by more than a title.
        left_class: leftover class an atom of the pair's left name (0 where it is taken), shape
            (pairs, atoms + 1).
        right_class: the same for the right name.
        left_cost: bits that each leftover takes away, in the same shape.
        right_cost: the same for the right name.
        left_over: atoms of the left name that are left over, as bits; see
            `namelink.scoring.facts`.
        right_over: the same for the right name.
        left_sorts: leftover classes of the left name that any atom has, as bits.
        right_sorts: the same for the right name.
        mine: facts of the left name, see `namelink.scoring.facts`.
        theirs: the same for the right name.
    """

    cells: Cells
    weight: Floats
    agrees: Flags
    left_class: Ints
    right_class: Ints
    left_cost: Floats
    right_cost: Floats
    left_over: Masks
    right_over: Masks
    left_sorts: Sorts
    right_sorts: Sorts
    mine: Facts
    theirs: Facts

    def pairs_of(self, cells: Flags) -> Flags:
        """Pairs of which one of some chosen cells is.

        Args:
            cells: which of them count, shape (cells,).

        Returns:
            Shape (pairs,).
        """
        found = np.zeros(len(self.left_class), dtype=bool)
        found[self.cells.pair[cells]] = True
        return found


def align(batch: Batch, cells: Cells, table: Weights) -> Alignment:
    """Align all pairs of a batch.

    Args:
        batch: the pairs.
        cells: correspondences of all channels.
        table: fitted numbers.

    Returns:
        The alignment.
    """
    mine, theirs = facts_of(batch.left)[batch.left_of], facts_of(batch.right)[batch.right_of]
    left_class, left_cost = _costs(batch.left, batch.left_of, batch.profile_of, table)
    right_class, right_cost = _costs(batch.right, batch.right_of, batch.profile_of, table)
    profile = batch.profile_of[cells.pair]
    weight = (
        cells.bits * table.scale[profile, cells.channel]
        + table.base[profile, cells.channel]
        + cells.missed * table.miss[profile]
    )
    gain = (
        weight
        + _over(left_cost, cells.pair, cells.left_start, cells.left_size)
        + _over(right_cost, cells.pair, cells.right_start, cells.right_size)
    )
    broken, halved = (
        table.structure[batch.profile_of, STRUCTURES.index(name)]
        for name in ("out_of_order", "half_heard")
    )
    halved = np.where(one_word(batch, mine), halved, 0.0)
    gain = heard_whole(batch, cells, (gain, weight), left_class, halved)
    chosen, left_used, right_used = _take(batch, cells, (gain, weight), broken)
    _clear(left_class, left_cost, left_used)
    _clear(right_class, right_cost, right_used)
    cells, weight = cells.take(chosen), weight[chosen].astype(np.float32)
    # What ends in a title is a title alone; what only begins with one (东姑安南) is a name.
    last = mask(cells.left_start + cells.left_size - 1, np.ones_like(cells.left_size))
    titled = (mine["titles"][cells.pair] & last) != 0
    return Alignment(
        cells=cells,
        weight=weight,
        agrees=(weight > 0) & (batch.same[cells.pair] | ~titled),
        left_class=left_class,
        right_class=right_class,
        left_cost=left_cost,
        right_cost=right_cost,
        left_over=mine["atoms"] & ~left_used,
        right_over=theirs["atoms"] & ~right_used,
        left_sorts=sorts_of(left_class),
        right_sorts=sorts_of(right_class),
        mine=mine,
        theirs=theirs,
    )


def _costs(
    forms: Sequence[Form], form_of: Ints, profile_of: Ints, table: Weights
) -> tuple[Ints, Floats]:
    mine, shares = leftovers_of(forms, form_of, profile_of)
    cost = table.cost[profile_of[:, None], mine] * shares
    return mine, cost.astype(np.float32)


def _over(cost: Floats, pair: Ints, start: Ints, size: Ints) -> Floats:
    """Sum of the costs of a run of atoms."""
    running = np.zeros((cost.shape[0], cost.shape[1] + 1), dtype=np.float32)
    np.cumsum(cost, axis=1, out=running[:, 1:])
    total: Floats = running[pair, start + size] - running[pair, start]
    return total


def _take(
    batch: Batch, cells: Cells, worths: tuple[Floats, Floats], broken: Floats
) -> tuple[Index, Masks, Masks]:
    """The best of several greedy choices, with the masks of the atoms that it uses."""
    gain, weight = worths
    pairs = len(batch.left_of)
    good = _by_place(cells, np.flatnonzero(gain > 0))
    dense = gain / (cells.left_size + cells.right_size)
    by_gain, by_density = _order(good, cells.pair, gain), _order(good, cells.pair, dense)
    people, place = _in_place(batch, cells, by_gain)
    tries = [
        by_gain,
        by_density,
        by_gain[~_first(cells.pair[by_gain])],
        _order(good, cells.pair, weight),
        people,
    ]
    # Every pair has a row a try, so that all tries are one run.
    many = [len(own) for own in tries]
    order, number = np.concatenate(tries), np.arange(len(tries)).repeat(many)
    row = number * pairs + cells.pair[order]
    in_order = number == len(tries) - 1
    taken, left_used, right_used = _greedy(
        cells, order, row, (in_order, place), len(tries) * pairs
    )
    took, row = order[taken], row[taken]
    of = np.tile(np.arange(pairs), len(tries))
    worth = np.zeros(len(of), dtype=np.float64)
    np.add.at(worth, row, gain[took])
    worth += broken[of] * crossings(batch, cells, took, (row, of))
    totals = worth.reshape(len(tries), pairs)
    # A later try has to be better by more than rounding.
    totals[0] += _ROUNDING
    best = totals.argmax(axis=0) * pairs + np.arange(pairs)
    chosen = took[row == best[cells.pair[took]]]
    order = np.lexsort((_place_of(chosen, good), -gain[chosen], cells.pair[chosen]))
    return chosen[order], left_used[best], right_used[best]


def _by_place(cells: Cells, good: Index) -> Index:
    """Cells by where they stand: ties fall by place, never by the order of channels asked."""
    place = cells.left_start[good].astype(np.int64)
    for column in (cells.right_start, cells.left_size, cells.right_size, cells.channel):
        place = place * _WIDEST + column[good]
    return good[place.argsort(kind="stable")]


def _place_of(chosen: Index, order: Index) -> Index:
    """Where each chosen cell stands in an order of cells."""
    place = np.zeros(int(order.max(initial=-1)) + 1, dtype=np.intp)
    place[order] = np.arange(len(order))
    return place[chosen]


def _order(good: Index, pair: Ints, worth: Floats) -> Index:
    """Cells by pair, then by falling worth; a stable sort keeps the given order among equals."""
    return good[np.lexsort((-worth[good], pair[good]))]


def _first(row: npt.NDArray[np.integer]) -> Flags:
    """Whether each entry is the first of its row, for entries in the order of rows."""
    first = np.ones(len(row), dtype=bool)
    np.not_equal(row[1:], row[:-1], out=first[1:])
    return first


def _in_place(batch: Batch, cells: Cells, by_gain: Index) -> tuple[Index, Ints]:
    """Cells of Chinese people by gain, those first that stand as the surname has them stand.

    李舜臣 is Yi Sun-sin or Sun-sin Yi, though 臣 is Sun too, and for more bits than 舜.

    Returns:
        The cells, and where the left part of every cell stands in the order of the right name.
    """
    own = by_gain[_people(batch)[cells.pair[by_gain]]]
    place = cells.left_start.copy()
    pair, start, right = cells.pair[own], cells.left_start[own], cells.right_start[own]
    left_of = batch.left_of[pair]
    surname, size = batch.mine.surname[left_of], batch.mine.size[left_of]
    headed = start < surname
    # The best cell of the surname says where it stands, and so where all others do.
    heads = np.flatnonzero(headed)[::-1]
    found = np.full(len(batch.left_of), -1, dtype=np.int32)
    found[pair[heads]] = (right - start)[heads]
    here = found[pair]
    last = (here > 0) & (here + surname == batch.theirs.size[batch.right_of[pair]])
    place[own[headed & last]] += size[headed & last]
    fits = (here >= 0) & (right == here + start - np.where(last & ~headed, size, 0))
    return own[np.lexsort((~fits, pair))], place


def _people(batch: Batch) -> Flags:
    """Whether each pair is one of people whose Chinese name begins with a surname."""
    people = batch.kind_of == KINDS.index(Kind.PERSON)
    found: Flags = (batch.mine.surname > 0)[batch.left_of] & people
    return found


def _greedy(
    cells: Cells, order: Index, row: Index, ordered: tuple[Flags, Ints], rows: int
) -> tuple[Index, Masks, Masks]:
    """Take cells in order, skipping those that overlap one that was taken.

    Args:
        cells: all cells.
        order: the cell of each entry.
        row: row of each entry, rising; entries of several rows have nothing to do with each other.
        ordered: whether an entry may not cross one that was taken either, and where the left part
            of each cell stands for that.
        rows: number of rows.

    Returns:
        Entries that are taken, and masks of the atoms that each row uses.
    """
    in_order, place = ordered
    left = mask(cells.left_start, cells.left_size)[order]
    right = mask(cells.right_start, cells.right_size)[order]
    left_used = np.zeros(rows, dtype=np.uint64)
    right_used = np.zeros(rows, dtype=np.uint64)
    open_entries, taken = np.arange(len(order)), []
    while len(open_entries):
        first = _first(row)
        now = open_entries[first]
        taken.append(now)
        here = row[first]
        left_used[here] |= left[first]
        right_used[here] |= right[first]
        clash = (left & left_used[row]) | (right & right_used[row])
        keep = clash == 0
        if in_order.any():
            mine, theirs = order[open_entries], order[now][first.cumsum() - 1]
            before = place[mine] < place[theirs]
            after = cells.right_start[mine] >= cells.right_start[theirs]
            keep &= (before != after) | ~in_order
        open_entries, row, in_order = open_entries[keep], row[keep], in_order[keep]
        left, right = left[keep], right[keep]
    return np.concatenate([open_entries, *taken]), left_used, right_used


def _clear(classes: Ints, cost: Floats, used: Masks) -> None:
    """Atoms that are taken are no leftovers."""
    width = min(classes.shape[1], 64)
    taken = ((used[:, None] >> np.arange(width, dtype=np.uint64)) & np.uint64(1)) == 1
    taken[:, classes.shape[1] - 1 :] = False
    classes[:, :width][taken] = 0
    cost[:, :width][taken] = 0.0
