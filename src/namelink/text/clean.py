r"""Clean a raw string so that what looks the same is the same.

Fixed order of steps, each of which may be told in a name's trail:

1. ``invisible``: control characters, zero-width characters and lone surrogates go.
2. ``width``: Unicode NFKC, which folds full-width letters and compatibility forms.
3. ``punctuation``: one middle dot ``·``, one apostrophe ``'``, one hyphen ``-``, half-width
   brackets.
4. ``space``: runs of white space become one space; none at the ends.

What it does not do: change case, drop accents, or turn traditional characters into simplified
ones. Those lose information that an explanation wants to show; see `namelink.text.fold`.

>>> clean("\u3000\uff37\uff55\u3000Yong\u2010ming ")
'Wu Yong-ming'
"""

import re
import unicodedata

# Middle dots of every kind stand between the parts of a foreign name: U+00B7 is the one that
# the mainland standard for punctuation (GB/T 15834) asks for.
_MIDDLE_DOTS = "\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65\u2e31\u16eb\u25cf\u2024\ua78f"
_APOSTROPHES = "\u2018\u2019\u02bb\u02bc\u02b9\u02bd\u02be\u02bf\u0060\u00b4\u2032\uff07\ua78c"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u301c\u2e3a\u2e3b"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u300e\u300f\u300c\u300d\uff02\u301d\u301e"

_PUNCTUATION = str.maketrans(
    dict.fromkeys(_MIDDLE_DOTS, "\u00b7")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_QUOTES, '"')
    | {"\uff08": "(", "\uff09": ")", "\u3014": "(", "\u3015": ")", "\u3010": "(", "\u3011": ")"}
    | {"\u300a": "<", "\u300b": ">", "\u3008": "<", "\u3009": ">"}
    | {"\u3001": ",", "\uff0c": ",", "\u3002": ".", "\uff1a": ":", "\uff1b": ";"}
)

# Cc but white space, Cf (zero width, direction marks, soft hyphen, byte order mark), Cs (lone
# surrogates), Co and Cn carry no part of a name. Variation selectors choose a glyph, not a
# character.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACE = re.compile(r"\s+")
# What no step changes: letters of Western Europe, marks and characters, one space between words.
_STABLE = "!-_a-~\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u3400-\u4dbf\u4e00-\u9fff"
_CLEAN = re.compile(f"[{_STABLE}]+(?: [{_STABLE}]+)*")

# Each pass can uncover work for an earlier step (a combining mark that meets its letter once an
# invisible character between them is gone); two passes were always enough in tests.
_PASSES = 4
_MOST_MARKS = 30


def steps(raw: str) -> list[tuple[str, str]]:
    """Clean a string and tell what each step made of it.

    Args:
        raw: any string.

    Returns:
        Pairs of step name and text after it, only for steps that changed something.
    """
    done: list[tuple[str, str]] = []
    if _CLEAN.fullmatch(raw):
        return done
    text = raw
    for _ in range(_PASSES):
        before = text
        for action, result in _one_pass(text):
            if result != text:
                done.append((action, result))
                text = result
        if text == before:
            break
    return done


def clean(raw: str) -> str:
    """Clean a string; cleaning again changes nothing.

    Args:
        raw: any string.

    Returns:
        The cleaned string, perhaps empty.
    """
    done = steps(raw)
    return done[-1][1] if done else raw


def _short_marks(text: str) -> str:
    """Cut runs of combining marks to what letters carry (Stream-Safe Text Format, UAX #15).

    Normalization sorts the marks of a run, in time that grows with the square of its length.
    """
    if len(text) <= _MOST_MARKS or text.isascii():
        return text
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _one_pass(text: str) -> list[tuple[str, str]]:
    visible = _short_marks(_INVISIBLE.sub("", text).replace("\u00b4", "'"))
    wide = unicodedata.normalize("NFKC", visible)
    marks = wide.translate(_PUNCTUATION)
    spaced = _SPACE.sub(" ", marks).strip()
    return [("invisible", visible), ("width", wide), ("punctuation", marks), ("space", spaced)]
