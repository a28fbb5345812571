"""Bilingual mentions without a bracket.

Three patterns are safe enough: a Chinese name in apposition ("Name, known in Chinese as 汉字"),
a Chinese name right after its English one in English prose ("Name 汉字"), and a line or table
cell that holds nothing but the two ("Name / 汉字", "汉字 - Name"). In Chinese prose, two names
side by side mostly are two things, so nothing is taken from there but labeled names
("汉字，英文名为 Name").
"""

import re
from collections.abc import Iterator

from namelink.extraction import weights
from namelink.extraction.beside import beside_in_chinese
from namelink.extraction.brackets import trim
from namelink.extraction.chinese import chinese_names, expected_length
from namelink.extraction.doubts import han_doubt, remark_doubt
from namelink.extraction.english import english_names, is_title
from namelink.extraction.hypothesis import Hypothesis, Site, Span
from namelink.extraction.lexicon import Lexicon
from namelink.extraction.shapes import (
    MAX_HAN,
    WORD,
    Shape,
    capital,
    han_shape,
    has_han,
    has_latin,
    latin_shape,
)
from namelink.extraction.sites import chinese_prose, name_end
from namelink.model.remark import Remark
from namelink.text.script import HAN, LATIN

MAX_FIELD = 160
MAX_LABEL = 40
_BRACKETS = frozenset("()（）[]【】〔〕")
_BRACKET = re.compile(r"[(（][^()（）]{1,40}[)）]")

_ISLAND = re.compile(rf"[{HAN}](?:[{HAN}·・]|[A-Z\d]+(?=[{HAN}]))*")
_LEAD = re.compile(
    r"(?:(?P<apposition>,?\s+(?:or|(?:also\s+)?(?:known|called|written|rendered)\s+(?:in\s+(?:Chinese|Mandarin)\s+)?as"
    r"|in\s+(?:Chinese|Mandarin)(?:\s+(?:characters))?:?)\s+)|(?P<slash>\s?/\s?)|(?P<comma>,\s)|(?P<beside>[^\S\t]))[\"“「『《]?\Z"
)
_LEADS = {
    "apposition": weights.APPOSITION,
    "slash": weights.SLASH,
    "comma": weights.COMMA,
    "beside": weights.SIDE_BY_SIDE,
}
_AFTER = re.compile(r"[\"”」』》]?(?:[\s.,;:!?)\]*_|]|['’]s|\Z)")
_NAMED = re.compile(
    rf"[，,]\s?(?:其)?(?:英文|英[语語]|外文|法文|法[语語])(?:名[称稱字]?|全[称稱名])?(?:[为為是叫作]|[:：])?\s?[“\"「]?(?=[{LATIN}])"
)
_FIELD_CUT = re.compile(r"[\n|\t]")
_BULLET = re.compile(r"\s*(?:[-*+•>]|\d{1,3}[.)、])\s+")
_COLON = re.compile(r"[:：]")
_FIELD_MIDDLE = re.compile(r"\s?/\s?|\s(?:-|–|—|=)\s|\s?[—:：]\s?|\s+")


def aside_sites(text: str, lexicon: Lexicon) -> Iterator[Site]:
    """Sites of all patterns without bracket.

    Args:
        text: any string.
        lexicon: what is known of Chinese words.

    Yields:
        Sites, pattern by pattern.
    """
    yield from _islands(text, lexicon)
    yield from _labeled(text, lexicon)
    yield from _fields(text, lexicon)
    yield from beside_in_chinese(text, lexicon)


def _islands(text: str, lexicon: Lexicon) -> Iterator[Site]:
    """Han runs inside English prose that follow an English name."""
    for run in _ISLAND.finditer(text):
        start, end = run.span()
        if end - start > MAX_HAN or not _AFTER.match(text, end):
            continue
        lead = _LEAD.search(text[max(0, start - 40) : start])
        if (
            lead is None
            or han_shape(run.group()) is not Shape.HAN
            or chinese_prose(text, start, end)
        ):
            continue
        place = max(0, start - 40) + lead.start()
        if lead.group("comma") and _in_bracket(text, place):
            # What a bracket lists is read with the bracket.
            continue
        base = next(bits for group, bits in _LEADS.items() if lead.group(group))
        base += han_doubt(run.group())
        before = name_end(text, place)
        names = [name for name in english_names(text, before) if name.proper]
        # "CEO 张勇": what ends in an office is who somebody is, not another name.
        if names and is_title(text[names[0].start : before]):
            continue
        if names:
            yield Site(
                tuple(
                    Hypothesis(
                        (n.start, n.end),
                        (start, end),
                        n.prior,
                        base + _doubt(text, (n.start, n.end), (start, end), lexicon),
                    )
                    for n in names
                ),
                (),
                Remark("gloss_between_commas"),
            )


def _in_bracket(text: str, place: int) -> bool:
    before = text[max(0, place - MAX_FIELD) : place]
    return any(before.rfind(a) > before.rfind(b) for a, b in ("()", "（）", "[]"))


def _labeled(text: str, lexicon: Lexicon) -> Iterator[Site]:
    """A Chinese name and, after a comma, its labeled English name."""
    for label in _NAMED.finditer(text):
        english = _capitalized_run(text, label.end())
        if english is None:
            continue
        expect = expected_length(text[english[0] : english[1]])
        names = chinese_names(text, label.start(), expect=expect, lexicon=lexicon)
        if names:
            yield Site(
                tuple(
                    Hypothesis(
                        english,
                        (n.start, n.end),
                        n.prior,
                        weights.APPOSITION if n.proper else weights.HAN_LOOSE,
                    )
                    for n in names
                ),
                (),
                Remark("gloss_labeled"),
            )


def _capitalized_run(text: str, start: int) -> tuple[int, int] | None:
    """The Latin name that begins at a place, up to the first mark or Han character."""
    run = re.compile(rf"{WORD.pattern}(?:[ ]{WORD.pattern}){{0,9}}").match(
        text, start, start + 120
    )
    if run is None or latin_shape(run.group()) not in {Shape.NAME, Shape.ACRONYM}:
        return None
    return run.span()


def _fields(text: str, lexicon: Lexicon) -> Iterator[Site]:
    """Lines and cells of nothing but two names."""
    begin = 0
    row: list[Span] = []
    line: Span | None = None
    for cut in [*_FIELD_CUT.finditer(text), None]:
        end = cut.start() if cut else len(text)
        if 1 < end - begin <= MAX_FIELD:
            cell = trim(text, begin, end)
            yield from _field(text, begin, end, lexicon) or _labeled_field(
                text, begin, end, lexicon
            )
            if line is not None and (cut is None or cut.group() == "\n"):
                yield from _lines(text, line, cell, lexicon)
            row.append(cell)
        if cut is None or cut.group() == "\n":
            yield from _cells(text, row, lexicon)
            line = row[0] if len(row) == 1 else None
            row = []
        begin = end + 1


def _labeled_field(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Site]:
    """What stands behind the label of a line (攝影 Cinematographer: 李屏賓 Mark Lee)."""
    colon = _COLON.search(text, begin, min(end, begin + MAX_LABEL))
    return _field(text, colon.end(), end, lexicon) if colon else []


def _lines(text: str, one: Span, other: Span, lexicon: Lexicon) -> Iterator[Site]:
    """A Chinese line and an English one below it (letterheads, title pages)."""
    if not has_han(text[slice(*one)]) or not _two_names(text[slice(*other)], text[slice(*one)]):
        return
    if has_latin(text[slice(*one)]):
        return
    bits = weights.LINES + _doubt(text, other, one, lexicon) + han_doubt(text[slice(*one)])
    yield Site((Hypothesis(other, one, 0.0, bits),), (), Remark("gloss_line"))


def _cells(text: str, row: list[Span], lexicon: Lexicon) -> Iterator[Site]:
    """Chinese cells of a table's row, each with the English cells beside it."""
    for place, chinese in enumerate(row):
        if not has_han(text[slice(*chinese)]):
            continue
        ways = []
        for english in (*row[max(0, place - 1) : place], *row[place + 1 : place + 2]):
            if _two_names(text[slice(*english)], text[slice(*chinese)]):
                bits = weights.CELLS + _doubt(text, english, chinese, lexicon)
                bits += han_doubt(text[slice(*chinese)])
                ways.append(Hypothesis(english, chinese, 0.0, bits))
        if ways:
            yield Site(tuple(ways), (), Remark("gloss_line"))


def _doubt(text: str, english: Span, chinese: Span, lexicon: Lexicon) -> float:
    return remark_doubt(text[slice(*english)], text[slice(*chinese)], lexicon)


def _field(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Site]:
    bullet = _BULLET.match(text, begin, end)
    start, stop = trim(text, bullet.end() if bullet else begin, end)
    field = text[start:stop]
    if not has_han(field) or not has_latin(field) or not _own_brackets(field):
        return []
    ways: dict[bool, list[Hypothesis]] = {True: [], False: []}
    for middle in _FIELD_MIDDLE.finditer(text, start, stop):
        marked = bool(middle.group().strip())
        left, right = trim(text, start, middle.start()), trim(text, middle.end(), stop)
        if has_han(text[slice(*left)]) == has_han(text[slice(*right)]):
            continue
        chinese, english = (left, right) if has_han(text[slice(*left)]) else (right, left)
        if _two_names(text[slice(*english)], text[slice(*chinese)]):
            base = weights.WHOLE_FIELD if marked else weights.SIDE_BY_SIDE
            base += _doubt(text, english, chinese, lexicon)
            base += han_doubt(text[slice(*chinese)])
            seam = text[chinese[0] if chinese is right else chinese[1] - 1]
            cut = 0.0 if marked or has_han(seam) else weights.CUT_IN_LATIN
            if cut and chinese is right:
                # The Latin word before the Chinese text is the English name's.
                continue
            ways[marked].append(Hypothesis(english, chinese, cut, base))
    # A mark parts two names; a space may as well stand inside one of them.
    best = tuple(ways[True] or ways[False])
    return [Site(best, (), Remark("gloss_line"))] if best else []


def _own_brackets(field: str) -> bool:
    """Whether every bracket of a field belongs to the name that it stands in (汇丰（香港）).

    What stands in it is in the script of what stands before it.
    """
    for bracket in _BRACKET.finditer(field):
        before = field[: bracket.start()].rstrip()[-1:]
        if not before or has_han(before) != has_han(bracket.group()):
            return False
    return _BRACKETS.isdisjoint(_BRACKET.sub("", field))


def _two_names(english: str, chinese: str) -> bool:
    """Whether two pieces of a line look like an English and a Chinese name."""
    named = (
        not has_han(english)
        and latin_shape(english) in {Shape.NAME, Shape.ACRONYM}
        and not is_title(english)
    )
    prose = any(not (has_han(word) or capital(word)) for word in chinese.split())
    return named and not prose and han_shape(chinese) is Shape.HAN
