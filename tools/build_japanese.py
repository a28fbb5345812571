"""Write ``japanese_sounds.tsv`` and ``japanese_parts.tsv``: readings of Japanese names.

Reads the names of people in a binary dictionary of Sudachi (Apache-2.0; ``system.dic`` of the
package SudachiDict-core up to 2025): surnames and given names in characters, each with its reading
in kana. An EM aligns the morae of every reading with its characters, which gives the readings of
each character; surnames that these do not explain (服部, hattori) are kept whole.

Usage: python -m tools.build_japanese SYSTEM.dic --date 2026-11-27 [--exclude exclude.sha1]
       (writes into src/namelink/tables/data)
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

from tools.fit import hashed, read_excluded
from tools.kana import morae

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).resolve().parents[1] / "src" / "namelink" / "tables" / "data"
SOURCE = "names of people in SudachiDict-core 20250129 (Works Applications; UniDic, NEologd)"
LICENCE = "Apache-2.0 (the dictionary); aligned, counted and cut by this project"
_HAN = re.compile("[\u4e00-\u9fff\u3005]+")
_LONGEST = 5  # morae of one character (kokorozashi is no name)
_ROUNDS = 8
_LEAST = 0.004
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


def cuts(size: int, total: int) -> list[tuple[int, ...]]:
    """Ways to deal out a number of morae to characters, one each at least."""
    return list(_cuts(size, total))


@cache
def _cuts(size: int, total: int) -> tuple[tuple[int, ...], ...]:
    if size == 0:
        return ((),) if total == 0 else ()
    return tuple(
        (first, *rest)
        for first in range(1, min(_LONGEST, total - size + 1) + 1)
        for rest in _cuts(size - 1, total - first)
    )


def aligned(part: Part, sounds: Sounds | None) -> list[tuple[float, list[tuple[str, str]]]]:
    """Every alignment of a part with its probability."""
    found = []
    for cut in _cuts(len(part.chars), len(part.said)):
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
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for part in every:
            ways = aligned(part, sounds)
            total = sum(likely for likely, _ in ways)
            for likely, pairs in ways:
                for char, chunk in pairs:
                    counts[char][chunk] += likely / total
        sounds = {
            char: {chunk: count / own.total() for chunk, count in own.items() if count > 1e-4}
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


def header(title: str, date: str, dropped: int, total: int, columns: list[str]) -> str:
    """The comment lines of a table."""
    return "\n".join(
        [
            f"# title: {title}",
            f"# source: {SOURCE}",
            f"# licence: {LICENCE}",
            f"# date: {date}",
            "# built by: tools/build_japanese.py",
            f"# rows dropped by exclude list: {dropped} of {total}",
            *(f"# column {column}" for column in columns),
        ]
    )


def main() -> None:
    """Build both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--date", required=True)
    parser.add_argument("--exclude", type=Path)
    args = parser.parse_args()
    every, dropped = parts(args.dictionary, read_excluded(args.exclude))
    sounds = learn([part for part in every if len(part.said) >= len(part.chars)])
    common = Counter(mora for part in every for mora in part.said)
    total = common.total()
    lines = [
        f"^\t{mora}\t{-math.log2(count / total):.2f}" for mora, count in sorted(common.items())
    ]
    lines += [
        f"{char}\t{chunk}\t{-math.log2(share):.2f}"
        for char, own in sorted(sounds.items())
        for chunk, share in sorted(own.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    columns = [
        "han: simplified character, or ^ for any mora of any name",
        "chunk: reading in Hepburn, long vowels as kana spell them (ou)",
        "bits: log2 of one over its share among the readings of the character in names",
    ]
    head = header(
        "Readings of characters in Japanese names",
        args.date,
        dropped,
        len(every) + dropped,
        columns,
    )
    (DATA / "japanese_sounds.tsv").write_text(
        head + "\nhan\tchunk\tbits\n" + "\n".join(lines) + "\n", "utf-8"
    )
    columns = [
        "han: surname in simplified characters",
        "readings: as in japanese_sounds, parted by |",
    ]
    head = header(
        "Japanese surnames read as wholes", args.date, dropped, len(every) + dropped, columns
    )
    rows = [f"{chars}\t{'|'.join(own)}" for chars, own in sorted(whole(every, sounds).items())]
    (DATA / "japanese_parts.tsv").write_text(
        head + "\nhan\treadings\n" + "\n".join(rows) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
