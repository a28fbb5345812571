"""Fit the numbers of scoring: word frequencies, channel weights, leftover costs, calibration.

Three tables come out, each with its sources in the header:

* ``word_bits``: how rare each English word is among names (from the Latin sides of the pairs).
* ``weights``: a logistic regression, a kind, of "one entity or not" on what the alignment of each
  pair is made of, and of "which of these names" over the rivals of each true one, drawn toward
  hand-set starting values; alignment and regression take turns.
* ``calibration``: a monotone curve, a kind, from bits to log odds.

True pairs come from a file of bilingual names; false pairs are made of them, half by taking the
nearest other name by pinyin and half at random, and near misses (``tools.near_misses``); names of
Chinese people are also made from the surname table (``tools.made_people``).

Usage: python -m tools.fit --pairs pairs.tsv [--transliterations t.tsv] [--exclude exclude.sha1]
       [--start] [--rounds 3] [--seed 1]
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from tools.fit_pairs import (
    Pair,
    fold,
    make_people,
    read_excluded,
    read_pairs,
    read_same_script,
    read_transliterations,
    same_script_bodies,
    same_script_people,
)
from tools.near_misses import (
    MADE,
    branched,
    homophones,
    make_false,
    one_off,
    renamed,
    shortened,
    swapped,
    titled,
)
from tools.regression import RIVALS, Lists, Numbers, Positions, isotonic, robust

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
    "latin_western": 2.5, "latin_last": 2.5, "han_body": 4.0, "latin_body": 4.0, "beyond": 4.0,
    "han_version": 3.0, "latin_version": 3.0,
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
    "given_unread": 8.0,
    "given_part": -8.0,
    "given_extra": -6.0,
    "surname_differs": -3.0,
    "surname_part": -8.0,
    "foreign_part": -3.0,
    "called_differs": -8.0,
    "generation_differs": -14.0,
    "half_heard": -4.5,
    "industry_differs": -2.0,
    "own_apart": -2.0,
    "own_alone": 0.0,
    "own_turned": -4.0,
    "formless": -2.0,
    "same_name": 0.0,
    "syllables_differ": -3.0,
    "beyond_full": -3.0,
    "place_beyond": -5.0,
    "subject_beyond": 0.0,
    "subject_differs": 0.0,
    "excluded": 0.0,
    "word_cut": 0.0,
    "reach_beyond": 0.0,
    "bracket_beyond": 0.0,
    "group_beyond": 0.0,
    "own_beyond": 0.0,
    "common_left": 0.0,
    "class_alone": 0.0,
    "class_apart": 0.0,
    "sibling_left": 0.0,
    "version_left": -6.0,
    "version_differs": -3.0,
    "other_character": -8.0,
    "empty": -40.0,
}
START_MISS = -14.0
_LIKE_PINYIN = ("wade-giles", "tongyong", "mps2", "gwoyeu", "cantonese", "minnan")
ROMANIZED = tuple(f"{sort}:{name}" for sort in ("scale", "base") for name in _LIKE_PINYIN)
# Channels by sound take the best of many spans, and pay for it.
CHOOSING = ("pinyin", "transliteration", "japanese", "brand", *_LIKE_PINYIN)
FEW = 300
# What a made near miss counts in the curves, beside a false pair as tables hold them.
MADE_SHARE = 0.2
# What a list of rivals counts, beside a pair.
RANK = 3.0
# Set by hand: a surname that agrees beside an English given name shall be worth a look, and never
# a match, however rare the surname is.
FIXED = frozenset({"structure:english_name"})
# Also set by hand, for the most part what says that two bodies are two, however much of their
# names agrees: the pairs that are fitted on hold few such, and every one that passes is a wrong
# match.
HAND = {
    # Where the given name is not told, a married woman's own surname is not either.
    ("person", "cost:han_second_surname"): 0.5,
    ("org", "structure:place_differs"): -16.0,
    ("org", "structure:number_differs"): -24.0,
    ("org", "structure:number_left"): -10.0,
    ("org", "structure:own_turned"): -5.0,
    ("org", "structure:own_alone"): 4.0,
    ("org", "structure:beyond_full"): -8.0,
    ("org", "structure:place_beyond"): -20.0,
    ("org", "structure:subject_beyond"): -7.0,
    ("org", "structure:subject_differs"): -2.5,
    ("org", "structure:excluded"): -16.0,
    ("place", "structure:excluded"): -10.0,
    ("work", "structure:excluded"): -10.0,
    ("org", "structure:word_cut"): -14.0,
    ("org", "structure:reach_beyond"): -10.0,
    ("org", "structure:bracket_beyond"): -18.0,
    ("org", "structure:group_beyond"): -7.0,
    ("org", "structure:own_beyond"): -4.0,
    ("org", "structure:common_left"): -16.0,
    # Of 2,750 true names that are no bodies, 2 agree in the class of the thing alone, and 8 in it
    # and more; most of what it weighs counts for the curve alone.
    **{
        (kind, f"structure:{name}"): bits
        for kind in ("place", "work", "unknown")
        for name, bits in (("class_alone", -3.0), ("class_apart", -1.0), ("sibling_left", -1.0))
    },
    # A letter of a title is the first of another name's word ten times as often as of its own.
    ("work", "base:initial"): -9.0,
    ("work", "structure:number_differs"): -40.0,
    ("work", "structure:number_left"): -4.0,
    ("work", "structure:place_differs"): -16.0,
    ("unknown", "structure:number_differs"): -40.0,
    ("unknown", "structure:number_left"): -4.0,
    ("place", "structure:place_differs"): -8.0,
    ("org/same", "structure:other_character"): -14.0,
    ("work/same", "structure:other_character"): -14.0,
    ("place/same", "structure:other_character"): -14.0,
    ("org", "structure:syllables_differ"): -12.0,
    ("org", "cost:han_body"): 10.0,
    ("org", "cost:latin_body"): 11.0,
    ("org", "cost:han_trade_name"): 6.0,
    ("org", "cost:latin_trade_name"): 7.0,
}
# Own names of two characters sound like some foreign word of a list by chance; the lists of rivals
# are short, and the longer a list the more such words it has.
HAND["org", "base:transliteration"] = -2.5
# A version is what tells two products or works of one line apart: Qwen2 and Qwen3, 13 Pro and
# 13 Pro Max. Tables hold one name a product, and seldom two that differ in that alone.
for profile in ("work", "unknown", "work/same", "unknown/same"):
    HAND[profile, "structure:version_left"] = -40.0
    HAND[profile, "structure:version_differs"] = -30.0
    for side in ("han", "latin"):
        HAND[profile, f"cost:{side}_version"] = 12.0 if profile.endswith("same") else 8.0
# Of 892 companies whose Chinese name ends in a legal form, the English name of one has none; but
# in a list of brands no name has one.
for profile in PROFILES:
    HAND[profile, "structure:formless"] = -2.0
# What two registers write alike is one body but for namesakes, however common its words are
# (中国银行). So it is with people, whose namesakes are counted apart: a name must not fit itself
# less than its spelling in the other script does, which has up to 16 bits more than the letters.
for profile in PROFILES[len(KINDS) :]:
    HAND[profile, "structure:same_name"] = 20.0
# What the pairs of all other kinds count together, beside those of the kind that is fitted.
OTHERS = 0.1
START_SCALE = {"transliteration": 0.8, "acronym": 0.7, "brand": 0.7}


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
        if seen[word] >= 3 and len(word) > 1
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
    from namelink.model.kinds import CHANNELS
    from namelink.scoring.weights import LEFTOVERS, STRUCTURES

    found = {}
    for profile in PROFILES:
        same = profile.endswith("/same")
        for channel in CHANNELS:
            found[profile, f"scale:{channel.value}"] = START_SCALE.get(channel.value, 0.9)
            found[profile, f"base:{channel.value}"] = 0.0
        found[profile, "miss:syllable"] = START_MISS
        for name in LEFTOVERS:
            # Within one script a word cannot be left over for want of a translation.
            cost = START_COST.get(name, 0.0)
            found[profile, f"cost:{name}"] = max(2 * cost, 1.0) if same and cost > 0.5 else cost
        for name in STRUCTURES:
            found[profile, f"structure:{name}"] = START_STRUCTURE[name]
    return found | HAND


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
    from namelink.scoring.weights import weights
    from namelink.tables import loader
    from tools.features import feature_counts

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
        best = plan.best(scored)
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


def tied(features: Numbers, names: list[str]) -> Numbers:
    """Features in which all romanizations count as pinyin.

    Their bits are likelihood ratios against one background; with a scale each, a rare system could
    outbid the usual one.
    """
    joint = features.copy()
    for name in ROMANIZED:
        pinyin = names.index(f"{name.partition(':')[0]}:pinyin")
        joint[:, pinyin] += joint[:, names.index(name)]
        joint[:, names.index(name)] = 0.0
    return joint


def samples(args: argparse.Namespace, pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """The true pairs of the file with those that are made, and the false ones made of both."""
    people, broken = make_people(2400, rnd)
    excluded = read_excluded(args.exclude)
    same = read_same_script(args.pairs, excluded) + same_script_people(500, rnd)
    same += same_script_bodies(pairs, 900, rnd)
    pairs = pairs + people + same
    if args.transliterations:
        pairs += read_transliterations(args.transliterations, excluded, 1200, rnd)
    every = pairs + make_false(pairs, rnd) + broken
    twice = [pair for pair in same if pair.group == "made/zh"]
    bodies = [p for p in pairs if p.kind in ("org", "place") and not p.group.endswith("/en")]
    every += swapped(bodies[::3], rnd)
    orgs = [p for p in bodies if p.kind == "org"]
    every += shortened(orgs, rnd) + renamed(orgs[::3], rnd)
    # What is added is English.
    every += branched([p for p in orgs if "/" not in p.group][::4], rnd)
    off = one_off(people, rnd)
    every += off + titled(people, rnd) + titled(off, rnd)
    return every + one_off(twice, rnd) + homophones(twice, rnd)


def rivals(pairs: list[Pair]) -> tuple[list[Pair], Positions]:
    """Each true pair with the false ones that score highest among its group's names."""
    import namelink as nl

    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.kind in ("org", "place", "work") and "/" not in pair.group:
            groups.setdefault(pair.group, []).append(pair)
    found: list[Pair] = []
    begin = []
    for own in groups.values():
        for at in range(0, len(own), 300):
            part = own[at : at + 300]
            names = list(dict.fromkeys(pair.en for pair in part))
            truths: dict[str, set[str]] = {}
            for pair in part:
                truths.setdefault(fold(pair.zh), set()).add(pair.en)
            best: dict[int, list[str]] = {}
            for row in nl.link([pair.zh for pair in part], names, top_k=RIVALS, threshold=0.0):
                best.setdefault(row.left_id, []).append(row.right_name)
            for number, pair in enumerate(part):
                others = [n for n in best.get(number, []) if n not in truths[fold(pair.zh)]]
                if others:
                    begin.append(len(found))
                    found.append(pair)
                    found += [replace(pair, en=name, true=False) for name in others]
    return found, np.array(begin, dtype=np.int32)


def ranked(pairs: list[Pair]) -> tuple[Lists, Positions]:
    """Lists of rivals as they score now, and the profile that each of their pairs is scored with.

    Every group of names counts alike; printed is how often the right name comes first.
    """
    listed, begin = rivals(pairs)
    told = score_all(listed)
    group = [listed[at].group for at in begin]
    sizes = Counter(group)
    first = np.maximum.reduceat(told.bits, begin) == told.bits[begin]
    for name, size in sizes.items():
        found = sum(hit for hit, own in zip(first.tolist(), group, strict=True) if own == name)
        print(f"  {name}: {found / size:.3f} first")
    weight = np.array([min(RANK * 150.0 / sizes[name], RANK) for name in group])
    lists = Lists(
        x=told.features.astype(np.float64),
        given=told.bits.astype(np.float64),
        begin=begin,
        weight=weight,
    )
    return lists, told.used


def improved(
    values: Values, measured: Measured, y: Numbers, w: Numbers, lists: Lists, used: Positions
) -> Values:
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
        here = used == number
        own_lists = None
        if here.any():
            own_lists = replace(
                lists,
                x=np.where(here[:, None], tied(lists.x, names), 0.0),
                given=np.where(here, 0.0, lists.given),
            )
        theta, intercept = robust(tied(measured.features, names), y, own, start, own_lists)
        fitted = dict(zip(names, theta.tolist(), strict=True))
        for name in names:
            sort, _, channel = name.partition(":")
            value = fitted[f"{sort}:pinyin" if name in ROMANIZED else name]
            if sort == "base":
                value = min(value, 0.0) if channel in CHOOSING else 0.0
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
    parser.add_argument("--rounds", type=int, default=3, help="0: the curves alone are fitted")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only",
        nargs="*",
        default=list(PROFILES),
        help="profiles that are fitted; weights and curves of the others stay as they are",
    )
    parser.add_argument(
        "--few",
        type=int,
        help="fit on the file's pairs alone, with at most so many of each group of other kinds",
    )
    return parser.parse_args()


def fewer(pairs: list[Pair], kinds: set[str], most: int, rnd: random.Random) -> list[Pair]:
    """All pairs of some kinds, and a few of each other group: enough for these kinds' weights."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.group if pair.kind not in kinds else "", []).append(pair)
    own = groups.pop("", [])
    return own + [p for each in groups.values() for p in rnd.sample(each, min(most, len(each)))]


def main() -> None:
    """Fit and write the tables."""
    args = arguments()
    pairs = read_pairs(args.pairs, read_excluded(args.exclude))
    word_table(pairs)
    values = start_values()
    kept = {} if args.start else read_weights()
    values |= {
        (kind, name): kept[kind, name]
        for kind, name in kept
        if kind not in args.only or not args.rounds
    }
    values |= HAND
    write_weights(values)
    if args.start:
        write_calibration({kind: [(-10.0, -10.0), (10.0, 10.0)] for kind in PROFILES})
        return
    rnd = random.Random(args.seed)
    if args.few is None:
        every = samples(args, pairs, rnd)
    else:
        pairs = fewer(pairs, set(args.only), args.few, rnd)
        every = pairs + make_false(pairs, rnd)
    y = np.array([pair.true for pair in every], dtype=np.float64)
    # Every group of names counts alike, whatever its size, and in it the true pairs as much as the
    # false ones: the curves are for even odds.
    sizes = Counter((pair.group.rstrip(MADE), pair.true) for pair in every)
    # Small groups count by their size, lest a handful of odd names bend a whole curve.
    w = np.array([min(150.0 / sizes[pair.group.rstrip(MADE), pair.true], 1.0) for pair in every])
    for step in range(args.rounds):
        measured = score_all(every)
        lists, used = ranked(pairs)
        print(f"round {step}: log loss {report(measured.bits, y, w):.4f} bits a pair")
        fitted = improved(values, measured, y, w, lists, used)
        values |= {
            key: value
            for key, value in fitted.items()
            if key[0] in args.only and key[1] not in FIXED and key not in HAND
        }
        write_weights(values)
    measured = score_all(every)
    print(f"final: log loss {report(measured.bits, y, w):.4f} bits a pair")
    usual = np.array([MADE_SHARE if pair.group.endswith(MADE) else 1.0 for pair in every])
    plain = Counter((pair.group, pair.true) for pair in every)
    w = np.array([min(150.0 / plain[pair.group, pair.true], 1.0) for pair in every])
    found = curves(measured, y, w * usual)
    write_calibration(read_curves() | {kind: found[kind] for kind in args.only})


def report(bits: Numbers, y: Numbers, w: Numbers) -> float:
    """Mean log loss in bits, were bits log odds as they are."""
    z = np.where(y > 0, bits, -bits).astype(np.float64)
    return float((w * np.logaddexp2(0, -z)).sum() / w.sum())


if __name__ == "__main__":
    main()
