"""The cut of a text into atoms."""

import pytest

from namelink.text.atoms import atoms


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("吴泳铭", ["吴", "泳", "铭"]),
        ("吳泳銘", ["吴", "泳", "铭"]),
        ("Wu Yong-ming", ["wu", "yong", "ming"]),
        ("Xi'an", ["xian"]),
        ("O'Neill", ["oneill"]),
        ("Alibaba's Lab", ["alibaba", "lab"]),
        ("HappyHorse", ["happy", "horse"]),
        ("iPhone 15", ["i", "phone", "15"]),
        ("KFC", ["kfc"]),
        ("阿里AI", ["阿", "里", "ai"]),
        ("第007中", ["第", "7", "中"]),
        ("1,000", ["1000"]),
        ("0", ["0"]),
        ("Lü Łódź", ["lu", "lodz"]),
        ("𠮷野", ["𠮷", "野"]),
        ("佐々木", ["佐", "々", "木"]),
        ("김정은", ["김정은"]),
        ("Жуков", ["жуков"]),
        ("?!", []),
        ("", []),
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert [atom.key for atom in atoms(text)] == keys


def test_shapes_capitals_and_gaps() -> None:
    found = atoms("阿里AI-2 Жук")
    assert [atom.shape for atom in found] == ["han", "han", "latin", "number", "other"]
    assert [atom.upper for atom in found] == [False, False, True, False, False]
    assert [atom.apart for atom in found] == [True, False, False, True, True]


def test_spans_point_into_the_text() -> None:
    text = "X (Wu, 吴)"
    assert [text[atom.start : atom.end] for atom in atoms(text)] == ["X", "Wu", "吴"]


def test_a_possessive_belongs_to_the_span_of_its_word() -> None:
    text = "Alibaba's Lab"
    first = atoms(text)[0]
    assert text[first.start : first.end] in ("Alibaba", "Alibaba's")
