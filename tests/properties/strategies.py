"""Names for the laws: plausible ones, mixed ones, and strings that nobody would call a name."""

# ruff: noqa: RUF001, E501
# The look-alikes are the point; the tables of pieces read best in long lines.

from hypothesis import strategies as st

# Characters of names with what makes them hard: several readings, traditional and variant forms,
# marks that only stand inside names, a character beyond the basic plane.
HAN = "吴泽明泳铭王李欧阳曾单解仇查翟区朴盖重长行乐张伟娜中国银大学习習吳銘锺鍾喆〇々𠮷马云斯特尔"

WORDS = (
    "Wu", "Yongming", "Zeming", "WU", "Yong-ming", "Wú", "Yǒngmíng", "Wu2", "Yong3ming2", "Lü", "Lv",
    "LYU", "Xi'an", "Ouyang", "Eddie", "Jack", "Ma", "Y.", "M.", "Bank", "of", "the", "China", "Co.,",
    "Ltd.", "Limited", "University", "No.", "7", "2024", "3M", "AI", "HappyHorse", "McDonald's",
    "Tsinghua", "Trump", "O'Neill", "Łódź", "Ørsted", "straße", "a", "X", "u:", "Smith", "Dr.",
)  # fmt: skip
HAN_WORDS = (
    "吴泳铭", "吴泽明", "欧阳娜娜", "司马", "马云", "中国银行", "中国农业银行", "有限公司", "北京",
    "大学", "第七", "先生", "教授", "唐纳德·特朗普", "阿里", "快乐马", "陕西", "實驗室", "分公司",
)  # fmt: skip
BETWEEN = (
    "",
    " ",
    " ",
    "·",
    "-",
    "'",
    "’",
    "・",
    ", ",
    "（",
    "）",
    " (",
    ")",
    "/",
    "　",
    "  ",
    "\t",
    ".",
)

# Characters with a property that string code trips over: lone surrogates, invisible ones, direction
# marks, compatibility forms that grow, case pairs of two letters, combining marks, controls.
ODD = (
    "\ud800", "\udfff", "\u200b", "\u200d", "\ufeff", "\u202e", "\u00ad", "\x00", "\x1c", "\x85", "\x7f",
    "\u3164", "\u115f", "\ufe0f", "\U000e0101", "\ufdfa", "ﬁ", "½", "①", "Ⅷ", "㈱", "㍿", "𝐀", "ᴬ", "İ",
    "ı", "ß", "ẞ", "ŉ", "ǰ", "ΐ", "\u0301", "\u0308", "\u0345", "\u1ab0", "Å", "ﾊ", "ﾞ", "가", "अ", "Ж", "ŀ",
    "`", "´", "¨", "\u2024", "\uffff", "\ue000", "\U0010ffff", "٣", "²", "丽", "海", "_", "\u0378",
)  # fmt: skip


def any_text(max_size: int = 30) -> st.SearchStrategy[str]:
    """Any Unicode at all, lone surrogates included."""
    return st.text(st.characters(), max_size=max_size)


def odd_text(max_size: int = 12) -> st.SearchStrategy[str]:
    """Strings dense in the characters that break string code."""
    return st.lists(st.sampled_from((*ODD, *"aZ吴9 .-'")), max_size=max_size).map("".join)


def han_names() -> st.SearchStrategy[str]:
    """One to six characters of the kind that names hold."""
    return st.text(HAN, min_size=1, max_size=6)


@st.composite
def mixed_names(draw: st.DrawFn) -> str:
    """Words of both scripts, numbers and punctuation, put together in any order."""
    pieces = draw(st.lists(st.sampled_from((*WORDS, *HAN_WORDS)), min_size=1, max_size=6))
    text = pieces[0]
    for piece in pieces[1:]:
        text += draw(st.sampled_from(BETWEEN)) + piece
    return text


def latin_names() -> st.SearchStrategy[str]:
    """Two to four Latin words."""
    return st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(" ".join)


def names() -> st.SearchStrategy[str]:
    """Everything that may arrive as a name."""
    return st.one_of(han_names(), latin_names(), mixed_names(), odd_text(), any_text())


def likely_names() -> st.SearchStrategy[str]:
    """Names that reach deep into scoring, since both sides draw on the same pieces."""
    return st.one_of(st.sampled_from(HAN_WORDS), han_names(), latin_names(), mixed_names())
