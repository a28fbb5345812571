"""Places where a text may name one entity in both languages, each with its hypotheses.

The name inside a bracket has known bounds; the one before it has an open left boundary. The
weights that a hypothesis carries are what the pattern alone says, before any scorer looks at the
names.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from namelink.extraction import weights
from namelink.extraction.brackets import Bracket, Item, brackets, items, trim
from namelink.extraction.chinese import (
    chinese_names,
    expected_length,
    is_office,
    without_title,
)
from namelink.extraction.doubts import doubt_before, doubt_behind, han_doubt
from namelink.extraction.english import english_names, is_title, quoted_english
from namelink.extraction.hypothesis import Hypothesis, Site, Span, Start
from namelink.extraction.labels import Label
from namelink.extraction.lexicon import Lexicon
from namelink.extraction.shapes import (
    HAN_CHAR,
    LATIN_CHAR,
    WORD,
    Shape,
    has_han,
    has_latin,
    latin_shape,
)
from namelink.extraction.words import HAN_SEVERAL
from namelink.model.remark import Remark

# How far around a place its language is judged.
_AROUND = 90
# What may stand between a name and the bracket that glosses it: space, at most one line break,
# emphasis, the star of a footnote, the end of an HTML element.
_BEFORE_BRACKET = re.compile(r"(?:</\w{1,8}>|[*_`†‡®™]|\s)*\Z")
# A bracket, or the part of one that the window cuts off.
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]|\A[^()（）]*[)）]|[(（][^()（）]*\Z")
_OPENING_QUOTES = "“\"‘'«《「『"
_CLOSING_QUOTES = "”\"’'»》」』"


def bracket_sites(text: str, lexicon: Lexicon) -> Iterator[Site]:
    """Sites of all brackets of a text.

    Args:
        text: any string.
        lexicon: what is known of Chinese words.

    Yields:
        Sites, in the order in which brackets close.
    """
    for bracket in brackets(text):
        listed = items(text, bracket)
        han = [
            item for item in listed if item.shape is Shape.HAN and item.label is not Label.OTHER
        ]
        latin = [item for item in listed if _names_in_latin(item)]
        if not han and not latin:
            continue
        end = name_end(text, bracket.open)
        outer = list(_after_english(text, bracket, end, han, latin, lexicon))
        # A name before the bracket that has its Han gloss in it is no part of a Chinese name.
        yield from outer or _after_chinese(text, end, han, latin, lexicon)
        yield from _inside_bracket(text, han, latin)


def name_end(text: str, place: int) -> int:
    """Where a name ends that stands before a bracket: space and emphasis between them are cut."""
    low = max(0, place - 24)
    between = _BEFORE_BRACKET.search(text[low:place])
    end = low + between.start() if between else place
    return place if text.count("\n", end, place) > 1 else end


def chinese_prose(text: str, start: int, end: int) -> bool:
    """Whether the text around a span is written in Chinese."""
    # What stands in brackets is a gloss or remark, often in the other language.
    before = _IN_BRACKETS.sub(" ", text[max(0, start - _AROUND) : start])
    after = _IN_BRACKETS.sub(" ", text[end : end + _AROUND])
    around = before + after
    # A Chinese character says about as much as three Latin letters.
    return 3 * len(HAN_CHAR.findall(around)) > len(LATIN_CHAR.findall(around))


def _names_in_latin(item: Item) -> bool:
    return item.label is not Label.OTHER and item.shape in {Shape.NAME, Shape.ACRONYM, Shape.TERM}


def _after_english(
    text: str,
    bracket: Bracket,
    end: int,
    han: list[Item],
    latin: list[Item],
    lexicon: Lexicon,
) -> Iterator[Site]:
    """Sites of "Name (汉字)" and "Name (ABC, 汉字)"."""
    glosses = _paired(han, Label.HAN)
    if not glosses and han and not chinese_prose(text, bracket.open, bracket.close + 1):
        # "Name (also known as 汉字)": in Chinese, 简称 and the like say more than a name.
        glosses = han[:1]
    if not glosses:
        return
    glosses = [replace(item, end=without_title(text, item.start, item.end)) for item in glosses]
    end, further = _skip_short_form(text, end)
    office = any(is_office(text[slice(*span_of(item))]) for item in glosses)
    names = quoted_english(text, end) or english_names(
        text, end - _closed(text, end), office=office
    )
    if not names:
        return
    foreign = chinese_prose(text, names[-1].start, bracket.close + 1)
    rest = [item for item in han if item not in glosses]
    aliases = (
        *further,
        *(span_of(item) for item in (*latin, *rest) if _also_named(item)),
        *_short_form_after(text, bracket.close + 1),
    )
    for item in glosses:
        base = weights.ENGLISH_PROSE
        if foreign:
            full = any(other.shape is Shape.NAME for other in latin)
            base = weights.FOREIGN_NAME + (weights.BESIDE_LATIN if full else 0.0)
        if item.label is Label.HAN:
            base = weights.LABELED
        chinese = text[item.start : item.end]
        base += han_doubt(chinese)
        plain = item.label is not Label.HAN and not _is_marked(text, item)
        yield Site(
            tuple(
                Hypothesis(
                    (name.start, name.end),
                    span_of(item),
                    name.prior,
                    base
                    + doubt_behind(text, name, chinese, lexicon, plain=plain, foreign=foreign),
                )
                for name in names
            ),
            aliases,
            Remark("gloss_after_english"),
        )


def _is_marked(text: str, item: Item) -> bool:
    """Whether quotation marks or book marks say that an item of a bracket is a name."""
    return text[item.start - 1] in _OPENING_QUOTES


def _after_chinese(
    text: str, end: int, han: list[Item], latin: list[Item], lexicon: Lexicon
) -> Iterator[Site]:
    """Sites of "汉字（Name）" and "汉字（ABC, Name）"."""
    glosses = _latin_glosses(text, latin)
    if not glosses or text.endswith(HAN_SEVERAL, 0, end):
        return
    [gloss] = glosses
    short = gloss.shape is Shape.ACRONYM or gloss.label is Label.ALIAS
    if short and end and not has_han(text[end - 1]) and has_latin(text[end - 1]):
        # "数据库 PostgreSQL（简称 PG）": the short form is that of the Latin name before it.
        return
    rest = [item for item in (*han, *latin) if item is not gloss and _also_named(item)]
    english = text[gloss.start : gloss.end]
    office = is_title(english)
    names = chinese_names(
        text, end, expect=expected_length(english), lexicon=lexicon, office=office
    )
    ways = [
        Hypothesis(
            span_of(gloss),
            (name.start, name.end),
            name.prior,
            _han_gloss(name, gloss) + doubt_before(text, name, gloss, lexicon, office=office),
        )
        for name in names
    ]
    longer = _with_comma(text, gloss, latin) if ways and names[0].quoted else None
    if longer is not None:
        ways.append(replace(ways[0], english=longer, boundary=names[0].prior + weights.WITH_COMMA))
    if ways:
        yield Site(
            tuple(ways), tuple(span_of(other) for other in rest), Remark("gloss_after_chinese")
        )


def _with_comma(text: str, gloss: Item, latin: list[Item]) -> Span | None:
    """The title that commas cut in pieces: "《我，机器人》（I, Robot）"."""
    end = gloss.end
    for other in latin:
        if other.label is Label.NONE and text[end : other.start] == ", ":
            end = other.end
    return (gloss.start, end) if end > gloss.end else None


def _han_gloss(name: Start, item: Item) -> float:
    """Bits for a Latin gloss of a Chinese name."""
    if name.quoted:
        bits = weights.HAN_QUOTED
    else:
        bits = weights.HAN_FIRM if name.proper else weights.HAN_LOOSE
    if item.label is Label.LATIN:
        bits = max(bits, weights.LABELED + (0.0 if name.proper else weights.START_ANYWHERE))
    elif item.shape is Shape.ACRONYM:
        bits += weights.ACRONYM
    if item.shape is Shape.TERM:
        bits += weights.COMMON_TERM
    alone = name.end - name.start == 1 and not name.quoted
    return bits + weights.ONE_CHARACTER if alone else bits


def _inside_bracket(text: str, han: list[Item], latin: list[Item]) -> Iterator[Site]:
    """The site of "(Full Name, 汉字)": both names inside one bracket."""
    names = [item for item in latin if item.shape is Shape.NAME]
    full = [
        item
        for item in names
        if item.label in {Label.NONE, Label.LATIN}
        and len(WORD.findall(text, item.start, item.end)) > 1
    ]
    # "(a.k.a. Name; a.k.a. 汉字)", "(汉字; formerly Name, 汉字)": the other or older name.
    other = [
        (item, after)
        for item in names
        for after in han
        if item.label is Label.ALIAS
        and after.label in {Label.NONE, Label.ALIAS}
        and _NEXT_ITEM.fullmatch(text, item.end, after.start)
    ]
    if han and full and han[0].label is not Label.ALIAS:
        other.append((full[0], han[0]))
    for one, two in other:
        way = Hypothesis(span_of(one), span_of(two), 0.0, weights.INSIDE_ONE_BRACKET)
        yield Site((way,), (), Remark("gloss_of_both"))


_NEXT_ITEM = re.compile(r"[,，;；]\s(?:[af]\.?k\.?a\.?\s)?")


def _closed(text: str, end: int) -> int:
    """Length of the closing quotation mark before a place."""
    return 1 if end and text[end - 1] in _CLOSING_QUOTES else 0


def _paired(found: list[Item], label: Label) -> list[Item]:
    """Items that are paired with the name before the bracket: all labeled, else the first."""
    labeled = [item for item in found if item.label is label]
    plain = [item for item in found if item.label is Label.NONE]
    return labeled or plain[:1]


def _latin_glosses(text: str, latin: list[Item]) -> list[Item]:
    labeled = [item for item in latin if item.label is Label.LATIN]
    if labeled:
        english = [item for item in labeled if _is_english(text, item)]
        return (english or labeled)[:1]
    plain = [item for item in latin if item.label in {Label.NONE, Label.SOUND}]
    ranked = [
        [item for item in plain if item.shape is shape]
        for shape in (Shape.NAME, Shape.ACRONYM, Shape.TERM)
    ]
    # An acronym is the gloss only when it is all there is.
    first = next((group for group in ranked if group), [])
    return (first or [item for item in latin if item.shape is not Shape.TERM])[:1]


def _is_english(text: str, item: Item) -> bool:
    label = text[max(0, item.start - 10) : item.start].casefold()
    return "英" in label or "english" in label


def _also_named(item: Item) -> bool:
    """Whether an item that is not paired is a further name: an acronym, or labeled as a name."""
    return (
        item.shape is Shape.ACRONYM
        or item.label in {Label.ALIAS, Label.LATIN, Label.HAN}
        or item.shape is Shape.HAN
    )


def _skip_short_form(text: str, end: int) -> tuple[int, tuple[Span, ...]]:
    """Pass over "(ATH)" in "Alibaba Token Hub (ATH) (汉字)", which is an alias."""
    if not end or text[end - 1] not in ")）":
        return end, ()
    begin = max(text.rfind("(", max(0, end - 60), end), text.rfind("（", max(0, end - 60), end))
    if begin < 0:
        return end, ()
    start, stop = trim(text, begin + 1, end - 1)
    marked = text[begin + 1 : begin + 2] in set("\"“‘'")
    inner = text[start:stop]
    if (
        has_han(inner)
        or not has_latin(inner)
        or not (marked or latin_shape(inner) is Shape.ACRONYM)
    ):
        return end, ()
    return name_end(text, begin), ((start, stop),)


_SHORT_FORM = re.compile(
    r"\s{0,2}[(（]\s?(?:the\s|hereinafter\s)?[“\"‘]([^()（）“”\"\n]{1,60})[”\"’]\s?[)）]"
)


def _short_form_after(text: str, place: int) -> tuple[Span, ...]:
    """The defined term of "Name (汉字) (“Term”)", as contracts and prospectuses have it."""
    hit = _SHORT_FORM.match(text, place)
    return (hit.span(1),) if hit else ()


def span_of(item: Item) -> Span:
    """The span of an item."""
    return item.start, item.end
