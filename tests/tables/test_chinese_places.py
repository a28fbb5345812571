"""Places of China: pypinyin reads what the table says."""

from pypinyin import lazy_pinyin

from namelink.tables.chinese_places import chinese_places, place_spellings
from namelink.text.variants import fold_han


def test_the_pinyin_is_that_of_pypinyin() -> None:
    said = {han: "".join(lazy_pinyin(han)).replace("ü", "v") for han in chinese_places()}
    assert said == chinese_places()


def test_keys_are_folded() -> None:
    assert all("".join(map(fold_han, han)) == han for han in chinese_places())


def test_provinces_and_large_cities_are_there() -> None:
    assert {"北京", "上海", "广东", "深圳", "台北"} <= chinese_places().keys()
    assert {"guangdong", "shenzhen"} <= place_spellings()
