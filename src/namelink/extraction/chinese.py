"""Where a Chinese name begins that ends at a known place.

Chinese prose has no spaces, so a name may begin at any character: "计算机科学家安德烈·卡帕斯"
before a bracket. Every suffix is a hypothesis. Punctuation, particles, words for roles and the
length that the English lets expect say in bits how well a name may begin there; the scorer says
the rest.

>>> text = "他采访了著名作家史密斯"
>>> best = max(chinese_names(text, len(text), expect=(2, 4)), key=lambda start: start.prior)
>>> text[best.start : best.end]
'史密斯'
"""

import re
from dataclasses import dataclass, replace

from namelink.extraction import weights
from namelink.extraction.hypothesis import Start
from namelink.extraction.lexicon import NO_LEXICON, Lexicon
from namelink.extraction.people import is_surnamed
from namelink.extraction.shapes import HAN_CHAR, WORD
from namelink.extraction.signs import TITLE, Signs, roles, signs
from namelink.extraction.words import (
    HAN_BEFORE,
    HAN_BEFORE_JOINED,
    HAN_BEFORE_OR_INSIDE,
    HAN_BEFORE_WEAK,
    HAN_BODIES,
    HAN_CONJUNCTIONS,
    HAN_COUNTRIES,
    HAN_COUNTS,
    HAN_LISTED_BODIES,
    HAN_NATIONAL,
    HAN_NEVER_FIRST,
    HAN_PARTICLES,
    HAN_PRONOUNS,
    HAN_ROLE_ENDINGS,
    HAN_SORTS,
    HAN_TOOLS,
    HAN_WEAK_JOINED,
)
from namelink.tables.names import longest_title, titles
from namelink.text.script import HAN, LATIN

LOOK_BACK = 72
MAX_UNITS = 24

_QUOTES = {
    "》": "《",
    "」": "「",
    "』": "『",
    "”": "“",
    "’": "‘",
    '"': '"',
    "〉": "〈",
    "】": "【",
}
# A unit is a Han character, or a Latin word or number, which is never cut.
_UNIT = re.compile(rf"[{HAN}]|[{LATIN}\d](?:[{LATIN}\d]|[.'’&+\-](?=[{LATIN}\d]))*")
# What may stand between two units of one name: nothing, the dots and hyphens of foreign names, a
# line break of a text cut from PDF, a space.
_LINKS = "·•・‧∙．\N{HYPHEN}–-"
_JOINT = re.compile(rf"[{_LINKS}]|\s?\n?\s?")
_BEFORE = tuple(HAN_BEFORE)
_OPENERS = (*HAN_BEFORE, *HAN_PRONOUNS)
# "VP 李明": an English title right before a Chinese name.
_AFTER_TITLE = re.compile(TITLE + r"\Z", re.IGNORECASE)
_SORTS = tuple(HAN_SORTS)
_COUNTRIES = tuple(HAN_COUNTRIES)
_COUNT = re.compile(r"[\d〇一二三四五六七八九十两兩几幾数數][" + HAN_COUNTS + r"]\Z")
# 三个单元, 两位作家; 60元.
_COUNTED = re.compile(
    r"[\d〇一二三四五六七八九十百千万两几数]+[个位名]|\d[\d.,]*[" + HAN + r"]{1,2}\Z"
)
_ENDS_IN_COUNT = re.compile(r"\d(?:[\d.,]*\d)?[百千万亿]*[元年月日岁件人倍米次页]\Z")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Unit:
    text: str
    start: int
    end: int
    # What stands between this unit and the one before it in the name.
    gap: str

    @property
    def han(self) -> bool:
        return HAN_CHAR.match(self.text) is not None


def expected_length(english: str) -> tuple[int, int]:
    """How many characters the Chinese for an English name may have: the least and the most.

    A name rendered by sound takes about one character a syllable, one rendered by meaning about
    two a word; an acronym hides words of one to three characters.

    >>> expected_length("Karpathy"), expected_length("ATH")
    ((2, 4), (3, 10))
    """
    words = WORD.findall(english)
    joined = "".join(words)
    if len(words) == 1 and joined.isupper():
        return min(3, len(joined)), 3 * len(joined) + 1
    content = [word for word in words if not word.islower()] or words
    least = max(2, len(content))
    return least, max(least + 1, sum(_longest(word) for word in content))


def _longest(word: str) -> int:
    """How many characters a word may take: each letter of an acronym hides a word."""
    if word.isupper():
        return 2 * len(word)
    return max(3, len(_VOWELS.findall(word)) + 1)


def is_office(han: str) -> bool:
    """Whether a Chinese name is that of an office: it ends in a word for a role.

    >>> is_office("美国总统"), is_office("众议院议长"), is_office("小米"), is_office("王导演")
    (True, True, False, False)
    """
    # Three characters may be a person with a title, or a name that ends so.
    return len(han) > 3 and (han.endswith(roles()) or han[-1] in HAN_ROLE_ENDINGS)


def is_role(han: str) -> bool:
    """Whether a piece of Chinese text is a word for a role and no more: it names nobody.

    >>> is_role("记者"), is_role("财务总监"), is_role("黄记者")
    (True, True, False)
    """
    return han in roles() or han in titles("han", "after")


def without_title(text: str, start: int, end: int) -> int:
    """Where a Chinese person's name ends that a title may stand behind (何丽华女士)."""
    bare = end - _title_length(text, end)
    return bare if is_surnamed(text[start:bare]) else end


def chinese_names(
    text: str,
    end: int,
    *,
    expect: tuple[int, int],
    lexicon: Lexicon = NO_LEXICON,
    office: bool = False,
) -> tuple[Start, ...]:
    """Hypotheses for the Chinese name that ends at a place.

    Args:
        text: the text.
        end: one past the last character of the name, or of its closing quotation mark.
        expect: least and greatest number of characters to expect.
        lexicon: knows words that lead up to names.
        office: whether the name is known to be that of an office, to which titles belong.

    Returns:
        Hypotheses; one alone when quotation marks bound the name, none when no name ends there.
    """
    if end and text[end - 1] in _QUOTES:
        return _quoted(text, end)
    found = _ending(text, end, expect, lexicon)
    title = 0 if office else _title_length(text, end)
    if not title or not found:
        return found
    # 王雅琴老师: the title behind a name is no part of it.
    bare = _ending(text, end - title, expect, lexicon)
    kept = (replace(name, prior=name.prior + weights.TITLE_BEHIND) for name in found)
    return (*bare, *kept)


def _title_length(text: str, end: int) -> int:
    """Length of the title that ends at a place behind a name, 0 for none."""
    known = titles("han", "after")
    for length in range(longest_title("han", "after"), 1, -1):
        if text[max(0, end - length) : end] in known:
            return length
    return 0


def _ending(text: str, end: int, expect: tuple[int, int], lexicon: Lexicon) -> tuple[Start, ...]:
    """Hypotheses for the name that ends at a place and not before it."""
    units = _units(text, end)
    if not any(unit.han for unit in units) or _ENDS_IN_COUNT.search(text, units[0].start, end):
        return ()
    listed = [_is_listed(text, unit, end) for unit in units]
    head = units[0].start
    seen = signs(text, head, end, lexicon)
    found, cost, han = [], 0.0, 0
    for place in range(len(units) - 1, -1, -1):
        unit = units[place]
        han += unit.han
        inner = text[unit.start : end]
        cost += weights.HAN_AND_IN_BODY[0] if listed[place] else _inside(unit)
        if han and not (unit.han and unit.text in HAN_NEVER_FIRST):
            prior, firm = _start(text, units, place, seen)
            if place and listed[place - 1]:
                prior = weights.HAN_AND_IN_BODY[1]
            prior += weights.COUNTED if _COUNTED.match(inner) else 0.0
            prior += weights.ONE_WORD if lexicon.is_word(inner) else 0.0
            prior += cost + seen.inside(unit.start) + _first_word(inner)
            prior += _length(han, inner, expect)
            found.append(Start(unit.start, end, prior, proper=firm))
    return tuple(found)


def _quoted(text: str, end: int) -> tuple[Start, ...]:
    begin = text.rfind(_QUOTES[text[end - 1]], max(0, end - LOOK_BACK), end - 1)
    if begin < 0 or not HAN_CHAR.search(text, begin + 1, end - 1):
        return ()
    return (Start(begin + 1, end - 1, weights.START_AT_MARK, proper=True, quoted=True),)


def _units(text: str, end: int) -> list[_Unit]:
    """Units of the run that ends at a place, in text order; no mark between them stops a name."""
    low = max(0, end - LOOK_BACK)
    matches = list(_UNIT.finditer(text, low, end))
    if not matches or matches[-1].end() != end:
        return []
    units: list[_Unit] = []
    following = end
    for match in reversed(matches[-MAX_UNITS:]):
        gap = text[match.end() : following]
        if not _JOINT.fullmatch(gap):
            break
        if units:
            head = units[-1]
            units[-1] = _Unit(head.text, head.start, head.end, gap)
        # A Latin word that the window may have cut is left out.
        if match.start() == low > 0 and not HAN_CHAR.match(match.group()):
            break
        units.append(_Unit(match.group(), match.start(), match.end(), ""))
        following = match.start()
    return units[::-1]


def _inside(unit: _Unit) -> float:
    """Bits for a unit that the name holds."""
    cost = weights.CROSS_LINE if "\n" in unit.gap else 0.0
    if unit.text in HAN_CONJUNCTIONS:
        return cost + weights.CONJUNCTION_INSIDE
    return cost + (weights.PARTICLE_INSIDE if unit.text in HAN_PARTICLES else 0.0)


def _is_listed(text: str, unit: _Unit, end: int) -> bool:
    """Whether a conjunction stands in the name of a body that lists what it is for.

    工业和信息化部 is one ministry; 教育部和商务部 are two, for a body ends before the conjunction.
    What has a country behind it (联想和中国证监会) begins there.
    """
    return (
        unit.text in HAN_CONJUNCTIONS
        and text.endswith(HAN_LISTED_BODIES, unit.end, end)
        and not text.endswith(HAN_BODIES, 0, unit.start)
        and not text.startswith((*_COUNTRIES, *HAN_NATIONAL), unit.end)
    )


def _start(text: str, units: list[_Unit], place: int, seen: Signs) -> tuple[float, bool]:
    """Bits for a name that begins at a unit, and whether a sign of it shows."""
    unit = units[place]
    if unit.gap and unit.gap in _LINKS:
        # A dot or hyphen joins the parts of one foreign name.
        return weights.CUT_AT_DOT, False
    if place == 0:
        return weights.START_AT_MARK, True
    before = units[place - 1]
    lead = text[units[0].start : before.end]
    if unit.han and _AFTER_TITLE.search(lead):
        return weights.START_AFTER_ROLE, True
    sign = _sign(lead, text[unit.start : unit.start + 2])
    if sign is not None:
        return sign, not lead.endswith(HAN_TOOLS)
    led = seen.led(unit.start)
    if led:
        function = led == "function"
        return weights.START_AFTER_FUNCTION if function else weights.START_AFTER_VERB, function
    return _unmarked(before, unit)


def _unmarked(before: _Unit, unit: _Unit) -> tuple[float, bool]:
    """The same where no word before the name says that one begins."""
    if before.han != unit.han or unit.gap:
        # The script changes or a space stands here: a word begins, perhaps inside the name.
        return weights.START_ANYWHERE / 2, False
    weak = before.text in HAN_BEFORE_WEAK and before.text + unit.text not in HAN_WEAK_JOINED
    return (weights.START_AFTER_WEAK if weak else weights.START_ANYWHERE), weak


def _sign(lead: str, head: str) -> float | None:
    """Bits for a name to begin between a text and two characters, None when no word says so."""
    if lead.endswith(_BEFORE) and not lead.endswith(HAN_BEFORE_JOINED):
        return weights.START_AFTER_PARTICLE
    if lead.endswith(roles()) or lead[-1] in HAN_ROLE_ENDINGS:
        return weights.START_AFTER_ROLE
    if lead.endswith(_COUNTRIES) and head not in HAN_NATIONAL:
        return weights.START_AFTER_COUNTRY
    if lead.endswith((*_SORTS, *HAN_BEFORE_OR_INSIDE)):
        return weights.START_AFTER_SORT
    return weights.START_AFTER_COUNT if _COUNT.search(lead) else None


def _first_word(inner: str) -> float:
    """Bits for a hypothesis that begins with a word which rather stands before a name."""
    bits = weights.STARTS_WITH_PARTICLE if inner.startswith(_OPENERS) else 0.0
    bits += weights.STARTS_WITH_WEAK if inner[0] in HAN_BEFORE_WEAK else 0.0
    return bits + (weights.STARTS_WITH_SORT if inner.startswith(_SORTS) else 0.0)


def _length(han: int, inner: str, expect: tuple[int, int]) -> float:
    least, most = expect
    units = len(_UNIT.findall(inner))
    short, long = max(0, least - units), max(0, han - most)
    return weights.LENGTH_STEP * (short + long) + (weights.SINGLE if units == 1 else 0.0)
