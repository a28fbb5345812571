"""Write ``korean_spellings.tsv``: how names of Koreans spell characters.

Reads the hangul readings of Unihan (`kHangul`, Unicode licence) and ``korean_rules.tsv`` beside
this file: how documents spell each letter of hangul, and the habits of surnames (이 is Lee). At
the head of a word, ㄹ and ㄴ are weakened in the South (리 is 이) and not in the North.

Usage: python -m tools.build_korean UNIHAN_FOLDER --date 2026-11-27
       > src/namelink/tables/data/korean_spellings.tsv
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from tools.build_hokkien import Shares, rules
from tools.unihan import arguments, entries

if TYPE_CHECKING:
    from pathlib import Path

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("-", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST = 0xAC00
# Vowels before which ㄹ and ㄴ fall away, rather than ㄹ becoming ㄴ.
_FRONT = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_SOUTH = 0.8
# Each further reading of a character is so much less usual in names.
_LATER = 0.35
# Mark of readings that neither schools teach nor names have.
_UNUSUAL = 2
_LEAST = 0.03
_MOST = 12


def letters(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a hangul syllable.

    >>> letters("박")
    ('ㅂ', 'ㅏ', 'ㄱ')
    """
    number = ord(syllable) - _FIRST
    return (
        _INITIALS[number // 588],
        _VOWELS[number % 588 // 28],
        _FINALS[number % 28],
    )


def weakened(syllable: str) -> str:
    """A syllable as the South says it at the head of a word.

    >>> weakened("리"), weakened("로"), weakened("녀"), weakened("김")
    ('이', '노', '여', '김')
    """
    initial, vowel, final = letters(syllable)
    if initial in "ㄹㄴ" and vowel in _FRONT:
        initial = "ㅇ"
    elif initial == "ㄹ":
        initial = "ㄴ"
    parts = _INITIALS.index(initial), _VOWELS.index(vowel), _FINALS.index(final)
    return chr(_FIRST + parts[0] * 588 + parts[1] * 28 + parts[2])


def spelled(syllable: str, known: dict[tuple[str, str], Shares], *, surname: bool) -> Shares:
    """Forms of one syllable with their shares."""
    if surname and ("surname", syllable) in known:
        return known["surname", syllable]
    initial, vowel, final = letters(syllable)
    tables = (
        known["initial", initial],
        known.get(("vowel", initial + vowel), known["vowel", vowel]),
        known.get(("final", final), known["final", "ㄷ"]),
    )
    found: Shares = {}
    for (head, one), (middle, two), (tail, three) in product(*(table.items() for table in tables)):
        form = head + middle + tail
        found[form] = found.get(form, 0.0) + one * two * three
    return found


def readings(unihan: Path) -> dict[str, list[str]]:
    """Hangul readings by character in simplified space; those of names first."""
    from namelink.text.variants import fold_han

    found: dict[str, list[tuple[int, str]]] = {}
    for char, _, value in entries(unihan, "kHangul"):
        own = found.setdefault(fold_han(char), [])
        for option in value.split():
            syllable, _, sort = option.partition(":")
            # N marks readings of names, E those that schools teach.
            own.append((0 if "N" in sort else 1 if "E" in sort else _UNUSUAL, syllable))
    return {
        char: list(
            dict.fromkeys(syllable for _, syllable in sorted(own, key=lambda pair: pair[0]))
        )
        for char, own in found.items()
        if any(sort < _UNUSUAL for sort, _ in own)
    }


def forms(said: list[str], known: dict[tuple[str, str], Shares], *, surname: bool) -> Shares:
    """Forms of a character with their shares."""
    found: Shares = {}
    weights = [_LATER**place for place in range(len(said))]
    for syllable, weight in zip(said, weights, strict=True):
        south = weakened(syllable)
        for each, share in ((south, _SOUTH), (syllable, 1 - _SOUTH)):
            for form, likely in spelled(each, known, surname=surname).items():
                found[form] = found.get(form, 0.0) + likely * share * weight / sum(weights)
    return found


def told(shares: Shares) -> str:
    """A cell of the table."""
    ranked = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
    kept = [(form, share) for form, share in ranked if share >= _LEAST][:_MOST]
    return "|".join(f"{form}:{share:.2f}" for form, share in kept)


def main() -> None:
    """Print the table."""
    args = arguments(__doc__)
    from namelink.tables.names import surname_reading

    known = rules("korean_rules")
    print("# title: Spellings of characters in names of Koreans")
    print("# source: Unihan 15.0 (kHangul) and tools/korean_rules.tsv (general knowledge)")
    print("# licence: Unicode-3.0 (Unihan); the rules are the project's own work, Apache-2.0")
    print(f"# date: {args.date}")
    print("# built by: tools/build_korean.py")
    print("# column han: simplified character that schools of the Republic teach or names have")
    print("# column surname: form:share as a surname, most usual first")
    print("# column given: the same in a given name")
    print("han\tsurname\tgiven")
    for char, said in sorted(readings(args.unihan).items()):
        surname = told(forms(said, known, surname=True)) if surname_reading(char) else ""
        print(f"{char}\t{surname}\t{told(forms(said, known, surname=False))}")


if __name__ == "__main__":
    main()
