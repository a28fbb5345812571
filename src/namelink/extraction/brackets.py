"""Brackets of a text, and the items that a bracket lists.

Every look is bounded: a bracket is at most `MAX_CONTENT` characters long and may hold brackets to
a depth of `MAX_DEPTH`, so that even a text of nothing but brackets takes time in proportion to its
length.

>>> text = "Alibaba Token Hub (ATH, 阿里AI核心事业群)"
>>> [bracket] = brackets(text)
>>> [text[item.start : item.end] for item in items(text, bracket)]
['ATH', '阿里AI核心事业群']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from namelink.extraction.labels import Label, read_label
from namelink.extraction.shapes import Shape, is_citation, is_prose, shape_of
from namelink.extraction.words import LEGAL_FORMS
from namelink.text.script import HAN

MAX_CONTENT = 240
MAX_DEPTH = 3
MAX_ITEMS = 12

_KINDS = {"(": "round", "（": "round", "[": "square", "［": "square", "【": "lens", "〔": "shell"}
_CLOSERS = {
    ")": "round",
    "）": "round",
    "]": "square",
    "］": "square",
    "】": "lens",
    "〕": "shell",
}
_MARK = re.compile(r"[()（）\[\]［］【】〔〕]")
_CUT = re.compile(
    rf"[;；,，、|｜()（）\[\]［］【】〔〕]|\s/\s|(?<=[{HAN}])/(?![{HAN}])|(?<![{HAN}])/(?=[{HAN}])"
)
_NEXT_WORD = re.compile(r"\s*([A-Za-z.]+)")
_TITLE_BEFORE = re.compile(r"[》」』”\"*_]\s?[(（]\Z")
_PADDING = " \t\r\n\u3000\u00a0*_`\"“”'‘’「」『』《》〈〉<>&"


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of brackets.

    Attributes:
        open: position of the opening bracket.
        close: position of the closing bracket.
    """

    open: int
    close: int


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a bracket lists, without its label and quotation marks.

    Attributes:
        start: first character in the text.
        end: one past the last character.
        label: what the author says that it is.
        shape: what it looks like.
    """

    start: int
    end: int
    label: Label
    shape: Shape


def brackets(text: str) -> Iterator[Bracket]:
    """Pairs of brackets whose content may be a gloss, inner ones before outer ones.

    Args:
        text: any string; brackets without partner are passed over.

    Yields:
        Pairs that are neither longer than `MAX_CONTENT` nor deeper than `MAX_DEPTH`.
    """
    # An open bracket is kept with the depth of what it holds so far.
    stack: list[tuple[int, str, int]] = []
    for mark in _MARK.finditer(text):
        char, place = mark.group(), mark.start()
        if char in _KINDS:
            stack.append((place, _KINDS[char], 0))
        elif stack and stack[-1][1] == _CLOSERS[char]:
            begin, _, inner = stack.pop()
            depth = inner + 1
            if stack:
                stack[-1] = (*stack[-1][:2], max(stack[-1][2], depth))
            if place - begin <= MAX_CONTENT and depth <= MAX_DEPTH:
                yield Bracket(begin, place)


def items(text: str, bracket: Bracket) -> tuple[Item, ...]:
    """The items that a bracket lists, in text order, remarks included.

    Args:
        text: the text.
        bracket: a bracket in it.

    Returns:
        Items; none when the content is code, an address, a citation or spans a paragraph.
    """
    start, end = bracket.open + 1, bracket.close
    content = text[start:end]
    if "\n\n" in content or not is_prose(content):
        return ()
    # "(Smith, 2019)" cites, but behind a quoted title "(Hero, 2002)" names the work and its year.
    if is_citation(content) and not _TITLE_BEFORE.search(text, max(0, bracket.open - 3), start):
        return ()
    found = []
    for begin, stop in _pieces(content)[:MAX_ITEMS]:
        item = read_item(text, start + begin, start + stop)
        if item is not None:
            found.append(item)
    return tuple(found)


def read_item(text: str, start: int, end: int) -> Item | None:
    """Read one item: cut its label and quotation marks, tell its shape.

    Args:
        text: the text.
        start: first character of the item.
        end: one past its last character.

    Returns:
        The item, None when nothing is left of it.
    """
    start, end = trim(text, start, end)
    label, length = read_label(text[start:end])
    start, end = trim(text, start + length, end)
    if start >= end:
        return None
    return Item(start, end, label, shape_of(text[start:end]))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut space, quotation marks and emphasis from both ends of a span."""
    while start < end and text[start] in _PADDING:
        start += 1
    while start < end and text[end - 1] in _PADDING:
        end -= 1
    return start, end


def _pieces(content: str) -> list[tuple[int, int]]:
    pieces, begin, depth = [], 0, 0
    for cut in _CUT.finditer(content):
        mark = cut.group()
        if mark in _KINDS:
            depth += 1
        elif mark in _CLOSERS:
            depth -= 1
        elif depth == 0 and not (mark in ",，" and _legal_form_follows(content, cut.end())):
            pieces.append((begin, cut.start()))
            begin = cut.end()
    return [*pieces, (begin, len(content))]


def _legal_form_follows(content: str, place: int) -> bool:
    word = _NEXT_WORD.match(content, place)
    return word is not None and word.group(1).casefold().rstrip(".") in LEGAL_FORMS
