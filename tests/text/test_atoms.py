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
        ("JDSports", ["jd", "sports"]),
        ("BMWs", ["bmws"]),
        ("PhD", ["phd"]),
        ("iPhone 15", ["i", "phone", "15"]),
        ("KFC", ["kfc"]),
        ("阿里AI", ["阿", "里", "ai"]),
        ("第007中", ["第", "7", "中"]),
        ("1,000", ["1000"]),
        ("0", ["0"]),
        ("Lü Łódź", ["lu", "lodz"]),
        ("𠮷野", ["吉", "野"]),
        ("佐々木", ["佐", "々", "木"]),
        ("김정은", ["김정은"]),
        ("Жуков", ["жуков"]),
        ("亨利八世", ["亨", "利", "8"]),
        ("若望二十三世", ["若", "望", "23"]),
        ("路易十四", ["路", "易", "14"]),
        ("Louis XIV", ["louis", "14"]),
        ("Henry V", ["henry", "5"]),
        ("Final Fantasy VII Remake", ["final", "fantasy", "7", "remake"]),
        ("最终幻想VII", ["最", "终", "幻", "想", "7"]),
        ("二十一世纪", ["二", "十", "一", "世", "纪"]),
        ("第十二中学", ["第", "十", "二", "中", "学"]),
        ("山本五十六", ["山", "本", "五", "十", "六"]),
        ("XI Jinping", ["xi", "jinping"]),
        ("Jinping XI", ["jinping", "xi"]),
        ("Malcolm X", ["malcolm", "x"]),
        ("Chan I", ["chan", "i"]),
        ("VIXX", ["vixx"]),
        ("HappyHorse GmbH", ["happy", "horse", "gmbh"]),
        ("Fiat S.p.A.", ["fiat", "spa"]),
        ("Gorenje d.o.o, Velenje", ["gorenje", "doo", "velenje"]),
        # Two letters may be anybody's, and so may three that are no legal form.
        ("Gogol N.V.", ["gogol", "n", "v"]),
        ("J.R.R. Tolkien", ["j", "r", "r", "tolkien"]),
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


# X may be an initial, and XI is a surname.
@pytest.mark.parametrize("number", [*range(2, 10), *range(12, 40)])
def test_kings_are_counted_alike_in_both_scripts(number: int) -> None:
    tens, ones = divmod(number, 10)
    han = ("", "十", "二十", "三十")[tens] + "零一二三四五六七八九"[ones].replace("零", "")
    roman = "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    found = [atoms(f"路易{han}世")[-1], atoms(f"Louis {roman}")[-1]]
    assert [(atom.key, atom.shape) for atom in found] == [(str(number), "number")] * 2


@pytest.mark.parametrize(
    ("text", "shape"),
    [("Elizabeth I", "number"), ("John Paul I", "number"), ("Chang I", "latin"), ("I", "latin")],
)
def test_a_last_i_is_a_number_after_a_given_name(text: str, shape: str) -> None:
    last = atoms(text)[-1]
    assert (last.key, last.shape) == ("1" if shape == "number" else "i", shape)


def test_spans_point_into_the_text() -> None:
    text = "X (Wu, 吴)"
    assert [text[atom.start : atom.end] for atom in atoms(text)] == ["X", "Wu", "吴"]


def test_a_possessive_belongs_to_the_span_of_its_word() -> None:
    text = "Alibaba's Lab"
    first = atoms(text)[0]
    assert text[first.start : first.end] in ("Alibaba", "Alibaba's")
