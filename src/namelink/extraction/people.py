"""Whether a name on either side is a person's or a place's, by the tables.

A person's name is followed by remarks more than other names are: where one is from, what one does.
"""

from functools import cache

from namelink.extraction.shapes import WORD
from namelink.tables.chinese_places import chinese_places
from namelink.tables.chunks import is_sound
from namelink.tables.latin_names import is_chinese_person
from namelink.tables.lexicon import english_word, place_names
from namelink.tables.names import surname_length, western_given_names
from namelink.text.fold import fold_latin

# A single word may be anybody's surname, and anything else.
MIN_WORDS = 2
_DOTS = "·•・‧∙ "


def is_person(english: str) -> bool:
    """Whether an English name is that of a person: two words or more, as people are called.

    >>> is_person("Zhang Hong"), is_person("Sarah Collins"), is_person("Victoria Park")
    (True, True, False)
    """
    words = tuple(fold_latin(word) for word in WORD.findall(english))
    # Victoria Park begins with a given name and is a park.
    if len(words) < MIN_WORDS or english_word(words[-1]) is not None:
        return False
    return words[0] in western_given_names() or is_chinese_person(words)


def is_land(english: str) -> bool:
    """Whether an English name is that of a country or big city.

    >>> is_land("Japan"), is_land("South Africa"), is_land("Tongyi Lab")
    (True, True, False)
    """
    solid = "".join(letter for letter in english.casefold() if letter.isalpha())
    return solid in _lands()


@cache
def _lands() -> frozenset[str]:
    return frozenset(name for names in place_names().values() for name in names)


def is_surnamed(chinese: str) -> bool:
    """Whether a Chinese name is as long as people's are and begins with a surname.

    >>> is_surnamed("林超贤"), is_surnamed("动作"), is_surnamed("张")
    (True, False, False)
    """
    rest = len(chinese) - surname_length(chinese)
    return rest < len(chinese) and rest in {1, 2}


def is_named(chinese: str) -> bool:
    """Whether a Chinese name could be a person's: by a surname, or written by sound.

    >>> is_named("林超贤"), is_named("佩雷·里巴"), is_named("优秀奖")
    (True, True, False)
    """
    bare = [char for char in chinese if char not in _DOTS]
    # A married woman in Hong Kong may have two surnames.
    surnamed = is_surnamed(chinese) or (surname_length(chinese) and is_surnamed(chinese[1:]))
    return len(bare) < len(chinese) or bool(surnamed) or all(map(is_sound, bare))


def is_place(chinese: str) -> bool:
    """Whether a Chinese name is that of a country or city.

    >>> is_place("上海"), is_place("张弘")
    (True, False)
    """
    return chinese in chinese_places() or chinese in place_names()
