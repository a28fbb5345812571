"""The romanization of a whole name, read off its alignment."""

import numpy as np
import pytest

from namelink import pairing
from namelink.linker import compare
from namelink.model.kinds import Channel, Kind, Outcome
from namelink.model.options import Options
from namelink.scoring.weights import STRUCTURES


def systems_told(left: str, right: str) -> set[str]:
    """Channels of the agreeing romanized pieces."""
    return {
        piece.channel.value
        for piece in compare(left, right, kind="person").evidence
        if piece.outcome is Outcome.AGREES
    }


@pytest.mark.parametrize(
    ("name", "spelled", "system"),
    [
        ("吴泳铭", "Wu Yongming", "pinyin"),
        ("萧万长", "Hsiao Wan-chang", "wade-giles"),
        ("毛泽东", "Mao Tse-tung", "wade-giles"),
        ("李嘉诚", "Li Ka-shing", "cantonese"),
        ("曾荫权", "Tsang Yam-kuen", "cantonese"),
    ],
)
def test_a_name_is_told_in_one_system(name: str, spelled: str, system: str) -> None:
    assert systems_told(name, spelled) == {system}


def mixed(left: str, right: str) -> bool:
    options, one = Options(), np.zeros(1, dtype=np.int32)
    pair = [pairing.prepare(name, Kind.PERSON, options) for name in (left, right)]
    scored, plan = pairing.score_forms(pair[:1], pair[1:], (one, one), options)
    best = plan.best(scored.bits)[0]
    return bool(scored.structure[best, STRUCTURES.index("mixed_systems")])


@pytest.mark.parametrize(
    ("name", "spelled", "expected"),
    [
        ("李显龙", "Lee Hsien Loong", False),
        ("萧万长", "Hsiao Wanchang", False),
        ("曾荫权", "Tsang Yinquan", True),
        ("谢雪红", "Hsieh Xuehong", True),
        ("吴泳铭", "Wu Yongming", False),
        ("吴泳铭", "Eddie Wu", False),
        # Two languages of the south, or Hokkien beside a surname of Taiwan, in one name.
        ("张顺德", "Cheung Soon Teck", True),
        ("萧美琴", "Hsiao Bi-khim", True),
    ],
)
def test_a_mixture_is_one_where_no_system_reads_all(
    name: str, spelled: str, *, expected: bool
) -> None:
    assert mixed(name, spelled) is expected


def test_a_mixture_says_less_than_one_system() -> None:
    whole = compare("曾荫权", "Zeng Yinquan", kind="person")
    both = compare("曾荫权", "Tsang Yinquan", kind="person")
    facts = [piece.note for piece in both.evidence if piece.channel is Channel.STRUCTURE]
    assert any("romanization" in note for note in facts)
    assert not any("romanization" in piece.note for piece in whole.evidence)


@pytest.mark.parametrize(("name", "spelled"), [("林丹", "Ling Dan"), ("胡锦涛", "Fu Jintao")])
def test_a_rare_spelling_of_the_surname_makes_no_mixture(name: str, spelled: str) -> None:
    assert not mixed(name, spelled)
    assert compare(name, spelled, kind="person").verdict.value != "match"


def test_gwoyeu_is_told() -> None:
    assert "gwoyeu" in systems_told("谢志伟", "Shieh Jyh-woei")
