"""Write ``syllables.tsv``: every Mandarin syllable with its spelling in each system.

The inventory is that of ISO 7098:2015 (Hanyu Pinyin without tones), spelled out below as initials
with the finals they take. The other systems are rules over initial and final:

* Wade-Giles as in the table of ISO 7098's predecessor practice (apostrophes and diacritics, which
  documents drop, are dropped here too), with the exceptions chih, tzu, ssu, erh, yu, o/e.
* Tongyong Pinyin as the Taiwanese Ministry of Education defined it in 2002.
* MPS II as the same ministry defined it in 1986.
* GB/T 28039-2011 for ``ü`` in capitals on passports (LYU, NYU), beside LU and LV from keyboards.

Usage: python tools/build_syllables.py > src/namelink/tables/data/syllables.tsv
"""

from collections.abc import Iterator

# initial: finals, in Hanyu Pinyin orthography with v for ü.
_INVENTORY = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}

_WADE_INITIALS = {
    "b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n", "l": "l", "g": "k",
    "k": "k", "h": "h", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "ch": "ch", "sh": "sh",
    "r": "j", "z": "ts", "c": "ts", "s": "s", "y": "y", "w": "w", "": "",
}  # fmt: skip
_WADE_FINALS = {
    "ian": "ien", "ie": "ieh", "iong": "iung", "ong": "ung", "ue": "ueh", "ve": "ueh",
    "v": "u", "uo": "o", "er": "erh",
}  # fmt: skip
# Where Wade-Giles keeps uo or writes something of its own.
_WADE_WHOLE = {
    "zhi": ["chih"], "chi": ["chih"], "shi": ["shih"], "ri": ["jih"], "zi": ["tzu"],
    "ci": ["tzu"], "si": ["ssu", "szu"], "ye": ["yeh"], "yan": ["yen"], "yong": ["yung"],
    "you": ["yu"], "yue": ["yueh"], "yi": ["i", "yi"], "guo": ["kuo"], "kuo": ["kuo"],
    "huo": ["huo"], "shuo": ["shuo"], "gui": ["kuei"], "kui": ["kuei"], "ge": ["ko"],
    "ke": ["ko"], "he": ["ho"], "e": ["o", "e"], "yo": ["yo"], "er": ["erh"],
}  # fmt: skip

_TONGYONG_INITIALS = {"q": "c", "x": "s", "zh": "jh"}
_TONGYONG_WHOLE = {
    "zhi": "jhih", "chi": "chih", "shi": "shih", "ri": "rih", "zi": "zih", "ci": "cih",
    "si": "sih", "feng": "fong", "weng": "wong", "wen": "wun", "nv": "nyu", "lv": "lyu",
    "nve": "nyue", "lve": "lyue",
}  # fmt: skip

_MPS2_INITIALS = {"zh": "j", "z": "tz", "c": "ts", "q": "ch", "x": "sh"}
_MPS2_WHOLE = {
    "zhi": "jr", "chi": "chr", "shi": "shr", "ri": "r", "zi": "tz", "ci": "tsz", "si": "sz",
    "yan": "yan", "nv": "niu", "lv": "liu", "nve": "niue", "lve": "liue",
}  # fmt: skip


def syllables() -> Iterator[tuple[str, str]]:
    """Every syllable as initial and final."""
    for initial, finals in _INVENTORY.items():
        for final in finals.split():
            yield initial, final


def pinyin(initial: str, final: str) -> list[str]:
    """Spellings met in documents that follow Hanyu Pinyin."""
    whole = initial + final
    if "v" in whole:
        forms = [whole.replace("v", "yu"), whole.replace("v", "u"), whole]
        return forms if final == "v" else [whole.replace("v", "u"), forms[0], whole]
    return [whole]


def wade_giles(initial: str, final: str) -> list[str]:
    """Wade-Giles without apostrophes and diacritics."""
    whole = initial + final
    if whole in _WADE_WHOLE:
        forms = _WADE_WHOLE[whole]
    else:
        forms = [_WADE_INITIALS[initial] + _WADE_FINALS.get(final, final)]
    # The circumflex of ê stands in print as an h (Chu Teh for Chu Tê).
    return [*forms, forms[0] + "h"] if final == "e" and forms[0].endswith("e") else forms


def tongyong(initial: str, final: str) -> list[str]:
    """Tongyong Pinyin."""
    whole = initial + final
    if whole in _TONGYONG_WHOLE:
        return [_TONGYONG_WHOLE[whole]]
    front = initial in ("j", "q", "x")
    if front and final.startswith("u"):
        final = "y" + final
    if final == "iong":
        final = "yong"
    tail = {"ui": "uei", "iu": "iou"}.get(final, final)
    start = _TONGYONG_INITIALS.get(initial, initial)
    return [start + tail] if tail == final else [start + tail, start + final]


def mps2(initial: str, final: str) -> list[str]:
    """Mandarin Phonetic Symbols II."""
    whole = initial + final
    if whole in _MPS2_WHOLE:
        return [_MPS2_WHOLE[whole]]
    if initial in ("j", "q", "x") and final.startswith("u"):
        return [_MPS2_INITIALS.get(initial, initial) + "iu" + final[1:]]
    finals = {
        "ao": "au", "iao": "iau", "ui": "uei", "un": "uen", "iu": "iou", "iong": "iung",
        "ong": "ung",
    }  # fmt: skip
    return [_MPS2_INITIALS.get(initial, initial) + finals.get(final, final)]


SYSTEMS = {
    "pinyin": pinyin,
    "wade-giles": wade_giles,
    "tongyong": tongyong,
    "mps2": mps2,
}

_HEADER = """\
# title: Mandarin syllables in each romanization
# source: ISO 7098:2015 (inventory); rules of Wade-Giles, Tongyong Pinyin (2002), \
MPS II (1986), GB/T 28039-2011 (u-umlaut)
# licence: Apache-2.0 (facts, written for this project)
# built by: tools/build_syllables.py
# column syllable: Hanyu Pinyin without tone, v for u-umlaut
# column system: romanization
# column spellings: most usual first, as documents print them: no apostrophes, no diacritics
syllable\tsystem\tspellings"""


def main() -> None:
    """Print the table."""
    print(_HEADER)
    for initial, final in syllables():
        for system, rule in SYSTEMS.items():
            forms = list(dict.fromkeys(rule(initial, final)))
            print(f"{initial + final}\t{system}\t{'|'.join(forms)}")


if __name__ == "__main__":
    main()
