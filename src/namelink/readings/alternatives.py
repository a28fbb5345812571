"""Which features of a name stand for the same thing, so that its counterpart has one of them.

A character may be spelled in ten ways, and two neighbors in sixty. A row that holds several of
these spellings is no better for it: 张佳 shares zhang + jia with Zhang Jia, and chang + kai,
zhang + kai and zhang + chang with Zhang Kaichang.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from namelink.model.batch import Form
from namelink.readings.character_features import (
    Weighted,
    of_character,
    of_japanese,
    of_neighbors,
    usual_forms,
)
from namelink.readings.retrieval import pairs_of
from namelink.tables.names import LONGEST_PERSON

# The form, and the positions in it; none for the sound of all of it as a foreign name.
Place = tuple[int, ...]

# Features by which foreign names are found: heard, and by their consonants.
_FOREIGN = frozenset({"f", "z", "Z"})


def alternatives(forms: Sequence[Form], features: Iterable[str]) -> dict[str, int]:
    """Sort out what stands for the same characters of a name.

    Args:
        forms: the name, in one script or both.
        features: all that its counterparts are found by.

    Returns:
        A number by feature, the same for those of which a counterpart has one; what stands alone
        has none.
    """
    places: dict[str, Place] = {}
    for number, form in enumerate(forms):
        _of_form(number, form, places)
    if not places:
        return {}
    for feature in features:
        if feature.partition(":")[0] in _FOREIGN:
            places[feature] = ()
    numbers: dict[Place, int] = {}
    return {feature: numbers.setdefault(place, len(numbers)) for feature, place in places.items()}


def _of_form(number: int, form: Form, places: dict[str, Place]) -> None:
    def put(found: Weighted, *at: int) -> None:
        for feature, _ in found:
            places.setdefault(feature, (number, *at))

    han = [at for at, shape in enumerate(form.shapes) if shape == "han"]
    for at in han:
        put(of_character(form.keys[at], form.surname[at]), at)
        put(of_japanese(form.keys[at : at + 1]), at)
    for one, other in pairwise(han):
        if other == one + 1:
            put(of_neighbors(form.keys[one], form.keys[other]), one, other)
            put(of_japanese(form.keys[one : other + 1]), one, other)
    if any(form.surname) and len(form.keys) <= LONGEST_PERSON:
        options = [usual_forms(*each) for each in zip(form.keys, form.surname, strict=True)]
        for (one, mine), (other, theirs) in combinations(enumerate(options), 2):
            for feature in pairs_of(mine, theirs):
                places.setdefault(feature, (number, one, other))
