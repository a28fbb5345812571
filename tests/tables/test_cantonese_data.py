"""The tables of Cantonese and other southern spellings agree with the names that people bear.

The names below are public ones, written from general knowledge; none was used to build a table.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from namelink.tables.loader import rows
from namelink.text.variants import fold_han

Shares = dict[str, float]

HONG_KONG = """
李小龙 Lee Siu-lung
周润发 Chow Yun-fat
张国荣 Cheung Kwok-wing
梁朝伟 Leung Chiu-wai
刘德华 Lau Tak-wah
郭富城 Kwok Fu-shing
黎明 Lai Ming
张学友 Cheung Hok-yau
周星驰 Chow Sing-chi
陈港生 Chan Kong-sang
洪金宝 Hung Kam-bo
曾志伟 Tsang Chi-wai
梅艳芳 Mui Yim-fong
张曼玉 Cheung Man-yuk
王家卫 Wong Kar-wai
杜琪峰 To Kei-fung
许鞍华 Hui On-wah
古天乐 Koo Tin-lok
谢霆锋 Tse Ting-fung
容祖儿 Yung Cho-yee
杨千嬅 Yeung Chin-wah
莫文蔚 Mok Man-wai
黄秋生 Wong Chau-sang
沈殿霞 Sum Tin-ha
汪明荃 Wong Ming-chuen
霍英东 Fok Ying-tung
何鸿燊 Ho Hung-sun
郑裕彤 Cheng Yu-tung
李嘉诚 Li Ka-shing
钟楚红 Chung Chor-hung
李柱铭 Lee Chu-ming
查良镛 Cha Leung-yung
叶问 Ip Man
"""
MACAU = """
崔世安 Chui Sai-on
贺一诚 Ho Iat-seng
岑浩辉 Sam Hou-fai
黄少泽 Wong Sio-chak
欧文龙 Ao Man-long
陈明金 Chan Meng-kam
吴国昌 Ng Kuok-cheong
苏嘉豪 Sou Ka-hou
谭俊荣 Tam Chon-weng
刘仕尧 Lao Si-io
"""
NANYANG = """
李显龙 Lee Hsien-loong
吴作栋 Goh Chok-tong
王鼎昌 Ong Teng-cheong
陈庆炎 Tan Keng-yam
黄金辉 Wee Kim-wee
林文庆 Lim Boon-keng
林金山 Lim Kim-san
许文远 Khaw Boon-wan
王瑞杰 Heng Swee-keat
颜金勇 Gan Kim-yong
吴庆瑞 Goh Keng-swee
杜进才 Toh Chin-chye
方水双 Fong Swee-suan
林吉祥 Lim Kit-siang
林冠英 Lim Guan-eng
陈祯禄 Tan Cheng-lock
陈修信 Tan Siew-sin
林良实 Ling Liong-sik
郭鹤年 Kuok Hock-nien
林梧桐 Lim Goh-tong
杨忠礼 Yeoh Tiong-lay
邱德拔 Khoo Teck-puat
胡文虎 Aw Boon-haw
陈笃生 Tan Tock-seng
佘有进 Seah Eu-chin
叶亚来 Yap Ah-loy
张志贤 Teo Chee-hean
"""


def names(text: str) -> list[tuple[str, str]]:
    """Rows of Han and Latin."""
    return [(line.split()[0], line.split(" ", 1)[1].lower()) for line in text.split("\n") if line]


def cell(text: str) -> Shares:
    """A cell of shares."""
    return {form: float(share) for form, _, share in (e.partition(":") for e in text.split("|"))}


@cache
def readings() -> dict[str, Shares]:
    """Readings by character."""
    return {row["han"]: cell(row["readings"]) for row in rows("jyutping")}


@cache
def spellings() -> dict[tuple[str, str], Shares]:
    """Spellings by system and syllable."""
    table = rows("cantonese_spellings")
    return {(row["system"], row["syllable"]): cell(row["spellings"]) for row in table}


@cache
def dialect(role: str) -> dict[tuple[str, str], Shares]:
    """Spellings by system and character, lower case."""
    found: dict[tuple[str, str], Shares] = defaultdict(dict)
    for row in rows("dialect_names"):
        if row["role"] == role:
            found[row["system"], row["han"]][row["spelling"].lower()] = float(row["share"])
    return found


def chance(char: str, form: str, system: str) -> float:
    """P(spelling | character) by readings and their spellings."""
    sounds = readings().get(char, {})
    return sum(p * spellings()[system, key].get(form, 0.0) for key, p in sounds.items())


@pytest.mark.parametrize(("han", "latin"), names(HONG_KONG))
def test_hong_kong_name(han: str, latin: str) -> None:
    surname, given = latin.split()
    assert surname in dialect("surname")["cantonese", han[0]]
    for char, form in zip(han[1:], given.split("-"), strict=True):
        assert chance(char, form, "hk-government") > 0.005, (char, form)


@pytest.mark.parametrize(("han", "latin"), names(MACAU))
def test_macau_name(han: str, latin: str) -> None:
    surname, given = latin.split()
    known = dialect("surname")["macau", han[0]] | dialect("surname")["cantonese", han[0]]
    assert surname in known
    for char, form in zip(han[1:], given.split("-"), strict=True):
        assert chance(char, form, "macau") > 0.005, (char, form)


@pytest.mark.parametrize(("han", "latin"), names(NANYANG))
def test_name_of_singapore_or_malaysia(han: str, latin: str) -> None:
    surname, given = latin.split()
    heard = ("hokkien", "teochew", "hakka", "foochow", "hainanese", "cantonese")
    assert any(surname in dialect("surname").get((system, han[0]), {}) for system in heard)
    for char, form in zip(han[1:], given.split("-"), strict=True):
        assert any(form in dialect("given").get((s, char), {}) for s in heard), (char, form)


@pytest.mark.parametrize(
    ("system", "role", "han", "latin"),
    [
        ("wu", "surname", "宋", "soong"),
        ("wu", "given", "文", "ven"),
        ("wu", "given", "维", "vi"),
        ("wu", "surname", "倪", "nee"),
        ("wu", "surname", "蒋", "tsiang"),
        ("foochow", "given", "勤", "khiing"),
        ("hakka", "surname", "张", "tjong"),
        ("gwoyeu", "surname", "顾", "koo"),
    ],
)
def test_habits_of_other_speeches(system: str, role: str, han: str, latin: str) -> None:
    assert latin in dialect(role)[system, han]


@pytest.mark.parametrize(
    ("older", "younger"),
    [("志诗成石出", "子思星锡七"), ("知时声", "自斯姓")],
    ids=["first", "second"],
)
def test_hong_kong_keeps_two_rows_of_sibilants(older: str, younger: str) -> None:
    # Old retroflexes are zh, ch, sh in the keys and the dental ones are not.
    assert all(max(readings()[c], key=readings()[c].__getitem__)[1] == "h" for c in older)
    assert all(max(readings()[c], key=readings()[c].__getitem__)[1] != "h" for c in younger)
    assert chance("子", "tsz", "hk-government") > 0.5 > chance("志", "tsz", "hk-government")
    assert chance("成", "shing", "hk-government") > chance("星", "shing", "hk-government")


def test_classes_keep_the_readings_of_all_their_characters() -> None:
    assert {"faat", "lok", "ngok"} <= set(readings()["发"]) | set(readings()["乐"])
    assert {"choeng", "zhoeng"} <= set(readings()["长"])
    assert {"hang", "hong"} <= set(readings()["行"])
    assert all(fold_han(char) == char for char in readings())


def test_plain_jyutping_is_jyutping() -> None:
    # ToJyutping's grammar: initial, then a final; nothing of the older initials is left.
    shape = re.compile(
        "(ng|gw|kw|[bpmfdtnlgkhwzcsj])?(aa?|eo|oe|yu|[eiou])(ng|[iumnptk])?|m|ng|hm|hng"
    )
    for (system, key), forms in spellings().items():
        if system == "jyutping":
            assert list(forms.values()) == [1.0], key
            assert all(shape.fullmatch(form) for form in forms), key


def test_readings_and_spellings_fit_together() -> None:
    used = {key for own in readings().values() for key in own}
    for system in {system for system, _ in spellings()}:
        assert {key for own, key in spellings() if own == system} == used


@pytest.mark.parametrize("table", [readings, spellings], ids=["readings", "spellings"])
def test_shares_are_shares(table: Callable[[], Mapping[object, Shares]]) -> None:
    for key, own in table().items():
        sizes = list(own.values())
        assert sizes == sorted(sizes, reverse=True), key
        assert sum(sizes) == pytest.approx(1.0, abs=0.006), key
        assert all(0 < size <= 1 for size in sizes), key


@pytest.mark.parametrize("role", ["surname", "given"])
def test_dialect_shares_are_shares(role: str) -> None:
    for key, own in dialect(role).items():
        assert sum(own.values()) == pytest.approx(1.0, abs=0.04), key
        assert all(0 < size <= 1 for size in own.values()), key


def test_dialect_rows_are_whole() -> None:
    table = rows("dialect_names")
    keys = [(row["han"], row["system"], row["role"], row["spelling"]) for row in table]
    assert len(keys) == len(set(keys))
    assert all(fold_han(row["han"]) == row["han"] for row in table)
    assert all(row["spelling"].isascii() and row["spelling"][0].isupper() for row in table)
    assert len({row["han"] for row in table if row["role"] == "surname"}) >= 150


def test_ng_is_several_surnames() -> None:
    heard = {han for (_, han), forms in dialect("surname").items() if forms.get("ng", 0) > 0.2}
    assert {"黄", "吴", "伍"} <= heard
