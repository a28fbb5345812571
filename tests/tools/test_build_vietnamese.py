"""The table of Vietnamese readings, from a few lines of Unihan."""

from pathlib import Path

from tools import build_vietnamese as tool


def test_readings_lose_their_marks_and_gain_those_of_the_south(tmp_path: Path) -> None:
    (tmp_path / "Unihan_Readings.txt").write_text(
        "U+798F\tkVietnamese\tphúc\nU+9EC3\tkVietnamese\thoàng\nU+5FB7\tkVietnamese\tđức\n",
        encoding="utf-8",
    )
    found = tool.given(tmp_path)
    assert found["福"] == ["phuc", "phuoc"]
    assert found["德"] == ["duc"]
    assert set(found["黄"]) == {"hoang", "huynh"}


def test_every_character_by_hand_stands_alone_with_plain_letters() -> None:
    for text in (tool.SURNAMES, tool.FURTHER):
        for char, readings in tool.listed(text).items():
            assert len(char) == 1
            assert readings
            assert all(each.isascii() and each.isalpha() for each in readings)
