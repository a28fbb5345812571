"""Writes ``jyutping.tsv`` and ``cantonese_spellings.tsv``: Cantonese readings and their spellings.

Readings come from two packages that only this build needs: ToJyutping (all readings of a
character, best first) and pycantonese (rime-cantonese's words, which tell how usual each reading
is). Hong Kong's spelling of names is unpublished, so it is rebuilt as initials times finals with
shares, and whole syllables where usage goes its own way: ``cantonese_rules.tsv`` beside this file.

One rule does much of the work. The spelling goes back to a time when Cantonese kept ts and s (子
Tsz, 思 Sze, 星 Sing) apart from ch and sh (志 Chi, 詩 Sze, 成 Shing). Jyutping no longer does, but
Mandarin does. So the key of a syllable is toneless Jyutping, with ``zh``, ``ch`` and ``sh`` where
Mandarin has a retroflex initial. Permitted pairs then move the shares; docs/decisions/0004 tells
by how much.

    pip install ToJyutping pycantonese
    python tools/build_cantonese.py readings > src/namelink/tables/data/jyutping.tsv
    python tools/build_cantonese.py spellings --pairs PAIRS --exclude EXCLUDE.sha1 > OUT.tsv
    python tools/build_cantonese.py evaluate --pairs PAIRS --exclude EXCLUDE.sha1
"""

import argparse
import hashlib
import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from namelink.readings.engines import package_file, pinyin_readings
from namelink.tables.loader import rows
from namelink.text.script import is_han
from namelink.text.variants import fold_han

Shares = dict[str, float]
Alignment = list[tuple[str, str]]  # (character, spelled syllable), surname first

INITIAL = re.compile("(zh|ch|sh|ng|gw|kw|[bpmfdtnlgkhwzcsj]?)(.+)")
OLDER = {"z": "zh", "c": "ch", "s": "sh"}  # Jyutping initial: its retroflex twin in the keys
WORD_CHARACTERS = 9000  # how many classes of characters jieba's words count as common
RANKS = (2.0, 0.35)  # pseudo-words of a first reading without counts; decay of each later one
WORD_POWER = 0.75  # below 1, since names take a reading more freely than words do
LEAST_READING, MOST_READINGS = 0.01, 6
LEAST_FORM, MOST_FORMS = 0.01, 8
RULE_WEIGHT, SYLLABLE_WEIGHT = 30.0, 12.0  # observations that the first shares count as
UNEXPLAINED = 1e-5
STRICT = ("yale", "jyutping")  # systems that tell long a from short
FITTED = "hk-government"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """One system: spellings with weights of initials, finals and whole syllables, as text."""

    long_a: str
    initial: Mapping[str, str]
    final: Mapping[str, str]
    whole: Mapping[str, str]


def read_rules() -> dict[str, Rules]:
    """The systems of the rule file, in its order."""
    path = Path(__file__).with_name("cantonese_rules.tsv")
    found: dict[str, dict[str, dict[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "system\t")):
            system, part, key, spellings = line.split("\t")
            parts = found.setdefault(system, {"initial": {}, "final": {}, "whole": {}})
            parts[part][key] = spellings
    return {
        system: Rules(long_a="aa" if system in STRICT else "a", **parts)
        for system, parts in found.items()
    }


def parse_shares(text: str) -> Shares:
    """``"p:97 b:3"`` as shares that add up to one; ``"y"`` alone is certain."""
    found = {form: float(size or 1) for form, _, size in (e.partition(":") for e in text.split())}
    total = sum(found.values())
    return {form: size / total for form, size in found.items()}


def split_key(key: str) -> tuple[str, str]:
    """Initial and final of a key: ``shing`` is ``sh`` and ``ing``; ``ng`` alone is a final."""
    if key in ("m", "ng"):
        return "", key
    match = INITIAL.fullmatch(key)
    assert match, key
    return match[1], match[2]


def join(initial: str, final: str, key: str) -> str:
    """Spelled initial and final in one: Macau's i before i or ü, and Yale's y before yu, merge."""
    swallowed = initial in ("i", "y") and final.startswith(initial)
    silent = initial == "i" and split_key(key)[1].startswith("yu")
    return final if swallowed or silent else initial + final


def half(part: str, own: Mapping[str, str], rules: Rules) -> Shares:
    """Spellings of an initial or a final."""
    if part in own:
        return parse_shares(own[part])
    return {part.replace("aa", rules.long_a): 1.0}


def spell(key: str, rules: Rules) -> Shares:
    """Every spelling of a syllable with its share.

    >>> spell("gwok", read_rules()["macau"])
    {'kuok': 1.0}
    """
    if key in rules.whole:
        return parse_shares(rules.whole[key])
    start, end = split_key(key)
    found: Shares = {}
    for initial, first in half(start, rules.initial, rules).items():
        for final, second in half(end, rules.final, rules).items():
            form = join(initial, final, key)
            found[form] = found.get(form, 0.0) + first * second
    return found


def prune(shares: Mapping[str, float], least: float, most: int) -> Shares:
    """The largest shares, best first, raised to add up to one."""
    best = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    least *= sum(shares.values())
    kept = {form: share for form, share in best if share >= least or form == best[0][0]}
    return {form: share / sum(kept.values()) for form, share in kept.items()}


def shown(shares: Shares) -> str:
    """A cell of the table."""
    return "|".join(f"{form}:{round(share, 3):g}" for form, share in shares.items())


# ------------------------------------------------------------------------------------- readings


def key_of(char: str, jyutping: str) -> str:
    """Key of a reading: Jyutping without tone, with the older initial where Mandarin has it."""
    bare = jyutping.rstrip("123456")
    older = OLDER.get(split_key(bare)[0])
    if older is None:
        return bare
    # 参 is sam and caam, shen and can: a reading is judged by the Mandarin ones that are near it.
    every = pinyin_readings(char)
    near = [pair for pair in every if pair[0][0] in ("sx" if older == "sh" else "zcjq")] or every
    balance = sum(share if sound[:2] in OLDER.values() else -share for sound, share in near)
    return older + bare[1:] if balance > 0 else bare


def word_counts() -> Counter[tuple[str, str]]:
    """In how many Cantonese words a character has a reading."""
    path = package_file("pycantonese", "data", "rime_cantonese", "chars_to_jyutping.json")
    counts: Counter[tuple[str, str]] = Counter()
    for word, spelled in json.loads(path.read_text(encoding="utf-8")).items():
        sounds = re.findall("[a-z]+[1-6]", spelled)
        if len(sounds) == len(word) > 1:
            counts.update(zip(word, sounds, strict=True))
    return counts


def common_classes() -> set[str]:
    """Representatives of the characters that are frequent in jieba's words."""
    counts: Counter[str] = Counter()
    for line in package_file("jieba", "dict.txt").read_text(encoding="utf-8").splitlines():
        word, size, *_ = line.split(" ")
        counts.update({char: int(size) for char in fold_han(word) if is_han(char)})
    return {char for char, _ in counts.most_common(WORD_CHARACTERS)}


def readings() -> dict[str, Shares]:
    """Readings of every common character of simplified space."""
    from ToJyutping import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
        get_jyutping_candidates,
    )

    counts, common = word_counts(), common_classes()
    mandarin = json.loads(package_file("pypinyin", "pinyin_dict.json").read_text(encoding="utf-8"))
    weights: dict[str, Shares] = defaultdict(dict)
    for char in map(chr, map(int, mandarin)):
        name = fold_han(fold_han(char))  # 薴 is 苧, and 苧 is 苎
        # Big5 is what names of Hong Kong and Taiwan were long typed in.
        if name not in common and not char.encode("big5", "ignore"):
            continue
        for rank, sound in enumerate(map(str, get_jyutping_candidates(char)[0][1])):
            if " " in sound:
                continue  # a unit of measure that is read as two syllables
            key, weight = key_of(char, sound), RANKS[0] * RANKS[1] ** rank
            weight += counts[char, sound] ** WORD_POWER
            weights[name][key] = weights[name].get(key, 0.0) + weight
    return {
        char: prune(own, LEAST_READING, MOST_READINGS) for char, own in sorted(weights.items())
    }


# ------------------------------------------------------------------------------------------ fit


def table_readings() -> dict[str, Shares]:
    """The readings of the table that is in the package."""
    return {row["han"]: split_cell(row["readings"]) for row in rows("jyutping")}


def split_cell(cell: str) -> Shares:
    """A cell of the table as shares."""
    return {form: float(size) for form, _, size in (e.partition(":") for e in cell.split("|"))}


class Speller:
    """Probability of a spelled syllable, given its character, by rules of one system."""

    def __init__(self, sounds: Mapping[str, Shares], rules: Rules) -> None:
        self.sounds = sounds
        self.forms = {key: spell(key, rules) for own in sounds.values() for key in own}

    def keys(self, char: str, form: str) -> Shares:
        """Joint probability of each reading of a character with a spelling."""
        found = {k: p * self.forms[k].get(form, 0.0) for k, p in self.sounds.get(char, {}).items()}
        return {key: share for key, share in found.items() if share}

    def chance(self, char: str, form: str) -> float:
        """P(spelling | character)."""
        return sum(self.keys(char, form).values())

    def align(self, han: str, latin: str) -> Alignment | None:
        """Syllables of a Latin name beside their characters; None without a given name.

        Given names are one run of as many syllables as there are characters, the surname is the
        word in capitals, else the first. English given names stay over.
        """
        words = latin.split()
        first = next((at for at, word in enumerate(words) if word.isupper() and len(word) > 1), 0)
        rest = [word for at, word in enumerate(words) if at != first]
        tokens = [part.lower() for word in rest for part in word.split("-")]
        runs = [tokens[at : at + len(han) - 1] for at in range(len(tokens) - len(han) + 2)]
        hyphened = [word.lower().split("-") for word in rest if "-" in word]
        best = max(runs, key=lambda run: self.bits(zip(han[1:], run, strict=True)), default=[])
        known = any(self.chance(char, form) for char, form in zip(han[1:], best, strict=False))
        if not best or not (known or best in hyphened):
            return None
        return [(han[0], words[first].lower()), *zip(han[1:], best, strict=True)]

    def bits(self, pairs: Iterable[tuple[str, str]]) -> float:
        """log2 of the probability of some syllables, with a floor for each."""
        return sum(math.log2(max(self.chance(*pair), UNEXPLAINED)) for pair in pairs)


def fit(speller: Speller, rules: Rules, seen: Iterable[tuple[str, str]]) -> Rules:
    """Shares of rules, then of syllables, moved by what was seen.

    Each share of the rules (text of the same system as the speller's) counts as a number of
    observations; ``seen`` are given-name characters with their spelled syllables.
    """
    by_key: dict[str, Shares] = defaultdict(dict)
    halves: dict[tuple[int, str], Shares] = defaultdict(dict)
    for char, form in seen:
        found = speller.keys(char, form)
        for key, chance in found.items():
            weight = chance / sum(found.values())
            by_key[key][form] = by_key[key].get(form, 0.0) + weight
            start, end = split_key(key)
            for initial in half(start, rules.initial, rules):
                for final in half(end, rules.final, rules):
                    if key not in rules.whole and join(initial, final, key) == form:
                        for own, part in ((halves[0, start], initial), (halves[1, end], final)):
                            own[part] = own.get(part, 0.0) + weight
    tables = (dict(rules.initial), dict(rules.final))
    for (place, part), counts in halves.items():
        tables[place][part] = moved(half(part, tables[place], rules), counts, RULE_WEIGHT)
    better = replace(rules, initial=tables[0], final=tables[1])
    whole = {key: moved(spell(key, better), n, SYLLABLE_WEIGHT) for key, n in by_key.items()}
    return replace(better, whole={**rules.whole, **whole})


def moved(shares: Shares, counts: Mapping[str, float], weight: float) -> str:
    """Shares that count as ``weight`` observations, joined by further observations."""
    total = weight + sum(counts.values())
    sizes = {f: (weight * share + counts.get(f, 0.0)) / total for f, share in shares.items()}
    return " ".join(f"{form}:{size:.6f}" for form, size in sizes.items())


def exclusion_hash(text: str) -> str:
    """The hash under which a name that accuracy is measured on stands in the exclude file."""
    folded = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(char for char in folded if not unicodedata.combining(char)).strip()
    return hashlib.sha1(kept.encode(), usedforsecurity=False).hexdigest()[:12]


def read_pairs(path: Path, exclude: Path | None) -> list[tuple[str, str]]:
    """Hong Kong people of the pairs file, simplified, without the excluded."""
    hidden = set(exclude.read_text(encoding="utf-8").split()) if exclude else set()
    found = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        han, latin, _, group = line.split("\t")[:4]
        measured = exclusion_hash(han) in hidden and exclusion_hash(latin) in hidden
        if group == "person_hongkong" and not measured:
            found.append((fold_han(han), latin))
    return found


def aligned(speller: Speller, pairs: Iterable[tuple[str, str]]) -> list[Alignment]:
    """The pairs whose Latin side has a Chinese given name."""
    return [found for found in (speller.align(*pair) for pair in pairs) if found]


def evaluate(pairs: list[tuple[str, str]], folds: int = 5) -> None:
    """Print how many held-out pairs are explained, and how well before and after fitting."""
    sounds, rules = table_readings(), read_rules()[FITTED]
    plain = Speller(sounds, rules)
    names = aligned(plain, pairs)
    family = {(row["han"], row["spelling"].lower()) for row in rows("dialect_names")}
    print(f"pairs {len(pairs)}, with a Chinese given name {len(names)}")
    missing, whole, before, after, syllables = [], 0, 0.0, 0.0, 0
    for fold in range(folds):
        train = [name for at, name in enumerate(names) if at % folds != fold]
        fitted = Speller(sounds, fit(plain, rules, (pair for name in train for pair in name[1:])))
        for name in names[fold::folds]:
            wrong = [pair for pair in name[1:] if not fitted.chance(*pair)]
            wrong += [name[0]] * (name[0] not in family and not fitted.chance(*name[0]))
            missing += wrong
            whole += not wrong
            known = [pair for pair in name[1:] if pair not in wrong]
            syllables += len(known)
            before, after = before + plain.bits(known), after + fitted.bits(known)
    print(f"wholly explained {whole} ({whole / len(names):.3f})")
    rule, fit_ = -before / syllables, -after / syllables
    print(f"bits a given syllable: {rule:.3f} by rule, {fit_:.3f} fitted")
    print("unexplained:", ", ".join(f"{char} {form}" for char, form in missing))


# ---------------------------------------------------------------------------------------- output

READINGS_HEADER = (
    "# title: Cantonese readings of characters\n"
    "# source: ToJyutping 3.2.0 (readings; Copyright (c) 2024 Cantonese Computational Linguistics "
    "Infrastructure Development Workgroup); rime-cantonese in pycantonese 5.0.0 (how usual)\n"
    "# licence: BSD-2-Clause (ToJyutping) and CC BY 4.0 (rime-cantonese); changed: tones dropped, "
    "characters of a class merged, shares counted\n"
    "# built by: tools/build_cantonese.py readings\n"
    "# column han: simplified character, for all characters of its class\n"
    "# column readings: syllable:share, best first; Jyutping without tone, but zh, ch, sh for z, "
    "c, s where Mandarin is retroflex (cantonese_spellings.tsv has the plain form as jyutping)\n"
    "han\treadings"
)
SPELLINGS_HEADER = (
    "# title: Spellings of Cantonese syllables in each system\n"
    "# source: rules from general knowledge of names (tools/cantonese_rules.tsv); shares of "
    "hk-government moved by {seen} given-name syllables of Hong Kong candidates and legislators "
    "(louiscklaw/2019-district-council-election-parser, gazetted; elgarteo/legco, MIT)\n"
    "# licence: Apache-2.0 (facts and fitted numbers, written for this project)\n"
    "# built by: tools/build_cantonese.py spellings\n"
    "# column syllable: as in jyutping.tsv\n"
    "# column system: habit of spelling; jyutping and yale without tones\n"
    "# column spellings: form:share, most usual first\n"
    "syllable\tsystem\tspellings"
)


def print_readings() -> None:
    """Print ``jyutping.tsv``."""
    print(READINGS_HEADER)
    for char, own in readings().items():
        print(f"{char}\t{shown(own)}")


def print_spellings(pairs: list[tuple[str, str]]) -> None:
    """Print ``cantonese_spellings.tsv``, fitted on the pairs."""
    sounds, systems = table_readings(), read_rules()
    speller = Speller(sounds, systems[FITTED])
    seen = [pair for name in aligned(speller, pairs) for pair in name[1:]]
    systems[FITTED] = fit(speller, systems[FITTED], seen)
    print(SPELLINGS_HEADER.format(seen=len(seen)))
    for key in sorted({key for own in sounds.values() for key in own}):
        for system, rules in systems.items():
            forms = prune(spell(key, rules), LEAST_FORM, MOST_FORMS)
            print(f"{key}\t{system}\t{shown(forms)}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Cantonese readings and spellings.")
    parser.add_argument("command", choices=("readings", "spellings", "evaluate"))
    parser.add_argument("--pairs", type=Path, help="TSV of zh, en, type, set; else not fitted")
    parser.add_argument("--exclude", type=Path, help="hashes of names that are measured on")
    options = parser.parse_args()
    pairs = read_pairs(options.pairs, options.exclude) if options.pairs else []
    if options.command == "readings":
        print_readings()
    elif options.command == "spellings":
        print_spellings(pairs)
    else:
        evaluate(pairs)


if __name__ == "__main__":
    main()
