"""Learn how much each sort of feature tells when the counterparts of a name are looked for.

True pairs, made people and bodies by their own names alone are looked for in an index of all of
them, by what each shares with the 512 rows that share most, by sort of feature. A factor a sort
and kind of query is learned so that the right row has the greatest share (softmax over the rows);
factors of one sort are drawn to each other over the kinds, as a kind may have few names.

Usage: python -m tools.build_feature_factors --pairs pairs.tsv --transliterations t.tsv
    [--exclude exclude.sha1] [--report]
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from namelink.candidates.groups import REPEATED, shared_groups
from namelink.candidates.packing import STEP, Asked
from namelink.index.contents import Contents
from namelink.index.found_by import asked_by, known_aliases
from namelink.index.search import Search
from namelink.io.frames import table_of
from namelink.model.batch import KINDS
from namelink.model.kinds import Kind, Role
from namelink.model.options import Columns, Options
from namelink.normalization.names import normalize
from namelink.readings.alternatives import alternatives
from namelink.readings.hearing import Hearing, words_of
from tools.fit_pairs import Pair, make_people, read_excluded, read_pairs, read_transliterations

if TYPE_CHECKING:
    from namelink.index.segment import Segment

OUT = Path("src/namelink/tables/data/feature_factors.tsv")
HEAD = """\
# title: How much each sort of feature tells when the counterparts of a name are looked for
# source: pairs of names of all kinds that weights are fitted on, and made people; none is copied
# licence: Apache-2.0 (fitted numbers)
# built by: tools/build_feature_factors.py
"""
# Sorts of `namelink.readings.retrieval`. Those of written strings hardly ever stand in both names
# of a pair in two scripts, so they are set: they find names in one script.
SORTS = ("s", "y", "n", "w", "k", "z", "Z", "f", "J", "j", "a", "p", "c")
WRITTEN = ("h", "t")
WRITTEN_FACTOR = 2.0
DEPTH = 512
PARTS, PEOPLE, OTHERS, BARE = 800, 1_500, 8_000, 700
# Names of queries, of each script.
QUERIES = 4_000
ROUNDS, STEP_SIZE, AT_ONCE = 7, 0.03, 32
# How strongly a sort's factor is drawn to 1, and a kind's to that of its sort.
DRAWN, DRAWN_TOGETHER = 0.002, 0.02
# Share of what is learned, on the scale of logarithms, that is believed: the pairs lack many
# sorts of names, such as places and people of the south in their own spellings.
TRUST = 0.7
_NOT_OWN = frozenset({Role.LEGAL_FORM, Role.INDUSTRY, Role.GENERIC, Role.PLACE})

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Query:
    """One name that is looked for.

    Attributes:
        group: what sort of pair it is of.
        kinds: probability of each kind, shape (kinds,).
        shared: what each row shares by sort, over the row's length, shape (rows, sorts).
        right: which row is the right one.
    """

    group: str
    kinds: Numbers
    shared: npt.NDArray[np.float32]
    right: int


def bare(pairs: list[Pair], count: int) -> list[Pair]:
    """Bodies by their own names alone, on one side or both: a brand for the whole name."""
    found: list[Pair] = []
    for pair in (pair for pair in pairs if pair.kind == "org"):
        zh, en = (
            [part.text for part in normalize(name).parts if part.role not in _NOT_OWN]
            for name in (pair.zh, pair.en)
        )
        if 1 <= len(en) <= 2 and len("".join(zh)) > 1 and len(found) < count:
            left = "".join(zh) if len(found) % 2 else pair.zh
            found.append(Pair(left, " ".join(en), "org", true=True, group="bare"))
    return found


def queries(
    pairs: list[Pair], table: list[str], *, latin: bool, rnd: random.Random
) -> list[Query]:
    """What the names of one script share with the other names of a table.

    Args:
        pairs: true pairs, both of whose names are asked or found.
        table: further names that stand in the way.
        latin: whether the Latin names are looked for.
        rnd: draws the names that are asked.
    """
    mine = [pair.en if latin else pair.zh for pair in pairs]
    theirs = [pair.zh if latin else pair.en for pair in pairs]
    names = sorted({*theirs, *table})
    contents = Contents.of(table_of(names, Columns()), Options(), as_strings=False)
    search = Search(contents.segments, contents.alive, Options())
    (segment,) = contents.segments
    hearing = segment.hearing()
    place = {search.name(at)[0]: at for at in range(len(names))}
    asked = rnd.sample(range(len(pairs)), min(QUERIES, len(pairs)))
    # What hearing needs of many words is much cheaper to work out at once.
    forms = [form for at in asked for form in search.prepared(mine[at], Kind.UNKNOWN).forms]
    hearing.expect(sorted({word for form in forms for word in words_of(form)}))
    return [
        _query(search, segment, hearing, mine[at], place[theirs[at]], pairs[at].group)
        for at in asked
    ]


def _query(
    search: Search, segment: Segment, hearing: Hearing, name: str, right: int, group: str
) -> Query:
    prepared = search.prepared(name, Kind.UNKNOWN)
    index = segment.features
    wanted = asked_by(prepared, known_aliases(Options()), [hearing], lambda _, features: features)
    asked = Asked.of(wanted, alternatives(prepared.forms, wanted))
    rows = np.union1d(index.best(asked, DEPTH).positions, [right])
    told = index.told(asked)
    sort = np.array([_sort_of(feature) for feature in wanted])
    groups = shared_groups(asked.groups)
    entries, sizes = index.entries(rows)
    owner = np.repeat(np.arange(len(rows)), sizes)
    order = np.argsort(asked.numbers)
    numbers = index.vocabulary[index.held[entries]]
    at = np.searchsorted(asked.numbers[order], numbers).clip(0, len(order) - 1)
    feature = order[at]
    known = (asked.numbers[feature] == numbers) & (sort[feature] >= 0)
    owner, feature, each = owner[known], feature[known], index.weight[entries[known]] * STEP
    each = each * told[feature]
    each *= np.where(_repeats(owner, groups[feature], each), REPEATED, 1.0)
    shared = np.zeros((len(rows), len(SORTS)), dtype=np.float32)
    np.add.at(shared, (owner, sort[feature]), each)
    shared /= index.length[rows][:, None]
    kinds = np.mean([form.kinds for form in prepared.forms], axis=0)
    return Query(group, kinds, shared, int(np.searchsorted(rows, right)))


def _sort_of(feature: str) -> int:
    sort = feature.partition(":")[0]
    return SORTS.index(sort) if sort in SORTS else -1


def _repeats(owner: Numbers, group: Numbers, each: Numbers) -> npt.NDArray[np.bool_]:
    """Which entries stand beside a better one of their row and group."""
    order = np.lexsort((-each, group, owner))
    again = np.zeros(len(order), dtype=bool)
    same = (np.diff(owner[order]) == 0) & (np.diff(group[order]) == 0)
    again[order[1:]] = same & (group[order[1:]] > 0)
    return again


def fit(asked: list[Query], rnd: np.random.Generator) -> Numbers:
    """Factors that put right rows first, shape (kinds, sorts): Adam on the log loss.

    The logarithm of a factor is the scale's, the sort's and the kind's.
    """
    size = (len(KINDS), len(SORTS))
    theta = np.zeros(1 + len(SORTS) + len(KINDS) * len(SORTS))
    theta[0] = np.log(0.25)
    pull = np.concatenate(
        [[0.0], np.full(size[1], DRAWN), np.full(size[0] * size[1], DRAWN_TOGETHER)]
    )
    mean, square = np.zeros_like(theta), np.zeros_like(theta)
    turn = 0
    for _ in range(ROUNDS):
        for batch in np.array_split(rnd.permutation(len(asked)), len(asked) // AT_ONCE + 1):
            factors = _factors(theta)
            slope = np.zeros(size)
            for query in (asked[at] for at in batch):
                share = _shares(query, factors)
                share[query.right] -= 1
                slope += np.outer(query.kinds, share @ query.shared)
            slope *= factors / max(len(batch), 1)
            whole = np.concatenate([[slope.sum()], slope.sum(axis=0), slope.ravel()])
            whole += pull * theta
            turn += 1
            mean = 0.9 * mean + 0.1 * whole
            square = 0.99 * square + 0.01 * whole**2
            theta = theta - STEP_SIZE * (mean / (1 - 0.9**turn)) / (
                np.sqrt(square / (1 - 0.99**turn)) + 1e-6
            )
    return _factors(theta)


def _factors(theta: Numbers) -> Numbers:
    sorts = theta[1 : 1 + len(SORTS)]
    factors: Numbers = np.exp(
        theta[0] + sorts + theta[1 + len(SORTS) :].reshape(len(KINDS), len(SORTS))
    )
    return factors


def _shares(query: Query, factors: Numbers) -> Numbers:
    worth = query.shared @ (query.kinds @ factors)
    odds = np.exp(worth - worth.max())
    shares: Numbers = odds / odds.sum()
    return shares


def report(name: str, asked: list[Query], factors: Numbers) -> None:
    """Print how often the right row is among the first, by group."""
    above = np.array(
        [
            np.count_nonzero(worth > worth[each.right]) if each.shared[each.right].any() else DEPTH
            for each in asked
            for worth in [each.shared @ (each.kinds @ factors)]
        ]
    )
    groups = np.array([each.group.partition("/")[0] for each in asked])
    print(name, *(f"{first}: {np.mean(above < first):.3f}" for first in (8, 16, 32, 64)))
    for group in sorted(set(groups)):
        own = above[groups == group]
        print(f"  {group} ({len(own)}): {np.mean(own < 16):.3f} {np.mean(own < 64):.3f}")


def main() -> None:
    """Learn, report if asked, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--transliterations", type=Path, required=True)
    parser.add_argument("--exclude", type=Path)
    parser.add_argument("--report", action="store_true", help="learn halves, measure the others")
    args = parser.parse_args()
    rnd, dice = random.Random(17), np.random.default_rng(17)
    excluded = read_excluded(args.exclude)
    pairs = read_pairs(args.pairs, excluded)
    parts = read_transliterations(args.transliterations, excluded, PARTS + OTHERS, rnd)
    people, _ = make_people(PEOPLE + OTHERS, rnd)
    true = [*pairs, *bare(pairs, BARE), *parts[:PARTS], *people[:PEOPLE]]
    others = [*parts[PARTS:], *people[PEOPLE:]]
    lines = ["\t".join(("script", "sort", *(kind.value for kind in KINDS)))]
    for script, latin in (("han", False), ("latin", True)):
        table = [pair.zh if latin else pair.en for pair in others]
        asked = queries(true, table, latin=latin, rnd=rnd)
        if args.report:
            half = len(asked) // 2
            one, other = asked[:half], asked[half:]
            plain = np.ones((len(KINDS), len(SORTS)))
            report(f"{script}, as they are", asked, plain)
            # Dice of its own, so that the table is the same with a report and without.
            apart = np.random.default_rng(18)
            report(f"{script}, learned, one half", one, fit(other, apart))
            report(f"{script}, learned, the other", other, fit(one, apart))
        factors = fit(asked, dice)
        # Only ratios matter; those of a usual name are about 1.
        factors = (factors / np.exp(np.log(factors[: len(KINDS) - 1]).mean())) ** TRUST
        for at, sort in enumerate(SORTS):
            lines.append("\t".join((script, sort, *(f"{each:.2f}" for each in factors[:, at]))))
        set_ = [f"{WRITTEN_FACTOR:.2f}"] * len(KINDS)
        lines += ["\t".join((script, sort, *set_)) for sort in WRITTEN]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
