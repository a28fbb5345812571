"""Say a comparison in words, in English or Chinese. Deciding is done; this only tells."""

from collections.abc import Sequence

from namelink.model.evidence import Evidence
from namelink.model.kinds import Outcome
from namelink.model.labels import labels


def told(piece: Evidence, lang: str = "en") -> str:
    """Say one piece of evidence without its weight.

    Args:
        piece: the evidence.
        lang: ``"en"`` or ``"zh"``.

    Returns:
        Such as ``"泳铭 = Yongming (yong = 泳, ming = 铭)"``.

    Raises:
        InvalidOptions: if the language is another.
    """
    words = labels(lang)
    if piece.outcome is Outcome.LEFT_OVER:
        return f"{piece.left or piece.right}: {words['no counterpart']}"
    note = piece.remark.told(lang) if piece.remark else ""
    if piece.outcome is Outcome.WHOLE:
        return note
    sign = "≠" if piece.outcome is Outcome.DIFFERS else "="
    text = f"{piece.left} {sign} {piece.right}"
    return f"{text} ({note})" if note else text


def weighty(evidence: Sequence[Evidence], bits: float) -> Evidence | None:
    """The piece that says most for the verdict.

    Below zero a difference or a leftover, else an agreement.

    Args:
        evidence: all pieces of a comparison.
        bits: their sum with the prior.

    Returns:
        One piece, None without any.
    """
    if bits >= 0:
        return max(evidence, key=lambda piece: piece.bits, default=None)
    against = [piece for piece in evidence if piece.outcome is Outcome.DIFFERS]
    return min(against or evidence, key=lambda piece: piece.bits, default=None)
