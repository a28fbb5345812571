"""Features by which names that may match find each other."""

import pytest

from namelink.model.kinds import Kind
from namelink.readings.retrieval import features, weighed
from namelink.tables.feature_factors import feature_factors
from tests.readings.batches import form


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("吴泳铭", "Wu Yongming"),
        ("吴泳铭", "WU Yung-ming"),
        ("吴泳铭", "Y. M. Wu"),
        ("吳泳銘", "吴泳铭"),
        ("中国银行", "Bank of China"),
        ("快乐马", "HappyHorse"),
        ("特朗普", "Trump"),
        ("比亚迪", "BYD"),
        ("通义实验室", "Tongyi Lab"),
        ("吕布", "Lyu Bu"),
        ("型号7", "Model 7"),
    ],
)
def test_names_of_one_entity_share_features(left: str, right: str) -> None:
    shared = features(form(left, Kind.UNKNOWN)).keys() & features(form(right, Kind.UNKNOWN)).keys()
    assert shared


def test_weights_are_shares() -> None:
    for name in ("吴泳铭", "Bank of China", "阿里AI核心事业群", "特朗普"):
        found = features(form(name))
        # That it is a body's name counts for more than one word of it.
        found.pop("c:body", None)
        assert all(0.0 < weight <= 1.0 for weight in found.values())


@pytest.mark.parametrize(
    ("name", "feature"),
    [
        ("东岳集团有限公司", "s:gong"),
        ("东岳集团有限公司", "n:ji tuan"),
        ("Lee Kum Kee Holdings Ltd", "k:ol"),
    ],
)
def test_forms_of_bodies_have_no_sound(name: str, feature: str) -> None:
    assert feature not in features(form(name, Kind.UNKNOWN))
    assert features(form(name, Kind.UNKNOWN)).keys() & {"w:hold", "w:group"}


def test_a_form_alone_is_heard() -> None:
    assert "s:gong" in features(form("公司", Kind.UNKNOWN))


@pytest.mark.parametrize(
    ("left", "right"),
    [("東方紅集團有限公司", "EAST INTL HLDGS"), ("李錦記", "LEE KUM KEE HLDGS LTD")],
)
def test_short_words_and_forms_hide_nothing(left: str, right: str) -> None:
    mine, theirs = (features(form(name, Kind.UNKNOWN)) for name in (left, right))
    assert {key for key in mine.keys() & theirs.keys() if key[0] in "wp"}


def test_bodies_share_that_they_are() -> None:
    names = ("恒生银行有限公司", "Hang Seng Bank Limited")
    shared = [features(form(name, Kind.UNKNOWN)) for name in names]
    assert all("c:body" in found for found in shared)
    assert "c:body" not in features(form("吴泳铭", Kind.UNKNOWN))


@pytest.mark.parametrize("name", ["", "?!", "·"])
def test_a_name_without_letters_has_no_features(name: str) -> None:
    assert features(form(name)) == {}


@pytest.mark.parametrize(
    "name", ["吴泳铭", "钢铁侠", "Iron Man", "Bank of China", "阿里AI核心事业群"]
)
def test_what_is_asked_for_is_what_is_found_by(name: str) -> None:
    plain = features(form(name))
    asked = weighed(form(name), plain)
    assert list(asked) == list(plain)
    assert all(weight > 0 for weight in asked.values())


def test_a_title_asks_for_words_rather_than_sounds_and_a_person_the_other_way() -> None:
    def gain(kind: Kind, sort: str) -> float:
        one = form("钢铁侠", kind)
        plain = features(one)
        asked = weighed(one, plain)
        mine = [feature for feature in plain if feature.startswith(f"{sort}:")]
        return sum(asked[each] for each in mine) / sum(plain[each] for each in mine)

    assert gain(Kind.WORK, "w") > gain(Kind.PERSON, "w")
    assert gain(Kind.WORK, "s") < gain(Kind.PERSON, "s")
    assert gain(Kind.WORK, "w") > gain(Kind.WORK, "s")


def test_the_table_weighs_only_sorts_that_names_have() -> None:
    names = (
        "吴泳铭",
        "北京大学",
        "特朗普",
        "安倍晋三",
        "钢铁侠 3",
        "WU Yung-ming",
        "Ieyasu Oda",
        "BYD Ltd.",
        "华为技术有限公司",
    )
    sorts = {
        feature.partition(":")[0]
        for name in names
        for kind in (Kind.PERSON, Kind.ORG)
        for feature in features(form(name, kind))
    }
    for script in ("han", "latin"):
        assert set(feature_factors(script)) <= sorts
