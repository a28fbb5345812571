"""Packs: what of a gloss is a name, and that what is written can be read."""

import zipfile
from pathlib import Path

import pytest

from namelink.io.aliases import read_alias_files
from tools.build_pack import (
    dictionary_rows,
    names_of,
    person_rows,
    read_dictionary,
    read_persons,
    write,
)


@pytest.mark.parametrize(
    ("han", "senses", "names"),
    [
        ("蒙得维的亚", "Montevideo, capital of Uruguay/", [("Montevideo",)]),
        ("丹布朗", "Dan Brown (American novelist)/", [("Dan Brown",)]),
        ("佛山", "Foshan prefecture-level city in Guangdong/", [("Foshan",)]),
        ("建宁", "Jianning county in Sanming 三明[San1 ming2], Fujian/", [("Jianning",)]),
        ("建宁县", "Jianning county in Sanming 三明[San1 ming2], Fujian/", [("Jianning county",)]),
        ("仁爱", "Ren'ai or Jenai District of Keelung City/", [("Ren'ai", "Jenai")]),
        ("尼德兰", "the Netherlands/", [("Netherlands",)]),
        ("黄埔", "Huangpu District, Guangzhou/Whampoa (old)/", [("Huangpu",), ("Whampoa",)]),
        (
            "上汽",
            "abbr. for 上海汽車工業|上海汽车工业, Shanghai Automotive Industry Corp. (SAIC)/",
            [("Shanghai Automotive Industry Corp", "SAIC")],
        ),
        ("独联体", "Commonwealth of Independent States/abbr. for 獨立國家聯合體/",
         [("Commonwealth of Independent States",)]),
        ("欧阳", "surname Ouyang/", []),
        ("浙江", "see 浙江省[Zhe4 jiang1 Sheng3]/", []),
        ("澳洲", "abbr. for Australia 澳大利亞|澳大利亚[Ao4 da4 li4 ya4]/", []),
        ("台湾紫啸鸫", "(bird species of China) Taiwan whistling thrush (Myophonus)/", []),
        ("老美", "(coll.) an American/person from the United States/", []),
        ("苏格兰牧羊犬", "Scotch collie/rough collie/", []),
    ],
)  # fmt: skip
def test_names_of_a_gloss(han: str, senses: str, names: list[tuple[str, ...]]) -> None:
    assert names_of(han, senses) == names


def test_only_proper_nouns_of_two_characters_or_more_are_taken() -> None:
    lines = [
        "# a remark",
        "馬 马 [Ma3] /surname Ma/abbr. for Malaysia/",
        "京 京 [Jing1] /Beijing/",
        "銀行 银行 [yin2 hang2] /Bank/",
        "華沙 华沙 [Hua2 sha1] /Warsaw, capital of Poland/\r",
    ]
    assert list(dictionary_rows(lines)) == [("华沙", "Warsaw")]


def test_name_parts_with_both_scripts_are_taken() -> None:
    lines = ["aaron, aron, 亞倫, 亚伦, 亚 => Q7427", "ovsei, овсей => Q1", "王, wang => Q2"]
    assert list(person_rows(lines)) == [("亚伦", "aaron|aron")]


def test_a_pack_is_an_alias_file_with_its_notice(tmp_path: Path) -> None:
    out = tmp_path / "pack.tsv"
    assert write("cedict", [("华沙", "Warsaw"), ("华沙", "Warsaw")], "2023-11-07", out) == 1
    assert read_alias_files([out]).groups == (("华沙", "Warsaw"),)
    head = [line for line in out.read_text().splitlines() if line.startswith("# ")]
    assert any("CC BY-SA 4.0" in line for line in head)
    assert any("CC-CEDICT" in line for line in head)


def test_the_installed_dictionary_gives_well_known_names() -> None:
    rows = dict(dictionary_rows(read_dictionary()))
    assert len(rows) > 10_000
    wanted = {"特朗普": "Trump", "华沙": "Warsaw", "百度": "Baidu"}
    assert {han: rows[han] for han in wanted if wanted[han] not in rows[han]} == {}


def test_rigour_is_read_from_wheel_folder_or_file(tmp_path: Path) -> None:
    file = tmp_path / "rigour" / "data" / "names" / "persons.txt"
    file.parent.mkdir(parents=True)
    file.write_text("aaron, 亚伦 => Q1\n")
    wheel = tmp_path / "rigour-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.write(file, "rigour/data/names/persons.txt")
    for path in (wheel, tmp_path, tmp_path / "rigour", file):
        assert read_persons(path) == ["aaron, 亚伦 => Q1"]
    with zipfile.ZipFile(wheel, "w"):
        pass
    for path in (wheel, tmp_path / "nowhere"):
        with pytest.raises(SystemExit, match=r"there is no rigour/data/names/persons\.txt"):
            read_persons(path)
