"""Closed vocabularies: what a name can be, and what can be said about a pair of names.

The members are strings, so they print, serialize and compare as their value.

>>> Kind.PERSON == "person"
True
>>> Kind.parse("ORG"), Kind.parse("人物"), Kind.parse(None)
(<Kind.ORG: 'org'>, <Kind.PERSON: 'person'>, <Kind.UNKNOWN: 'unknown'>)
"""

from enum import StrEnum
from typing import Self

from namelink.errors import InvalidOptions

# Labels that other tools give to the same kinds: CoNLL and OntoNotes tags, schema.org and
# FollowTheMoney types, and the Chinese words found in registers and annotation tools.
_LABELS = {
    "person": "person per people human individual 人物 人名 人 个人 個人 自然人 姓名",
    "org": (
        "org organization organisation company corporation legalentity "
        "机构 機構 组织 組織 公司 企业 企業 单位 單位"
    ),
    "place": "place loc location gpe fac facility address 地点 地點 地名 地方 位置 设施 設施",
    "work": (
        "work product work_of_art creativework brand title event misc vehicle "
        "产品 產品 作品 品牌 商品"
    ),
    "unknown": "unknown other thing 其他 未知",
}


class Kind(StrEnum):
    """What sort of entity a name denotes."""

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    WORK = "work"
    UNKNOWN = "unknown"

    @classmethod
    def parse(cls, label: str | None) -> Self:
        """Read a kind from namelink's own word or another tool's label.

        Args:
            label: such as ``"person"``, ``"PER"``, ``"机构"``; None or an empty string is unknown.

        Returns:
            The kind.

        Raises:
            InvalidOptions: if the label is not known.
        """
        if label is None or not str(label).strip():
            return cls("unknown")
        wanted = str(label).strip().casefold()
        for kind, words in _LABELS.items():
            if wanted in words.split():
                return cls(kind)
        known = ", ".join(member.value for member in cls)
        raise InvalidOptions(f"unknown kind {label!r}: use one of {known}")


class Script(StrEnum):
    """The writing of a name, counting letters only."""

    HAN = "han"
    LATIN = "latin"
    MIXED = "mixed"
    OTHER = "other"
    NONE = "none"


class Role(StrEnum):
    """What a part does inside its name."""

    SURNAME = "surname"
    GIVEN = "given"
    TITLE = "title"
    PLACE = "place"
    TRADE_NAME = "trade_name"
    INDUSTRY = "industry"
    GENERIC = "generic"
    LEGAL_FORM = "legal_form"
    NUMBER = "number"
    PARTICLE = "particle"
    WORD = "word"


# Roles of what tables hold as words; what is nobody's word (WORD) may be cut anywhere.
TABLE_WORDS = frozenset(
    {Role.TRADE_NAME, Role.INDUSTRY, Role.GENERIC, Role.PLACE, Role.LEGAL_FORM}
)


class Channel(StrEnum):
    """One kind of relation between two pieces of names."""

    SURFACE = "surface"
    PINYIN = "pinyin"
    WADE_GILES = "wade-giles"
    TONGYONG = "tongyong"
    MPS2 = "mps2"
    GWOYEU = "gwoyeu"
    CANTONESE = "cantonese"
    MINNAN = "minnan"
    TRANSLITERATION = "transliteration"
    MEANING = "meaning"
    ACRONYM = "acronym"
    INITIAL = "initial"
    JAPANESE = "japanese"
    KOREAN = "korean"
    ALIAS = "alias"
    STRUCTURE = "structure"
    GLOSS = "gloss"
    ENCODER = "encoder"
    BRAND = "brand"


# Channels of names spelled a syllable a character, most usual first.
ROMANIZATIONS: tuple[Channel, ...] = (
    Channel.PINYIN,
    Channel.WADE_GILES,
    Channel.TONGYONG,
    Channel.MPS2,
    Channel.GWOYEU,
    Channel.CANTONESE,
    Channel.MINNAN,
    Channel.KOREAN,
)


class Outcome(StrEnum):
    """What a piece of evidence says: the spans agree, differ, or one has no counterpart."""

    AGREES = "agrees"
    DIFFERS = "differs"
    LEFT_OVER = "left_over"
    WHOLE = "whole"


class Verdict(StrEnum):
    """Where a score falls between the cuts of the options."""

    MATCH = "match"
    REVIEW = "review"
    NO_MATCH = "no_match"


class Relation(StrEnum):
    """How two names stand to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    INCOMPLETE = "incomplete"
    UNEXPLAINED = "unexplained"
    HOMOPHONE = "homophone"
    CONTRADICTS = "contradicts"


# By position, as arrays of results hold them.
CHANNELS = tuple(Channel)
RELATIONS = tuple(Relation)
VERDICTS = tuple(Verdict)
