"""Features by which names that may match find each other."""

import pytest

from namelink.model.kinds import Kind
from namelink.readings.retrieval import features
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
        assert all(0.0 < weight <= 1.0 for weight in features(form(name)).values())


@pytest.mark.parametrize("name", ["", "?!", "·"])
def test_a_name_without_letters_has_no_features(name: str) -> None:
    assert features(form(name)) == {}
