"""Choose one hypothesis a site by the scorer, and make mentions of those that hold.

All hypotheses of a text are scored in one batch. Within a site the sum of the pair's bits and the
boundary's bits decides. The mention's own score adds the weight of the gloss to the pair's, as one
more piece of evidence.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from namelink.extraction import weights
from namelink.extraction.hypothesis import Hypothesis, Site, Span
from namelink.model.comparison import Comparison, PairScore
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Outcome, Relation, Verdict
from namelink.model.mention import Mention
from namelink.text.script import HAN

ScoreMany = Callable[[Sequence[str], Sequence[str]], Sequence[PairScore]]
CompareOne = Callable[[str, str], Comparison]

# Beyond this many bits a pair is sure; more must not outvote the signs of the boundary.
_SURE = 9.0
# Scores of 0 and 1 have no logit; this is as far as a probability may go.
_EDGE = 1e-9

# How a piece of a name stands to the whole.
_PARTS = (Relation.INCOMPLETE, Relation.COMPATIBLE, Relation.EQUAL)

_SPACE_IN_HAN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """A site with the hypothesis that was chosen for it.

    Attributes:
        site: the site.
        chosen: the hypothesis.
        score: probability with the gloss.
    """

    site: Site
    chosen: Hypothesis
    score: float


def plain(text: str, span: Span) -> str:
    r"""A name as the scorer should see it: line breaks inside it are taken out.

    >>> plain("上海量派投資管理有限\n公司", (0, 13)), plain("Yu\nHang", (0, 7))
    ('上海量派投資管理有限公司', 'Yu Hang')
    """
    piece = text[slice(*span)]
    return _SPACE.sub(" ", _SPACE_IN_HAN.sub("", piece))


def log_odds(score: float) -> float:
    """The log odds of a probability, in bits."""
    safe = min(max(score, _EDGE), 1.0 - _EDGE)
    return math.log2(safe / (1.0 - safe))


def probability(bits: float) -> float:
    """The probability of log odds in bits.

    >>> probability(0.0), round(probability(1.0), 4)
    (0.5, 0.6667)
    """
    if bits >= 0:
        return 1.0 / (1.0 + math.exp2(-bits))
    odds = math.exp2(bits)
    return odds / (1.0 + odds)


def heeded(bits: float) -> float:
    """What the scorer's log odds count for inside a gloss.

    True glosses are a mixture: most join names that are alike, some join names that have nothing
    in common and that the scorer must take for strangers. So likeness counts in full, its absence
    down to a floor.

    >>> [round(heeded(bits), 1) for bits in (9.0, 0.0, -6.0, -20.0)]
    [8.9, 0.0, -4.1, -7.2]
    """
    share = weights.UNLIKE_SHARE
    mixed = math.log2(share + (1.0 - share) * math.exp2(bits))
    floor = math.log2(share)
    return mixed + weights.CONTRADICTION_SLOPE * min(0.0, bits - floor)


def gloss_bits(score: float, pattern: float) -> float:
    """The weight of a gloss as evidence beside the bare names' score.

    Args:
        score: probability that the bare names belong to one entity.
        pattern: how often a pattern of this shape is a gloss, in bits.

    Returns:
        Bits to add: the pattern's own, and what relieves the names of being unlike.
    """
    bits = log_odds(score)
    return pattern + heeded(bits) - bits


def with_gloss(score: float, bits: float) -> float:
    """A probability after further evidence: ``logit(result) = logit(score) + bits · ln 2``.

    >>> with_gloss(0.5, 0.0), round(with_gloss(0.5, 1.0), 4)
    (0.5, 0.6667)
    """
    return probability(log_odds(score) + bits)


def choose(text: str, sites: Sequence[Site], score: ScoreMany) -> Iterator[Found]:
    """Choose the best hypothesis of every site.

    Args:
        text: the text.
        sites: places with at least one hypothesis each.
        score: scores pairs of names; it is called once.

    Yields:
        One result a site, in the order of the sites.
    """
    pairs: dict[tuple[str, str], int] = {}
    for site in sites:
        for way in site.hypotheses:
            english, chinese = plain(text, way.english), plain(text, way.chinese)
            for name in (english, _owner(english)):
                if name:
                    pairs.setdefault((name, chinese), len(pairs))
    if not pairs:
        return
    results = score([english for english, _ in pairs], [chinese for _, chinese in pairs])

    def bare(way: Hypothesis) -> PairScore:
        return results[pairs[plain(text, way.english), plain(text, way.chinese)]]

    def owned(way: Hypothesis) -> float:
        owner = _owner(plain(text, way.english))
        named = owner and results[pairs[owner, plain(text, way.chinese)]].relation in _PARTS
        return weights.OWNER_NAMED if named else 0.0

    def worth(way: Hypothesis) -> tuple[float, int]:
        # At equal worth the longer name is taken, so that the result never depends on the order.
        return _likeness(bare(way)) + way.boundary + owned(way), _length(way)

    for site in sites:
        best = max(site.hypotheses, key=worth)
        result = bare(best)
        bits = gloss_bits(result.score, best.gloss)
        yield Found(site, best, with_gloss(result.score, bits))


def _likeness(result: PairScore) -> float:
    """What likeness counts for in the choice among the hypotheses of one gloss."""
    bits = weights.NESTED_SHARE * min(heeded(log_odds(result.score)), _SURE)
    return bits + (weights.INCOMPLETE if result.relation is Relation.INCOMPLETE else 0.0)


def _owner(english: str) -> str:
    """Whose a thing is, where its name begins so and does not say so again.

    >>> _owner("Andersen's Fairy Tales"), _owner("Alibaba's Alibaba Cloud"), _owner("Macy's")
    ('Andersen', '', '')
    """
    owner, mark, rest = english.replace("’", "'").partition("'s ")
    return owner if mark and owner.casefold() not in rest.casefold() else ""


def _length(way: Hypothesis) -> int:
    return way.english[1] - way.english[0] + way.chinese[1] - way.chinese[0]


def without_overlap(found: Iterable[Found]) -> list[Found]:
    """Drop what cannot hold beside something better.

    Two mentions may share a name, English or Chinese. Otherwise their spans stay apart.

    Args:
        found: chosen sites.

    Returns:
        Those that hold, in text order.
    """
    owners: dict[int, list[Hypothesis]] = {}
    kept: dict[tuple[Span, Span], Found] = {}
    for item in sorted(found, key=lambda f: (-f.score, f.chosen.english, f.chosen.chinese)):
        way = item.chosen
        places = [*range(*way.english), *range(*way.chinese)]
        near = [other for place in places for other in owners.get(place, ())]
        same = (way.english, way.chinese) in kept
        if same or any(not _shares(way, other) for other in near):
            continue
        kept[way.english, way.chinese] = item
        for place in places:
            owners.setdefault(place, []).append(way)
    return sorted(
        kept.values(), key=lambda f: (min(f.chosen.english, f.chosen.chinese), f.chosen.chinese)
    )


def _shares(way: Hypothesis, other: Hypothesis) -> bool:
    if way.english == other.english:
        return way.chinese == other.chinese or _apart(way.chinese, other.chinese)
    return way.chinese == other.chinese and _apart(way.english, other.english)


def _apart(one: Span, other: Span) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def mention(
    text: str, found: Found, compare: CompareOne, *, review_at: float, match_at: float
) -> Mention:
    """Make the mention of a chosen site.

    Args:
        text: the text.
        found: a chosen site.
        compare: compares the two bare names with all evidence.
        review_at: lowest score of the verdict ``review``.
        match_at: lowest score of the verdict ``match``.

    Returns:
        The mention; its comparison holds the bare names' evidence and the gloss.
    """
    way = found.chosen
    bare = compare(plain(text, way.english), plain(text, way.chinese))
    bits = gloss_bits(bare.score, way.gloss)
    score = with_gloss(bare.score, bits)
    gloss = Evidence(
        channel=Channel.GLOSS,
        outcome=Outcome.WHOLE,
        left="",
        right="",
        left_span=None,
        right_span=None,
        bits=bits,
        remark=found.site.note,
    )
    evidence = (*bare.evidence, gloss)
    verdict = (
        Verdict.MATCH
        if score >= match_at
        else Verdict.REVIEW
        if score >= review_at
        else Verdict.NO_MATCH
    )
    whole = replace(
        bare,
        evidence=evidence,
        bits=bare.prior + sum(piece.bits for piece in evidence),
        score=score,
        verdict=verdict,
    )
    english, chinese = text[slice(*way.english)], text[slice(*way.chinese)]
    names = [text[slice(*span)] for span in found.site.aliases]
    return Mention(
        english=english,
        chinese=chinese,
        aliases=tuple(name for name in dict.fromkeys(names) if name not in {english, chinese}),
        kind=bare.kind,
        score=score,
        english_span=way.english,
        chinese_span=way.chinese,
        comparison=whole,
    )
