"""One label a member of each closed vocabulary, in English and Chinese; a test walks them all."""

from namelink.errors import InvalidOptions
from namelink.model.kinds import Channel

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
        "surname": "surname",
        "given": "given name",
        "title": "title",
        "trade_name": "trade name",
        "industry": "industry",
        "generic": "generic word",
        "legal_form": "legal form",
        "number": "number",
        "particle": "particle",
        "word": "word",
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
        "surname": "姓氏",
        "given": "名字",
        "title": "头衔",
        "trade_name": "字号",
        "industry": "行业",
        "generic": "通名",
        "legal_form": "法律形式",
        "number": "数字",
        "particle": "虚词",
        "word": "词",
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
        "brand": "品牌",
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
