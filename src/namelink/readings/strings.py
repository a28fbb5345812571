"""A name as plain strings that an edit ratio can compare: Latin as it is, Chinese also as read."""

import re
from collections.abc import Iterator

from namelink.model.batch import Form
from namelink.model.kinds import Kind, Script
from namelink.readings.engines import pinyin_readings
from namelink.readings.spelling import spellings_of_form
from namelink.text.fold import fold_latin

# Spellings under which a Chinese name is kept, one of each convention.
MOST_SPELLINGS = 6
# Conventions that differ from others in what an edit ratio of sorted words does not see, or in too
# much of it.
_LEFT_OUT = frozenset({"order", "initials", "passport", "hyphen"})
# Longer names have one, in pinyin: their counterparts are found by meaning.
_LONGEST_SPELLED = 4
_WORDS = re.compile("[a-z0-9]+")


def strings_of(form: Form, kind: Kind) -> tuple[str, ...]:
    """Strings under which a form is compared: at most `MOST_SPELLINGS` and one more.

    Args:
        form: one name in one script.
        kind: what it denotes.

    Returns:
        Small letters, digits and single spaces. Of a Chinese name its characters, in simplified
        space, then its best spellings.
    """
    if form.script is not Script.HAN:
        return (" ".join(form.keys),)
    if len(form.keys) <= _LONGEST_SPELLED:
        best: dict[str, str] = {}
        for spelling in spellings_of_form(form, kind):
            if spelling.system not in _LEFT_OUT:
                best.setdefault(spelling.system, spelling.text)
        spelled = list(best.values())
    else:
        spelled = [" ".join(_read(form))]
    found = dict.fromkeys(" ".join(_WORDS.findall(fold_latin(text))) for text in spelled)
    return ("".join(form.keys), *[text for text in found if text][:MOST_SPELLINGS])


def _read(form: Form) -> Iterator[str]:
    """The most usual reading of each part, solid."""
    word, last = "", -1
    for at, key in enumerate(form.keys):
        number = form.word[at] if form.word else 0
        if word and number != last:
            yield word
            word = ""
        said = pinyin_readings(key) if form.shapes[at] == "han" else ()
        word += said[0][0] if said else key
        last = number
    yield word
