"""Say a comparison in words, in English or Chinese. Deciding is done; this only tells.

One label a member of each closed vocabulary; a test walks them all.
"""

from collections.abc import Sequence

from namelink.errors import InvalidOptions
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Outcome

LABELS: dict[str, dict[str, str]] = {
    "en": {
        "prior": "prior",
        "sum": "sum",
        "bits": "bits",
        "probability": "probability",
        "verdict": "verdict",
        "relation": "relation",
        "namesakes": "others whom such names fit, about",
        "no counterpart": "no counterpart",
        "match": "match",
        "review": "review",
        "no_match": "no match",
        "equal": "equal",
        "compatible": "compatible",
        "incomplete": "incomplete: a part is missing on one side",
        "unexplained": "unexplained: the given name has no counterpart",
        "homophone": "homophone: same sound, other characters",
        "contradicts": "contradicts: a part disagrees",
        "person": "person",
        "org": "organization",
        "place": "place",
        "work": "work",
        "unknown": "unknown kind",
        **{channel.value: channel.value for channel in Channel},
    },
    "zh": {
        "prior": "先验",
        "sum": "合计",
        "bits": "比特",
        "probability": "概率",
        "verdict": "结论",
        "relation": "关系",
        "namesakes": "同样相符的其他人数（约）",
        "no counterpart": "没有对应",
        "match": "同一",
        "review": "待复核",
        "no_match": "不同",
        "equal": "相同",
        "compatible": "相容",
        "incomplete": "不完整：一方缺少部分",
        "unexplained": "未解释：名字部分没有对应",
        "homophone": "同音：读音相同，用字不同",
        "contradicts": "矛盾：有部分不一致",
        "person": "人物",
        "org": "机构",
        "place": "地点",
        "work": "作品",
        "unknown": "类别未知",
        "surface": "字面",
        "pinyin": "拼音",
        "wade-giles": "威妥玛",
        "tongyong": "通用拼音",
        "mps2": "国语注音第二式",
        "gwoyeu": "国语罗马字",
        "cantonese": "粤语",
        "minnan": "闽南语",
        "transliteration": "音译",
        "meaning": "意译",
        "acronym": "缩写",
        "initial": "首字母",
        "japanese": "日语",
        "korean": "韩语",
        "alias": "别名",
        "structure": "结构",
        "gloss": "括注",
        "encoder": "语义向量",
    },
}


def labels(lang: str) -> dict[str, str]:
    """Words of one language.

    Args:
        lang: ``"en"`` or ``"zh"``.

    Returns:
        Word by label.

    Raises:
        InvalidOptions: if the language is another.
    """
    if lang not in LABELS:
        raise InvalidOptions(f"lang is {lang!r}: use 'en' or 'zh'")
    return LABELS[lang]


def told(piece: Evidence, words: dict[str, str]) -> str:
    """Say one piece of evidence without its weight.

    Args:
        piece: the evidence.
        words: from `labels`.

    Returns:
        Such as ``"泳铭 = Yongming (yong = 泳, ming = 铭)"``.
    """
    if piece.outcome is Outcome.LEFT_OVER:
        return f"{piece.left or piece.right}: {words['no counterpart']}"
    if piece.outcome is Outcome.WHOLE:
        return piece.note
    sign = "≠" if piece.outcome is Outcome.DIFFERS else "="
    text = f"{piece.left} {sign} {piece.right}"
    return f"{text} ({piece.note})" if piece.note else text


def weighty(evidence: Sequence[Evidence], bits: float) -> Evidence | None:
    """The piece that says most for the verdict.

    Below zero a difference or a leftover, else an agreement.

    Args:
        evidence: all pieces of a comparison.
        bits: their sum with the prior.

    Returns:
        One piece, None without any.
    """
    if bits >= 0:
        return max(evidence, key=lambda piece: piece.bits, default=None)
    against = [piece for piece in evidence if piece.outcome is Outcome.DIFFERS]
    return min(against or evidence, key=lambda piece: piece.bits, default=None)
