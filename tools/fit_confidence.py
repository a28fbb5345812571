"""Fit what `confidence` makes of calibrated log odds: three numbers of `namelink.linking.ranking`.

python -m tools.fit_confidence --pairs PAIRS.tsv [--transliterations T.tsv] [--exclude LIST.sha1]

Names of one kind, and of all kinds, are put into tables of 32 to 7,000 English names, and searched
for by their Chinese names; half of the searches are for names that are not there. Chosen are the
numbers that make the truth (this row, or none of them) most probable. Printed beside them: Brier
score and error of calibration with those that stand in the code, and with the new ones. Nothing is
written. About six minutes of one processor.
"""

import argparse
import itertools
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

import numpy as np
import numpy.typing as npt

import namelink as nl
from namelink.linking.ranking import BITS_LEFT, EASIER, POOL_POWER, confidences, log_odds
from namelink.scoring.namesakes import POPULATION
from tools.fit_pairs import Pair, make_people, read_excluded, read_pairs, read_transliterations

Numbers = npt.NDArray[np.float64]

SIZES = (32, 100, 350, 1000, 3500)
SEARCHES = 30  # a table
DEEP = 10  # ids a search: what stands lower holds no odds to speak of
EASIER_TRIED = np.arange(0.0, 16.1, 0.5)
BITS_LEFT_TRIED = np.arange(0.0, 0.61, 0.05)
POWERS_TRIED = np.arange(0.5, 1.05, 0.05)
MIXED = 600  # searches in a table of all kinds


@dataclass(frozen=True)
class Search:
    """What one search found.

    Attributes:
        log_odds: calibrated log odds of each found row, in bits.
        bits: prior and evidence of each.
        coincidence: odds that somebody else of such a name is meant.
        right: whether a row is the right one.
        pool: names in the table.
        there: whether the right one is in the table at all.
    """

    log_odds: Numbers
    bits: Numbers
    coincidence: Numbers
    right: npt.NDArray[np.bool_]
    pool: int
    there: bool

    def told(self, easier: float, bits_left: float, power: float) -> tuple[Numbers, float]:
        """Confidence in each row, and in none of them."""
        numbers = easier, bits_left, power
        return confidences(self.log_odds, self.bits, self.coincidence, self.pool, numbers)


def tables(pairs: Iterable[Pair], rnd: random.Random) -> Iterable[tuple[list[Pair], list[str]]]:
    """Searches for names of a group, and the table that they are made in."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.group, []).append(pair)
    every = [pair for own in groups.values() for pair in own]
    tries = [(own, size, SEARCHES) for _, own in sorted(groups.items()) for size in SIZES]
    for own, size, searched in [*tries, (every, len(every), MIXED)]:
        if len(own) >= size // 4:
            asked = rnd.sample(own, min(searched, len(own)))
            absent = {pair.en for pair in asked[::2]}
            others = [pair.en for pair in own if pair.en not in absent]
            known = dict.fromkeys(pair.en for pair in asked[1::2] if pair.en not in absent)
            known.update(dict.fromkeys(rnd.sample(others, min(size, len(others)))))
            yield asked, list(known)[:size]


def searches(asked: Sequence[Pair], names: Sequence[str], pairs: Iterable[Pair]) -> list[Search]:
    """Search a table for names; a name that several pairs share has all their answers."""
    answers: dict[str, set[str]] = {}
    for pair in pairs:
        answers.setdefault(pair.zh, set()).add(pair.en)
    rows = nl.link([pair.zh for pair in asked], list(names), top_k=DEEP, threshold=0.0)
    found: dict[int, list[nl.Link]] = {}
    for row in rows:
        if row.right_id is not None:
            found.setdefault(row.left_id, []).append(row)
    told = []
    for at, pair in enumerate(asked):
        own = found.get(at, [])
        right_names = [str(row.right_name) for row in own]
        # An uninformed prior is even, so coincidence is the share of people of such a name.
        compared = nl.compare_pairs([pair.zh] * len(own), right_names) if own else []
        right = answers[pair.zh]
        told.append(
            Search(
                log_odds=np.array([log_odds(row.score or 0.0) for row in own]),
                bits=np.array([row.bits or 0.0 for row in own]),
                coincidence=np.array([(each.namesakes or 0.0) / POPULATION for each in compared]),
                right=np.array([name in right for name in right_names], dtype=bool),
                pool=len(names),
                there=not right.isdisjoint(names),
            )
        )
    return told


def loss(found: Sequence[Search], numbers: tuple[float, float, float]) -> float:
    """Mean surprise at the truth, in bits; a right row that is not found counts as none."""
    total = 0.0
    for search in found:
        each, none = search.told(*numbers)
        truth = each[search.right].sum() if search.right.any() else none
        total -= log2(max(float(truth), 1e-12))
    return total / len(found)


def report(found: Sequence[Search], numbers: tuple[float, float, float]) -> tuple[float, float]:
    """Brier score of the first rows, and their error of calibration in ten bins of equal mass."""
    firsts = [
        (float(search.told(*numbers)[0][0]), float(search.right[0]))
        for search in found
        if len(search.right)
    ]
    told, right = np.array(sorted(firsts)).T
    bins = np.array_split(np.arange(len(told)), 10)
    error = sum(len(own) * abs(told[own].mean() - right[own].mean()) for own in bins) / len(told)
    return float(((told - right) ** 2).mean()), float(error)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--transliterations", type=Path)
    parser.add_argument("--exclude", type=Path)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    rnd, excluded = random.Random(options.seed), read_excluded(options.exclude)
    pairs = read_pairs(options.pairs, excluded) + make_people(1200, rnd)[0]
    if options.transliterations:
        pairs += read_transliterations(options.transliterations, excluded, 1200, rnd)
    found = [
        search for asked, names in tables(pairs, rnd) for search in searches(asked, names, pairs)
    ]
    tried = itertools.product(EASIER_TRIED, BITS_LEFT_TRIED, POWERS_TRIED)
    best = min(tried, key=lambda numbers: loss(found, numbers))
    here = sum(search.there for search in found)
    print(f"{len(found)} searches, {here} of them for names that are there")
    print("              EASIER  BITS_LEFT  POOL_POWER  loss    Brier   error")
    for label, numbers in (("in the code", (EASIER, BITS_LEFT, POOL_POWER)), ("fitted", best)):
        brier, error = report(found, numbers)
        easier, bits_left, power = numbers
        print(
            f"{label:12} {easier:7.1f} {bits_left:10.2f} {power:11.2f}  "
            f"{loss(found, numbers):.4f}  {brier:.4f}  {error:.4f}"
        )


if __name__ == "__main__":
    main()
