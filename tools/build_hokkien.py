"""Write ``hokkien_spellings.tsv``: how names spell Hokkien characters.

Singapore and Malaysia spell by habit, the Dutch Indies spelled by the letters of Dutch: tj, oe.

Reads ``hokkien_readings.tsv`` (characters by reading) and ``hokkien_rules.tsv`` (how documents
spell a sound) beside it. A character with several readings has them in the order of the table,
the first twice as probable as the next.

Usage: python -m tools.build_hokkien > src/namelink/tables/data/hokkien_spellings.tsv
"""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
_SYLLABLE = re.compile(r"(ph|p|b|m|th|t|n(?!g)|l|kh|k|g|ng(?=[aeiou])|h|chh|ch|s|j|)(.+)")
_LATER = 0.5
_LEAST = 0.015
# Share of the Dutch Indies among those who bear such names.
_DUTCH = 0.04
_DUTCH_LETTERS = (("j", "dj"), ("ch", "tj"), ("(?<!a)u", "oe"), ("au", "auw"))
_MOST = 12

Shares = dict[str, float]


def table(name: str) -> list[list[str]]:
    """Cells of a table beside this file, without comments and header."""
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def rules(name: str) -> dict[tuple[str, str], Shares]:
    """Forms with their shares by (sort, sound), of a table of rules; ``-`` is no letter."""
    found: dict[tuple[str, str], Shares] = {}
    for sort, sound, cell in table(name):
        pairs = (option.split(":") for option in cell.split("|"))
        own: Shares = {}
        for written, share in pairs:
            form = "" if written == "-" else written
            own[form] = own.get(form, 0.0) + float(share)
        found[sort, sound] = own
    return found


def spelled(reading: str, known: dict[tuple[str, str], Shares]) -> Shares:
    """Forms of one reading with their shares.

    Raises:
        KeyError: if no rule tells how a sound is spelled.
    """
    if ("whole", reading) in known:
        return known["whole", reading]
    match = _SYLLABLE.fullmatch(reading)
    assert match is not None
    initial, final = match.groups()
    return {
        head + tail: one * other
        for head, one in known["initial", initial or "-"].items()
        for tail, other in known["final", final].items()
    }


def dutch(reading: str) -> Shares:
    """Forms of one reading in the orthography of Dutch; that of breath is often left out.

    >>> sorted(dutch("chhun"))
    ['tjhoen', 'tjoen']
    """
    for sound, written in _DUTCH_LETTERS:
        reading = re.sub(sound, written, reading)
    found: Shares = {}
    for form in (reading, re.sub("(?<=[jkpt])h", "", reading)):
        found[form] = found.get(form, 0.0) + 0.5
    return found


def forms() -> dict[str, Shares]:
    """Forms with their shares by character."""
    known = rules("hokkien_rules")
    readings: dict[str, list[str]] = {}
    for reading, chars in table("hokkien_readings"):
        for char in dict.fromkeys(chars):
            readings.setdefault(char, []).append(reading)
    found: dict[str, Shares] = {}
    for char, own in readings.items():
        distinct = list(dict.fromkeys(own))
        weights = [_LATER**place for place in range(len(distinct))]
        for reading, weight in zip(distinct, weights, strict=True):
            shares = found.setdefault(char, {})
            spellings = {f: share * (1 - _DUTCH) for f, share in spelled(reading, known).items()}
            for form, share in dutch(reading).items():
                spellings[form] = spellings.get(form, 0.0) + share * _DUTCH
            for form, share in spellings.items():
                shares[form] = shares.get(form, 0.0) + share * weight / sum(weights)
    return found


def main() -> None:
    """Print the table."""
    print("# title: Spellings of given-name characters by speakers of Hokkien")
    print("# source: tools/hokkien_readings.tsv and tools/hokkien_rules.tsv: general knowledge")
    print("# licence: Apache-2.0 (facts, written for this project)")
    print("# built by: tools/build_hokkien.py")
    print("# column han: simplified character")
    print("# column spellings: form:share, most usual first, in Singapore, Malaysia and Indonesia")
    print("han\tspellings")
    for char, shares in sorted(forms().items()):
        ranked = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
        kept = [(form, share) for form, share in ranked if share >= _LEAST][:_MOST]
        print(f"{char}\t{'|'.join(f'{form}:{share:.3f}' for form, share in kept)}")


if __name__ == "__main__":
    main()
