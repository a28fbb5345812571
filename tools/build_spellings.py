"""Write ``spellings.tsv``: Latin syllables of Chinese names, how common, and what they mean.

Sums over characters, by how common they are in names (``name_characters.tsv``),
and over romanizations, by how common those are:

* P(spelling) = sum of P(romanization) P(character) P(spelling | character, romanization), once for
  surnames and once for given names;
* P(Mandarin syllable | spelling), by which two spellings of one name meet (Mao Tse-tung, Mao
  Zedong).

Everything it reads is in the package, so a test runs it and compares.

Usage: python -m tools.build_spellings > src/namelink/tables/data/spellings.tsv
"""

import math
from collections.abc import Iterator

from namelink.readings.spelled import SYSTEM_SHARES, readings, shares
from namelink.tables.commonness import given_characters, surname_characters
from namelink.tables.names import surname_reading
from namelink.tables.syllables import BY_CHARACTER, syllables_of

# A spelling borne by fewer than one in a hundred million is noise of the tables.
_LEAST = 1e-8
_FLOOR_BITS = 24.0
_LEAST_MEANING = 0.001
_MOST_MEANINGS = 12

_HEADER = """\
# title: Latin syllables of Chinese names: how common, and what they stand for
# source: summed over name_characters.tsv, surnames.tsv and the tables of the romanizations
# licence: Apache-2.0 (figures computed from the tables named, see their headers)
# built by: tools/build_spellings.py
# column spelling: one folded syllable of any romanization
# column surname: log2 of one over the share of Chinese people whose surname is spelled so
# column given: the same for one syllable of a given name
# column mandarin: Hanyu Pinyin syllables that it stands for, syllable:share, best first"""


def rows() -> Iterator[str]:
    """Lines of the table, after its header."""
    surname: dict[str, float] = {}
    given: dict[str, float] = {}
    means: dict[str, dict[str, float]] = {}
    for char, share in surname_characters():
        _add(char, surname_reading(char), share, surname, means)
    for char, share in given_characters():
        _add(char, "", share, given, means)
    for form in sorted(means):
        one, other = surname.get(form, 0.0), given.get(form, 0.0)
        if max(one, other) < _LEAST:
            continue
        yield f"{form}\t{_bits(one):.2f}\t{_bits(other):.2f}\t{_told(means[form])}"


def _add(
    char: str,
    surname: str,
    commonness: float,
    total: dict[str, float],
    means: dict[str, dict[str, float]],
) -> None:
    said = readings(char, surname)
    for system, prior in SYSTEM_SHARES.items():
        for form, share in shares(char, surname, system).items():
            weight = prior * commonness * share
            total[form] = total.get(form, 0.0) + weight
            own = means.setdefault(form, {})
            for syllable, likely in _explained(form, system, said):
                own[syllable] = own.get(syllable, 0.0) + weight * likely


def _explained(
    form: str, system: str, said: tuple[tuple[str, float], ...]
) -> list[tuple[str, float]]:
    """Which of a character's readings a spelling shows: in Mandarin systems, those it spells."""
    if system in BY_CHARACTER:
        fit = said
    else:
        spelled = syllables_of(system).get(form, ())
        # A character's own spelling, which is none of a syllable, shows any of its readings.
        fit = tuple(pair for pair in said if pair[0] in spelled or not spelled)
    total = sum(share for _, share in fit)
    return [(syllable, share / total) for syllable, share in fit] if total else []


def _bits(share: float) -> float:
    return min(-math.log2(share), _FLOOR_BITS) if share > 0 else _FLOOR_BITS


def _told(shares_of: dict[str, float]) -> str:
    total = sum(shares_of.values())
    ranked = sorted(shares_of.items(), key=lambda pair: (-pair[1], pair[0]))
    kept = [(name, share / total) for name, share in ranked if share / total >= _LEAST_MEANING]
    return "|".join(f"{name}:{share:.3f}" for name, share in kept[:_MOST_MEANINGS])


def main() -> None:
    """Print the table."""
    print(_HEADER)
    print("spelling\tsurname\tgiven\tmandarin")
    for line in rows():
        print(line)


if __name__ == "__main__":
    main()
