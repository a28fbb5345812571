"""Katakana to Hepburn."""

import pytest

from tools.build_japanese import stems
from tools.kana import morae


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        pair.split()
        for pair in (
            "シンゾウ shinzou, ハットリ hattori, リョウコ ryouko, ジュンイチ junichi, "
            "キッチョウ kitchou, ヤマダ yamada, フジイ fujii, チヅル chizuru, オオノ oono, "
            "ソーヤ sooya, ツッキ tsukki"
        ).split(", ")
    ],
)
def test_hepburn(kana: str, latin: str) -> None:
    assert "".join(morae(kana)) == latin


def test_what_is_no_katakana_has_no_morae() -> None:
    assert morae("山田") == morae("yamada") == ()


def test_adjectives_name_people() -> None:
    assert stems("tadashii") == ("tadashi",)
    assert "kiyoshi" in stems("kiyoi")
    assert stems("minoru") == ()
