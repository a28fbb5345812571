"""What is taken from a dictionary of English, and what is not."""

from pathlib import Path

import pytest

from tools.build_renderings import (
    LEVELS,
    Option,
    bare,
    explanations,
    is_spelled,
    kept,
    leveled,
    read_options,
)
from tools.fit_pairs import hashed
from tools.levels import lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"n. 灰, 灰烬\n[化] 灰分", ["灰", "灰烬", "灰分"]),
        ("a. 愤怒的, 狂怒的", ["愤怒", "狂怒"]),
        ("vt. 使毁灭; 使用", ["毁灭", "使用"]),
        ("n. （牙齿等的）壳, 外壳", ["壳", "外壳"]),
        ("n. 杰克（男子名）, 千斤顶", ["千斤顶"]),
        (r"n. 罩\n[网络] 胡德; 引擎盖", ["罩"]),
        ("[人名] 莎娜", []),
        ("abbr. 消防队", []),
        ("n. DOS内部命令, 一个很长很长的解释", []),
        ("n. 貝殼", ["贝壳"]),
        (r"adv. 飞快地\nn. 林荫地", ["飞快", "林荫地"]),
    ],
)
def test_explanations_are_single_words(text: str, words: list[str]) -> None:
    assert explanations(text) == words


def test_adjectives_and_causing_verbs_are_bared_and_single_characters_are_not() -> None:
    assert [bare(word) for word in ("的", "使", "使者", "我的")] == ["的", "使", "使者", "我"]


def test_frequent_single_words_in_lower_case_are_read(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    head = "word,definition,translation,bnc,frq"
    rows = [
        'ember,,"n. 余烬, 火烬",900,0',
        "Ember,,n. 恩伯,900,0",
        "zarf,,n. 杯托,0,0",
        "a b,,n. 甲乙,1,1",
    ]
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    assert list(read_options(path)) == [
        Option("余烬", "ember", "ember", later=False, rank=900),
        Option("火烬", "ember", "ember", later=True, rank=900),
    ]


def test_firsts_of_frequent_words_that_share_with_few_come_first() -> None:
    options = [
        Option("甲", "one", "one", later=False, rank=500),
        Option("甲", "two", "two", later=True, rank=40_000),
        Option("乙", "three", "three", later=False, rank=500),
        Option("乙", "threes", "three", later=True, rank=90_000),
    ]
    found = leveled(options)
    assert all(len(levels) == LEVELS for levels in found.values())
    assert found["乙"][0] == ["three"]
    place = {each: at for at, level in enumerate(found["甲"]) for each in level}
    assert place["one"] < place["two"]
    assert list(lines(found)) == sorted(lines(found))


def test_sounds_and_measured_names_are_left_out() -> None:
    options = [
        Option("深圳", "shenzhen", "shenzhen", later=False, rank=1),
        Option("苹果", "apple", "appl", later=False, rank=1),
        Option("囧囧国", "oddland", "oddland", later=False, rank=1),
        Option("梨", "pear", "pear", later=False, rank=1),
    ]
    assert is_spelled("深圳", "shenzhen")
    assert [each.word for each in kept(options, set())] == ["apple", "oddland", "pear"]
    listed = {hashed("囧囧国"), hashed("苹果")}
    # An ordinary word stays, unless it is listed with this very rendering.
    assert [each.word for each in kept(options, listed)] == ["apple", "pear"]
    assert [each.word for each in kept(options, listed | {hashed("apple")})] == ["pear"]
    sound = [Option("马奥尼", "mahoney", "mahoney", later=False, rank=1)]
    assert [each.word for each in kept(sound, set())] == ["mahoney"]
    assert not list(kept(sound, {hashed("mahoney")}))
