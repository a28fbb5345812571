"""Write ``exonyms.tsv``: Chinese names of countries, territories and cities with their English.

Reads the JSON packages ``cldr-localenames-full``, ``cldr-dates-full`` and
``cldr-subdivisions-full`` (unpacked into folders of these names): the names of territories with
their short and variant forms, the exemplar cities of time zones, and the subdivisions that have a
Chinese name, in Chinese of the mainland, Taiwan and Hong Kong and in English. Adjectives
(German) and a few further names come from ``demonyms.tsv`` beside this file.

Usage: python -m tools.build_exonyms CLDR_FOLDER --date 2026-11-28 > exonyms.tsv
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LOCALES = ("zh", "zh-Hant", "zh-Hant-HK")
# Names of sets of territories that no name of an entity holds.
NO_PLACE = frozenset({"001", "EZ", "QO", "XA", "XB", "ZZ"})
_BRACKETS = re.compile(r"[(（](.*?)[)）]")
_SHORTEST = 2

# Chinese and English names by code; the first English name is the usual one.
Names = dict[str, tuple[list[str], list[str]]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cldr", type=Path)
    parser.add_argument("--date", required=True)
    args = parser.parse_args()
    version = json.loads((args.cldr / "cldr-dates-full/package.json").read_text())["version"]
    found: dict[str, tuple[list[str], str]] = {}
    for source, names in (
        ("CLDR-territories", _with_adjectives(_territories(args.cldr))),
        ("CLDR-subdivisions", _subdivisions(args.cldr)),
        ("CLDR-cities", _cities(args.cldr)),
    ):
        for han, english in _by_han(names):
            own, _ = found.setdefault(han, ([], source))
            own.extend(each for each in english if each not in own)
    for line in (
        "# title: Chinese names of countries, territories and cities with their English",
        f"# source: Unicode CLDR {version}; adjectives from tools/demonyms.tsv",
        "# source CLDR-cities: exemplar cities of time zones",
        "# source CLDR-subdivisions: subdivisions of countries",
        "# source CLDR-territories: countries, regions of the world, and territories",
        "# licence: Unicode-3.0",
        f"# date: {args.date}",
        "# built by: tools/build_exonyms.py",
        "# columns: han, english, kind, role, source",
        "# column han: the Chinese name in simplified characters",
        "# column english: English names, then adjectives, lower case, parted by |",
        "# column kind: any, as in place_words",
        "# column role: place, as in place_words",
        "# column source: which of CLDR's lists",
    ):
        print(line)
    print("han\tenglish\tkind\trole\tsource")
    for han, (english, source) in sorted(found.items()):
        print(f"{han}\t{'|'.join(english)}\tany\tplace\t{source}")


def _by_han(names: Names) -> Iterator[tuple[str, list[str]]]:
    from namelink.text.variants import fold_han

    for chinese, english in names.values():
        folded = ["".join(fold_han(char) for char in each) for each in chinese]
        for han in dict.fromkeys(each for name in folded for each in _chinese(name)):
            yield han, list(dict.fromkeys(each for name in english for each in _english(name)))


def _chinese(name: str) -> list[str]:
    """A name as it is written solid; what stands in brackets is another, or tells two apart.

    >>> _chinese("福克兰群岛（马尔维纳斯群岛）"), _chinese("刚果（金）")
    (['福克兰群岛', '马尔维纳斯群岛'], ['刚果金'])
    """
    inside = _BRACKETS.search(name)
    apart = inside and len(inside[1]) > len("金夏沙")
    parts = [_BRACKETS.sub("", name), inside[1]] if inside and apart else [name]
    solid = ("".join(char for char in part if char.isalpha()) for part in parts)
    return [each for each in solid if len(each) >= _SHORTEST]


def _english(name: str) -> list[str]:
    """A name in lower case without accents, and what stands in brackets as another.

    >>> _english("Myanmar (Burma)"), _english("St. Vincent & Grenadines")
    (['myanmar', 'burma'], ['st vincent and grenadines', 'saint vincent and grenadines'])
    """
    inside = _BRACKETS.search(name)
    found = []
    for part in (_BRACKETS.sub("", name), *(inside.groups() if inside else ())):
        plain = unicodedata.normalize("NFD", part.casefold().replace("&", "and").replace("’", "'"))
        letters = "".join(char for char in plain if not unicodedata.combining(char))
        words = re.sub(r"[-,]", " ", letters.replace(".", "")).split()
        found.append(" ".join(words))
        if words[0] == "st":
            found.append(" ".join(("saint", *words[1:])))
    return found


def _load(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _territories(cldr: Path) -> Names:
    def names(locale: str) -> Mapping[str, str]:
        path = cldr / "cldr-localenames-full/main" / locale / "territories.json"
        found: Mapping[str, str]
        found = _load(path)["main"][locale]["localeDisplayNames"]["territories"]
        return found

    chinese, english = [names(locale) for locale in LOCALES], names("en")
    found: Names = {}
    for key in english:
        code = key.partition("-alt-")[0]
        if code in NO_PLACE:
            continue
        own = found.setdefault(code, ([], []))
        own[0].extend(each[key] for each in chinese if key in each)
        own[1].append(english[key])
    return found


def _with_adjectives(names: Names) -> Names:
    path = Path(__file__).with_name("demonyms.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t"):
        chinese, english = names[row["code"]]
        chinese.extend(filter(None, row["han"].split("|")))
        english.extend(row["english"].split("|"))
    return names


def _cities(cldr: Path) -> Names:
    def names(locale: str) -> dict[str, str]:
        path = cldr / "cldr-dates-full/main" / locale / "timeZoneNames.json"
        return dict(_zones(_load(path)["main"][locale]["dates"]["timeZoneNames"]["zone"]))

    chinese, english = [names(locale) for locale in LOCALES], names("en")
    found: Names = {}
    for zone in chinese[0]:
        # Stations are no cities, and a city that English does not name is named by its zone.
        area, _, last = zone.rpartition("/")
        if area not in ("Antarctica", "Etc"):
            own = [each[zone] for each in chinese if zone in each]
            found[zone] = (own, [english.get(zone, last.replace("_", " "))])
    return found


def _zones(tree: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Exemplar cities by the names of their zones."""
    for key, value in tree.items():
        if not isinstance(value, dict):
            continue
        if "exemplarCity" in value:
            yield "/".join((*path, key)), value["exemplarCity"]
        yield from _zones(value, (*path, key))


def _subdivisions(cldr: Path) -> Names:
    def names(locale: str) -> dict[str, str]:
        folder = cldr / "cldr-subdivisions-full/subdivisions" / locale
        return dict(_leaves(_load(folder / f"{locale.replace('-', '_')}.json")))

    chinese, english = [names(locale) for locale in ("zh", "zh-Hant")], names("en")
    return {
        code: ([each[code] for each in chinese if code in each], [english[code]])
        for code in chinese[0]
        if code in english
    }


def _leaves(tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            if key != "identity":
                yield from _leaves(value)
        else:
            yield key, value


if __name__ == "__main__":
    main()
