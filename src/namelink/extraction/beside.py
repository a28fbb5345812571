"""Two names side by side in Chinese prose: "比尔·埃文斯 Bill Evans 说", "张译 / Zhang Yi、".

Mostly two such names are two things (微软 Windows, 使用 Python), so the pattern weighs less than
nothing and the names must be alike.
"""

import re
from collections.abc import Iterator

from namelink.extraction import weights
from namelink.extraction.chinese import chinese_names, expected_length
from namelink.extraction.doubts import han_doubt, remark_doubt
from namelink.extraction.english import is_title
from namelink.extraction.hypothesis import Hypothesis, Site, Span
from namelink.extraction.lexicon import Lexicon
from namelink.extraction.people import is_person, is_surnamed
from namelink.extraction.shapes import WORD, Shape, latin_shape
from namelink.extraction.sites import chinese_prose
from namelink.model.remark import Remark
from namelink.text.script import HAN, LATIN

MAX_NAME = 60
# A run of capitalized words, and what is between it and the Chinese text on either side.
_RUN = re.compile(rf"(?<![{LATIN}\d(（@#/])(?=[A-ZÀ-Þ]){WORD.pattern}(?:[ ]{WORD.pattern}){{0,5}}")
_BETWEEN = re.compile(r"(?:\s?[/|]\s?| )\Z")
# Chinese text up to a Latin name.
_HAN_RUN = re.compile(rf"[{HAN}·・•]+\Z")
# A Chinese name behind a Latin one ends at a mark or space.
_NEXT = re.compile(
    rf"(?:\s?/\s?| |，)(?P<name>[{HAN}]+(?:[·・•][{HAN}]+)*)(?=[\s，。、；：！？,;!?)）]|\Z)"
)
_OPEN = frozenset("(（")
_SHAPES = {Shape.NAME, Shape.ACRONYM}


def beside_in_chinese(text: str, lexicon: Lexicon) -> Iterator[Site]:
    """Sites of Latin names in Chinese prose that a Chinese name stands beside.

    Args:
        text: any string.
        lexicon: what is known of Chinese words.

    Yields:
        Sites.
    """
    for run in _RUN.finditer(text):
        start, end = run.span()
        if end - start > MAX_NAME or latin_shape(run.group()) not in _SHAPES:
            continue
        if (
            text[end : end + 1] in _OPEN
            or is_title(run.group())
            or not chinese_prose(text, start, end)
        ):
            continue
        yield from _before(text, (start, end), lexicon)
        yield from _behind(text, (start, end), lexicon)


def _before(text: str, english: Span, lexicon: Lexicon) -> Iterator[Site]:
    between = _BETWEEN.search(text, max(0, english[0] - 3), english[0])
    if between is None:
        return
    low = max(0, between.start() - MAX_NAME)
    run = _HAN_RUN.search(text, low, between.start())
    if run is None:
        return
    expect = expected_length(text[slice(*english)])
    ways = tuple(
        _way(text, english, (run.start() + name.start, run.end()), name.prior, lexicon)
        for name in chinese_names(run.group(), len(run.group()), expect=expect, lexicon=lexicon)
        if name.proper and run.start() + name.end == run.end()
    )
    if ways:
        yield Site(ways, (), Remark("gloss_between_commas"))


def _behind(text: str, english: Span, lexicon: Lexicon) -> Iterator[Site]:
    hit = _NEXT.match(text, english[1])
    if hit is not None:
        way = _way(text, english, hit.span("name"), 0.0, lexicon)
        yield Site((way,), (), Remark("gloss_between_commas"))


def _way(text: str, english: Span, chinese: Span, prior: float, lexicon: Lexicon) -> Hypothesis:
    name, han = text[slice(*english)], text[slice(*chinese)]
    bits = weights.BESIDE_IN_CHINESE + han_doubt(han)
    bits += remark_doubt(name, han, lexicon)
    if latin_shape(name) is Shape.ACRONYM:
        bits += weights.ACRONYM
    if is_person(name) and is_surnamed(han):
        bits += weights.PERSON_BESIDE
    return Hypothesis(english, chinese, prior, bits)
