"""Seeded names by the million, in both scripts, and what people make of them when they type.

Half are people, half bodies. People's characters are drawn by how common they are, so namesakes
are as frequent as they are; each is spelled in one of five romanizations, in several orders and
styles, some with an English given name. Bodies are companies (place, brand, industry, legal form)
and institutions (schools, hospitals, banks), full of words that they share. Some rows name an
entity that an earlier row names, often in another style. Nobody real is meant.

The noise, from which the figures of all benchmarks follow: one or two slips in a Latin key, each a
letter added, lost, replaced, two exchanged, or one of the usual confusions of pinyin (zh and z,
ng and n, x and hs ...); three of ten keys have their words in another order; a person's given name
run together in 15 of 100; one word of a body lost in 20 of 100. In a Chinese name: one character
wrong, lost, added, or two neighbors exchanged.

>>> made = make(4, seed=1)
>>> made == make(4, seed=1), len(made.latin), len(made.han)
(True, 4, 4)
>>> keys(["WANG, Xiao-Ming", "Hengda (Beijing) Co., Ltd."])
['wang xiao ming', 'hengda beijing co ltd']
"""

import random
import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.made_people import WAYS

_PLACES = """\
Beijing 北京|Shanghai 上海|Shenzhen 深圳|Guangzhou 广州|Hangzhou 杭州|Nanjing 南京|Suzhou 苏州
Wuhan 武汉|Chengdu 成都|Xi'an 西安|Qingdao 青岛|Dalian 大连|Xiamen 厦门|Ningbo 宁波
Changsha 长沙|Zhejiang 浙江|Jiangsu 江苏|Shandong 山东|Fujian 福建|Guangdong 广东|Henan 河南
Hebei 河北|Sichuan 四川|Hunan 湖南|Hubei 湖北|Anhui 安徽|Liaoning 辽宁|Shaanxi 陕西|Yunnan 云南
Hainan 海南|Tianjin 天津|Chongqing 重庆|Hong Kong 香港|Macau 澳门|Taiwan 台湾|Wuxi 无锡
Foshan 佛山|Dongguan 东莞|Zhuhai 珠海|Wenzhou 温州|Harbin 哈尔滨|Jinan 济南|Zhengzhou 郑州
Kunming 昆明"""
_TRADES = """\
Technology 科技|Information Technology 信息技术|Biopharmaceutical 生物医药|New Materials 新材料
Electronics 电子|Auto Parts 汽车零部件|Investment Management 投资管理
International Trading 国际贸易|Foods 食品|Textile 纺织|Environmental Protection 环保
Machinery Manufacturing 机械制造|Culture Media 文化传媒|Real Estate 房地产
Import and Export 进出口|Construction Engineering 建筑工程|Medical Devices 医疗器械
Software 软件|Logistics 物流|Chemical Industry 化工|Precision Instruments 精密仪器
Network Technology 网络科技|Energy 能源|Power Equipment 电力设备|Packaging Products 包装制品
Furniture 家具|Decoration Design 装饰设计|Consulting 咨询|Securities 证券|Insurance 保险"""
_FORMS = """\
Co., Ltd. 有限公司|Co Ltd 有限公司|Limited 有限公司|Company Limited 有限公司
Co., Ltd. 股份有限公司|Inc. 股份有限公司|Corporation 股份有限公司|Group Co., Ltd. 集团有限公司
Group 集团|Holdings Limited 控股有限公司"""
_BODIES = """\
University 大学|University of Science and Technology 科技大学|Normal University 师范大学
People's Hospital 人民医院|No. 1 Middle School 第一中学|No. 2 Middle School 第二中学
No. 12 Middle School 第十二中学|Vocational College 职业学院
Hospital of Traditional Chinese Medicine 中医院|Rural Commercial Bank 农村商业银行
Academy of Sciences 科学院|Institute of Technology 理工学院|Museum of Art 美术馆
Research Institute 研究所|Foundation 基金会"""
_WESTERN = (
    "Kevin Grace David Amy Peter Alice Tony Regina Vincent Michelle Raymond Winnie Kenneth Carrie "
    "Patrick Emily Jason Eric Vivian Jack Jenny Andrew Nancy Henry Cindy Frank Daisy Leo Judy Sam"
).split()
_CONFUSIONS = (
    ("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("x", "hs"), ("q", "ch"), ("z", "ts"),
    ("l", "n"), ("h", "f"), ("c", "z"), ("s", "sh"), ("n", "ng"), ("j", "ch"), ("u", "v"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Share of rows that name an entity again, of people among entities, of institutions among bodies.
_AGAIN, _PEOPLE, _INSTITUTIONS = 0.04, 0.5, 0.15

Numbers = npt.NDArray[np.int64]
Strings = npt.NDArray[np.object_]
# An English and a Chinese form.
Two = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Rows of names.

    Attributes:
        latin: names as documents write them, by row.
        han: the same in simplified characters.
        entity: which entity a row names, by row; people have even numbers.
    """

    latin: tuple[str, ...]
    han: tuple[str, ...]
    entity: tuple[int, ...]


def make(size: int, *, seed: int) -> Names:
    """Make names.

    Args:
        size: how many rows.
        seed: equal seeds give equal names.

    Returns:
        The rows, people and bodies mixed.
    """
    dice = np.random.default_rng(seed)
    people = dice.random(size) < _PEOPLE
    latin, han = np.empty(size, dtype=object), np.empty(size, dtype=object)
    entity = np.zeros(size, dtype=np.int64)
    for kind, (rows, maker) in enumerate(((people, _people), (~people, _bodies))):
        at = np.flatnonzero(rows)
        own = np.arange(len(at))
        again = dice.random(len(at)) < _AGAIN
        own[again] = dice.integers(0, own[again] + 1)
        # A row that repeats a row that repeats another one names that one's entity.
        own = own[own]
        latin[at], han[at] = maker(len(at), own, dice)
        entity[at] = 2 * own + kind
    return Names(latin=tuple(latin), han=tuple(han), entity=tuple(entity.tolist()))


def keys(names: Sequence[str]) -> list[str]:
    """Names as an index holds them: small letters and digits, words apart by single spaces."""
    joined = "\n".join(names).lower().replace("'", "")
    return re.sub(" *\n *", "\n", re.sub("[^a-z0-9\n]+", " ", joined)).strip(" ").split("\n")


def slips(names: Names, count: int, *, seed: int) -> tuple[list[str], Numbers]:
    """Latin keys with slips, and the rows that they come from.

    Args:
        names: the rows.
        count: how many keys.
        seed: equal seeds give equal keys.
    """
    dice = random.Random(seed)
    rows = [dice.randrange(len(names.latin)) for _ in range(count)]
    clean = keys([names.latin[row] for row in rows])
    slipped = [
        _slipped(key, names.entity[row] % 2 == 0, dice)
        for key, row in zip(clean, rows, strict=True)
    ]
    return slipped, np.array(rows)


def miswritten(names: Names, count: int, *, seed: int) -> tuple[list[str], Numbers]:
    """Chinese names with one mistake, and the rows that they come from."""
    dice = random.Random(seed)
    rows = [dice.randrange(len(names.han)) for _ in range(count)]
    characters = "".join(names.han[:1000])
    return [_miswritten(names.han[row], characters, dice) for row in rows], np.array(rows)


def _slipped(key: str, is_person: bool, dice: random.Random) -> str:  # noqa: FBT001
    words = key.split()
    if is_person and len(words) > 2 and dice.random() < 0.15:
        words[1:3] = [words[1] + words[2]]
    if not is_person and len(words) > 2 and dice.random() < 0.2:
        del words[dice.randrange(len(words))]
    if dice.random() < 0.3:
        dice.shuffle(words)
    text = " ".join(words)
    for _ in range(dice.choice((1, 2))):
        text = _slip(text, dice)
    return " ".join(text.split())


def _slip(text: str, dice: random.Random) -> str:
    at, kind = dice.randrange(len(text)), dice.randrange(5)
    letter = dice.choice(_LETTERS)
    if kind == 4:
        fitting = [pair for pair in _CONFUSIONS if pair[0] in text]
        return text.replace(*dice.choice(fitting), 1) if fitting else text + letter
    lost, put = ((0, letter), (1, ""), (1, letter), (2, text[at : at + 2][::-1]))[kind]
    return text[:at] + put + text[at + lost :]


def _miswritten(name: str, characters: str, dice: random.Random) -> str:
    at, kind = dice.randrange(len(name)), dice.randrange(4)
    other = dice.choice(characters)
    lost, put = ((0, other), (1, ""), (1, other), (2, name[at : at + 2][::-1]))[kind]
    return name[:at] + put + name[at + lost :]


def _people(size: int, own: Numbers, dice: np.random.Generator) -> tuple[list[str], list[str]]:
    from namelink.tables.commonness import given_characters, surname_characters

    family = _drawn(dict(surname_characters()), size, dice)[own]
    given = _drawn(dict(given_characters()), 2 * size, dice).reshape(size, 2)[own]
    single = (dice.random(size) < 0.25)[own]
    ways = list(WAYS)
    way = dice.choice(len(ways), size, p=list(WAYS.values()))[own]
    luck = dice.random((size, 3))[own]
    head, first, second = (np.full(size, "", dtype=object) for _ in range(3))
    for number, (surnames, tails) in enumerate(ways):
        at = np.flatnonzero(way == number)
        head[at] = _spelled(family[at], surnames, luck[at, 0], surname=True)
        first[at] = _spelled(given[at, 0], tails, luck[at, 1])
        second[at] = _spelled(given[at, 1], tails, luck[at, 2])
    second[single] = ""
    southern = np.array([tails in {"cantonese", "minnan"} for _, tails in ways])[way]
    named = (dice.random(size) < np.where(southern, 0.35, 0.12))[own]
    western = np.where(named, np.array(_WESTERN, dtype=object)[dice.integers(0, 30, size)], "")
    han = family + given[:, 0] + np.where(single, "", given[:, 1])
    solid = np.array([tails == "pinyin" for _, tails in ways])[way]
    style, joined = dice.integers(0, 10, size), dice.random(size) < np.where(solid, 0.85, 0.1)
    rows = zip(
        *(each.tolist() for each in (head, first, second, western, style, joined)), strict=True
    )
    return [_written(*row) for row in rows], han.tolist()


def _written(head: str, first: str, second: str, western: str, style: int, joined: bool) -> str:  # noqa: FBT001
    if joined or not second:
        given = (first + second).capitalize()
    else:
        given = f"{first.capitalize()}-{second}" if style % 2 else f"{first} {second}".title()
    head = head.title()
    if style < 4:
        text = f"{head} {given} {western}" if style < 2 else f"{western} {head} {given}"
    elif style < 8:
        text = f"{western} {given} {head}"
    else:
        text = f"{head.upper()}, {given} {western}"
    return text.strip()


def _bodies(size: int, own: Numbers, dice: np.random.Generator) -> tuple[list[str], list[str]]:
    from namelink.tables.commonness import given_characters

    places, trades, forms, bodies = map(_pairs, (_PLACES, _TRADES, _FORMS, _BODIES))
    common = dict(given_characters())
    signs = _drawn(common, 3 * size, dice).reshape(size, 3)[own]
    spelled = [_spelled(signs[:, at], "pinyin", np.zeros(size)) for at in range(3)]
    triple = (dice.random(size) < 0.2)[own]
    brand = spelled[0] + spelled[1] + np.where(triple, spelled[2], "")
    sign = signs[:, 0] + signs[:, 1] + np.where(triple, signs[:, 2], "")
    draws = [dice.integers(0, len(each), size)[own] for each in (places, trades, forms, bodies)]
    place, trade, form, body = (
        [pairs[at] for at in drawn.tolist()]
        for pairs, drawn in zip((places, trades, forms, bodies), draws, strict=True)
    )
    kind = (dice.random(size) < _INSTITUTIONS)[own].tolist()
    style = dice.integers(0, 10, size).tolist()
    latin, han = [], []
    for name, institution, at, where, what, legal, whole in zip(
        zip(brand.tolist(), sign.tolist(), strict=True),
        kind, style, place, trade, form, body, strict=True,
    ):  # fmt: skip
        written = (
            _institution(name, where, whole)
            if institution
            else _company(name, where, what, legal, style=at)
        )
        latin.append(written[0])
        han.append(written[1])
    return latin, han


def _institution(name: Two, place: Two, body: Two) -> Two:
    return f"{place[0]} {name[0].capitalize()} {body[0]}", f"{place[1]}{name[1]}{body[1]}"


def _company(name: Two, place: Two, trade: Two, form: Two, *, style: int) -> Two:
    brand = name[0].capitalize()
    if style < 7:
        english = f"{place[0]} {brand} {trade[0]} {form[0]}"
        chinese = f"{place[1]}{name[1]}{trade[1]}{form[1]}"
        return english.upper() if style == 0 else english, chinese
    return (
        f"{brand} {trade[0]} ({place[0]}) {form[0]}",
        f"{name[1]}{trade[1]}（{place[1]}）{form[1]}",
    )


def _pairs(table: str) -> list[Two]:
    cells = [cell.rpartition(" ") for cell in re.split(r"[|\n]", table)]
    return [(english, chinese) for english, _, chinese in cells]


def _drawn(shares: dict[str, float], size: int, dice: np.random.Generator) -> Strings:
    """Characters, as often as they are common."""
    rising = np.cumsum(list(shares.values()))
    at = np.searchsorted(rising, dice.random(size) * rising[-1])
    characters: Strings = np.array(list(shares), dtype=object)[at]
    return characters


def _spelled(
    characters: Iterable[str], system: str, luck: npt.NDArray[np.float64], *, surname: bool = False
) -> Strings:
    """Syllables of characters, as often as a romanization writes them so."""
    from namelink.readings.spelled import shares
    from namelink.tables.names import surname_reading

    known: dict[str, tuple[list[str], list[float]]] = {}
    found = []
    for character, share in zip(characters, luck.tolist(), strict=True):
        if character not in known:
            said = surname_reading(character).split("|")[0] if surname else ""
            ways = shares(character, said, system) or shares(character, said, "pinyin")
            total = sum(ways.values())
            known[character] = (list(ways), list(np.cumsum(list(ways.values())) / total))
        syllables, rising = known[character]
        found.append(syllables[bisect(rising, share, hi=len(rising) - 1)])
    return np.array(found, dtype=object)
