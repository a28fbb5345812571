"""Laws of extraction that hold for any text, and for any name in any of the known patterns."""

import math
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.extraction.choice import with_gloss
from namelink.extraction.mentions import mentions
from namelink.model.comparison import PairScore
from namelink.model.mention import Mention
from tests.extraction.stand_in import compare_one, score_many


def found(text: str) -> list[Mention]:
    return mentions(text, score=score_many, compare=compare_one, review_at=0.05)


# Pieces that patterns are made of, so that random texts reach deep into the code.
PIECES = st.sampled_from(
    [
        *"()（）[]【】《》“”\"'，,、;；:：/|—-·\n.* ",
        "Zhang Di",
        "Alibaba's ",
        "the ",
        "ATH",
        "Ltd.",
        "president ",
        "of",
        "张迪",
        "阿里AI核心事业群",
        "的",
        "科学家",
        "安德烈·卡帕斯",
        "Chinese: ",
        "英文名：",
        "又称",
        "1904年",
        "https://",
        "\n\n",
        "\ud800",
        "é",
        "ソ",
    ]
)
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=200),
    st.lists(PIECES, max_size=60).map("".join),
)


@given(TEXTS)
def test_spans_slice_to_the_stated_strings(text: str) -> None:
    for mention in found(text):
        assert text[slice(*mention.english_span)] == mention.english
        assert text[slice(*mention.chinese_span)] == mention.chinese
        assert mention.english.strip() == mention.english != ""
        assert mention.chinese.strip() == mention.chinese != ""
        assert all(alias in text for alias in mention.aliases)


@given(TEXTS)
def test_two_mentions_overlap_only_where_they_share_a_name(text: str) -> None:
    got = found(text)
    for place, one in enumerate(got):
        for other in got[place + 1 :]:
            shared = (
                one.english_span == other.english_span or one.chinese_span == other.chinese_span
            )
            spans = [*_positions(one)], [*_positions(other)]
            assert shared or set(spans[0]).isdisjoint(spans[1])
            assert (one.english_span, one.chinese_span) != (other.english_span, other.chinese_span)


def _positions(mention: Mention) -> list[int]:
    return [*range(*mention.english_span), *range(*mention.chinese_span)]


@given(TEXTS)
def test_evidence_adds_up_and_the_score_follows(text: str) -> None:
    for mention in found(text):
        whole = mention.comparison
        assert math.isclose(whole.bits, whole.prior + sum(piece.bits for piece in whole.evidence))
        bare = compare_one(whole.left.raw, whole.right.raw)
        assert math.isclose(whole.score, with_gloss(bare.score, whole.bits - bare.bits))
        assert mention.score == whole.score >= 0.05


@given(st.floats(0, 1), st.floats(-30, 30), st.floats(0, 5))
def test_more_bits_never_lower_a_score(score: float, bits: float, more: float) -> None:
    less = with_gloss(score, bits)
    assert 0.0 <= less <= with_gloss(score, bits + more) <= 1.0


SURNAMES = {"张": "Zhang", "李": "Li", "王": "Wang", "陈": "Chen", "周": "Zhou", "吴": "Wu"}
GIVEN = {"伟": "wei", "明": "ming", "芳": "fang", "建": "jian", "海": "hai", "婷": "ting"}
ENGLISH_LEADS = [
    "",
    "Yesterday ",
    "The architect ",
    "Alibaba's ",
    "CEO ",
    "He met Dr. ",
    "| ",
    "- ",
]
CHINESE_LEADS = ["", "昨天，", "他采访了", "著名作家", "公司创始人", "由", "前者是", "“"]


@st.composite
def people(draw: st.DrawFn) -> tuple[str, str]:
    surname = draw(st.sampled_from(sorted(SURNAMES)))
    given_name = draw(st.lists(st.sampled_from(sorted(GIVEN)), min_size=1, max_size=2))
    latin = "".join(GIVEN[char] for char in given_name).capitalize()
    return f"{SURNAMES[surname]} {latin}", surname + "".join(given_name)


@given(
    people(), st.sampled_from(ENGLISH_LEADS), st.sampled_from(["{} ({})", "{} （{}）", "{} [{}]"])
)
def test_a_person_glossed_in_english_is_found(
    person: tuple[str, str], lead: str, pattern: str
) -> None:
    got = found(lead + pattern.format(*person) + " said so.")
    assert [(mention.english, mention.chinese) for mention in got] == [person]


@given(people(), st.sampled_from(CHINESE_LEADS))
def test_a_person_glossed_in_chinese_is_found(person: tuple[str, str], lead: str) -> None:
    english, chinese = person
    closing = "”" if lead == "“" else ""
    got = found(f"{lead}{chinese}{closing}（{english}）说，")
    assert [(mention.english, mention.chinese) for mention in got] == [person]


@given(st.lists(people(), min_size=1, max_size=6))
def test_mentions_come_in_text_order_whatever_stands_around_them(
    persons: list[tuple[str, str]],
) -> None:
    text = "; ".join(f"{english} ({chinese})" for english, chinese in persons)
    assert [(mention.english, mention.chinese) for mention in found(text)] == persons


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        ")",
        "()",
        "汉",
        "A ",
        "(汉",
        "A (汉) ",
        "汉（Ab）",
        "((汉))",
        "\n",
        " (",
        "”（Ab）",
        "A-",
        "Ab (汉) ",
        "Ab/汉/",
        "汉 Ab ",
        "汉\tAb\t",
        "汉\nAb\n",
        "Ab: 汉 Ab\n",
        "张 a.k.a. Ab; a.k.a. 汉 (",
    ],
)
def test_time_grows_with_the_length_and_not_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        mentions(text, score=_nothing_fits, compare=compare_one, review_at=0.05)
        return time.process_time() - begin

    # Eight times the text: linear work takes eight times as long, quadratic work sixty-four times.
    # Whatever else the machine does only adds to a time, so of several turns the least is true;
    # the tenth of a second lets a short run be anything.
    short = long = float("inf")
    for _ in range(5):
        short, long = min(short, seconds(5_000)), min(long, seconds(40_000))
        if long < 24 * short + 0.1:
            return
    pytest.fail(f"{long:.2f} s for eight times the text of {short:.2f} s")


def _nothing_fits(english: Sequence[str], chinese: Sequence[str]) -> list[PairScore]:
    assert len(english) == len(chinese)
    return score_many(["Q"], ["汉"]) * len(english)
