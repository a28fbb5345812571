"""False pairs for fitting: the nearest other name, and near misses made of true pairs."""

import random
import re
from dataclasses import replace

import numpy as np

from tools import made_people
from tools.fit_pairs import Pair, fold, forms_of

# Marks the group of false pairs that are made of true ones: near misses, which the weights have to
# know, but which are not what a table is full of, so that they count for less in the curves.
MADE = "#"
# How many made people, true and false, are given a title on either side.
TITLED = 200
# What makes a body's name that of a part of it, or of a body beside it: after the English name,
# and after the Chinese one; and a place in brackets, in both.
_PARTS = ("Beijing Branch", "Foundation", "Hong Kong Branch", "Alumni Association", "Press",
    "School of Medicine", "Singapore Branch", "Finance Co., Ltd.", "Charity Foundation",
    "Affiliated Hospital", "Labor Union", "Research Institute", "Logistics Co., Ltd.")  # fmt: skip
_HAN_PARTS = ("北京分公司", "上海分行", "基金会", "附属医院", "研究院", "工会", "出版社",
    "广东分公司", "校友会", "附属中学", "财务有限公司", "物流有限公司", "培训中心")  # fmt: skip
_PLACES = ("Tianjin", "Shenzhen", "Hong Kong", "Asia", "Guangzhou", "Macau", "Singapore", "Wuhan")


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
                found.append(
                    Pair(changed, pair.en, pair.kind, true=False, group=f"{pair.group}{MADE}")
                )
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
            found.append(Pair(short, pair.en, pair.kind, true=False, group=f"{pair.group}{MADE}"))
            found.append(Pair(pair.zh, short, pair.kind, true=False, group=f"{pair.group}/zh"))
    return found


def branched(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """False pairs: on one side the name of a branch, or of a body beside it."""
    found = []
    for pair in pairs:
        zh, en = pair.zh, pair.en
        way = rnd.randrange(3)
        if way == 0:
            en = f"{en} {rnd.choice(_PARTS)}"
        elif way == 1:
            zh += rnd.choice(_HAN_PARTS)
        else:
            first, _, rest = en.rpartition(" Co") if " Co" in en else (en, "", "")
            place = f"({rnd.choice(_PLACES)})"
            en = f"{first} {place} Co{rest}" if rest else f"{en} {place}"
        found.append(Pair(zh, en, pair.kind, true=False, group=f"{pair.group}{MADE}"))
    return found


def renamed(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """False pairs: one character of the own name replaced by one of other spellings."""
    from namelink.model.kinds import Kind, Role
    from namelink.normalization.names import normalize

    chars = sorted({char for pair in pairs for char in pair.zh if forms_of(char)})
    found = []
    for pair in pairs:
        own = [
            at
            for part in normalize(pair.zh, kind=Kind.ORG).parts
            if part.role in (Role.WORD, Role.TRADE_NAME) and len(part.text) > 1
            for at in range(part.start, part.end)
            if pair.zh[at : at + 1] and forms_of(pair.zh[at])
        ]
        if not own:
            continue
        at, other = rnd.choice(own), rnd.choice(chars)
        # Only where the word is spelled out does another character say anything.
        spelled = any(form in fold(pair.en) for form in forms_of(pair.zh[at]) if len(form) > 1)
        if spelled and not forms_of(pair.zh[at]) & forms_of(other):
            changed = pair.zh[:at] + other + pair.zh[at + 1 :]
            found.append(
                Pair(changed, pair.en, pair.kind, true=False, group=f"{pair.group}{MADE}")
            )
    return found


def one_off(pairs: list[Pair], rnd: random.Random) -> list[Pair]:
    """False pairs of made people: one given character replaced by one of other spellings."""
    chars = sorted({char for pair in pairs for char in pair.zh[1:] if forms_of(char)})
    found = []
    for pair in pairs:
        at = rnd.randrange(1, len(pair.zh))
        other = rnd.choice(chars)
        while forms_of(pair.zh[at]) & forms_of(other):
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
