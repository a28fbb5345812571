"""What extraction asks of a dictionary of Chinese words, which the caller hands in."""

from typing import Literal, Protocol

Lead = tuple[int, int, Literal["function", "verb"]]


class Lexicon(Protocol):
    """Words of Chinese prose."""

    def is_word(self, han: str, /) -> bool:
        """Whether a piece of text is an ordinary word and no proper noun."""

    def is_wording(self, han: str, /) -> bool:
        """Whether a piece of text is nothing but ordinary words."""

    def leading_words(self, text: str, /) -> tuple[Lead, ...]:
        """Start, end and sort of words that lead up to a name."""


class _NoLexicon:
    def is_word(self, _: str, /) -> bool:
        return False

    def is_wording(self, _: str, /) -> bool:
        return False

    def leading_words(self, _: str, /) -> tuple[Lead, ...]:
        return ()


# A dictionary that holds no word.
NO_LEXICON: Lexicon = _NoLexicon()
