"""What speaks against a gloss: ordinary words, remarks about a person, terms in lower case.

The pattern says how often two things that stand so are two names of one. What stands there says
more: a bracket behind a person's name that holds an ordinary word (主持, 三等奖) says something of
that person. Where such a word is a name all the same (Apple, 苹果), the names are alike.
"""

import re

from namelink.extraction import weights
from namelink.extraction.brackets import Item
from namelink.extraction.chinese import is_office, is_role
from namelink.extraction.english import is_title
from namelink.extraction.hypothesis import Start
from namelink.extraction.labels import Label
from namelink.extraction.lexicon import Lexicon
from namelink.extraction.people import is_land, is_named, is_person, is_place
from namelink.extraction.shapes import Shape
from namelink.extraction.words import HAN_BODIES, HAN_PARTICLES, HAN_PRONOUNS
from namelink.tables.lexicon import body_words

_PARTICLE = re.compile(f"[{HAN_PARTICLES}]")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\n]\s?)\Z")
_PRONOUNS = tuple(HAN_PRONOUNS)
# 三等奖, 一年级, 四楼: what number of a row.
_IN_A_ROW = re.compile("第?[一二三四五六七八九十两几]+[等年级名次位届期章节楼层岁周天月]")


def han_doubt(han: str) -> float:
    """Bits against a piece of Han text as a name, by its form alone."""
    doubt = weights.DOUBTFUL_HAN if _PARTICLE.search(han) else 0.0
    if han.startswith(_PRONOUNS):
        doubt += weights.PRONOUN
    if _IN_A_ROW.match(han):
        doubt += weights.IN_A_ROW
    return doubt + (weights.ONE_CHARACTER if len(han) == 1 else 0.0)


def remark_doubt(english: str, chinese: str, lexicon: Lexicon, *, foreign: bool = False) -> float:
    """Bits against a Han text beside an English name, as a remark about what is named.

    Args:
        english: the name.
        chinese: the text.
        lexicon: what is known of Chinese words.
        foreign: whether they stand in Chinese prose.

    Returns:
        Bits, 0 where nothing speaks against it.
    """
    bits = 0.0
    if lexicon.is_word(chinese):
        bits = weights.FOREIGN_ORDINARY_WORD if foreign else weights.ORDINARY_WORD
    if is_role(chinese) and not is_title(english):
        bits += weights.ROLE_ALONE
    plain = lexicon.is_wording(chinese)
    if is_person(english):
        if plain or is_place(chinese) or is_office(chinese):
            bits = min(bits, weights.ABOUT_A_PERSON)
        elif not is_named(chinese):
            bits = min(bits, weights.NO_PERSON)
    elif plain and is_land(english):
        bits = min(bits, weights.ABOUT_A_PERSON)
    return bits


def doubt_behind(
    text: str, name: Start, chinese: str, lexicon: Lexicon, *, plain: bool, foreign: bool
) -> float:
    """Bits against the Han item of a bracket behind an English name.

    Args:
        text: the text.
        name: the English name.
        chinese: the item.
        lexicon: what is known of Chinese words.
        plain: whether neither a label nor quotation marks say that the item is a name.
        foreign: whether they stand in Chinese prose.

    Returns:
        Bits, 0 where nothing speaks against it.
    """
    english = text[name.start : name.end]
    opens = _SENTENCE_START.search(text, max(0, name.start - 3), name.start) is not None
    common = opens and name.tail and lexicon.is_wording(chinese)
    if not name.proper or (common and plain and not name.quoted):
        # Brands are written so, but with one word.
        several = " " in english or lexicon.is_wording(chinese)
        return weights.ORDINARY_TERM if several else weights.COMMON_TERM
    doubt = weights.LOWER_TAIL if name.tail else 0.0
    if plain and not name.quoted:
        doubt += remark_doubt(english, chinese, lexicon, foreign=foreign)
    return doubt


def doubt_before(text: str, name: Start, gloss: Item, lexicon: Lexicon, *, office: bool) -> float:
    """Bits against a Chinese name before a bracket with a Latin gloss.

    Args:
        text: the text.
        name: the Chinese name.
        gloss: the item of the bracket.
        lexicon: what is known of Chinese words.
        office: whether the gloss is the name of an office.

    Returns:
        Bits, 0 where nothing speaks against it.
    """
    chinese = text[name.start : name.end]
    if gloss.shape is Shape.TERM:
        plain = lexicon.is_wording(chinese)
        return weights.ORDINARY_TERM - weights.COMMON_TERM if plain else 0.0
    if name.quoted or gloss.label is Label.LATIN:
        return 0.0
    bits = han_doubt(chinese) if _IN_A_ROW.match(chinese) else 0.0
    if is_role(chinese) and not office:
        bits += weights.ROLE_ALONE
    if office and not is_office(chinese):
        bits += weights.ABOUT_A_PERSON
    if lexicon.is_word(chinese):
        return bits + weights.ORDINARY_WORD
    if lexicon.is_wording(chinese) and not chinese.endswith((*HAN_BODIES, *body_words("han"))):
        acronym = gloss.shape is Shape.ACRONYM
        bits += weights.TERM_AND_ACRONYM if acronym else weights.ORDINARY_WORDS
    return bits
