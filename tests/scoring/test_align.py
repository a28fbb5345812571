"""The aligner that works on all pairs at once against plain searches, pair by pair.

It may do better than a plain greedy, and never better than the best of all choices.
"""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.model.batch import Batch, Cells, Form, join_cells, make_cells
from namelink.model.kinds import CHANNELS, Channel
from namelink.scoring.align import Alignment, align
from namelink.scoring.leftovers import leftovers_of
from namelink.scoring.weights import Weights, weights
from tests.readings.batches import batch_of

NAMES = ("吴泳铭", "欧阳", "吴", "唐纳德特朗普", "")
SPELLED = ("wu yong ming", "ming", "wu li an ze", "?!")
Row = tuple[int, int, int, int, int, float, int, int]


def quarters(table: Weights) -> Weights:
    """Weights in quarters of a bit, whose float32 sums are exact, so that ties are ties.

    The order of a name's parts costs nothing here; that has a test of its own.
    """
    return replace(
        table,
        structure=np.zeros_like(table.structure),
        scale=np.ones_like(table.scale),
        miss=np.round(table.miss * 4).astype(np.float32) / np.float32(4),
        cost=np.round(table.cost * 4).astype(np.float32) / np.float32(4),
    )


@st.composite
def problems(draw: st.DrawFn) -> tuple[Batch, list[Row]]:
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(SPELLED)), min_size=1, max_size=4
        )
    )
    batch = batch_of(pairs)
    rows: list[Row] = []
    for pair in range(len(pairs)):
        left = len(batch.left[batch.left_of[pair]].keys)
        right = len(batch.right[batch.right_of[pair]].keys)
        if not left or not right:
            continue
        for _ in range(draw(st.integers(0, 6))):
            start, other = draw(st.integers(0, left - 1)), draw(st.integers(0, right - 1))
            size, width = draw(st.integers(1, left - start)), draw(st.integers(1, right - other))
            bits = draw(st.integers(-80, 60)) / 4
            missed = draw(st.integers(0, 1))
            channel = draw(st.integers(0, len(CHANNELS) - 1))
            rows.append((pair, start, size, other, width, bits, missed, channel))
    return batch, rows


def cells_of(rows: list[Row]) -> Cells:
    if not rows:
        return join_cells([])
    pair, start, size, other, width, bits, missed, channel = zip(*rows, strict=True)
    return make_cells(pair, (start, size), (other, width), bits, missed=missed, channel=channel)


def costs(form: Form, profile: int, table: Weights) -> list[float]:
    first = np.zeros(1, dtype=np.int32)
    classes, shares = leftovers_of([form], first, first + profile)
    return (table.cost[profile, classes[0]] * shares[0]).tolist()  # type: ignore[no-any-return]


def gains(batch: Batch, rows: list[Row], table: Weights) -> list[tuple[float, float]]:
    """Gain and weight of each cell: what it adds over leaving its atoms over."""
    found = []
    for pair, start, size, other, width, bits, missed, channel in rows:
        profile = int(batch.profile_of[pair])
        left = costs(batch.left[batch.left_of[pair]], profile, table)
        right = costs(batch.right[batch.right_of[pair]], profile, table)
        weight = bits * float(table.scale[profile, channel]) + missed * float(table.miss[profile])
        saved = sum(left[start : start + size]) + sum(right[other : other + width])
        found.append((weight + saved, weight))
    return found


def clash(one: Row, other: Row) -> bool:
    """Whether two cells share an atom of either name."""
    if one[0] != other[0]:
        return False
    left = one[1] < other[1] + other[2] and other[1] < one[1] + one[2]
    right = one[3] < other[3] + other[4] and other[3] < one[3] + one[4]
    return left or right


def greedy(rows: list[Row], gain: list[float], pair: int) -> float:
    """Take the cell that gains most, drop what overlaps it, again; the sum of gains."""
    taken: list[int] = []
    for at in sorted(range(len(rows)), key=lambda at: (-gain[at], rows[at][1], rows[at][3])):
        fits = not any(clash(rows[at], rows[one]) for one in taken)
        if rows[at][0] == pair and gain[at] > 0 and fits:
            taken.append(at)
    return sum(gain[at] for at in taken)


def optimum(rows: list[Row], gain: list[float], pair: int) -> float:
    """The largest sum of gains of any cells that hold together."""
    own = [at for at in range(len(rows)) if rows[at][0] == pair and gain[at] > 0]

    def best(at: int, taken: list[int]) -> float:
        if at == len(own):
            return sum(gain[one] for one in taken)
        without = best(at + 1, taken)
        if any(clash(rows[own[at]], rows[one]) for one in taken):
            return without
        return max(without, best(at + 1, [*taken, own[at]]))

    return best(0, [])


def taken_by(alignment: Alignment) -> list[tuple[int, int, int, int, int, float, int]]:
    """Chosen cells as pair, spans, weight and channel."""
    cells = alignment.cells
    columns = (cells.pair, cells.left_start, cells.left_size, cells.right_start, cells.right_size)
    rows = zip(
        *(column.tolist() for column in columns),
        alignment.weight.tolist(),
        alignment.cells.channel.tolist(),
        strict=True,
    )
    return sorted(rows)


@settings(max_examples=200)
@given(problems())
def test_the_alignment_lies_between_the_plain_greedy_and_the_optimum(
    problem: tuple[Batch, list[Row]],
) -> None:
    batch, rows = problem
    table = quarters(weights())
    found = taken_by(align(batch, cells_of(rows), table))
    both = gains(batch, rows, table)
    gain = [one for one, _ in both]
    known = {
        (*row[:5], weight, row[7]): one for row, (one, weight) in zip(rows, both, strict=True)
    }
    for pair in range(len(batch.left_of)):
        total = sum(known[row] for row in found if row[0] == pair)
        assert greedy(rows, gain, pair) - 1e-3 <= total <= optimum(rows, gain, pair) + 1e-3


@settings(max_examples=200)
@given(problems())
def test_no_cell_that_gains_and_fits_is_left_out(problem: tuple[Batch, list[Row]]) -> None:
    batch, rows = problem
    table = quarters(weights())
    found = taken_by(align(batch, cells_of(rows), table))
    chosen: list[Row] = [(*row[:5], row[5], 0, row[6]) for row in found]
    assert not any(clash(a, b) for at, a in enumerate(chosen) for b in chosen[:at])
    for row, (gain, _) in zip(rows, gains(batch, rows, table), strict=True):
        assert gain <= 0 or any(clash(row, one) for one in chosen)


@settings(max_examples=100)
@given(problems())
def test_what_is_taken_is_no_leftover_and_the_rest_is(problem: tuple[Batch, list[Row]]) -> None:
    batch, rows = problem
    found = align(batch, cells_of(rows), weights())
    cells = found.cells
    for forms, form_of, classes, cost, start, size in (
        (
            batch.left,
            batch.left_of,
            found.left_class,
            found.left_cost,
            cells.left_start,
            cells.left_size,
        ),
        (
            batch.right,
            batch.right_of,
            found.right_class,
            found.right_cost,
            cells.right_start,
            cells.right_size,
        ),
    ):
        for pair, row in enumerate(form_of):
            count = np.zeros(classes.shape[1], dtype=int)
            for at in np.flatnonzero(cells.pair == pair):
                count[start[at] : start[at] + size[at]] += 1
            assert count.max(initial=0) <= 1
            length = len(forms[row].keys)
            assert ((classes[pair, :length] == 0) == (count[:length] == 1)).all()
            assert (cost[pair, :length][count[:length] == 1] == 0).all()


LONG_NAMES = """
from namelink.linker import compare
from namelink.model.options import Limits, Options

words = " ".join(f"w{'abcdefghij'[n // 10]}{'klmnopqrst'[n % 10]}x" for n in range(90))
found = compare(words, words, options=Options(limits=Limits(atoms=int(ATOMS))))
print(found.relation.value, *{piece.outcome.value for piece in found.evidence})
"""


@pytest.mark.parametrize("atoms", [64, 65, 100])
def test_a_limit_is_refused_or_kept(atoms: int) -> None:
    """Sets of taken atoms are held in 64 bits. Run apart, so that an endless loop is a failure."""
    from namelink.errors import InvalidOptions
    from namelink.model.options import Limits, Options

    try:
        Options(limits=Limits(atoms=atoms))
    except InvalidOptions:
        return
    program = LONG_NAMES.replace("ATOMS", str(atoms))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    expected = "equal agrees" if atoms >= 90 else "agrees"
    assert expected in done.stdout


@pytest.mark.parametrize("order", [1, -1])
def test_ties_fall_by_place_not_by_the_order_of_channels(order: int) -> None:
    rows: list[Row] = [
        (0, 0, 1, 0, 1, 5.0, 0, CHANNELS.index(Channel.PINYIN)),
        (0, 0, 1, 0, 1, 5.0, 0, CHANNELS.index(Channel.SURFACE)),
        (0, 1, 1, 0, 1, 5.0, 0, CHANNELS.index(Channel.MEANING)),
    ]
    batch = batch_of([("吴吴", "wu")])
    found = align(batch, cells_of(rows[::order]), quarters(weights()))
    assert [row[1] for row in taken_by(found)] == [0]
    assert found.cells.channel.tolist() == [CHANNELS.index(Channel.SURFACE)]


def test_an_order_that_no_name_has_costs_more_than_a_likelier_syllable() -> None:
    # 陈 may be spelled Chun and 珍 Chan, but then the given name would stand around the surname.
    rows: list[Row] = [
        (0, 0, 1, 0, 1, 4.0, 0, CHANNELS.index(Channel.CANTONESE)),
        (0, 0, 1, 2, 1, 6.0, 0, CHANNELS.index(Channel.CANTONESE)),
        (0, 1, 1, 1, 1, 6.0, 0, CHANNELS.index(Channel.CANTONESE)),
        (0, 2, 1, 2, 1, 4.0, 0, CHANNELS.index(Channel.CANTONESE)),
        (0, 2, 1, 0, 1, 6.0, 0, CHANNELS.index(Channel.CANTONESE)),
    ]
    batch = batch_of([("陈富珍", "chan fu chun")])
    table = quarters(weights())
    free = [(row[1], row[3]) for row in taken_by(align(batch, cells_of(rows), table))]
    held = [(row[1], row[3]) for row in taken_by(align(batch, cells_of(rows), weights()))]
    assert free == [(0, 2), (1, 1), (2, 0)]
    assert held == [(0, 0), (1, 1), (2, 2)]


def test_a_word_is_not_taken_from_what_reads_it_better() -> None:
    """Engineering may mean process, but 过程 does, and 工程 is engineering."""
    found = nl.compare("过程工程学会", "Process Engineering Society", kind="org").evidence
    read = {(piece.left, piece.right) for piece in found if piece.channel is Channel.MEANING}
    assert {("过程", "Process"), ("工程", "Engineering")} <= read
