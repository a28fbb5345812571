"""What the words of Chinese prose are: ordinary words, and words that lead up to a name.

Extraction asks this of the text around a gloss. It is told whether a bracket holds an ordinary
word (主持, 下滑) where a name is looked for, and where a clause ends and a name may begin.

>>> is_word("主持"), is_word("上海"), is_wording("项目经理"), is_wording("黄仁勋")
(True, False, True, False)
>>> leading_words("目前宣布任命彭阳")
((0, 2, 'function'), (2, 4, 'verb'), (4, 6, 'verb'))
"""

from functools import lru_cache
from typing import Literal

from namelink.readings.engines import cut_words, glosses, word_tags
from namelink.tables.lexicon import han_words
from namelink.text.variants import fold_han

Lead = Literal["function", "verb"]

# Tags of jieba: preposition, conjunction, adverb, pronoun, time.
_FUNCTION = ("p", "c", "d", "r", "t")
_VERB = "v"
_USED_AS_NOUN = "vn"
_LONGEST_WORDING = 16
# Characters that stand before a word and make no other of it.
_LEADING = "的了在是据从对向与和及等将被把为该这那各名个位其本我你他她不无有因以并"


def is_word(han: str) -> bool:
    """Whether a piece of Chinese text is an ordinary word of the dictionary and no proper noun.

    Args:
        han: Chinese characters, in any variant.
    """
    return _is_word(fold_han(han))


def is_wording(han: str) -> bool:
    """Whether a piece of Chinese text is nothing but ordinary words of two characters or more.

    Args:
        han: Chinese characters, in any variant.
    """
    folded = fold_han(han)[:_LONGEST_WORDING]
    # Places that ordinary words reach, from what may lead up to one (据媒体, 名男子).
    reached = set(range(len(folded) - len(folded.lstrip(_LEADING)) + 1))
    for end in range(2, len(folded) + 1):
        if any(_is_word(folded[start:end]) for start in reached if start + 1 < end):
            reached.add(end)
    return len(folded) > 1 and len(han) in reached and folded.strip(_LEADING) != ""


def leading_words(text: str) -> tuple[tuple[int, int, Lead], ...]:
    """Words that lead up to a name: verbs, and adverbs, pronouns and the like.

    Args:
        text: Chinese text; other characters are passed over.

    Returns:
        Start, end and sort of those words, of two characters or more.
    """
    found, place = [], 0
    for word in cut_words(fold_han(text)):
        lead = _lead(word) if len(word) > 1 else None
        if lead:
            found.append((place, place + len(word), lead))
        place += len(word)
    return tuple(found)


@lru_cache(maxsize=20_000)
def _is_word(word: str) -> bool:
    # That a character is a surname as well makes it no proper noun.
    proper = glosses(word[0], proper=True).get(word, "surname ")
    return word in glosses(word[0]) and all(
        sense.startswith("surname ") for sense in proper.split("/")
    )


@lru_cache(maxsize=20_000)
def _lead(word: str) -> Lead | None:
    # What names of bodies and places are made of is no sign of a clause (开发, 保护).
    if word in han_words():
        return None
    tag = word_tags(word[0]).get(word, "")
    if tag.startswith(_FUNCTION):
        return "function"
    # The tags call some nouns verbs (选手), the glosses do not.
    senses = glosses(word[0]).get(word, "").split("/")
    verb = any(sense.startswith("to ") for sense in senses)
    if verb and tag != _USED_AS_NOUN and (tag[:1] == _VERB or senses[0].startswith("to ")):
        return "verb"
    return None
