"""Write ``chinese_places.tsv``: provinces, prefectures and cities of China, by their short names.

Reads ``adcodes.csv`` of the package cpca (MIT), the divisions of the mainland by their codes:
provinces and prefectures, and the cities of the level below, which many companies begin with.
Counties and cities of Taiwan are written here by hand from general knowledge.

Usage: python -m tools.build_chinese_places ADCODES.csv --date 2026-11-27
       > src/namelink/tables/data/chinese_places.tsv
"""

from __future__ import annotations

import argparse
import csv
import re
from pathlib import Path

TAIWAN = (
    "台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 苗栗 彰化 南投 云林 屏东 宜兰 花莲 台东 澎湖"
)
# Known as something else first (阿里巴巴, 东方航空).
ELSE = frozenset("阿里 东方".split())
# What follows the short name: the level, and in autonomous areas the peoples that live there.
_PEOPLES = (
    "壮 回 维吾尔 藏 蒙古 朝鲜 土家 苗 彝 白 傣 景颇 傈僳 哈尼 羌 布依 侗 哈萨克 柯尔克孜".split()
)
_LEVEL = re.compile(
    rf"(?:(?:{'|'.join(f'{name}族?' for name in _PEOPLES)})+自治[区州]"
    "|特别行政区|自治区|地区|省|市|盟|州)$"
)
_CITY_CODE = 81


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("adcodes", type=Path)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    from pypinyin import lazy_pinyin

    from namelink.text.variants import fold_han

    levels: dict[str, str] = dict.fromkeys(TAIWAN.split(), "prefecture")
    with args.adcodes.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            province, prefecture, county = (row["adcode"][at : at + 2] for at in (0, 2, 4))
            short = _LEVEL.sub("", row["name"])
            if len(short) < 2 or short in ELSE or "直辖" in short or "市辖" in short:
                continue
            if prefecture == county == "00":
                levels[short] = "province"
            elif county == "00":
                levels.setdefault(short, "prefecture")
            elif int(county) >= _CITY_CODE and province < "70":
                levels.setdefault(short, "city")
    print("# title: Provinces, prefectures and cities of China, by their short names")
    print("# source: adcodes.csv of the package cpca 0.5.5 (MIT, DQinYuan), Taiwan by hand")
    print("# licence: MIT")
    print(f"# date: {args.date}")
    print("# built by: tools/build_chinese_places.py")
    print("# column han: short name in simplified characters")
    print("# column pinyin: solid, without tones; English names that differ stand in place_words")
    print("# column level: province, prefecture or city")
    print("han\tpinyin\tlevel")
    for short, level in sorted(levels.items()):
        folded = "".join(fold_han(char) for char in short)
        print(f"{folded}\t{''.join(lazy_pinyin(short)).replace('ü', 'v')}\t{level}")


if __name__ == "__main__":
    main()
