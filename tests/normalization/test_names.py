"""From raw strings to names: text, kind, parts, variants, trail."""

import pytest

from namelink.errors import InvalidName
from namelink.model.kinds import Kind, Script
from namelink.normalization.names import normalize


def parts(text: str, kind: Kind = Kind.UNKNOWN) -> list[tuple[str, str]]:
    return [(part.text, part.role.value) for part in normalize(text, kind=kind).parts]


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("吴泳铭", "吴", "泳铭"),
        ("吳泳銘", "吳", "泳銘"),
        ("马云", "马", "云"),
        ("欧阳娜娜", "欧阳", "娜娜"),
        ("歐陽娜娜", "歐陽", "娜娜"),
        ("司马光", "司马", "光"),
        ("诸葛亮", "诸葛", "亮"),
        ("令狐冲", "令狐", "冲"),
        ("陈冯富珍", "陈冯", "富珍"),
        ("曾国藩", "曾", "国藩"),
    ],
)
def test_chinese_people_are_surname_and_given_name(name: str, surname: str, given: str) -> None:
    assert parts(name, Kind.PERSON) == [(surname, "surname"), (given, "given")]


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Wu Yongming", "Wu"),
        ("Yongming Wu", "Wu"),
        ("WU Yongming", "WU"),
        ("Yongming WU", "WU"),
        ("Eddie Wu", "Wu"),
        ("Jack Ma", "Ma"),
        ("Ouyang Nana", "Ouyang"),
        ("Donald Trump", "Trump"),
        ("Xu Zhimo", "Xu"),
    ],
)
def test_latin_people_have_their_surname_at_either_end(name: str, surname: str) -> None:
    assert (surname, "surname") in parts(name, Kind.PERSON)


def test_the_last_part_of_a_dotted_name_is_the_surname() -> None:
    assert parts("唐纳德·约翰·特朗普", Kind.PERSON) == [
        ("唐纳德", "given"),
        ("约翰", "given"),
        ("特朗普", "surname"),
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("吴泳铭先生", "先生"),
        ("张迪教授", "教授"),
        ("Dr. Wu Yongming", "Dr"),
        ("Prof Zhang Di", "Prof"),
    ],
)
def test_titles_stand_apart(name: str, title: str) -> None:
    assert (title, "title") in parts(name, Kind.PERSON)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("阿里巴巴有限公司", "有限公司"),
        ("华为技术股份有限公司", "股份有限公司"),
        ("Huawei Technologies Co., Ltd.", "Ltd"),
        ("Acme Inc", "Inc"),
        ("Acme GmbH", "GmbH"),
        ("Acme AG", "AG"),
        ("Acme S.p.A.", "S.p.A."),
    ],
)
def test_legal_forms_are_found(name: str, form: str) -> None:
    assert (form, "legal_form") in parts(name, Kind.ORG)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("吴泳铭", Kind.PERSON),
        ("欧阳娜娜", Kind.PERSON),
        ("Wu Yongming", Kind.PERSON),
        ("Eddie Wu", Kind.PERSON),
        ("中国农业银行", Kind.ORG),
        ("北京三快科技有限公司", Kind.ORG),
        ("Agricultural Bank of China", Kind.ORG),
        ("Huawei Technologies Co., Ltd.", Kind.ORG),
        ("西湖区", Kind.PLACE),
        ("Yangtze River", Kind.PLACE),
    ],
)
def test_kinds_of_plain_cases(name: str, kind: Kind) -> None:
    assert normalize(name).kind is kind


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.UNKNOWN])
def test_a_kind_that_is_given_is_certain(kind: Kind) -> None:
    name = normalize("吴泳铭", kind=kind)
    assert name.kind is kind
    assert dict(name.kinds)[kind] == 1.0


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Wu2 Yong3ming2", "Wu Yongming"),
        ("lü3 bu4", "lü bu"),
        ("lu:3 bu4", "lü bu"),
        ("Xi1 An1", "Xi An"),
        ("Windows3 Office2", "Windows3 Office2"),
        ("Wu2", "Wu2"),
        ("Model3 X5", "Model3 X5"),
    ],
)
def test_tone_numbers_go_only_where_all_runs_are_syllables(raw: str, text: str) -> None:
    assert normalize(raw).text == text


def test_the_steps_are_told() -> None:
    name = normalize("Ｗｕ2\u200b Yong3ming2")  # noqa: RUF001
    assert [step.action for step in name.trail] == ["invisible", "width", "tone_numbers"]


@pytest.mark.parametrize(
    ("raw", "han", "latin"),
    [
        ("马云 Jack Ma", "马云", "Jack Ma"),
        ("Jack Ma 马云", "马云", "Jack Ma"),
        ("马云 (Jack Ma)", "马云", "Jack Ma"),
        ("Jack Ma（马云）", "马云", "Jack Ma"),
        ("阿里巴巴/Alibaba", "阿里巴巴", "Alibaba"),
    ],
)
def test_two_scripts_set_apart_are_two_variants(raw: str, han: str, latin: str) -> None:
    assert [variant.text for variant in normalize(raw).variants] == [han, latin]
    assert [variant.script for variant in normalize(raw).variants] == [Script.HAN, Script.LATIN]


@pytest.mark.parametrize("raw", ["阿里AI核心事业群", "T台", "马云", "Jack Ma", "卡拉OK"])
def test_one_name_has_no_variants(raw: str) -> None:
    assert normalize(raw).variants == ()


@pytest.mark.parametrize("wrong", [None, 7, b"Wu", ["Wu"]])
def test_a_name_is_a_string(wrong: object) -> None:
    with pytest.raises(InvalidName, match="a name is a string"):
        normalize(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["John F. Kennedy", "Michael J. Fox", "T. S. Garp"])
def test_initials_are_those_of_a_person(name: str) -> None:
    assert normalize(name).kind is Kind.PERSON


@pytest.mark.parametrize("name", ["Renai W. Ln.", "S.F. Holding Group", "S.S. Company"])
def test_other_letters_with_dots_are_none(name: str) -> None:
    assert normalize(name).kind is not Kind.PERSON


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Li Xiaolong a.k.a. Bruce Lee", ["Li Xiaolong", "Bruce Lee"]),
        ("Li Xiaolong (alias Bruce Lee)", ["Li Xiaolong", "Bruce Lee"]),
        ("周树人，又名周豫才", ["周树人", "周豫才"]),
        ("Alias Smith and Jones", []),
        ("原名", []),
    ],
)
def test_names_that_are_said_to_be_of_one_bearer_are_variants(text: str, names: list[str]) -> None:
    assert [variant.text for variant in normalize(text).variants] == names
