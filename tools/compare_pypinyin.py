"""Print where namelink reads surnames and Wade-Giles otherwise than pypinyin, as Markdown.

The page ``docs/explanation/readings.md`` holds what this prints; a test compares.

Usage: python -m tools.compare_pypinyin
"""

from collections.abc import Iterator

from pypinyin import Style, lazy_pinyin

from namelink.readings.engines import pinyin_readings
from namelink.tables.commonness import given_characters, surname_share
from namelink.tables.names import compound_surnames, single_surnames, surname_reading
from namelink.tables.syllables import spellings_of

_LISTED = 40


def surnames() -> Iterator[str]:
    """Surnames that pypinyin reads otherwise, most common first."""
    every = sorted(single_surnames() | compound_surnames())
    other: list[tuple[str, str, str]] = []
    for surname in every:
        ours = surname_reading(surname).split("|")[0]
        theirs = " ".join(lazy_pinyin(surname, v_to_u=False))
        if theirs != ours:
            other.append((surname, ours, theirs))
    other.sort(key=lambda row: (-surname_share(row[0]), row[0]))
    people = sum(surname_share(surname) for surname, *_ in other if len(surname) == 1)
    yield "| surnames of our table | |"
    yield "| --- | --- |"
    yield f"| looked at | {len(every)} |"
    yield f"| pypinyin, on the surname alone, reads otherwise | {len(other)} |"
    yield f"| people who bear these, by ORCID's counts | {100 * people:.2f} % |"
    yield ""
    yield "| surname | namelink | pypinyin |"
    yield "| --- | --- | --- |"
    for surname, ours, theirs in other[:_LISTED]:
        yield f"| {surname} | {ours} | {theirs} |"
    if len(other) > _LISTED:
        rest = " ".join(f"{surname} {ours}/{theirs}" for surname, ours, theirs in other[_LISTED:])
        yield ""
        yield f"And {len(other) - _LISTED} rarer ones (namelink/pypinyin): {rest}."


def wade_giles() -> Iterator[str]:
    """Syllables that pypinyin spells otherwise in Wade-Giles, by sort of difference."""
    sorts: dict[str, list[str]] = {"the same": [], "v for ü": [], "another vowel or ending": []}
    for syllable, ours in sorted(spellings_of("wade-giles").items()):
        char = _char_of(syllable)
        if not char:
            continue
        theirs = lazy_pinyin(char, style=Style.WADEGILES)[0].replace("'", "").replace("’", "")
        plain = theirs.replace("ê", "e").replace("ü", "u")
        if plain in ours:
            sorts["the same"].append(syllable)
        elif plain.replace("v", "u") in ours:
            sorts["v for ü"].append(f"{syllable} {ours[0]}/{theirs}")
        else:
            sorts["another vowel or ending"].append(f"{syllable} {ours[0]}/{theirs}")
    yield "| Wade-Giles syllables, without apostrophes | count | namelink/pypinyin |"
    yield "| --- | --- | --- |"
    for name, found in sorts.items():
        examples = "" if name == "the same" else ", ".join(found)
        yield f"| {name} | {len(found)} | {examples} |"


def _char_of(syllable: str) -> str:
    """A common character whose only reading is a syllable, for asking pypinyin."""
    known = [
        (share, char)
        for char, share in given_characters()
        if [said for said, _ in pinyin_readings(char)] == [syllable]
    ]
    return max(known)[1] if known else ""


def given_names() -> Iterator[str]:
    """Given-name characters with several readings, of which pypinyin alone gives one."""
    several = [share for char, share in given_characters() if len(pinyin_readings(char)) > 1]
    yield "| given-name characters | |"
    yield "| --- | --- |"
    yield f"| counted | {len(given_characters())} |"
    yield f"| with more than one reading | {len(several)} |"
    yield f"| their share of all given-name characters | {100 * sum(several):.1f} % |"


def page() -> str:
    """All tables, as they stand between the marks of the page."""
    parts = ["\n".join(part()) for part in (surnames, wade_giles, given_names)]
    return "\n\n".join(parts)


if __name__ == "__main__":
    print(page())
