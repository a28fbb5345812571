"""Names of countries and cities from CLDR: facts, form, and what they do to a comparison."""

import re

import pytest

from namelink.linker import compare
from namelink.model.kinds import Kind
from namelink.normalization.names import normalize
from namelink.tables.lexicon import place_names
from namelink.tables.loader import rows
from namelink.text.variants import fold_han

NAMES = {row["han"]: row["english"].split("|") for row in rows("exonyms")}


@pytest.mark.parametrize(
    ("han", "english"),
    [
        ("德国", "germany"),
        ("德国", "german"),
        ("德意志", "german"),
        ("北韩", "north korea"),
        ("朝鲜", "north korea"),
        ("大韩民国", "republic of korea"),
        ("象牙海岸", "ivory coast"),
        ("寮国", "laos"),
        ("老挝", "laos"),
        ("黑山", "montenegro"),
        ("缅甸", "burma"),
        ("檀香山", "honolulu"),
        ("伯斯", "perth"),
        ("珀斯", "perth"),
        ("圣卢西亚", "saint lucia"),
        ("苏格兰", "scotland"),
    ],
)
def test_mainland_taiwan_and_hong_kong_names_are_there(han: str, english: str) -> None:
    assert english in NAMES[han]


def test_rows_are_folded() -> None:
    for han, english in NAMES.items():
        assert "".join(map(fold_han, han)) == han
        assert all(re.fullmatch(r"[a-z0-9' ]+", name) for name in english), (han, english)


@pytest.mark.parametrize(
    ("han", "english", "other"),
    [
        ("乌干达", "Uganda", "Rwanda"),
        ("比利时", "Belgium", "Uganda"),
        ("索马里", "Somalia", "Mali"),
        ("斯威士兰", "Eswatini", "Switzerland"),
        ("立陶宛共和国", "Republic of Lithuania", "Republic of Latvia"),
        ("希腊共和国", "Hellenic Republic", "Republic of Honduras"),
    ],
)
def test_a_country_is_no_other_country(han: str, english: str, other: str) -> None:
    assert compare(han, english).verdict == "match"
    assert compare(han, english).bits > compare(han, other).bits
    assert compare(han, other).verdict != "match"


def test_a_part_of_both_names_still_stands() -> None:
    assert "guinea" in place_names()["几内亚"]
    assert compare("赤道几内亚", "Equatorial Guinea").verdict == "match"
    assert compare("赤道几内亚", "Guinea", kind="place").bits > 0


@pytest.mark.parametrize(
    "name",
    ["大韩民国", "德意志联邦共和国", "丹麦王国", "卢森堡大公国", "Federal Republic of Germany",
     "Kingdom of Denmark", "Republic of Honduras"],
)  # fmt: skip
def test_formal_names_of_states_are_places(name: str) -> None:
    assert normalize(name).kind is Kind.PLACE


def test_a_short_country_inside_a_name_is_none() -> None:
    assert compare("马里奥", "Mario").bits > compare("马里奥", "Mali").bits
