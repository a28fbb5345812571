"""Find the bilingual mentions of a text: the room's one entrance, and the order of its steps."""

from namelink.extraction.asides import aside_sites
from namelink.extraction.choice import CompareOne, ScoreMany, choose, mention, without_overlap
from namelink.extraction.lexicon import NO_LEXICON, Lexicon
from namelink.extraction.sites import bracket_sites
from namelink.model.mention import Mention
from namelink.text.variants import fold_han


def mentions(
    text: str,
    *,
    score: ScoreMany,
    compare: CompareOne,
    review_at: float,
    match_at: float = 0.5,
    lexicon: Lexicon = NO_LEXICON,
) -> list[Mention]:
    """Find the entities that a text names in both English and Chinese.

    Args:
        text: any string.
        score: scores English names against Chinese ones, row by row; called once a text.
        compare: compares one pair with all its evidence; called once a mention.
        review_at: mentions with a lower score are left out.
        match_at: lowest score of the verdict ``match``.
        lexicon: what it knows of Chinese words tells names from remarks and lead-ups.

    Returns:
        Mentions in text order. Spans are positions in the text, and two mentions overlap only
        where they share a name.
    """
    # Patterns and lists of words are met by either form of a character; positions stay.
    folded = fold_han(text)
    sites = [*bracket_sites(folded, lexicon), *aside_sites(folded, lexicon)]
    found = [item for item in choose(text, sites, score) if item.score >= review_at]
    return [
        mention(text, item, compare, review_at=review_at, match_at=match_at)
        for item in without_overlap(found)
    ]
