"""The hand-written tables: their form, and whether they agree with facts and other sources.

The reader here is the tests' own, so that a fault of the library's loader cannot hide a fault of
a table. Readings are held against pypinyin, variants against OpenCC, and rows that everybody can
check are spelled out.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pytest
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin, pinyin

TABLES = (
    "given_names_en",
    "groups",
    "legal_forms",
    "local_words",
    "name_variants",
    "org_words",
    "place_words",
    "surnames",
    "title_pairs",
    "titles",
)
HAN = re.compile(r"[\u3400-\u9fff\ufa0e-\ufa29\U00020000-\U0003ffff]+")
WORDS = re.compile(r"[a-z0-9]+( [a-z0-9]+)*")
LATIN = re.compile(r"[a-z0-9][a-z0-9&'/ -]*")
# Readings that dictionaries give for the surname alone and that pypinyin does not list.
SURNAME_ONLY = {("会", "gui"), ("贠", "yun"), ("谌", "shen"), ("费", "bi"), ("黑", "he")}
# Variants that are characters of the GB2312 standard in their own right.
STANDARD_VARIANTS = {"浜", "锺", "馀"}


@dataclass(frozen=True)
class Table:
    """A table as read: header comments, column names, rows as dictionaries."""

    comments: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def meta(self, key: str) -> str:
        """The value of the one comment that starts with the key."""
        (found,) = [line for line in self.comments if line.startswith(f"# {key}: ")]
        return found.split(": ", 1)[1]

    def explained(self, word: str) -> list[str]:
        """Names that comments such as ``# column NAME: meaning`` explain."""
        lines = [line for line in self.comments if line.startswith(f"# {word} ")]
        return [line.removeprefix(f"# {word} ").split(": ", 1)[0] for line in lines]


@cache
def text_of(name: str) -> str:
    return files("namelink.tables").joinpath("data", f"{name}.tsv").read_bytes().decode("utf-8")


@cache
def table(name: str) -> Table:
    lines = text_of(name).removesuffix("\n").split("\n")
    comments = tuple(line for line in lines if line.startswith("#"))
    columns, *cells = [line.split("\t") for line in lines[len(comments) :]]
    rows = tuple(dict(zip(columns, row, strict=True)) for row in cells)
    return Table(comments, tuple(columns), rows)


@cache
def column(name: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in table(name).rows}


def pairs(text: str) -> list[tuple[str, str]]:
    """Pairs written ``left: right, left: right`` for the parameters of a test."""
    return [(left, right) for left, right in (item.split(": ") for item in text.split(", "))]


def readings(character: str) -> set[str]:
    """Every toneless Mandarin reading that pypinyin has for a character, ü as v."""
    return set(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


@cache
def syllables() -> frozenset[str]:
    """The syllables of Mandarin: the readings of the 6,763 characters of GB2312."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = "".join(pair.decode("gb2312", errors="ignore") for pair in rows)
    return frozenset(sound for character in characters for sound in readings(character))


@cache
def simplify(text: str) -> str:
    return str(converter().convert(text))


@cache
def converter() -> OpenCC:
    return OpenCC("t2s")


def alternatives(cell: str) -> list[tuple[str, float | None]]:
    """The English counterparts in a cell with their shares."""
    parts = [item.split(":") for item in cell.split("|")]
    return [(part[0], float(part[1]) if len(part) > 1 else None) for part in parts]


class TestForm:
    """What all tables share."""

    @pytest.mark.parametrize("name", TABLES)
    def test_header_says_what_where_from_and_under_which_licence(self, name: str) -> None:
        read = table(name)
        assert read.meta("title")
        assert read.meta("source")
        assert read.meta("licence").startswith("Apache-2.0")
        assert read.meta("columns").split(", ") == list(read.columns)
        assert read.explained("column") == list(read.columns)

    @pytest.mark.parametrize("name", TABLES)
    def test_every_source_code_is_explained_and_used(self, name: str) -> None:
        read = table(name)
        assert sorted({row["source"] for row in read.rows}) == sorted(read.explained("source"))

    @pytest.mark.parametrize("name", TABLES)
    def test_plain_text(self, name: str) -> None:
        text = text_of(name)
        assert text.endswith("\n")
        assert not set(text) & {"\r", '"', "\ufeff", "\u00a0", "\u3000"}
        for row in table(name).rows:
            assert all(cell == cell.strip() for cell in row.values()), row
            assert all(cell for key, cell in row.items() if key != "other"), row

    @pytest.mark.parametrize("name", TABLES)
    def test_sorted_and_without_duplicate_keys(self, name: str) -> None:
        keys = [next(iter(row.values())) for row in table(name).rows]
        assert all(first < second for first, second in pairwise(keys))

    @pytest.mark.parametrize(
        ("name", "key"),
        pairs(
            "surnames: han, org_words: han, place_words: han, legal_forms: form, titles: title, "
            "name_variants: base, title_pairs: han, groups: han"
        ),
    )
    def test_han_keys_are_simplified(self, name: str, key: str) -> None:
        assert [row[key] for row in table(name).rows if simplify(row[key]) != row[key]] == []

    @pytest.mark.parametrize(
        ("name", "least"),
        pairs(
            "surnames: 600, name_variants: 300, legal_forms: 300, org_words: 700, "
            "place_words: 260, titles: 300, title_pairs: 150, given_names_en: 600"
        ),
    )
    def test_size(self, name: str, least: str) -> None:
        assert len(table(name).rows) >= int(least)


class TestSurnames:
    """Readings against pypinyin and facts, bands against arithmetic."""

    @pytest.mark.parametrize(
        ("han", "first"),
        pairs(
            "曾: zeng, 单: shan, 解: xie, 仇: qiu, 查: zha, 翟: zhai, 区: ou, 朴: piao, 盖: ge, "
            "缪: miao, 卜: bu, 薄: bo, 阚: kan, 郗: xi, 折: she, 种: chong, 员: yun, 燕: yan, "
            "任: ren, 华: hua, 召: shao, 祭: zhai, 黑: he, 冼: xian, 洗: xian, 覃: qin, 么: yao, "
            "逄: pang, 佴: nai, 乜: nie, 宓: mi, 谌: chen, 车: che, 晁: chao, 吕: lv, 纪: ji, "
            "葛: ge, 那: na, 宁: ning, 贾: jia, 繁: po, 都: du, 沈: shen, 秘: bi, 应: ying, "
            "万俟: mo qi, 尉迟: yu chi, 长孙: zhang sun, 澹台: tan tai, 单于: chan yu, "
            "令狐: ling hu, 欧阳: ou yang, 诸葛: zhu ge, 爱新觉罗: ai xin jue luo, "
            "牟: mou, 镡: tan"
        ),
    )
    def test_surname_reading_comes_first(self, han: str, first: str) -> None:
        assert column("surnames", "han", "pinyin")[han].split("|")[0] == first

    @pytest.mark.parametrize(
        ("han", "second"),
        pairs(
            "翟: di, 覃: tan, 盖: gai, 乐: le, 郗: chi, 柏: bo, 谌: shen, 隗: kui, 牟: mu, 黑: hei"
        ),
    )
    def test_second_surname_reading_is_kept(self, han: str, second: str) -> None:
        assert second in column("surnames", "han", "pinyin")[han].split("|")

    @pytest.mark.parametrize(
        ("han", "ordinary"), pairs("单: dan, 解: jie, 仇: chou, 查: cha, 区: qu, 曾: ceng")
    )
    def test_ordinary_reading_stands_apart(self, han: str, ordinary: str) -> None:
        assert ordinary in column("surnames", "han", "other")[han].split("|")
        assert ordinary not in column("surnames", "han", "pinyin")[han].split("|")

    def test_single_surnames_have_readings_that_pypinyin_knows(self) -> None:
        for row in table("surnames").rows:
            if len(row["han"]) > 1:
                continue
            given = [*row["pinyin"].split("|"), *filter(None, row["other"].split("|"))]
            strange = set(given) - readings(row["han"])
            assert {(row["han"], sound) for sound in strange} <= SURNAME_ONLY
            assert len(given) == len(set(given))

    def test_compound_surnames_have_one_syllable_a_character(self) -> None:
        for row in table("surnames").rows:
            for reading in row["pinyin"].split("|"):
                assert len(reading.split()) == len(row["han"])
                assert set(reading.split()) <= syllables()

    def test_hundred_family_surnames_are_complete(self) -> None:
        opening = (
            "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
            "戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
            "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
            "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
        )
        compounds = (
            "万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 "
            "濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 钟离 宇文 长孙 慕容 鲜于 闾丘 "
            "司徒 司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 "
            "宰父 谷梁 段干 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫"
        )
        known = column("surnames", "han", "pinyin").keys()
        assert {*opening, *compounds.split()} - known == set()

    def test_bands_leave_room_for_each_other(self) -> None:
        least = {"a": 1 / 30, "b": 1 / 100, "c": 1 / 300, "d": 1 / 1000, "e": 1 / 10000, "f": 0}
        bands = [row["band"] for row in table("surnames").rows]
        assert sum(least[band] for band in bands) < 1
        assert {han for han, band in column("surnames", "han", "band").items() if band == "a"} == {
            *"王李张刘陈"
        }


class TestNameVariants:
    """Characters that OpenCC leaves apart although documents use them for each other."""

    def test_opencc_does_not_do_it_already(self) -> None:
        for row in table("name_variants").rows:
            assert simplify(row["variant"]) == row["variant"], row
            assert row["variant"] != row["base"]

    def test_one_step_is_enough(self) -> None:
        pairs = column("name_variants", "variant", "base")
        assert [row for row in pairs.items() if row[1] in pairs] == []

    def test_chinese_variants_sound_as_their_base(self) -> None:
        rows = [
            row
            for row in table("name_variants").rows
            # pypinyin gives back a character that it cannot read, such as 𠮷.
            if row["source"] == "Unihan" and readings(row["variant"]) != {row["variant"]}
        ]
        assert [row for row in rows if not readings(row["variant"]) & readings(row["base"])] == []

    def test_standard_characters_are_not_folded_away(self) -> None:
        variants = column("name_variants", "variant", "base").keys()
        standard = {char for char in variants if char.encode("gb2312", errors="ignore")}
        assert standard <= STANDARD_VARIANTS

    @pytest.mark.parametrize(
        ("variant", "base"),
        pairs(
            "锺: 钟, 喆: 哲, 堃: 坤, 髙: 高, 沢: 泽, 斎: 斋, 辺: 边, 桜: 樱, 栄: 荣, 渋: 涩, "
            "浜: 滨, 竜: 龙, 広: 广, 亀: 龟, 仏: 佛"
        ),
    )
    def test_well_known_pairs(self, variant: str, base: str) -> None:
        assert column("name_variants", "variant", "base")[variant] == base


class TestLegalForms:
    """Endings of organisation names in both scripts."""

    @pytest.mark.parametrize("script", ["han", "latin"])
    def test_form_and_equivalents_are_in_opposite_scripts(self, script: str) -> None:
        shapes = {"han": HAN, "latin": WORDS}
        other = shapes["latin" if script == "han" else "han"]
        for row in (row for row in table("legal_forms").rows if row["script"] == script):
            equivalents = row["equivalents"].split("|")
            assert shapes[script].fullmatch(row["form"]), row
            assert all(other.fullmatch(item) for item in equivalents), row
            assert len(equivalents) == len(set(equivalents)), row

    def test_scripts_and_regions(self) -> None:
        for row in table("legal_forms").rows:
            assert row["script"] in {"han", "latin"}
            assert re.fullmatch(r"[A-Z]{2}(\|[A-Z]{2})*", row["region"]), row

    @pytest.mark.parametrize(
        ("han", "latin"),
        pairs(
            "有限公司: co ltd, 有限公司: limited, 股份有限公司: co ltd, 有限责任公司: llc, "
            "株式会社: kk, 控股: holdings, 集团: group, 私人有限公司: pte ltd, "
            "私人有限公司: sdn bhd, 分公司: branch"
        ),
    )
    def test_usual_pairs(self, han: str, latin: str) -> None:
        assert latin in column("legal_forms", "form", "equivalents")[han].split("|")

    def test_a_branch_is_not_a_company(self) -> None:
        classes = column("legal_forms", "form", "class")
        assert classes["分公司"] == classes["branch"] != classes["有限公司"]
        assert classes["子公司"] != classes["母公司"]


class TestWords:
    """Words of organisations and places."""

    @pytest.mark.parametrize("name", ["org_words", "place_words", "local_words"])
    def test_vocabulary_of_columns(self, name: str) -> None:
        roles = {"generic", "industry", "unit", "form", "place", "title", "quality"}
        for row in table(name).rows:
            assert HAN.fullmatch(row["han"]), row
            assert row["kind"] in {"org", "place", "any"}, row
            assert row["role"] in roles, row

    @pytest.mark.parametrize("name", ["org_words", "place_words", "local_words"])
    def test_english_is_folded_and_listed_once(self, name: str) -> None:
        for row in table(name).rows:
            items = alternatives(row["english"])
            words = [word for word, _ in items]
            shares = [share for _, share in items if share is not None]
            assert all(re.fullmatch(r"[a-z0-9.][a-z0-9 .&'/-]*", word) for word in words), row
            assert len(words) == len(set(words)), row
            assert all(0 < share <= 1 for share in shares), row
            assert sum(shares) <= 1, row

    @pytest.mark.parametrize("name", ["org_words", "place_words"])
    def test_pinyin_is_left_to_the_pinyin_channel(self, name: str) -> None:
        for row in table(name).rows:
            sound = "".join(lazy_pinyin(row["han"], v_to_u=False))
            letters = {re.sub("[^a-z]", "", word) for word, _ in alternatives(row["english"])}
            assert row["source"] == "CLDR-territories" or sound not in letters, row

    @pytest.mark.parametrize(
        ("han", "first"),
        pairs(
            "大学: university, 科技: technology, 银行: bank, 人民: people's, 医院: hospital, "
            "附属: affiliated, 实验室: laboratory, 证券: securities, 国际: international, "
            "第一: first, 学院: college, 事业群: business group, 研究所: institute"
        ),
    )
    def test_first_counterpart_of_organization_words(self, han: str, first: str) -> None:
        assert alternatives(column("org_words", "han", "english")[han])[0][0] == first

    @pytest.mark.parametrize(
        ("han", "first"),
        pairs(
            "省: province, 路: road, 自治区: autonomous region, 机场: airport, 陕西: shaanxi, "
            "山西: shanxi, 香港: hong kong, 澳门: macau, 内蒙古: inner mongolia, 西藏: tibet, "
            "哈尔滨: harbin, 纽约: new york"
        ),
    )
    def test_first_counterpart_of_place_words(self, han: str, first: str) -> None:
        assert alternatives(column("place_words", "han", "english")[han])[0][0] == first

    @pytest.mark.parametrize(
        ("han", "also"), pairs("学院: institute, 控股: hldgs, 国际: intl, 集团: gp, 公司: co")
    )
    def test_other_counterparts_of_organization_words(self, han: str, also: str) -> None:
        assert also in dict(alternatives(column("org_words", "han", "english")[han]))

    @pytest.mark.parametrize(("han", "also"), pairs("街: st, 圣: san, 苏州: soochow, 东: e"))
    def test_other_counterparts_of_place_words(self, han: str, also: str) -> None:
        assert also in dict(alternatives(column("place_words", "han", "english")[han]))


class TestTitlesAndGivenNames:
    """What stands beside a name, and what is a name of its own."""

    def test_titles_are_in_their_script_and_place(self) -> None:
        shapes = {"han": HAN, "latin": LATIN}
        for row in table("titles").rows:
            assert shapes[row["script"]].fullmatch(row["title"]), row
            assert row["position"] in {"before", "after", "both", "suffix", "surname"}, row

    def test_one_character_titles_follow_a_bare_surname_or_end_no_given_name(self) -> None:
        """王总 is a title, but 王晓老 may be a name; 帝 stands in one of 16,000 given names."""
        rows = [row for row in table("titles").rows if row["script"] == "han"]
        short = {row["title"]: row["position"] for row in rows if len(row["title"]) == 1}
        given = {row["han"]: row["given"] for row in table("name_characters").rows}
        other = [char for char, position in short.items() if position != "surname"]
        assert other == ["帝"]
        assert all(int(given[char]) >= 28 for char in other)

    @pytest.mark.parametrize(
        ("title", "position"),
        pairs(
            "先生: after, 教授: after, 主席: both, 总: surname, dr: before, professor: before, "
            "ceo: both, jr: suffix"
        ),
    )
    def test_usual_titles(self, title: str, position: str) -> None:
        assert column("titles", "title", "position")[title] == position

    def test_no_title_is_a_surname_in_pinyin_or_a_given_name(self) -> None:
        """Otherwise "Jack Ma" would lose its surname to a Master of Arts."""
        titles = {row["title"] for row in table("titles").rows if row["script"] == "latin"}
        spelled = {item for row in table("surnames").rows for item in row["pinyin"].split("|")}
        assert titles & spelled == set()
        assert titles & {row["name"] for row in table("given_names_en").rows} == set()

    def test_given_names_are_folded_and_no_syllables(self) -> None:
        names = {row["name"] for row in table("given_names_en").rows}
        assert [name for name in names if not re.fullmatch("[a-z]{2,}", name)] == []
        assert names & syllables() == set()

    def test_usual_given_names(self) -> None:
        names = {row["name"] for row in table("given_names_en").rows}
        assert {"eddie", "jack", "mary", "john", "elizabeth", "michael", "joseph"} <= names
