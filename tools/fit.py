"""Fit the numbers of scoring: word frequencies, channel weights, leftover costs, calibration.

Three tables come out, each with its sources in the header:

* ``word_bits``: how rare each English word is among names (from the Latin sides of the pairs).
* ``weights``: a logistic regression, a kind, of "one entity or not" on what the alignment of each
  pair is made of, drawn toward hand-set starting values; alignment and regression take turns.
* ``calibration``: a monotone curve, a kind, from bits to log odds.

True pairs come from a file of bilingual names; false pairs are made of them, half by taking the
nearest other name by pinyin and half at random; names of Chinese people are also made from the
surname table, with one syllable changed as hard negatives.

Usage: python -m tools.fit --pairs pairs.tsv [--transliterations t.tsv] [--exclude exclude.sha1]
       [--start] [--rounds 3] [--seed 1]
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import math
import random
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tools import made_people

Numbers = npt.NDArray[np.floating]
Positions = npt.NDArray[np.int32]
Values = dict[tuple[str, str], float]

DATA = Path(__file__).resolve().parent.parent / "src" / "namelink" / "tables" / "data"
SOURCES = (
    "ACL Anthology (CC BY 4.0), ROR (CC0), Wikidata labels (CC0), PokeAPI (BSD-3-Clause), "
    "exchange listings, bangumi-data (CC BY 4.0), Natural Earth (public domain) and public "
    "registers: names to fit on, none is copied"
)
KINDS = ("person", "org", "place", "work", "unknown")
PROFILES = (*KINDS, *(f"{kind}/same" for kind in KINDS))

# Starting values in bits, by hand; the regression is drawn toward them where data is thin.
START_COST = {
    "han_surname": 9.0, "han_given": 6.0, "han_title": 0.5, "han_place": 1.5,
    "han_trade_name": 4.0, "han_generic": 1.0, "han_industry": 2.5, "han_legal_form": 0.2,
    "han_number": 4.0, "han_particle": 0.3, "han_word": 3.0,
    "latin_surname": 6.0, "latin_given": 4.0, "latin_title": 0.5, "latin_place": 2.0,
    "latin_trade_name": 5.0, "latin_generic": 1.5, "latin_industry": 3.0, "latin_legal_form": 0.2,
    "latin_number": 4.0, "latin_particle": 0.2, "latin_word": 5.0, "latin_syllables": 7.0,
    "han_second_surname": 2.0, "latin_initial": 3.0,
    "latin_western": 2.5, "latin_last": 2.5, "beyond": 4.0,
}  # fmt: skip
START_STRUCTURE = {
    "both_left": -2.0,
    "number_left": -3.0,
    "number_differs": -14.0,
    "place_differs": -5.0,
    "nothing_agrees": -3.0,
    "out_of_order": -16.0,
    "english_name": 3.0,
    "mixed_systems": -4.0,
    "mixed_badly": -9.0,
    "given_differs": -3.0,
    "given_part": -8.0,
    "given_extra": -6.0,
    "surname_differs": -3.0,
    "surname_part": -8.0,
    "foreign_part": -3.0,
    "other_character": -8.0,
    "empty": -40.0,
}
# Share of true pairs that no reading of the names explains.
UNEXPLAINED = 0.15
START_MISS = -14.0
ROMANIZED = tuple(
    f"scale:{name}" for name in ("wade-giles", "tongyong", "mps2", "gwoyeu", "cantonese", "minnan")
)
FEW = 300
# Set by hand: a surname that agrees beside an English given name shall be worth a look, and never
# a match, however rare the surname is.
FIXED = frozenset({"structure:english_name"})
# What the pairs of all other kinds count together, beside those of the kind that is fitted.
OTHERS = 0.1
# How many made people, true and false, are given a title on either side.
TITLED = 200
# Sets whose names no channel reads yet would teach that nothing is evidence of anything.
UNREAD = frozenset[str]()
START_SCALE = {"transliteration": 0.8, "acronym": 0.7}


def fold(text: str) -> str:
    """The folding that the list of excluded names was hashed with."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip()


def hashed(text: str) -> str:
    """First 12 hex digits of sha1 over the folded text."""
    return hashlib.sha1(fold(text).encode(), usedforsecurity=False).hexdigest()[:12]


@dataclass(frozen=True)
class Pair:
    """A labelled pair."""

    zh: str
    en: str
    kind: str
    true: bool
    group: str


def read_excluded(path: Path | None) -> set[str]:
    """Hashes of the names that must not be learned from."""
    return set(path.read_text(encoding="utf-8").split()) if path else set()


def read_pairs(path: Path, excluded: set[str]) -> list[Pair]:
    """True pairs of a file with columns zh, en, type, set."""
    kinds = {"product": "work", "other": "work"}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Pair(
            row["zh"], row["en"], kinds.get(row["type"], row["type"]), true=True, group=row["set"]
        )
        for row in rows
        if row["set"] not in UNREAD
        and not (hashed(row["zh"]) in excluded and hashed(row["en"]) in excluded)
    ]


def read_transliterations(
    path: Path, excluded: set[str], count: int, rnd: random.Random
) -> list[Pair]:
    """A sample of single foreign name parts."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    good = [
        row
        for row in rows
        if len(row["zh"]) > 1 and int(row["count"]) > 1 and hashed(row["en"]) not in excluded
    ]
    return [
        Pair(row["zh"], row["en"], "person", true=True, group="translit")
        for row in rnd.sample(good, min(count, len(good)))
    ]


def make_people(count: int, rnd: random.Random) -> tuple[list[Pair], list[Pair]]:
    """True pairs of made people, and false ones whose syllables stand in another order."""
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert
    pairs, broken = [], []
    for person in made_people.make(count, rnd):
        mainland = person.way[0] == "pinyin"
        han = person.han if rnd.random() < (0.9 if mainland else 0.3) else traditional(person.han)
        group = f"made/{person.way[0]}"
        latin = made_people.written(person, rnd)
        pairs.append(Pair(han, latin, "person", true=True, group=group))
        swapped_name = made_people.disordered(person)
        if swapped_name is not None and rnd.random() < 0.3:
            broken.append(Pair(han, swapped_name, "person", true=False, group=group))
    return pairs, broken


def alike(name: str, alias: str) -> bool:
    """Whether two writings are of one length and share most characters; an acronym is not one."""
    one, other = Counter(fold(name)), Counter(fold(alias))
    shared = sum((one & other).values())
    return "*" not in alias and shared >= 0.6 * max(one.total(), other.total())


def swapped(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """False pairs: a word of a Chinese name replaced by another of its sort (北京 by 上海)."""
    from namelink.tables.lexicon import han_words

    by_role: dict[str, list[str]] = {}
    for word, (_, role) in sorted(han_words().items()):
        if len(word) == 2 and role in ("name", "industry", "quality"):
            by_role.setdefault(role, []).append(word)
    found = []
    for pair in pairs:
        words = [
            w for w in (pair.zh[at : at + 2] for at in range(len(pair.zh))) if w in han_words()
        ]
        words = [word for word in words if han_words()[word][1] in by_role]
        if words:
            word = rnd.choice(words)
            other = rnd.choice(by_role[han_words()[word][1]])
            if other != word:
                changed = pair.zh.replace(word, other, 1)
                found.append(Pair(changed, pair.en, pair.kind, true=False, group=pair.group))
    return found


def shortened(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """False pairs: a Chinese name without the word that makes it its own (中国农业银行, 中国银行).

    Only names that consist of common words throughout: there, what a body does is its own.
    """
    from namelink.model.kinds import Kind, Role
    from namelink.normalization.names import normalize

    found = []
    for pair in pairs:
        parts = normalize(pair.zh, kind=Kind.ORG).parts
        own = [part for part in parts if part.role is Role.TRADE_NAME]
        plain = not any(part.role in (Role.WORD, Role.NUMBER) for part in parts)
        if plain and own and len(parts) > 2:
            part = rnd.choice(own)
            short = pair.zh[: part.start] + pair.zh[part.end :]
            found.append(Pair(short, pair.en, pair.kind, true=False, group=pair.group))
            found.append(Pair(pair.zh, short, pair.kind, true=False, group=f"{pair.group}/zh"))
    return found


def read_same_script(path: Path, excluded: set[str]) -> list[Pair]:
    """True pairs of a name and its aliases in the same script."""
    kinds = {"product": "work", "other": "work"}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in rows:
        for side in ("zh", "en"):
            for alias in filter(None, row[f"{side}_aliases"].split("|")):
                # A starred or quite different alias is knowledge, not another writing of the name.
                if hashed(alias) not in excluded and alike(row[side], alias):
                    group = f"{row['set']}/{side}"
                    kind = kinds.get(row["type"], row["type"])
                    found.append(Pair(row[side], alias, kind, true=True, group=group))
    return found


def same_script_people(count: int, rnd: random.Random) -> list[Pair]:
    """Made people written twice in one script.

    In traditional and simplified characters; in Latin, in two orders or two romanizations.
    """
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert
    found = []
    for person in made_people.make(count, rnd):
        found.append(
            Pair(person.han, traditional(person.han), "person", true=True, group="made/zh")
        )
        one = made_people.written(person, rnd)
        way = rnd.choice(list(made_people.WAYS))
        other = made_people.spell(person.surname, person.given, way, rnd)
        if other is not None and not person.western and not other.western:
            text = made_people.written(other, rnd)
            found.append(Pair(one, text, "person", true=True, group="made/en"))
    return found


def one_off(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """False pairs of made people: one given character replaced by one of other spellings."""
    chars = sorted({char for pair in pairs for char in pair.zh[1:] if _forms(char)})
    found = []
    for pair in pairs:
        at = rnd.randrange(1, len(pair.zh))
        other = rnd.choice(chars)
        while _forms(pair.zh[at]) & _forms(other):
            other = rnd.choice(chars)
        changed = pair.zh[:at] + other + pair.zh[at + 1 :]
        found.append(Pair(changed, pair.en, "person", true=False, group=pair.group))
    return found


def titled(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """Some of the pairs with a title on either side; it changes nothing about who is meant."""
    found = []
    for pair in rnd.sample(pairs, TITLED):
        han, latin = made_people.titled(pair.zh, pair.en, rnd)
        found.append(replace(pair, zh=han, en=latin, group="made/titled"))
    return found


@cache
def _forms(char: str) -> frozenset[str]:
    """Every spelling of a character in any romanization."""
    from namelink.readings.spelled import SYSTEM_SHARES, shares
    from namelink.text.variants import fold_han

    return frozenset(
        form for system in SYSTEM_SHARES for form in shares(fold_han(char), "", system)
    )


def homophones(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """False pairs of made people in one script: a given character replaced by one of its sound."""
    from namelink.readings.engines import pinyin_readings

    by_sound: dict[str, list[str]] = {}
    for char in sorted({char for pair in pairs for char in pair.zh[1:]}):
        by_sound.setdefault(pinyin_readings(char)[0][0], []).append(char)
    found = []
    for pair in pairs:
        at = rnd.randrange(1, len(pair.zh))
        others = [c for c in by_sound[pinyin_readings(pair.zh[at])[0][0]] if c != pair.zh[at]]
        if others:
            changed = pair.zh[:at] + rnd.choice(others) + pair.zh[at + 1 :]
            found.append(Pair(changed, pair.en, "person", true=False, group=pair.group))
    return found


def make_false(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """For every true pair a false one of its group: nearest by pinyin, or random, in turn."""
    from pypinyin import lazy_pinyin
    from rapidfuzz import fuzz, process

    def key(name: str) -> str:
        return re.sub("[^a-z0-9]", "", fold("".join(lazy_pinyin(name))))

    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.group, []).append(pair)
    found = []
    for own in groups.values():
        for begin in range(0, len(own), 1000):
            part = own[begin : begin + 1000]
            names = list(dict.fromkeys(pair.en for pair in part))
            near = process.cdist(
                [key(pair.zh) for pair in part],
                [key(name) for name in names],
                scorer=fuzz.ratio,
                dtype=np.float32,
            )
            for at, pair in enumerate(part):
                same = {other.en for other in part if fold(other.zh) == fold(pair.zh)} | {pair.en}
                others = [j for j, name in enumerate(names) if name not in same]
                if not others:
                    continue
                pick = max(others, key=lambda j: near[at, j]) if at % 2 else rnd.choice(others)
                found.append(Pair(pair.zh, names[pick], pair.kind, true=False, group=pair.group))
    return found


def word_table(pairs: list[Pair]) -> None:
    """Write how rare English words are among names of organizations, places and works."""
    from namelink.tables.words import stem
    from namelink.text.atoms import atoms
    from namelink.text.clean import clean

    groups: dict[str, list[set[str]]] = {}
    for pair in pairs:
        words = {stem(a.key) for a in atoms(clean(pair.en)) if a.shape == "latin"}
        groups.setdefault(pair.kind, []).append(words)
    rate: dict[str, float] = {}
    seen: Counter[str] = Counter()
    for own in groups.values():
        counts = Counter(word for words in own for word in words)
        for word, count in counts.items():
            seen[word] += count
            # Rarity is that of the kind in which the word is most frequent: it is there that
            # sharing it tells least.
            rate[word] = max(rate.get(word, 0.0), count / len(own))
    lines = [
        f"{word}\t{-math.log2(rate[word]):.2f}"
        for word in sorted(rate)
        if seen[word] >= 5 and len(word) > 1
    ]
    write("word_bits", "How rare English words are among names", ("stem", "bits"), lines)


def write(name: str, title: str, columns: tuple[str, ...], lines: list[str]) -> None:
    """Write a table with its header."""
    header = [
        f"# title: {title}",
        f"# source: {SOURCES}",
        "# licence: Apache-2.0 (fitted numbers)",
        "# built by: tools/fit.py",
        "\t".join(columns),
    ]
    (DATA / f"{name}.tsv").write_text("\n".join([*header, *lines]) + "\n", encoding="utf-8")


def start_values() -> Values:
    """Starting weight by (kind, ``sort:feature``)."""
    from namelink.scoring.weights import CHANNELS, LEFTOVERS, STRUCTURES

    found = {}
    for profile in PROFILES:
        same = profile.endswith("/same")
        for channel in CHANNELS:
            found[profile, f"scale:{channel.value}"] = START_SCALE.get(channel.value, 0.9)
        found[profile, "miss:syllable"] = START_MISS
        for name in LEFTOVERS:
            # Within one script a word cannot be left over for want of a translation.
            cost = START_COST.get(name, 0.0)
            found[profile, f"cost:{name}"] = max(2 * cost, 1.0) if same and cost > 0.5 else cost
        for name in STRUCTURES:
            found[profile, f"structure:{name}"] = START_STRUCTURE[name]
    return found


def write_weights(values: Values) -> None:
    """Write the table of weights."""
    lines = []
    for (kind, feature), value in values.items():
        sort, _, name = feature.partition(":")
        lines.append(f"{kind}\t{sort}\t{name}\t{value:.3f}")
    write(
        "weights",
        "Channel weights and leftover costs",
        ("profile", "sort", "feature", "bits"),
        lines,
    )


def read_weights() -> Values:
    """The table of weights as it stands, without features that are no more."""
    from namelink.tables.loader import rows

    known = start_values()
    found = {
        (row["profile"], f"{row['sort']}:{row['feature']}"): float(row["bits"])
        for row in rows("weights")
    }
    return {key: value for key, value in found.items() if key in known}


def read_curves() -> dict[str, list[tuple[float, float]]]:
    """The knots of calibration as they stand, by profile."""
    from namelink.tables.loader import rows

    found: dict[str, list[tuple[float, float]]] = {}
    for row in rows("calibration"):
        knot = (float(row["bits"]), float(row["log_odds"]))
        found.setdefault(row["profile"], []).append(knot)
    return found


def write_calibration(knots: dict[str, list[tuple[float, float]]]) -> None:
    """Write the table of calibration knots."""
    lines = [f"{kind}\t{x:.3f}\t{y:.3f}" for kind in PROFILES for x, y in knots[kind]]
    write("calibration", "From bits to log odds", ("profile", "bits", "log_odds"), lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What scoring makes of the pairs.

    Attributes:
        features: what the bits are a weighted sum of, shape (pairs, features).
        names: the features, as ``sort:feature``.
        bits: bits a pair.
        used: the profile that each pair was scored with, as a position in `PROFILES`.
    """

    features: Numbers
    names: list[str]
    bits: Numbers
    used: Positions


def score_all(pairs: list[Pair]) -> Measured:
    """Score pairs with the tables as they are written now."""
    from namelink import pairing
    from namelink.model.kinds import Kind
    from namelink.model.options import Options
    from namelink.scoring.calibration import knots
    from namelink.scoring.features import feature_counts
    from namelink.scoring.weights import weights
    from namelink.tables import loader

    for cached in (weights, knots, loader.rows):
        cached.cache_clear()
    options = Options()
    left = {pair.zh: pairing.prepare(pair.zh, Kind.UNKNOWN, options) for pair in pairs}
    right = {pair.en: pairing.prepare(pair.en, Kind.UNKNOWN, options) for pair in pairs}
    where_l = {name: at for at, name in enumerate(left)}
    where_r = {name: at for at, name in enumerate(right)}
    features, bits, used = [], [], []
    names: list[str] = []
    for begin in range(0, len(pairs), 8192):
        block = pairs[begin : begin + 8192]
        index = (
            np.array([where_l[p.zh] for p in block], dtype=np.int32),
            np.array([where_r[p.en] for p in block], dtype=np.int32),
        )
        scored, plan = pairing.score_forms(
            list(left.values()), list(right.values()), index, options
        )
        best = plan.best(scored.bits)
        counts, names = feature_counts(scored)
        features.append(counts[best])
        bits.append(scored.bits[best])
        used.append(scored.batch.profile_of[best])
    return Measured(
        features=np.vstack(features),
        names=names,
        bits=np.concatenate(bits),
        used=np.concatenate(used),
    )


def logistic(
    x: Numbers, y: Numbers, w: Numbers, start: Numbers, pull: Numbers
) -> tuple[Numbers, float]:
    """Weights in bits that minimize log loss plus a pull toward the starting values.

    Damped Newton steps: each is halved until the loss falls.
    """
    x = np.hstack([x, np.ones((len(x), 1))]).astype(np.float64)
    anchor, pull = np.append(start, 0.0), np.append(pull, 1.0)
    sign = np.where(y > 0, 1.0, -1.0)
    ln2 = math.log(2)

    def loss(theta: Numbers) -> float:
        margin = sign * (x @ theta) * ln2
        return float((w * np.logaddexp(0, -margin)).sum() + 0.5 * pull @ (theta - anchor) ** 2)

    theta = anchor.copy()
    current = loss(theta)
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(x @ theta * ln2, -500, 500)))
        grad = ln2 * (x.T @ (w * (p - y))) + pull * (theta - anchor)
        curve = w * np.maximum(p * (1 - p), 1e-6)
        hess = ln2**2 * (x * curve[:, None]).T @ x + np.diag(pull)
        step = np.linalg.solve(hess, grad)
        size = 1.0
        while size > 1e-6 and loss(theta - size * step) > current:
            size /= 2
        theta = theta - size * step
        before, current = current, loss(theta)
        if before - current < 1e-6 * before:
            break
    return theta[:-1], float(theta[-1])


def tied(features: Numbers, names: list[str]) -> Numbers:
    """Features in which all romanizations count as pinyin.

    Their bits are likelihood ratios against one background; with a scale each, a rare system could
    outbid the usual one.
    """
    joint = features.copy()
    pinyin = names.index("scale:pinyin")
    for name in ROMANIZED:
        joint[:, pinyin] += joint[:, names.index(name)]
        joint[:, names.index(name)] = 0.0
    return joint


def robust(x: Numbers, y: Numbers, w: Numbers, start: Numbers) -> tuple[Numbers, float]:
    """Logistic regression in which a share of the true pairs is not to be had from names.

    友邦 is AIG, and nothing in the names says so. Such pairs would teach that leftovers are
    harmless; each true pair therefore counts by the probability that it is one of the others.
    """
    pull = np.full(len(start), 3.0)
    theta, intercept = start, 0.0
    for _ in range(3):
        z = np.clip((x @ theta + intercept) * math.log(2), -500, 500)
        p = (1 - UNEXPLAINED) / (1 + np.exp(-z))
        counted = np.where(y > 0, p / (p + UNEXPLAINED), 1.0)
        theta, intercept = logistic(x, y, w * counted, start, pull)
    return theta, intercept


def isotonic(bits: Numbers, y: Numbers, w: Numbers) -> list[tuple[float, float]]:
    """Knots of a monotone curve from bits to log odds: pooled adjacent violators over bins."""
    order = np.argsort(bits, kind="stable")
    bins = np.array_split(order, max(4, min(24, len(order) // 60)))
    blocks: list[list[float]] = []
    for part in bins:
        if len(part):
            weight = w[part].sum()
            blocks.append(
                [
                    float((bits[part] * w[part]).sum()),
                    float((y[part] * w[part]).sum()),
                    float(weight),
                ]
            )
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    knots = []
    for sum_bits, sum_true, weight in blocks:
        share = (sum_true + 0.5) / (weight + 1.0)
        knots.append((sum_bits / weight, math.log2(share / (1 - share))))
    # Smoothing by the weight of a block can undo the order of two blocks that are nearly pure.
    heights = np.maximum.accumulate([height for _, height in knots])
    return [(place, float(height)) for (place, _), height in zip(knots, heights, strict=True)]


def samples(args: argparse.Namespace, pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """The true pairs of the file with those that are made, and the false ones made of both."""
    people, broken = make_people(2400, rnd)
    excluded = read_excluded(args.exclude)
    same = read_same_script(args.pairs, excluded) + same_script_people(500, rnd)
    pairs = pairs + people + same
    if args.transliterations:
        pairs += read_transliterations(args.transliterations, excluded, 1200, rnd)
    every = pairs + make_false(pairs, rnd) + broken
    twice = [pair for pair in same if pair.group == "made/zh"]
    bodies = [p for p in pairs if p.kind in ("org", "place") and not p.group.endswith("/en")]
    every += swapped(bodies[::3], rnd)
    every += shortened([p for p in bodies if p.kind == "org"], rnd)
    off = one_off(people, rnd)
    every += off + titled(people, rnd) + titled(off, rnd)
    return every + one_off(twice, rnd) + homophones(twice, rnd)


def improved(values: Values, measured: Measured, y: Numbers, w: Numbers) -> Values:
    """Weights after one regression a profile, most of the way from the old ones to the fitted."""
    found = dict(values)
    names = measured.names
    for number, kind in enumerate(PROFILES):
        here = measured.used == number
        # Other kinds' pairs count a little, so that no kind is fitted on a handful.
        rest = w[~here].sum()
        own = w * np.where(here, 1.0, OTHERS * w[here].sum() / rest if rest else 0.0)
        if w[here].sum() < FEW:
            own = w * np.where(here, 1.0, 0.05)
        start = np.array([start_values()[kind, name] for name in names])
        theta, intercept = robust(tied(measured.features, names), y, own, start)
        fitted = dict(zip(names, theta.tolist(), strict=True))
        for name in names:
            value = fitted["scale:pinyin" if name in ROMANIZED else name]
            if name.startswith(("cost:", "scale:")):
                value = max(value, 0.0)
            found[kind, name] = 0.3 * values[kind, name] + 0.7 * value
        print(f"  {kind}: {int(here.sum())} pairs, intercept {intercept:+.2f}")
    return found


def curves(measured: Measured, y: Numbers, w: Numbers) -> dict[str, list[tuple[float, float]]]:
    """Calibration knots by profile."""
    used = measured.used
    found = {}
    for number, kind in enumerate(PROFILES):
        own = used == number
        if own.sum() < FEW:
            # Too few pairs for a curve: that of all kinds, within one script or across two.
            own = (used >= len(KINDS)) == (number >= len(KINDS))
        found[kind] = isotonic(measured.bits[own], y[own], w[own])
    return found


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--transliterations", type=Path)
    parser.add_argument("--exclude", type=Path)
    parser.add_argument("--start", action="store_true", help="write the starting values and stop")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only",
        nargs="*",
        default=list(PROFILES),
        help="profiles that are fitted; weights and curves of the others stay as they are",
    )
    return parser.parse_args()


def main() -> None:
    """Fit and write the tables."""
    args = arguments()
    pairs = read_pairs(args.pairs, read_excluded(args.exclude))
    word_table(pairs)
    values = start_values()
    kept = {} if args.start else read_weights()
    values |= {(kind, name): kept[kind, name] for kind, name in kept if kind not in args.only}
    write_weights(values)
    if args.start:
        write_calibration({kind: [(-10.0, -10.0), (10.0, 10.0)] for kind in PROFILES})
        return
    every = samples(args, pairs, random.Random(args.seed))
    y = np.array([pair.true for pair in every], dtype=np.float64)
    # Every group of names counts alike, whatever its size, and in it the true pairs as much as the
    # false ones: the curves are for even odds.
    sizes = Counter((pair.group, pair.true) for pair in every)
    # Small groups count by their size, lest a handful of odd names bend a whole curve.
    w = np.array([min(150.0 / sizes[pair.group, pair.true], 1.0) for pair in every])
    for step in range(args.rounds):
        measured = score_all(every)
        print(f"round {step}: log loss {report(measured.bits, y, w):.4f} bits a pair")
        fitted = improved(values, measured, y, w)
        values |= {
            key: value
            for key, value in fitted.items()
            if key[0] in args.only and key[1] not in FIXED
        }
        write_weights(values)
    measured = score_all(every)
    print(f"final: log loss {report(measured.bits, y, w):.4f} bits a pair")
    found = curves(measured, y, w)
    write_calibration(read_curves() | {kind: found[kind] for kind in args.only})


def report(bits: Numbers, y: Numbers, w: Numbers) -> float:
    """Mean log loss in bits, were bits log odds as they are."""
    z = np.where(y > 0, bits, -bits).astype(np.float64)
    return float((w * np.logaddexp2(0, -z)).sum() / w.sum())


if __name__ == "__main__":
    main()
