"""The table of Gwoyeu Romatzyh is what its tool writes, and holds facts about the system."""

from importlib.resources import files

import pytest

from namelink.tables.syllables import GWOYEU, gwoyeu, segmentations, syllables_of
from tools import build_gwoyeu


def test_the_table_is_rebuilt_to_the_letter(capsys: pytest.CaptureFixture[str]) -> None:
    build_gwoyeu.main()
    table = (files("namelink.tables") / "data" / "gwoyeu.tsv").read_text("utf-8")
    assert capsys.readouterr().out == table


# From descriptions of the system (its own name is gwo yeu luo maa tzyh) and from names in print:
# Chern, Jaushieh, Shyu, Chyi, Jyh, Shiow, Yeong.
@pytest.mark.parametrize(
    ("syllable", "spelling"),
    list(
        zip(
            "guo2 yu3 luo2 ma3 zi4 chen2 zhao1 xie4 xu2 qi2 zhi4 xiu4 yong3 ming2 ming4 ma1 wang3 "
            "you3 wei3 quan2 hong2 huang2 er2 an4 xian3 liang3 jun4 zong1 ting2 yin3 bao3".split(),
            "gwo yeu luo maa tzyh chern jau shieh shyu chyi jyh shiow yeong ming minq mha woang "
            "yeou woei chyuan horng hwang erl ann shean leang jiunn tzong tyng yiin bao".split(),
            strict=True,
        )
    ),
)
def test_spellings_in_print(syllable: str, spelling: str) -> None:
    assert gwoyeu()[syllable] == (spelling,)


def test_the_spelling_tells_the_syllable_and_mostly_the_tone() -> None:
    # The system was made so that no two toned syllables are spelled alike; where pinyin's rarest
    # syllables meet (lo and luo), they may.
    forms = [forms[0] for forms in gwoyeu().values()]
    assert len(set(forms)) > 0.95 * len(forms)
    assert all(form.isascii() and form.isalpha() for form in forms)
    assert all(len(own) <= 2 for own in syllables_of(GWOYEU).values())


def test_solid_spellings_are_cut() -> None:
    assert ("jau", "shieh") in segmentations("jaushieh", GWOYEU)
