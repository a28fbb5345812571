"""Where an English name begins that ends at a known place.

"the newly formed Alibaba Token Hub" before a bracket holds one name and words that lead up to it.
Every suffix of words is a hypothesis. Capitals, articles, titles, possessives and sentence ends
say in bits how well a name may begin there; the scorer says how well it fits the Chinese name.

>>> text = "Alibaba's model architect Zhang Di"
>>> for hypothesis in english_names(text, len(text)):
...     print(text[hypothesis.start : hypothesis.end], hypothesis.prior)
Di -7.0
Zhang Di 0.5
"""

import re
from dataclasses import dataclass, replace

from namelink.extraction import weights
from namelink.extraction.hypothesis import Start
from namelink.extraction.shapes import WORD, Shape, capital, has_latin, latin_shape
from namelink.extraction.words import (
    ABBREVIATIONS,
    COMMON_OWNERS,
    CONNECTORS,
    FUNCTION_WORDS,
    LEGAL_FORMS,
    LISTED_BODIES,
    PARTITIVES,
    TITLE_ATTRIBUTES,
    TITLES,
)
from namelink.text.script import HAN

LOOK_BACK = 200
MAX_WORDS = 16
MAX_TERM_WORDS = 4
MAX_TAIL = 2
MIN_TAIL_LETTERS = 3

_TAIL = re.compile(r"\.?[)）]?\.?\Z")
# Up to the last mark that no name goes across; the greedy pattern finds the last one first.
_WALL = re.compile(rf"[\s\S]*[{HAN}|;:!?。，；：！？、<>{{}}=\t]")
_CHINESE_LEAD = re.compile(rf"[{HAN}，。、；：！？）》”]\s?\Z")
_OPENERS = '"“‘「『《*_'
_ARTICLES = frozenset({"the", "a", "an"})
# Hong Kong-listed, Beijing-based: a name used as an attribute ends no name.
_ATTRIBUTE = re.compile(r"-(?:[a-z]{3,}ed|led|born|made|run|style|language)\Z")
_QUOTES = {"”": "“", '"': '"', "»": "«", "》": "《", "」": "「", "』": "『"}
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    # What stands between this word and the next one, or the end of the name.
    gap: str

    @property
    def lower(self) -> str:
        return self.text.casefold().removesuffix("'s").removesuffix("’s")

    @property
    def titles(self) -> bool:
        """Whether it is a title, or several with hyphens between them (Director-General)."""
        return all(part in TITLES for part in self.lower.split("-"))

    @property
    def connects(self) -> bool:
        return self.text in CONNECTORS

    @property
    def capital(self) -> bool:
        return capital(self.text) and not _ATTRIBUTE.search(self.text)

    @property
    def possessive(self) -> bool:
        return self.text.endswith(_POSSESSIVE) and self.lower not in COMMON_OWNERS


def english_names(text: str, end: int, *, office: bool = False) -> tuple[Start, ...]:
    """Hypotheses for the English name that ends at a place, shortest first.

    Args:
        text: the text.
        end: one past the last character of the name.
        office: whether the name is known to be that of an office, to which titles belong.

    Returns:
        Hypotheses; none when no Latin word ends there.
    """
    low = max(0, end - LOOK_BACK)
    words = _words(text, low, end)
    if not words:
        return ()
    if not words[-1].capital:
        tail = _lower_tail(words)
        if not tail:
            return _terms(text, words, end)
        head = words[: len(words) - tail]
        names = english_names(text, head[-1].end, office=office)
        lower = [name for name in _terms(text, words, end) if name.start >= words[-tail].start]
        return (
            *(replace(term, prior=term.prior + weights.CUT_BEFORE_TAIL) for term in lower),
            *(
                replace(name, end=end, tail=True)
                for name in names
                if _balanced(text[name.start : end])
            ),
        )
    titled = not office and not _is_title(words, len(words) - 1)
    found, cost = [], 0.0
    for place in range(len(words) - 1, max(-1, len(words) - 1 - MAX_WORDS), -1):
        word = words[place]
        if place < len(words) - 1:
            step = _crossing(word, words[place + 1])
            if step is None:
                break
            cost += step
        if not word.capital and not word.connects:
            break
        if word.possessive and place < len(words) - 1:
            cost += weights.KEEP_POSSESSIVE
        start = _start(text, words, place, low, titled=titled)
        if start is not None and _is_name(text[word.start : end]):
            prior, quoted = start
            found.append(Start(word.start, end, prior + cost, proper=True, quoted=quoted))
        cost += _inside(words, place, titled=titled)
    return tuple(found)


def _lower_tail(words: list[_Word]) -> int:
    """How many words in lower case end a name that begins in capitals; 0 for no such name."""
    for length in range(1, MAX_TAIL + 1):
        word = words[-length]
        if word.connects or word.lower in FUNCTION_WORDS or len(word.text) < MIN_TAIL_LETTERS:
            return 0
        before = words[-length - 1] if length < len(words) else None
        if before is None or before.gap != " " or before.possessive:
            return 0
        if before.capital and before.text[0].isalpha():
            return 0 if before.lower in FUNCTION_WORDS else length
    return 0


def is_title(text: str) -> bool:
    """Whether an English piece of text ends in a title or office, so that it names nobody.

    >>> is_title("CEO"), is_title("Attorney General"), is_title("Daniel Zhang")
    (True, True, False)
    """
    words = _words(text, 0, len(text))
    return bool(words) and _is_title(words, len(words) - 1)


def quoted_english(text: str, end: int) -> tuple[Start, ...]:
    """The one hypothesis for a name whose closing quotation mark ends at a place.

    Args:
        text: the text.
        end: one past the closing mark.

    Returns:
        The name between the marks; none without marks, or when no capitalized name is there.

    >>> text = 'He wrote "Journey to the West"'
    >>> [text[name.start : name.end] for name in quoted_english(text, len(text))]
    ['Journey to the West']
    """
    opener = _QUOTES.get(text[end - 1 : end])
    begin = text.rfind(opener, max(0, end - LOOK_BACK), end - 1) + 1 if opener else 0
    content = text[begin : end - 1]
    if not begin or "\n\n" in content or latin_shape(content) is not Shape.NAME:
        return ()
    return (Start(begin, end - 1, weights.QUOTED_START, proper=True, quoted=True),)


def _words(text: str, low: int, end: int) -> list[_Word]:
    wall = _WALL.match(text, low, end)
    low = wall.end() if wall else low
    matches = list(WORD.finditer(text, low, end))
    # A word that the window cuts in two is no word.
    if matches and not wall and low and matches[0].start() == low:
        matches = matches[1:]
    if not matches or not _TAIL.fullmatch(text[matches[-1].end() : end]):
        return []
    stops = [match.start() for match in matches[1:]] + [end]
    return [
        _Word(match.group(), match.start(), match.end(), text[match.end() : stop])
        for match, stop in zip(matches, stops, strict=True)
    ]


def _crossing(word: _Word, following: _Word) -> float | None:
    """Bits for holding two neighboring words in one name, None when it cannot be."""
    gap = word.gap
    bare = gap.strip()
    if gap.count("\n") > 1 or len(gap) > 6:
        return None
    cost = weights.CROSS_LINE if "\n" in gap else 0.0
    if bare in {"", "&", "/", "·", "+"}:
        return cost
    if bare == ".":
        single = len(word.text) == 1 and word.text.isupper()
        return cost if single or word.lower in ABBREVIATIONS else None
    if bare in {",", ".,"}:
        legal = following.lower in LEGAL_FORMS
        return cost if legal else cost + weights.CROSS_COMMA
    if bare and set(bare) <= set("()（）*"):
        return cost + weights.CROSS_BRACKET
    return None


def _inside(words: list[_Word], place: int, *, titled: bool) -> float:
    """Bits for a word that stands inside the name; where it is titled, titles stand before it."""
    word = words[place]
    if word.connects:
        return _connection(words, place)[0]
    return weights.KEEP_TITLE if titled and _is_title(words, place) else 0.0


def _is_title(words: list[_Word], place: int) -> bool:
    """Whether a word is a title where it stands."""
    if words[place].lower not in TITLE_ATTRIBUTES:
        return words[place].titles
    beside = (words[near] for near in (place - 1, place + 1) if 0 <= near < len(words))
    return any(word.titles for word in beside)


def _start(
    text: str, words: list[_Word], place: int, low: int, *, titled: bool
) -> tuple[float, bool] | None:
    """Bits for a name that begins at a word, and whether a mark says so; None when none can."""
    word = words[place]
    quoted = word.start > low and text[word.start - 1] in _OPENERS
    before = words[place - 1] if place and _crossing(words[place - 1], word) is not None else None
    prior = weights.QUOTED_START if quoted else 0.0
    if not quoted and (word.lower in FUNCTION_WORDS or word.connects):
        if not word.capital or place == len(words) - 1:
            return None
        # Where Chinese text leads up to it, the whole Latin run is the name.
        alone = before is None and _led_by_chinese(text, word)
        prior += weights.FUNCTION_WITHIN if alone else _function_start(word, before)
    if word.text[0].isdigit():
        prior += weights.NUMBER_START
    if titled and _is_title(words, place):
        prior += weights.KEEP_TITLE
    if word.lower in PARTITIVES and [near.text for near in words[place + 1 : place + 2]] == ["of"]:
        prior += weights.KEEP_PART
    if quoted or before is None:
        return prior, quoted
    return prior + _cut(text, words, place - 1, titled=titled), quoted


def _led_by_chinese(text: str, word: _Word) -> bool:
    return _CHINESE_LEAD.search(text, max(0, word.start - 3), word.start) is not None


def _function_start(word: _Word, before: _Word | None) -> float:
    """Bits for a name that begins with a capitalized article, preposition or the like."""
    if before is not None and "\n" not in before.gap:
        # A capital inside a sentence is there because the word belongs to the name.
        return weights.FUNCTION_WITHIN
    return weights.ARTICLE_START if word.lower in _ARTICLES else weights.FUNCTION_START


def _cut(text: str, words: list[_Word], place: int, *, titled: bool) -> float:
    """Bits for a name that begins right after a word which might have belonged to it."""
    before = words[place]
    if before.possessive:
        return weights.CUT_AFTER_POSSESSIVE
    if titled and _is_title(words, place):
        return weights.CUT_AFTER_TITLE
    if before.connects:
        return _cut_after_connector(words, place, titled=titled)
    opens = place == 0 or _crossing(words[place - 1], before) is None
    led = opens and _led_by_chinese(text, before)
    # A function word with a capital is part of a title (Farewell My Concubine), unless it opens.
    parts = not before.capital or (opens and not led and before.lower in FUNCTION_WORDS)
    legal = words[place + 1].lower in LEGAL_FORMS
    if parts or (not legal and ("," in before.gap or "\n" in before.gap)):
        return 0.0
    if titled and _ends_office(words, place):
        return weights.CUT_AFTER_OFFICE
    return weights.CUT_SENTENCE_START if opens and not led else weights.CUT_RUN


def _ends_office(words: list[_Word], place: int) -> bool:
    """Whether a word ends what a title is of: Minister of Commerce."""
    while place > 0 and words[place].capital and words[place].gap == " ":
        place -= 1
    return place > 0 and words[place].text == "of" and _is_title(words, place - 1)


def _connection(words: list[_Word], place: int) -> tuple[float, float]:
    """Bits for crossing a connector, and for beginning a name after it."""
    word = words[place]
    if word.text == "and":
        return _joining(words, place)
    return CONNECTORS[word.text]


def _joining(words: list[_Word], place: int) -> tuple[float, float]:
    """The same for "and", by what stands before it and what the name ends in."""
    listed = words[-1].lower in LISTED_BODIES and words[place - 1].lower not in LISTED_BODIES
    for near in range(place - 1, max(-1, place - 5), -1):
        word = words[near]
        apart = _crossing(word, words[near + 1]) is None or "," in word.gap
        if apart or not (word.capital or word.connects):
            break
        if word.text in {"of", "for"}:
            # Ministry of Science and Technology: what hangs on "of" is a list more often than not.
            return CONNECTORS["of"]
    return weights.AND_IN_BODY if listed else CONNECTORS["and"]


def _cut_after_connector(words: list[_Word], place: int, *, titled: bool) -> float:
    # "Dream of the Red Chamber": the connectors hang on a capitalized word, which would be cut
    # off. The one that binds most loosely decides what that costs.
    cuts = []
    while place >= 0 and words[place].connects:
        cuts.append(_connection(words, place)[1])
        place -= 1
    if place < 0 or not words[place].capital or _crossing(words[place], words[place + 1]) is None:
        return 0.0
    head = words[place].lower
    if head in PARTITIVES or (titled and _is_title(words, place)):
        return weights.CUT_AFTER_OFFICE
    return max(cuts)


def _terms(text: str, words: list[_Word], end: int) -> tuple[Start, ...]:
    """Hypotheses for a name that ends in lower case: a term, or a brand that is written so."""
    found, cost = [], 0.0
    for used, place in enumerate(range(len(words) - 1, -1, -1)):
        word = words[place]
        if place < len(words) - 1:
            step = _crossing(word, words[place + 1])
            if step is None:
                break
            cost += step
        if used >= MAX_TERM_WORDS or word.lower in FUNCTION_WORDS or len(word.text) == 1:
            break
        cost += weights.TERM_WORD if used else 0.0
        if not word.connects and _balanced(text[word.start : end]):
            found.append(Start(word.start, end, cost, proper=False))
        if word.capital:
            break
    return tuple(found)


def _is_name(piece: str) -> bool:
    return has_latin(piece) and _balanced(piece)


def _balanced(piece: str) -> bool:
    return piece.count("(") + piece.count("（") == piece.count(")") + piece.count("）")
