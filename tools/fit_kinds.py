"""Fit the weights by which the kind of a name is guessed, and print what is still confused.

A multinomial logistic regression over the observations of `namelink.normalization.kinds`, on the
single names of a file of typed pairs, on names of people made of the surname table, on formal
names of countries made of their names, and on a sample of foreign name parts. Every source of
names counts alike. Observations seen fewer than five times are dropped, so no rare word of a
single name is learned.

Usage: python -m tools.fit_kinds --pairs pairs.tsv [--transliterations t.tsv]
       [--exclude exclude.sha1]
"""

import argparse
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from tools import made_states
from tools.fit import write
from tools.fit_pairs import make_people, read_excluded, read_pairs, read_transliterations
from tools.near_misses import titled
from tools.regression import Numbers

KINDS = ("person", "org", "place", "work")
SEEN = 5
PULL = 0.6


def samples(args: argparse.Namespace, rnd: random.Random) -> list[tuple[str, str, str]]:
    """Names with their kind and the group they come from."""
    excluded = read_excluded(args.exclude)
    people = make_people(900, rnd)[0]
    people = [replace(pair, group="made") for pair in people + titled(people, rnd)]
    pairs = read_pairs(args.pairs, excluded) + people + made_states.make()
    if args.transliterations:
        pairs += read_transliterations(args.transliterations, excluded, 600, rnd)
    names = []
    for pair in pairs:
        names += [
            (pair.zh, pair.kind, f"{pair.group}/zh"),
            (pair.en, pair.kind, f"{pair.group}/en"),
        ]
    return names


def fit(x: Numbers, y: Numbers, w: Numbers) -> Numbers:
    """Weights of shape (observations, kinds), by gradient steps pulled toward zero."""
    theta = np.zeros((x.shape[1], y.shape[1]))
    speed = np.zeros_like(theta)
    rate = 2.0 / w.sum()
    for _ in range(600):
        z = x @ theta
        p = np.exp(z - z.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        grad = x.T @ (w[:, None] * (p - y)) + PULL * theta
        speed = 0.9 * speed - rate * grad
        theta += speed
    centered: Numbers = theta - theta.mean(axis=1, keepdims=True)
    return centered


def main() -> None:
    """Fit and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--transliterations", type=Path)
    parser.add_argument("--exclude", type=Path)
    args = parser.parse_args()
    from namelink.normalization.kinds import observations
    from namelink.text.atoms import atoms
    from namelink.text.clean import clean

    names = samples(args, random.Random(1))
    seen = [observations(atoms(text), text) for name, *_ in names for text in [clean(name)]]
    counts = Counter(each for own in seen for each in own)
    columns = sorted(each for each, count in counts.items() if count >= SEEN)
    place = {each: at for at, each in enumerate(columns)}
    x = np.zeros((len(names), len(columns)))
    for row, own in enumerate(seen):
        for each in own:
            if each in place:
                x[row, place[each]] = 1.0
    y = np.array([[kind == each for each in KINDS] for _, kind, _ in names], dtype=float)
    sizes = Counter(group for *_, group in names)
    w = np.array([200.0 / sizes[group] for *_, group in names])
    theta = fit(x, y, w)
    lines = [
        "\t".join([each, *(f"{value:.3f}" for value in theta[at])])
        for at, each in enumerate(columns)
    ]
    write(
        "kind_weights",
        "Weights of observations for the kind of a name",
        ("observation", *KINDS),
        lines,
    )
    guessed = (x @ theta).argmax(axis=1)
    confusion: dict[str, Counter[str]] = {}
    for (_, _, group), at in zip(names, guessed.tolist(), strict=True):
        confusion.setdefault(group, Counter())[KINDS[at]] += 1
    for group, guesses in confusion.items():
        print(group, dict(guesses.most_common()))


if __name__ == "__main__":
    main()
