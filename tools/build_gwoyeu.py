"""Write ``gwoyeu.tsv``: Mandarin syllables with their tone in Gwoyeu Romatzyh (1928).

The system spells the tone: basic form for the first, a medial turned to y or w or an r for the
second, a doubled or lowered vowel for the third, a changed ending for the fourth. Many people of
Taiwan have syllables of it in their passports, beside a surname in Wade-Giles.

Usage: python -m tools.build_gwoyeu > src/namelink/tables/data/gwoyeu.tsv
"""

from __future__ import annotations

from tools.build_syllables import syllables

_INITIALS = {"zh": "j", "q": "ch", "x": "sh", "z": "tz", "c": "ts"}
_SONORANT = frozenset("mnlr")
_FINALS = {
    "ao": "au", "iao": "iau", "iu": "iou", "ui": "uei", "un": "uen", "v": "iu", "ve": "iue",
    "van": "iuan", "vn": "iun", "er": "el",
}  # fmt: skip
# Syllables without an initial of which the rule of their first letter does not hold.
_WHOLE = {"you": "iou", "yong": "iong", "wei": "uei", "wen": "uen", "yu": "iu"}
# After j, q, x the letter u stands for ü.
_FRONT = {"u": "iu", "ue": "iue", "uan": "iuan", "un": "iun"}
_SECOND = (("iu", "yu"), ("i", "y"), ("u", "w"))
# Lowered vowels of the third tone, by the beginning of the final.
_THIRD = (("iu", "eu"), ("iai", "eai"), ("ia", "ea"), ("io", "eo"), ("ua", "oa"), ("ue", "oe"))
_FOURTH = (("ng", "nq"), ("i", "y"), ("u", "w"), ("n", "nn"), ("l", "ll"))


def parts(initial: str, final: str) -> tuple[str, str]:
    """Initial and basic final of the system; a final of y and w belongs to no initial."""
    whole = initial + final
    if initial in ("y", "w") or not initial:
        return "", _bare(whole)
    if initial in ("zh", "ch", "sh", "r", "z", "c", "s") and final == "i":
        return _INITIALS.get(initial, initial), "y"
    front = _FRONT if initial in ("j", "q", "x") else {}
    return _INITIALS.get(initial, initial), front.get(final) or _FINALS.get(final, final)


def _bare(whole: str) -> str:
    """The final of a syllable that pinyin writes with y, w or a vowel first."""
    if whole in _WHOLE:
        return _WHOLE[whole]
    if whole.startswith("yu"):
        final = "v" + whole[2:]
    elif whole.startswith(("yi", "wu")):
        final = whole[1:]
    else:
        final = whole.replace("y", "i").replace("w", "u")
    return _FINALS.get(final, final)


def second(initial: str, final: str) -> str:
    """The second tone."""
    if initial and initial in _SONORANT:
        return initial + final
    for old, new in _SECOND:
        if final.startswith(old):
            # A lone i or u keeps its vowel after the glide.
            rest = final[len(old) :] or {"i": "i", "u": "u"}.get(old, "")
            return initial + new + rest
    cut = next((at for at in range(len(final), 0, -1) if final[at - 1] in "aeiouy"), len(final))
    return initial + final[:cut] + "r" + final[cut:]


def _glide(final: str) -> str:
    """What stands before a final without an initial in the third and fourth tone."""
    return {"i": "y", "u": "w"}.get(final[0], "")


def third(initial: str, final: str) -> str:
    """The third tone."""
    for old, new in _THIRD:
        if final.startswith(old) and final != "io":
            return (initial or _glide(final)) + new + final[len(old) :]
    glide = "" if initial else _glide(final)
    if final in ("ai", "au"):
        return initial + {"ai": "ae", "au": "ao"}[final]
    if final in ("ie", "uo"):
        return initial + (glide + final[1:] * 2 if glide else final + final[-1])
    at = next(place for place, letter in enumerate(final) if letter in "aeiouy")
    return initial + glide + final[: at + 1] + final[at:]


def fourth(initial: str, final: str) -> str:
    """The fourth tone."""
    glide = "" if initial else _glide(final)
    if final in ("i", "u", "iu", "y", "ie", "iue", "a", "o", "e", "ia", "ua", "uo"):
        ended = final + "h"
    else:
        found = [pair for pair in _FOURTH if final.endswith(pair[0])]
        ended = final.removesuffix(found[0][0]) + found[0][1] if found else final + "h"
    if not glide:
        return initial + ended
    if ended.startswith("iu"):
        return "y" + ended[1:]
    return glide + (ended[1:] if ended[1:2] in tuple("aeo") else ended)


def first(initial: str, final: str) -> str:
    """The first tone: the basic form, with an h after m, n, l and r."""
    return (initial + "h" if initial and initial in _SONORANT else initial) + final


def main() -> None:
    """Print the table."""
    print("# title: Mandarin syllables in Gwoyeu Romatzyh, which spells the tone")
    print("# source: rules of Gwoyeu Romatzyh (1928)")
    print("# licence: Apache-2.0 (facts, written for this project)")
    print("# built by: tools/build_gwoyeu.py")
    print("# column syllable: Hanyu Pinyin with the number of the tone, v for u-umlaut")
    print("# column spelling: in small letters")
    print("syllable\tspelling")
    for initial, final in syllables():
        basic = parts(initial, final)
        for tone, rule in enumerate((first, second, third, fourth), start=1):
            print(f"{initial}{final}{tone}\t{rule(*basic)}")


if __name__ == "__main__":
    main()
