"""A sentence encoder through the whole line, and what happens when it misbehaves."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest

import namelink as nl
from tests.encoders import PAIRS, Small, calibrated, small_options

ON = small_options()


def test_the_evidence_says_what_was_near() -> None:
    found = nl.compare("玄霜之歌", "Song of Velquar", kind="work", options=ON)
    piece = found.evidence[-1]
    assert (piece.channel, piece.outcome) == ("encoder", "whole")
    assert piece.bits > 0
    assert "near in meaning (cosine 0." in piece.note
    assert piece.note in found.explain()
    far = nl.compare("玄霜传说", "Brockle Garden", kind="work", options=ON).evidence[-1]
    assert far.bits < 0
    assert "far apart" in far.note


def test_link_finds_by_meaning_what_shares_no_feature() -> None:
    """Among names that sound like the query, one that shares nothing with it but the meaning."""
    others = [f"Xuan {a}ing {b}ing" for a in "BDLMPT" for b in "BDLMPT"]
    right = [*others[:20], "Velquar Ostrin", *others[20:]]
    few = small_options(limits=nl.Limits(candidates=4))
    rows = nl.link(["玄霜青冥"], right, top_k=4, threshold=0.0, options=few)
    channels = {row.right_name: row.channels for row in rows}
    assert channels["Velquar Ostrin"] == "encoder"
    without = nl.link(
        ["玄霜青冥"], right, top_k=4, threshold=0.0, options=replace(few, encoder=None)
    )
    assert "Velquar Ostrin" not in {row.right_name for row in without}


def test_names_in_one_script_are_left_alone() -> None:
    for pair in (("玄霜传说", "青冥传说"), ("Velquar Legend", "Ostrin Legend")):
        assert nl.compare(*pair, options=ON) == nl.compare(*pair)


def test_every_form_of_a_name_is_heard() -> None:
    """A name that holds both scripts meets by the better one."""
    both = nl.compare("玄霜 Zzyx", "Velquar", kind="work", options=ON)
    assert "encoder" in {piece.channel for piece in both.evidence if piece.bits > 0}


def test_extract_does_not_ask() -> None:
    encoder = Small()
    text = "the game Velquar Legend (玄霜传说) said"
    assert nl.extract(text, options=small_options(encoder)) == nl.extract(text)
    assert encoder.calls == 0


def test_without_an_encoder_nothing_of_it_is_said() -> None:
    assert nl.Options().encoder is None
    assert nl.Options().to_dict()["encoder"] is None


def test_making_options_asks_nothing_and_loads_nothing() -> None:
    code = (
        "import sys, namelink as nl\n"
        "def never(texts): raise SystemExit('asked')\n"
        "known = nl.CalibratedEncoder(encoder=never, name='x', curves=())\n"
        "hash(nl.Options(encoder=known)), nl.Options(encoder=known).to_dict(), nl.Encoder\n"
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def giving(result: Any) -> nl.Options:
    """Options with an encoder that answers every question with one thing."""
    own = nl.CalibratedEncoder.from_dict(calibrated().to_dict(), lambda _: result)
    return nl.Options(encoder=own)


@pytest.mark.parametrize(
    ("result", "message"),
    [
        (None, "no table of numbers|shape"),
        ("vectors", "no table of numbers|shape"),
        ([["a"], ["b"]], "no table of numbers"),
        ([[1.0, 2.0], [1.0]], "no table of numbers"),
        ([1.0, 2.0], r"shape \(2,\) for 2 texts"),
        (np.ones((3, 4)), r"shape \(3, 4\) for 2 texts"),
        (np.ones((2, 0)), r"shape \(2, 0\) for 2 texts"),
        (np.ones((2, 3, 1)), r"shape \(2, 3, 1\)"),
        ([[1.0, 2.0], [float("nan"), 1.0]], "not finite for '玄霜传说'"),
        ([[float("inf"), 2.0], [1.0, 1.0]], "not finite for 'Velquar Legend'"),
        (np.ones((2, 2)) * 1j, "no table of numbers"),
    ],
)
def test_a_wrong_result_is_told(result: Any, message: str) -> None:
    with pytest.raises(nl.InvalidOptions, match=message):
        nl.compare("玄霜传说", "Velquar Legend", options=giving(result))


def test_dimensions_may_not_change_between_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("namelink.readings.encoded._TEXTS_AT_ONCE", 1)
    sizes = iter([2, 3])
    own = nl.CalibratedEncoder.from_dict(
        calibrated().to_dict(), lambda texts: np.ones((len(texts), next(sizes)))
    )
    with pytest.raises(nl.InvalidOptions, match="2 dimensions and then of 3"):
        nl.compare("玄霜传说", "Velquar Legend", options=nl.Options(encoder=own))


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = [zh for zh, _ in PAIRS], [en for _, en in PAIRS]
    whole = nl.compare_pairs(left, right, options=ON)
    monkeypatch.setattr("namelink.readings.encoded._TEXTS_AT_ONCE", 7)
    assert nl.compare_pairs(left, right, options=ON) == whole


def test_an_error_of_the_encoder_is_its_own() -> None:
    def broken(_: object, /) -> Any:
        raise ConnectionError("no model")

    own = nl.CalibratedEncoder.from_dict(calibrated().to_dict(), broken)
    with pytest.raises(ConnectionError, match="no model"):
        nl.compare("玄霜传说", "Velquar Legend", options=nl.Options(encoder=own))


@pytest.mark.parametrize("scale", [1e-300, 1e300, -1.0])
def test_lengths_of_vectors_do_not_matter(scale: float) -> None:
    small = Small()
    own = nl.CalibratedEncoder.from_dict(
        calibrated().to_dict(), lambda texts: small(texts) * scale
    )
    pair = ("玄霜传说", "Velquar Legend")
    assert nl.compare(*pair, options=nl.Options(encoder=own)).bits == pytest.approx(
        nl.compare(*pair, options=ON).bits, abs=1e-2
    )


def test_a_zero_vector_says_nothing() -> None:
    pair = ("玄霜传说", "Velquar Legend")
    assert nl.compare(*pair, options=giving(np.zeros((2, 3)))) == nl.compare(*pair)


class TestCalibration:
    def test_true_pairs_weigh_for_and_others_against(self) -> None:
        for curve in calibrated().curves:
            assert curve.bits[0] < 0 < curve.bits[-1]
        assert calibrated().name == "Small"
        assert {curve.kind for curve in calibrated().curves} == {"org", "work", "unknown"}

    def test_neither_order_nor_side_nor_repetition_matters(self) -> None:
        turned = [(en, zh) for zh, en in reversed(PAIRS)]
        again = nl.calibrate_encoder(Small(), [*turned, *PAIRS], kind="work")
        assert again.to_dict() == calibrated().to_dict()

    def test_each_text_is_encoded_once(self) -> None:
        encoder = Small()
        nl.calibrate_encoder(encoder, PAIRS * 2, kind="work")
        assert sorted(encoder.asked) == sorted({name for pair in PAIRS for name in pair})

    def test_curves_are_plain_data(self) -> None:
        plain = json.loads(json.dumps(calibrated().to_dict()))
        again = nl.CalibratedEncoder.from_dict(plain, Small())
        assert again.curves == calibrated().curves

    def test_a_kind_with_many_pairs_has_a_curve_of_its_own(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Names of bodies that the encoder cannot tell apart weigh little; works still do."""
        monkeypatch.setattr("namelink.encoding._OWN_PAIRS", 20)
        small = Small()
        han, latin = "东西南北上下", "bdglmt"
        bodies = [
            (f"{han[i]}{han[j]}{han[k]}大学", f"{latin[i]}o{latin[j]}o{latin[k]}o University")
            for i, j, k in product(range(6), repeat=3)
        ]
        named = {name for pair in bodies for name in pair}

        def blind(texts: Any, /) -> np.ndarray:
            told = small(texts)
            told[[text in named for text in texts]] = 1.0
            return told

        known = nl.calibrate_encoder(blind, [*bodies, *PAIRS])
        curves = {curve.kind.value: curve for curve in known.curves}
        # Some of the other names are taken for bodies too.
        assert curves["org"].bits[-1] < curves["work"].bits[-1] - 2

    @pytest.mark.parametrize("pairs", [PAIRS[:49], [("吴泳铭", "Wu Yongming")] * 80, []])
    def test_too_few_pairs_are_refused(self, pairs: list[tuple[str, str]]) -> None:
        with pytest.raises(nl.InvalidOptions, match="at least 50"):
            nl.calibrate_encoder(Small(), pairs, kind="work")

    def test_people_places_and_pairs_in_one_script_teach_nothing(self) -> None:
        for kind in ("person", "place"):
            with pytest.raises(nl.InvalidOptions, match="0 pairs are left"):
                nl.calibrate_encoder(Small(), PAIRS, kind=kind)
        with pytest.raises(nl.InvalidOptions, match="0 pairs are left"):
            nl.calibrate_encoder(Small(), [(zh, zh) for zh, _ in PAIRS])

    @pytest.mark.parametrize("pair", ["玄霜", ("玄霜",), ("玄霜", "Velquar", "x"), 3])
    def test_what_is_no_pair_is_told(self, pair: Any) -> None:
        with pytest.raises(nl.InvalidOptions, match="pair 2 is"):
            nl.calibrate_encoder(Small(), [PAIRS[0], pair])

    def test_what_is_no_name_is_told(self) -> None:
        with pytest.raises(nl.InvalidName):
            nl.calibrate_encoder(Small(), [("玄霜", None)])  # type: ignore[list-item]

    def test_zero_vectors_teach_nothing(self) -> None:
        with pytest.raises(nl.InvalidOptions, match=r"0 pairs .* vectors that are not zero"):
            nl.calibrate_encoder(lambda texts: [[0.0, 0.0]] * len(texts), PAIRS, kind="work")
        known = PAIRS[0][0]

        def mute(texts: Sequence[str]) -> Any:
            told = np.array(Small()(texts))
            told[[text == known for text in texts]] = 0.0
            return told

        without = nl.calibrate_encoder(Small(), PAIRS[1:], kind="work").curves
        assert nl.calibrate_encoder(mute, PAIRS, kind="work").curves == without

    @pytest.mark.parametrize("wrong", [None, 5, "usem3"])
    def test_what_is_no_encoder_is_told(self, wrong: Any) -> None:
        with pytest.raises(nl.InvalidOptions, match="give a function"):
            nl.calibrate_encoder(wrong, PAIRS)

    def test_a_wrong_result_is_told(self) -> None:
        with pytest.raises(nl.InvalidOptions, match="shape"):
            nl.calibrate_encoder(lambda texts: [1.0] * len(texts), PAIRS, kind="work")
