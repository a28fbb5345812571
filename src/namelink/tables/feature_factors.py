"""How much a sort of feature tells when the counterparts of a name are looked for.

>>> told = feature_factors("han")
>>> told["w"]["work"] > told["s"]["work"]
True
"""

from functools import cache

from namelink.tables.loader import rows

_LABELS = ("script", "sort")


@cache
def feature_factors(script: str) -> dict[str, dict[str, float]]:
    """Factors by sort of feature and kind of the name that is looked for.

    Args:
        script: ``"han"`` or ``"latin"``, of the name that is looked for.

    Returns:
        By sort (the letters before the colon of a feature, see `namelink.readings.retrieval`), the
        factor by kind. Sorts that are not in the table have none.
    """
    return {
        row["sort"]: {kind: float(cell) for kind, cell in row.items() if kind not in _LABELS}
        for row in rows("feature_factors")
        if row["script"] == script
    }
