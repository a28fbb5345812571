"""From bits to a probability, by a monotone curve a profile (a kind, and one script or two).

``tools/fit.py`` writes the table of knots: bits and log odds (in bits) of a match, a profile.
Between knots the curve is a straight line; past the ends it goes on gently, so that more bits
always mean a higher score.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from namelink.model.batch import PROFILES, Floats, Ints
from namelink.tables.loader import rows

Doubles = npt.NDArray[np.float64]
_LEAST, _MOST = -40.0, 40.0


@cache
def knots() -> dict[str, tuple[Doubles, Doubles]]:
    """Bits and log odds of the knots of every profile, rising."""
    found: dict[str, list[tuple[float, float]]] = {}
    for row in rows("calibration"):
        found.setdefault(row["profile"], []).append((float(row["bits"]), float(row["log_odds"])))
    return {
        profile: (np.array([x for x, _ in own]), np.array([y for _, y in own]))
        for profile, own in found.items()
    }


def calibrate(bits: Floats, profile_of: Ints, prior_bits: float) -> Floats:
    """Probability that two names belong to one entity.

    Args:
        bits: prior and evidence, shape (pairs,).
        profile_of: profile a pair, as a position in `PROFILES`.
        prior_bits: log odds of the prior that ``bits`` holds; the curve was fitted at even odds.

    Returns:
        Probabilities, shape (pairs,), rising with bits inside each profile.
    """
    log_odds = np.zeros(len(bits), dtype=np.float64)
    evidence = bits.astype(np.float64) - prior_bits
    for number in sorted(set(profile_of.tolist())):
        here = profile_of == number
        log_odds[here] = _curve(evidence[here], *knots()[PROFILES[number]])
    log_odds = np.minimum(np.maximum(log_odds + prior_bits, _LEAST), _MOST)
    return (1.0 / (1.0 + np.exp2(-log_odds))).astype(np.float32)


def _curve(bits: Doubles, x: Doubles, y: Doubles) -> Doubles:
    inside = np.interp(bits, x, y)
    past = np.maximum(bits - x[-1], 0.0) + np.minimum(bits - x[0], 0.0)
    total: Doubles = inside + 0.25 * past
    return total
