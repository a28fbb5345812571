"""Write the tables of Japanese names: readings, surnames read as wholes, common characters.

Reads the names of people in a binary dictionary of Sudachi (Apache-2.0; ``system.dic`` of the
package SudachiDict-core up to 2025): surnames and given names in characters, each with its reading
in kana. An EM aligns the morae of every reading with its characters, which gives the readings of
each character; surnames that these do not explain (五十嵐, igarashi) are kept whole.

Usage: python -m tools.build_japanese SYSTEM.dic --date 2026-11-27 [--exclude exclude.sha1]
       [--unihan FOLDER] (writes into src/namelink/tables/data)
"""

from __future__ import annotations

import argparse
import math
import re
import struct
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tools.build_commonness import bands
from tools.fit_pairs import hashed, read_excluded
from tools.kana import morae
from tools.unihan import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).resolve().parents[1] / "src" / "namelink" / "tables" / "data"
SOURCE = (
    "names of people in SudachiDict-core 20250129 (Works Applications; UniDic, NEologd); "
    "rarer readings of their characters from Unihan 15.0"
)
LICENCE = (
    "Apache-2.0 (SudachiDict), Unicode-3.0 (Unihan); aligned, counted and cut by this project"
)
_HAN = re.compile("[\u4e00-\u9fff\u3005]+")
_LONGEST = 5  # morae of one character (kokorozashi is no name)
_ROUNDS = 8
_LEAST = 0.004
# Share of a reading that only a dictionary of characters has.
_DICTIONARY = 0.008
_LONGEST_READING = 9
_LEAST_COUNT = 1.5
# A surname whose reading is less probable than this by its characters is kept whole.
_UNEXPLAINED = 2.0**-10
# Costs of the dictionary up to here are of surnames that it expects to meet.
_USUAL_COST = 9_000


@dataclass(frozen=True)
class Part:
    """A surname or given name with its reading.

    Attributes:
        chars: characters in simplified space; a repetition mark stands as what it repeats.
        said: morae.
        surname: whether it is a surname.
        usual: whether the dictionary expects to meet it.
    """

    chars: str
    said: tuple[str, ...]
    surname: bool
    usual: bool


def words(path: Path) -> Iterator[tuple[str, tuple[str, ...], str, int]]:
    """Surface, part of speech, reading and cost of every word of a dictionary (format of 2019)."""
    data = path.read_bytes()

    def text(at: int) -> tuple[str, int]:
        size = data[at]
        at += 1
        if size & 0x80:
            size = ((size & 0x7F) << 8) | data[at]
            at += 1
        return data[at : at + 2 * size].decode("utf-16-le"), at + 2 * size

    at = 272
    (count,) = struct.unpack_from("<H", data, at)
    at += 2
    speech = []
    for _ in range(count):
        own = []
        for _ in range(6):
            piece, at = text(at)
            own.append(piece)
        speech.append(tuple(own))
    left, right = struct.unpack_from("<HH", data, at)
    at += 4 + 2 * left * right
    at += 4 + 4 * struct.unpack_from("<I", data, at)[0]
    at += 4 + struct.unpack_from("<I", data, at)[0]
    (number,) = struct.unpack_from("<I", data, at)
    costs, at = at + 4, at + 4 + 6 * number
    for word, place in enumerate(struct.unpack_from(f"<{number}I", data, at)):
        surface, end = text(place)
        end += 2 if data[end] & 0x80 else 1
        (kind,) = struct.unpack_from("<H", data, end)
        _, end = text(end + 2)
        reading, _ = text(end + 4)
        (cost,) = struct.unpack_from("<h", data, costs + 6 * word + 4)
        yield surface, speech[kind], reading or surface, cost


def parts(path: Path, excluded: set[str]) -> tuple[list[Part], int]:
    """Names of people in characters, and how many the list of excluded names dropped."""
    from namelink.text.variants import fold_han

    found, dropped = [], 0
    for surface, speech, reading, cost in words(path):
        said = morae(reading) if speech[2] == "人名" and _HAN.fullmatch(surface) else ()
        if not said or speech[3] not in ("姓", "名"):
            continue
        if excluded & {hashed(form) for form in latin(said)}:
            dropped += 1
            continue
        folded = fold_han(surface)
        chars = "".join(
            folded[at - 1] if char == "\u3005" and at else char for at, char in enumerate(folded)
        )
        found.append(Part(chars, said, speech[3] == "姓", cost <= _USUAL_COST))
    return sorted(set(found), key=lambda part: (part.chars, part.said, part.surname)), dropped


def latin(said: tuple[str, ...]) -> set[str]:
    """A reading as documents may print it: with and without long vowels."""
    whole = "".join(said)
    return {whole, re.sub("ou|oo", "o", whole).replace("uu", "u")}


Sounds = dict[str, dict[str, float]]


@cache
def cuts(size: int, total: int) -> tuple[tuple[int, ...], ...]:
    """Ways to deal out a number of morae to characters, one each at least."""
    if size == 0:
        return ((),) if total == 0 else ()
    return tuple(
        (first, *rest)
        for first in range(1, min(_LONGEST, total - size + 1) + 1)
        for rest in cuts(size - 1, total - first)
    )


def aligned(part: Part, sounds: Sounds | None) -> list[tuple[float, list[tuple[str, str]]]]:
    """Every alignment of a part with its probability."""
    found = []
    for cut in cuts(len(part.chars), len(part.said)):
        at = 0
        likely = 1.0
        pairs: list[tuple[str, str]] = []
        for char, size in zip(part.chars, cut, strict=True):
            chunk = "".join(part.said[at : at + size])
            pairs.append((char, chunk))
            at += size
            # At first, a character is as likely to have two morae as any other number.
            likely *= (
                (0.5 if size == 2 else 0.25) if sounds is None else sounds[char].get(chunk, 0.0)
            )
        if likely > 0:
            found.append((likely, pairs))
    return found


def learn(every: list[Part]) -> Sounds:
    """P(chunk | character) by expectation maximization; every name counts once."""
    sounds: Sounds | None = None
    for _ in range(_ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for part in every:
            ways = aligned(part, sounds)
            total = sum(likely for likely, _ in ways)
            for likely, pairs in ways:
                for char, chunk in pairs:
                    counts[char][chunk] += likely / total
        sounds = {
            char: {
                chunk: count / sum(own.values()) for chunk, count in own.items() if count > 1e-4
            }
            for char, own in counts.items()
        }
    assert sounds is not None
    return {
        char: {
            chunk: share
            for chunk, share in own.items()
            if share >= _LEAST and counts[char][chunk] >= _LEAST_COUNT
        }
        for char, own in sounds.items()
    }


def stems(reading: str) -> tuple[str, ...]:
    """Stem and classical form of what may be an adjective."""
    if reading.endswith("shii"):
        return (reading[:-1],)
    if reading[-2:] in ("oi", "ai", "ui"):
        return reading[:-1], f"{reading[:-1]}shi"
    return ()


# Last sound of a verb in its plain and its continuative form; tsu is that of numerals (hitotsu).
_CONTINUED = (
    ("su", "shi"),
    ("ku", "ki"),
    ("gu", "gi"),
    ("nu", "ni"),
    ("bu", "bi"),
    ("mu", "mi"),
    ("ru", "ri"),
)
# Sounds before i that are others before u.
_BEFORE_U = (("chi", "tsu"), ("shi", "su"), ("ji", "zu"))


def verb_forms(reading: str) -> tuple[str, ...]:
    """Forms of what may be a verb that given names have: continuative and classical.

    努 is tsutomu by tsutomeru, 諭 satoshi by satosu, 満 mitsuru by michiru.
    """
    # What one sound stands before is hardly a verb by these rules (haru, spring).
    if reading.endswith("eru") and len(reading) > len("heru"):
        root = reading.removesuffix("eru")
        return (reading.removesuffix("ru"), *((f"{root}u",) if root[-1] not in "aiueo" else ()))
    if reading.endswith("iru") and len(reading) > len("kiru"):
        root = reading.removesuffix("ru")
        for sound, other in _BEFORE_U:
            if root.endswith(sound):
                return root, f"{root.removesuffix(sound)}{other}ru"
        return root, f"{root[:-1]}uru"
    if len(reading) > len("haru") and not reading.endswith("tsu"):
        for sound, other in _CONTINUED:
            if reading.endswith(sound):
                return (f"{reading.removesuffix(sound)}{other}",)
    return ()


def add_dictionary(sounds: Sounds, unihan: Path) -> None:
    """Add readings that Unihan lists for characters of names, with a small share.

    A given name may be any of them (稔, minoru), and an adjective's in its stem or classical
    form: 正 is tadashi by tadashii, 清 kiyoshi by kiyoi; so may a verb's (勉, tsutomu).
    """
    from namelink.text.variants import fold_han

    for written, field, value in entries(unihan, "kJapaneseKun", "kJapaneseOn"):
        char = fold_han(written)
        own = sounds.get(char)
        if own is None:
            continue
        said = [reading.lower() for reading in value.split()]
        if field == "kJapaneseKun":
            said += [form for one in said for form in (*stems(one), *verb_forms(one))]
        for reading in said:
            if reading.isascii() and reading.isalpha() and 1 < len(reading) <= _LONGEST_READING:
                own.setdefault(reading, _DICTIONARY)


def whole(every: list[Part], sounds: Sounds) -> dict[str, list[str]]:
    """Usual surnames with readings that the characters do not explain."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in every:
        if part.surname and part.usual and len(part.chars) > 1:
            likely = max(
                (
                    math.prod(sounds[char].get(chunk, 0.0) for char, chunk in pairs)
                    for _, pairs in aligned(part, None)
                ),
                default=0.0,
            )
            if likely < _UNEXPLAINED:
                found[part.chars].append("".join(part.said))
    return found


def sound_lines(every: list[Part], sounds: Sounds) -> list[str]:
    """Morae of any name, then readings of each character."""
    common = Counter(mora for part in every for mora in part.said)
    total = common.total()
    return [
        f"^\t{mora}\t{-math.log2(count / total):.2f}" for mora, count in sorted(common.items())
    ] + [
        f"{char}\t{chunk}\t{-math.log2(share):.2f}"
        for char, own in sorted(sounds.items())
        for chunk, share in sorted(own.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def character_lines(every: list[Part]) -> list[str]:
    """How common characters are in surnames and in given names."""
    surname, given = (
        bands(dict(Counter(char for part in every if part.surname is own for char in part.chars)))
        for own in (True, False)
    )
    return [
        f"{char}\t{surname.get(char, '')}\t{given.get(char, '')}"
        for char in sorted({*surname, *given})
    ]


def main() -> None:
    """Build the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--date", required=True)
    parser.add_argument("--exclude", type=Path)
    parser.add_argument("--unihan", type=Path, help="folder of Unihan_Readings.txt")
    args = parser.parse_args()
    every, dropped = parts(args.dictionary, read_excluded(args.exclude))
    sounds = learn([part for part in every if len(part.said) >= len(part.chars)])
    if args.unihan:
        add_dictionary(sounds, args.unihan)
    tables = {
        "japanese_sounds": (
            "Readings of characters in Japanese names",
            {
                "han": "simplified character, or ^ for any mora of any name",
                "chunk": "reading in Hepburn, long vowels as kana spell them (ou)",
                "bits": "log2 of one over its share among the readings of the character in names",
            },
            sound_lines(every, sounds),
        ),
        "japanese_parts": (
            "Japanese surnames read as wholes",
            {
                "han": "surname in simplified characters",
                "readings": "as in japanese_sounds, parted by |",
            },
            [f"{chars}\t{'|'.join(own)}" for chars, own in sorted(whole(every, sounds).items())],
        ),
        "japanese_characters": (
            "How common characters are in Japanese names",
            {
                "han": "simplified character",
                "surname": "2 log2 of one over its share in surnames; empty: rarer",
                "given": "the same in given names; empty: rarer",
            },
            character_lines(every),
        ),
    }
    for name, (title, columns, lines) in tables.items():
        head = [
            f"# title: {title}",
            f"# source: {SOURCE}",
            f"# licence: {LICENCE}",
            f"# date: {args.date}",
            "# built by: tools/build_japanese.py",
            f"# rows dropped by exclude list: {dropped} of {len(every) + dropped}",
            *(f"# column {column}: {what}" for column, what in columns.items()),
            "\t".join(columns),
        ]
        text = "\n".join([*head, *lines]) + "\n"
        (DATA / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
