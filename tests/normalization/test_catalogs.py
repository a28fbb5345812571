"""What catalogs put beside a person's name."""

import pytest

import namelink as nl
from namelink.normalization.catalogs import without_catalog
from namelink.normalization.names import normalize
from namelink.tables.loader import rows
from namelink.text.variants import fold_han


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Steinbeck, John, 1902-1968", "Steinbeck, John"),
        ("Lu, Yao, 1949-1992.", "Lu, Yao"),
        ("Yu, Hua, 1960-", "Yu, Hua"),
        ("Yu Hua (b. 1960)", "Yu Hua"),
        ("Plato, ca. 427-347 B.C.", "Plato"),
        ("路遥 (1949-1992)", "路遥"),
        ("路遥(1949年12月2日-1992年11月17日)", "路遥"),
        ("(美)斯坦贝克", "斯坦贝克"),
        ("[美] 爱默生", "爱默生"),
        ("(漢)司馬遷 撰", "司馬遷"),
        ("Yu, Hua, author.", "Yu, Hua"),
        ("张敏 (女)", "张敏"),
        ("马凯(女,回族)", "马凯"),
        ("Zhang Min (female)", "Zhang Min"),
        ("Wang Xiaoming, Ph.D.", "Wang Xiaoming"),
        ("Wang Xiaoming, M.D.", "Wang Xiaoming"),
        ("Li, M.D.", "Li, M.D."),
        ("Li Min (Beijing)", "Li Min (Beijing)"),
        # No life is so short or so long, and no country has that name.
        ("World War, 1914-1918", "World War, 1914-1918"),
        ("Lu, Yao, 1881-2036", "Lu, Yao, 1881-2036"),
        ("(大)斯坦贝克", "(大)斯坦贝克"),
        ("Louis XIV", "Louis XIV"),
        ("1984", "1984"),
    ],
)
def test_what_catalogs_put_beside_a_name_goes(heading: str, name: str) -> None:
    assert without_catalog(heading) == name
    assert without_catalog(name) == name


@pytest.mark.parametrize(
    "text", ["中国通史(1840-1919)", "Sony Corp, 1946-", "抗日战争, 1931-1945"]
)
def test_works_and_bodies_keep_their_years(text: str) -> None:
    assert normalize(text).text == text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[美]斯坦贝克", "John Steinbeck"),
        ("(清)吴敬梓", "Wu, Jingzi, 1701-1754"),
        ("路遥", "Lu, Yao, 1949-1992"),
        ("斯坦贝克 著", "Steinbeck, John, 1902-1968"),
    ],
)
def test_headings_match_plain_names(left: str, right: str) -> None:
    assert nl.compare(left, right).verdict == "match"
    assert nl.compare(left, right).evidence != ()


def test_the_trail_says_what_went() -> None:
    assert [step.action for step in normalize("Yu, Hua, 1960-").trail] == ["catalog"]


def test_the_marks_are_simplified_and_listed_once() -> None:
    marks = [row["mark"] for row in rows("catalog_marks")]
    assert len(set(marks)) == len(marks)
    assert [fold_han(mark) for mark in marks] == marks
