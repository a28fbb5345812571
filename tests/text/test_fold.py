"""Folding of Latin letters and of Han characters."""

from pathlib import Path

import pytest

from namelink.tables import loader
from namelink.text.fold import fold_latin
from namelink.text.variants import fold_han


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Wú Yǒngmíng", "wu yongming"),
        ("LÜ", "lu"),
        ("Straße", "strasse"),
        ("Ørsted", "orsted"),
        ("Æthelred", "aethelred"),
        ("Đặng", "dang"),
        ("İstanbul", "istanbul"),
        ("吴", "吴"),
        ("", ""),
    ],
)
def test_latin(text: str, folded: str) -> None:
    assert fold_latin(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("習近平", "习近平"),
        ("吳泳銘", "吴泳铭"),
        ("歐陽", "欧阳"),
        ("發髮", "发发"),
        ("鍾锺钟", "钟钟钟"),
        ("沢辺桜", "泽边樱"),
        ("Wu 吳", "Wu 吴"),
    ],
)
def test_han(text: str, folded: str) -> None:
    assert fold_han(text) == folded


def test_han_folds_as_opencc_does_character_by_character() -> None:
    """The installed package is the oracle, whichever of the two, but for our own variants.

    What it converts is converted again: 薴 is 苧, and 苧 is 苎.
    """
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    own = {row["variant"] for row in loader.rows("name_variants")}
    checked = 0
    for code in range(0x4E00, 0xA000):
        chain = [chr(code)]
        while len(simple := convert(chain[-1])) == 1 and simple not in chain:
            chain.append(simple)
        if own.isdisjoint(chain):
            assert fold_han(chain[0]) == chain[-1], chain
            checked += 1
    assert checked > 20_000


def test_our_variants_fold_to_their_base() -> None:
    for row in loader.rows("name_variants"):
        assert fold_han(row["variant"]) == fold_han(row["base"]) == row["base"]


def test_opencc_is_asked_in_the_one_way_that_both_packages_understand() -> None:
    """`opencc` and `opencc-python-reimplemented` share a bare configuration name and `convert`."""
    from opencc import OpenCC

    converter = OpenCC("t2s")
    assert converter.convert("習") == "习"
    source = Path(loader.__file__).parents[1] / "text" / "variants.py"
    assert 'OpenCC("t2s").convert' in source.read_text(encoding="utf-8")
