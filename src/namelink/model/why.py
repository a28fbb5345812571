"""Why a name of an index was found or not: the stage at which the pair was won or lost.

>>> Stage("outranked")
<Stage.OUTRANKED: 'outranked'>
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from namelink.errors import InvalidOptions
from namelink.model.comparison import Comparison
from namelink.model.evidence import Evidence
from namelink.model.wording import told


class Stage(StrEnum):
    """Where a pair was won or lost, in the order in which a search goes."""

    NO_SUCH_ID = "no_such_id"
    NORMALIZED_AWAY = "normalized_away"
    NO_SHARED_KEY = "no_shared_key"
    NOT_A_CANDIDATE = "not_a_candidate"
    VETOED = "vetoed"
    BELOW_THRESHOLD = "below_threshold"
    OUTRANKED = "outranked"
    TIED = "tied"
    UNSURE = "unsure"
    OVERRIDDEN = "overridden"
    WON = "won"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What became of one name and one id in a search.

    Attributes:
        name: the name that was searched.
        id: the id.
        stage: where the pair was won or lost; ``overridden`` when aliases of the caller decided.
        alias: the name of the id that fits best, None when there is none.
        shared: keys that both names have, those that tell most first.
        key_rank: place of the id among all candidates by shared keys, from 1; None when it is
            past those that are looked at.
        candidates: candidates of a name that are scored.
        comparison: evidence and score of the pair; None when there was nothing to compare.
        rank: place of the id by evidence, from 1; None when it was not scored.
        confidence: probability that the id is the right one, as in a search; None when the pair
            was not found.
        rival: the name that stands first where this one does not, or as high; else None.
        rival_id: its id.
        deciding: the piece of evidence that decided, None where no single one did.
    """

    name: str
    id: Any
    stage: Stage
    alias: str | None = None
    shared: tuple[str, ...] = ()
    key_rank: int | None = None
    candidates: int = 0
    comparison: Comparison | None = None
    rank: int | None = None
    confidence: float | None = None
    rival: str | None = None
    rival_id: Any = None
    deciding: Evidence | None = None

    @property
    def decided(self) -> str:
        """The piece of evidence that decided, in English; empty where no single one did."""
        return told(self.deciding) if self.deciding else ""

    def explain(self, lang: Literal["en", "zh"] = "en") -> str:
        """Tell it in words.

        Args:
            lang: ``"en"`` or ``"zh"``.

        Returns:
            What happened, the shared keys, and the evidence where there is any.

        Raises:
            InvalidOptions: if the language is another.
        """
        if lang not in _TOLD:
            raise InvalidOptions(f"lang is {lang!r}: use 'en' or 'zh'")
        words = _TOLD[lang]
        decided = told(self.deciding, lang) if self.deciding else ""
        lines = [f"{self.name} → {self.id}: {words[self.stage].format(why=self, decided=decided)}"]
        if self.alias is not None and self.stage is not Stage.NORMALIZED_AWAY:
            keys = words["and"].join(_key(each, words) for each in self.shared) or words["none"]
            lines.append(f"  {words['keys']}: {keys}")
        if self.key_rank is not None:
            lines.append("  " + words["key_rank"].format(why=self))
        if self.rank is not None:
            lines.append("  " + words["rank"].format(why=self))
        if self.comparison is not None:
            lines.append(self.comparison.explain(lang))
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain data, ready for JSON."""
        compared = None if self.comparison is None else self.comparison.to_dict()
        return {
            "name": self.name,
            "id": self.id,
            "stage": self.stage.value,
            "alias": self.alias,
            "shared": list(self.shared),
            "key_rank": self.key_rank,
            "candidates": self.candidates,
            "rank": self.rank,
            "confidence": self.confidence,
            "rival": self.rival,
            "rival_id": self.rival_id,
            "decided": self.decided,
            "comparison": compared,
        }


def _key(key: str, words: dict[str, str]) -> str:
    """A key in words; its sort stands before the colon."""
    sort, _, text = key.partition(":")
    return f"{words.get(f'{sort}:', sort)} {text}"


_TOLD: dict[str, dict[str, str]] = {
    "en": {
        Stage.NO_SUCH_ID: "the index has no such id, or it was removed",
        Stage.NORMALIZED_AWAY: "nothing is left of a name after cleaning",
        Stage.NO_SHARED_KEY: "the names share no key, so the pair was never scored",
        Stage.NOT_A_CANDIDATE: (
            "others share more keys; only the best {why.candidates} are scored"
        ),
        Stage.VETOED: "scored, but one fact speaks against it: {decided}",
        Stage.BELOW_THRESHOLD: "scored, but the evidence is too weak",
        Stage.OUTRANKED: "scored, but {why.rival_id} ({why.rival}) fits better",
        Stage.TIED: "for review, since {why.rival_id} ({why.rival}) fits as well",
        Stage.UNSURE: (
            "for review: it fits best, but its confidence is {why.confidence:.2f}; "
            "another row, or none of them, may be the right one"
        ),
        Stage.OVERRIDDEN: "found, because the given aliases say so: {decided}",
        Stage.WON: "found in the first place",
        "keys": "shared keys",
        "none": "none",
        "and": ", ",
        "key_rank": "by keys in place {why.key_rank}",
        "rank": "by evidence in place {why.rank}",
        "h:": "character",
        "s:": "syllable",
        "p:": "syllables",
        "n:": "neighbors",
        "y:": "southern syllable",
        "j:": "Japanese syllable",
        "J:": "Japanese word",
        "Z:": "consonants",
        "z:": "consonants",
        "f:": "word by ear",
        "k:": "letters",
        "t:": "word",
        "w:": "meaning",
        "a:": "initials",
        "al:": "alias group",
    },
    "zh": {
        Stage.NO_SUCH_ID: "索引中没有此标识，或已被移除",
        Stage.NORMALIZED_AWAY: "清洗之后名称没有剩下任何内容",
        Stage.NO_SHARED_KEY: "两个名称没有共同的键，因此从未评分",
        Stage.NOT_A_CANDIDATE: "其他名称共同的键更多；只对前 {why.candidates} 个评分",
        Stage.VETOED: "已评分，但有一项事实相反：{decided}",
        Stage.BELOW_THRESHOLD: "已评分，但证据太弱",
        Stage.OUTRANKED: "已评分，但 {why.rival_id}（{why.rival}）更相符",
        Stage.TIED: "待复核，因为 {why.rival_id}（{why.rival}）同样相符",
        Stage.UNSURE: (
            "待复核：最相符，但置信度仅 {why.confidence:.2f}；正确的可能是另一行，也可能一行都不是"
        ),
        Stage.OVERRIDDEN: "已找到，因为给定的别名如此：{decided}",
        Stage.WON: "已找到，排在第一",
        "keys": "共同的键",
        "none": "无",
        "and": "、",
        "key_rank": "按键排第 {why.key_rank}",
        "rank": "按证据排第 {why.rank}",
        "h:": "汉字",
        "s:": "音节",
        "p:": "音节",
        "n:": "相邻音节",
        "y:": "南方音节",
        "j:": "日语音节",
        "J:": "日语词",
        "Z:": "辅音",
        "z:": "辅音",
        "f:": "听音词",
        "k:": "字母",
        "t:": "词",
        "w:": "词义",
        "a:": "首字母",
        "al:": "别名组",
    },
}
