"""Pairs of names for fitting: from files, and made; and the list of those that are left out."""

import csv
import hashlib
import random
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools import made_people

# Sets whose names no channel reads yet would teach that nothing is evidence of anything.
UNREAD = frozenset[str]()


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


def same_script_bodies(pairs: list[Pair], count: int, rnd: random.Random) -> list[Pair]:
    """Names of bodies, places and works written twice in one script, as two registers would.

    In traditional and simplified characters; in Latin, in capitals or without punctuation. Aliases
    alone say too little of names that are simply equal.
    """
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert
    found = []
    plainly = [p for p in pairs if p.kind in ("org", "place", "work") and "/" not in p.group]
    for pair in rnd.sample(plainly, count):
        plain = re.sub(r"[^\w&]+", " ", pair.en).strip()
        latin = rnd.choice((pair.en, pair.en.upper(), plain))
        for side, one, other in (
            ("zh", pair.zh, rnd.choice((pair.zh, traditional(pair.zh)))),
            ("en", pair.en, latin),
        ):
            found.append(Pair(one, other, pair.kind, true=True, group=f"{pair.group}/{side}"))
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


@cache
def forms_of(char: str) -> frozenset[str]:
    """Every spelling of a character in any romanization."""
    from namelink.readings.spelled import SYSTEM_SHARES, shares
    from namelink.text.variants import fold_han

    return frozenset(
        form for system in SYSTEM_SHARES for form in shares(fold_han(char), "", system)
    )
