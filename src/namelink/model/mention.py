"""A bilingual mention found in running text."""

from dataclasses import dataclass

from namelink.model.comparison import Comparison
from namelink.model.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity that a text names in both languages.

    Attributes:
        english: the English name as it stands in the text.
        chinese: the Chinese name as it stands in the text.
        aliases: further names in the same gloss, such as an acronym.
        kind: the kind of the entity.
        score: probability that both name one entity, the weight of the gloss included.
        english_span: start and end of the English name in the text.
        chinese_span: start and end of the Chinese name in the text.
        comparison: the evidence of the two as bare names plus the gloss.
    """

    english: str
    chinese: str
    aliases: tuple[str, ...]
    kind: Kind
    score: float
    english_span: tuple[int, int]
    chinese_span: tuple[int, int]
    comparison: Comparison
