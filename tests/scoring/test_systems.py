"""The romanization of a whole name, read off its alignment."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink import pairing
from namelink.linker import compare
from namelink.model.batch import Batch
from namelink.model.kinds import ROMANIZATIONS, Channel, Kind, Outcome
from namelink.model.losses import losses_of
from namelink.model.options import Options
from namelink.readings.romanized import Romanized
from namelink.scoring.align import Alignment, align
from namelink.scoring.systems import Settled, settle
from namelink.scoring.weights import STRUCTURES, weights
from tests.readings.batches import batch_of


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
    best = plan.best(scored)[0]
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
        # Systems of Taiwan, syllable by syllable.
        ("卢秀燕", "Lu Shiow-yen", True),
        # Wade-Giles reads Kuan, so Fa is no Hakka: another syllable, and no mixture.
        ("乔冠华", "Chiao Kuan-fa", False),
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


NAMES = (
    ("姚明", "Yao Meng"),
    ("姚明", "Yao Ming"),
    ("梁振英", "Leung Chun-yin"),
    ("卢秀燕", "Lu Shiow-yen"),
    ("乔冠华", "Chiao Kuan-fa"),
    ("萧万长", "Hsiao Wanchang"),
    ("张顺德", "Cheung Soon Teck"),
    ("谢雪红", "Hsieh Xuehong"),
    ("林丹", "Ling Dan"),
    ("李显龙", "Lee Hsien Loong"),
)


def settled(pairs: list[tuple[str, str]]) -> tuple[Batch, Alignment, Settled]:
    """The pairs aligned by romanizations alone, before and after a system is chosen."""
    batch = batch_of(pairs)
    before = align(batch, Romanized().cells(batch), weights())
    return batch, before, settle(batch, before, weights())


@pytest.mark.parametrize(
    ("name", "spelled"), [("姚明", "Yao Ming"), ("习近平", "Xi Jinping"), ("吕布", "Lü Bu")]
)
def test_a_system_that_reads_every_piece_best_costs_nothing(name: str, spelled: str) -> None:
    _, before, after = settled([(name, spelled)])
    assert after.alignment.weight.tolist() == before.weight.tolist()


@pytest.mark.parametrize(
    ("name", "spelled"),
    [("姚明", "Yao Meng"), ("梁振英", "Leung Chun-yin"), ("吕布", "Lü Bo")],
)
def test_pieces_lose_what_the_system_of_the_whole_name_reads_worse(
    name: str, spelled: str
) -> None:
    _, before, after = settled([(name, spelled)])
    assert len(set(after.channel.tolist())) == 1
    assert after.alignment.weight.sum() < before.weight.sum() - 2.0


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6))
def test_no_choice_of_systems_costs_less(pairs: list[tuple[str, str]]) -> None:
    batch, before, after = settled(pairs)
    table = weights()
    profile = batch.profile_of[0]
    mixed, badly = (
        -float(table.structure[profile, STRUCTURES.index(name)])
        for name in ("mixed_systems", "mixed_badly")
    )
    scale = float(table.scale[profile, list(Channel).index(Channel.PINYIN)])
    for pair in range(len(pairs)):
        mine = np.flatnonzero((before.cells.pair == pair) & (before.cells.missed == 0))
        losses = losses_of(before.cells.detail[mine]) * scale
        paid = float(before.weight[mine].sum() - after.alignment.weight[mine].sum())
        paid += mixed * after.mixed[pair] + badly * after.mixed_badly[pair]
        assert paid <= min(float(losses.sum(axis=0).min()), badly) + 1e-3
        # Each piece pays what the system that it is told in loses.
        for at, own in zip(mine.tolist(), losses.tolist(), strict=True):
            told = ROMANIZATIONS.index(list(Channel)[after.channel[at]])
            lost = float(before.weight[at] - after.alignment.weight[at])
            assert lost == pytest.approx(own[told], abs=1e-3)


@pytest.mark.parametrize("size", [0, 1, 3])
def test_pairs_do_not_touch_each_other(size: int) -> None:
    alone = settled([NAMES[0]])[2].alignment.weight.tolist()
    among = settled([NAMES[0], *NAMES[1 : 1 + size]])[2]
    first = among.alignment.cells.pair == 0
    assert among.alignment.weight[first].tolist() == pytest.approx(alone)
