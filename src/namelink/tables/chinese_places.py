"""Provinces, prefectures and cities of China.

>>> chinese_places()["深圳"], "shenzhen" in place_spellings()
('shenzhen', True)
"""

from functools import cache

from namelink.tables.loader import rows


@cache
def chinese_places() -> dict[str, str]:
    """Pinyin of each place, solid, by its short name in simplified characters."""
    return {row["han"]: row["pinyin"] for row in rows("chinese_places")}


@cache
def place_spellings() -> frozenset[str]:
    """Pinyin of provinces and prefectures; that of a small city is a trade name as often."""
    return frozenset(row["pinyin"] for row in rows("chinese_places") if row["level"] != "city")
