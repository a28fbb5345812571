"""What CC-CEDICT's words are rendered by in English names, and how often.

>>> shares = rendered("曲棍球")
>>> shares["field", "hockey"] > shares["hockey",] > 0
True
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from namelink.readings.engines import glosses
from namelink.tables.proper_words import proper_words
from namelink.tables.synonyms import synonyms
from namelink.tables.words import stem
from namelink.text.atoms import atoms
from namelink.text.clean import clean

Words = tuple[str, ...]

# How often the words of a first gloss stand in the English name where the Chinese one holds the
# entry, for entries of one, two and more characters; then those of the second gloss, and what
# each further one has of that. A gloss of two words is seldom a name's rendering as it stands;
# each word of it is now and then (曲棍球: field hockey). Counted on the pairs of the fit.
_FIRST = (0.12, 0.33, 0.5)
_LATER = (0.03, 0.09, 0.12)
_NEXT = 0.8
_WHOLE = (0.01, 0.06, 0.26)
_PART = (0.03, 0.12, 0.2)
_LATER_PART = (0.01, 0.04, 0.08)
# A word near to a gloss, one step away: 碎块 is a fragment in the dictionary, a shard in names.
_RELATED = {
    "same": (0.002, 0.011, 0.012),
    "family": (0.0024, 0.005, 0.005),
    "near": (0.001, 0.008, 0.008),
}
_NEXT_RELATED = 0.8
_MOST_RELATED = 2
# The entry that another refers to as its variant, or sees.
_REFERRED = 0.7
_MOST_SENSES = 12
_MOST_WORDS = 3

# Remarks about an entry, not translations of it.
_REMARK = re.compile(
    r"^(?:CL:|see |see also|variant of|old variant|erhua|abbr\.|also written|also pr\.|used in|"
    r"surname |"
    r"same as|classifier|Japanese variant|archaic variant|Taiwan pr)|\bvariant of\b"
)
# The simplified form stands behind a bar, where it is another.
_REFERENCE = re.compile(
    r"(?:variant of|see|see also|same as|abbr\. for) (?:[^|\[ ]+\|)?([^|\[ ]+)\["
)
# What such a word lists are examples, and no translation: 自治区 is not Inner Mongolia.
_EXAMPLES = re.compile(r"\b(?:namely|such as|for example|e\.g\.).*")
_PLAIN = re.compile(r"[a-z ]+")
_BRACKET = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_STOPPED = frozenset("a an the to of be sb sth one's for in on at with by or and etc".split())


def phrase(text: str) -> tuple[str, ...]:
    """Stems of the words of an English phrase, without articles and prepositions.

    Args:
        text: an English phrase.

    Returns:
        Stems; empty for a phrase of function words.
    """
    # Most glosses are nothing but words.
    if _PLAIN.fullmatch(text):
        return stems(text.split())
    return stems(atom.key for atom in atoms(clean(text)) if atom.shape != "han")


def stems(keys: Iterable[str]) -> tuple[str, ...]:
    """Stems of folded words, without articles and prepositions.

    Args:
        keys: folded words.

    Returns:
        Stems; empty for function words alone.
    """
    return tuple(stem(key) for key in keys if key not in _STOPPED)


def rendered(word: str) -> dict[Words, float]:
    """How often stems of English words stand where a Chinese name holds a word.

    Args:
        word: simplified characters.

    Returns:
        Shares by stems, largest first; empty for a word that the dictionary does not have.
    """
    found: dict[Words, float] = {}
    for other in _referred(word):
        for words, share in _by_gloss(other).items():
            found.setdefault(words, share * _REFERRED)
    for words, share in _by_gloss(word).items():
        found[words] = max(found.get(words, 0.0), share)
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def _by_gloss(word: str) -> dict[Words, float]:
    size = min(len(word), len(_FIRST)) - 1
    options = list(dict.fromkeys(_phrases(word)))[:_MOST_SENSES]
    if not options:
        return {}
    found: dict[Words, float] = {}
    parts: dict[Words, float] = {}
    shorter = _of_pieces(word)
    for place, words in enumerate(options):
        later = _NEXT ** max(place - 1, 0)
        single = _LATER[size] * later if place else _FIRST[size]
        found[words] = _WHOLE[size] * later if len(words) > 1 else single
        for each in [one for one in words if one not in shorter] if len(words) > 1 else ():
            parts.setdefault((each,), _LATER_PART[size] * later if place else _PART[size])
    found = parts | found
    alone = [words[0] for words in options if len(words) == 1][:_MOST_RELATED]
    for place, each in enumerate(alone):
        for way, others in synonyms(each).items():
            for rank, other in enumerate(others):
                found.setdefault((other,), _RELATED[way][size] * _NEXT_RELATED ** (place + rank))
    return found


def _of_pieces(word: str) -> set[str]:
    """Glosses of shorter words inside: 大学, and not 师范大学, is what University stands for."""
    size = len(word)
    pieces = {word[at:end] for at in range(size) for end in range(at + 1, size + 1)} - {word}
    return {words[0] for piece in pieces for words in _phrases(piece) if len(words) == 1}


def is_entry(word: str) -> bool:
    """Whether a word stands in the dictionary: an ordinary one, or one that names are made of.

    Args:
        word: simplified characters.
    """
    return bool(word) and (word in glosses(word[0]) or word in proper_words(word[0]))


def _senses(word: str) -> list[str]:
    if not word:
        return []
    ordinary = glosses(word[0]).get(word)
    found = ordinary.split("/") if ordinary else []
    if word in proper_words(word[0]):
        # What follows the name tells whose it is, or where.
        named = glosses(word[0], proper=True).get(word, "")
        found += [_BRACKET.sub(" ", sense).partition(",")[0] for sense in named.split("/")]
    return found


# A word stands in many others, whose own glosses are told from those of their pieces.
@lru_cache(maxsize=50_000)
def _phrases(word: str) -> tuple[Words, ...]:
    """Stems of each gloss that is short enough to stand in a name."""
    options = (
        phrase(option)
        for sense in _senses(word)
        if not _REMARK.search(sense)
        for option in re.split(r"[;,]", _EXAMPLES.sub("", _BRACKET.sub(" ", sense)))
    )
    # 的 is "~'s", which is no word of a name.
    return tuple(
        words for words in options if 0 < len(words) <= _MOST_WORDS and not _is_letter(words)
    )


def _is_letter(words: Words) -> bool:
    return len(words) == 1 and len(words[0]) == 1 and words[0].isalpha()


def _referred(word: str) -> list[str]:
    """Other entries that an entry is a variant of, or refers to."""
    found = (_REFERENCE.search(sense) for sense in _senses(word) if _REMARK.search(sense))
    return [match[1] for match in found if match and match[1] != word]
