"""The table of syllables is what its tool writes, and holds facts about each system."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from namelink.tables.syllables import spellings_of, syllables_of

TOOL = Path(__file__).parents[2] / "tools" / "build_syllables.py"


def test_the_table_is_rebuilt_to_the_letter() -> None:
    written = subprocess.run(
        [sys.executable, str(TOOL)], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert written == (files("namelink.tables") / "data" / "syllables.tsv").read_text("utf-8")


# Spellings in print: Mao Tse-tung, Chiang Kai-shek's Chiang, Hsinchu, Teng Hsiao-ping,
# Sun Yat-sen's Kuomintang (Wade-Giles); Cijin and Sinbei (Tongyong); Jhongsiao Road.
@pytest.mark.parametrize(
    ("system", "syllable", "spelling"),
    [
        ("wade-giles", "ze", "tse"),
        ("wade-giles", "dong", "tung"),
        ("wade-giles", "jiang", "chiang"),
        ("wade-giles", "xin", "hsin"),
        ("wade-giles", "deng", "teng"),
        ("wade-giles", "guo", "kuo"),
        ("wade-giles", "ren", "jen"),
        ("wade-giles", "zhi", "chih"),
        ("tongyong", "qi", "ci"),
        ("tongyong", "xin", "sin"),
        ("tongyong", "zhong", "jhong"),
        ("tongyong", "xiao", "siao"),
        ("pinyin", "lv", "lyu"),
        ("pinyin", "lv", "lu"),
        ("pinyin", "nve", "nue"),
    ],
)
def test_spellings_in_print(system: str, syllable: str, spelling: str) -> None:
    assert spelling in spellings_of(system)[syllable]


def test_every_system_spells_every_syllable() -> None:
    inventory = set(spellings_of("pinyin"))
    assert 400 <= len(inventory) <= 415
    for system in ("wade-giles", "tongyong", "mps2"):
        assert set(spellings_of(system)) == inventory
        assert {s for own in syllables_of(system).values() for s in own} == inventory
