"""The result of comparing two names, and the evidence that it is the sum of."""

from dataclasses import dataclass
from typing import Any, Literal

from namelink.model.evidence import Evidence
from namelink.model.kinds import Kind, Relation, Verdict
from namelink.model.labels import labels
from namelink.model.name import Name
from namelink.model.wording import told, weighty


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two names, compared.

    Attributes:
        left: the left name, normalized.
        right: the right name, normalized.
        kind: the kind whose weights and calibration were used.
        prior: prior log odds in bits (0 at even odds).
        evidence: every part of both names, once; ``bits`` is the prior and their sum.
        bits: the sum.
        score: calibrated probability from 0 to 1 that both names belong to one entity.
        verdict: where the score falls between the cuts.
        relation: how the names stand to each other.
        namesakes: expected number of other bearers of such a name, None where nothing is known.
    """

    left: Name
    right: Name
    kind: Kind
    prior: float
    evidence: tuple[Evidence, ...]
    bits: float
    score: float
    verdict: Verdict
    relation: Relation
    namesakes: float | None = None

    def explain(self, lang: Literal["en", "zh"] = "en") -> str:
        """Tell in words what the score is made of.

        Args:
            lang: ``"en"`` or ``"zh"``.

        Returns:
            Several lines: the names, the prior, every piece of evidence, the sum, the probability,
            the verdict and the relation; for people also how many others the names would fit.

        Raises:
            InvalidOptions: if the language is another.
        """
        words = labels(lang)
        lines = [
            f"{self.left.raw} ~ {self.right.raw} ({words[self.kind.value]})",
            f"  {self.prior:+7.2f}  {words['prior']}",
            *(
                f"  {piece.bits:+7.2f}  {words[piece.channel.value]}: {told(piece, lang)}"
                for piece in self.evidence
            ),
            f"  {self.bits:+7.2f}  {words['sum']} ({words['bits']})",
            (
                f"  {words['probability']} {self.score:.3f}; "
                f"{words['verdict']}: {words[self.verdict.value]}; "
                f"{words['relation']}: {words[self.relation.value]}"
            ),
        ]
        if self.namesakes is not None:
            lines.append(f"  {words['namesakes']}: {_about(self.namesakes)}")
        return "\n".join(lines)

    def reason(self, lang: Literal["en", "zh"] = "en") -> str:
        """The piece of evidence that says most for the verdict, in a few words.

        Args:
            lang: ``"en"`` or ``"zh"``.

        Returns:
            Such as ``"泽明 ≠ Yongming (ze ≠ yong, ming = ming)"``; empty without evidence.

        Raises:
            InvalidOptions: if the language is another.
        """
        labels(lang)
        piece = weighty(self.evidence, self.bits)
        return told(piece, lang) if piece is not None else ""

    def to_dict(self) -> dict[str, Any]:
        """The same as plain data, ready for JSON."""
        return {
            "left": self.left.raw,
            "right": self.right.raw,
            "kind": self.kind.value,
            "prior": self.prior,
            "evidence": [
                {
                    "channel": piece.channel.value,
                    "outcome": piece.outcome.value,
                    "left": piece.left,
                    "right": piece.right,
                    "left_span": list(piece.left_span) if piece.left_span else None,
                    "right_span": list(piece.right_span) if piece.right_span else None,
                    "bits": piece.bits,
                    "note": piece.note,
                }
                for piece in self.evidence
            ],
            "bits": self.bits,
            "score": self.score,
            "verdict": self.verdict.value,
            "relation": self.relation.value,
            "namesakes": self.namesakes,
        }


def _about(count: float) -> str:
    """A number to two figures; below one it says no more than that."""
    if count < 1:
        return "< 1"
    return f"{float(f'{count:.1e}'):,.0f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairScore:
    """A row of `compare_pairs`: the result without its evidence. Fields as in `Comparison`."""

    score: float
    bits: float
    verdict: Verdict
    relation: Relation
    namesakes: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A row of `link`.

    Attributes:
        left_id: id of the left row (its position for a list).
        right_id: id of the right row, None for an unmatched left row.
        left_name: the left name as given.
        right_name: the right name as given, None for an unmatched left row.
        rank: 1 for the best right id, 2 for the next.
        score: calibrated probability that the two names belong to one entity.
        bits: prior and evidence, log2.
        confidence: probability that this candidate is the right one, over all candidates and
            none of them; it falls with the size of the table and with namesakes.
        margin: bits to the next distinct right id among the candidates that were scored, None
            without one.
        verdict: where the score falls between the cuts; ``review`` instead of ``match`` for a tie
            for the first rank, and while the confidence is below `Options.confidence_at`.
        relation: how the names stand to each other.
        channels: the channels that carried agreement, joined by ``+``.
    """

    left_id: Any
    right_id: Any
    left_name: str
    right_name: str | None
    rank: int | None
    score: float | None
    bits: float | None
    confidence: float | None
    margin: float | None
    verdict: Verdict
    relation: Relation | None
    channels: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePair:
    """A row of `AliasIndex.candidates`: two names that are written nearly alike.

    Attributes:
        left_id: id of the name that was asked for (its position for a list).
        right_id: id of the row of the index.
        left_name: the name that was asked for.
        right_name: the name of the index.
        similarity: edit ratio from 0 to 100, of the words in the better of both orders, by the
            definitions of rapidfuzz; the greatest over the spellings of both names.
        string: the string of the name of the index that has it.
    """

    left_id: Any
    right_id: Any
    left_name: str
    right_name: str
    similarity: float
    string: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedPair:
    """A row of `align`: two names of one record, or one that is left over.

    Attributes:
        left_index: position in the left list, None for a right name that is left over.
        right_index: position in the right list, None for a left name that is left over.
        left_name: the left name as given.
        right_name: the right name as given.
        score: calibrated probability by the names alone.
        bits: prior and evidence of the names alone, log2.
        position_bits: what the places in the lists add, log2.
        share: share of belief that the two are one person, over all ways to match the lists.
        verdict: where the share falls between the cuts; an aligned pair is at least ``review``.
        relation: how the names stand to each other.
        note: who else could be meant, or which name is nearest to one that is left over.
    """

    left_index: int | None
    right_index: int | None
    left_name: str | None
    right_name: str | None
    score: float | None
    bits: float | None
    position_bits: float | None
    share: float | None
    verdict: Verdict
    relation: Relation | None
    note: str
